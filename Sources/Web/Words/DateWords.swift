/// Dates in words, from tables of our own: browsers and servers alike know no Kyrgyz. The hyphen of a Kyrgyz date is
/// one that no line breaks at (U+2011).
public enum DateWords {
    /// "жума", "пятница"; weekday 1 is Monday.
    public static func weekday(_ weekday: Int) -> Text { weekdays[weekday - 1] }

    /// "жм", "пт"; weekday 1 is Monday.
    public static func shortWeekday(_ weekday: Int) -> Text { shortWeekdays[weekday - 1] }

    /// The month by itself: "ноябрь", "қараша".
    public static func month(_ month: Int) -> Text { months[month - 1] }

    /// "20-ноябрь", "20 ноября", "20 қараша", "20 November".
    public static func dayAndMonth(month: Int, day: Int, in language: Language) -> String {
        switch language {
        case .ky: "\(day)\u{2011}\(months[month - 1].ky)"
        case .ru: "\(day) \(russianGenitive[month - 1])"
        case .kk, .en: "\(day) \(months[month - 1][language])"
        }
    }

    /// "2026-жылдын 20-ноябры", "20 ноября 2026 г.", "2026 жылғы 20 қараша", "20 November 2026".
    public static func long(year: Int, month: Int, day: Int) -> Text {
        Text(
            ky: "\(year)\u{2011}жылдын \(day)\u{2011}\(kyrgyzPossessive[month - 1])",
            ru: "\(day) \(russianGenitive[month - 1]) \(year) г.",
            kk: "\(year) жылғы \(day) \(months[month - 1].kk)", en: "\(day) \(months[month - 1].en) \(year)")
    }

    /// "20.11.2026" in every language.
    public static func short(year: Int, month: Int, day: Int) -> String {
        "\(day < 10 ? "0" : "")\(day).\(month < 10 ? "0" : "")\(month).\(year)"
    }

    /// "8:00" from minutes since midnight.
    public static func clock(_ minutes: Int) -> String {
        let minute = minutes % 60
        return "\(minutes / 60):\(minute < 10 ? "0" : "")\(minute)"
    }

    private static let weekdays = [
        Text(ky: "дүйшөмбү", ru: "понедельник", kk: "дүйсенбі", en: "Monday"),
        Text(ky: "шейшемби", ru: "вторник", kk: "сейсенбі", en: "Tuesday"),
        Text(ky: "шаршемби", ru: "среда", kk: "сәрсенбі", en: "Wednesday"),
        Text(ky: "бейшемби", ru: "четверг", kk: "бейсенбі", en: "Thursday"),
        Text(ky: "жума", ru: "пятница", kk: "жұма", en: "Friday"),
        Text(ky: "ишемби", ru: "суббота", kk: "сенбі", en: "Saturday"),
        Text(ky: "жекшемби", ru: "воскресенье", kk: "жексенбі", en: "Sunday"),
    ]

    private static let shortWeekdays = [
        Text(ky: "дш", ru: "пн", kk: "дс", en: "Mon"), Text(ky: "шш", ru: "вт", kk: "сс", en: "Tue"),
        Text(ky: "шр", ru: "ср", kk: "ср", en: "Wed"), Text(ky: "бш", ru: "чт", kk: "бс", en: "Thu"),
        Text(ky: "жм", ru: "пт", kk: "жм", en: "Fri"), Text(ky: "иш", ru: "сб", kk: "сб", en: "Sat"),
        Text(ky: "жк", ru: "вс", kk: "жс", en: "Sun"),
    ]

    private static let months = [
        Text(ky: "январь", ru: "январь", kk: "қаңтар", en: "January"),
        Text(ky: "февраль", ru: "февраль", kk: "ақпан", en: "February"),
        Text(ky: "март", ru: "март", kk: "наурыз", en: "March"),
        Text(ky: "апрель", ru: "апрель", kk: "сәуір", en: "April"),
        Text(ky: "май", ru: "май", kk: "мамыр", en: "May"),
        Text(ky: "июнь", ru: "июнь", kk: "маусым", en: "June"),
        Text(ky: "июль", ru: "июль", kk: "шілде", en: "July"),
        Text(ky: "август", ru: "август", kk: "тамыз", en: "August"),
        Text(ky: "сентябрь", ru: "сентябрь", kk: "қыркүйек", en: "September"),
        Text(ky: "октябрь", ru: "октябрь", kk: "қазан", en: "October"),
        Text(ky: "ноябрь", ru: "ноябрь", kk: "қараша", en: "November"),
        Text(ky: "декабрь", ru: "декабрь", kk: "желтоқсан", en: "December"),
    ]

    private static let russianGenitive = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ]

    private static let kyrgyzPossessive = [
        "январы", "февралы", "марты", "апрели", "майы", "июну", "июлу", "августу", "сентябры", "октябры", "ноябры",
        "декабры",
    ]
}
