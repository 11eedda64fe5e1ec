/// The language a class's journal is kept in; it decides what a typed code means.
public enum RecordLanguage: String, Codable, CaseIterable, Sendable {
    case ky, ru, kk
}

/// The fixed six meanings behind every code a school may invent.
public enum AbsenceCategory: String, Codable, CaseIterable, Sendable {
    case present, late, ill, excused, unexcused
    /// Absent, reason not yet known.
    case unknown

    /// Counts as a missed lesson.
    public var isAbsent: Bool {
        switch self {
        case .present, .late: false
        case .ill, .excused, .unexcused, .unknown: true
        }
    }
}

/// A code's sign in each language of record.
public struct RecordLabels: Hashable, Codable, Sendable {
    public let ky, ru, kk: String

    public init(ky: String, ru: String, kk: String) {
        self.ky = ky
        self.ru = ru
        self.kk = kk
    }

    public subscript(language: RecordLanguage) -> String {
        switch language {
        case .ky: ky
        case .ru: ru
        case .kk: kk
        }
    }
}

/// A sign of attendance in a cell. Schools edit the table; the category is what counts.
public struct AbsenceCode: Hashable, Codable, Sendable, Identifiable {
    public let id: Int
    public let category: AbsenceCategory
    public let label: RecordLabels
    /// Other spellings, by the language they are typed in.
    public let synonyms: [RecordLanguage: [String]]
    /// Whether minutes may follow the code.
    public let takesMinutes: Bool
    public let names: Names

    public init(
        id: Int, category: AbsenceCategory, label: RecordLabels, synonyms: [RecordLanguage: [String]] = [:],
        takesMinutes: Bool = false, names: Names
    ) {
        self.id = id
        self.category = category
        self.label = label
        self.synonyms = synonyms
        self.takesMinutes = takesMinutes
        self.names = names
    }

    public func label(in language: RecordLanguage) -> String { label[language] }

    func spellings(in language: RecordLanguage) -> [String] {
        [label[language]] + (synonyms[language] ?? [])
    }
}

extension AbsenceCode {
    /// The table a school starts with. О is late in Russian and ill in Kyrgyz, Д is distance in Russian and excused
    /// in Kazakh.
    public static let standard = [unknown, ill, excused, unexcused, late, distance]

    private static let unknown = AbsenceCode(
        id: 1, category: .unknown, label: RecordLabels(ky: "Ж", ru: "Н", kk: "Қ"),
        synonyms: [.ky: ["жок", "К"], .kk: ["К", "жоқ"]],
        names: Names(
            ky: "Жок, себеби белгисиз", ru: "Отсутствует, причина не указана",
            kk: "Жоқ, себебі белгісіз", en: "Absent, reason unknown"))

    private static let ill = AbsenceCode(
        id: 2, category: .ill, label: RecordLabels(ky: "О", ru: "Б", kk: "А"),
        synonyms: [.ky: ["оору"], .ru: ["бол"], .kk: ["ауру", "ауырған"]],
        names: Names(ky: "Оору", ru: "Болезнь", kk: "Ауру", en: "Illness"))

    private static let excused = AbsenceCode(
        id: 3, category: .excused, label: RecordLabels(ky: "Ж/С", ru: "УП", kk: "Д"),
        synonyms: [.ky: ["ЖС"], .ru: ["НП"]],
        names: Names(
            ky: "Жүйөлүү себеп", ru: "Уважительная причина", kk: "Дәлелді себеп", en: "Valid reason"))

    private static let unexcused = AbsenceCode(
        id: 4, category: .unexcused, label: RecordLabels(ky: "С/С", ru: "НН", kk: "С"),
        synonyms: [.ky: ["СС"], .ru: ["НБ"]],
        names: Names(
            ky: "Жүйөсүз себеп", ru: "Неуважительная причина", kk: "Дәлелсіз себеп", en: "Without valid reason"))

    private static let late = AbsenceCode(
        id: 5, category: .late, label: RecordLabels(ky: "кеч", ru: "О", kk: "кеш"),
        synonyms: [.ky: ["кечикти"], .ru: ["ОП"], .kk: ["кешікті"]], takesMinutes: true,
        names: Names(ky: "Кечикти", ru: "Опоздание", kk: "Кешікті", en: "Late"))

    private static let distance = AbsenceCode(
        id: 6, category: .present, label: RecordLabels(ky: "ар", ru: "Д", kk: "қаш"),
        synonyms: [.ky: ["аралыктан"], .ru: ["дист"], .kk: ["қашықтан"]],
        names: Names(ky: "Аралыктан окуду", ru: "Дистанционно", kk: "Қашықтан", en: "Distance"))
}
