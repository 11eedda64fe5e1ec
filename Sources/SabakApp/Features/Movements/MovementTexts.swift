import SchoolRules
import Web

enum MovementTexts {
    static let book = Text(ky: "Кыймыл китеби", ru: "Книга движения", kk: "Қозғалыс кітабы", en: "Movement book")
    static let alphabet = Text(
        ky: "Алфавиттик китеп", ru: "Алфавитная книга", kk: "Алфавиттік кітап", en: "Alphabetical book")
    static let totals = Text(
        ky: "Кыймылдын жыйынтыгы", ru: "Итоги движения", kk: "Қозғалыс қорытындысы", en: "Totals of movement")
    static let books = Text(ky: "Китептер", ru: "Книги", kk: "Кітаптар", en: "Books")
    static let download = Text(ky: "Excel'ге", ru: "В Excel", kk: "Excel-ге", en: "To Excel")
    static let year = Text(ky: "Окуу жылы", ru: "Учебный год", kk: "Оқу жылы", en: "School year")
    static let schoolClass = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let kind = Text(ky: "Түрү", ru: "Вид", kk: "Түрі", en: "Kind")
    static let term = Text(ky: "Мезгил", ru: "Период", kk: "Кезең", en: "Period")
    static let wholeYear = Text(ky: "бүт жыл", ru: "весь год", kk: "бүкіл жыл", en: "the whole year")
    static let all = Text(ky: "Баары", ru: "Все", kk: "Барлығы", en: "All")
    static let show = Text(ky: "Көрсөтүү", ru: "Показать", kk: "Көрсету", en: "Show")
    static let search = Text(ky: "Фамилиясы же аты", ru: "Фамилия или имя", kk: "Тегі не аты", en: "Surname or name")
    static let fullName = Text(
        ky: "Фамилиясы, аты, атасынын аты", ru: "Фамилия, имя, отчество", kk: "Тегі, аты, әкесінің аты",
        en: "Surname, name, patronymic")
    static let born = Text(ky: "Туулган күнү", ru: "Дата рождения", kk: "Туған күні", en: "Born")
    static let sex = Text(ky: "Жынысы", ru: "Пол", kk: "Жынысы", en: "Sex")
    static let girl = Text(ky: "к", ru: "ж", kk: "қ", en: "f")
    static let boy = Text(ky: "у", ru: "м", kk: "ұ", en: "m")
    static let what = Text(ky: "Кыймыл", ru: "Движение", kk: "Қозғалыс", en: "Movement")
    static let day = Text(ky: "Күнү", ru: "Дата", kk: "Күні", en: "Day")
    static let order = Text(ky: "Буйрук", ru: "Приказ", kk: "Бұйрық", en: "Order")
    static let address = Text(ky: "Дареги", ru: "Адрес", kk: "Мекенжайы", en: "Address")
    static let whence = Text(
        ky: "Кайдан / кайда, себеби", ru: "Откуда / куда, причина", kk: "Қайдан / қайда, себебі",
        en: "From / to, reason")
    static let entered = Text(ky: "Кабыл алынды", ru: "Принят(а)", kk: "Қабылданды", en: "Entered")
    static let gone = Text(ky: "Кетти", ru: "Выбыл(а)", kk: "Кетті", en: "Left")
    static let entryDay = Text(ky: "Кабыл алынган күнү", ru: "Дата приёма", kk: "Қабылданған күні", en: "Day of entry")
    static let entryClass = Text(ky: "Кайсы класска", ru: "В какой класс", kk: "Қай сыныпқа", en: "Into class")
    static let leaveDay = Text(ky: "Кеткен күнү", ru: "Дата выбытия", kk: "Кеткен күні", en: "Day of leaving")
    static let leaveClass = Text(ky: "Кайсы класстан", ru: "Из какого класса", kk: "Қай сыныптан", en: "From class")
    static let destination = Text(ky: "Кайда кетти", ru: "Куда", kk: "Қайда кетті", en: "Where to")
    static let reason = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let document = Text(
        ky: "Берилген документ", ru: "Выданный документ", kk: "Берілген құжат", en: "Document given")
    static let fromClass = Text(ky: "Класстан", ru: "Из класса", kk: "Сыныптан", en: "From class")
    static let toClass = Text(ky: "Класска", ru: "В класс", kk: "Сыныпқа", en: "To class")
    static let orderNumber = MovementWords.orderNumber
    static let orderDay = MovementWords.orderDay
    static let place = Text(ky: "Мектеп, шаар", ru: "Школа, город", kk: "Мектеп, қала", en: "School, town")
    static let note = MovementWords.note
    static let atStart = Text(ky: "Башында", ru: "На начало", kk: "Басында", en: "At the start")
    static let arrived = Text(ky: "Келди", ru: "Прибыло", kk: "Келді", en: "Arrived")
    static let movedIn = Text(
        ky: "Башка класстан", ru: "Из других классов", kk: "Басқа сыныптан", en: "From other classes")
    static let left = Text(ky: "Кетти", ru: "Выбыло", kk: "Кетті", en: "Left")
    static let movedOut = Text(
        ky: "Башка класска", ru: "В другие классы", kk: "Басқа сыныпқа", en: "To other classes")
    static let atEnd = Text(ky: "Аягында", ru: "На конец", kk: "Аяғында", en: "At the end")
    static let school = Text(ky: "Мектеп боюнча", ru: "По школе", kk: "Мектеп бойынша", en: "The school")
    static let letters = Text(ky: "Тамгалар", ru: "Буквы", kk: "Әріптер", en: "Letters")
    static let pages = Text(ky: "Барактар", ru: "Страницы", kk: "Беттер", en: "Pages")
    static let nothing = Text(
        ky: "Мындай жазуу жок.", ru: "Таких записей нет.", kk: "Мұндай жазба жоқ.", en: "There is no such line.")
    static let again = Text(ky: "кайтып келди", ru: "вернулся(ась)", kk: "қайта келді", en: "came back")
    static let signatures = Text(
        ky: "Иш кагаздарын жүргүзүүчү ________  Директор ________",
        ru: "Делопроизводитель ________  Директор ________",
        kk: "Іс жүргізуші ________  Директор ________", en: "Clerk ________  Director ________")

    static let correctTitle = Text(
        ky: "Жазууну оңдоо", ru: "Исправление записи", kk: "Жазбаны түзету", en: "Correct a line")
    static let correctWhat = Text(
        ky: "Эски жазуу китепте сызылып калат, ордуна жаңысы жазылат.",
        ru: "Прежняя запись останется в книге зачёркнутой, вместо неё появится новая.",
        kk: "Бұрынғы жазба кітапта сызылып қалады, орнына жаңасы жазылады.",
        en: "The old line stays in the book, crossed out; a new one takes its place.")
    static let effective = Text(ky: "Кайсы күндөн", ru: "С какого дня", kk: "Қай күннен", en: "From which day")
    static let lastDay = Text(
        ky: "Мектептеги акыркы күнү", ru: "Последний день в школе", kk: "Мектептегі соңғы күні",
        en: "Last day at school")
    static let dayFixed = Text(
        ky: "Күнүн өзгөртүү үчүн алгач кийинки жазууларды жокко чыгарыңыз.",
        ru: "Чтобы изменить дату, сначала отмените более поздние записи.",
        kk: "Күнін өзгерту үшін алдымен кейінгі жазбалардың күшін жойыңыз.",
        en: "To change the day, withdraw the later lines first.")
    static let withdrawTitle = Text(
        ky: "Жазууну жокко чыгаруу", ru: "Отменить запись", kk: "Жазбаның күшін жою", en: "Withdraw the line")
    static let withdrawWhat = Text(
        ky: "Окуучу бул жазууга чейинки ордуна кайтат.", ru: "Ученик вернётся туда, где был до этой записи.",
        kk: "Оқушы осы жазбаға дейінгі орнына қайтады.", en: "The student goes back to where he was before this line.")
    static let why = Text(ky: "Эмне үчүн", ru: "Почему", kk: "Неге", en: "Why")
    static let sayWhy = Text(
        ky: "Себебин жазыңыз.", ru: "Напишите причину.", kk: "Себебін жазыңыз.", en: "Give the reason.")
    static let isWithdrawn = Text(
        ky: "Бул жазуу жокко чыгарылган.", ru: "Эта запись отменена.", kk: "Бұл жазбаның күші жойылған.",
        en: "This line is withdrawn.")
    static let dayOutside = Text(
        ky: "Бул күн мурунку жазуулар менен дал келбейт.", ru: "Эта дата не согласуется с прежними записями.",
        kk: "Бұл күн бұрынғы жазбалармен сәйкес келмейді.", en: "This day does not fit the earlier lines.")
    /// Kept in the line itself, said in words where it is shown.
    static let correctedCode = "corrected"
    static let notLatest = Refusal(
        status: .conflict, code: "not_latest",
        title: Text(
            ky: "Андан кийин дагы жазуу бар", ru: "После этой записи есть более поздние",
            kk: "Бұдан кейін тағы жазба бар", en: "There are later lines"), advice: dayFixed)
    static let hasEntries = Refusal(
        status: .conflict, code: "has_entries",
        title: Text(
            ky: "Мугалимдер бул күндөрү баа же катышуу жазган",
            ru: "За эти дни учителя уже записали оценки или пропуски",
            kk: "Мұғалімдер бұл күндері баға не қатысуды жазған",
            en: "Teachers have recorded marks or absences on these days"),
        advice: Text(
            ky: "Окуучуну класстан которуңуз же мектептен чыгарыңыз: жазылгандар өз ордунда калат.",
            ru: "Оформите перевод или выбытие: записи учителей останутся на своих местах.",
            kk: "Оқушыны басқа сыныпқа ауыстырыңыз не мектептен шығарыңыз: жазылғандар орнында қалады.",
            en: "Move the student or let the student leave: what is recorded stays where it is."))

    static func kind(_ kind: MovementWish.Kind) -> Text {
        switch kind {
        case .all: all
        case .arrived: Text(ky: "Келгендер", ru: "Прибывшие", kk: "Келгендер", en: "Arrived")
        case .left: Text(ky: "Кеткендер", ru: "Выбывшие", kk: "Кеткендер", en: "Left")
        case .moved: Text(ky: "Класс алмашкандар", ru: "Переводы", kk: "Сынып ауыстырғандар", en: "Moved class")
        case .noOrder: Text(ky: "Буйругу жоктор", ru: "Без приказа", kk: "Бұйрығы жоқтар", en: "Without an order")
        }
    }

    static func term(_ term: Term) -> Text {
        switch term.kind {
        case .quarter:
            Text(
                ky: "\(term.number)-чейрек", ru: "\(term.number)-я четверть", kk: "\(term.number)-тоқсан",
                en: "quarter \(term.number)")
        case .halfYear:
            Text(
                ky: "\(term.number)-жарым жылдык", ru: "\(term.number)-е полугодие", kk: "\(term.number)-жартыжылдық",
                en: "half-year \(term.number)")
        case .trimester:
            Text(
                ky: "\(term.number)-триместр", ru: "\(term.number)-й триместр", kk: "\(term.number)-триместр",
                en: "trimester \(term.number)")
        case .module:
            Text(
                ky: "\(term.number)-модуль", ru: "\(term.number)-й модуль", kk: "\(term.number)-модуль",
                en: "module \(term.number)")
        }
    }

    static func span(_ from: Day, _ to: Day) -> Text { Text(same: "\(from.short) – \(to.short)") }
    static func lines(_ count: Int) -> Text { lineCount(count) }
    static func students(_ count: Int) -> Text { studentCount(count) }
    static func grade(_ grade: Int) -> Text {
        Text(ky: "\(grade)-класстар", ru: "\(grade)-е классы", kk: "\(grade)-сыныптар", en: "grade \(grade)")
    }

    private static let lineCount = Plural(
        ky: "жазуу", ru: ("запись", "записи", "записей"), kk: "жазба", en: ("line", "lines"))
    private static let studentCount = Plural(
        ky: "окуучу", ru: ("ученик", "ученика", "учеников"), kk: "оқушы", en: ("student", "students"))
}
