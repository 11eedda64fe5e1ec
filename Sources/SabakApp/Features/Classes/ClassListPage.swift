import SchoolRules
import Web

/// The list of one class.
struct ClassListPage: Sendable {
    let visit: Visit
    let list: ClassList
    let leading: ClassLeading?
    /// A class teacher as typed, where that was refused.
    let refused: LeaderForm?
    let note: String?
    let desk: DeskNotice
    private var words: Language { visit.language }

    var answer: Answer {
        let frame = ClassFrame(visit: visit, found: list.found, place: .list, isOwn: list.isOwn)
        return frame.answer(
            acts: "\(dataLink)\(export)",
            """
            \(desk.html)\(said)\(undivided)\(withoutAccess)\(proposals)
            <div class="scroll" tabindex="0" role="region" aria-label="\(ClassTexts.list[words])">\
            <table class="list"><thead><tr><th scope="col" class="num">№</th>\
            <th scope="col">\(ClassTexts.student[words])</th>\(heads)</tr></thead>\
            <tbody>\(list.students.enumerated().html { row($0, $1) })</tbody></table></div>
            \(leading?.html(visit, classID: list.found.id, refused: refused))
            """)
    }

    private var dataLink: HTML? {
        list.lacking.map { lacking in
            """
            <a class="button quiet" href="/classes/\(list.found.id)/data">\(ClassTexts.dataToCheck[words]) \
            <span class="n">\(lacking)</span></a>
            """
        }
    }

    private var export: HTML? {
        guard visit.mayInSchool(.exportRoster) || list.isOwn else { return nil }
        return """
            <a class="button" href="/classes/\(list.found.id)/list.xlsx" download>\(ClassTexts.download[words])</a>
            """
    }

    private var said: HTML? {
        if let refused { return FormProblems(refused.problems).summary(words) }
        return done
    }

    private var undivided: HTML? {
        guard !list.undivided.isEmpty, !list.students.isEmpty else { return nil }
        let subjects = list.undivided.map { $0[words] }.joined(separator: ", ")
        return """
            <p class="say warn">\(ClassTexts.toDivide(subjects)[words]) \
            <a href="/classes/\(list.found.id)/subgroups">\(ClassTexts.divide[words])</a></p>
            """
    }

    private var withoutAccess: HTML? {
        guard list.withoutAccess > 0 else { return nil }
        return """
            <p class="say">\(ClassTexts.withoutAccess(list.withoutAccess)[words]) \
            <a href="/classes/\(list.found.id)/accounts">\(ClassTexts.giveCodes[words])</a></p>
            """
    }

    private var done: HTML? {
        switch note {
        case "confirmed": "<p class=\"say good\" role=\"status\">\(ClassTexts.confirmed[words])</p>"
        case "named": "<p class=\"say good\" role=\"status\">\(ShellTexts.saved[words])</p>"
        case "refused": "<p class=\"say\" role=\"status\">\(ClassTexts.refused[words])</p>"
        default: nil
        }
    }

    private var heads: HTML {
        let born: HTML? = list.showsBirthDays ? "<th scope=\"col\">\(ClassTexts.born[words])</th>" : nil
        let guardians: HTML? = list.guardians == nil ? nil : "<th scope=\"col\">\(ClassTexts.guardians[words])</th>"
        let groups: HTML? = list.subgroups.isEmpty ? nil : "<th scope=\"col\">\(ClassTexts.subgroups[words])</th>"
        let missed: HTML? =
            list.missed == nil
            ? nil
            : """
            <th scope="col" class="num">\(ClassTexts.missed[words])</th>\
            <th scope="col" class="num">\(ClassTexts.unexcused[words])</th>
            """
        return "\(born)\(guardians)\(groups)\(missed)"
    }

    private func row(_ position: Int, _ student: ClassesQueries.Student) -> HTML {
        let isLeft = student.to < visit.today
        let opening: HTML = isLeft ? "<tr class=\"left\">" : "<tr>"
        let name: HTML =
            list.showsBirthDays
            ? "<a href=\"/students/\(student.id)\">\(student.name.full)</a>" : "\(student.name.full)"
        let born: HTML? = list.showsBirthDays ? "<td>\(Day(student.birthDay)?.short ?? "—")</td>" : nil
        let guardians: HTML? = list.guardians.map { "<td>\(contacts($0[student.id] ?? []))</td>" }
        let groups: HTML? =
            list.subgroups.isEmpty
            ? nil : "<td>\((list.subgroups[student.id] ?? []).joined(separator: ", "))</td>"
        let missed: HTML? = list.missed.map { counts in
            let (all, unexcused) = counts[student.id] ?? (0, 0)
            return "<td class=\"num\">\(all)</td><td class=\"num\">\(unexcused)</td>"
        }
        return """
            \(opening)<td class="num">\(position + 1)</td><th scope="row">\(name)\(movement(student))</th>\
            \(born)\(guardians)\(groups)\(missed)</tr>
            """
    }

    private func movement(_ student: ClassesQueries.Student) -> HTML? {
        if student.to < visit.today {
            return "<small>\(ClassTexts.left(student.to, to: student.destination)[words])</small>"
        }
        if student.from > visit.today { return "<small>\(ClassTexts.comes(student.from)[words])</small>" }
        return nil
    }

    private func contacts(_ guardians: [ClassesQueries.Guardian]) -> HTML {
        guardians.enumerated().html { position, guardian in
            let line: HTML? = position > 0 ? "<br>" : nil
            let relation = ClassTexts.relation(guardian.relation).map { $0[words] + ": " } ?? ""
            let phone: HTML? =
                guardian.phone.isEmpty
                ? nil : " <a href=\"tel:\(guardian.phone.filter { $0 != " " })\">\(guardian.phone)</a>"
            let mail: HTML? =
                guardian.email.isEmpty
                ? nil : " <a href=\"mailto:\(guardian.email)\">\(guardian.email)</a>"
            let state: HTML? =
                guardian.isConfirmed
                ? nil : " <span class=\"tag\">\(ClassTexts.notConfirmed[words])</span>"
            return "\(line)\(relation)\(guardian.name.list)\(phone)\(mail)\(state)"
        }
    }

    private var proposals: HTML? {
        let proposed = list.proposed
        guard list.isOwn, !proposed.isEmpty else { return nil }
        return """
            <section class="card pad"><h2>\(ClassTexts.toConfirm[words]) <span class="n">\(proposed.count)</span></h2>
            <p class="sub">\(ClassTexts.toConfirmWhat[words])</p>
            <ul class="plain">\(proposed.html(proposal))</ul></section>
            """
    }

    private func proposal(_ guardian: ClassesQueries.Guardian) -> HTML {
        let child = list.students.first { $0.id == guardian.student }?.name.full ?? ""
        let relation = ClassTexts.relation(guardian.relation).map { " (\($0[words]))" } ?? ""
        return """
            <li><b>\(guardian.name.full)</b>\(relation) → \(child) \(guardian.phone)\
            <form method="post" action="/classes/\(list.found.id)/guardians">\(visit.csrfField)\
            <input type="hidden" name="guardian" value="\(guardian.id)">\
            <input type="hidden" name="student" value="\(guardian.student)"><p class="acts">\
            <button class="main" name="do" value="confirm">\(ClassTexts.confirm[words])</button>\
            <button class="quiet" name="do" value="refuse">\(ClassTexts.refuse[words])</button></p></form></li>
            """
    }
}
