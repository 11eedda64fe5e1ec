import SchoolRules
import Web

/// A plan typed as lines.
struct NewPlan: Sendable {
    let title: String
    let subject: Int64
    let grade: Int
    let rows: [PlanRow]
    /// The pages of the subject and grade it is attached to from the start.
    let pages: [Int64]

    /// - Parameter pages: the pages the author teaches; the plan is for the subject and grade of one of them.
    init(_ form: Form, pages: [PlanPageOfTeacher]) throws {
        title = try PlanFields.title(form["title"])
        guard let page = pages.first(where: { PlanFields.key($0) == form["subject"] }) else {
            throw PlanRefusals.subjectMissing
        }
        subject = page.subject
        grade = page.grade
        rows = try PlanFields.lines(form["topics"] ?? "", at: "topics")
        guard !rows.isEmpty else { throw PlanRefusals.noTopics }
        self.pages =
            form["attach"] == "1"
            ? pages.filter { PlanFields.key($0) == form["subject"] && $0.plan == 0 }.map(\.id) : []
    }
}

/// A plan changed row by row, with lines added below.
struct ChangedPlan: Sendable {
    let title: String
    let rows: [(was: Int, row: PlanRow)]

    init(_ form: Form) throws {
        title = try PlanFields.title(form["title"])
        let typed = try PlanFields.rows(form)
        let more = try PlanFields.lines(form["topics"] ?? "", at: "topics")
        rows = typed + more.map { (was: 0, row: $0) }
        guard !rows.isEmpty else { throw PlanRefusals.noTopics }
        guard rows.count <= PlanWriting.mostRows else { throw PlanRefusals.tooMany }
    }
}

/// The fields of a plan as people type them.
enum PlanFields {
    /// The subject and grade of a page, as the value of a choice.
    static func key(_ page: PlanPageOfTeacher) -> String { "\(page.subject)-\(page.grade)" }

    static func title(_ text: String?) throws -> String {
        let title = composed(text ?? "")
        guard !title.isEmpty, title.count <= 200 else { throw PlanRefusals.titleMissing }
        return title
    }

    /// One topic a line: `topic`, or `topic | hours | homework`, or cells of a sheet with tabs, the first of which may
    /// be a number. A line with `#` names the section of the lines below.
    static func lines(_ text: String, at field: String) throws -> [PlanRow] {
        var rows: [PlanRow] = []
        var section = ""
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = trimmed(String(line))
            if line.hasPrefix("#") {
                section = trimmed(String(line.drop { $0 == "#" }))
            } else if !line.isEmpty {
                rows.append(try row(line, section, line: number + 1, at: field))
            }
        }
        guard rows.count <= PlanWriting.mostRows else { throw PlanRefusals.tooMany }
        return rows
    }

    private static func row(_ line: String, _ section: String, line number: Int, at field: String) throws -> PlanRow {
        var cells = line.split(separator: line.contains("\t") ? "\t" : "|", omittingEmptySubsequences: false)
            .map { trimmed(String($0)) }
        if cells.count > 1, !cells[0].isEmpty, cells[0].allSatisfy({ $0.isNumber || $0 == "." }) {
            cells.removeFirst()
        }
        var row = PlanRow(number: 0, section: section, topic: composed(cells[0]))
        if cells.count > 1, !cells[1].isEmpty {
            guard let hours = hours(cells[1]) else { throw PlanRefusals.wrongHours(line: number, at: field) }
            row.hours = hours
        }
        if cells.count > 2 { row.homework = composed(cells[2]) }
        try check(row, line: number, at: field)
        return row
    }

    /// The rows of the table in the order of their numbers; a row without a topic is gone.
    static func rows(_ form: Form) throws -> [(was: Int, row: PlanRow)] {
        var rows: [(was: Int, row: PlanRow)] = []
        for (key, topic) in form.named(with: "topic-") where !topic.isEmpty {
            guard let place = Int(key) else { continue }
            var row = PlanRow(number: Int(form["number-\(key)"] ?? "") ?? place, topic: composed(topic))
            row.section = composed(form["section-\(key)"] ?? "")
            row.homework = composed(form["homework-\(key)"] ?? "")
            row.kind = Int(form["kind-\(key)"] ?? "") ?? 0
            let typed = form["hours-\(key)"] ?? ""
            guard let hours = typed.isEmpty ? 100 : hours(typed) else {
                throw PlanRefusals.wrongHours(line: place, at: "hours-\(key)")
            }
            row.hours = hours
            try check(row, line: place, at: "topic-\(key)")
            rows.append((was: Int(form["was-\(key)"] ?? "") ?? 0, row: row))
        }
        let ordered = rows.enumerated().sorted {
            ($0.element.row.number, $0.offset) < ($1.element.row.number, $1.offset)
        }
        return ordered.map(\.element)
    }

    private static func check(_ row: PlanRow, line: Int, at field: String) throws {
        guard !row.topic.isEmpty else { throw PlanRefusals.topicMissing(line: line, at: field) }
        guard row.topic.count <= 500, row.section.count <= 200, row.homework.count <= 2000 else {
            throw PlanRefusals.tooLong(line: line, at: field)
        }
    }

    /// Hours in hundredths, from a quarter of an hour to twenty.
    static func hours(_ text: String) -> Int? {
        guard let hours = Fraction(text)?.hundredths, (25...2000).contains(hours) else { return nil }
        return hours
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop(while: \.isWhitespace)
        return String(start.dropLast(start.reversed().prefix(while: \.isWhitespace).count))
    }
}

enum PlanRefusals {
    static let titleMissing = Refusal.invalid(
        "title_missing",
        Text(
            ky: "Пландын аталышын жазыңыз (200 белгиге чейин)", ru: "Напишите название плана (до 200 знаков)",
            kk: "Жоспардың атауын жазыңыз (200 таңбаға дейін)", en: "Name the plan (up to 200 characters)"),
        at: "title")
    static let titleTaken = Refusal.invalid(
        "title_taken",
        Text(
            ky: "Мындай планыңыз бар: башка аталыш бериңиз", ru: "Такой план у вас уже есть: назовите иначе",
            kk: "Мұндай жоспарыңыз бар: басқа атау беріңіз", en: "You have such a plan already: choose another title"),
        at: "title")
    static let subjectMissing = Refusal.invalid(
        "subject_missing",
        Text(
            ky: "Өз предметиңизди тандаңыз", ru: "Выберите свой предмет", kk: "Өз пәніңізді таңдаңыз",
            en: "Choose a subject you teach"), at: "subject")
    static let noTopics = Refusal.invalid(
        "no_topics",
        Text(
            ky: "Жок дегенде бир тема жазыңыз", ru: "Напишите хотя бы одну тему", kk: "Кемінде бір тақырып жазыңыз",
            en: "Write at least one topic"), at: "topics")
    static let tooMany = Refusal.invalid(
        "too_many_topics",
        Text(
            ky: "Бир планда эң көп \(PlanWriting.mostRows) тема", ru: "В плане не больше \(PlanWriting.mostRows) тем",
            kk: "Бір жоспарда ең көбі \(PlanWriting.mostRows) тақырып",
            en: "At most \(PlanWriting.mostRows) topics in a plan"), at: "topics")

    static func wrongHours(line: Int, at field: String) -> Refusal {
        .invalid(
            "wrong_hours",
            Text(
                ky: "\(line)-сап: саат 0,25тен 20га чейинки сан болушу керек",
                ru: "Строка \(line): часы — число от 0,25 до 20", kk: "\(line)-жол: сағат 0,25-тен 20-ға дейінгі сан",
                en: "Line \(line): hours are a number from 0.25 to 20"), at: field)
    }

    static func topicMissing(line: Int, at field: String) -> Refusal {
        .invalid(
            "topic_missing",
            Text(
                ky: "\(line)-сап: темасы жок", ru: "Строка \(line): нет темы", kk: "\(line)-жол: тақырыбы жоқ",
                en: "Line \(line): the topic is missing"), at: field)
    }

    static func tooLong(line: Int, at field: String) -> Refusal {
        .invalid(
            "too_long",
            Text(
                ky: "\(line)-сап: текст өтө узун", ru: "Строка \(line): слишком длинный текст",
                kk: "\(line)-жол: мәтін тым ұзақ", en: "Line \(line): the text is too long"), at: field)
    }
}
