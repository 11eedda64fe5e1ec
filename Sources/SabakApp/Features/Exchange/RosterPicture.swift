import SchoolRules
import Web

/// What a school should look like after an import, in the ids of the file it came from.
struct RosterPicture: Sendable {
    struct Person: Sendable {
        var facts: RosterWriting.PersonFacts
        var isEnabled = true
        var isStudent = false
        var isStaff = false
        var isGuardian = false
        /// The word of the file for what a member of staff does.
        var position = ""
    }
    struct Link: Hashable, Sendable {
        var guardian: String
        var student: String
        var relation: String
    }
    /// Somebody of a class, group or page; no day means the usual one.
    struct Member: Hashable, Sendable {
        var person: String
        var from: Day?
        var to: Day?
    }
    struct Class: Sendable {
        /// Empty for a class that was derived.
        var id: String
        var name: ClassName
        var room: String
        var members: [Member] = []
        var teacher: String?
    }
    /// Whom a page is for.
    enum Audience: Hashable, Sendable {
        case whole(ClassName)
        case part(of: ClassName, name: String)
        case across(name: String)
    }
    struct Page: Sendable {
        var id: String
        /// Names the subject may have, the most exact first.
        var exactSubjects: [String]
        /// A wider name, such as a field of study.
        var wideSubjects: [String]
        /// The name of a new subject, if none of these is known.
        var newSubject: String
        var audience: Audience
        var members: [Member]
        /// The main teacher first.
        var teachers: [Member]
    }

    var year = 0
    /// The first and last day of the school year, as the file gives them.
    var yearFrom: Day
    var yearTo: Day
    var terms: [Term] = []
    var people: [String: Person] = [:]
    var links: Set<Link> = []
    var classes: [Class] = []
    var pages: [Page] = []
    /// Rows of enrolment of students.
    var enrolmentCount = 0

    /// Everybody who is still one of the school.
    func isActive(_ id: String) -> Bool {
        guard let person = people[id] else { return false }
        return person.isStudent || person.isStaff || person.isGuardian
    }

    var counts: ImportAnswer.Counts {
        var counts = ImportAnswer.Counts()
        let enabled = people.values.filter(\.isEnabled)
        counts.students = enabled.count(where: \.isStudent)
        counts.staff = enabled.count(where: \.isStaff)
        counts.guardians = enabled.count(where: \.isGuardian)
        counts.classes = classes.count
        counts.pages = pages.count
        counts.enrolments = enrolmentCount
        return counts
    }

    /// The pages with their teachers, for the eyes of the deputy.
    var rows: [UnderstoodRow] {
        pages.map { page in
            let subject = page.exactSubjects.first ?? page.newSubject
            var row = UnderstoodRow(subject: Text(ky: subject, ru: subject, kk: subject, en: subject))
            switch page.audience {
            case .whole(let name): row.values[.schoolClass] = name.compact
            case .part(let name, let group):
                row.values[.schoolClass] = name.compact
                row.values[.group] = group
            case .across(let group): row.values[.group] = group
            }
            row.values[.teacher] = page.teachers.map { people[$0.person]?.facts.name.full ?? $0.person }
                .joined(separator: ", ")
            return row
        }
    }
}
