import SchoolRules
import Web

/// The words of announcing an absence.
enum AbsenceTexts {
    static let absence = Text(ky: "Келбейт", ru: "Отсутствие", kk: "Келмейді", en: "Absence")
    static let sent = Text(
        ky: "Билдирүү жөнөтүлдү. Мугалимдер катышууну белгилегенде көрөт.",
        ru: "Сообщение отправлено. Учителя увидят его при перекличке.",
        kk: "Хабарлама жіберілді. Мұғалімдер қатысуды белгілегенде көреді.",
        en: "Sent. The teachers will see it at roll call.")
    static let takenBack = Text(
        ky: "Билдирүү кайтарып алынды.", ru: "Сообщение отозвано.", kk: "Хабарлама қайтарып алынды.",
        en: "The announcement is withdrawn.")
    static let when = Text(ky: "Кайсы күнү", ru: "Когда", kk: "Қай күні", en: "When")
    static let otherDays = Text(ky: "Башка күндөр", ru: "Другие дни", kk: "Басқа күндер", en: "Other days")
    static let from = Text(ky: "Биринчи күнү", ru: "Первый день", kk: "Бірінші күні", en: "First day")
    static let to = Text(ky: "Акыркы күнү", ru: "Последний день", kk: "Соңғы күні", en: "Last day")
    static let why = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let words = Text(
        ky: "Мугалимге сөз (милдеттүү эмес)", ru: "Несколько слов учителю (не обязательно)",
        kk: "Мұғалімге бірер сөз (міндетті емес)", en: "A few words to the teacher (optional)")
    static let send = Text(ky: "Билдирүү", ru: "Сообщить", kk: "Хабарлау", en: "Send")
    static let announced = Text(ky: "Билдирилгендер", ru: "Отправленные", kk: "Хабарланғандар", en: "Announced")
    static let none = Text(
        ky: "Азырынча билдирүү жок", ru: "Сообщений пока нет", kk: "Әзірге хабарлама жоқ", en: "Nothing announced yet")
    static let withdraw = Text(ky: "Кайтарып алуу", ru: "Отозвать", kk: "Қайтарып алу", en: "Withdraw")
    static let isWithdrawn = Text(ky: "кайтарып алынган", ru: "отозвано", kk: "қайтарып алынған", en: "withdrawn")
    static let parentsOnly = Text(
        ky: "Келбей турганын ата-эне билдирет.", ru: "Об отсутствии сообщают родители.",
        kk: "Келмейтінін ата-ана хабарлайды.", en: "Absences are announced by parents.")
    static let noDay = Text(
        ky: "Күндү тандаңыз", ru: "Укажите день", kk: "Күнді таңдаңыз", en: "Choose a day")
    static let wrongSpan = Text(
        ky: "Акыркы күн биринчи күндөн кийин жана 60 күндөн ашпашы керек",
        ru: "Последний день — не раньше первого и не больше чем через 60 дней",
        kk: "Соңғы күн бірінші күннен кейін әрі 60 күннен аспауы керек",
        en: "The last day must come after the first, at most 60 days later")
    static let pastDay = Text(
        ky: "Өткөн күндү билдирүүгө болбойт. Класс жетекчиге айтыңыз.",
        ru: "О прошедшем дне так сообщить нельзя. Скажите классному руководителю.",
        kk: "Өткен күнді хабарлауға болмайды. Сынып жетекшісіне айтыңыз.",
        en: "A past day cannot be announced. Please tell the class teacher.")
    static let noReason = Text(
        ky: "Себебин тандаңыз", ru: "Укажите причину", kk: "Себебін таңдаңыз", en: "Choose a reason")

    static func title(_ name: String) -> Text {
        Text(
            ky: "\(name) келбейт", ru: "\(name): отсутствие", kk: "\(name) келмейді", en: "\(name) will be absent")
    }

    static func todayIs(_ day: Day) -> Text {
        Text(
            ky: "Бүгүн, \(day.words(.ky))", ru: "Сегодня, \(day.words(.ru))", kk: "Бүгін, \(day.words(.kk))",
            en: "Today, \(day.words(.en))")
    }

    /// The next day with lessons: tomorrow, or its weekday.
    static func next(_ day: Day, today: Day) -> Text {
        let tomorrow = Text(ky: "Эртең", ru: "Завтра", kk: "Ертең", en: "Tomorrow")
        func words(_ language: Language) -> String {
            let name = day == today.adding(1) ? tomorrow[language] : day.weekdayWord(language).capitalizedFirst
            return name + ", " + day.words(language)
        }
        return Text(ky: words(.ky), ru: words(.ru), kk: words(.kk), en: words(.en))
    }

    static func sentAt(_ moment: Moment) -> Text {
        let time = DateWords.clock(moment.minute)
        return Text(
            ky: "жөнөтүлдү: \(moment.day.words(.ky)), \(time)", ru: "отправлено \(moment.day.words(.ru)) в \(time)",
            kk: "жіберілді: \(moment.day.words(.kk)), \(time)", en: "sent on \(moment.day.words(.en)) at \(time)")
    }

    static func reason(_ category: AbsenceCategory) -> Text {
        switch category {
        case .ill: Text(ky: "Ооруп жатат", ru: "Болеет", kk: "Ауырып жатыр", en: "Ill")
        case .excused:
            Text(
                ky: "Үй-бүлөлүк себеп", ru: "По семейным обстоятельствам", kk: "Отбасы жағдайымен",
                en: "Family reasons")
        case .present, .late, .unexcused, .unknown:
            Text(ky: "Башка себеп", ru: "Другая причина", kk: "Басқа себеп", en: "Another reason")
        }
    }
}
