import Web

/// What of the report somebody wishes to see.
struct ControlWish: Sendable, Equatable {
    enum View: String, CaseIterable, Sendable { case open, late, unchecked, all }

    var view = View.open
    /// 0 is the groups across classes.
    var classID: Int64?
    var teacher: Int64?

    init(_ query: Form) {
        view = query["view"].flatMap(View.init) ?? .open
        classID = query["class"].flatMap(Int64.init)
        teacher = query["teacher"].flatMap(Int64.init)
    }

    var isNarrowed: Bool { classID != nil || teacher != nil }

    /// The address of the same report with something changed.
    func address(view: View? = nil, classID: Int64? = nil, teacher: Int64? = nil) -> String {
        var fields: [(name: String, value: String)] = []
        let view = view ?? self.view
        if view != .open { fields.append(("view", view.rawValue)) }
        if let classID { fields.append(("class", String(classID))) }
        if let teacher { fields.append(("teacher", String(teacher))) }
        return fields.isEmpty ? "/control" : "/control?" + Form(fields: fields).encoded
    }
}
