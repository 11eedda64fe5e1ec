import Web

/// Why a lesson was cancelled, moved or added: a word of the list, kept as its code, or the deputy's own words.
enum LessonReason: String, CaseIterable, Sendable {
    case quarantine, weather, excursion, event, exam, emergency, illness, dayOff, otherDay, extra
    /// Written by publishing.
    case timetable, calendar

    /// What a deputy may choose.
    static let offered: [LessonReason] = [
        .quarantine, .weather, .excursion, .event, .exam, .emergency, .illness, .dayOff, .otherDay, .extra,
    ]

    /// The words for what a row keeps.
    static func words(_ kept: String) -> Text { LessonReason(rawValue: kept)?.text ?? Text(same: kept) }

    var text: Text {
        switch self {
        case .quarantine: Text(ky: "Карантин", ru: "Карантин", kk: "Карантин", en: "Quarantine")
        case .weather: Text(ky: "Аба ырайы", ru: "Погода", kk: "Ауа райы", en: "Weather")
        case .excursion: Text(ky: "Экскурсия", ru: "Экскурсия", kk: "Экскурсия", en: "Excursion")
        case .event: Text(ky: "Иш-чара", ru: "Мероприятие", kk: "Іс-шара", en: "School event")
        case .exam: Text(ky: "Экзамен", ru: "Экзамен", kk: "Емтихан", en: "Exam")
        case .emergency:
            Text(
                ky: "Авария (жарык, суу, жылуулук)", ru: "Авария (свет, вода, тепло)",
                kk: "Апат (жарық, су, жылу)", en: "Breakdown (power, water, heating)")
        case .illness:
            Text(ky: "Мугалим ооруп калды", ru: "Учитель болен", kk: "Мұғалім ауырып қалды", en: "Teacher is ill")
        case .dayOff:
            Text(ky: "Кошумча эс алуу күнү", ru: "Дополнительный выходной", kk: "Қосымша демалыс", en: "Extra day off")
        case .otherDay:
            Text(
                ky: "Башка күнгө жылдыруу", ru: "Перенос на другое время", kk: "Басқа уақытқа ауыстыру",
                en: "Moved to another time")
        case .extra: Text(ky: "Кошумча сабак", ru: "Дополнительный урок", kk: "Қосымша сабақ", en: "Extra lesson")
        case .timetable: Text(ky: "Жаңы жүгүртмө", ru: "Новое расписание", kk: "Жаңа кесте", en: "New timetable")
        case .calendar:
            Text(
                ky: "Окуу жылынын өзгөрүшү", ru: "Изменение учебного года", kk: "Оқу жылының өзгеруі",
                en: "Change of the school year")
        }
    }
}
