import SchoolRules
import Store
import Web

/// The diary for programs.
enum DiaryAPI {
    static let routes: [Route] = [
        .needs(.signedIn, .get, "/api/v1/me", bodyLimit: nil, me),
        .get("/api/v1/children", .readOwnDiary, children),
        .get("/api/v1/diary/{student}", .readOwnDiary, week),
    ]

    private static func me(_ visit: Visit) throws -> Answer {
        let roles = Role.allCases.filter(visit.roles.contains).map { JSON.string($0.rawValue) }
        let children = try visit.read { try childrenJSON(visit, in: $0) }
        return .json(["person": visit.personJSON, "roles": .array(roles), "children": .array(children)])
    }

    private static func children(_ visit: Visit) throws -> Answer {
        .json(.items(try visit.read { try childrenJSON(visit, in: $0) }))
    }

    private static func week(_ visit: Visit) throws -> Answer {
        let student = try visit.id("student")
        let shown = try WishedDay.week(visit.asked.query, today: visit.today)
        let moment = visit.store.moment
        return try visit.read { connection in
            let child = try visit.child(student, in: connection)
            return try Diary.kept.answer(to: visit, since: moment, in: connection) {
                let week = try DiaryWeekQueries(student, for: visit, in: connection)
                    .week(from: shown.monday, to: shown.sunday)
                return .init(
                    answer: .json(DiaryJSON(visit: visit, week: week).json(of: child, shown)),
                    about: [.student(student)])
            }
        }
    }

    private static func childrenJSON(_ visit: Visit, in connection: Connection) throws -> [JSON] {
        guard visit.may(.readOwnDiary, over: .child) else { return [] }
        return try DiaryQueries.children(of: visit, in: connection).map { child in
            [
                "id": .id(child.id), "name": .string(child.name.full),
                "class": .string(child.className.compact),
            ]
        }
    }
}

/// A diary week as programs see it.
struct DiaryJSON {
    let visit: Visit
    let week: DiaryWeek

    func json(of child: FoundChild, _ shown: Week) -> JSON {
        let student: JSON = [
            "id": .id(child.id), "name": .string(child.name.full),
            "class": .string(child.className?.compact ?? ""),
        ]
        // One offset a week: no school of the three countries changes its clocks.
        let offset = String(visit.school.time.iso(Moment(day: shown.monday, minute: 720)).suffix(6))
        let days = shown.days.map { day -> JSON in
            let date = day.description
            return [
                "date": .string(date),
                "lessons": .array(week.lessons(on: day).map { lesson($0, date: date, offset: offset) }),
            ]
        }
        return ["student": student, "week": .string(shown.description), "days": .array(days)]
    }

    private func lesson(_ lesson: DiaryLesson, date: String, offset: String) -> JSON {
        [
            "id": .id(lesson.id), "number": .integer(Int64(lesson.number)),
            "start": .string(time(date, lesson.start, offset)),
            "end": .string(time(date, lesson.end, offset)), "subject": .string(lesson.subject),
            "teacher": .string(lesson.teacher), "substitute": .optional(lesson.substitute),
            "topic": .string(lesson.topic), "material": .string(lesson.material), "homework": .array(homework(lesson)),
            "marks": .array(lesson.marks.map(mark)), "absence": absence(lesson.absence),
            "state": .string(lesson.state(at: visit.moment).rawValue),
        ]
    }

    private func time(_ date: String, _ minute: Int, _ offset: String) -> String {
        "\(date)T\(ClockTime(minutes: minute)):00\(offset)"
    }

    private func homework(_ lesson: DiaryLesson) -> [JSON] {
        [(lesson.homework, false), (lesson.ownHomework, true)].filter { !$0.0.isEmpty }.map { text, isOwn in
            ["text": .string(text), "own": .bool(isOwn)]
        }
    }

    private func mark(_ mark: DiaryMark) -> JSON {
        [
            "value": .string(mark.value), "kind": .string(KindCode.of(mark.kind)),
            "kindName": .string(week.kind(mark.kind)?.name ?? ""),
            "weight": .number(Self.decimal(mark.weight)), "comment": .string(mark.comment),
            "changedFrom": .optional(mark.changedFrom), "maximum": .integer(Int64(mark.maximum)),
        ]
    }

    private func absence(_ absence: DiaryAbsence?) -> JSON {
        guard let absence else { return .null }
        return [
            "code": .string(absence.code), "category": .string(absence.category.rawValue),
            "minutes": absence.minutes > 0 ? .integer(Int64(absence.minutes)) : .null,
            "text": .string(absence.words[visit.language]),
        ]
    }

    private static func decimal(_ hundredths: Int) -> String {
        hundredths % 100 == 0
            ? "\(hundredths / 100)" : Fraction(hundredths: hundredths).rounded(decimals: 2, separator: ".")
    }
}
