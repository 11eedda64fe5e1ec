import SchoolRules
import Web

/// The start page: one day, what is new, what is to be done, the other days of the week.
struct DayPage {
    let frame: DiaryFrame
    let shown: Day
    /// The days of the strip.
    let days: [Day]
    let week: DiaryWeek
    let term: DiaryTerm?
    let daysOff: [Day: String]
    let news: [NewMark]
    let ahead: HomeworkAhead
    let notice: AbsenceNotice?

    private var language: Language { frame.language }
    private var today: Day { frame.today }
    private var signs: DiarySigns { DiarySigns(language: language, kinds: week.kinds) }

    func html() -> HTML {
        let content: HTML = """
            \(frame.over(aside: place))
            \(strip)
            <div class="head"><h1>\(shown.heading(language, today: today))</h1><p class="sub">\(shown.words(language))\
            </p></div>
            \(told)
            <div class="cols">
            \(newMarks)<section class="today"><h2>\(DiaryTexts.lessons[language])</h2>\(lessons)</section>
            \(tell)<section class="ahead">\(AheadSection(frame: frame, shown: shown, ahead: ahead).html())</section>
            \(rest)</div>
            """
        return frame.page(DiaryTexts.diary, menu: "/diary", content)
    }

    private var place: HTML {
        let words = term.map {
            "\(DiaryTexts.term($0)[language]) · \(DiaryTexts.weekOfTerm($0.week(of: shown))[language]) · "
        }
        if frame.isPreview { return "\(words.map { String($0.dropLast(3)) } ?? "")" }
        let address = frame.address("/week?week=\(Week(containing: shown))")
        return "\(words ?? "")<a href=\"\(address)\">\(DiaryTexts.week[language])</a>"
    }

    private var strip: HTML {
        let week = Week(containing: shown)
        let fresh = Set(news.map(\.day))
        let links = days.html { day in
            let current: HTML? = day == shown ? " aria-current=\"date\"" : nil
            let dot: HTML? = fresh.contains(day) ? " class=\"news\"" : nil
            let words: HTML? =
                fresh.contains(day)
                ? "<span class=\"sr\">, \(DiaryTexts.hasNews[language])</span>" : nil
            return """
                <a href="?day=\(day.description)"\(dot)\(current)><small>\(day.shortWeekday(language))</small>\
                \(day.day)\(words)</a>
                """
        }
        return """
            <nav class="days" aria-label="\(DiaryTexts.daysOfWeek[language])"><a class="turn" \
            href="?week=\(week.previous.description)" aria-label="\(DiaryTexts.previousWeek[language])">\
            \(Icon.back.html)</a>\(links)<a class="turn" href="?week=\(week.next.description)" \
            aria-label="\(DiaryTexts.nextWeek[language])">\(Icon.next.html)</a></nav>
            """
    }

    private var told: HTML? {
        notice.map { notice in
            let reason = AbsenceTexts.reason(notice.category)[language].lowercasedFirst
            return "<p class=\"say good\">\(DiaryTexts.told[language]): \(reason)</p>"
        }
    }

    private var tell: HTML? {
        guard frame.mayAnnounce else { return nil }
        return """
            <p class="tell"><a class="button" href="\(frame.address("/absence"))">\(DiaryTexts.tell[language])</a></p>
            """
    }

    private var newMarks: HTML? {
        guard !news.isEmpty else { return nil }
        let rest = news.dropFirst(Self.mostNew)
        let more: HTML? =
            rest.isEmpty
            ? nil
            : """
            <details><summary>\(DiaryTexts.moreNew(rest.count)[language])</summary>\
            <ul class="card marks">\(rest.html(newMark))</ul></details>
            """
        return """
            <section class="new"><h2>\(DiaryTexts.newMarks[language])</h2><ul class="card marks">\
            \(news.prefix(Self.mostNew).html(newMark))</ul>\(more)</section>
            """
    }

    /// More would push the day itself off the screen of a phone.
    private static let mostNew = 5

    private func newMark(_ new: NewMark) -> HTML {
        let mark = new.mark
        var words = [signs.kinds(of: [mark])]
        if mark.value.isEmpty {
            words += [DiaryTexts.withdrawn[language], DiaryTexts.markOf(new.day)[language]]
        } else if mark.changedFrom != nil {
            words += [DiaryTexts.corrected[language], DiaryTexts.markOf(new.day)[language]]
        } else {
            words.append(near(new.day))
        }
        if !mark.comment.isEmpty { words.append(signs.quoted(mark.comment)) }
        words.append(signs.due([mark]))
        let got: HTML = mark.value.isEmpty ? "<del>\(mark.previous)</del>" : "\(signs.marks([mark]))"
        return """
            <li><p class="got">\(got)</p><div class="what"><h3>\(new.subject)</h3>\
            <p>\(words.filter { !$0.isEmpty }.joined(separator: " · "))</p></div></li>
            """
    }

    private func near(_ day: Day) -> String {
        switch today.days(since: day) {
        case 0: DiaryTexts.today[language]
        case 1: DiaryTexts.yesterday[language]
        default: day.words(language)
        }
    }

    private var lessons: HTML {
        let lessons = week.lessons(on: shown)
        guard !lessons.isEmpty else {
            let why = daysOff[shown].map { ": " + $0 } ?? ""
            return "<p class=\"card pad\">\(DiaryTexts.noLessons[language])\(why)</p>"
        }
        let inAhead = Set(ahead.tasks.map(\.lesson))
        return "<ol class=\"card lessons\">\(lessons.html { lesson($0, homework: !inAhead.contains($0.id)) })</ol>"
    }

    private func lesson(_ lesson: DiaryLesson, homework: Bool) -> HTML {
        DiaryLessonItem(lesson: lesson, signs: signs, state: lesson.state(at: frame.visit.moment))
            .html(homework: homework)
    }

    private var rest: HTML? {
        let isComing = days.first.map { $0 > today } ?? false
        let others = days.filter { $0 != shown && ($0 <= today || isComing) && !week.lessons(on: $0).isEmpty }
        guard !others.isEmpty else { return nil }
        let isThisWeek = Week(containing: shown) == Week(containing: today)
        let title = isThisWeek ? DiaryTexts.thisWeek : DiaryTexts.restOfWeek
        return """
            <section class="past"><h2>\(title[language])</h2><ol class="card brief">\
            \(others.sorted(by: isComing ? { $0 < $1 } : { $0 > $1 }).html(brief))</ol></section>
            """
    }

    private func brief(_ day: Day) -> HTML {
        let lessons = week.lessons(on: day)
        let held = lessons.filter { !$0.isCancelled }.count
        return """
            <li><a href="?day=\(day.description)"><b>\(day.shortWeekday(language)), \(day.day)</b>\
            <span>\(DiaryTexts.lessonCount(held)[language])</span><span class="got">\(results(lessons))</span></a></li>
            """
    }

    /// The marks of a day, and each kind of absence with the number of lessons.
    private func results(_ lessons: [DiaryLesson]) -> HTML {
        var parts = lessons.compactMap { signs.marks($0.marks) }
        var counted: [(absence: DiaryAbsence, count: Int)] = []
        for absence in lessons.compactMap(\.absence) {
            if let place = counted.firstIndex(where: { $0.absence.code == absence.code }) {
                counted[place].count += 1
            } else {
                counted.append((absence, 1))
            }
        }
        let isAlone = parts.isEmpty && counted.count == 1
        parts += counted.map { found in
            guard found.absence.category.isAbsent, isAlone || found.count > 1 else {
                return signs.spoken(found.absence)
            }
            let words = isAlone ? DiaryTexts.lessonCount(found.count)[language] : "×\(found.count)"
            return "\(signs.spoken(found.absence)) \(words)"
        }
        return parts.html { "\($0) " }
    }
}
