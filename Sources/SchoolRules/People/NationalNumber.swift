/// A person's number in the register of a country: ПИН of Kyrgyzstan (14 digits), ИИН/ЖСН of Kazakhstan (12), СНИЛС of
/// Russia (11).
public struct NationalNumber: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case kyrgyz, kazakh, russian

        public var length: Int {
            switch self {
            case .kyrgyz: 14
            case .kazakh: 12
            case .russian: 11
            }
        }
    }

    /// What a number says that does not fit. Numbers come from documents and may be wrong there, so this is told and
    /// not refused.
    public enum Doubt: String, Sendable {
        /// The last digit of an ИИН does not follow from the others: a slip of typing.
        case checkDigit
        /// The digits of the day of birth are no day.
        case noDay
        case otherBirthDay
        case otherSex
    }

    public let kind: Kind
    public let digits: String

    /// The digits of a number; spaces and hyphens of any kind are passed over. Refuses other signs and lengths.
    public init?(_ text: String) {
        let digits = text.filter { !$0.isWhitespace && !dashes.contains($0) }
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let kind = Kind.allCases.first(where: { $0.length == digits.utf8.count })
        else { return nil }
        self.kind = kind
        self.digits = digits
    }

    /// A number of the country that a spreadsheet kept as a number and so lost its zeros in front. One or two zeros of
    /// an ИИН are given back where the check digit then agrees; nil otherwise.
    public init?(withoutZeros digits: String, in country: Country) {
        guard country.nationalNumber == .kazakh, (10...11).contains(digits.utf8.count) else { return nil }
        guard let number = NationalNumber(String(repeating: "0", count: 12 - digits.utf8.count) + digits),
            number.hasCheckDigit, number.birthDay != nil
        else { return nil }
        self = number
    }

    /// The day of birth a ПИН or ИИН holds; nil for a СНИЛС, and where the digits are no day.
    public var birthDay: Day? {
        let all = Array(digits.utf8)[...]
        switch kind {
        case .kyrgyz:
            guard let year = decimal(all[5..<9]), let month = decimal(all[3..<5]), let day = decimal(all[1..<3])
            else { return nil }
            return Day(year: year, month: month, day: day)
        case .kazakh:
            guard let century = decimal(all[6..<7]), (1...6).contains(century), let short = decimal(all[0..<2]),
                let month = decimal(all[2..<4]), let day = decimal(all[4..<6])
            else { return nil }
            return Day(year: 1800 + (century - 1) / 2 * 100 + short, month: month, day: day)
        case .russian:
            return nil
        }
    }

    /// `f` or `m`; empty where the number does not tell.
    public var sex: String {
        switch (kind, digits.first ?? " ", digits.dropFirst(6).first ?? " ") {
        case (.kyrgyz, "1", _): "f"
        case (.kyrgyz, "2", _): "m"
        case (.kazakh, _, "1"), (.kazakh, _, "3"), (.kazakh, _, "5"): "m"
        case (.kazakh, _, "2"), (.kazakh, _, "4"), (.kazakh, _, "6"): "f"
        default: ""
        }
    }

    /// What does not fit, the gravest first; nil where all agrees. A blank sex and no day of birth agree with anything.
    public func doubt(birthDay written: Day?, sex writtenSex: String) -> Doubt? {
        if kind == .kazakh, !hasCheckDigit { return .checkDigit }
        if kind != .russian, birthDay == nil { return .noDay }
        if let written, let birthDay, written != birthDay { return .otherBirthDay }
        return !writtenSex.isEmpty && !sex.isEmpty && writtenSex != sex ? .otherSex : nil
    }

    /// Σ dᵢ·i mod 11; where that is 10, with the weights 3…11, 1, 2. A number that gives 10 again is not issued.
    private var hasCheckDigit: Bool {
        let all = digits.utf8.map { Int($0) - 0x30 }
        func remainder(_ weights: [Int]) -> Int { zip(all, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 }
        let first = remainder(Array(1...11))
        let check = first == 10 ? remainder(Array(3...11) + [1, 2]) : first
        return check == all.last
    }
}

extension Country {
    /// The kind of number the country gives its own people.
    public var nationalNumber: NationalNumber.Kind {
        switch self {
        case .KG: .kyrgyz
        case .KZ: .kazakh
        case .RU: .russian
        }
    }
}
