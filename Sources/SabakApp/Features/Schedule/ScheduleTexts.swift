import Web

enum ScheduleTexts {
    static let lessonsOfDay = Text(
        ky: "Күндүн сабактары", ru: "Уроки дня", kk: "Күннің сабақтары", en: "Lessons of the day")
    static let wholeSchool = Text(ky: "Бүт мектеп", ru: "Вся школа", kk: "Бүкіл мектеп", en: "Whole school")
    static let chooseDay = Text(ky: "Күндү тандоо", ru: "Выбор дня", kk: "Күнді таңдау", en: "Choose a day")
    static let noLessons = Text(
        ky: "Бул күнү сабак жок.", ru: "В этот день уроков нет.", kk: "Бұл күні сабақ жоқ.",
        en: "There are no lessons on this day.")
    static let choose = Text(ky: "Тандоо", ru: "Выбрать", kk: "Таңдау", en: "Choose")
    static let time = Text(ky: "Убакыт", ru: "Время", kk: "Уақыт", en: "Time")
    static let classWord = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let teacher = Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
    static let room = Text(ky: "Кабинет", ru: "Кабинет", kk: "Кабинет", en: "Room")
    static let state = Text(ky: "Абалы", ru: "Состояние", kk: "Күйі", en: "State")
    static let actions = Text(ky: "Аракеттер", ru: "Действия", kk: "Әрекеттер", en: "Actions")
    static let moveOrChange = Text(ky: "Өзгөртүү", ru: "Изменить", kk: "Өзгерту", en: "Change")
    static let reason = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let ownReason = Text(
        ky: "же өз сөзүңүз менен", ru: "или своими словами", kk: "немесе өз сөзіңізбен", en: "or in your own words")
    static let cancelChosen = Text(
        ky: "Тандалганды жокко чыгаруу", ru: "Отменить выбранные", kk: "Таңдалғанды тоқтату", en: "Cancel the chosen")
    static let restoreChosen = Text(
        ky: "Тандалганды кайтаруу", ru: "Вернуть выбранные", kk: "Таңдалғанды қайтару", en: "Restore the chosen")
    static let wholeDays = Text(
        ky: "Бүт күндү же бир нече күндү жокко чыгаруу", ru: "Отменить целый день или несколько дней",
        kk: "Бүкіл күнді немесе бірнеше күнді тоқтату", en: "Cancel a whole day or several days")
    static let firstDay = Text(ky: "Биринчи күнү", ru: "Первый день", kk: "Бірінші күні", en: "First day")
    static let lastDay = Text(ky: "Акыркы күнү", ru: "Последний день", kk: "Соңғы күні", en: "Last day")
    static let cancelDays = Text(
        ky: "Сабактарды жокко чыгаруу", ru: "Отменить уроки", kk: "Сабақтарды тоқтату", en: "Cancel the lessons")
    static let restoreDays = Text(
        ky: "Сабактарды кайтаруу", ru: "Вернуть уроки", kk: "Сабақтарды қайтару", en: "Restore the lessons")
    static let addLesson = Text(ky: "Сабак кошуу", ru: "Добавить урок", kk: "Сабақ қосу", en: "Add a lesson")
    static let page = Text(
        ky: "Класс, предмет, мугалим", ru: "Класс, предмет, учитель", kk: "Сынып, пән, мұғалім",
        en: "Class, subject, teacher")
    static let dayWord = Text(ky: "Күнү", ru: "День", kk: "Күні", en: "Day")
    static let lessonNumber = Text(ky: "Сабак №", ru: "Урок №", kk: "Сабақ №", en: "Lesson no.")
    static let shift = Text(ky: "Смена", ru: "Смена", kk: "Ауысым", en: "Shift")
    static let cancel = Text(
        ky: "Сабакты жокко чыгаруу", ru: "Отменить урок", kk: "Сабақты тоқтату", en: "Cancel the lesson")
    static let restore = Text(
        ky: "Сабакты кайтаруу", ru: "Вернуть урок", kk: "Сабақты қайтару", en: "Restore the lesson")
    static let move = Text(ky: "Жылдыруу", ru: "Перенести", kk: "Ауыстыру", en: "Move")
    static let anyway = Text(
        ky: "Баары бир жазуу", ru: "Всё равно поставить", kk: "Бәрібір қою", en: "Do it all the same")
    static let history = Text(ky: "Тарыхы", ru: "История", kk: "Тарихы", en: "History")
    static let cancelled = Text(ky: "жокко чыгарылды", ru: "отменён", kk: "болмайды", en: "cancelled")
    static let added = Text(ky: "кошумча", ru: "добавлен", kk: "қосымша", en: "added")
    static let substitution = Text(ky: "алмаштыруу", ru: "замена", kk: "алмастыру", en: "substitution")
    static let withoutPlace = Text(
        ky: "жүгүртмөдө орду жок", ru: "нет места в расписании", kk: "кестеде орны жоқ", en: "no place in the timetable"
    )
    static let unplaced = Text(
        ky: "Орду жок сабактар", ru: "Уроки без места", kk: "Орны жоқ сабақтар", en: "Lessons without a place")
    static let unplacedWhat = Text(
        ky: "Жазылган, бирок жаңы жүгүртмөдө орду жок: жылдырыңыз же жокко чыгарыңыз.",
        ru: "Записаны, но в новом расписании им нет места: перенесите или отмените.",
        kk: "Жазылған, бірақ жаңа кестеде орны жоқ: ауыстырыңыз немесе тоқтатыңыз.",
        en: "Recorded, but the new timetable has no place for them: move or cancel them.")
    static let noUnplaced = Text(
        ky: "Баарынын орду бар.", ru: "У всех уроков есть место.", kk: "Барлығының орны бар.",
        en: "Every lesson has its place.")
    static let place = Text(ky: "Орун табуу", ru: "Найти место", kk: "Орын табу", en: "Find a place")
    static let nothingChosen = Text(
        ky: "Сабактарды белгилеңиз.", ru: "Отметьте уроки.", kk: "Сабақтарды белгілеңіз.", en: "Tick the lessons first."
    )
    static let noReason = Text(
        ky: "Себебин көрсөтүңүз: үй-бүлө аны күндөлүктөн көрөт.", ru: "Укажите причину: семья увидит её в дневнике.",
        kk: "Себебін көрсетіңіз: отбасы оны күнделіктен көреді.", en: "Give the reason: families see it in the diary.")
    static let reasonTooLong = Text(
        ky: "Себеби өтө узун: 200 белгиге чейин.", ru: "Слишком длинная причина: до 200 знаков.",
        kk: "Себебі тым ұзын: 200 таңбаға дейін.", en: "The reason is too long: up to 200 characters.")
    static let roomTooLong = Text(
        ky: "20 белгиге чейин.", ru: "До 20 знаков.", kk: "20 таңбаға дейін.", en: "Up to 20 characters.")
    static let badSpan = Text(
        ky: "Күндөрдү көрсөтүңүз: бир айдан көп эмес.", ru: "Укажите дни: не больше месяца.",
        kk: "Күндерді көрсетіңіз: бір айдан көп емес.", en: "Give the days: no more than a month.")
    static let noDay = Text(
        ky: "Ушул окуу жылынын күнүн көрсөтүңүз.", ru: "Укажите день этого учебного года.",
        kk: "Осы оқу жылының күнін көрсетіңіз.", en: "Give a day of this school year.")
    static let noBell = Text(
        ky: "Бул күнү мындай сабакка коңгуроо жок.", ru: "На этот урок в этот день нет звонка.",
        kk: "Бұл күні мұндай сабаққа қоңырау жоқ.", en: "No bell rings for this lesson on that day.")
    static let hasLesson = Text(
        ky: "Бул убакта ушул предметтин сабагы бар.", ru: "В это время урок этого предмета уже есть.",
        kk: "Бұл уақытта осы пәннің сабағы бар.", en: "There is a lesson of this subject at that time already.")
    static let choosePage = Text(
        ky: "Предметти тандаңыз.", ru: "Выберите предмет.", kk: "Пәнді таңдаңыз.", en: "Choose a subject.")

    static func busy(_ what: String) -> Text {
        Text(
            ky: "Бул убакта бош эмес: \(what).", ru: "В это время заняты: \(what).",
            kk: "Бұл уақытта бос емес: \(what).",
            en: "Busy at that time: \(what).")
    }

    static func lesson(_ number: Int) -> Text {
        Text(ky: "\(number)-сабак", ru: "\(number)-й урок", kk: "\(number)-сабақ", en: "lesson \(number)")
    }

    static func movedFrom(_ day: String) -> Text {
        Text(
            ky: "\(day) күнүнөн жылдырылды", ru: "перенесён с \(day)", kk: "\(day) күнінен ауыстырылды",
            en: "moved from \(day)")
    }

    static func changed(_ count: Int) -> Text {
        let lessons = PublishingNote.lessons(count)
        return Text(
            ky: "Сакталды: \(lessons.ky).", ru: "Сохранено: \(lessons.ru).", kk: "Сақталды: \(lessons.kk).",
            en: "Saved: \(lessons.en).")
    }

    static func unplacedCount(_ count: Int) -> Text {
        let lessons = PublishingNote.lessons(count)
        return Text(
            ky: "Жүгүртмөдө орду жок: \(lessons.ky)", ru: "Без места в расписании: \(lessons.ru)",
            kk: "Кестеде орны жоқ: \(lessons.kk)", en: "Without a place in the timetable: \(lessons.en)")
    }

    static func change(_ kind: String) -> Text {
        switch kind {
        case "cancelled": Text(ky: "Жокко чыгарылды", ru: "Отменён", kk: "Тоқтатылды", en: "Cancelled")
        case "restored": Text(ky: "Кайтарылды", ru: "Возвращён", kk: "Қайтарылды", en: "Restored")
        case "moved": Text(ky: "Жылдырылды", ru: "Перенесён", kk: "Ауыстырылды", en: "Moved")
        case "added": Text(ky: "Кошулду", ru: "Добавлен", kk: "Қосылды", en: "Added")
        default: withoutPlace
        }
    }
}
