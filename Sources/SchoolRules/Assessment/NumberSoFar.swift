/// The number that a student's marks make so far, as every page shows it.
extension Regime {
    /// The weight a mark enters an average with: none for a kind of work that does not count, 1 where the school counts
    /// without weights.
    public func weight(_ own: Fraction, counts: Bool) -> Fraction {
        if counts { settings.isWeighted ? own : 1 } else { 0 }
    }

    /// The number with the lines behind it: the average of marks, or the per cent of points. Nil where nothing counts
    /// yet, and where there are no numbers at all: by pass or fail, and without marks.
    public func count(of marks: [CurrentMark], parts: CriteriaParts = CriteriaParts()) -> Count? {
        switch way {
        case .marks: Count.average(of: marks, weighted: settings.isWeighted)
        case .criteria: settings.criteria.percent(of: parts)
        case .passFail, .words: nil
        }
    }

    /// The value of ``count(of:parts:)`` without its lines. Marks come with the weights of ``weight(_:counts:)``; equal
    /// ones may stand together as one of their whole weight.
    public func number(of marks: [WeightedMark], parts: CriteriaParts = CriteriaParts()) -> Fraction? {
        switch way {
        case .marks: weightedAverage(marks)
        case .criteria: settings.criteria.percent(of: parts)?.value
        case .passFail, .words: nil
        }
    }

    /// The mark that a number of ``count(of:parts:)`` comes to; nil by pass or fail and by words, which have none.
    public func mark(for number: Fraction, on scale: Scale) -> ScaleValue? {
        switch way {
        case .marks: settings.borders.mark(for: number, on: scale)
        case .criteria: settings.criteria.mark(for: number, on: scale)
        case .passFail, .words: nil
        }
    }

    /// Whether the number is a per cent.
    public var countsPercent: Bool { way == .criteria }
}

/// What points of a work for a section or a term mean beside the marks of a scale.
extension Scale {
    /// The name of every scale of points; the maximum stands beside the points.
    public static let pointsID = "points"
    /// The most points a work can have.
    public static let mostPoints = 100

    /// Whole points from the maximum down to none, with levels by the borders 85, 65 and 40 per cent (order 125,
    /// annex 1). Points stay out of averages: the per cent counts them. A maximum beyond 1...100 has no values.
    public static func points(of maximum: Int) -> Scale {
        allPoints[(0...mostPoints).contains(maximum) ? maximum : 0]
    }

    private static let allPoints = (0...mostPoints).map(madePoints)

    private static func madePoints(of maximum: Int) -> Scale {
        let values = (1...mostPoints).contains(maximum) ? (0...maximum).reversed() : []
        return Scale(
            id: pointsID,
            names: Names(ky: "Баллдар", ru: "Баллы", kk: "Балдар", en: "Points"),
            values: values.map { points in
                ScaleValue(value: "\(points)", numeric: nil, level: level(ofPercent: points * 100 / maximum))
            })
    }

    private static func level(ofPercent percent: Int) -> Level {
        switch percent {
        case 85...: .excellent
        case 65...: .good
        case 40...: .satisfactory
        case _: .fail
        }
    }
}
