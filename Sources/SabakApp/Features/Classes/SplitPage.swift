import SchoolRules
import Web

/// Dividing a class on one screen.
struct SplitPage: Sendable {
    let visit: Visit
    let picture: SplitPicture
    let draft: SplitDraft
    let note: String?
    var problem: Text?
    /// A new division as typed, where it was refused.
    var refused: NewSplitForm?
    private var words: Language { visit.language }
    private var address: String { "/classes/\(picture.found.id)/subgroups" }

    var answer: Answer {
        let frame = ClassFrame(visit: visit, found: picture.found, place: .subgroups, isOwn: picture.isOwn)
        return frame.answer(
            acts: nil,
            """
            \(said)\(divisions)\(draft.split.map(form) ?? noSplits)\(newSplit)
            """)
    }

    private var said: HTML? {
        if let refused { return FormProblems(refused.problems).summary(words) }
        if let problem { return "<p class=\"say bad\" role=\"alert\">\(problem[words])</p>" }
        return note == "saved" ? "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>" : nil
    }

    private var divisions: HTML? {
        guard picture.splits.count > 1 else { return nil }
        let links = picture.splits.html { split in
            let current: HTML? = split.id == draft.split?.id ? " aria-current=\"page\"" : nil
            return "<a href=\"\(address)?split=\(split.id)\"\(current)>\(title(split))</a>"
        }
        return "<nav class=\"sub-places\" aria-label=\"\(ClassTexts.subgroups[words])\">\(links)</nav>"
    }

    private var noSplits: HTML { "<p class=\"say\">\(ClassTexts.noSplits[words])</p>" }

    private func title(_ split: SplitPicture.Split) -> String {
        let names = split.subjects.isEmpty ? split.groups.map(\.name) : split.subjects.map { $0[words] }
        return names.joined(separator: ", ")
    }

    private func form(_ split: SplitPicture.Split) -> HTML {
        let start = Inputs(typed: Form(fields: [("from", draft.from)]), language: words)
        return """
            <h2>\(title(split))</h2><p class="sub">\(teachers(split))</p>
            <p class="sub screen">\(ClassTexts.fillBy[words]): \(fills(split))</p>
            <form class="form" method="post" action="\(address)" data-guard="split-\(split.id)" \
            data-version="\(draft.fill)">\(visit.csrfField)<input type="hidden" name="split" value="\(split.id)">
            \(start.text("from", ClassTexts.fromDay, type: "date", isRequired: true, hint: ClassTexts.marksStay))
            <div class="scroll" tabindex="0" role="region" aria-label="\(ClassTexts.splitTable[words])">\
            <table class="list pick"><thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(ClassTexts.student[words])</th>\
            \(split.groups.html { "<th scope=\"col\" class=\"num\">\($0.name)</th>" })\
            <th scope="col" class="num">\(ClassTexts.neither[words])</th><th scope="col">\(ClassTexts.now[words])</th>\
            </tr></thead><tbody>\(picture.students.enumerated().html { row($0, $1, split) })</tbody>\
            <tfoot><tr><td></td><th scope="row">\(ClassTexts.total[words])</th>\(totals(split))<td></td></tr></tfoot>\
            </table></div>
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button></p></form>
            """
    }

    private func teachers(_ split: SplitPicture.Split) -> String {
        if split.subjects.isEmpty { return ClassTexts.noPage[words] }
        return split.groups.map { group in
            let names = group.teachers.map(\.short).joined(separator: ", ")
            return "\(group.name): \(names.isEmpty ? "—" : names)"
        }.joined(separator: " · ")
    }

    private func fills(_ split: SplitPicture.Split) -> HTML {
        var ways: [(fill: String, name: String)] = [
            ("turns", ClassTexts.byTurns[words]), ("halves", ClassTexts.byHalves[words]),
            ("sex", ClassTexts.bySex[words]),
        ]
        for other in picture.splits where other.id != split.id && other.groups.count == split.groups.count {
            ways.append((String(other.id), ClassTexts.like(title(other))[words]))
        }
        return ways.enumerated().html { position, way in
            let comma = position > 0 ? ", " : ""
            return "\(comma)<a href=\"\(address)?split=\(split.id)&amp;fill=\(way.fill)\">\(way.name)</a>"
        }
    }

    private func row(_ position: Int, _ student: ClassesQueries.Student, _ split: SplitPicture.Split) -> HTML {
        let chosen = draft.groups[student.id]
        let now = picture.group(of: student.id, in: split, on: visit.today)
        let current = now.map { there in
            let name = split.groups.first { $0.id == there.group }?.name ?? ""
            return "\(name), \(ClassTexts.since(there.from)[words])"
        }
        let choices = split.groups.html { group in
            choice(student, "\(group.id)", name: group.name, isChosen: chosen == group.id)
        }
        return """
            <tr><td class="num">\(position + 1)</td><th scope="row">\(student.name.full)</th>\(choices)\
            \(choice(student, "", name: ClassTexts.neither[words], isChosen: chosen == nil))\
            <td><small>\(current ?? "—")</small></td></tr>
            """
    }

    private func choice(_ student: ClassesQueries.Student, _ value: String, name: String, isChosen: Bool) -> HTML {
        let mark: HTML? = isChosen ? " checked" : nil
        return """
            <td class="num"><label><input type="radio" name="group-\(student.id)" value="\(value)" \
            aria-label="\(name): \(student.name.full)"\(mark)></label></td>
            """
    }

    private func totals(_ split: SplitPicture.Split) -> HTML {
        let counts = split.groups.html { group in
            let count = picture.students.filter { draft.groups[$0.id] == group.id }.count
            return "<td class=\"num\"><output data-total=\"\(group.id)\">\(count)</output></td>"
        }
        let none = picture.students.filter { draft.groups[$0.id] == nil }.count
        return "\(counts)<td class=\"num\"><output data-total=\"\">\(none)</output></td>"
    }

    private var newSplit: HTML {
        let fields = Inputs(
            typed: refused?.typed ?? Form(fields: [("count", "2")]), problems: refused?.problems ?? [:],
            language: words)
        let opened: HTML? = refused != nil || picture.splits.isEmpty ? " open" : nil
        return """
            <details class="add"\(opened)><summary>\(ClassTexts.newSplit[words])</summary>
            <form class="form" method="post" action="\(address)/new">\(visit.csrfField)<div class="row">\
            \(fields.text("title", ClassTexts.newSplitName, isRequired: true, width: "grow"))\
            \(fields.choice("count", ClassTexts.howMany, [("2", "2"), ("3", "3"), ("4", "4")]))\
            <p class="acts"><button>\(ClassTexts.create[words])</button></p></div></form></details>
            """
    }
}
