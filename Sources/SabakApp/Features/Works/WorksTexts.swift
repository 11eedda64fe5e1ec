import SchoolRules
import Web

enum WorksTexts {
    static let title = Text(ky: "Текшерүү иштери", ru: "Контрольные работы", kk: "Бақылау жұмыстары", en: "Works ahead")
    static let ofPage = Text(
        ky: "Пландалган иштер", ru: "Запланированные работы", kk: "Жоспарланған жұмыстар", en: "Planned works")
    static let unknownWeek = Text(
        ky: "Мындай жума жок: 2026-W48 түрүндө жазыңыз", ru: "Такой недели нет: нужна в виде 2026-W48",
        kk: "Мұндай апта жоқ: 2026-W48 түрінде жазыңыз", en: "No such week: it should look like 2026-W48")
    static let weeks = Text(ky: "Жумалар", ru: "Недели", kk: "Апталар", en: "Weeks")
    static let before = Text(ky: "Мурункулар", ru: "Раньше", kk: "Бұрынырақ", en: "Earlier")
    static let after = Text(ky: "Кийинкилер", ru: "Позже", kk: "Кейінірек", en: "Later")
    static let schoolClass = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let all = Text(ky: "Баары", ru: "Все", kk: "Барлығы", en: "All")
    static let show = Text(ky: "Көрсөтүү", ru: "Показать", kk: "Көрсету", en: "Show")
    static let nothing = Text(
        ky: "Бул жумаларда пландалган иш жок.", ru: "На эти недели работ не запланировано.",
        kk: "Бұл апталарда жоспарланған жұмыс жоқ.", en: "No works are planned for these weeks.")
    static let nothingOfPage = Text(
        ky: "Азырынча иш пландалган эмес.", ru: "Пока ничего не запланировано.", kk: "Әзірге жұмыс жоспарланбаған.",
        en: "Nothing is planned so far.")
    static let unplaced = Text(
        ky: "Орду жок: сабак болбойт, башка сабак тандаңыз",
        ru: "Без места: урока не будет, выберите другой", kk: "Орны жоқ: сабақ болмайды, басқа сабақ таңдаңыз",
        en: "Without a place: the lesson is off, choose another")
    static let unplacedShort = Text(ky: "орду жок", ru: "без места", kk: "орны жоқ", en: "no place")
    static let moved = Text(
        ky: "сабак менен жылды", ru: "перенесена с уроком", kk: "сабақпен ауысты", en: "moved with its lesson")
    static let rules = Text(ky: "Эрежелер", ru: "Правила", kk: "Ережелер", en: "Rules")
    static let rulesTitle = Text(
        ky: "Иштердин жана карыздардын эрежелери", ru: "Правила работ и долгов", kk: "Жұмыстар мен қарыздар ережесі",
        en: "Rules for works and debts")
    static let planning = Text(ky: "Иш пландоо", ru: "Запланировать работу", kk: "Жұмыс жоспарлау", en: "Plan a work")
    static let change = Text(ky: "Өзгөртүү", ru: "Изменить", kk: "Өзгерту", en: "Change")
    static let withdraw = Text(ky: "Алып салуу", ru: "Убрать", kk: "Алып тастау", en: "Withdraw")
    static let plan = Text(ky: "Пландоо", ru: "Запланировать", kk: "Жоспарлау", en: "Plan it")
    static let lesson = Text(ky: "Сабак", ru: "Урок", kk: "Сабақ", en: "Lesson")
    static let kind = Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work")
    static let about = Text(ky: "Темасы", ru: "Тема работы", kk: "Тақырыбы", en: "What it is about")
    static let lessonMissing = Text(
        ky: "Сабакты тандаңыз", ru: "Выберите урок", kk: "Сабақты таңдаңыз", en: "Choose the lesson")
    static let noLessons = Text(
        ky: "Алдыда сабак жок: жүгүртмөдө жаңы сабактар чыкканда пландасаңыз болот.",
        ru: "Впереди нет уроков: запланировать можно, когда они появятся в расписании.",
        kk: "Алда сабақ жоқ: кестеде жаңа сабақтар шыққанда жоспарлай аласыз.",
        en: "There are no lessons ahead: plan once the timetable has some.")
    static let planned = Text(
        ky: "Пландалды, үй-бүлөлөр күндөлүктөн көрөт.", ru: "Запланировано, семьи видят это в дневнике.",
        kk: "Жоспарланды, отбасылар күнделіктен көреді.", en: "Planned; families see it in the diary.")
    static let withdrawn = Text(
        ky: "Иш алынып салынды.", ru: "Работа убрана.", kk: "Жұмыс алынып тасталды.", en: "The work is withdrawn.")
    static let but = Text(ky: "Көңүл буруңуз", ru: "Обратите внимание", kk: "Назар аударыңыз", en: "Please note")
    static let journal = Text(ky: "Журналга", ru: "К журналу", kk: "Журналға", en: "To the journal")
    static let toCalendar = Text(ky: "Жалпы календарь", ru: "Общий календарь", kk: "Жалпы күнтізбе", en: "The calendar")
    static let past = Text(ky: "Жазылгандары", ru: "Уже прошли", kk: "Өткендері", en: "Already written")
    static let ahead = Text(ky: "Алдыда", ru: "Впереди", kk: "Алда", en: "Ahead")

    static let nobodyOwes = Text(
        ky: "Карыздар жок.", ru: "Долгов нет.", kk: "Қарыз жоқ.", en: "Nobody owes a work.")
    static let debtsWhat = Text(
        ky: "Журналда «•» турган иштер. Баа коюлганда карыз жоюлат.",
        ru: "Работы, за которые в журнале стоит «•». Отметка снимает долг.",
        kk: "Журналда «•» тұрған жұмыстар. Баға қойылғанда қарыз жойылады.",
        en: "Works with a “•” in the journal. A mark clears the debt.")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let work = Text(ky: "Иш", ru: "Работа", kk: "Жұмыс", en: "Work")
    static let due = Text(ky: "Мөөнөтү", ru: "Сдать до", kk: "Мерзімі", en: "Due")
    static let state = Text(ky: "Абалы", ru: "Состояние", kk: "Күйі", en: "State")
    static let open = Text(ky: "мөөнөтү бар", ru: "срок не вышел", kk: "мерзімі бар", en: "in time")
    static let overdue = Text(ky: "мөөнөтү өттү", ru: "срок вышел", kk: "мерзімі өтті", en: "overdue")

    static func turned(_ value: String) -> Text {
        Text(
            ky: "мөөнөтү өттү, азыр «\(value)»", ru: "срок вышел, считается «\(value)»",
            kk: "мерзімі өтті, қазір «\(value)»", en: "overdue, stands for “\(value)”")
    }

    static let criteria = Text(
        ky: "БЖБ жана ЧЖБ: үчтөн ашык эмес, акыркы күнү эмес, бир күндө эмес (Казакстандын 125-буйругу)",
        ru: "СОр и СОч: не больше трёх, не в последний день, не в один день (приказ 125 Казахстана)",
        kk: "БЖБ мен ТЖБ: үштен көп емес, соңғы күні емес, бір күнде емес (125-бұйрық)",
        en: "Section and term works: at most three, not on the last day, not on one day (order 125 of Kazakhstan)")
    static let load = Text(
        ky: "Текшерүү иштери сааттын 10 % ашпайт, арасы 2,5 жума, биринчи жана акыркы сабакта эмес (Россия)",
        ru: "Контрольные: до 10 % часов, раз в 2,5 недели, не на первом и последнем уроке (Россия)",
        kk: "Бақылау жұмыстары: сағаттың 10 % дейін, 2,5 аптада бір, бірінші және соңғы сабақта емес (Ресей)",
        en: "Control works: 10 % of the hours, every 2.5 weeks, not at the first or last lesson (Russia)")
    static let debtDays = Text(
        ky: "Карыздын мөөнөтү, сабактан кийинки күн", ru: "Срок долга, дней после урока",
        kk: "Қарыздың мерзімі, сабақтан кейінгі күн", en: "A work is due so many days after the lesson")
    static let debtTurns = Text(
        ky: "Мөөнөтү өткөндө «•» эмнеге айланат", ru: "Чем становится «•», когда срок вышел",
        kk: "Мерзімі өткенде «•» неге айналады", en: "What “•” becomes when it is overdue")
    static let debtFrom = Text(
        ky: "Качантан өзгөрөт: жабылган мезгилге тийилбейт", ru: "С какого дня: закрытые периоды не затрагиваются",
        kk: "Қашаннан өзгереді: жабылған кезеңге тиілмейді", en: "From when: closed terms are not touched")
    static let stays = Text(ky: "«•» бойдон калат", ru: "остаётся «•»", kk: "«•» қалпында қалады", en: "it stays “•”")
    static let computed = Text(
        ky: "Жазылган белги өзгөрбөйт: мөөнөтү жана бүгүнкү күн боюнча эсептелет.",
        ru: "Записанный знак не меняется: считается по сроку и сегодняшнему дню.",
        kk: "Жазылған белгі өзгермейді: мерзімі мен бүгінгі күн бойынша есептеледі.",
        en: "The sign that was entered does not change: it is counted from its day and today.")
    static let checking = Text(
        ky: "Жазуу иштерин текшерүү, сабактан кийинки күн", ru: "Проверка письменных работ, дней после урока",
        kk: "Жазба жұмыстарын тексеру, сабақтан кейінгі күн", en: "Checking of written work, days after the lesson")
    static let checkingWhat = Text(
        ky: "Бош болсо жалпы мөөнөт иштейт.", ru: "Пусто — действует общий срок письменных работ.",
        kk: "Бос болса жалпы мерзім қолданылады.", en: "Empty: the deadline of written work holds.")

    static func enforcement(_ enforcement: Enforcement) -> Text {
        switch enforcement {
        case .off: Text(ky: "текшерилбейт", ru: "не проверять", kk: "тексерілмейді", en: "not checked")
        case .warn: Text(ky: "эскертүү", ru: "предупреждать", kk: "ескерту", en: "warn")
        case .refuse: Text(ky: "уруксат берилбейт", ru: "не разрешать", kk: "рұқсат берілмейді", en: "refuse")
        }
    }

    static func daysFromTo(_ range: ClosedRange<Int>) -> Text {
        let (least, most) = (range.lowerBound, range.upperBound)
        return Text(
            ky: "\(least)–\(most) күн жазыңыз", ru: "Напишите число дней от \(least) до \(most)",
            kk: "\(least)–\(most) күн жазыңыз", en: "Write a number of days from \(least) to \(most)")
    }

    static let count = Plural(
        ky: "иш", ru: ("работа", "работы", "работ"), kk: "жұмыс", en: ("work", "works"))
    static let debtCount = Plural(
        ky: "карыз", ru: ("долг", "долга", "долгов"), kk: "қарыз", en: ("debt", "debts"))
}
