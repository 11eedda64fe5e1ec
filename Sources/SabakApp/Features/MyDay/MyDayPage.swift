import SchoolRules
import Web

/// The page of a teacher's day.
struct MyDayPage {
    let visit: Visit
    let sheet: MyDaySheet
    var words: Language { visit.language }

    func answer() -> Answer {
        let lessons: HTML =
            sheet.lessons.isEmpty
            ? "<p class=\"sub\">\(MyDayTexts.free[words])</p>"
            : "<ol class=\"day\">\(sheet.lessons.html { MyLessonRow(page: self, lesson: $0).html })</ol>"
        return Layout(visit: visit, title: MyDayTexts.title[words], place: "/my-day", frame: .two).answer(
            """
            <div>\(head)\(sheet.desk.html)\(lessons)\(debts)\(unchecked)</div>
            <aside>\(week)\(absences)</aside>
            """)
    }

    private var head: HTML {
        let day = LessonWords.sentence(sheet.day.weekdayWord(words)) + ", " + sheet.day.words(words)
        return """
            <div class="head"><div><h1>\(day)</h1><p class="sub">\(counts)\(changes)</p></div>
            <nav class="step" aria-label="\(MyDayTexts.chooseDay[words])">\
            <a href="/my-day?date=\(sheet.day.adding(-1).description)" aria-label="\(MyDayTexts.dayBefore[words])">\
            \(Icon.back.html)</a><a href="/my-day">\(ShellTexts.today[words])</a>\
            <a href="/my-day?date=\(sheet.day.adding(1).description)" aria-label="\(MyDayTexts.dayAfter[words])">\
            \(Icon.next.html)</a></nav></div>
            """
    }

    /// A line every morning: whoever writes under another's name is found out.
    private var changes: HTML? {
        guard sheet.day == sheet.today else { return nil }
        let line = MyDayTexts.changes(sheet.changesYesterday)[words]
        return sheet.changesYesterday == 0 ? "<br>\(line)" : "<br><a href=\"/my-day/changes\">\(line)</a>"
    }

    private var counts: String {
        guard !sheet.lessons.isEmpty else { return MyDayTexts.lessons(0)[words] }
        let looks: [MyLesson.Look] = [.done, .half, .due, .next, .off]
        let parts = looks.compactMap { look -> String? in
            let count = sheet.lessons.filter { $0.look(at: sheet.now) == look }.count
            return count == 0 ? nil : MyDayTexts.count(look)(count)[words]
        }
        return MyDayTexts.lessons(sheet.lessons.count)[words] + ": " + parts.joined(separator: ", ")
    }

    private var debts: HTML {
        guard !sheet.debts.isEmpty else {
            return "<h2 id=\"debts\">\(MyDayTexts.debts[words])</h2><p class=\"sub\">\(MyDayTexts.noDebts[words])</p>"
        }
        return """
            <h2 id="debts">\(MyDayTexts.debts[words]) <span class="n">\(sheet.debts.count)</span></h2>
            <ol class="day debts" aria-labelledby="debts">\(sheet.debts.html(debt))</ol>
            """
    }

    /// Written work whose days for checking are over.
    private var unchecked: HTML? {
        guard !sheet.unchecked.isEmpty else { return nil }
        let items = sheet.unchecked.html { work -> HTML in
            let place = work.className?.display(words) ?? work.groupName
            let kind = sheet.kinds.first { $0.id == work.kind }?.names[words] ?? ""
            return """
                <li><b><a href="/lessons/\(work.lesson)">\(place) · \(work.subject[words])</a></b> \
                <small>\(kind), \(work.day.words(words))</small> \
                <span class="tag late">\(MyDayTexts.checkUntil(work.due)[words])</span></li>
                """
        }
        return """
            <h2 id="unchecked">\(MyDayTexts.unchecked[words]) <span class="n">\(sheet.unchecked.count)</span></h2>
            <ul class="plain" aria-labelledby="unchecked">\(items)</ul>
            """
    }

    private func debt(_ lesson: MyLesson) -> HTML {
        let row = lesson.row
        let look = lesson.look(at: sheet.now)
        let age = sheet.today.days(since: row.day)
        let date = row.day.words(words)
        let when =
            age == 1
            ? "\(MyDayTexts.yesterday[words]), \(date)" : "\(row.day.shortWeekday(words)), \(date)"
        return """
            <li class="\(look.rawValue)"><i class="st \(look.rawValue)"></i>
            <p class="when"><b>\(MyDayTexts.days(age)[words])</b><small>\(when)</small></p>
            <p class="where"><b>\(lesson.place(words))</b><small>\(about(lesson, room: false))</small></p>
            <div class="what"><a href="/lessons/\(row.id)">\(MyDayTexts.lacks(row.missing)[words])</a></div>
            <p class="state"><span class="go">\(MyDayTexts.fill[words])</span></p></li>
            """
    }

    /// "Алгебра · 1-топ · 214".
    func about(_ lesson: MyLesson, room: Bool) -> String {
        let group = lesson.className == nil ? "" : lesson.group
        return [lesson.subject[words], group, room ? lesson.row.room : ""].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    private var week: HTML? {
        let days = Dictionary(grouping: sheet.week.filter { !$0.row.isCancelled }, by: \.row.day)
        guard !days.isEmpty else { return nil }
        let title = sheet.day.monday == sheet.today.monday ? MyDayTexts.week : MyDayTexts.otherWeek
        let rows = days.keys.sorted().html { day in
            let lessons = days[day] ?? []
            let done = lessons.filter { $0.look(at: sheet.now) == .done }.count
            let now: HTML? = day == sheet.day ? " class=\"now\"" : nil
            let dots = lessons.html { "<i class=\"dot \($0.look(at: sheet.now).rawValue)\"></i>" }
            return """
                <tr\(now)><th scope="row"><a href="/my-day?date=\(day.description)">\(day.shortWeekday(words)) \
                <b>\(day.day)</b></a></th><td>\(dots)</td><td>\(done)/\(lessons.count)</td></tr>
                """
        }
        return """
            <h2>\(title[words])</h2><table class="dots"><caption class="sr">\(MyDayTexts.weekCaption[words])</caption>\
            <tbody>\(rows)</tbody></table>
            """
    }

    private var absences: HTML? {
        guard sheet.day == sheet.today, !sheet.lessons.isEmpty else { return nil }
        let title: HTML = "<h2>\(MyDayTexts.absentToday[words])</h2>"
        guard !sheet.absences.isEmpty else {
            return "\(title)<p class=\"sub\">\(MyDayTexts.nobodyAbsent[words])</p>"
        }
        let classes = Dictionary(grouping: sheet.absences, by: \.className)
        let order = sheet.absences.map(\.className).reduce(into: [ClassName]()) { order, name in
            if !order.contains(name) { order.append(name) }
        }
        let lines = order.html { name in
            let absent = classes[name] ?? []
            return absent.count > 6
                ? "<li><b>\(name.display(words))</b> \(MyDayTexts.students(absent.count)[words])</li>"
                : absent.html(line)
        }
        return "\(title)<ul class=\"plain\">\(lines)</ul>"
    }

    private func line(_ absence: MyAbsence) -> HTML {
        let language = visit.school.recordLanguage
        let code =
            absence.seen.flatMap { seen in sheet.codes.first { $0.id == seen.code } }
            ?? sheet.codes.first { $0.category == absence.category }
        let why =
            absence.seen.map { MyDayTexts.lessons(from: $0.first, to: $0.last) }
            ?? (absence.isByFamily ? MyDayTexts.byFamily : MyDayTexts.byClassTeacher)
        return """
            <li><b>\(absence.className.display(words))</b> \(absence.name.list) — \
            <i class="\(absence.category.rawValue)">\(code?.label(in: language) ?? "")</i> \(why[words])</li>
            """
    }
}
