import SchoolRules
import Web

/// A week as the paper diary has it.
struct WeekPage {
    let frame: DiaryFrame
    let shown: Week
    let days: [Day]
    let week: DiaryWeek
    let term: DiaryTerm?
    let daysOff: [Day: String]

    private var language: Language { frame.language }
    private var signs: DiarySigns { DiarySigns(language: language, kinds: week.kinds) }

    func html() -> HTML {
        let title = span(withYear: false)
        let dayLink: HTML = "<a href=\"\(frame.address("?week=\(shown)"))\">\(DiaryTexts.day[language])</a>"
        let content: HTML = """
            \(paper)\(frame.over("/week", aside: dayLink))
            <div class="head"><h1>\(title)</h1>\(termLine)\(steps)
            <p class="acts"><button type="button" class="quiet" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[language])</button></p></div>
            <div class="week">\(days.html(day))</div>
            <div class="paper foot"><p class="lines"><span>\(DiaryTexts.classTeacher[language])</span>\
            <span>\(DiaryTexts.parent[language])</span></p></div>
            """
        return frame.page(DiaryTexts.week, menu: "/diary", content)
    }

    private var paper: HTML {
        let place = frame.child.className.map { " · " + $0.display(language) } ?? ""
        return """
            <div class="paper"><h2>\(DiaryTexts.diary[language]) · \(frame.child.name.list)\(place)</h2>\
            <p>\(frame.visit.school.name)</p><p>\(span(withYear: true))</p></div>
            """
    }

    private var termLine: HTML? {
        term.map {
            let week = DiaryTexts.weekOfTerm($0.week(of: shown.monday))
            return "<p class=\"sub\">\(DiaryTexts.term($0)[language]) · \(week[language])</p>"
        }
    }

    private var steps: HTML {
        let address = frame.address("/week")
        return """
            <nav class="step" aria-label="\(DiaryTexts.chooseWeek[language])"><a href="\(address)?week=\
            \(shown.previous.description)" aria-label="\(DiaryTexts.previousWeek[language])">\(Icon.back.html)</a>\
            <a href="\(address)">\(DiaryTexts.thisWeek[language])</a><a href="\(address)?week=\
            \(shown.next.description)" aria-label="\(DiaryTexts.nextWeek[language])">\(Icon.next.html)</a></nav>
            """
    }

    /// "23–28-ноябрь", "30 ноября – 5 декабря".
    private func span(withYear: Bool) -> String {
        let (first, last) = (days.first ?? shown.monday, days.last ?? shown.sunday)
        let words =
            first.month == last.month
            ? "\(first.day)–\(last.words(language))" : "\(first.words(language)) – \(last.words(language))"
        return withYear ? "\(words) \(last.year)" : words
    }

    private func day(_ day: Day) -> HTML {
        let today: HTML? = day == frame.today ? " today" : nil
        let lessons = week.lessons(on: day)
        let body: HTML
        if lessons.isEmpty {
            body = "<p class=\"sub\">\(daysOff[day]?.capitalizedFirst ?? DiaryTexts.noLessons[language])</p>"
        } else {
            body = """
                <table><thead class="sr"><tr><th scope="col">№</th><th scope="col">\(DiaryTexts.subject[language])</th>\
                <th scope="col">\(DiaryTexts.homework[language])</th><th scope="col">\(DiaryTexts.mark[language])</th>\
                </tr></thead><tbody>\(lessons.html(row))</tbody></table>
                """
        }
        return """
            <section class="card day\(today)"><h2>\(day.weekdayWord(language).capitalizedFirst) \
            <small>\(day.words(language))</small></h2>\(body)</section>
            """
    }

    private func row(_ lesson: DiaryLesson) -> HTML {
        let part = DiaryLessonItem(lesson: lesson, signs: signs, state: lesson.state(at: frame.visit.moment))
        return """
            <tr><td class="no">\(lesson.number)</td><th scope="row">\(name(lesson))\(small(part.topic))\
            \(material(lesson))\(notes(lesson))<small class="screen">\(place(lesson))</small></th>\
            <td class="hw">\(homework(lesson))</td><td class="got">\(got(lesson))</td></tr>
            """
    }

    private func name(_ lesson: DiaryLesson) -> HTML {
        lesson.isCancelled ? "<del>\(lesson.subject)</del>" : "\(lesson.subject)"
    }

    private func small(_ words: String) -> HTML? { words.isEmpty ? nil : "<small>\(words)</small>" }

    /// Not printed: a page of the paper diary has no room for it.
    private func material(_ lesson: DiaryLesson) -> HTML? {
        lesson.material.isEmpty ? nil : "<small class=\"screen\">\(lesson.material)</small>"
    }

    private func notes(_ lesson: DiaryLesson) -> HTML {
        var notes: [String] = []
        if lesson.isCancelled {
            let reason = LessonReason.words(lesson.reason)[language]
            notes.append(DiaryTexts.cancelled[language] + (lesson.reason.isEmpty ? "" : ": " + reason))
        } else if let substitute = lesson.substitute {
            notes.append("\(DiaryTexts.substitution[language]): \(substitute)")
        }
        if lesson.isMoved {
            notes.append((lesson.movedFrom.map { DiaryTexts.movedFrom($0) } ?? DiaryTexts.moved)[language])
        } else if lesson.origin == "added" {
            notes.append(DiaryTexts.added[language])
        }
        notes += lesson.marks.map(\.comment).filter { !$0.isEmpty }.map(signs.quoted)
        if let remark = lesson.remark {
            notes.append("\(DiaryTexts.remark[language]): \(remark.content) (\(remark.author))")
        }
        return notes.html { "<small>\($0)</small>" }
    }

    private func place(_ lesson: DiaryLesson) -> String {
        let time = "\(DateWords.clock(lesson.start))–\(DateWords.clock(lesson.end))"
        let room = lesson.room.isEmpty ? "" : DiaryTexts.room(lesson.room)[language]
        return [time, room, lesson.teacher].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func homework(_ lesson: DiaryLesson) -> HTML {
        if lesson.isCancelled { return HTML() }
        if lesson.homework.isEmpty, lesson.ownHomework.isEmpty {
            return lesson.hasNoHomework ? "<small>\(DiaryTexts.noHomework[language])</small>" : HTML()
        }
        let own: HTML? =
            lesson.ownHomework.isEmpty
            ? nil : " <span class=\"tag\">\(DiaryTexts.ownHomework[language])</span> \(lesson.ownHomework)"
        return "\(lesson.homework)\(own)"
    }

    private func got(_ lesson: DiaryLesson) -> HTML {
        let absence = lesson.absence.map { "\(signs.spoken($0)) " as HTML }
        return "\(absence)\(signs.marks(lesson.marks))"
    }
}
