import SchoolRules
import Web

/// The summary sheet on the screen and on paper.
struct SummaryPage {
    let visit: Visit
    let classID: Int64
    let className: ClassName
    let year: Int
    let terms: [FinalTerm]
    let closings: Closings
    let roll: FinalRoll
    let corrections: [Correction]

    private var language: Language { visit.language }
    private var title: String {
        className.titled(InterfaceLanguage(rawValue: language.rawValue) ?? .ru)
    }
    private var periodName: String { PeriodWords.name(roll.period.key, among: terms)[language] }

    var answer: Answer {
        Layout(
            visit: visit, title: "\(title) · \(SummaryTexts.title[language])", place: "/classes", frame: .wide
        ).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(SummaryTexts.title[language]) · \(state)</p></div>
            \(PeriodTabs(terms: terms, shown: roll.period.key, language: language).html)
            <p class="acts"><a class="button quiet" href="/classes/\(classID)">\(SummaryTexts.classPage[language])</a>\
            <a class="button quiet" href="/indicators?by=page&amp;period=\(roll.period.stored)">\
            \(IndicatorWords.title[language])</a>\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[language])</button></p></div>
            <div class="paper"><h2>\(SummaryTexts.title[language]) · \(title) · \(periodName)</h2>\
            <p>\(visit.school.name), \(PeriodWords.schoolYear(year))</p></div>
            \(table)\(missing)\(CorrectionList(corrections, visit: visit).html)
            <div class="paper foot"><p class="lines"><span>\(ShellTexts.role(.classTeacher)[language])</span>\
            <span>\(ShellTexts.role(.deputy)[language])</span><span>\(ShellTexts.role(.director)[language])</span></p>\
            </div>
            """)
    }

    private var state: String {
        let closing: PeriodClosing? =
            switch roll.period {
            case .term(let term): closings.closing(of: term)
            case .year, .final: closings.closing(of: roll.period.key.period)
            }
        return closing.map { "\(SummaryTexts.closed[language]) \($0.at.day.words(language))" }
            ?? SummaryTexts.open[language]
    }

    /// Each subject once, whatever groups the class is divided into for it.
    private var subjects: [(id: Int64, names: Names)] {
        var seen: Set<Int64> = []
        return roll.pages.filter { $0.isNeeded && seen.insert($0.subject).inserted }
            .map { (id: $0.subject, names: $0.names) }
    }

    private struct Place: Hashable {
        let student, subject: Int64
    }

    private var seats: [Place: FinalRoll.Seat] {
        var found: [Place: FinalRoll.Seat] = [:]
        for seat in roll.seats {
            guard let page = roll.page(seat.page), page.isNeeded else { continue }
            let place = Place(student: seat.student, subject: page.subject)
            if found[place] == nil || !seat.value.isEmpty { found[place] = seat }
        }
        return found
    }

    private var table: HTML {
        let (subjects, seats) = (subjects, seats)
        guard !subjects.isEmpty, !roll.students.isEmpty else {
            return "<p class=\"say\">\(SummaryTexts.withoutMarks[language])</p>"
        }
        let heads = subjects.html { "<th scope=\"col\" class=\"tall\"><span>\($0.names[language])</span></th>" }
        let rows = roll.students.enumerated().html { index, student in
            row(index + 1, student, subjects.map { seats[Place(student: student, subject: $0.id)] })
        }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(SummaryTexts.title[language])">\
            <table class="list summary"><thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(SummaryTexts.student[language])</th>\(heads)\
            <th scope="col">\(SummaryTexts.category[language])</th></tr></thead><tbody>\(rows)</tbody>\
            <tfoot>\(foot(subjects.map(\.id), seats))</tfoot></table></div>\(level(seats))
            """
    }

    private func row(_ number: Int, _ student: Int64, _ finals: [FinalRoll.Seat?]) -> HTML {
        let cells = finals.html { seat -> HTML in
            guard let seat, let page = roll.page(seat.page) else { return "<td class=\"out\"></td>" }
            guard let mark = seat.mark else {
                return "<td class=\"miss\"><span class=\"sr\">\(SummaryTexts.none[language])</span>!</td>"
            }
            let before: HTML? = seat.before.map { "<del>\($0.text(in: page.record))</del> " }
            let words: HTML = "\(before)\(mark.text(in: page.record))"
            let term = roll.period.key.stored
            return "<td><a href=\"/pages/\(seat.page)/counts/\(student)?term=\(term)\">\(words)</a></td>"
        }
        let category = StudentCategory(finals: finals.map(final))
            .map { IndicatorWords.category($0)[language] }
        return """
            <tr><td class="num">\(number)</td><th scope="row">\(roll.names[student]?.list ?? "")</th>\(cells)\
            <td>\(category ?? "")</td></tr>

            """
    }

    /// Progress, quality and degree of learning of each subject.
    private func foot(_ subjects: [Int64], _ seats: [Place: FinalRoll.Seat]) -> HTML {
        let columns = subjects.map { subject in
            Indicators(
                roll.students.compactMap { student in
                    seats[Place(student: student, subject: subject)].map { seat in
                        StudentFinal(
                            student, seat.mark, learning: roll.page(seat.page)?.regime.settings.learning)
                    }
                })
        }
        let lines: [(Text, [Fraction?])] = [
            (IndicatorWords.progress, columns.map(\.progress.percent)),
            (IndicatorWords.quality, columns.map(\.quality.percent)),
            (IndicatorWords.learning, columns.map { $0.learning?.value }),
        ]
        return lines.html { name, numbers in
            let cells = numbers.html { number -> HTML in
                "<td>\(number.map { $0.rounded(decimals: 0) } ?? "—")</td>"
            }
            return "<tr><td></td><th scope=\"row\">\(name[language]), %</th>\(cells)<td></td></tr>"
        }
    }

    private func final(_ seat: FinalRoll.Seat?) -> SubjectFinal {
        let settings = seat.flatMap { roll.page($0.page) }?.regime.settings
        return SubjectFinal(seat?.mark, notAttestedFails: settings?.notAttestedFails ?? false)
    }

    private func level(_ seats: [Place: FinalRoll.Seat]) -> HTML {
        let subjects = subjects
        let level = ClassLevel(
            roll.students.map { student in
                (student: student, finals: subjects.map { final(seats[Place(student: student, subject: $0.id)]) })
            })
        let items = StudentCategory.allCases.html { category -> HTML in
            guard let students = level.byCategory[category], !students.isEmpty else { return HTML() }
            let names = students.compactMap { roll.names[$0]?.list }.joined(separator: ", ")
            return """
                <li><b>\(IndicatorWords.category(category)[language]): \(students.count)</b> \
                <small>\(names)</small></li>
                """
        }
        return "<section><h2>\(SummaryTexts.categories[language])</h2><ul class=\"plain\">\(items)</ul></section>"
    }

    private var missing: HTML? {
        let found = MissingByTeacher(Closing.missing(roll.finals), in: roll)
        guard found.count > 0 else { return nil }
        return """
            <section class="missing"><h2>\(SummaryTexts.missing[language]): \(found.count)</h2>\
            \(MissingList(found: found, language: language).html)</section>
            """
    }
}

enum SummaryTexts {
    static let title = Text(
        ky: "Жыйынды ведомость", ru: "Сводная ведомость", kk: "Жиынтық ведомость", en: "Summary sheet")
    static let classPage = Text(ky: "Класска", ru: "К классу", kk: "Сыныпқа", en: "To the class")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let category = Text(ky: "Деңгээли", ru: "Категория", kk: "Санаты", en: "Category")
    static let categories = Text(
        ky: "Окуучулардын деңгээли", ru: "Категории учеников", kk: "Оқушылардың санаттары", en: "Students by category")
    static let closed = Text(ky: "жабылды:", ru: "закрыт:", kk: "жабылды:", en: "closed on")
    static let open = Text(ky: "ачык", ru: "период открыт", kk: "ашық", en: "open")
    static let none = Text(ky: "баа жок", ru: "нет отметки", kk: "баға жоқ", en: "no mark")
    static let missing = Text(ky: "Баа жетишпейт", ru: "Не хватает отметок", kk: "Баға жетіспейді", en: "Marks missing")
    static let withoutMarks = Text(
        ky: "Бул мезгилде жыйынтыктоочу баа коюлбайт.", ru: "За этот период итоговые отметки не ставятся.",
        kk: "Бұл кезеңге қорытынды баға қойылмайды.", en: "No final marks are set for this term.")
}
