import HTTPTypes
import SchoolRules
import Store
import Web

/// The exemptions of one class, and the form that adds one.
struct ExemptionsPage {
    let visit: Visit
    let classID: Int64
    let className: ClassName
    let exemptions: [Exemption]
    let students: [ExemptionsQueries.Pupil]
    let subjects: [ExemptionsQueries.Choice]
    let mayWrite: Bool
    var typed: (form: Form, refusal: Refusal)?
    private var language: Language { visit.language }

    static func read(_ visit: Visit, classID: Int64, in connection: Connection) throws -> ExemptionsPage {
        let school = visit.school.id
        let led = try visit.classesLed(in: connection)
        let mayWrite =
            visit.mayInSchool(.writeStudentCard) || visit.may(.writeAbsenceReason, inClass: classID, led: led)
        guard mayWrite || visit.may(.readClassRanking, inClass: classID, led: led),
            let name = try FinderQueries.className(classID, school: school, in: connection)
        else { throw Refusal.notFound }
        return ExemptionsPage(
            visit: visit, classID: classID, className: name,
            exemptions: try Exemption.all(ofClass: classID, on: visit.today, school: school, in: connection),
            students: try ExemptionsQueries.students(ofClass: classID, on: visit.today, school: school, in: connection),
            subjects: try ExemptionsQueries.subjects(ofClass: classID, school: school, in: connection),
            mayWrite: mayWrite)
    }

    func answer(status: HTTPResponse.Status = .ok) -> Answer {
        let title = "\(className.display(language)) · \(ExemptionsTexts.title[language])"
        let html = Layout(visit: visit, title: title, place: "/classes").html(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(ExemptionsTexts.what[language])</p></div>
            <p class="acts"><a class="button quiet" href="/classes/\(classID)">\
            \(ExemptionsTexts.classPage[language])</a>\
            </p></div>
            \(said)\(list)\(mayWrite ? form : nil)
            """)
        return .page(html, status: status)
    }

    private var said: HTML? {
        if let typed { return Said.refused(typed.refusal, language) }
        return Said.done(visit, ["saved": ShellTexts.saved, "withdrawn": ExemptionsTexts.withdrawn])
    }

    private var list: HTML {
        guard !exemptions.isEmpty else { return "<p class=\"say\">\(ExemptionsTexts.nobody[language])</p>" }
        let heads = [
            ExemptionsTexts.student, ExemptionsTexts.subject, ExemptionsTexts.from, ExemptionsTexts.to,
            ExemptionsTexts.basis, ExemptionsTexts.by,
        ].html { "<th scope=\"col\">\($0[language])</th>" }
        let last: HTML? = mayWrite ? "<td></td>" : nil
        return """
            <div class="scroll" tabindex="0" role="region" aria-label="\(ExemptionsTexts.title[language])">\
            <table class="list"><thead><tr>\(heads)\(last)</tr></thead><tbody>\(exemptions.html(row))</tbody>\
            </table></div>
            """
    }

    private func row(_ one: Exemption) -> HTML {
        let isOver: HTML? = one.to < visit.today ? " class=\"left\"" : nil
        let act: HTML? =
            mayWrite
            ? """
            <td class="acts"><form method="post" action="/classes/\(classID)/exemptions/\(one.id)/withdraw">\
            \(visit.csrfField)<button class="link">\(ExemptionsTexts.withdraw[language])\
            <span class="sr">: \(one.studentName.list), \(one.subjectName[language])</span></button></form></td>
            """ : nil
        return """
            <tr\(isOver)><th scope="row">\(one.studentName.list)</th><td>\(one.subjectName[language])</td>\
            <td>\(one.from.short)</td><td>\(one.to == .forever ? "—" : one.to.short)</td><td>\(one.basis)</td>\
            <td>\(one.by.short)</td>\(act)</tr>
            """
    }

    private var form: HTML {
        var problems: [String: Text] = [:]
        if let field = typed?.refusal.fields.first { problems[field.pointer] = field.words }
        let fresh = Form(fields: [("from", visit.today.description)])
        let inputs = Inputs(typed: typed?.form ?? fresh, problems: problems, language: language)
        let pupils = students.map { (value: "\($0.id)", words: $0.name.list) }
        let choices = subjects.map { (value: "\($0.id)", words: $0.words[language]) }
        return """
            <section><h2>\(ExemptionsTexts.add[language])</h2>\
            <form class="form card pad" method="post" action="/classes/\(classID)/exemptions">\(visit.csrfField)\
            <div class="row">\
            \(inputs.choice("student", ExemptionsTexts.student, pupils, width: "grow", isRequired: true))\
            \(inputs.choice("subject", ExemptionsTexts.subject, choices, width: "grow", isRequired: true))</div>\
            <div class="row">\
            \(inputs.text("from", ExemptionsTexts.from, type: "date", isRequired: true, width: "short"))\
            \(inputs.text("to", ExemptionsTexts.to, type: "date", width: "short", hint: ExemptionsTexts.toHint))</div>\
            \(inputs.text("basis", ExemptionsTexts.basis, isRequired: true, width: "grow"))\
            <p class="acts"><button class="main">\(ShellTexts.save[language])</button></p></form></section>
            """
    }
}
