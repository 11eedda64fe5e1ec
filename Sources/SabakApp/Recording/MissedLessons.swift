import SchoolRules
import Store

/// What says in an entry that a lesson was missed.
enum MissedLessons {
    /// The entries' values, as a list for `IN`. It is read once for a statement: a join with the codes makes SQLite
    /// look at every entry of the school.
    static func values(of school: Int64, only categories: [AbsenceCategory] = absent) -> SQL {
        """
        (SELECT CAST(absence_code.id AS text) FROM absence_code
            WHERE absence_code.school_id = \(school)
                AND absence_code.category IN \(list: categories.map(\.rawValue)))
        """
    }

    static let absent = AbsenceCategory.allCases.filter(\.isAbsent)
}
