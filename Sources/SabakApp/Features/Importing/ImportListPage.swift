import HTTPTypes
import SchoolRules
import Web

/// What can be brought, and what was brought before.
struct ImportListPage {
    let visit: Visit
    let lists: [BroughtList]
    private var words: Language { visit.language }

    func answer() -> Answer {
        let title = ImportingTexts.title[words]
        let note: HTML? =
            visit.asked.query["note"] == "removed"
            ? "<p class=\"say good\" role=\"status\">\(ImportingTexts.removed[words])</p>" : nil
        return Layout(visit: visit, title: title, place: "/imports").answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(ImportingTexts.what[words])</p></div></div>\(note)
            <ul class="kinds">\(ImportKind.all(of: visit).html(card))</ul>
            <h2>\(ImportingTexts.mine[words])</h2>\(lists.isEmpty ? none : table)
            <p class="sub below">\(ImportingTexts.kept[words])</p>
            """)
    }

    private func card(_ kind: ImportKind) -> HTML {
        """
        <li class="card pad"><h2><a href="/imports/new/\(kind.rawValue)">\(ImportingTexts.kind(kind)[words])</a></h2>\
        <p class="sub">\(ImportingTexts.needs(kind)[words])</p></li>
        """
    }

    private var none: HTML { "<p class=\"none\">\(ImportingTexts.none[words])</p>" }

    private var table: HTML {
        """
        <div class="scroll" tabindex="0" role="region" aria-label="\(ImportingTexts.mine[words])"><table class="list">\
        <thead><tr><th scope="col">\(ImportingTexts.file[words])</th><th scope="col">\(ImportingTexts.kind[words])</th>\
        <th scope="col">\(ImportingTexts.state[words])</th><th scope="col">\(ImportingTexts.who[words])</th>\
        <th scope="col">\(ImportingTexts.when[words])</th></tr></thead><tbody>\(lists.html(row))</tbody></table></div>
        """
    }

    private func row(_ list: BroughtList) -> HTML {
        let mark =
            switch list.state {
            case .done: "done"
            case .failed: "due"
            case .checking, .running: "next"
            case .uploaded, .ready: "half"
            }
        return """
            <tr><th scope="row"><a href="/imports/\(list.id)">\(list.name)</a></th>\
            <td>\(ImportingTexts.kind(list.kind)[words])</td>\
            <td><span class="st \(mark)" aria-hidden="true"></span> \(ImportingTexts.state(list.state)[words])</td>\
            <td>\(list.personName?.short ?? "")</td><td>\(visit.short(list.at))</td></tr>
            """
    }
}

extension Visit {
    /// "20.11.2026, 9:05".
    fileprivate func short(_ instant: Int64) -> String {
        let moment = school.time.moment(instant)
        return "\(moment.day.short), \(DateWords.clock(moment.minute))"
    }
}

/// The form with the file.
struct UploadPage {
    let visit: Visit
    let kind: ImportKind
    /// What a timetable is proposed to hold from.
    let firstDay: Day
    var problem: UploadForm.Problem?
    private var words: Language { visit.language }

    init(visit: Visit, kind: ImportKind, problem: UploadForm.Problem? = nil) throws {
        (self.visit, self.kind, self.problem) = (visit, kind, problem)
        firstDay = try visit.read { try ImportingQueries.firstDay(visit, in: $0) }
    }

    func answer() -> Answer {
        let title = ImportingTexts.kind(kind)[words]
        let layout = Layout(visit: visit, title: title, place: kind.menuPlace(for: visit), frame: .thin)
        let page = layout.html(
            """
            <div class="head"><div><p class="sub"><a href="/imports">\(ImportingTexts.title[words])</a></p>\
            <h1>\(title)</h1><p class="sub">\(ImportStepTexts.step(1)[words])</p></div></div>
            <p>\(ImportingTexts.needs(kind)[words])</p>
            <form class="form card pad upload below" method="post" enctype="multipart/form-data" \
            action="/imports/new/\(kind.rawValue)">\(visit.csrfField)\(file)\(day)
            <p class="acts"><button class="main">\(ImportingTexts.upload[words])</button></p></form>
            <p class="sub below">\(ImportingTexts.kept[words])</p>
            """)
        return .page(page, status: problem == nil ? .ok : .unprocessableContent)
    }

    private var file: HTML {
        let several: HTML? = kind == .fet ? " multiple" : nil
        let isBad = problem.map { !$0.isOfDay } ?? false
        let bad: HTML? =
            isBad
            ? "<small class=\"err\" id=\"file-err\" role=\"alert\">\(problem?.words[words] ?? "")</small>" : nil
        let marks: HTML =
            isBad
            ? " aria-invalid=\"true\" aria-describedby=\"file-err file-hint\"" : " aria-describedby=\"file-hint\""
        return """
            <p class="field\(isBad ? " bad" : "")"><label for="file">\(ImportingTexts.file[words])</label>\
            <input id="file" name="file" type="file" accept="\(kind.accepts)" required\(several)\(marks) \
            data-most="\(UploadedFiles.mostBytes)" data-too-large="\(ImportingTexts.size[words])">\(bad)\
            <small class="hint" id="file-hint">\(kind.formats) \(ImportingTexts.size[words])</small></p>
            """
    }

    private var day: HTML? {
        guard kind.takesDay else { return nil }
        let typed = problem?.day ?? ""
        let day = typed.isEmpty ? firstDay.description : typed
        let inputs = Inputs(
            typed: Form(fields: [("first-day", day)]),
            problems: problem?.isOfDay == true ? ["first-day": problem?.words ?? ImportingTexts.noDay] : [:],
            language: words)
        return inputs.text("first-day", ImportingTexts.firstDay, type: "date", isRequired: true)
    }
}

extension ImportKind {
    /// The names of the formats, the same in every language.
    fileprivate var formats: String {
        switch self {
        case .students, .staff, .load, .timetable, .plan: "XLSX, CSV, TSV, ZIP."
        case .asc: "XML, ZIP."
        case .fet: "FET, XML, ZIP."
        case .people, .teaching: "ZIP."
        }
    }

    /// The place of the menu that is lit: the lists, or where the visitor came from.
    func menuPlace(for visit: Visit) -> String {
        Menu.places(of: visit).contains { $0.address == "/imports" } ? "/imports" : place
    }
}

/// The way into this room from the pages of others.
enum ImportLink {
    /// To the lists, since a timetable comes in one of three forms.
    static func timetables(_ visit: Visit) -> HTML? {
        guard visit.may(.writeTimetable) else { return nil }
        return "<a class=\"button\" href=\"/imports\">\(ImportingTexts.bring[visit.language])</a>"
    }

    static func button(_ kind: ImportKind, _ visit: Visit, isMain: Bool = false) -> HTML? {
        guard visit.may(kind.right) else { return nil }
        let main = isMain ? " main" : ""
        return """
            <a class="button\(main)" href="/imports/new/\(kind.rawValue)">\(ImportingTexts.bring[visit.language])</a>
            """
    }
}
