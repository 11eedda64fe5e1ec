import SchoolRules
import Store

extension PublishingQueries {
    /// Writes what a plan decided.
    static func apply(_ plan: PublishingPlan, because reason: String, ids: Identity, in writing: Writing) throws {
        try remove(plan.remove, in: writing)
        for (row, place) in plan.move { try move(row, to: place, because: reason, ids: ids, in: writing) }
        try add(plan.add, groups: plan.pages.mapValues(\.group), ids: ids, in: writing)
        try list(plan.unplaced, because: reason, ids: ids, in: writing)
        try findPlaced(plan, because: reason, ids: ids, in: writing)
        var pages = Set(plan.add.map(\.page)).union(plan.move.map(\.row.page)).union(plan.remove.map(\.page))
        pages.formUnion(plan.unplaced.map(\.page))
        try touch(pages: pages, in: writing)
    }

    /// Notes that something of these pages has changed.
    static func touch(pages: Set<Int64>, in writing: Writing) throws {
        for some in inPieces(pages.sorted()) {
            try writing.connection.run(
                """
                UPDATE page SET changed = changed + 1
                WHERE school_id = \(writing.school) AND id IN \(list: some)
                """)
        }
    }

    private static func add(
        _ lessons: [PlannedLesson], groups: [Int64: Int64], ids: Identity, in writing: Writing
    ) throws {
        var day = Day(number: 0)
        var dayText = ""
        for lesson in lessons {
            if lesson.day != day {
                day = lesson.day
                dayText = day.description
            }
            guard let group = groups[lesson.page] else { continue }
            try writing.connection.run(
                """
                INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute, end_minute,
                    room)
                VALUES (\(writing.school), \(ids.next()), \(lesson.page), \(group), \(dayText), \(lesson.number),
                    \(lesson.shift), \(lesson.start.minutes), \(lesson.end.minutes), \(lesson.room))
                """)
        }
    }

    private static func move(
        _ row: PublishedRow, to place: PlannedLesson, because reason: String, ids: Identity, in writing: Writing
    ) throws {
        let isRedated = row.day != place.day || row.start != place.start
        try writing.connection.run(
            """
            UPDATE lesson SET day = \(place.day.description), number = \(place.number), shift = \(place.shift),
                start_minute = \(place.start.minutes), end_minute = \(place.end.minutes), room = \(place.room),
                version = version + \(isRedated)
            WHERE school_id = \(writing.school) AND id = \(row.id)
            """)
        guard row.isTouched else { return }
        try writing.audit(
            "lesson.move", "lesson/\(row.id)", before: "\(row.day) \(row.start) \(row.room)",
            after: "\(place.day) \(place.start) \(place.room)", reason: reason)
        if isRedated { try note("moved", row, because: reason, ids: ids, in: writing) }
    }

    private static func remove(_ rows: [PublishedRow], in writing: Writing) throws {
        for some in inPieces(rows.filter(\.hasHistory).map(\.id)) {
            try writing.connection.run(
                "DELETE FROM lesson_change WHERE school_id = \(writing.school) AND lesson_id IN \(list: some)")
            try writing.connection.run(
                "DELETE FROM substitution WHERE school_id = \(writing.school) AND lesson_id IN \(list: some)")
        }
        for some in inPieces(rows.map(\.id)) {
            try writing.connection.run(
                "DELETE FROM lesson WHERE school_id = \(writing.school) AND id IN \(list: some)")
        }
    }

    private static func list(
        _ rows: [PublishedRow], because reason: String, ids: Identity, in writing: Writing
    ) throws {
        for row in rows where row.lastChange != "unplaced" {
            try note("unplaced", row, because: reason, ids: ids, in: writing)
            try writing.audit("lesson.unplace", "lesson/\(row.id)", before: "\(row.day) \(row.start)", reason: reason)
        }
    }

    /// A lesson whose slot has come back leaves the list of those without a place.
    private static func findPlaced(
        _ plan: PublishingPlan, because reason: String, ids: Identity, in writing: Writing
    ) throws {
        for id in plan.kept {
            guard let row = plan.rows[id], row.lastChange == "unplaced" else { continue }
            try note("restored", row, because: reason, ids: ids, in: writing)
        }
    }

    private static func note(
        _ kind: String, _ row: PublishedRow, because reason: String, ids: Identity, in writing: Writing
    ) throws {
        try writing.connection.run(
            """
            INSERT INTO lesson_change (school_id, id, lesson_id, kind, reason, from_day, from_start, at, by_person)
            VALUES (\(writing.school), \(ids.next()), \(row.id), \(kind), \(reason), \(row.day.description),
                \(row.start.minutes), \(writing.instant), \(writing.author.person))
            """)
    }

    private static func inPieces(_ ids: [Int64]) -> [[Int64]] {
        stride(from: 0, to: ids.count, by: 200).map { Array(ids[$0..<min($0 + 200, ids.count)]) }
    }
}
