import SchoolRules

extension Visit {
    /// Whether the visitor has this right over a class: over the whole school, or as its class teacher.
    /// - Parameter led: the classes the visitor leads today.
    func may(_ right: Right, inClass id: Int64, led: Set<Int64>) -> Bool {
        mayInSchool(right) || may(right, over: .class) && led.contains(id)
    }
}
