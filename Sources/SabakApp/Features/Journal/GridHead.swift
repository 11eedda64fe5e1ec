import SchoolRules
import Web

/// The head of the grid: a column for each lesson, under its month.
struct GridHead {
    let sheet: JournalSheet
    let language: Language
    let now: Moment
    let weights: [Int]
    /// Of the points of each column's work; 0 for marks.
    let maxima: [Int]

    func append(to html: inout HTML) {
        let classes = zip(sheet.lessons, maxima).map { self.classes(of: $0) + ($1 > 0 ? " points" : "") }
        html.append(markup: "<colgroup><col class=\"name\">")
        for (column, lesson) in sheet.lessons.enumerated() {
            let isFirst = column == 0 || sheet.lessons[column - 1].day.monday != lesson.day.monday
            append(classes: (isFirst && column > 0 ? " week" : "") + classes[column], of: "<col", to: &html)
        }
        html.append(markup: "<col class=\"avg\"></colgroup>\n<thead>\n")
        appendMonths(to: &html)
        html.append(markup: "<tr>")
        for column in sheet.lessons.indices { append(column, classes[column], to: &html) }
        html.append(markup: "</tr>\n</thead>\n")
    }

    private func append(classes: String, of tag: StaticString, to html: inout HTML) {
        html.append(markup: tag)
        if !classes.isEmpty {
            html.append(markup: " class=\"")
            html.append(text: String(classes.dropFirst()))
            html.append(markup: "\"")
        }
        html.append(markup: ">")
    }

    private func appendMonths(to html: inout HTML) {
        let present = sheet.students.count { $0.lastDay >= now.day.description }
        html.append(
            """
            <tr class="months"><th rowspan="2" scope="col" class="name">\(JournalTexts.student[language])\
            <small>\(JournalTexts.students(present)[language])</small></th>
            """)
        var months: [(month: Int, count: Int)] = []
        for lesson in sheet.lessons {
            if months.last?.month == lesson.day.month {
                months[months.count - 1].count += 1
            } else {
                months.append((lesson.day.month, 1))
            }
        }
        for (month, count) in months {
            html.append("<th colspan=\"\(count)\" scope=\"colgroup\">\(DateWords.month(month)[language])</th>")
        }
        html.append(
            """
            <th rowspan="2" scope="col" class="avg">\(number)</th></tr>

            """)
    }

    private var number: HTML {
        let regime = sheet.reading.regime
        if regime.countsPercent {
            return "\(JournalTexts.percent[language])<small>\(JournalTexts.soFar[language])</small>"
        }
        let weighted: HTML? =
            regime.settings.isWeighted ? "<small>\(JournalTexts.weighted[language])</small>" : nil
        return "\(JournalTexts.average[language])\(weighted)"
    }

    private func append(_ column: Int, _ classes: String, to html: inout HTML) {
        let lesson = sheet.lessons[column]
        html.append(markup: "<th scope=\"col\" data-l=\"")
        html.append(number: lesson.id)
        html.append(markup: "\"")
        if sheet.mayWrite(lesson) {
            html.append(markup: " data-w")
            let wait = lesson.startMoment.minutes(since: now)
            if wait > 0 { html.append(" data-in=\"\(wait)\"") }
        }
        let counted = sheet.reading.weight(weights[column], kind: lesson.kind)
        if counted != 1 { html.append(" data-wt=\"\(decimal(counted))\"") }
        if maxima[column] > 0 { html.append(" data-max=\"\(maxima[column])\"") }
        append(classes: classes, of: "", to: &html)
        html.append(
            """
            <a href="/lessons/\(lesson.id)" title="\(title(column))"><small>\(lesson.day.shortWeekday(language))\
            </small>\(lesson.day.day)
            """)
        let note = note(on: lesson, weight: weights[column], maximum: maxima[column])
        if !note.isEmpty { html.append("<em>\(note)</em>") }
        html.append(markup: "</a></th>")
    }

    /// The classes of a column, each after a space.
    private func classes(of lesson: LessonRow) -> String {
        var classes = ""
        if now < lesson.startMoment { classes += " next" }
        if lesson.state(at: now) == .due { classes += " due" }
        if lesson.substitute != nil { classes += " subst" }
        if lesson.isCancelled { classes += " off" }
        if lesson.day == now.day { classes += " today" }
        if lesson.origin != "timetable" { classes += " own" }
        return classes
    }

    /// The most telling word under a date: cancelled, the kind of work, a substitution, nothing recorded.
    private func note(on lesson: LessonRow, weight: Int, maximum: Int) -> String {
        if lesson.isCancelled { return "✕" }
        if lesson.kind > 1, let kind = sheet.kind(of: lesson) {
            let comma = decimal(weight).split(separator: ".").joined(separator: language == .en ? "." : ",")
            let checked = lesson.checkedOn == nil ? "" : "✓"
            let most = maximum > 0 ? "/\(maximum)" : ""
            return kind.short[language] + (weight == 100 ? "" : "×" + comma) + most + checked
        }
        if lesson.substitute != nil { return JournalTexts.substituted[language] }
        return lesson.state(at: now) == .due ? JournalTexts.notRecorded[language] : ""
    }

    private func title(_ column: Int) -> String {
        let lesson = sheet.lessons[column]
        var parts = ["\(lesson.day.words(language)), \(lesson.day.weekdayWord(language))"]
        let isTwin = [column - 1, column + 1].contains {
            sheet.lessons.indices.contains($0) && sheet.lessons[$0].day == lesson.day
        }
        if isTwin { parts.append(JournalTexts.number(lesson.number)[language]) }
        if lesson.isCancelled { parts.append(JournalTexts.cancelled[language]) }
        if let name = lesson.substitute { parts.append("⇄ " + name.short) }
        if !lesson.movedFrom.isEmpty, let day = Day(String(lesson.movedFrom.prefix(10))) {
            parts.append(JournalTexts.moved(from: day.words(language))[language])
        }
        if let day = lesson.checkedOn { parts.append(JournalTexts.checked(day)[language]) }
        return parts.joined(separator: " · ")
    }
}
