import SchoolRules
import Web

enum YearSetupTexts {
    static let fromProfile = Text(
        ky: "Өлкөнүн жөндөөлөрүнөн алынган, өзгөртсө болот", ru: "Взято из настроек страны, можно менять",
        kk: "Елдің баптауларынан алынған, өзгертуге болады", en: "Taken from the country's settings, may be changed")
    static let readOnly = Text(
        ky: "Окуу жылын директордун орун басары өзгөртөт.", ru: "Учебный год меняет заместитель директора.",
        kk: "Оқу жылын директордың орынбасары өзгертеді.", en: "The deputy director changes the school year.")
    static let terms = Text(
        ky: "Чейректер жана жарым жылдыктар", ru: "Четверти и полугодия", kk: "Тоқсандар мен жартыжылдықтар",
        en: "Quarters and half-years")
    static let term = Text(ky: "Мезгил", ru: "Период", kk: "Кезең", en: "Term")
    static let from = Text(ky: "Башталышы", ru: "Начало", kk: "Басталуы", en: "From")
    static let to = Text(ky: "Аягы", ru: "Конец", kk: "Соңы", en: "To")
    static let grades = Text(ky: "Параллелдер", ru: "Классы", kk: "Параллельдер", en: "Grades")
    static let gradesHint = Text(
        ky: "мисалы, 1–4; бош — баары", ru: "например, 1–4; пусто — все", kk: "мысалы, 1–4; бос — барлығы",
        en: "such as 1–4; empty means all")
    static let allGrades = Text(ky: "баары", ru: "все", kk: "барлығы", en: "all")
    static let remove = Text(ky: "Алып салуу", ru: "Убрать", kk: "Алып тастау", en: "Remove")
    static let change = Text(ky: "Өзгөртүү", ru: "Изменить", kk: "Өзгерту", en: "Change")
    static let actions = Text(ky: "Аракеттер", ru: "Действия", kk: "Әрекеттер", en: "Actions")
    static let add = Text(ky: "Кошуу", ru: "Добавить", kk: "Қосу", en: "Add")
    static let addTerm = Text(ky: "Мезгил кошуу", ru: "Добавить период", kk: "Кезең қосу", en: "Add a term")
    static let addBells = Text(
        ky: "Коңгуроолордун жүгүртмөсүн кошуу", ru: "Добавить расписание звонков", kk: "Қоңырау кестесін қосу",
        en: "Add a bell schedule")
    static let closedTag = Text(ky: "жабылган", ru: "закрыт", kk: "жабық", en: "closed")
    static let kindWord = Text(ky: "Түрү", ru: "Вид", kk: "Түрі", en: "Kind")
    static let number = Text(ky: "Номери", ru: "Номер", kk: "Нөмірі", en: "Number")
    static let dates = Text(ky: "Күндөрү", ru: "Даты", kk: "Күндері", en: "Dates")
    static let name = Text(ky: "Аталышы", ru: "Название", kk: "Атауы", en: "Name")
    static let firstDay = Text(ky: "Биринчи күнү", ru: "Первый день", kk: "Бірінші күні", en: "First day")
    static let lastDay = Text(ky: "Акыркы күнү", ru: "Последний день", kk: "Соңғы күні", en: "Last day")
    static let start = Text(ky: "Башталышы", ru: "Начало", kk: "Басталуы", en: "Start")
    static let end = Text(ky: "Аягы", ru: "Конец", kk: "Соңы", en: "End")
    static let validFrom = Text(ky: "Кайсы күндөн тартып", ru: "Действует с", kk: "Қай күннен бастап", en: "Valid from")
    static let shiftWord = Text(ky: "Смена", ru: "Смена", kk: "Ауысым", en: "Shift")
    static let weekday = Text(ky: "Жуманын күнү", ru: "День недели", kk: "Апта күні", en: "Day of the week")
    static let anyDay = Text(ky: "ар күнү", ru: "любой", kk: "кез келген", en: "any")
    static let firstLesson = Text(
        ky: "Биринчи сабактын башталышы", ru: "Начало первого урока", kk: "Бірінші сабақтың басталуы",
        en: "First lesson begins")
    static let length = Text(
        ky: "Сабактын узактыгы, мүнөт", ru: "Длительность урока, мин", kk: "Сабақтың ұзақтығы, мин",
        en: "Length of a lesson, min")
    static let breaks = Text(ky: "Танапистер, мүнөт", ru: "Перемены, мин", kk: "Үзілістер, мин", en: "Breaks, min")
    static let breaksHint = Text(
        ky: "Боштук аркылуу; сабактардын саны танапистерден бирөөгө көп.",
        ru: "Через пробел; уроков на один больше, чем перемен.",
        kk: "Бос орын арқылы; сабақ саны үзілістен біреуге көп.",
        en: "Separated by spaces; there is one lesson more than breaks.")
    static let weekdays = Text(
        ky: "Сабак болгон күндөр", ru: "Учебные дни", kk: "Сабақ болатын күндер", en: "Days with lessons")
    static let weekCount = Text(
        ky: "А жана Б жумалары", ru: "Недели А и Б", kk: "А және Б апталары", en: "A and B weeks")
    static let noWeekday = Text(
        ky: "Сакталган жок: жок дегенде бир күндү белгилеңиз.", ru: "Не сохранено: отметьте хотя бы один день.",
        kk: "Сақталмады: кемінде бір күнді белгілеңіз.", en: "Not saved: mark at least one day.")
    static let noDay = Text(ky: "Күнүн көрсөтүңүз.", ru: "Укажите дату.", kk: "Күнін көрсетіңіз.", en: "Give a date.")
    static let noTime = Text(
        ky: "Убакытты көрсөтүңүз: 8:00.", ru: "Укажите время: 8:00.", kk: "Уақытты көрсетіңіз: 8:00.",
        en: "Give a time: 8:00.")
    static let noName = Text(
        ky: "Аталышын жазыңыз.", ru: "Напишите название.", kk: "Атауын жазыңыз.", en: "Give a name.")
    static let nameTooLong = Text(
        ky: "Өтө узун: 80 белгиге чейин.", ru: "Слишком длинно: до 80 знаков.", kk: "Тым ұзын: 80 таңбаға дейін.",
        en: "Too long: up to 80 characters.")
    static let badGrades = Text(
        ky: "Параллелди мындай жазыңыз: 1–4.", ru: "Напишите классы так: 1–4.", kk: "Параллельді былай жазыңыз: 1–4.",
        en: "Write the grades like this: 1–4.")
    static let badNumber = Text(
        ky: "Номери туура эмес.", ru: "Номер не подходит.", kk: "Нөмірі дұрыс емес.", en: "This number does not fit.")
    static let badLength = Text(
        ky: "20дан 90 мүнөткө чейин.", ru: "От 20 до 90 минут.", kk: "20-дан 90 минутқа дейін.",
        en: "From 20 to 90 minutes.")
    static let badBreaks = Text(
        ky: "Мүнөттөрдү мындай жазыңыз: 5 10 15.", ru: "Напишите минуты так: 5 10 15.",
        kk: "Минуттарды былай жазыңыз: 5 10 15.", en: "Write minutes like this: 5 10 15.")
    static let setExists = Text(
        ky: "Мындай жүгүртмө бар: ошону өзгөртүңүз.", ru: "Такое расписание уже есть: измените его.",
        kk: "Мұндай кесте бар: соны өзгертіңіз.", en: "There is such a schedule: change that one.")
    static let pastMidnight = Text(
        ky: "Сабактар түн ортосунан өтүп кетти.", ru: "Уроки выходят за полночь.",
        kk: "Сабақтар түн ортасынан асып кетті.",
        en: "The lessons run past midnight.")
    static let reversed = Text(
        ky: "Аягы башталышынан эрте.", ru: "Конец раньше начала.", kk: "Соңы басынан ерте.",
        en: "The end is before the beginning.")
    static let reversedTime = Text(
        ky: "Аягы башталышынан кеч болушу керек.", ru: "Конец должен быть позже начала.",
        kk: "Соңы басынан кеш болуы керек.", en: "The end must be after the start.")
    static let closed = Text(
        ky: "Бул мезгил жабылган. Аны кайра ачууну директор чечет.",
        ru: "Этот период закрыт. Открыть его снова решает директор.",
        kk: "Бұл кезең жабық. Оны қайта ашуды директор шешеді.",
        en: "This term is closed. Reopening it is for the director to decide.")
    static let sameTerm = Text(
        ky: "Бул параллелдерде мындай мезгил бар.", ru: "У этих классов такой период уже есть.",
        kk: "Бұл параллельдерде мұндай кезең бар.", en: "These grades already have this term.")
    static let notBeforeToday = Text(
        ky: "Бүгүндөн эрте эмес: өткөн сабактардын убактысы өзгөрбөйт.",
        ru: "Не раньше сегодняшнего дня: время прошедших уроков не меняется.",
        kk: "Бүгіннен ерте емес: өткен сабақтардың уақыты өзгермейді.",
        en: "Not before today: the times of past lessons do not change.")
    static let noBells = Text(
        ky: "Сакталган жок: жок дегенде бир сабак керек.", ru: "Не сохранено: нужен хотя бы один урок.",
        kk: "Сақталмады: кемінде бір сабақ керек.", en: "Not saved: at least one lesson is needed.")

    static func year(_ year: Int) -> Text {
        let span = "\(year)/\((year + 1) % 100)"
        return Text(
            ky: "\(span)-окуу жылы", ru: "Учебный год \(span)", kk: "\(span) оқу жылы", en: "School year \(span)")
    }

    static func outsideYear(_ year: Int) -> Text {
        Text(
            ky: "Күнү \(year)-жылдын 1-августунан кийинки 31-июлга чейин болушу керек.",
            ru: "Дата должна быть между 1 августа \(year) г. и следующим 31 июля.",
            kk: "Күні \(year) жылғы 1 тамыз бен келесі 31 шілденің арасында болуы керек.",
            en: "The date must lie between 1 August \(year) and the next 31 July.")
    }

    static func lessonsOverlap(_ later: Int, _ earlier: Int) -> Text {
        Text(
            ky: "\(later)-сабак \(earlier)-сабак бүткөнчө башталат.",
            ru: "\(later)-й урок начинается раньше, чем кончается \(earlier)-й.",
            kk: "\(later)-сабақ \(earlier)-сабақ аяқталғанша басталады.",
            en: "Lesson \(later) begins before lesson \(earlier) ends.")
    }

    static func kind(_ kind: TermKind) -> Text {
        switch kind {
        case .quarter: Text(ky: "чейрек", ru: "четверть", kk: "тоқсан", en: "quarter")
        case .halfYear: Text(ky: "жарым жылдык", ru: "полугодие", kk: "жартыжылдық", en: "half-year")
        case .trimester: Text(ky: "триместр", ru: "триместр", kk: "триместр", en: "trimester")
        case .module: Text(ky: "модуль", ru: "модуль", kk: "модуль", en: "module")
        }
    }

    static func term(_ term: TermRow) -> Text {
        let kind = kind(term.kind)
        let isNeuter = term.kind == .halfYear
        let isFeminine = term.kind == .quarter
        return Text(
            ky: "\(term.number)-\(kind.ky)",
            ru: "\(term.number)-\(isFeminine ? "я" : isNeuter ? "е" : "й") \(kind.ru)",
            kk: "\(term.number)-\(kind.kk)", en: "\(kind.en) \(term.number)")
    }

    static func overlap(_ later: Text, _ earlier: Text) -> Text {
        Text(
            ky: "\(later.ky) \(earlier.ky) бүткөнчө башталат.",
            ru: "\(later.ru) начинается раньше, чем кончается \(earlier.ru).",
            kk: "\(later.kk) \(earlier.kk) аяқталғанша басталады.",
            en: "The \(later.en) begins before the \(earlier.en) ends.")
    }

    static func dayOff(_ kind: DayOffKind) -> Text {
        switch kind {
        case .holiday: Text(ky: "майрам", ru: "праздник", kk: "мереке", en: "holiday")
        case .vacation: Text(ky: "каникул", ru: "каникулы", kk: "демалыс", en: "break")
        case .extraDayOff:
            Text(ky: "кошумча дем алыш", ru: "дополнительный выходной", kk: "қосымша демалыс", en: "extra day off")
        case .workingDay: Text(ky: "иш күнү", ru: "рабочий день", kk: "жұмыс күні", en: "working day")
        case .shortDay: Text(ky: "кыскартылган күн", ru: "сокращённый день", kk: "қысқартылған күн", en: "short day")
        }
    }

    static func dayKind(_ kind: DayKind) -> Text {
        switch kind {
        case .normal: Text(ky: "кадимки күн", ru: "обычный день", kk: "кәдімгі күн", en: "ordinary day")
        case .short: dayOff(.shortDay)
        }
    }

    static func shift(_ number: Int) -> Text {
        Text(ky: "\(number)-смена", ru: "\(number)-я смена", kk: "\(number)-ауысым", en: "Shift \(number)")
    }

    static func bellSet(_ key: BellSet.Key) -> Text {
        let shift = shift(key.shift)
        let kind = dayKind(key.kind)
        let day = key.weekday == 0 ? Text(same: "") : DateWords.weekday(key.weekday)
        let range = GradeRange.words(key.gradeFrom, key.gradeTo)
        func join(_ language: Language, _ grades: String) -> String {
            [shift[language], kind[language], day[language], range.isEmpty ? "" : grades]
                .filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return Text(
            ky: join(.ky, "\(range)-класс"), ru: join(.ru, "классы \(range)"), kk: join(.kk, "\(range)-сынып"),
            en: join(.en, "grades \(range)"))
    }

    static func count(_ count: WeekCount) -> Text {
        switch count {
        case .calendarWeeks:
            Text(
                ky: "1-сентябрдан баштап бардык жумалар", ru: "все недели с 1 сентября",
                kk: "1 қыркүйектен бастап барлық апта", en: "all weeks from 1 September")
        case .schoolWeeks:
            Text(
                ky: "сабак болгон жумалар гана", ru: "только недели с уроками", kk: "сабақ болатын апталар ғана",
                en: "only weeks with lessons")
        }
    }
}
