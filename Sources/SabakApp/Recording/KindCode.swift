import SchoolRules

/// The name of a kind of work for programs: `control-work`; for a kind of the school's own `kind-31`.
enum KindCode {
    private static let known: [Int: String] = {
        let kinds = Country.allCases.flatMap(\.profile.kindsOfWork)
        return Dictionary(kinds.map { ($0.id, code($0)) }) { first, _ in first }
    }()

    /// - Parameter kind: the id of a kind of work; 0 stands for the school's first.
    static func of(_ kind: Int) -> String { known[max(kind, 1)] ?? "kind-\(kind)" }

    static func code(_ kind: KindOfWork) -> String {
        String(kind.names.en.lowercased().map { $0 == " " ? "-" : $0 })
    }
}
