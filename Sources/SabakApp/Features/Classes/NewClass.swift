import SchoolRules
import Store
import Web

/// A class that is to be added.
struct NewClassForm: Sendable {
    let typed: Form
    let name: ClassName?
    let shift: Int
    let room: String
    var problems: [String: Text] = [:]

    init(_ form: Form) {
        typed = form
        name = ClassName(form["name"] ?? "").flatMap { !$0.letter.isEmpty || $0.grade > 0 ? $0 : nil }
        shift = form["shift"] == "2" ? 2 : 1
        room = form["room"] ?? ""
        if name == nil { problems["name"] = ClassTexts.wrongClassName }
        if room.count > 20 { problems["room"] = ClassTexts.roomTooLong }
    }

    /// Adds the class, unless the year has one of this name.
    func add(_ visit: Visit, ids: Identity, in writing: Writing) throws -> Int64 {
        let known = try ClassesQueries.classes(visit, in: writing.connection).contains { $0.name == name }
        guard let name, !known else { throw Refusal.invalid("class_there", ClassTexts.classIsThere, at: "/name") }
        return try RosterWriting(writing: writing, ids: ids)
            .addClass(name, year: visit.year, shift: shift, room: room)
    }

    /// - Parameter refused: what was typed, where it was refused.
    static func html(_ visit: Visit, refused: NewClassForm?) -> HTML {
        let words = visit.language
        let fields = Inputs(typed: refused?.typed ?? Form(), problems: refused?.problems ?? [:], language: words)
        let opened: HTML? = refused == nil ? nil : " open"
        return """
            <details class="add" id="add"\(opened)><summary>\(ClassTexts.addClass[words])</summary>
            <form class="form" method="post" action="/classes">\(visit.csrfField)\(visit.yearField)<div class="row">\
            \(fields.text("name", ClassTexts.className, isRequired: true))\
            \(fields.choice("shift", ClassTexts.shift, [("1", "1"), ("2", "2")]))\
            \(fields.text("room", ClassTexts.room))\
            <p class="acts"><button class="main">\(ClassTexts.create[words])</button></p></div></form></details>
            """
    }
}
