import SchoolRules
import Web

/// The classes of the school.
struct ClassesPage: Sendable {
    let visit: Visit
    let classes: [ClassesQueries.ClassRow]
    /// A new class as typed, where it was refused.
    let refused: NewClassForm?
    let hasNextYear: Bool
    private var words: Language { visit.language }

    var answer: Answer {
        let title = ClassTexts.classes[words]
        let students = classes.reduce(0) { $0 + $1.students }
        return Layout(visit: visit, title: title, place: "/classes").answer(
            """
            <div class="head"><div><h1>\(title)</h1>\
            <p class="sub">\(ClassTexts.summary(classes: classes.count, students: students)[words])</p></div>\
            <p class="acts">\(leaders)<button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            \(hasNextYear ? YearChoice(visit: visit, path: "/classes").html : nil)\(said)
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col">\(ClassTexts.schoolClass[words])</th>\
            <th scope="col" class="num">\(ClassTexts.studentsHead[words])</th>\
            <th scope="col">\(ShellTexts.role(.classTeacher)[words])</th>\
            <th scope="col" class="num">\(ClassTexts.shift[words])</th>\
            <th scope="col">\(ClassTexts.room[words])</th></tr></thead>\
            <tbody>\(classes.html(row))</tbody></table></div>
            \(visit.mayInSchool(.writeLoad) ? NewClassForm.html(visit, refused: refused) : nil)
            """)
    }

    private var said: HTML? {
        if let refused { return FormProblems(refused.problems).summary(words) }
        return visit.asked.query["note"] == "named"
            ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>" : nil
    }

    private var leaders: HTML? {
        guard visit.mayInSchool(.writeLoad), !classes.isEmpty else { return nil }
        return "<a class=\"button\" href=\"\(visit.inYear("/classes/leaders"))\">\(ClassTexts.leaders[words])</a>"
    }

    private func row(_ row: ClassesQueries.ClassRow) -> HTML {
        """
        <tr><th scope="row"><a href="/classes/\(row.id)">\(row.name.display(words))</a></th>\
        <td class="num">\(row.students)</td><td>\(row.leader?.full ?? "—")</td><td class="num">\(row.shift)</td>\
        <td>\(row.room)</td></tr>
        """
    }
}

/// The list of a class for those who teach in it: number and name only (A24).
struct ClassNamesPage: Sendable {
    let visit: Visit
    let found: ClassesQueries.ClassRow
    let students: [ClassesQueries.Student]

    var answer: Answer {
        let words = visit.language
        let rows = students.enumerated().html { position, student in
            "<tr><td class=\"num\">\(position + 1)</td><th scope=\"row\">\(student.name.full)</th></tr>"
        }
        return ClassFrame(visit: visit, found: found, place: .list, isOwn: false).answer(
            acts: nil,
            """
            <div class="scroll" tabindex="0" role="region" aria-label="\(ClassTexts.list[words])">\
            <table class="list"><thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(ClassTexts.student[words])</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """)
    }
}

/// The journal pages of a class: who keeps each, how far it is, when something was entered last (R-106).
struct ClassPagesPage: Sendable {
    let visit: Visit
    let found: ClassesQueries.ClassRow
    let pages: [ClassesQueries.PageRow]
    let led: Set<Int64>
    private var words: Language { visit.language }

    var answer: Answer {
        let isOwn = visit.may(.manageFamilyAccounts, inClass: found.id, led: led)
        return ClassFrame(visit: visit, found: found, place: .pages, isOwn: isOwn).answer(
            acts: nil,
            """
            <div class="scroll" tabindex="0" role="region" aria-label="\(ClassTexts.pages[words])">\
            <table class="list"><thead><tr><th scope="col">\(ClassTexts.subject[words])</th>\
            <th scope="col">\(ClassTexts.teacher[words])</th>\
            <th scope="col" class="num">\(ClassTexts.hours[words])</th>\
            <th scope="col" class="num">\(ClassTexts.held[words])</th>\
            <th scope="col" class="num">\(ClassTexts.open[words])</th>\
            <th scope="col">\(ClassTexts.lastEntry[words])</th></tr></thead>\
            <tbody>\(pages.html(row))</tbody></table></div>
            """)
    }

    private func row(_ page: ClassesQueries.PageRow) -> HTML {
        let group = page.groupName.isEmpty ? "" : " · " + page.groupName
        let teachers = page.teachers.map(\.full).joined(separator: ", ")
        let last = page.lastEntry == 0 ? "—" : entered(page.lastEntry)
        let hours = Fraction(hundredths: page.hours).rounded(decimals: page.hours % 100 == 0 ? 0 : 1)
        let open: HTML = page.open == 0 ? "0" : "<b class=\"warn\">\(page.open)</b>"
        return """
            <tr><th scope="row"><a href="/pages/\(page.id)">\(page.subject[words])\(group)</a></th>\
            <td>\(teachers.isEmpty ? "—" : teachers)</td><td class="num">\(hours)</td><td class="num">\(page.held)</td>\
            <td class="num">\(open)</td><td>\(last)</td></tr>
            """
    }

    private func entered(_ instant: Int64) -> String {
        let moment = visit.school.time.moment(instant)
        return "\(moment.day.short) \(moment.time)"
    }
}
