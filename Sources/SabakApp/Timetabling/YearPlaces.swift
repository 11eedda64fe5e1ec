import Web

/// The second level of the school year and its settings.
enum YearPlaces: String, CaseIterable {
    case terms = "/year"
    case daysOff = "/year/days"
    case bells = "/year/bells"
    case week = "/year/week"
    case codes = "/settings"
    case kinds = "/settings/kinds"
    case regimes = "/settings/regimes"
    case deadlines = "/settings/deadlines"
    case school = "/settings/school"

    func navigation(_ language: Language) -> HTML {
        let links = Self.allCases.html { place in
            let current: HTML? = place == self ? " aria-current=\"page\"" : nil
            return "<a href=\"\(place.rawValue)\"\(current)>\(place.name[language])</a>"
        }
        return "<nav class=\"sub-places\" aria-label=\"\(Self.label[language])\">\(links)</nav>"
    }

    var name: Text {
        switch self {
        case .terms: Text(ky: "Чейректер", ru: "Четверти", kk: "Тоқсандар", en: "Terms")
        case .daysOff:
            Text(
                ky: "Каникулдар жана майрамдар", ru: "Каникулы и праздники", kk: "Демалыс пен мерекелер",
                en: "Breaks and holidays")
        case .bells: Text(ky: "Коңгуроолор", ru: "Звонки", kk: "Қоңыраулар", en: "Bells")
        case .week: Text(ky: "Окуу жумасы", ru: "Учебная неделя", kk: "Оқу аптасы", en: "School week")
        case .codes: Text(ky: "Катышуу белгилери", ru: "Коды посещаемости", kk: "Қатысу белгілері", en: "Absence codes")
        case .kinds: Text(ky: "Иштин түрлөрү", ru: "Виды работ", kk: "Жұмыс түрлері", en: "Kinds of work")
        case .regimes: Text(ky: "Баалоо", ru: "Оценивание", kk: "Бағалау", en: "Assessment")
        case .deadlines: Text(ky: "Мөөнөттөр", ru: "Сроки", kk: "Мерзімдер", en: "Deadlines")
        case .school: Text(ky: "Мектеп", ru: "Школа", kk: "Мектеп", en: "School")
        }
    }

    private static let label = Text(
        ky: "Окуу жылынын бөлүмдөрү", ru: "Разделы учебного года", kk: "Оқу жылының бөлімдері",
        en: "Sections of the school year")
}
