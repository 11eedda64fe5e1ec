import SchoolRules
import Store
import Web

/// A child's works ahead by week, and what the child still owes.
struct FamilyWorksPage {
    let frame: DiaryFrame
    let works: [AnnouncedWork]
    let debts: [OpenDebt]
    let kinds: [KindOfWork]
    private var visit: Visit { frame.visit }
    private var language: Language { frame.language }

    static let days = 56

    static func read(_ frame: DiaryFrame, in connection: Connection) throws -> FamilyWorksPage {
        let (visit, child) = (frame.visit, frame.child)
        let school = visit.school.id
        let kinds = try SchoolFacts.kindsOfWork(school: school, in: connection)
        let last = visit.today.adding(days)
        let groups = try connection.all(
            """
            SELECT group_id, from_day, to_day FROM enrolment
            WHERE school_id = \(school) AND student_id = \(child.id) AND from_day <= \(last.description)
                AND to_day >= \(visit.today.description)
            ORDER BY group_id, from_day
            """
        ) { (group: $0.integer(0), stay: Stay(from: $0.text(1), to: $0.text(2))) }
        let found = try AnnouncedWork.all(
            .groups(groups.map(\.group)), from: visit.today, to: last, kinds: kinds, school: school, in: connection)
        let alone = try subjectsAlone(child.id, on: visit.today, school: school, in: connection)
        let works = found.filter { work in
            groups.contains { $0.group == work.group && $0.stay.contains(work.day.description) } && !work.isUnplaced
                && (alone[work.subjectID] == nil || alone[work.subjectID] == work.group)
        }
        return FamilyWorksPage(
            frame: frame, works: works,
            debts: try OpenDebt.all(
                .student(child.id), year: visit.year, on: visit.today, school: school, in: connection), kinds: kinds)
    }

    /// The subjects a student of an individual curriculum learns alone, with the group of one.
    private static func subjectsAlone(_ student: Int64, on day: Day, school: Int64, in connection: Connection) throws
        -> [Int64: Int64]
    {
        let rows = try connection.all(
            """
            SELECT page.subject_id, page.group_id FROM enrolment
            JOIN study_group ON study_group.school_id = enrolment.school_id AND study_group.id = enrolment.group_id
                AND study_group.kind = 'individual'
            JOIN page ON page.school_id = enrolment.school_id AND page.group_id = enrolment.group_id
            WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(student)
                AND enrolment.from_day <= \(day.description) AND enrolment.to_day >= \(day.description)
            ORDER BY page.subject_id
            """
        ) { ($0.integer(0), $0.integer(1)) }
        return Dictionary(rows) { first, _ in first }
    }

    var answer: Answer {
        .page(
            frame.page(
                WorksTexts.title, menu: "/diary", frame: .diaryThin,
                """
                \(frame.over("/works"))
                <div class="head"><h1>\(WorksTexts.title[language])</h1></div>
                \(owed)\(weeks)
                """))
    }

    private var owed: HTML? {
        guard !debts.isEmpty else { return nil }
        let items = debts.html { debt -> HTML in
            let kind = kinds.first { $0.id == debt.kind }?.names[language].lowercasedFirst ?? ""
            let words = [kind, debt.day.words(language), debt.topic].filter { !$0.isEmpty }.joined(separator: " · ")
            return """
                <li><span><b>\(debt.subject[language])</b> <small>\(words)</small><br>\
                \(DebtTexts.until(debt.debt.due)[language]) \(DebtState.html(debt, on: visit.today, language))\
                </span></li>
                """
        }
        return "<h2>\(DebtTexts.title[language])</h2><ul class=\"card brief plainlist\">\(items)</ul>"
    }

    private var weeks: HTML {
        guard !works.isEmpty else { return "<p class=\"card pad\">\(WorksTexts.nothing[language])</p>" }
        let byWeek = Dictionary(grouping: works) { Week(containing: $0.day) }
        return byWeek.keys.sorted().html { week in
            let (from, to) = (week.monday.words(language), week.monday.adding(5).words(language))
            return """
                <h2>\(from) – \(to)</h2><ul class="card brief plainlist">\((byWeek[week] ?? []).html(item))</ul>
                """
        }
    }

    private func item(_ work: AnnouncedWork) -> HTML {
        let kind = kinds.first { $0.id == work.kind }?.names[language].lowercasedFirst ?? ""
        let moved: HTML? = work.isMoved ? " <span class=\"tag\">\(WorksTexts.moved[language])</span>" : nil
        return """
            <li><span><b>\(work.day.words(language)), \(work.day.weekdayWord(language))</b> \(work.subject[language])\
            \(moved)<br><small>\([kind, work.title].filter { !$0.isEmpty }.joined(separator: " · "))</small></span></li>
            """
    }
}
