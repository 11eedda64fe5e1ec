import TestEngines
import Testing

@testable import Store

/// What the movement book says of a school that kept its lists before there was a book.
@Suite struct MovementBookTests {
    private func add(_ classID: Int64, _ year: Int, _ letter: String, to writing: Writing) throws {
        let school = writing.school
        try writing.connection.run(
            """
            INSERT INTO class (school_id, id, year, grade, letter, sort_key)
            VALUES (\(school), \(classID), \(year), 7, \(letter), 'k')
            """)
        try writing.connection.run(
            """
            INSERT INTO study_group (school_id, id, year, class_id, kind)
            VALUES (\(school), \(classID), \(year), \(classID), 'class')
            """)
    }

    private func put(
        _ student: Int64, _ classID: Int64, _ from: String, _ to: String = "9999-12-31", reason: String = "",
        in writing: Writing
    ) throws {
        try writing.connection.run(
            """
            INSERT INTO enrolment (school_id, group_id, student_id, from_day, to_day, reason)
            VALUES (\(writing.school), \(classID), \(student), \(from), \(to), \(reason))
            """)
    }

    @Test(arguments: TestEngine.asked)
    func `the lists of an older school become lines: who came, moved, moved up and left`(engine: TestEngine) throws {
        let scratch = try Scratch(engine)
        let (_, school) = try scratch.school()
        try school.writeNow(by: .command("test"), at: 2_000) { writing in
            for person in Int64(2)...4 { try scratch.add(person: person, to: writing) }
            try add(10, 2025, "А", to: writing)
            try add(11, 2026, "А", to: writing)
            try add(12, 2026, "Б", to: writing)
            try put(2, 10, "2025-09-01", "2026-05-25", in: writing)
            try put(2, 11, "2026-09-01", in: writing)
            try put(3, 11, "2026-09-01", "2026-10-31", in: writing)
            try put(3, 12, "2026-11-01", in: writing)
            try put(4, 12, "2026-09-01", "2026-11-10", reason: "көчтү", in: writing)
            let step = SchemaStep(Schema.rosterTables, words: PostgresSchema.words)
            let fill = try #require(step.statements.first { $0.hasPrefix("INSERT INTO movement") })
            try writing.connection.script(fill)
        }
        let lines = try school.read { connection in
            try connection.all(
                """
                SELECT year, number, student_id, kind, from_class, to_class, day, book FROM movement
                WHERE school_id = 42 ORDER BY year, number
                """
            ) { row in
                "\(row.int(0))/\(row.int(1)): \(row.int(2)) \(row.text(3)) \(row.int(4)) \(row.int(5)) "
                    + "\(row.text(6)) \(row.int(7))"
            }
        }
        #expect(
            lines == [
                "2025/1: 2 arrive 0 10 2025-09-01 1", "2026/1: 2 promote 10 11 2026-09-01 0",
                "2026/2: 3 arrive 0 11 2026-09-01 2", "2026/3: 4 arrive 0 12 2026-09-01 3",
                "2026/4: 3 move 11 12 2026-11-01 0", "2026/5: 4 leave 12 0 2026-11-10 0",
            ])
    }
}
