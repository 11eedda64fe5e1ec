import SchoolRules
import Store
import Web

/// What is missing in the data of a class, and the class teacher's monthly word that the rest is right.
enum DataChecks {
    static let routes: [Route] = [
        .get("/classes/{class}/data", .exportRoster, data),
        // The class teacher alone signs, as the class teacher alone lets the families of the class in.
        .post("/classes/{class}/data/confirm", .manageFamilyAccounts, confirm),
        .get("/data-checks", .readControlReport, board),
    ]

    private static func data(_ visit: Visit) throws -> Answer {
        let id = try visit.id("class")
        return try visit.read { try DataPage.read(visit, of: id, in: $0).answer }
    }

    private static func confirm(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("class")
        let form = visit.asked.form
        let months = try visit.read { try DataCheck.months(visit, in: $0) }
        guard let month = form["month"], months.contains(month) else { throw Refusal.notFound }
        guard form["checked"] == "1" else {
            var answer = try visit.read { connection -> Answer in
                var page = try DataPage.read(visit, of: id, in: connection)
                page.problem = DataTexts.tick
                return page.answer
            }
            answer.status = .unprocessableContent
            return answer
        }
        try await visit.write { writing in
            let found = try visit.classToRead(id, by: .manageFamilyAccounts, in: writing.connection)
            let gaps = try DataGaps.read(classes: [found.id], visit, in: writing.connection)
            let count = gaps.filter { !$0.gaps.isEmpty }.count
            let kept = try writing.connection.run(
                """
                INSERT INTO data_check (school_id, class_id, month, gaps, confirmed_at, confirmed_by)
                VALUES (\(writing.school), \(id), \(month), \(count), \(writing.instant), \(writing.author.person))
                ON CONFLICT (school_id, class_id, month) DO NOTHING
                """)
            guard kept == 1 else { throw Refusal.changedMeanwhile }
            try writing.audit("check.confirm", "check/\(id)/\(month)", after: "\(gaps.count) \(count)")
        }
        return .see("/classes/\(id)/data?note=confirmed")
    }

    private static func board(_ visit: Visit) throws -> Answer {
        try visit.read { connection in
            let led = try visit.classesLed(in: connection)
            let isWide = visit.mayInSchool(.readControlReport)
            let classes = try DataQueries.classes(visit, in: connection).filter { isWide || led.contains($0.id) }
            let gaps = try DataGaps.read(classes: classes.map(\.id), visit, in: connection)
            return DataBoardPage(
                visit: visit, classes: classes,
                readable: Set(classes.map(\.id).filter { visit.may(.exportRoster, inClass: $0, led: led) }),
                gaps: Dictionary(grouping: gaps.filter { !$0.gaps.isEmpty }, by: \.classID).mapValues(\.count),
                months: try DataCheck.months(visit, in: connection),
                checks: try DataCheck.all(year: visit.year, school: visit.school.id, in: connection)
            ).answer
        }
    }
}

enum DataQueries {
    struct ClassRow: Sendable {
        let id: Int64
        let name: ClassName
        let leader: PersonName?
    }

    /// The classes of the year with who leads each today.
    static func classes(_ visit: Visit, in connection: Connection) throws -> [ClassRow] {
        let today = visit.today.description
        let rows = try connection.all(
            """
            SELECT class.id, class.grade, class.letter, person.surname, person.given, person.patronymic
            FROM class
            LEFT JOIN class_teacher ON class_teacher.school_id = class.school_id
                AND class_teacher.class_id = class.id AND class_teacher.from_day <= \(today)
                AND class_teacher.to_day >= \(today)
            LEFT JOIN person ON person.school_id = class_teacher.school_id AND person.id = class_teacher.person_id
            WHERE class.school_id = \(visit.school.id) AND class.year = \(visit.year)
            ORDER BY class.sort_key, class.id, class_teacher.from_day
            """
        ) { row in
            let leader = PersonName(stored: row.text(3), given: row.text(4), patronymic: row.text(5))
            return ClassRow(
                id: row.integer(0), name: ClassName(grade: row.int(1), letter: row.text(2)),
                leader: row.isNull(3) ? nil : leader)
        }
        return rows.reduce(into: []) { kept, row in
            if kept.last?.id == row.id { kept.removeLast() }
            kept.append(row)
        }
    }
}
