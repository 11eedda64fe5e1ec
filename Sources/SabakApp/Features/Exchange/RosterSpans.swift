import SchoolRules

/// Compares who is in a group with who should be.
struct RosterSpans {
    let today: Day
    /// The first day of a membership for which the file gives none.
    let start: String
    /// People the file speaks for; what was entered by hand about others stays.
    let owned: Set<Int64>

    enum Change: Equatable {
        case add(person: Int64, from: String, to: String)
        /// A row gets another last day.
        case end(person: Int64, to: String)
        case extend(person: Int64, from: String, to: String)
    }

    func changes(
        from rows: [RosterState.Span], to wanted: [RosterPicture.Member], ids: [String: Int64]
    ) -> [Change] {
        var changes: [Change] = []
        var rest = Dictionary(grouping: rows, by: \.person)
        for member in wanted {
            guard let person = ids[member.person] else { continue }
            let from = member.from?.description ?? start
            let to = member.to?.description ?? Day.forever.description
            let own = rest[person] ?? []
            if let known = match(own, member) {
                rest[person]?.removeAll { $0 == known }
                if member.to != nil, known.to != to {
                    changes.append(.extend(person: person, from: known.from, to: to))
                } else if member.to == nil, known.to != Day.forever.description {
                    changes.append(.extend(person: person, from: known.from, to: Day.forever.description))
                }
            } else {
                changes.append(.add(person: person, from: from, to: to))
            }
        }
        let yesterday = today.adding(-1).description
        for span in rest.values.joined().sorted(by: { ($0.person, $0.from) < ($1.person, $1.from) })
        where span.to > yesterday && owned.contains(span.person) {
            changes.insert(.end(person: span.person, to: yesterday), at: 0)
        }
        return changes
    }

    /// The row a wanted membership stands for: the one of its first day, or, where the file gives no day, the one that
    /// is open now.
    private func match(_ rows: [RosterState.Span], _ wanted: RosterPicture.Member) -> RosterState.Span? {
        if let from = wanted.from, let same = rows.first(where: { $0.from == from.description }) { return same }
        let open = rows.last { $0.to >= today.description }
        if wanted.to.map({ $0 < today }) != true { return open }
        return wanted.from == nil ? rows.last { $0.to == wanted.to?.description } ?? open : nil
    }
}

extension RosterSpans.Change {
    func apply(toGroup group: Int64, _ roster: RosterWriting) throws {
        switch self {
        case .add(let person, let from, let to), .extend(let person, let from, let to):
            try roster.enrol(person, in: group, from: from, to: to)
        case .end(let person, let to):
            try roster.endEnrolment(of: person, in: group, to: to)
        }
    }
}
