import SchoolRules

/// The ways of assessment a school chooses from.
enum RegimeModel: String, CaseIterable {
    case five, fiveWithOne, ten, twelve, hundred, letters, lettersWithSigns, criteria, pass, levels, none

    var way: AssessmentWay {
        switch self {
        case .five, .fiveWithOne, .ten, .twelve, .hundred, .letters, .lettersWithSigns: .marks
        case .criteria: .criteria
        case .pass: .passFail
        case .levels, .none: .words
        }
    }

    /// Of current marks.
    var scale: Scale {
        switch self {
        case .five: .fivePoint
        case .fiveWithOne: .fivePointWithOne
        case .ten: .tenPoint
        case .twelve: .twelvePoint
        case .hundred: .hundredPoint
        case .letters: .letters
        case .lettersWithSigns: .lettersWithSigns
        case .criteria: .formative
        case .pass: .passFail
        case .levels: .levels
        case .none: .none
        }
    }

    var finalScale: Scale { self == .criteria ? .fivePoint : scale }

    /// The values of the final scale that have a border of their own to be set: all but the lowest. A long scale is
    /// rounded to the nearest value and has none.
    var bordered: [ScaleValue] {
        let values = finalScale.values.filter { $0.numeric != nil }
        return values.count > 13 ? [] : values.dropLast()
    }

    init?(_ regime: Regime) {
        let found = Self.allCases.first { $0.way == regime.way && $0.scale.id == regime.scale }
        // The country's pass and fail leaves points to the page.
        guard let model = found ?? (regime.way == .passFail ? .pass : nil) else { return nil }
        self = model
    }
}

/// One way of assessment among the grades and subjects of a school year.
struct RegimePlace: Sendable, Equatable {
    var grades: ClosedRange<Int>
    /// Codes; empty means all that have no regime of their own.
    var subjects: Set<String>

    static let everywhere = RegimePlace(grades: 0...99, subjects: [])

    func holds(grade: Int, subject: String) -> Bool {
        grades.contains(grade) && (subjects.isEmpty || subjects.contains(subject))
    }
}
