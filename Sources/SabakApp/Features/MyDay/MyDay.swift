import SchoolRules
import Store
import Web

/// A teacher's day: lessons in their order, what is not recorded yet, and who is absent.
enum MyDay {
    static let routes: [Route] = [
        .needs(.anyOf([.writeLesson, .writeAbsenceReason]), .get, "/my-day", bodyLimit: nil, show),
        .needs(.anyOf([.writeLesson, .writeAbsenceReason]), .get, "/my-day/changes", bodyLimit: nil, changes),
        .needs(.anyOf([.writeLesson, .writeAbsenceReason]), .get, "/api/v1/my-day", bodyLimit: nil, list),
    ]

    private static func show(_ visit: Visit) throws -> Answer {
        let day = try MyDayForms.day(visit)
        let sheet = try visit.read { try MyDaySheet(day, for: visit, in: $0) }
        return MyDayPage(visit: visit, sheet: sheet).answer()
    }

    /// Of the day before, unless another one is asked for.
    private static func changes(_ visit: Visit) throws -> Answer {
        let asked = visit.asked.query["date"]
        let day = asked == nil ? visit.today.adding(-1) : try MyDayForms.day(visit)
        let found = try visit.read { try MyDayChanges.read(visit, on: day, in: $0) }
        return MyDayChangesPage(visit: visit, found: found).answer
    }

    private static func list(_ visit: Visit) throws -> Answer {
        let day = try MyDayForms.day(visit)
        let lessons = try visit.read { connection in
            try MyDayQueries.lessons(of: visit, from: day, to: day, in: connection)
        }
        let json = LessonJSON(visit)
        return .json(
            .items(
                lessons.map { lesson in
                    .object(
                        json.fields(lesson.row, mayWrite: lesson.mayWrite) + [
                            ("page", .id(lesson.row.page)),
                            ("class", .string(lesson.place(visit.language))),
                            ("subject", .string(lesson.subject[visit.language])),
                        ])
                }))
    }
}

enum MyDayForms {
    /// The day asked for; today where none is.
    /// - Throws: a refusal for what is no date.
    static func day(_ visit: Visit) throws -> Day {
        guard let text = visit.asked.query["date"] else { return visit.today }
        guard let day = Day(text) else {
            throw Refusal.invalid("wrong_date", MyDayTexts.wrongDate, at: "/date")
        }
        return day
    }
}
