/// A telephone number in its international form (ITU-T E.164), in groups as people read it: `+996 555 112 233`.
public struct PhoneNumber: Hashable, Sendable {
    public let text: String

    /// Reads `0555 11-22-33`, `+996 (555) 112233`, `8 701 123 45 67`, `00996555112233`; a number without a country is
    /// one of `country`. Refuses letters, numbers of a town without its code, and lengths no telephone has.
    public init?(_ typed: String, in country: Country) {
        let signs = typed.filter { !$0.isWhitespace }
        let allowed = signs.allSatisfy { $0.isASCII && $0.isNumber || dashes.contains($0) || "+().".contains($0) }
        var digits = signs.filter(\.isNumber)
        guard allowed, !digits.isEmpty else { return nil }
        var isInternational = signs.first == "+"
        if !isInternational, digits.hasPrefix("00") {
            digits = String(digits.dropFirst(2))
            isInternational = true
        }
        let home = country == .KG ? "996" : "7"
        guard let full = isInternational ? digits : Self.completed(digits, home) else { return nil }
        guard (10...15).contains(full.count), full.first != "0" else { return nil }
        text = Self.grouped(full)
    }

    /// With the code of the country in front: trunk prefixes are 0 in Kyrgyzstan, 8 in Kazakhstan and Russia.
    private static func completed(_ digits: String, _ home: String) -> String? {
        switch digits.count {
        case 9 where home == "996" && digits.first != "0": home + digits
        case 10 where home == "996" && digits.first == "0": home + digits.dropFirst()
        case 10 where home == "7" && digits.first != "0": home + digits
        case 11 where digits.first == "8": "7" + digits.dropFirst()
        case 11 where digits.first == "7": digits
        case 12 where digits.hasPrefix("996") || digits.hasPrefix("998") || digits.hasPrefix("992"): digits
        default: nil
        }
    }

    private static func grouped(_ full: String) -> String {
        let isSeven = full.first == "7" && full.count == 11
        let isNeighbour = full.count == 12 && full.hasPrefix("99")
        let sizes = isSeven ? [1, 3, 3, 2, 2] : isNeighbour ? [3, 3, 3, 3] : [full.count]
        var rest = full[...]
        var groups: [Substring] = []
        for size in sizes {
            groups.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        return "+" + groups.joined(separator: " ")
    }
}
