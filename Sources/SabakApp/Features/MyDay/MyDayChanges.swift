import SchoolRules
import Store
import Web

/// What was changed under the visitor's own name on a day: marks, attendance and final marks.
struct MyDayChanges: Sendable {
    struct Change: Sendable {
        let at: Int64
        let object, before, after: String
        var place = ""
        var student = ""
        var when: Day?
        var period: FinalKey?
        var address: String?
    }

    let day: Day
    let changes: [Change]

    static let most = 500

    /// The chain names objects: `cell/<lesson>/<student>`, `final/<page>/<period>/<student>`.
    static func read(_ visit: Visit, on day: Day, in connection: Connection) throws -> MyDayChanges {
        let school = visit.school.id
        let from = visit.school.time.instant(Moment(day: day, minute: 0))
        let to = visit.school.time.instant(Moment(day: day.adding(1), minute: 0))
        var changes = try connection.all(
            """
            SELECT at, object, before, after FROM audit
            WHERE school_id = \(school) AND actor = \(visit.person.id) AND at >= \(from) AND at < \(to)
                AND action IN ('cell.set', 'final.set')
            ORDER BY at, seq LIMIT \(most)
            """
        ) {
            Change(
                at: $0.integer(0), object: $0.text(1), before: CellTrace.shown($0.text(2)),
                after: CellTrace.shown($0.text(3)))
        }
        let parts = changes.map { $0.object.split(separator: "/").map(String.init) }
        let lessons = try places(lessons: ids(parts, "cell", at: 1), visit, connection)
        let pages = try places(pages: ids(parts, "final", at: 1), visit, connection)
        let people = try names(ids(parts, "cell", at: 2) + ids(parts, "final", at: 3), school, connection)
        for (index, part) in parts.enumerated() {
            if part.count == 3, part[0] == "cell", let lesson = Int64(part[1]), let student = Int64(part[2]) {
                let found = lessons[lesson]
                changes[index].place = found?.words ?? ""
                changes[index].when = found?.day
                changes[index].student = people[student] ?? ""
                changes[index].address = found.map { "/pages/\($0.page)/cells/\(lesson)/\(student)" }
            } else if part.count == 4, let page = Int64(part[1]), let student = Int64(part[3]) {
                changes[index].place = pages[page]?.words ?? ""
                changes[index].period = FinalKey(part[2])
                changes[index].student = people[student] ?? ""
                changes[index].address = "/pages/\(page)/counts/\(student)?term=\(part[2])"
            }
        }
        return MyDayChanges(day: day, changes: changes)
    }

    private static func ids(_ parts: [[String]], _ noun: String, at place: Int) -> [Int64] {
        parts.filter { $0.first == noun && $0.count > place }.compactMap { Int64($0[place]) }
    }

    private struct Place {
        let words: String
        let page: Int64
        let day: Day?
    }

    private static let tables: SQL = """
        page
        JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
        JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
        LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
        """
    private static let columns: SQL = """
        page.id, subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en, coalesce(class.grade, -1),
        coalesce(class.letter, ''), study_group.name
        """

    private static func place(_ row: Row, _ language: Language, day: Day?) -> Place {
        let subject = Names(ky: row.text(1), ru: row.text(2), kk: row.text(3), en: row.text(4))[language]
        let group = row.int(5) < 0 ? nil : ClassName(grade: row.int(5), letter: row.text(6)).display(language)
        let words = [group ?? "", subject, row.text(7)].filter { !$0.isEmpty }.joined(separator: " · ")
        return Place(words: words, page: row.integer(0), day: day)
    }

    private static func places(lessons: [Int64], _ visit: Visit, _ connection: Connection) throws -> [Int64: Place] {
        guard !lessons.isEmpty else { return [:] }
        let rows = try connection.all(
            """
            SELECT \(columns), lesson.id, lesson.day FROM \(tables)
            JOIN lesson ON lesson.school_id = page.school_id AND lesson.page_id = page.id
            WHERE page.school_id = \(visit.school.id) AND lesson.id IN \(list: Set(lessons).sorted())
            ORDER BY lesson.id
            """
        ) { ($0.integer(8), place($0, visit.language, day: Day($0.text(9)))) }
        return Dictionary(rows) { first, _ in first }
    }

    private static func places(pages: [Int64], _ visit: Visit, _ connection: Connection) throws -> [Int64: Place] {
        guard !pages.isEmpty else { return [:] }
        let rows = try connection.all(
            """
            SELECT \(columns) FROM \(tables)
            WHERE page.school_id = \(visit.school.id) AND page.id IN \(list: Set(pages).sorted()) ORDER BY page.id
            """
        ) { ($0.integer(0), place($0, visit.language, day: nil)) }
        return Dictionary(rows) { first, _ in first }
    }

    private static func names(_ ids: [Int64], _ school: Int64, _ connection: Connection) throws -> [Int64: String] {
        guard !ids.isEmpty else { return [:] }
        let rows = try connection.all(
            """
            SELECT id, surname, given, patronymic FROM person
            WHERE school_id = \(school) AND id IN \(list: Set(ids).sorted()) ORDER BY id
            """
        ) { ($0.integer(0), PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3)).list) }
        return Dictionary(rows) { first, _ in first }
    }
}

/// The list behind the morning line.
struct MyDayChangesPage {
    let visit: Visit
    let found: MyDayChanges
    private var language: Language { visit.language }

    var answer: Answer {
        let title = MyDayTexts.changesTitle[language]
        let day = found.day
        return Layout(visit: visit, title: title, place: "/my-day", frame: .page).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(day.weekdayWord(language)), \
            \(day.words(language)). \
            \(MyDayTexts.notMine[language])</p></div>
            <nav class="step" aria-label="\(MyDayTexts.chooseDay[language])">\
            <a href="/my-day/changes?date=\(day.adding(-1).description)" aria-label="\
            \(MyDayTexts.dayBefore[language])">\
            \(Icon.back.html)</a><a href="/my-day">\(MyDayTexts.title[language])</a>\
            <a href="/my-day/changes?date=\(day.adding(1).description)" aria-label="\(MyDayTexts.dayAfter[language])">\
            \(Icon.next.html)</a></nav></div>
            \(list)
            """)
    }

    private var list: HTML {
        guard !found.changes.isEmpty else { return "<p class=\"say\">\(MyDayTexts.noChanges[language])</p>" }
        return "<ol class=\"card brief plainlist changes\">\(found.changes.html(line))</ol>"
    }

    private func line(_ change: MyDayChanges.Change) -> HTML {
        let at = visit.school.time.moment(change.at)
        let what =
            change.period.map { PeriodWords.name($0, among: [])[language] } ?? change.when?.words(language) ?? ""
        let before: HTML = change.before.isEmpty ? "—" : "<del>\(change.before)</del>"
        let after: HTML = change.after.isEmpty ? "—" : "<b class=\"mark\">\(change.after)</b>"
        let name: HTML = change.address.map { "<a href=\"\($0)\">\(change.student)</a>" } ?? "\(change.student)"
        return """
            <li><span><small>\(DateWords.clock(at.minute))</small> <b>\(name)</b> <small>\(change.place) · \(what)\
            </small></span>\
            <span class="step-of">\(before) → \(after)</span></li>
            """
    }
}
