import SchoolRules
import Store
import Web

/// Who leads a class, now and before: named by the deputy, dated (R-077).
struct ClassLeading: Sendable {
    struct Term: Sendable {
        let name: PersonName
        let from, to: Day
    }

    typealias Person = (id: Int64, name: PersonName)

    let history: [Term]
    let staff: [Person]

    static func read(_ visit: Visit, of classID: Int64, in connection: Connection) throws -> ClassLeading {
        let school = visit.school.id
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
        return ClassLeading(history: history, staff: try staff(visit, in: connection))
    }

    /// Those who may lead a class: all who work here.
    static func staff(_ visit: Visit, in connection: Connection) throws -> [Person] {
        try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic FROM staff
            JOIN person ON person.school_id = staff.school_id AND person.id = staff.person_id
            WHERE staff.school_id = \(visit.school.id) AND staff.to_day >= \(visit.today.description)
            ORDER BY person.sort_key, person.id
            """
        ) { ($0.integer(0), PersonName(stored: $0.text(1), given: $0.text(2), patronymic: $0.text(3))) }
    }

    /// Names who leads a class, if it is one of the visitor's year and the person works here.
    static func name(
        _ form: LeaderForm, for classID: Int64, _ visit: Visit, ids: Identity, in writing: Writing
    ) throws {
        _ = try ClassesQueries.schoolClass(classID, visit, in: writing.connection)
        let isKnown = try staff(visit, in: writing.connection).contains { $0.id == form.person }
        guard isKnown else { throw Refusal.notFound }
        try name(form.person, for: classID, from: form.from, by: RosterWriting(writing: writing, ids: ids))
    }

    /// From this day on the class is led by this person, and by nobody else.
    static func name(_ person: Int64, for classID: Int64, from day: Day, by roster: RosterWriting) throws {
        let (connection, school, from) = (roster.writing.connection, roster.writing.school, day.description)
        try connection.run(
            """
            DELETE FROM class_teacher
            WHERE school_id = \(school) AND class_id = \(classID) AND from_day >= \(from)
            """)
        try connection.run(
            """
            UPDATE class_teacher SET to_day = \(day.adding(-1).description)
            WHERE school_id = \(school) AND class_id = \(classID) AND to_day >= \(from)
            """)
        try roster.lead(class: classID, by: person, from: from)
    }

    /// - Parameter refused: what was typed, where it was refused.
    func html(_ visit: Visit, classID: Int64, refused: LeaderForm?) -> HTML {
        let words = visit.language
        let fields = Inputs(
            typed: refused?.typed ?? Form(fields: [("from", visit.today.description)]),
            problems: refused?.problems ?? [:], language: words, prefix: "leader-")
        let opened: HTML? = refused == nil ? nil : " open"
        let choices = [("", "—")] + staff.map { (String($0.id), $0.name.full) }
        let lines = history.html { term in
            let until = term.to == .forever ? "" : " – " + term.to.short
            return "<li>\(term.name.full) <small>\(term.from.short)\(until)</small></li>"
        }
        return """
            <details class="add" id="leader"\(opened)><summary>\(ClassTexts.nameLeader[words])</summary>
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
    let typed: Form
    let person: Int64
    let from: Day
    private(set) var problems: [String: Text] = [:]

    init(_ form: Form, year: Int) {
        typed = form
        let day = form["from"].flatMap(Day.init)
        person = form["person"].flatMap(Int64.init) ?? 0
        from = day ?? .forever
        if person == 0 { problems["person"] = ClassTexts.chooseLeader }
        if day.map(SchoolCalendar.schoolYear(containing:)) != year { problems["from"] = ClassTexts.wrongDay }
    }
}
