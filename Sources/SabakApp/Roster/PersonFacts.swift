import SchoolRules
import Store

extension RosterWriting {
    /// What is known of a person; empty text where nothing is.
    public struct PersonFacts: Sendable {
        public var name: PersonName
        public var sex = ""
        public var birthDay = ""
        public var nationalID = ""
        public var phone = ""
        public var email = ""
        public var address = ""
        public var externalID = ""

        public init(name: PersonName) { self.name = name }
    }
}

extension RosterWriting.PersonFacts {
    /// What the school knows of a person, with the version of the card.
    static func read(_ person: Int64, school: Int64, in connection: Connection) throws
        -> (facts: RosterWriting.PersonFacts, version: Int)?
    {
        try connection.first(
            """
            SELECT surname, given, patronymic, sex, birth_day, national_id, phone, email, address, external_id, version
            FROM person WHERE school_id = \(school) AND id = \(person)
            """
        ) { row in
            var facts = RosterWriting.PersonFacts(
                name: PersonName(stored: row.text(0), given: row.text(1), patronymic: row.text(2)))
            (facts.sex, facts.birthDay, facts.nationalID) = (row.text(3), row.text(4), row.text(5))
            (facts.phone, facts.email, facts.address) = (row.text(6), row.text(7), row.text(8))
            facts.externalID = row.text(9)
            return (facts, row.int(10))
        }
    }
}
