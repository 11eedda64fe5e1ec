import SchoolRules
import Web

extension TableCount {
    var json: JSON {
        [
            "rule": .string(table.rule), "students": .array(students.map(\.json)),
            "indicators": [
                "n": .integer(Int64(indicators.counted.count)), "progress": .counted(indicators.progress.percent),
                "quality": .counted(indicators.quality.percent), "sou": .counted(indicators.learning?.value),
                "average": .counted(indicators.average?.value),
                "objectivity": [
                    "same": .integer(Int64(objectivity.same.count)),
                    "raised": .integer(Int64(objectivity.raised.count)),
                    "lowered": .integer(Int64(objectivity.lowered.count)),
                ],
            ],
        ]
    }

    /// For people: a line a student, then the indicators.
    var words: [String] {
        let named = [
            ("progress", indicators.progress.percent), ("quality", indicators.quality.percent),
            ("sou", indicators.learning?.value), ("average", indicators.average?.value),
        ]
        let figures = named.map { "\($0) \($1.map(shown) ?? "none")" }.joined(separator: ", ")
        let compared =
            "same \(objectivity.same.count), raised \(objectivity.raised.count), lowered \(objectivity.lowered.count)"
        return [table.rule] + students.map(\.words) + ["n \(indicators.counted.count), \(figures), \(compared)"]
    }
}

extension StudentCount {
    var json: JSON {
        [
            "id": .string(id), "count": .integer(Int64(number)), "average": .counted(average?.value),
            "percent": .counted(percent?.value), "proposal": .optional(proposal?.value),
            "year": .optional(year?.value), "yearWithExam": .optional(yearWithExam?.value),
            "minimum": [
                "needed": .integer(Int64(minimum.needed)), "has": .integer(Int64(minimum.has)),
                "met": .bool(minimum.isMet),
            ],
            "lines": .array(lines.map { ["text": .string($0.text), "value": .string($0.value.description)] }),
        ]
    }

    /// The count behind the proposal: of the per cent where it decides, else of the average. The values sum to it.
    var lines: [(text: String, value: Fraction)] {
        if let percent {
            return percent.lines.map { ($0.words, $0.value) }
        } else {
            return zip(average?.lines ?? [], kinds).map { line, kind in
                (kind.map { "\($0): \(line.words)" } ?? line.words, line.value)
            }
        }
    }

    fileprivate var words: String {
        let number = (percent ?? average).map { shown($0.value) } ?? "none"
        let least = minimum.isMet ? "" : ", marks \(minimum.has) of \(minimum.needed)"
        let sum = lines.map { "\($0.text) = \(plain($0.value))" }.joined(separator: " + ")
        return "\(id): \(number) → \(proposal?.value ?? "none")\(least)\(sum.isEmpty ? "" : "  (\(sum))")"
    }
}

extension MarksTable {
    /// The rule that proposes, for people.
    fileprivate var rule: String {
        switch scale.way {
        case .marks:
            "weighted average; " + (scale == .five ? borders : "half up to the next mark where no border is set")
        case .criteria:
            "ФО 25 %, СОр 25 % (\(settings.criteria.sections.rawValue)), СОч 50 %, rescaled to the parts present; "
                + "5 from 85 %, 4 from 65 %, 3 from 40 %, rounding \(settings.criteria.rounding.rawValue)"
        case .passFail: "pass or fail where all marks agree"
        case .words: "no marks"
        }
    }

    private var borders: String {
        scale.proposed.values.dropLast().compactMap { value in
            settings.borders.border(of: value).map { "\(value.value) from \(shown($0))" }
        }.joined(separator: ", ")
    }
}

extension Count.Line {
    /// One line of a count in plain words.
    var words: String {
        let parts = arguments.map(\.words)
        return switch key {
        case .mark, .period: "\(parts[0]) ÷ \(parts[1])"
        case .weightedMark: "\(parts[0]) × \(parts[1]) ÷ \(parts[2])"
        case .formative: "ФО: mean \(parts[0]) of \(parts[1]), × \(parts[2]) %"
        case .pooledSection: "СОр: \(parts[0]) of \(parts[1]) points of all works, × \(parts[2]) %"
        case .section: "СОр: \(parts[0]) of \(parts[1]), one of \(parts[2]) works, × \(parts[3]) %"
        case .term: "СОч: \(parts[0]) of \(parts[1]), × \(parts[2]) %"
        case .year: "year \(parts[0]) × \(parts[1])"
        case .exam: "exam \(parts[0]) × \(parts[1])"
        case .level: "\(parts[0]) × \(parts[1]) ÷ \(parts[2])"
        }
    }
}

extension Count.Argument {
    fileprivate var words: String {
        switch self {
        case .text(let text): text
        case .number(let number): plain(number)
        }
    }
}

extension JSON {
    /// The exact fraction and the number as it is shown, or null.
    fileprivate static func counted(_ number: Fraction?) -> JSON {
        number.map { ["exact": .string($0.description), "shown": .string(shown($0))] } ?? .null
    }
}

private func shown(_ number: Fraction) -> String { number.rounded(decimals: 2, separator: ".") }

/// A decimal of at most four places where that is exact, else a fraction.
private func plain(_ number: Fraction) -> String {
    let places = (0...4).first { (number * Fraction(tens[$0])).denominator == 1 }
    return places.map { number.rounded(decimals: $0, separator: ".") } ?? number.description
}

private let tens: [Int64] = [1, 10, 100, 1_000, 10_000]
