import SchoolRules

/// A table of marks as a school has it on paper, with the rules to count it by.
struct MarksTable: Sendable {
    enum Period: String, CaseIterable, Sendable {
        case quarter, halfYear, year
    }

    enum ScaleName: String, CaseIterable, Sendable {
        case five, kzPercent, ten, twelve, hundred, passFail
    }

    let country: Country
    let grade: Int
    let hoursPerWeek: Fraction
    let period: Period
    let scale: ScaleName
    let settings: AssessmentSettings
    let students: [Student]
    /// Fields that were not asked for, by path.
    let unknown: [String]

    struct Student: Sendable {
        let id: String
        let marks: [Mark]
        let parts: CriteriaParts
        let periods: [FinalMark]
        let exam: FinalMark?
        let final: FinalMark?
    }

    struct Mark: Sendable {
        let mark: CurrentMark
        /// As it was named in the file.
        let kind: String?
    }
}

extension MarksTable.ScaleName {
    /// The scale of current marks; by points of lessons where per cent decide.
    var current: Scale {
        switch self {
        case .five: .fivePointWithOne
        case .kzPercent: .formative
        case .ten: .tenPoint
        case .twelve: .twelvePoint
        case .hundred: .hundredPoint
        case .passFail: .passFail
        }
    }

    /// The scale of final marks.
    var final: Scale {
        switch self {
        case .five, .kzPercent: .fivePointWithOne
        case .ten, .twelve, .hundred, .passFail: current
        }
    }

    /// The scale of proposals: a one is never proposed.
    var proposed: Scale {
        switch self {
        case .five, .kzPercent: .fivePoint
        case .ten, .twelve, .hundred, .passFail: current
        }
    }

    /// The scale that borders are given for; per cent and pass have none of their own.
    var bordered: Scale {
        switch self {
        case .five, .kzPercent, .passFail: .fivePoint
        case .ten, .twelve, .hundred: current
        }
    }

    var way: AssessmentWay {
        switch self {
        case .kzPercent: .criteria
        case .passFail: .passFail
        case .five, .ten, .twelve, .hundred: .marks
        }
    }
}
