import SchoolRules
import Sheets

/// What a column of a sheet probably holds. Whoever looks at the sheet may say otherwise.
struct ColumnGuess: Codable, Equatable, Sendable {
    enum Certainty: Int, Codable, Comparable, Sendable {
        /// Nothing is known of it; the column is not read.
        case none
        /// It looks so.
        case contents
        /// Words of the header say so.
        case words
        /// The header is a known one.
        case header
        /// A person of the school has said so.
        case chosen

        static func < (one: Certainty, other: Certainty) -> Bool { one.rawValue < other.rawValue }
    }

    /// From 0.
    let position: Int
    /// As it stands in the file, both lines of a double header together.
    let header: String
    var column: ListColumn?
    var certainty: Certainty
}

/// Guesses what the columns below a header hold.
struct ColumnGuessing {
    private let kind: ListKind
    private(set) var guesses: [ColumnGuess]

    /// - Parameter samples: rows below the header.
    init(_ kind: ListKind, headers: [String], samples: [SheetRow], mapping: ListMapping?) {
        self.kind = kind
        let width = min(ListLayout.widest, max(headers.count, samples.reduce(0) { max($0, $1.cells.count) }))
        guesses = (0..<width).map { position in
            let header = position < headers.count ? headers[position] : ""
            return Self.guess(header, kind, at: position)
        }
        if let mapping {
            for index in guesses.indices {
                guesses[index].column = mapping.columns[index]
                guesses[index].certainty = mapping.columns[index] == nil ? .none : .chosen
            }
            return
        }
        giveFamilyPhones()
        keepStrongest()
        lookAtContents(samples)
    }

    private static func guess(_ header: String, _ kind: ListKind, at position: Int) -> ColumnGuess {
        if let column = ListColumn.named(header, in: kind) {
            return ColumnGuess(position: position, header: header, column: column, certainty: .header)
        } else if let column = HeaderWords.column(header, in: kind) {
            return ColumnGuess(position: position, header: header, column: column, certainty: .words)
        } else {
            return ColumnGuess(position: position, header: header, column: nil, certainty: .none)
        }
    }

    /// A plain "Телефон" right of a parent's name is that parent's, if the name left of the parent is no parent's.
    private mutating func giveFamilyPhones() {
        let phones: [ListColumn: ListColumn] = [
            .mother: .motherPhone, .father: .fatherPhone, .guardian: .guardianPhone,
        ]
        for index in guesses.indices.dropFirst() where guesses[index].column == .phone {
            guard let left = guesses[index - 1].column, let phone = phones[left] else { continue }
            let isShared = index > 1 && guesses[index - 2].column.map { phones[$0] != nil } ?? false
            guard !isShared, !guesses.contains(where: { $0.column == phone }) else { continue }
            guesses[index].column = phone
            guesses[index].certainty = .words
        }
    }

    /// Of two columns that mean the same, the one said more clearly stays; equals that are both known headers stay
    /// both, for a person to decide.
    private mutating func keepStrongest() {
        for index in guesses.indices {
            guard let column = guesses[index].column else { continue }
            let rivals = guesses.indices.filter { $0 != index && guesses[$0].column == column }
            let isWeaker = rivals.contains { rival in
                guesses[rival].certainty > guesses[index].certainty
                    || (guesses[rival].certainty == guesses[index].certainty && rival < index
                        && (guesses[index].certainty == .words || second(of: column) != nil))
            }
            let isPassing = [.note, .ordinal].contains(column) && rivals.contains { $0 < index }
            if isWeaker || isPassing {
                guesses[index].column = isPassing ? nil : second(of: column)
                guesses[index].certainty = guesses[index].column == nil ? .none : .words
            }
        }
    }

    /// Where two columns hold names of parents or telephones, the second is for the other one.
    private func second(of column: ListColumn) -> ListColumn? {
        let others: [ListColumn: ListColumn] = [.phone: .guardianPhone, .fullName: .guardian]
        guard let other = others[column], kind.columns.contains(other) else { return nil }
        return guesses.contains { $0.column == other } ? nil : other
    }

    private mutating func lookAtContents(_ samples: [SheetRow]) {
        for index in guesses.indices where guesses[index].column == nil {
            let taken = Set(guesses.compactMap(\.column))
            let cells = samples.prefix(60).map { row in
                row.cells.indices.contains(index) ? row.cells[index] : Sheets.SheetCell.empty
            }
            // Under a header of its own a column is taken only where the list could not be read without it.
            let isNeeded = kind.needed.contains { group in !group.contains(where: taken.contains) }
            guard guesses[index].header.isEmpty || isNeeded else { continue }
            guard let column = ColumnContents(kind, taken: taken).column(cells) else { continue }
            guard guesses[index].header.isEmpty || kind.needed.joined().contains(column) else { continue }
            guesses[index].column = column
            guesses[index].certainty = .contents
        }
    }
}
