import SchoolRules
import Store

/// Pages of the year by class, subject and group, as lists name them.
struct PageFinding {
    struct Page {
        let id: Int64
        let subject: Int64
        let group: Int64
        let classID: Int64
        let grade: Int?
        let shift: Int
        let kind: String
        let groupName: String
    }

    let pages: [Page]
    private let context: ListSchool

    init(_ context: ListSchool) throws {
        self.context = context
        pages = try context.connection.all(
            """
            SELECT page.id, page.subject_id, page.group_id, page.class_id, coalesce(class.grade, -1),
                coalesce(class.shift, 1), study_group.kind, study_group.name
            FROM page
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE page.school_id = \(context.school) AND page.year = \(context.year) ORDER BY page.id
            """
        ) { row in
            Page(
                id: row.integer(0), subject: row.integer(1), group: row.integer(2), classID: row.integer(3),
                grade: row.int(4) < 0 ? nil : row.int(4), shift: row.int(5), kind: row.text(6), groupName: row.text(7))
        }
    }

    enum Match {
        case found(Page)
        case unknown
        case several([Page])
    }

    /// The page of a class in a subject. Without a group it is the page of the whole class, or the only one there is,
    /// or the one this teacher has; a group across classes is found through any class whose students are in it.
    func find(class classID: Int64, subject: Int64, group: String, teachers: [Int64] = []) -> Match {
        let own = pages.filter { $0.subject == subject && $0.classID == classID }
        let wanted = searchFold(group)
        if !wanted.isEmpty {
            let named = own.filter { isNamed($0, wanted) }
            if named.count == 1 { return .found(named[0]) }
            return one(across(classID, subject).filter { isNamed($0, wanted) })
        }
        if let whole = own.first(where: { $0.kind == "class" }) { return .found(whole) }
        let all = own.isEmpty ? across(classID, subject) : own
        let taught = all.filter { isTaught($0, by: teachers) }
        return one(taught.count == 1 ? taught : all)
    }

    private func isTaught(_ page: Page, by teachers: [Int64]) -> Bool {
        (context.state.load[page.id] ?? []).contains {
            $0.to >= context.today.description && teachers.contains($0.person)
        }
    }

    private func one(_ pages: [Page]) -> Match {
        switch pages.count {
        case 0: .unknown
        case 1: .found(pages[0])
        default: .several(pages.sorted { ($0.groupName, $0.id) < ($1.groupName, $1.id) })
        }
    }

    private func across(_ classID: Int64, _ subject: Int64) -> [Page] {
        let students = context.memberSet(of: classID)
        let name = context.classes.first { $0.id == classID }?.name
        return pages.filter { page in
            guard page.subject == subject && page.kind == "across" else { return false }
            // A group named for its classes is found before it has students.
            return (context.state.members[page.group] ?? []).contains { students.contains($0.person) }
                || ListValues.several(page.groupName).contains { ClassCell.read($0) == name && name != nil }
        }
    }

    /// `1`, `1 группа`, `группа 1` and `1-топ` are one group.
    private func isNamed(_ page: Page, _ wanted: String) -> Bool {
        let name = searchFold(page.groupName)
        if name == wanted { return true }
        let digits = wanted.filter(\.isNumber)
        return !digits.isEmpty && digits == name.filter(\.isNumber) && GroupWords.isPlain(wanted)
            && GroupWords.isPlain(name)
    }
}

/// Words for groups around their number.
enum GroupWords {
    private static let words = Set(
        ["группа", "гр", "подгруппа", "топ", "чакан топ", "топша", "group", "subgroup"].flatMap {
            searchFold($0).split(separator: " ").map(String.init)
        })

    /// Whether a folded name is only a number with words for group.
    static func isPlain(_ folded: String) -> Bool {
        folded.split(separator: " ").allSatisfy { words.contains(String($0)) || $0.allSatisfy(\.isNumber) }
    }
}
