import SchoolRules
import Store

/// A mark as a count shows it.
struct DatedMark: Sendable {
    let day: Day
    let text: String
    let kind: Int
    /// Hundredths.
    let weight: Int
    /// Whether it enters the number of the period.
    let enters: Bool
    /// Nil for a value that no scale knows.
    let mark: CurrentMark?
    /// The day the work is due, where it is owed.
    var due: Day?
    /// The former school of a newcomer who brought it.
    var source = ""
}

/// A student on a sheet of final marks.
struct FinalLine: Sendable {
    let student: Int64
    let name: PersonName
    let marks: [DatedMark]
    let parts: CriteriaParts
    let missed, lessons: Int
    /// Of the lessons, those up to the day somebody looks.
    let held: Int
    /// What the rule gives for the sheet's period.
    let proposal: TermProposal
    let standing: [FinalKey: StandingFinal]
    /// For the certificate, where the sheet is of the year.
    let certificate: CountedMark?

    func proposal(for key: FinalKey) -> TermProposal {
        switch key {
        case .term, .year: proposal
        case .exam: TermProposal(counted: nil)
        case .final: TermProposal(counted: certificate)
        }
    }
}

/// The students of a page with what is proposed and what stands, for one period.
struct FinalSheet: Sendable {
    let place: FinalPlace
    let lines: [FinalLine]
    var kinds: [KindOfWork] { place.kinds }

    /// The usual maximum of a kind of work; 0 for one that is given marks.
    func maximum(of kind: Int) -> Int { place.regime.maximum(of: kind, own: 0, kinds: kinds) }

    func line(_ student: Int64) -> FinalLine? { lines.first { $0.student == student } }

    /// - Parameter students: only these; nil for the whole sheet.
    static func read(
        _ place: FinalPlace, of students: [Int64]? = nil, school: Int64, in connection: Connection
    ) throws -> FinalSheet {
        let page = place.page
        var members = try FinalQueries.members(
            of: page.group, on: place.to, classes: page.classes, school: school, in: connection)
        if let students { members = members.filter { students.contains($0.id) } }
        let others = try CellQueries.otherPages(
            of: page.id, students: members.map(\.id), school: school, in: connection)
        if page.kind != "individual" {
            let end = place.to.description
            let away = Set(others.filter { $0.isIndividual && $0.stay.contains(end) }.map(\.student))
            members.removeAll { away.contains($0.id) }
        }
        let facts = try SheetFacts(place, members, others, school: school, in: connection)
        return FinalSheet(place: place, lines: members.map { facts.line($0) })
    }
}
