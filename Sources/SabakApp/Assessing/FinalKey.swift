import SchoolRules
import Web

/// Which final mark of a page: that of a term by its number, of the year, an exam, or for the certificate.
enum FinalKey: Hashable, Sendable {
    case term(Int)
    case year, exam, final

    init?(_ stored: String) {
        switch stored {
        case "year": self = .year
        case "exam": self = .exam
        case "final": self = .final
        default:
            guard let number = Int(stored), (1...12).contains(number) else { return nil }
            self = .term(number)
        }
    }

    var stored: String {
        switch self {
        case .term(let number): String(number)
        case .year: "year"
        case .exam: "exam"
        case .final: "final"
        }
    }

    var period: FinalPeriod {
        switch self {
        case .term: .term
        case .year: .year
        case .exam: .exam
        case .final: .final
        }
    }
}

/// The period somebody asks for: `term=2`, or `term=year`.
struct WishedPeriod: Sendable {
    /// Nil for the present one.
    let key: FinalKey?

    /// - Throws: 422 for what is no period.
    init(_ query: Form) throws {
        guard let text = query["term"], !text.isEmpty else {
            key = nil
            return
        }
        guard let key = FinalKey(text) else {
            throw Refusal.invalid("unknown_term", PeriodWords.unknown, at: "term")
        }
        // Exam and certificate stand on the sheet of the year.
        if case .term = key { self.key = key } else { self.key = .year }
    }
}

/// A term as its final marks need it.
struct FinalTerm: Sendable, Equatable {
    let id: Int64
    let number: Int
    let kind: TermKind
    let gradeFrom, gradeTo: Int
    let from, to: Day
    /// Epoch milliseconds; 0 while it is open.
    let closedAt: Int64
    let closedBy: Int64

    var key: FinalKey { .term(number) }

    /// The term a day lies in; in a break the one just ended, before the year the first.
    static func current(of terms: [FinalTerm], on day: Day) -> FinalTerm? {
        terms.last { $0.from <= day } ?? terms.first
    }
}

/// A final mark as it stands.
struct StandingFinal: Sendable, Equatable {
    /// A mark of the scale or the name of a code; empty once it was withdrawn.
    let value: String
    let scale: String
    let proposed, expected: String
    let reason: String
    /// The value before the last change; empty where there was none.
    let previous: String
    let changedAt: Int64
    let by: Int64
    let version: Int64

    var mark: FinalMark? { value.isEmpty ? nil : FinalMark(value, scale: SchoolFacts.scale(scale)) }
    var before: FinalMark? { previous.isEmpty ? nil : FinalMark(previous, scale: SchoolFacts.scale(scale)) }
}

/// Periods in words.
enum PeriodWords {
    static let unknown = Text(
        ky: "Мындай мезгил жок", ru: "Такого периода нет", kk: "Мұндай кезең жоқ", en: "There is no such term")
    static let year = Text(ky: "Жыл", ru: "Год", kk: "Жыл", en: "Year")
    static let exam = Text(ky: "Экзамен", ru: "Экзамен", kk: "Емтихан", en: "Exam")
    static let final = Text(ky: "Жыйынтык", ru: "Итог", kk: "Қорытынды", en: "Final")
    static let periods = Text(ky: "Мезгилдер", ru: "Периоды", kk: "Кезеңдер", en: "Periods")

    /// "2-я четверть".
    static func term(_ kind: TermKind, _ number: Int) -> Text {
        switch kind {
        case .quarter:
            Text(ky: "\(number)-чейрек", ru: "\(number)-я четверть", kk: "\(number)-тоқсан", en: "quarter \(number)")
        case .halfYear:
            Text(
                ky: "\(number)-жарым жылдык", ru: "\(number)-е полугодие", kk: "\(number)-жартыжылдық",
                en: "half-year \(number)")
        case .trimester:
            Text(
                ky: "\(number)-триместр", ru: "\(number)-й триместр", kk: "\(number)-триместр",
                en: "trimester \(number)")
        case .module:
            Text(ky: "\(number)-модуль", ru: "\(number)-й модуль", kk: "\(number)-модуль", en: "module \(number)")
        }
    }

    static func name(_ key: FinalKey, among terms: [FinalTerm]) -> Text {
        switch key {
        case .term(let number): term(terms.first { $0.number == number }?.kind ?? .quarter, number)
        case .year: year
        case .exam: exam
        case .final: final
        }
    }

    /// "2026/27".
    static func schoolYear(_ year: Int) -> String {
        let next = (year + 1) % 100
        return "\(year)/\(next < 10 ? "0" : "")\(next)"
    }
}

/// The periods of a page or a class to choose from.
struct PeriodTabs {
    let terms: [FinalTerm]
    let shown: FinalKey
    let language: Language
    /// The address before `term=`, such as `?` or `?by=class&`.
    var address = "?"

    var html: HTML {
        let keys = terms.map(\.key) + [.year]
        let links = keys.html { key in
            let isShown = key == shown
            let current: HTML? = isShown ? " aria-current=\"page\"" : nil
            let words = PeriodWords.name(key, among: terms)[language]
            let isShort = !isShown && key != .year
            let label: HTML =
                isShort
                ? "<span class=\"sr\">\(words)</span><span aria-hidden=\"true\">\(key.stored)</span>" : "\(words)"
            return "<a href=\"\(address)term=\(key.stored)\"\(current)>\(label)</a>"
        }
        return "<nav class=\"seg\" aria-label=\"\(PeriodWords.periods[language])\">\(links)</nav>"
    }
}
