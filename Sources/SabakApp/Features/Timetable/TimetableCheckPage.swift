import SchoolRules
import Web

/// The check of a version against the load, by class and by teacher.
struct TimetableCheckPage {
    let visit: Visit
    let check: TimetableCheck
    let board: TimetableBoard
    private var words: Language { visit.language }

    func answer() -> Answer {
        let title = TimetableTexts.checkTitle[words]
        let name = board.version.map { TimetableTexts.name($0.from.words(words), isPublished: $0.isPublished)[words] }
        let content: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(name ?? "")</p></div>\
            <p class="acts"><a class="button" href="/timetable\(version("?"))">\(TimetableTexts.timetable[words])</a>\
            </p></div>\(clashes)
            \(table(TimetableTexts.classes, check.classes, withWindows: false, name: className, link: "class"))
            \(table(TimetableTexts.teachers, sorted, withWindows: true, name: teacherName, link: "teacher"))
            """
        return Layout(visit: visit, title: title, place: "/timetable").answer(content)
    }

    private var clashes: HTML {
        let all = Clash.all(in: board.slots, sharing: board.week.sharing).filter { $0.slot < $0.other }
        return TimetableClashList(week: board.week, clashes: all, words: words).html
    }

    private func version(_ sign: String) -> String { board.version.map { "\(sign)version=\($0.id)" } ?? "" }

    private var sorted: [TimetableCheck.Line] {
        let order = Dictionary(board.teachers.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return check.teachers.sorted { (order[$0.id] ?? .max, $0.id) < (order[$1.id] ?? .max, $1.id) }
    }

    private func className(_ id: Int64) -> String {
        board.classes.first { $0.id == id }?.name.display(words) ?? "—"
    }

    private func teacherName(_ id: Int64) -> String { board.teachers.first { $0.id == id }?.name.short ?? "—" }

    private func table(
        _ heading: Text, _ lines: [TimetableCheck.Line], withWindows: Bool, name: (Int64) -> String, link: String
    ) -> HTML {
        let windows: HTML? =
            withWindows
            ? """
            <th scope="col" class="num">\(TimetableTexts.daysAWeek[words])</th>\
            <th scope="col" class="num">\(TimetableTexts.windows[words])</th>
            """ : nil
        let rows = lines.html { row($0, withWindows: withWindows, name: name($0.id), link: link) }
        return """
            <section><h2>\(heading[words])</h2><div class="scroll" tabindex="0" role="region" \
            aria-label="\(heading[words])"><table class="list"><thead><tr><td></td>\
            <th scope="col" class="num">\(TimetableTexts.loadWord[words])</th>\
            <th scope="col" class="num">\(TimetableTexts.placedWord[words])</th>\(windows)\
            <th scope="col">\(TimetableTexts.difference[words])</th></tr></thead><tbody>\(rows)</tbody></table></div>\
            </section>
            """
    }

    private func row(_ line: TimetableCheck.Line, withWindows: Bool, name: String, link: String) -> HTML {
        let windows: HTML? =
            withWindows
            ? """
            <td class="num">\(line.days.count)</td>\
            <td class="num">\(line.windows == 0 ? "" : "\(line.windows)")</td>
            """ : nil
        let rest = line.pages.map { one in
            "\(withWindows ? one.page.title(words) : one.page.subjectTitle(words)) \(sign(one.rest))"
        }
        let state: HTML =
            rest.isEmpty
            ? "<span class=\"good\">✓</span>"
            : "<span class=\"warn\">\(rest.joined(separator: ", "))</span>"
        return """
            <tr><th scope="row"><a href="/timetable?\(link)=\(line.id)\(version("&"))">\(name)</a></th>\
            <td class="num">\(HoursWords.number(line.load, words))</td>\
            <td class="num">\(HoursWords.number(line.placed, words))</td>\(windows)<td>\(state)</td></tr>
            """
    }

    /// "−2" for what is missing, "+1" for what is too much.
    private func sign(_ rest: Int) -> String {
        (rest > 0 ? "−" : "+") + HoursWords.number(abs(rest), words)
    }
}

/// Clashes one below the other, those that forbid publishing first.
struct TimetableClashList {
    let week: TimetableWeek
    let clashes: [Clash]
    let words: Language

    var html: HTML {
        guard !clashes.isEmpty else { return HTML() }
        let clashWords = TimetableClashWords(week: week, words: words)
        let ordered = clashes.filter(\.isHard) + clashes.filter { !$0.isHard }
        let items = ordered.prefix(100).html { clash -> HTML in
            let mark: HTML? = clash.isHard ? " class=\"hard\"" : nil
            return "<li\(mark)>\(clashWords.sayWhole(clash) ?? "")</li>"
        }
        let hard = clashes.count(where: \.isHard)
        let said = hard > 0 ? TimetableTexts.clashesHard(hard)[words] + " " + TimetableTexts.mendClashes[words] : ""
        return """
            <section class="say \(hard > 0 ? "bad" : "warn")"><h2>\(TimetableTexts.clashes(clashes.count)[words])</h2>\
            <p>\(said)</p><ul class="clashes">\(items)</ul></section>
            """
    }
}
