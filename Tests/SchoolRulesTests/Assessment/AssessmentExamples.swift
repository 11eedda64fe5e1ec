import SchoolRules

func five(_ text: String) -> ScaleValue { Scale.fivePoint.value(text)! }

/// Marks of five points written as `5 4 3`, or with weights as `5x3 4x1.5`.
func marks(_ text: String, on scale: Scale = .fivePointWithOne, kind: Int? = nil) -> [CurrentMark] {
    text.split(separator: " ").map { word in
        let parts = word.split(separator: "x").map(String.init)
        let weight = parts.count > 1 ? Fraction(parts[1])! : 1
        return CurrentMark(scale.value(parts[0])!, weight: weight, kind: kind)
    }
}

/// Final marks written as `5 4 н/а осв -`; the dash is none.
func finals(_ text: String, on scale: Scale = .fivePointWithOne) -> [FinalMark?] {
    text.split(separator: " ").map { $0 == "-" ? nil : FinalMark(String($0), scale: scale)! }
}

func students(_ text: String, on scale: Scale = .fivePointWithOne) -> [StudentFinal<Int>] {
    finals(text, on: scale).enumerated().map { StudentFinal($0 + 1, $1) }
}

func points(_ points: String, _ maximum: String) -> WorkPoints {
    WorkPoints(Fraction(points)!, of: Fraction(maximum)!)!
}

func regime(
    _ way: AssessmentWay = .marks, country: Country = .KG, _ change: (inout AssessmentSettings) -> Void = { _ in }
) -> Regime {
    var settings = AssessmentSettings.standard(of: country)
    change(&settings)
    let scale: Scale.ID =
        switch way {
        case .marks: "five"
        case .criteria: "formative"
        case .passFail: "pass"
        case .words: "none"
        }
    return Regime(
        id: 1, country: country, grades: 1...11, schoolYear: 2026, validFrom: day("2026-08-01"), way: way,
        scale: scale, finalScale: way == .criteria ? "five" : scale, settings: settings)
}
