import SchoolRules
import Store

/// Whose page it is and of what.
struct PageSpot: Sendable, Equatable {
    let className: ClassName?
    /// The name of a subgroup or of a group across classes; empty for a whole class.
    let group: String
    let subject: Names

    static func all(_ pages: [Int64], school: Int64, in connection: Connection) throws -> [Int64: PageSpot] {
        guard !pages.isEmpty else { return [:] }
        return try connection.fact("spots \(pages)") {
            var spots: [Int64: PageSpot] = [:]
            try connection.each(
                """
                SELECT page.id, coalesce(class.grade, 0), coalesce(class.letter, ''), study_group.name,
                    subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en
                FROM page
                JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
                JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
                LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
                WHERE page.school_id = \(school) AND page.id IN \(list: pages) ORDER BY page.id
                """
            ) { row in
                let grade = row.int(1)
                spots[row.integer(0)] = PageSpot(
                    className: grade == 0 ? nil : ClassName(grade: grade, letter: row.text(2)), group: row.text(3),
                    subject: Names(ky: row.text(4), ru: row.text(5), kk: row.text(6), en: row.text(7)))
            }
            return spots
        }
    }
}
