import SchoolRules
import Store
import Web

/// Who leads a class, now and before: named by the deputy, dated (R-077).
struct ClassLeading: Sendable {
    struct Term: Sendable {
        let name: PersonName
        let from, to: Day
    }

    let history: [Term]
    let staff: [(id: Int64, name: PersonName)]

    static func read(_ visit: Visit, of classID: Int64, in connection: Connection) throws -> ClassLeading {
        let (school, today) = (visit.school.id, visit.today.description)
        let history = try connection.all(
            """
            SELECT person.surname, person.given, person.patronymic, class_teacher.from_day, class_teacher.to_day
            FROM class_teacher
            JOIN person ON person.school_id = class_teacher.school_id AND person.id = class_teacher.person_id
            WHERE class_teacher.school_id = \(school) AND class_teacher.class_id = \(classID)
            ORDER BY class_teacher.from_day DESC, person.sort_key
            """
        ) { row in
            Term(
                name: PersonName(stored: row.text(0), given: row.text(1), patronymic: row.text(2)),
                from: Day(row.text(3)) ?? .forever, to: Day(row.text(4)) ?? .forever)
        }
        let staff = try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM staff
            JOIN person ON person.school_id = staff.school_id AND person.id = staff.person_id
            WHERE staff.school_id = \(school) AND staff.to_day >= \(today) ORDER BY person.sort_key, person.id
            """
        ) { ($0.integer(0), PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3))) }
        return ClassLeading(history: history, staff: staff)
    }

    /// From this day on the class is led by this person, and by nobody else.
    static func name(
        _ form: LeaderForm, for classID: Int64, _ visit: Visit, ids: Identity, in writing: Writing
    ) throws {
        _ = try ClassesQueries.schoolClass(classID, visit, in: writing.connection)
        let isKnown = try read(visit, of: classID, in: writing.connection).staff.contains { $0.id == form.person }
        guard isKnown else { throw Refusal.notFound }
        let (school, from) = (writing.school, form.from.description)
        try writing.connection.run(
            """
            DELETE FROM class_teacher
            WHERE school_id = \(school) AND class_id = \(classID) AND from_day >= \(from)
            """)
        try writing.connection.run(
            """
            UPDATE class_teacher SET to_day = \(form.from.adding(-1).description)
            WHERE school_id = \(school) AND class_id = \(classID) AND to_day >= \(from)
            """)
        try RosterWriting(writing: writing, ids: ids).lead(class: classID, by: form.person, from: from)
    }

    func html(_ visit: Visit, classID: Int64) -> HTML {
        let words = visit.language
        let fields = Inputs(
            typed: Form(fields: [("from", visit.today.description)]), language: words, prefix: "leader-")
        let choices = [("", "—")] + staff.map { (String($0.id), $0.name.full) }
        let lines = history.html { term in
            let until = term.to == .forever ? "" : " – " + term.to.short
            return "<li>\(term.name.full) <small>\(term.from.short)\(until)</small></li>"
        }
        return """
            <details class="add" id="leader"><summary>\(ClassTexts.nameLeader[words])</summary>
            <ul class="plain">\(lines)</ul>
            <form class="form" method="post" action="/classes/\(classID)/leader">\(visit.csrfField)<div class="row">\
            \(fields.choice("person", ClassTexts.teacher, choices, width: "grow", isRequired: true))\
            \(fields.text("from", ClassTexts.fromDay, type: "date", isRequired: true))\
            <p class="acts"><button>\(ShellTexts.save[words])</button></p></div></form></details>
            """
    }
}

/// Who is to lead a class, and since when.
struct LeaderForm: Sendable {
    let person: Int64
    let from: Day

    init(_ form: Form, year: Int) throws {
        guard let person = form["person"].flatMap(Int64.init), let from = form["from"].flatMap(Day.init),
            SchoolCalendar.schoolYear(containing: from) == year
        else { throw Refusal.invalid("wrong_leader", ClassTexts.chooseLeader, at: "/person") }
        self.person = person
        self.from = from
    }
}

/// A new class.
struct NewClassForm: Sendable {
    let name: ClassName
    let shift: Int
    let room: String

    init(_ form: Form) throws {
        guard let name = ClassName(form["name"] ?? ""), !name.letter.isEmpty || name.grade > 0 else {
            throw Refusal.invalid("wrong_class", ClassTexts.wrongClassName, at: "/name")
        }
        self.name = name
        shift = form["shift"] == "2" ? 2 : 1
        room = String((form["room"] ?? "").prefix(20))
    }

    /// Adds the class, unless the year has one of this name.
    func add(_ visit: Visit, ids: Identity, in writing: Writing) throws -> Int64 {
        let known = try ClassesQueries.classes(visit, in: writing.connection).contains { $0.name == name }
        guard !known else { throw Refusal.invalid("class_there", ClassTexts.classIsThere, at: "/name") }
        return try RosterWriting(writing: writing, ids: ids)
            .addClass(name, year: visit.year, shift: shift, room: room)
    }

    static func html(_ visit: Visit) -> HTML {
        let words = visit.language
        let fields = Inputs(language: words)
        return """
            <details class="add" id="add"><summary>\(ClassTexts.addClass[words])</summary>
            <form class="form" method="post" action="/classes">\(visit.csrfField)<div class="row">\
            \(fields.text("name", ClassTexts.className, isRequired: true))\
            \(fields.choice("shift", ClassTexts.shift, [("1", "1"), ("2", "2")]))\
            \(fields.text("room", ClassTexts.room))\
            <p class="acts"><button class="main">\(ClassTexts.create[words])</button></p></div></form></details>
            """
    }
}
