import Store

extension Writing {
    /// Says that this transaction changes nothing but what stands on this page, for all who are or were on it.
    func touchesOnly(_ page: FoundPage) throws {
        let students = try connection.fact("ever in \(page.group)") {
            try connection.all(
                """
                SELECT DISTINCT student_id FROM enrolment
                WHERE school_id = \(school) AND group_id = \(page.group) ORDER BY student_id
                """
            ) { $0.integer(0) }
        }
        touchesOnly(Set(students.map { .student($0) }).union([.page(page.id)]))
    }
}
