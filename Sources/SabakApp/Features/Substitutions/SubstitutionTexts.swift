import Web

enum SubstitutionTexts {
    static let substitutions = Text(ky: "Алмаштыруулар", ru: "Замены", kk: "Алмастырулар", en: "Substitutions")
    static let substitution = Text(ky: "алмаштыруу", ru: "замена", kk: "алмастыру", en: "substitution")
    static let chooseDay = Text(ky: "Күндү тандоо", ru: "Выбор дня", kk: "Күнді таңдау", en: "Choose a day")
    static let day = Text(ky: "Күнү", ru: "День", kk: "Күні", en: "Day")
    static let whoIsAway = Text(ky: "Ким жок?", ru: "Кого нет?", kk: "Кім жоқ?", en: "Who is away?")
    static let absentTeacher = Text(
        ky: "Негизги мугалим", ru: "Основной учитель", kk: "Негізгі мұғалім", en: "Main teacher")
    static let nobodysLessons = Text(
        ky: "Мугалими жок сабактар", ru: "Уроки без учителя", kk: "Мұғалімі жоқ сабақтар",
        en: "Lessons without a teacher")
    static let show = Text(
        ky: "Сабактарын көрсөтүү", ru: "Показать уроки", kk: "Сабақтарын көрсету", en: "Show the lessons")
    static let noLessons = Text(
        ky: "Бул күнү алмаштыруучу сабак жок.", ru: "В этот день заменять нечего.",
        kk: "Бұл күні алмастыратын сабақ жоқ.",
        en: "There is no lesson to substitute on this day.")
    static let lessonsToHold = Text(
        ky: "Алмаштырыла турган сабактар", ru: "Уроки для замены", kk: "Алмастырылатын сабақтар",
        en: "Lessons to be substituted")
    static let time = Text(ky: "Убакыт", ru: "Время", kk: "Уақыт", en: "Time")
    static let page = Text(ky: "Класс, предмет", ru: "Класс, предмет", kk: "Сынып, пән", en: "Class, subject")
    static let room = Text(ky: "Кабинет", ru: "Кабинет", kk: "Кабинет", en: "Room")
    static let substitute = Text(
        ky: "Алмаштыруучу мугалим", ru: "Замещающий учитель", kk: "Алмастырушы мұғалім", en: "Substitute teacher")
    static let reason = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let ownReason = Text(
        ky: "же өз сөзүңүз менен", ru: "или своими словами", kk: "немесе өз сөзіңізбен", en: "or in your own words")
    static let order = Text(ky: "Буйрук №", ru: "Приказ №", kk: "Бұйрық №", en: "Order no.")
    static let actions = Text(ky: "Аракеттер", ru: "Действия", kk: "Әрекеттер", en: "Actions")
    static let withdraw = Text(ky: "Кайтарып алуу", ru: "Отозвать", kk: "Қайтарып алу", en: "Withdraw")
    static let withdrawn = Text(
        ky: "Алмаштыруу кайтарып алынды.", ru: "Замена отозвана.", kk: "Алмастыру қайтарып алынды.",
        en: "The substitution is withdrawn.")
    static let nameThem = Text(ky: "Дайындоо", ru: "Назначить", kk: "Тағайындау", en: "Name")
    static let cancelInstead = Text(
        ky: "Сабакты жокко чыгаруу", ru: "Отменить урок", kk: "Сабақты тоқтату", en: "Cancel a lesson instead")
    static let sameSubject = Text(
        ky: "Ушул предметтин мугалимдери", ru: "Учителя этого предмета", kk: "Осы пәннің мұғалімдері",
        en: "Teachers of the subject")
    static let otherFree = Text(
        ky: "Бош мугалимдер", ru: "Свободны в это время", kk: "Бос мұғалімдер", en: "Others who are free")
    static let nobodyChosen = Text(
        ky: "Жок дегенде бир сабакка мугалим тандаңыз.", ru: "Выберите замещающего хотя бы для одного урока.",
        kk: "Кемінде бір сабаққа мұғалім таңдаңыз.", en: "Choose a substitute for at least one lesson.")
    static let noReason = Text(
        ky: "Себебин көрсөтүңүз.", ru: "Укажите причину.", kk: "Себебін көрсетіңіз.", en: "Give the reason.")
    static let tooLong = Text(
        ky: "Себеби же буйруктун номери өтө узун.", ru: "Слишком длинная причина или номер приказа.",
        kk: "Себебі немесе бұйрық нөмірі тым ұзын.", en: "The reason or the order number is too long.")
    static let noSuchLesson = Text(
        ky: "Сабактар өзгөргөн: тизмени кайра караңыз.", ru: "Уроки изменились: проверьте список.",
        kk: "Сабақтар өзгерген: тізімді қайта қараңыз.", en: "The lessons have changed: check the list.")

    static func notFree(_ name: String, _ time: String) -> Text {
        Text(
            ky: "\(time): \(name) бош эмес.", ru: "\(time): \(name) в это время на уроке.",
            kk: "\(time): \(name) бос емес.",
            en: "\(time): \(name) is not free.")
    }

    static func named(_ count: Int) -> Text {
        let lessons = PublishingNote.lessons(count)
        return Text(
            ky: "Дайындалды: \(lessons.ky).", ru: "Назначено: \(lessons.ru).", kk: "Тағайындалды: \(lessons.kk).",
            en: "Named for \(lessons.en).")
    }

    static func lesson(_ number: Int) -> Text {
        Text(ky: "\(number)-сабак", ru: "\(number)-й урок", kk: "\(number)-сабақ", en: "lesson \(number)")
    }
}
