import SchoolRules
import Store
import Web

/// What waits at the desk of a class teacher or the clerk, for their start pages: requests and the monthly check.
struct DeskNotice: Sendable, Equatable {
    struct Due: Sendable, Equatable {
        let classID: Int64
        let name: ClassName
        let month: String
    }

    var language = Language.ru
    /// With the class teacher.
    var requests = 0
    /// With the clerk.
    var decisions = 0
    var due: [Due] = []

    static func read(_ visit: Visit, in connection: Connection) throws -> DeskNotice {
        try connection.fact("desk \(visit.person.id) \(visit.today) \(visit.language)") {
            var notice = DeskNotice(language: visit.language)
            if visit.mayInSchool(.approveRosterChange) {
                notice.decisions = try connection.count(
                    "SELECT count(*) FROM change_request WHERE school_id = \(visit.school.id) AND state = 'passed'")
            }
            guard visit.may(.requestRosterChange, over: .class) else { return notice }
            let today = visit.today.description
            let led = try visit.classesLed(in: connection).sorted()
            guard !led.isEmpty else { return notice }
            notice.requests = try connection.count(
                """
                SELECT count(DISTINCT change_request.id) FROM change_request
                JOIN enrolment ON enrolment.school_id = change_request.school_id
                    AND enrolment.student_id = change_request.student_id
                    AND enrolment.from_day <= \(today) AND enrolment.to_day >= \(today)
                WHERE change_request.school_id = \(visit.school.id) AND change_request.state = 'sent'
                    AND enrolment.group_id IN \(list: led)
                """)
            notice.due = try due(led, visit, in: connection)
            return notice
        }
    }

    /// The oldest month of each class that is not confirmed.
    private static func due(_ led: [Int64], _ visit: Visit, in connection: Connection) throws -> [Due] {
        let months = try DataCheck.months(visit, in: connection)
        let known = try DataCheck.all(year: visit.year, of: led, school: visit.school.id, in: connection)
        let waiting = led.compactMap { classID -> (classID: Int64, month: String)? in
            let confirmed = Set(known.filter { $0.classID == classID }.map(\.month))
            return months.first { !confirmed.contains($0) }.map { (classID, $0) }
        }
        guard !waiting.isEmpty else { return [] }
        let names = try ClassNames.all(school: visit.school.id, in: connection)
        return waiting.compactMap { classID, month in
            names[classID].map { Due(classID: classID, name: $0, month: month) }
        }
    }

    /// nil where nothing waits.
    var html: HTML? {
        var lines: [HTML] = []
        if decisions > 0 {
            lines.append("<a href=\"/requests\">\(DeskWords.decisions(decisions)[language])</a>")
        }
        if requests > 0 {
            lines.append("<a href=\"/requests\">\(DeskWords.requests(requests)[language])</a>")
        }
        for one in due {
            let words = DeskWords.due(one.name.display(language), DeskWords.month(one.month))[language]
            lines.append("<a href=\"/classes/\(one.classID)/data\">\(words)</a>")
        }
        guard !lines.isEmpty else { return nil }
        return "<ul class=\"say warn desk\">\(lines.html { "<li>\($0)</li>" })</ul>"
    }
}

enum DeskWords {
    static func requests(_ count: Int) -> Text {
        let noun = requestCount(count)
        return Text(
            ky: "Ата-энелерден маалымат өзгөрүүлөрү: \(noun.ky)", ru: "От родителей об изменении данных: \(noun.ru)",
            kk: "Ата-аналардан дерек өзгерістері: \(noun.kk)", en: "Changes of data from parents: \(noun.en)")
    }

    static func decisions(_ count: Int) -> Text {
        let noun = requestCount(count)
        return Text(
            ky: "Маалыматты өзгөртүү, чечим күтөт: \(noun.ky)", ru: "Об изменении данных, ждут решения: \(noun.ru)",
            kk: "Деректі өзгерту, шешім күтеді: \(noun.kk)", en: "Changes of data to decide: \(noun.en)")
    }

    static func due(_ className: String, _ month: Text) -> Text {
        Text(
            ky: "\(className): окуучулардын маалыматын тастыктаңыз (\(month.ky))",
            ru: "\(className): подтвердите данные учеников (\(month.ru))",
            kk: "\(className): оқушылардың деректерін растаңыз (\(month.kk))",
            en: "\(className): confirm the data of the students (\(month.en))")
    }

    /// The name of a month `YYYY-MM`.
    static func month(_ month: String) -> Text {
        let number = Int(month.suffix(2)) ?? 1
        return DateWords.month((1...12).contains(number) ? number : 1)
    }

    private static let requestCount = Plural(
        ky: "билдирүү", ru: ("сообщение", "сообщения", "сообщений"), kk: "хабарлама", en: ("report", "reports"))
}
