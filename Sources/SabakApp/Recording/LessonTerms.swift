import SchoolRules
import Store

/// What decides how a wish changes a lesson: the clock, the deadlines, the kinds of work and the page's plan.
struct LessonTerms {
    private let now: Moment
    private let instant: Int64
    private let person: Int64
    private let grade: Int
    private let rules: DeadlineRules
    private let calendar: SchoolCalendar
    /// Kinds by id, and whether they need a topic of their own.
    private let kinds: [Int: Bool]
    /// Kinds that are no longer given.
    private let off: Set<Int>
    private let plan: [PlanRow]
    /// When the roll was confirmed for the first time, if it has ever been.
    private let firstRoll: Int64

    init(_ lesson: FoundLesson, at now: Moment, by person: Int64, in writing: Writing) throws {
        let (school, connection) = (writing.school, writing.connection)
        self.now = now
        self.person = person
        instant = writing.instant
        grade = try CellQueries.grade(of: lesson.page, school: school, in: connection)
        rules = try SchoolFacts.deadlines(school: school, in: connection)
        calendar = try SchoolFacts.calendar(school: school, year: lesson.page.year, in: connection)
        let rows = try connection.all(
            "SELECT id, needs_title, is_off FROM kind_of_work WHERE school_id = \(school) ORDER BY id"
        ) {
            (id: $0.int(0), needsTitle: $0.bool(1), isOff: $0.bool(2))
        }
        kinds = Dictionary(rows.map { ($0.id, $0.needsTitle) }, uniquingKeysWith: { first, _ in first })
        off = Set(rows.filter(\.isOff).map(\.id))
        plan = try LessonPlan.rows(of: lesson.page.id, school: school, in: connection)
        firstRoll = Int64(
            try connection.count(
                """
                SELECT coalesce(min(at), 0) FROM audit
                WHERE school_id = \(school) AND object = \("lesson/\(lesson.id)") AND action = 'lesson.record'
                    AND after LIKE '%roll=1%'
                """))
    }

    /// The lesson as the wish leaves it. Lateness is of the first entry; a later correction is history.
    func decide(_ wish: LessonWish, on before: LessonRow) throws -> LessonRow {
        var after = before
        if let kind = wish.kind { after.kind = try known(kind, instead: before.kind) }
        if let maximum = wish.maximum { after.maximum = try known(maximum: maximum) }
        if let text = wish.checkedOn { after.checkedOn = try checkedOn(text, before) }
        if let material = wish.material { after.material = material }
        if let topic = wish.topic { set(topic: topic, &after) }
        setHomework(wish, &after)
        if let isConfirmed = wish.rollConfirmed { try set(roll: isConfirmed, &after) }
        if after.isRollConfirmed, !after.hasTopic, kinds[after.kind] == true, after != before {
            throw LessonRefusals.workWithoutTopic
        }
        return after
    }

    private func known(_ kind: Int, instead old: Int) throws -> Int {
        let isGiven = kinds[kind] != nil && !off.contains(kind)
        guard kind == 0 || kind == old || isGiven else { throw LessonRefusals.unknownKind }
        return kind
    }

    private func known(maximum: Int) throws -> Int {
        guard (0...Scale.mostPoints).contains(maximum) else { throw LessonRefusals.wrongMaximum }
        return maximum
    }

    private func checkedOn(_ text: String, _ lesson: LessonRow) throws -> Day? {
        if text.isEmpty { return nil }
        guard let day = Day(text), day >= lesson.day, day <= max(now.day, lesson.day) else {
            throw LessonRefusals.wrongCheckedOn
        }
        return day
    }

    private func set(topic: String, _ lesson: inout LessonRow) {
        if lesson.topicAt == 0, !topic.isEmpty {
            lesson.topicAt = instant
            lesson.topicIsLate = isLate(.lesson, lesson)
        }
        if topic != lesson.topic { lesson.planRow = LessonPlan.row(meantBy: topic, in: plan, after: lesson.planRow) }
        lesson.topic = topic
    }

    private func setHomework(_ wish: LessonWish, _ lesson: inout LessonRow) {
        if let homework = wish.homework {
            lesson.homework = homework
            if !homework.isEmpty { lesson.noHomework = false }
        }
        if let isNone = wish.noHomework {
            lesson.noHomework = isNone
            if isNone { lesson.homework = "" }
        }
        if let minutes = wish.homeworkMinutes { lesson.homeworkMinutes = minutes }
        if lesson.homework.isEmpty { lesson.homeworkMinutes = 0 }
        if lesson.homeworkAt == 0, lesson.isHomeworkDecided {
            lesson.homeworkAt = instant
            lesson.homeworkIsLate = isLate(.homework, lesson)
        }
    }

    private func set(roll isConfirmed: Bool, _ lesson: inout LessonRow) throws {
        guard isConfirmed != lesson.isRollConfirmed else { return }
        if isConfirmed {
            guard absenceMayBeEntered(start: lesson.startMoment, now: now) else { throw LessonRefusals.notBegun }
            lesson.rollAt = firstRoll == 0 ? instant : firstRoll
            lesson.rollBy = person
            if firstRoll == 0 { lesson.rollIsLate = isLate(.attendance, lesson) }
        } else {
            lesson.rollAt = 0
            lesson.rollBy = 0
        }
    }

    private func isLate(_ kind: EntryKind, _ lesson: LessonRow) -> Bool {
        rules.timeliness(
            of: kind, lesson: lesson.startMoment, lessonEnd: lesson.endMoment, entered: now, calendar: calendar,
            grade: grade
        ).isLate
    }
}
