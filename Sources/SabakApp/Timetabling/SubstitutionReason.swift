import Web

/// Why a teacher is away: a word of the list, kept as its code, or the deputy's own words.
enum SubstitutionReason: String, CaseIterable, Sendable {
    case illness, training, trip, leave, family, vacancy

    /// The words for what a row keeps.
    static func words(_ kept: String) -> Text { SubstitutionReason(rawValue: kept)?.text ?? Text(same: kept) }

    var text: Text {
        switch self {
        case .illness: Text(ky: "Оору", ru: "Болезнь", kk: "Ауру", en: "Illness")
        case .training:
            Text(ky: "Квалификация жогорулатуу", ru: "Курсы", kk: "Біліктілікті арттыру", en: "Training")
        case .trip: Text(ky: "Иш сапары", ru: "Командировка", kk: "Іссапар", en: "Business trip")
        case .leave: Text(ky: "Өргүү", ru: "Отпуск", kk: "Еңбек демалысы", en: "Leave")
        case .family:
            Text(ky: "Үй-бүлөлүк жагдай", ru: "Семейные обстоятельства", kk: "Отбасы жағдайы", en: "Family matters")
        case .vacancy: Text(ky: "Бош орун", ru: "Вакансия", kk: "Бос орын", en: "Vacancy")
        }
    }
}
