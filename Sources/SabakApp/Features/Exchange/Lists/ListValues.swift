import SchoolRules
import Sheets

/// Cells of lists as values. Nil is "cannot be read"; blank cells are asked about before.
enum ListValues {
    /// A date of a workbook, `2015-03-01`, `1.3.2015`, `1 марта 2015 г.` Years of two digits are refused: nobody can
    /// tell the century.
    static func day(_ text: String) -> Day? { DateReading.day(text) }

    static func sex(_ text: String) -> String? {
        let word = searchFold(text)
        if Self.female.contains(word) { return "f" }
        return Self.male.contains(word) ? "m" : nil
    }

    private static let female = Set(
        [
            "ж", "жен", "женский", "аял", "кыз", "кыз бала", "қыз", "қыз бала", "әйел", "а", "к", "қ", "f", "female",
            "w", "girl",
        ]
        .map(searchFold))
    private static let male = Set(
        [
            "м", "муж", "мужской", "эркек", "бала", "уул", "эркек бала", "ұл", "ұл бала", "ер", "э", "у", "ұ", "m",
            "male", "boy",
        ]
        .map(searchFold))

    /// Hours a week in hundredths: `3`, `0,5`, `1.25`.
    static func hours(_ text: String) -> Int? {
        guard let value = Fraction(text), value > 0, value <= 60 else { return nil }
        let hundredths = value * 100
        return hundredths.denominator == 1 ? Int(hundredths.numerator) : nil
    }

    /// 1 is Monday. Whole words or the usual short ones of four languages, or the number.
    static func weekday(_ text: String) -> Int? {
        if let number = Int(text) { return (1...7).contains(number) ? number : nil }
        let word = searchFold(text).filter { $0 != " " }
        return weekdays.firstIndex { $0.contains(word) }.map { $0 + 1 }
    }

    private static let weekdays: [Set<String>] = [
        ["дүйшөмбү", "дүй", "дш", "понедельник", "пн", "пон", "дүйсенбі", "дс", "дүйс", "monday", "mon", "mo"],
        ["шейшемби", "шей", "шш", "вторник", "вт", "втор", "сейсенбі", "сс", "сейс", "tuesday", "tue", "tu"],
        ["шаршемби", "шар", "шр", "среда", "ср", "сред", "сәрсенбі", "сәрс", "wednesday", "wed", "we"],
        ["бейшемби", "бей", "бш", "четверг", "чт", "чет", "бейсенбі", "бс", "бейс", "thursday", "thu", "th"],
        ["жума", "жум", "жм", "пятница", "пт", "пят", "жұма", "friday", "fri", "fr"],
        ["ишемби", "ише", "иш", "суббота", "сб", "суб", "сенбі", "сенб", "сн", "saturday", "sat", "sa"],
        ["жекшемби", "жек", "жк", "воскресенье", "вс", "воск", "жексенбі", "жс", "sunday", "sun", "su"],
    ].map { Set($0.map { searchFold($0).filter { $0 != " " } }) }

    /// A and B weeks: odd is the week of 1 September and every second after it.
    static func parity(_ text: String) -> SlotParity? {
        let word = searchFold(text)
        if every.contains(word) { return .every }
        if odd.contains(word) { return .odd }
        return even.contains(word) ? .even : nil
    }

    private static let every = Set(
        ["", "а б", "аб", "все", "каждая", "ар бир", "ар жума", "әр апта", "every", "all", "1 2"].map(searchFold))
    private static let odd = Set(
        ["а", "1", "нечётная", "нечет", "нечетная", "числитель", "так", "тақ", "odd", "i"].map(searchFold))
    private static let even = Set(
        ["б", "b", "в", "2", "чётная", "чет", "четная", "знаменатель", "жуп", "жұп", "even", "ii"].map(searchFold))

    /// A parent as lists write them: a name, then perhaps a telephone.
    static func nameAndPhone(_ text: String) -> (name: String, phone: String) {
        guard let start = text.firstIndex(where: { $0.isNumber || $0 == "+" || $0 == "(" }) else { return (text, "") }
        let isTail = text[start...].allSatisfy { $0.isNumber || $0.isWhitespace || "+-()., ;/".contains($0) }
        guard isTail else { return (text, "") }
        let name = text[..<start].trimmedSpaces
        var words = name.split { ",;:–".contains($0) || $0.isWhitespace }.map(String.init)
        if let last = words.last, ["тел", "сот", "моб", "телефон"].contains(searchFold(last)) { words.removeLast() }
        if words.last == "-" { words.removeLast() }
        return (words.joined(separator: " "), text[start...].trimmedSpaces)
    }

    /// Only the digits of a telephone, the country and trunk prefix left out, for comparison.
    static func phoneKey(_ text: String) -> String { String(text.filter(\.isNumber).suffix(9)) }

    /// Parts of a cell that names several: `10А, 10Б`, `Ким Р. В.; Асанова Г.`
    static func several(_ text: String) -> [String] {
        text.split { ",;/+\n".contains($0) }.map { $0.trimmedSpaces }.filter { !$0.isEmpty }
    }
}
