import SchoolRules

extension Visit {
    /// Whether the visitor has this right over a class: over the whole school, or as its class teacher.
    /// - Parameter led: the classes the visitor leads today.
    func may(_ right: Right, inClass id: Int64, led: Set<Int64>) -> Bool {
        if mayInSchool(right) { return true }
        return roles.contains(.classTeacher) && led.contains(id)
            && RightsTable.scope(of: right, for: .classTeacher).scope == .class
    }
}
