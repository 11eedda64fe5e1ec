import SchoolRules
import Store
import Web

/// The data to check of one class: who lacks what, and the confirmation of the month.
struct DataPage: Sendable {
    let visit: Visit
    let classID: Int64
    let name: ClassName
    let students: [StudentGaps]
    let months: [String]
    let checks: [DataCheck]
    /// Whether the visitor leads the class and so may ask for changes and confirm.
    let isLeader: Bool
    var problem: Text?
    private var words: Language { visit.language }
    private var lacking: [StudentGaps] { students.filter { !$0.gaps.isEmpty } }

    static func read(_ visit: Visit, of id: Int64, in connection: Connection) throws -> DataPage {
        let found = try visit.classToRead(id, by: .exportRoster, in: connection)
        let led = try visit.classesLed(in: connection)
        return DataPage(
            visit: visit, classID: id, name: found.name,
            students: try DataGaps.read(classes: [id], visit, in: connection),
            months: try DataCheck.months(visit, in: connection),
            checks: try DataCheck.all(year: visit.year, school: visit.school.id, in: connection)
                .filter { $0.classID == id },
            isLeader: visit.may(.requestRosterChange, inClass: id, led: led))
    }

    var answer: Answer {
        let title = "\(name.titled(InterfaceLanguage(rawValue: words.rawValue) ?? .ru)): \(DataTexts.title[words])"
        let board: HTML? =
            visit.mayInSchool(.readControlReport)
            ? "<a class=\"button quiet\" href=\"/data-checks\">\(DataTexts.board[words])</a>" : nil
        return Layout(visit: visit, title: title, place: "/classes", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1>\
            <p class="sub">\(DataTexts.count(lacking.count, of: students.count)[words])</p></div>\
            <p class="acts"><a class="button quiet" href="/classes/\(classID)">\(DataTexts.toClass[words])</a>\(board)\
            <button type="button" data-print hidden>\(Icon.print.html)\(ShellTexts.print[words])</button></p></div>
            \(said)\(isLeader ? confirmation : nil)\(table)\(history)
            """)
    }

    private var said: HTML? {
        if let problem { return "<p class=\"say bad\" role=\"alert\">\(problem[words])</p>" }
        guard visit.asked.query["note"] == "confirmed" else { return nil }
        return "<p class=\"say good\" role=\"status\">\(DataTexts.confirmed[words])</p>"
    }

    private var table: HTML {
        guard !lacking.isEmpty else { return "<p class=\"card pad\">\(DataTexts.complete[words])</p>" }
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(DataTexts.title[words])">\
            <table class="list"><thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(DataTexts.student[words])</th>\
            <th scope="col">\(DataTexts.missing[words])</th></tr></thead>\
            <tbody>\(lacking.enumerated().html(row))</tbody></table></div>
            """
    }

    private func row(_ position: Int, _ student: StudentGaps) -> HTML {
        let gaps = student.gaps.html { gap -> HTML in
            let name = DataTexts.gap(gap)[words]
            guard isLeader, let field = gap.field else { return "<span class=\"tag\">\(name)</span> " }
            return """
                <a class="tag late" href="/requests/new?student=\(student.id)&amp;field=\(field.rawValue)">\(name)</a>
                """
        }
        return """
            <tr><td class="num">\(position + 1)</td>\
            <th scope="row"><a href="/students/\(student.id)">\(student.name.full)</a></th>\
            <td class="gaps">\(gaps)</td></tr>
            """
    }

    private var confirmation: HTML? {
        let known = Set(checks.map(\.month))
        let open = months.filter { !known.contains($0) }
        guard let month = open.first else { return nil }
        let choices = open.map { ($0, DeskWords.month($0)[words]) }
        let inputs = Inputs(typed: Form(fields: [("month", month)]), language: words, prefix: "check-")
        return """
            <form class="form card pad" method="post" action="/classes/\(classID)/data/confirm">\(visit.csrfField)
            <h2>\(DataTexts.confirmTitle[words])</h2><p class="sub">\(DataTexts.confirmWhat[words])</p>
            <div class="row">\(inputs.choice("month", DataTexts.month, choices))</div>
            <p class="check"><input type="checkbox" id="checked" name="checked" value="1" required>\
            <label for="checked">\(DataTexts.iChecked(students.count)[words])</label></p>
            <p class="acts"><button class="main">\(DataTexts.sign[words])</button></p></form>
            """
    }

    private var history: HTML? {
        guard !checks.isEmpty else { return nil }
        let lines = checks.reversed().html { check in
            let moment = visit.school.time.moment(check.confirmedAt)
            let signed = "\(check.name.short), \(moment.day.short) \(moment.time)"
            return "<li>\(LessonWords.sentence(DeskWords.month(check.month)[words])): \(signed)</li>"
        }
        return "<h2>\(DataTexts.signed[words])</h2><ul class=\"plain\">\(lines)</ul>"
    }
}

/// Which class teachers have confirmed the data of their classes, month by month.
struct DataBoardPage: Sendable {
    let visit: Visit
    let classes: [DataQueries.ClassRow]
    /// The classes whose data the visitor may open.
    let readable: Set<Int64>
    /// Students with something missing, by class.
    let gaps: [Int64: Int]
    let months: [String]
    let checks: [DataCheck]
    private var words: Language { visit.language }

    var answer: Answer {
        let title = DataTexts.board[words]
        let month = months.last ?? ""
        let signed = Set(checks.filter { $0.month == month }.map(\.classID))
        let open = classes.filter { !signed.contains($0.id) }.count
        return Layout(visit: visit, title: title, place: "/control", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1>\
            <p class="sub">\(DataTexts.open(open, of: classes.count, DeskWords.month(month))[words])</p></div>\
            <p class="acts"><button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            <div class="scroll" tabindex="0" role="region" aria-label="\(title)"><table class="list"><thead><tr>\
            <th scope="col">\(DataTexts.schoolClass[words])</th>\
            <th scope="col">\(ShellTexts.role(.classTeacher)[words])</th>\
            <th scope="col" class="num">\(DataTexts.toCheck[words])</th>\
            \(months.html { "<th scope=\"col\">\(DeskWords.month($0)[words])</th>" })</tr></thead>\
            <tbody>\(classes.html(row))</tbody></table></div>
            """)
    }

    private func row(_ row: DataQueries.ClassRow) -> HTML {
        let cells = months.html { month -> HTML in
            guard let check = checks.first(where: { $0.classID == row.id && $0.month == month }) else {
                return "<td><span class=\"tag late\">\(DataTexts.notSigned[words])</span></td>"
            }
            let moment = visit.school.time.moment(check.confirmedAt)
            return "<td>✓ \(moment.day.short)<small class=\"sr\"> \(check.name.short)</small></td>"
        }
        let name = row.name.display(words)
        let link: HTML = readable.contains(row.id) ? "<a href=\"/classes/\(row.id)/data\">\(name)</a>" : "\(name)"
        return """
            <tr><th scope="row">\(link)</th>\
            <td>\(row.leader?.full ?? "—")</td><td class="num">\(gaps[row.id] ?? 0)</td>\(cells)</tr>
            """
    }
}
