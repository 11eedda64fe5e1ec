import SchoolRules
import Store
import Web

/// Every change of one cell, from the audit rows.
struct CellHistory: Sendable {
    struct Change: Sendable {
        let instant: Int64
        let author: PersonName?
        let before, after, comment: String
    }

    let page: FoundPage
    let lesson: LessonRow
    let student: String
    /// The newest first.
    let changes: [Change]
    /// Whether the first entry was late.
    let isLate: Bool

    /// - Throws: ``Refusal/notFound`` for a lesson or a student that is not on the page, as far as the visitor sees it.
    static func read(
        _ page: FoundPage, lesson id: Int64, student: Int64, for visit: Visit, in connection: Connection
    ) throws -> CellHistory {
        let school = visit.school.id
        guard let lesson = try LessonRow.one(id, school: school, in: connection), lesson.page == page.id,
            page.lessons?.contains(id) ?? true
        else { throw Refusal.notFound }
        let all = try JournalQueries.students(
            group: page.group, from: lesson.day, to: lesson.day, school: school, in: connection)
        let own = try page.classes.map {
            try JournalQueries.students(
                ofClasses: $0, from: lesson.day, to: lesson.day, school: school, in: connection)
        }
        let place = CellPlace(lesson: id, student: student)
        let cells = try CellQueries.cells(lessons: [id], students: [student], school: school, in: connection)
        guard let name = try name(of: student, among: all, isWritten: cells[place] != nil, school, connection),
            own?.contains(student) ?? true
        else { throw Refusal.notFound }
        return CellHistory(
            page: page, lesson: lesson, student: name,
            changes: try changes(of: place, school: school, in: connection),
            isLate: cells[place]?.rows.contains(where: \.isLate) ?? false)
    }

    /// A student of that day, or one whose cell was written although the list has changed since.
    private static func name(
        of student: Int64, among all: [JournalStudent], isWritten: Bool, _ school: Int64, _ connection: Connection
    ) throws -> String? {
        if let member = all.first(where: { $0.id == student }) { return member.name }
        guard isWritten else { return nil }
        return try VisitQueries.name(of: student, school: school, in: connection)?.list
    }

    private static func changes(of place: CellPlace, school: Int64, in connection: Connection) throws -> [Change] {
        try connection.all(
            """
            SELECT audit.at, person.surname, person.given, person.patronymic, audit.before, audit.after,
                coalesce(audit_text.content, '')
            FROM audit
            LEFT JOIN person ON person.school_id = audit.school_id AND person.id = audit.actor
            LEFT JOIN audit_text ON audit_text.school_id = audit.school_id AND audit_text.seq = audit.seq
            WHERE audit.school_id = \(school) AND audit.object = \(place.object)
            ORDER BY audit.seq DESC LIMIT 500
            """
        ) { row in
            Change(
                instant: row.integer(0),
                author: row.isNull(1)
                    ? nil : PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                before: CellTrace.shown(row.text(4)), after: CellTrace.shown(row.text(5)), comment: row.text(6))
        }
    }
}

/// The history of a cell as a page.
struct CellHistoryPage {
    let visit: Visit
    let history: CellHistory

    private var language: Language { visit.language }

    var answer: Answer {
        let lesson = history.lesson
        let page = history.page
        let subject = pageTitle(
            subject: page.subject, className: page.className, groupName: page.groupName, language)
        let place = """
            \(history.student) · \(subject) · \(lesson.day.weekdayWord(language)), \(lesson.day.words(language)), \
            \(JournalTexts.number(lesson.number)[language])
            """
        let list: HTML =
            history.changes.isEmpty
            ? "<p class=\"say\">\(HistoryTexts.nothing[language])</p>"
            : "<ol class=\"history\">\(changes)</ol>"
        return Layout(visit: visit, title: HistoryTexts.title[language], place: "/pages", frame: .thin).answer(
            """
            <div class="head"><div><h1>\(HistoryTexts.title[language])</h1><p class="sub">\(place)</p></div></div>
            \(list)
            <p class="links"><a href="/pages/\(page.id)">\(HistoryTexts.toPage[language])</a></p>
            """)
    }

    private var changes: HTML {
        let last = history.changes.count - 1
        return history.changes.enumerated().html { number, change in
            let isFirst = number == last
            let late: HTML? =
                isFirst && history.isLate
                ? " <span class=\"tag late\">\(HistoryTexts.late[language])</span>" : nil
            let comment: HTML? = change.comment.isEmpty ? nil : "<p>«\(change.comment)»</p>"
            return "<li><p>\(step(change))\(late)</p>\(comment)<p class=\"sub\">\(line(change, isFirst))</p></li>"
        }
    }

    private func step(_ change: CellHistory.Change) -> HTML {
        let empty: HTML = "<span class=\"none\">\(HistoryTexts.empty[language])</span>"
        let after: HTML = change.after.isEmpty ? empty : "<b class=\"mark\">\(change.after)</b>"
        if change.before == change.after { return after }
        let before: HTML = change.before.isEmpty ? empty : "<del>\(change.before)</del>"
        return "\(before) <span class=\"sr\">\(HistoryTexts.now[language])</span> → \(after)"
    }

    private func line(_ change: CellHistory.Change, _ isFirst: Bool) -> String {
        let moment = visit.school.time.moment(change.instant)
        var parts = ["\(moment.day.words(language)), \(DateWords.clock(moment.minute))"]
        if let author = change.author { parts.append(author.short) }
        if change.before == change.after {
            parts.append(HistoryTexts.detail[language])
        } else if change.after.isEmpty {
            parts.append(HistoryTexts.withdrawn[language])
        } else if !isFirst {
            parts.append(HistoryTexts.corrected[language])
        }
        return parts.joined(separator: " · ")
    }
}

private enum HistoryTexts {
    static let title = Text(ky: "Уячанын тарыхы", ru: "История клетки", kk: "Ұяшық тарихы", en: "History of the cell")
    static let nothing = Text(
        ky: "Бул уячага эч нерсе жазылган эмес.", ru: "В этой клетке ещё ничего не писали.",
        kk: "Бұл ұяшыққа ештеңе жазылмаған.", en: "Nothing has been entered in this cell.")
    static let toPage = Text(
        ky: "Журналдын бетине", ru: "К странице журнала", kk: "Журнал бетіне", en: "To the journal page")
    static let empty = Text(ky: "бош", ru: "пусто", kk: "бос", en: "empty")
    static let now = Text(ky: "эми", ru: "теперь", kk: "енді", en: "now")
    static let late = Text(
        ky: "кечигип жазылды", ru: "внесено с опозданием", kk: "кешігіп жазылды", en: "entered late")
    static let corrected = Text(ky: "оңдоо", ru: "исправление", kk: "түзету", en: "correction")
    static let withdrawn = Text(ky: "алынып салынды", ru: "удалено", kk: "алып тасталды", en: "withdrawn")
    static let detail = Text(
        ky: "комментарий же иштин түрү", ru: "комментарий или вид работы", kk: "түсініктеме немесе жұмыс түрі",
        en: "comment or kind of work")
}
