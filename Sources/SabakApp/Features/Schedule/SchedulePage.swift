import HTTPTypes
import SchoolRules
import Web

/// The lessons of a day; for the deputy with boxes to tick and forms below.
struct SchedulePage {
    let visit: Visit
    let board: ScheduleBoard
    let problem: Text?
    let adding: FormProblems?
    private var words: Language { visit.language }
    private var mayChange: Bool { visit.may(.changeLessonSchedule) }
    private var day: Day { board.view.day }

    func answer(status: HTTPResponse.Status) -> Answer {
        let title = ScheduleTexts.lessonsOfDay[words]
        let layout = Layout(visit: visit, title: title, place: "/timetable", frame: .wide)
        return .page(layout.html(content(title)), status: status)
    }

    private func content(_ title: String) -> HTML {
        """
        <div class="head"><div><h1>\(title)</h1><p class="sub">\(day.weekdayWord(words)), \(day.longWords(words)) · \
        \(PublishingNote.lessons(board.lessons.count)[words])</p></div>\(classMenu)\(steps)</div>
        \(problem.map { "<p class=\"say bad\" role=\"alert\">\($0[words])</p>" as HTML })\(note)\(unplaced)
        \(board.lessons.isEmpty ? empty : list)
        \(mayChange ? ScheduleForm(visit: visit, board: board, adding: adding).html : nil)
        """
    }

    private var note: HTML? {
        guard let count = visit.asked.query["changed"].flatMap({ Int($0) }) else { return nil }
        return "<p class=\"say good\" role=\"status\">\(ScheduleTexts.changed(count)[words])</p>"
    }

    private var unplaced: HTML? {
        guard board.unplacedCount > 0 else { return nil }
        return """
            <p class="say warn" role="status"><a href="/schedule/unplaced">\
            \(ScheduleTexts.unplacedCount(board.unplacedCount)[words])</a></p>
            """
    }

    private var classMenu: HTML {
        let name =
            board.classes.first { $0.id == board.view.classID }?.name.display(words)
            ?? ScheduleTexts.wholeSchool[words]
        let classes = board.classes.html {
            "<li><a href=\"/schedule?day=\(day.description)&amp;class=\($0.id)\">\($0.name.display(words))</a></li>"
        }
        return """
            <details class="menu"><summary>\(name)</summary><ul>\
            <li><a href="/schedule?day=\(day.description)">\(ScheduleTexts.wholeSchool[words])</a></li>\(classes)\
            </ul></details>
            """
    }

    private var steps: HTML {
        func address(_ day: Day) -> String { "/schedule?day=\(day)&class=\(board.view.classID)" }
        return """
            <nav class="step" aria-label="\(ScheduleTexts.chooseDay[words])">\
            <a href="\(address(day.adding(-1)))" aria-label="\(ShellTexts.previous[words])">\(Icon.back.html)</a>\
            <a href="\(address(visit.today))">\(ShellTexts.today[words])</a>\
            <a href="\(address(day.adding(1)))" aria-label="\(ShellTexts.following[words])">\(Icon.next.html)</a></nav>
            """
    }

    private var empty: HTML {
        let reason = board.dayOff.map { " \($0.name)." } ?? ""
        return "<p>\(ScheduleTexts.noLessons[words])\(reason)</p>"
    }

    private func hiddenHead(_ words: String) -> HTML? {
        mayChange ? "<th scope=\"col\"><span class=\"sr\">\(words)</span></th>" : nil
    }

    private var list: HTML {
        let (box, acts) = (hiddenHead(ScheduleTexts.choose[words]), hiddenHead(ScheduleTexts.actions[words]))
        let table: HTML = """
            <div class="scroll" tabindex="0" role="region" aria-label="\(ScheduleTexts.lessonsOfDay[words])">\
            <table class="list"><thead><tr>\
            \(box)\
            <th scope="col">\(ScheduleTexts.time[words])</th><th scope="col">\(ScheduleTexts.classWord[words])</th>\
            <th scope="col">\(ScheduleTexts.subject[words])</th><th scope="col">\(ScheduleTexts.teacher[words])</th>\
            <th scope="col">\(ScheduleTexts.room[words])</th><th scope="col">\(ScheduleTexts.state[words])</th>\
            \(acts)</tr>\
            </thead><tbody>\(board.lessons.html(row))</tbody></table></div>
            """
        guard mayChange else { return table }
        return """
            <form class="form" method="post" action="/schedule/lessons">\(visit.csrfField)
            <input type="hidden" name="day" value="\(day.description)">\
            <input type="hidden" name="class" value="\(board.view.classID)">\(table)
            \(ScheduleForm.reasonFields(words, prefix: "list-", typed: visit.asked.form))
            <p class="acts"><button class="danger" name="do" value="cancel">\(ScheduleTexts.cancelChosen[words])\
            </button>\
            <button name="do" value="restore">\(ScheduleTexts.restoreChosen[words])</button></p></form>
            """
    }

    private func row(_ lesson: DayLesson) -> HTML {
        let page = board.pages[lesson.page]
        let name = page?.title(words) ?? "—"
        let box: HTML? =
            mayChange
            ? """
            <td><input type="checkbox" name="lesson" value="\(lesson.id)" \
            aria-label="\(ScheduleTexts.choose[words]): \(lesson.number), \(name)"></td>
            """ : nil
        let acts: HTML? =
            mayChange
            ? """
            <td class="acts"><a href="/schedule/lessons/\(lesson.id)">\(ScheduleTexts.moveOrChange[words])\
            <span class="sr">: \(lesson.number), \(name)</span></a></td>
            """ : nil
        return """
            <tr\(lesson.isCancelled ? " class=\"off\"" : HTML())>\(box)<th scope="row">\
            \(DateWords.clock(lesson.start))–\(DateWords.clock(lesson.end))<small>\
            \(ScheduleTexts.lesson(lesson.number)[words])</small></th><td><b>\(page?.whom(words) ?? "—")</b></td>\
            <td>\(page?.subjectTitle(words) ?? "—")</td><td>\(teacher(lesson, page))</td><td>\(lesson.room)</td>\
            <td>\(LessonDeskPage.state(lesson, words))</td>\(acts)</tr>
            """
    }

    private func teacher(_ lesson: DayLesson, _ page: TaughtPage?) -> HTML {
        guard let substitute = lesson.substitute else { return "\(page?.teacherNames ?? "—")" }
        return "<span class=\"tag subst\">\(ScheduleTexts.substitution[words])</span> \(substitute.name.short)"
    }
}

/// Recorded lessons for which the timetable has no place any more.
struct UnplacedPage {
    let visit: Visit
    let lessons: [DayLesson]
    let pages: [Int64: TaughtPage]
    private var words: Language { visit.language }

    func answer() -> Answer {
        let title = ScheduleTexts.unplaced[words]
        let rows = lessons.html { lesson in
            """
            <tr><th scope="row">\(lesson.day.shortWeekday(words)) \(lesson.day.short), \
            \(DateWords.clock(lesson.start))</th>\
            <td>\(pages[lesson.page]?.title(words) ?? "—")</td><td>\(pages[lesson.page]?.teacherNames ?? "—")</td>\
            <td>\(LessonReason.words(lesson.changeReason)[words])</td>\
            <td class="acts"><a href="/schedule/lessons/\(lesson.id)">\(ScheduleTexts.place[words])</a></td></tr>
            """
        }
        let table: HTML =
            lessons.isEmpty
            ? "<p>\(ScheduleTexts.noUnplaced[words])</p>"
            : """
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col">\(ScheduleTexts.time[words])</th><th scope="col">\(ScheduleTexts.subject[words])</th>\
            <th scope="col">\(ScheduleTexts.teacher[words])</th><th scope="col">\(ScheduleTexts.reason[words])</th>\
            <th scope="col"><span class="sr">\(ScheduleTexts.actions[words])</span></th></tr></thead>\
            <tbody>\(rows)</tbody></table></div>
            """
        return Layout(visit: visit, title: title, place: "/timetable").answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(ScheduleTexts.unplacedWhat[words])</p></div>\
            </div>\(table)
            """)
    }
}
