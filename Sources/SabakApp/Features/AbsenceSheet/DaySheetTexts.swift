import SchoolRules
import Web

enum DaySheetTexts {
    static let title = Text(
        ky: "Күндүк катышуу", ru: "Посещаемость за день", kk: "Күндік қатысу", en: "Attendance of the day")
    static let table = Text(
        ky: "Катышуу таблицасы", ru: "Таблица посещаемости", kk: "Қатысу кестесі", en: "Attendance table")
    static let schoolClass = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let onList = Text(ky: "Тизмеде", ru: "По списку", kk: "Тізімде", en: "On the list")
    static let present = Text(ky: "Катышты", ru: "Присутствует", kk: "Қатысты", en: "Present")
    static let who = Text(ky: "Ким", ru: "Кто", kk: "Кім", en: "Who")
    static let total = Text(
        ky: "Тастыкталган класстар", ru: "По отмеченным классам", kk: "Расталған сыныптар", en: "Confirmed classes")
    static let noneConfirmed = Text(
        ky: "катышуу азырынча тастыктала элек", ru: "перекличка ещё не отмечена", kk: "қатысу әлі расталмаған",
        en: "no roll confirmed yet")
    static let notConfirmed = Text(
        ky: "Катышуу тастыктала элек", ru: "Перекличка не отмечена", kk: "Қатысу расталмаған",
        en: "The roll is not confirmed")
    static let rollOpen = Text(ky: "тастыктала элек", ru: "не отмечено", kk: "расталмаған", en: "not confirmed")
    static let noLessons = Text(
        ky: "сабак жок", ru: "уроков нет", kk: "сабақ жоқ", en: "no lessons")
    static let notBegun = Text(
        ky: "сабак баштала элек", ru: "уроки ещё не начались", kk: "сабақ басталған жоқ", en: "lessons not begun")
    static let chooseDay = Text(ky: "Күндү тандоо", ru: "Выбор дня", kk: "Күнді таңдау", en: "Choose the day")
    static let dayBefore = Text(ky: "Мурунку күн", ru: "Предыдущий день", kk: "Алдыңғы күн", en: "Previous day")
    static let dayAfter = Text(ky: "Кийинки күн", ru: "Следующий день", kk: "Келесі күн", en: "Next day")
    static let allClasses = Text(ky: "Бардык класстар", ru: "Все классы", kk: "Барлық сыныптар", en: "All classes")
    static let reasonHead = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let told = Text(ky: "Алдын ала айтылды", ru: "Сообщили заранее", kk: "Алдын ала айтылды", en: "Told ahead")
    static let setReason = Text(
        ky: "Катышпоонун себеби", ru: "Причина отсутствия", kk: "Қатыспау себебі", en: "Reason of absence")
    static let rollStays = Text(
        ky: "Мугалимдин белгиси өзгөрбөйт, себеп өзүнчө сакталат.",
        ru: "Отметка учителя не меняется, причина хранится отдельно.",
        kk: "Мұғалімнің белгісі өзгермейді, себеп бөлек сақталады.",
        en: "The teacher's entry stays as it is; the reason is kept apart.")
    static let noReason = Text(ky: "себеп жок", ru: "убрать причину", kk: "себеп жоқ", en: "no reason")
    static let inWords = Text(
        ky: "Сөз менен (милдеттүү эмес)", ru: "Словами (необязательно)", kk: "Сөзбен (міндетті емес)",
        en: "In words (optional)")
    static let announce = Text(
        ky: "Келбей турганын айтуу", ru: "Сообщить об отсутствии", kk: "Келмейтінін айту", en: "Announce an absence")
    static let announceWhat = Text(
        ky: "Мугалимге тизмени белгилөөдө көрүнөт, ал өзү тастыктайт.",
        ru: "Учитель увидит это при перекличке и подтвердит сам.",
        kk: "Мұғалім тізімді белгілегенде көреді, өзі растайды.",
        en: "The teacher sees it at roll call and confirms it.")
    static let announceButton = Text(ky: "Билдирүү", ru: "Сообщить", kk: "Хабарлау", en: "Announce")
    static let from = Text(ky: "Кайсы күндөн", ru: "С какого дня", kk: "Қай күннен", en: "From")
    static let until = Text(ky: "Кайсы күнгө чейин", ru: "По какой день", kk: "Қай күнге дейін", en: "Until")
    static let chooseCategory = Text(
        ky: "Себебин тандаңыз.", ru: "Выберите причину.", kk: "Себебін таңдаңыз.", en: "Choose the reason.")
    static let tooLong = Text(
        ky: "Өтө узун: эң көп 300 белги.", ru: "Слишком длинно: не больше 300 знаков.",
        kk: "Тым ұзын: ең көбі 300 таңба.", en: "Too long: at most 300 characters.")
    static let wrongDays = Text(
        ky: "Күндөрдү текшериңиз: башталышы аягынан кеч эмес, эң көп 60 күн.",
        ru: "Проверьте дни: начало не позже конца, не больше 60 дней.",
        kk: "Күндерді тексеріңіз: басы аяғынан кеш емес, ең көбі 60 күн.",
        en: "Check the days: the start not after the end, at most 60 days.")

    static func classTitle(_ name: String) -> Text {
        Text(
            ky: "\(name): катышуу", ru: "\(name): посещаемость", kk: "\(name): қатысу", en: "\(name): attendance")
    }

    static func summary(present: Int, of students: Int) -> Text {
        Text(
            ky: "\(students) окуучунун ичинен катышканы: \(present)", ru: "присутствуют \(present) из \(students)",
            kk: "\(students) оқушының ішінен қатысқаны: \(present)", en: "\(present) of \(students) students present")
    }

    static func category(_ category: AbsenceCategory) -> Text {
        switch category {
        case .present: Text(ky: "катышты", ru: "присутствовал", kk: "қатысты", en: "present")
        case .late: Text(ky: "кечикти", ru: "опоздал", kk: "кешікті", en: "late")
        case .ill: Text(ky: "оору", ru: "болезнь", kk: "ауру", en: "ill")
        case .excused: Text(ky: "жүйөлүү", ru: "уважительная", kk: "дәлелді", en: "excused")
        case .unexcused: Text(ky: "себепсиз", ru: "неуважительная", kk: "себепсіз", en: "unexcused")
        case .unknown:
            Text(ky: "себеби белгисиз", ru: "причина неизвестна", kk: "себебі белгісіз", en: "reason unknown")
        }
    }

    static func category(_ raw: String) -> Text { category(AbsenceCategory(rawValue: raw) ?? .unknown) }

    /// The class a code of this category is drawn with.
    static func style(_ category: AbsenceCategory) -> String {
        category == .present ? "other" : category.rawValue
    }
}
