import SchoolRules
import Store
import Web

/// The one place where the record of a lesson is changed: topic, material, homework, roll, kind of work.
enum LessonRecording {
    /// Records what is wished, with its history.
    /// - Parameter found: the lesson, found in this transaction as one the visitor may write.
    /// - Throws: ``Refusal/changedMeanwhile`` for a stale version, ``Refusal/termClosed``, or what is wrong.
    static func record(
        _ wish: LessonWish, on found: FoundLesson, by visit: Visit, in writing: Writing
    ) throws -> LessonRow {
        let school = writing.school
        guard let before = try LessonRow.one(found.id, school: school, in: writing.connection) else {
            throw Refusal.notFound
        }
        guard !before.isCancelled else { throw LessonRefusals.cancelled }
        guard before.version == wish.version else { throw Refusal.changedMeanwhile }
        if try isTermClosed(of: found, for: visit, in: writing.connection) { throw Refusal.termClosed }
        let wish = try wish.tidied()
        let terms = try LessonTerms(found, at: visit.moment, by: visit.person.id, in: writing)
        let after = try terms.decide(wish, on: before)
        let others = try LessonExtras.record(wish, on: found, by: visit.person.id, in: writing)
        guard after != before || others else { return before }
        if after.maximum != before.maximum, after.maximum > 0 {
            try LessonPoints.measure(of: after, in: writing)
        }
        return try save(after, over: before, in: writing)
    }

    /// Copies topic, material and homework to the lesson of a parallel class, where that has none of its own.
    /// - Returns: whether anything was copied.
    static func copy(_ lesson: LessonRow, to target: FoundLesson, by visit: Visit, in writing: Writing) throws -> Bool {
        guard let there = try LessonRow.one(target.id, school: writing.school, in: writing.connection) else {
            throw Refusal.notFound
        }
        var wish = LessonWish(version: there.version)
        if !there.hasTopic, lesson.hasTopic { wish.topic = lesson.topic }
        if there.material.isEmpty, !lesson.material.isEmpty { wish.material = lesson.material }
        if !there.isHomeworkDecided, lesson.isHomeworkDecided {
            if lesson.noHomework { wish.noHomework = true } else { wish.homework = lesson.homework }
        }
        if there.kind == 0, lesson.kind != 0 { wish.kind = lesson.kind }
        return try record(wish, on: target, by: visit, in: writing).version != there.version
    }

    /// Whether the term that holds the lesson is closed, and no unlock lets the visitor write to it.
    static func isTermClosed(of lesson: FoundLesson, for visit: Visit, in connection: Connection) throws -> Bool {
        let grade = try CellQueries.grade(of: lesson.page, school: visit.school.id, in: connection)
        return try !PageFreeze(
            lesson.page, grade: grade, for: visit.person.id, at: visit.now, school: visit.school.id, in: connection
        ).allows(lesson.day)
    }

    private static func save(_ after: LessonRow, over before: LessonRow, in writing: Writing) throws -> LessonRow {
        var after = after
        after.version = before.version + 1
        let checkedOn = after.checkedOn?.description ?? ""
        let changed = try writing.connection.run(
            """
            UPDATE lesson SET kind_id = \(after.kind), topic = \(after.topic), material = \(after.material),
                homework = \(after.homework), no_homework = \(after.noHomework), plan_row = \(after.planRow),
                checked_on = \(checkedOn), topic_at = \(after.topicAt),
                topic_late = \(after.topicIsLate), roll_at = \(after.rollAt), roll_by = \(after.rollBy),
                roll_late = \(after.rollIsLate), homework_at = \(after.homeworkAt),
                homework_late = \(after.homeworkIsLate), maximum = \(after.maximum), is_touched = 1,
                homework_minutes = \(after.homeworkMinutes),
                version = \(after.version)
            WHERE school_id = \(writing.school) AND id = \(after.id) AND version = \(before.version)
            """)
        guard changed == 1 else { throw Refusal.changedMeanwhile }
        try CellPage.noteChange(of: after.page, in: writing)
        try writing.audit(
            "lesson.record", "lesson/\(after.id)", before: flags(before), after: flags(after),
            text: changedTexts(before, after))
        return after
    }

    /// What the chain may hold: marks of what is there, no text.
    private static func flags(_ lesson: LessonRow) -> String {
        let parts: [(String, Int)] = [
            ("topic", lesson.hasTopic ? 1 : 0), ("material", lesson.material.isEmpty ? 0 : 1),
            ("homework", lesson.homework.isEmpty ? 0 : 1), ("none", lesson.noHomework ? 1 : 0),
            ("roll", lesson.isRollConfirmed ? 1 : 0), ("kind", lesson.kind), ("plan", lesson.planRow),
        ]
        let checked = lesson.checkedOn.map { " checked=\($0)" } ?? ""
        let maximum = lesson.maximum > 0 ? " max=\(lesson.maximum)" : ""
        let minutes = lesson.homeworkMinutes > 0 ? " minutes=\(lesson.homeworkMinutes)" : ""
        let record = parts.map { "\($0)=\($1)" }.joined(separator: " ")
        return record + maximum + minutes + checked + " version=\(lesson.version)"
    }

    /// The old and the new of every text that changed, as JSON; empty where none did.
    private static func changedTexts(_ before: LessonRow, _ after: LessonRow) -> String {
        let texts = [
            ("topic", before.topic, after.topic), ("material", before.material, after.material),
            ("homework", before.homework, after.homework),
        ]
        let changed = texts.filter { $0.1 != $0.2 }.map { name, old, new -> (String, JSON) in
            (name, .array([.string(old), .string(new)]))
        }
        return changed.isEmpty ? "" : JSON.object(changed).string
    }
}
