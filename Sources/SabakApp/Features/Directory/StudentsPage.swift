import SchoolRules
import Web

/// The list of students, with the form that adds one.
struct StudentsPage: Sendable {
    let visit: Visit
    let wish: StudentWish
    let rows: [StudentQueries.Listed]
    let total: Int
    let classes: [StudentQueries.ClassChoice]
    let add: Inputs
    let same: [DirectoryQueries.Namesake]
    let desk: DeskNotice
    let banner: SetupBanner
    private var words: Language { visit.language }
    private var mayAdd: Bool { visit.mayInSchool(.enrol) }
    /// Whether one student after the other is being entered.
    private var isAdding: Bool { visit.asked.query["add"] == "1" || !add.problems.isEmpty || !same.isEmpty }

    var answer: Answer {
        let title = DirectoryTexts.students[words]
        return Layout(visit: visit, title: title, place: "/students", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1>\
            <p class="sub">\(DirectoryTexts.studentCount(total)[words])</p></div>\
            <p class="acts">\(books)\(ImportLink.button(.students, visit, isMain: isEmpty))\(addLink)</p></div>
            \(banner.html)\(desk.html)\(said)\(failed)\(isAdding && mayAdd ? addForm : nil)\(filter)
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col" class="num">№</th><th scope="col">\(DirectoryTexts.fullName[words])</th>\
            <th scope="col">\(DirectoryTexts.schoolClass[words])</th><th scope="col">\(DirectoryTexts.born[words])</th>\
            <th scope="col">\(DirectoryTexts.login[words])</th>\(actsHead)</tr></thead>\
            <tbody>\(rows.enumerated().html { row($0, $1) })</tbody></table></div>
            \(pages)\(mayAdd && !isAdding ? addForm : nil)
            """)
    }

    /// A school without students begins with its list.
    private var isEmpty: Bool { total == 0 && wish.typed.isEmpty && wish.classID == nil && !wish.showsLeft }

    private var books: HTML {
        """
        <a class="button quiet" href="/movements">\(DirectoryTexts.movements[words])</a>\
        <a class="button quiet" href="/alphabet">\(DirectoryTexts.alphabet[words])</a>
        """
    }

    private var said: HTML? {
        DirectoryTexts.said(visit.asked.query["note"]).map { "<p class=\"say good\" role=\"status\">\($0[words])</p>" }
    }

    private var addLink: HTML? {
        guard mayAdd else { return nil }
        let name = DirectoryTexts.addStudent[words]
        return "<a class=\"button\(isEmpty ? "" : " main")\" href=\"/students?add=1\">\(Icon.plus.html)\(name)</a>"
    }

    private var failed: HTML? {
        add.problems.isEmpty && same.isEmpty
            ? nil : "<p class=\"say bad\" role=\"alert\">\(DirectoryTexts.notSaved[words])</p>"
    }

    private var filter: HTML {
        let fields = Inputs(
            typed: Form(fields: [
                ("q", wish.typed), ("class", wish.classID.map(String.init) ?? ""),
                ("state", wish.showsLeft ? "left" : ""),
            ]), language: words, prefix: "find-")
        let all = [("", DirectoryTexts.all[words])] + classes.map { (String($0.id), $0.name.display(words)) }
        let states = [("", DirectoryTexts.learning[words]), ("left", DirectoryTexts.gone[words])]
        return """
            <form class="filter" method="get" action="/students" role="search">\
            \(fields.text("q", DirectoryTexts.search, type: "search", width: "grow", isFirst: !isAdding))\
            \(fields.choice("class", DirectoryTexts.schoolClass, all))\
            \(fields.choice("state", DirectoryTexts.state, states))\
            <p class="acts"><button>\(DirectoryTexts.show[words])</button></p></form>
            """
    }

    private var actsHead: HTML? {
        mayAdd ? "<th scope=\"col\"><span class=\"sr\">\(DirectoryTexts.acts[words])</span></th>" : nil
    }

    private func row(_ position: Int, _ student: StudentQueries.Listed) -> HTML {
        let number = (wish.page - 1) * StudentWish.pageLength + position + 1
        let isLeft = student.to < visit.today
        let opening: HTML = isLeft ? "<tr class=\"left\">" : "<tr>"
        let left: HTML? =
            isLeft
            ? "<small>\(DirectoryTexts.left(student.to, to: student.destination)[words])</small>" : nil
        let acts: HTML? =
            mayAdd
            ? "<td class=\"acts\"><a href=\"/students/\(student.id)/edit\">\(DirectoryTexts.edit[words])</a></td>" : nil
        return """
            \(opening)<td class="num">\(number)</td>\
            <th scope="row"><a href="/students/\(student.id)">\(student.name.full)</a>\(left)</th>\
            <td><b>\(student.className.display(words))</b></td><td>\(Day(student.birthDay)?.short ?? "—")</td>\
            <td>\(student.login)</td>\(acts)</tr>
            """
    }

    private var pages: HTML? {
        guard total > StudentWish.pageLength else { return nil }
        let first = (wish.page - 1) * StudentWish.pageLength + 1
        let last = min(first + StudentWish.pageLength - 1, total)
        let back: HTML? =
            wish.page == 1
            ? nil
            : """
            <a href="\(wish.address(page: wish.page - 1))" rel="prev">\(Icon.back.html)\(ShellTexts.previous[words])</a>
            """
        let next: HTML? =
            last >= total
            ? nil
            : """
            <a href="\(wish.address(page: wish.page + 1))" rel="next">\(ShellTexts.following[words])\
            \(Icon.next.html)</a>
            """
        return """
            <nav class="pages" aria-label="\(DirectoryTexts.pages[words])">\(back)\
            <span>\(first)–\(last) / \(total)</span>\(next)</nav>
            """
    }

    private var addForm: HTML {
        let open: HTML? = isAdding ? " open" : nil
        let fields = PersonFields(inputs: add, isFirst: isAdding)
        let movement = MovementFields(inputs: add)
        let choices = [("", "—")] + classes.map { (String($0.id), $0.name.display(words)) }
        return """
            <details class="add" id="add"\(open)><summary>\(DirectoryTexts.addStudent[words])</summary>
            <form class="form" method="post" action="/students" data-guard="student-new">\(visit.csrfField)
            \(fields.names)
            <div class="row">\(fields.sex)\(fields.born)\
            \(add.choice("class", DirectoryTexts.schoolClass, choices, isRequired: true))\
            \(add.text("from", DirectoryTexts.from, type: "date", isRequired: true))\(movement.order)</div>
            <details class="more"><summary>\(DirectoryTexts.origin[words])</summary>\(movement.origin)</details>
            \(NamesakeChoice(visit: visit, same: same, mayUse: false).html)
            <p class="acts"><button class="main" name="then" value="next">\(DirectoryTexts.saveAndNext[words])</button>\
            <button name="then" value="card">\(DirectoryTexts.saveAndOpen[words])</button></p></form></details>
            """
    }
}
