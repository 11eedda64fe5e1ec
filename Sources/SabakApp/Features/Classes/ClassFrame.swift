import SchoolRules
import Web

/// The head every page of a class has: its name, who leads it, and its places.
struct ClassFrame: Sendable {
    enum Place: String, CaseIterable, Sendable {
        case list = ""
        case pages = "/pages"
        case subgroups = "/subgroups"
    }

    let visit: Visit
    let found: ClassesQueries.ClassRow
    let place: Place
    let isOwn: Bool
    private var words: Language { visit.language }

    func answer(acts: HTML?, _ content: HTML) -> Answer {
        let title = found.name.titled(InterfaceLanguage(rawValue: words.rawValue) ?? .ru)
        return Layout(visit: visit, title: title, place: "/classes", frame: .wide).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(summary)</p></div>
            <nav class="seg" aria-label="\(ClassTexts.places[words])">\(links)</nav>
            <p class="acts">\(acts)<button type="button" data-print hidden>\(Icon.print.html)\
            \(ShellTexts.print[words])</button></p></div>
            \(content)
            """)
    }

    private var summary: String {
        let students = ClassTexts.students(found.students)[words]
        guard let leader = found.leader else { return students + " · " + ClassTexts.noLeader[words] }
        return "\(students) · \(ShellTexts.role(.classTeacher)[words].lowercased()) \(leader.short)"
    }

    private var links: HTML {
        var links = link("", ClassTexts.list, isCurrent: place == .list)
        if visit.may(.readDaySheet) {
            links.append("<a href=\"/absences?class=\(found.id)\">\(ClassTexts.attendance[words])</a>")
        }
        if visit.mayInSchool(.readPage) || isOwn {
            links.append(link("/pages", ClassTexts.pages, isCurrent: place == .pages))
        }
        if visit.mayInSchool(.readClassRanking) || isOwn {
            links.append("<a href=\"/classes/\(found.id)/finals\">\(ClassTexts.finals[words])</a>")
        }
        if visit.mayInSchool(.readClassRanking) || visit.mayInSchool(.writeStudentCard) || isOwn {
            links.append("<a href=\"/classes/\(found.id)/exemptions\">\(ClassTexts.exemptions[words])</a>")
        }
        if visit.mayInSchool(.splitSubgroups) || isOwn {
            links.append(link("/subgroups", ClassTexts.subgroups, isCurrent: place == .subgroups))
        }
        if isOwn { links.append(link("/accounts", ClassTexts.codes, isCurrent: false)) }
        return links
    }

    private func link(_ ending: String, _ name: Text, isCurrent: Bool) -> HTML {
        let current: HTML? = isCurrent ? " aria-current=\"page\"" : nil
        return "<a href=\"/classes/\(found.id)\(ending)\"\(current)>\(name[words])</a>"
    }
}
