import SchoolRules
import Store
import Web

/// Who leads each class of the school, in which shift and room it learns, said on one page: in September there are
/// forty at once, and those that came with a list have neither (R-077).
struct ClassLeaders: Sendable {
    let classes: [ClassesQueries.ClassRow]
    /// Class → who leads it today.
    let leaders: [Int64: Int64]
    let staff: [(id: Int64, name: PersonName)]
    /// Class without a leader → who teaches at least half of its hours, as in primary grades.
    let proposed: [Int64: Int64]
    /// The shifts that have bells.
    let shifts: [Int]

    static func read(_ visit: Visit, in connection: Connection) throws -> ClassLeaders {
        let (school, today) = (visit.school.id, visit.today.description)
        var leaders: [Int64: Int64] = [:]
        try connection.each(
            """
            SELECT class_teacher.class_id, class_teacher.person_id FROM class_teacher
            JOIN class ON class.school_id = class_teacher.school_id AND class.id = class_teacher.class_id
            WHERE class_teacher.school_id = \(school) AND class.year = \(visit.year)
                AND class_teacher.to_day >= \(today)
            ORDER BY class_teacher.from_day, class_teacher.class_id
            """
        ) { leaders[$0.integer(0)] = $0.integer(1) }
        return ClassLeaders(
            classes: try ClassesQueries.classes(visit, in: connection), leaders: leaders,
            staff: try ClassLeading.staff(visit, in: connection),
            proposed: try proposals(visit, in: connection).filter { leaders[$0.key] == nil },
            shifts: try connection.all(
                "SELECT DISTINCT shift FROM bell WHERE school_id = \(school) ORDER BY shift"
            ) { $0.int(0) })
    }

    private static func proposals(_ visit: Visit, in connection: Connection) throws -> [Int64: Int64] {
        var hours: [Int64: [Int64: Int]] = [:]
        try connection.each(
            """
            SELECT page.class_id, load.teacher_id, sum(load.hours) FROM page
            JOIN load ON load.school_id = page.school_id AND load.page_id = page.id
            WHERE page.school_id = \(visit.school.id) AND page.year = \(visit.year) AND page.class_id > 0
                AND load.to_day >= \(visit.today.description)
            GROUP BY page.class_id, load.teacher_id ORDER BY page.class_id, load.teacher_id
            """
        ) { hours[$0.integer(0), default: [:]][$0.integer(1)] = $0.int(2) }
        return hours.compactMapValues { teachers in
            let all = teachers.values.reduce(0, +)
            return teachers.first { $0.value * 2 >= all && $0.value > 0 }?.key
        }
    }

    /// Writes what was said anew.
    func save(_ form: ClassLeadersForm, _ visit: Visit, ids: Identity, in writing: Writing) throws {
        for (schoolClass, person) in form.chosen.sorted(by: { $0.key < $1.key }) {
            guard person != leaders[schoolClass] else { continue }
            let one = LeaderForm(
                Form(fields: [("person", "\(person)"), ("from", form.from)]), year: visit.year)
            try ClassLeading.name(one, for: schoolClass, visit, ids: ids, in: writing)
        }
        for row in classes {
            let (shift, room) = (form.shifts[row.id] ?? row.shift, form.rooms[row.id] ?? row.room)
            guard shift != row.shift || room != row.room else { continue }
            guard shift == row.shift || shifts.contains(shift) else { throw Refusal.notFound }
            try writing.connection.run(
                """
                UPDATE class SET shift = \(shift), room = \(room)
                WHERE school_id = \(writing.school) AND id = \(row.id)
                """)
            try writing.audit(
                "class.change", "class/\(row.id)", before: "\(row.shift) \(row.room)", after: "\(shift) \(room)")
        }
    }
}

/// The class teachers, shifts and rooms as typed.
struct ClassLeadersForm: Sendable {
    let typed: Form
    let from: String
    /// Class → person; a class without a choice stays as it is.
    let chosen: [Int64: Int64]
    private(set) var shifts: [Int64: Int] = [:]
    private(set) var rooms: [Int64: String] = [:]
    private(set) var problems: [String: Text] = [:]

    init(_ form: Form, year: Int) {
        typed = form
        from = form["from"] ?? ""
        var chosen: [Int64: Int64] = [:]
        for (id, value) in form.named(with: "leader-") {
            if let id = Int64(id), let person = Int64(value), person > 0 { chosen[id] = person }
        }
        self.chosen = chosen
        for (id, value) in form.named(with: "shift-") {
            if let id = Int64(id), let shift = Int(value) { shifts[id] = shift }
        }
        for (id, room) in form.named(with: "room-") {
            guard let id = Int64(id) else { continue }
            rooms[id] = room
            if room.count > 20 { problems["room-\(id)"] = ClassTexts.roomTooLong }
        }
        if Day(from).map(SchoolCalendar.schoolYear(containing:)) != year { problems["from"] = ClassTexts.wrongDay }
    }
}

struct ClassLeadersPage: Sendable {
    let visit: Visit
    let leaders: ClassLeaders
    var refused: ClassLeadersForm?
    private var words: Language { visit.language }

    var answer: Answer {
        let title = ClassTexts.leaders[words]
        let open = leaders.classes.count { leaders.leaders[$0.id] == nil }
        let state: HTML = "<p class=\"sub\">\(ClassTexts.withoutLeader(open)[words])</p>"
        return Layout(visit: visit, title: title, place: "/classes", frame: .thin).answer(
            """
            <div class="head"><div><p class="sub"><a href="/classes">\(ClassTexts.classes[words])</a></p>\
            <h1>\(title)</h1>\(leaders.classes.isEmpty ? nil : state)</div></div>
            \(refused.flatMap { FormProblems($0.problems).summary(words) })\(content)
            """)
    }

    private var content: HTML {
        guard !leaders.classes.isEmpty else { return "<p class=\"none\">\(ClassTexts.noClasses[words])</p>" }
        guard !leaders.staff.isEmpty else { return "<p class=\"none\">\(ClassTexts.noStaff[words])</p>" }
        let fields = Inputs(
            typed: refused?.typed ?? Form(fields: [("from", visit.today.description)]),
            problems: refused?.problems ?? [:], language: words)
        return """
            <form class="form" method="post" action="/classes/leaders" data-guard="leaders">\(visit.csrfField)
            \(fields.text("from", ClassTexts.fromDay, type: "date", isRequired: true, hint: ClassTexts.onlyChanged))
            <table class="list leaders stack"><thead><tr><th scope="col">\(ClassTexts.schoolClass[words])</th>\
            <th scope="col">\(ShellTexts.role(.classTeacher)[words])</th>\
            <th scope="col">\(ClassTexts.shift[words])</th><th scope="col">\(ClassTexts.room[words])</th></tr></thead>\
            <tbody>\(leaders.classes.html(row))</tbody></table>
            <p class="sub">\(ClassTexts.shiftLater[words])</p>
            <p class="acts"><button class="main">\(ShellTexts.save[words])</button></p></form>
            """
    }

    private func row(_ row: ClassesQueries.ClassRow) -> HTML {
        let proposed = refused == nil ? leaders.proposed[row.id] : nil
        let chosen = refused?.chosen[row.id] ?? leaders.leaders[row.id] ?? proposed
        let why: HTML? = proposed == nil ? nil : "<small class=\"hint\">\(ClassTexts.teachesMost[words])</small>"
        let none: HTML? = leaders.leaders[row.id] == nil ? "<option value=\"\">—</option>" : nil
        let options = leaders.staff.html { person in
            let mark: HTML? = person.id == chosen ? " selected" : nil
            return "<option value=\"\(person.id)\"\(mark)>\(person.name.full)</option>"
        }
        return """
            <tr><th scope="row"><label for="leader-\(row.id)">\(row.name.display(words))</label></th>\
            <td class="who"><select id="leader-\(row.id)" name="leader-\(row.id)">\(none)\(options)</select>\(why)</td>\
            \(shift(row))\(room(row))</tr>
            """
    }

    private func shift(_ row: ClassesQueries.ClassRow) -> HTML {
        let chosen = refused?.shifts[row.id] ?? row.shift
        let options = Set(leaders.shifts + [row.shift]).sorted().html { shift in
            let mark: HTML? = shift == chosen ? " selected" : nil
            return "<option\(mark)>\(shift)</option>"
        }
        return """
            <td data-l="\(ClassTexts.shift[words])"><select name="shift-\(row.id)" \
            aria-label="\(ClassTexts.shift[words]): \(row.name.display(words))">\(options)</select></td>
            """
    }

    private func room(_ row: ClassesQueries.ClassRow) -> HTML {
        let problem = refused?.problems["room-\(row.id)"]
        let invalid: HTML? = problem == nil ? nil : " aria-invalid=\"true\""
        let wrong: HTML? = problem.map { "<small class=\"err\">\($0[words])</small>" }
        return """
            <td data-l="\(ClassTexts.room[words])"><input name="room-\(row.id)" size="6" autocomplete="off" \
            value="\(refused?.rooms[row.id] ?? row.room)" \
            aria-label="\(ClassTexts.room[words]): \(row.name.display(words))"\(invalid)>\(wrong)</td>
            """
    }
}
