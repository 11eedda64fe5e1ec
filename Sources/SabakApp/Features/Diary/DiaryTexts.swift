import SchoolRules
import Web

enum DiaryTexts {
    static let diary = Text(ky: "Күндөлүк", ru: "Дневник", kk: "Күнделік", en: "Diary")
    static let children = Text(ky: "Балдар", ru: "Дети", kk: "Балалар", en: "Children")
    static let noChildren = Text(
        ky: "Сизге азырынча бала байланышкан эмес. Класс жетекчиге кайрылыңыз.",
        ru: "К вам пока не привязан ни один ребёнок. Обратитесь к классному руководителю.",
        kk: "Сізге әзірге бала байланыстырылмаған. Сынып жетекшісіне хабарласыңыз.",
        en: "No child is linked to you yet. Please ask the class teacher.")
    static let daysOfWeek = Text(
        ky: "Жуманын күндөрү", ru: "Дни недели", kk: "Апта күндері", en: "Days of the week")
    static let previousWeek = Text(
        ky: "Мурунку жума", ru: "Предыдущая неделя", kk: "Алдыңғы апта", en: "Previous week")
    static let nextWeek = Text(ky: "Кийинки жума", ru: "Следующая неделя", kk: "Келесі апта", en: "Next week")
    static let thisWeek = Text(ky: "Бул жума", ru: "Эта неделя", kk: "Осы апта", en: "This week")
    static let restOfWeek = Text(
        ky: "Жуманын калган күндөрү", ru: "Остальные дни недели", kk: "Аптаның басқа күндері",
        en: "Other days of the week")
    static let chooseWeek = Text(ky: "Жуманы тандоо", ru: "Выбор недели", kk: "Аптаны таңдау", en: "Choose a week")
    static let week = Text(ky: "Жума", ru: "Неделя", kk: "Апта", en: "Week")
    static let day = Text(ky: "Күн", ru: "День", kk: "Күн", en: "Day")
    static let hasNews = Text(
        ky: "жаңы баа бар", ru: "есть новая оценка", kk: "жаңа баға бар", en: "has a new mark")
    static let news = Plural(ky: "жаңы", ru: ("новая", "новые", "новых"), kk: "жаңа", en: ("new", "new"))
    static let newMarks = Text(ky: "Жаңы баалар", ru: "Новые оценки", kk: "Жаңа бағалар", en: "New marks")
    static let now = Text(ky: "эми", ru: "теперь", kk: "енді", en: "now")
    static let corrected = Text(ky: "оңдолду", ru: "исправлена", kk: "түзетілді", en: "corrected")
    static let withdrawn = Text(ky: "алынып салынды", ru: "снята", kk: "алынып тасталды", en: "withdrawn")
    static let today = Text(ky: "бүгүн", ru: "сегодня", kk: "бүгін", en: "today")
    static let yesterday = Text(ky: "кечээ", ru: "вчера", kk: "кеше", en: "yesterday")
    static let lessons = Text(ky: "Сабактар", ru: "Уроки", kk: "Сабақтар", en: "Lessons")
    static let lessonCount = Plural(
        ky: "сабак", ru: ("урок", "урока", "уроков"), kk: "сабақ", en: ("lesson", "lessons"))
    static let noLessons = Text(
        ky: "Бул күнү сабак жок", ru: "В этот день уроков нет", kk: "Бұл күні сабақ жоқ", en: "No lessons on this day")
    static let substitution = Text(ky: "алмаштыруу", ru: "замена", kk: "алмастыру", en: "substitution")
    static let cancelled = Text(ky: "жокко чыгарылды", ru: "отменён", kk: "болмайды", en: "cancelled")
    static let added = Text(ky: "кошумча сабак", ru: "дополнительный урок", kk: "қосымша сабақ", en: "extra lesson")
    static let moved = Text(ky: "жылдырылды", ru: "перенесён", kk: "ауыстырылды", en: "moved")
    static let planned = Text(ky: "пландалган", ru: "по плану", kk: "жоспарда", en: "planned")
    static let remark = Text(ky: "Эскертүү", ru: "Замечание", kk: "Ескерту", en: "Remark")
    static let minutes = Plural(
        ky: "мүнөт", ru: ("минута", "минуты", "минут"), kk: "минут", en: ("minute", "minutes"))
    static let tell = Text(
        ky: "Келбейт деп билдирүү", ru: "Сообщить об отсутствии", kk: "Келмейтінін хабарлау",
        en: "Tell about an absence")
    static let told = Text(
        ky: "Мектепке билдирилген", ru: "Школе сообщено", kk: "Мектепке хабарланған", en: "The school was told")
    static let homework = Text(
        ky: "Үй тапшырмасы", ru: "Домашнее задание", kk: "Үй тапсырмасы", en: "Homework")
    static let noHomework = Text(
        ky: "үй тапшырмасы жок", ru: "без задания", kk: "үй тапсырмасы жоқ", en: "no homework")
    static let nothingAhead = Text(
        ky: "Азырынча үй тапшырмасы жок", ru: "Пока ничего не задано", kk: "Әзірге үй тапсырмасы жоқ",
        en: "No homework so far")
    static let ownHomework = Text(
        ky: "жеке тапшырма", ru: "индивидуально", kk: "жеке тапсырма", en: "for this student only")
    static let done = Text(ky: "Аткарылды", ru: "Сделано", kk: "Орындалды", en: "Done")
    static let announcedWorks = Text(
        ky: "Алдыдагы текшерүү иштери", ru: "Предстоящие контрольные", kk: "Алдағы бақылау жұмыстары",
        en: "Tests ahead")
    static let allWorks = Text(
        ky: "Бардык текшерүү иштери жана карыздар", ru: "Все контрольные и долги",
        kk: "Барлық бақылау жұмыстары мен қарыздар", en: "All works and what is owed")
    static let subject = Text(ky: "Сабак", ru: "Урок", kk: "Сабақ", en: "Lesson")
    static let mark = Text(ky: "Баа", ru: "Оценка", kk: "Баға", en: "Mark")
    static let classTeacher = Text(
        ky: "Класс жетекчи", ru: "Классный руководитель", kk: "Сынып жетекшісі", en: "Class teacher")
    static let parent = Text(ky: "Ата-эне", ru: "Родитель", kk: "Ата-ана", en: "Parent")
    static let preview = Text(
        ky: "Үй-бүлө күндөлүктү ушундай көрөт. Ким, качан караганы жазылып калат.",
        ru: "Так дневник видит семья. Кто и когда его смотрел, записывается.",
        kk: "Отбасы күнделікті осылай көреді. Кім, қашан қарағаны жазылады.",
        en: "This is what the family sees. Who looked at it and when is recorded.")
    static let wrongWeek = Text(
        ky: "Мындай жума жок", ru: "Такой недели нет", kk: "Мұндай апта жоқ", en: "There is no such week")
    static let wrongDay = Text(
        ky: "Мындай күн жок", ru: "Такого дня нет", kk: "Мұндай күн жоқ", en: "There is no such day")
    static let wrongTerm = Text(
        ky: "Мындай мезгил жок", ru: "Такого периода нет", kk: "Мұндай кезең жоқ", en: "There is no such term")

    static func term(_ term: DiaryTerm) -> Text {
        let number = term.number
        return switch term.kind {
        case .quarter:
            Text(ky: "\(number)-чейрек", ru: "\(number)-я четверть", kk: "\(number)-тоқсан", en: "Quarter \(number)")
        case .halfYear:
            Text(
                ky: "\(number)-жарым жылдык", ru: "\(number)-е полугодие", kk: "\(number)-жартыжылдық",
                en: "Half-year \(number)")
        case .trimester:
            Text(
                ky: "\(number)-триместр", ru: "\(number)-й триместр", kk: "\(number)-триместр",
                en: "Trimester \(number)")
        case .module:
            Text(ky: "\(number)-модуль", ru: "\(number)-й модуль", kk: "\(number)-модуль", en: "Module \(number)")
        }
    }

    static func weekOfTerm(_ number: Int) -> Text {
        Text(ky: "\(number)-жума", ru: "\(number)-я неделя", kk: "\(number)-апта", en: "week \(number)")
    }

    static func moreNew(_ count: Int) -> Text {
        Text(ky: "Дагы \(count)", ru: "Ещё \(count)", kk: "Тағы \(count)", en: "\(count) more")
    }

    /// "оценка за 23 ноября"; Kyrgyz and Kazakh name the day alone, which needs no case.
    static func markOf(_ day: Day) -> Text {
        Text(
            ky: day.words(.ky), ru: "оценка за \(day.words(.ru))", kk: day.words(.kk),
            en: "mark of \(day.words(.en))")
    }

    static func movedFrom(_ day: Day) -> Text {
        Text(
            ky: "жылдырылды: \(day.words(.ky))", ru: "перенесён с \(day.words(.ru))",
            kk: "ауыстырылды: \(day.words(.kk))", en: "moved from \(day.words(.en))")
    }

    /// A number is called a room; a name, such as a gym, stands for itself.
    static func room(_ room: String) -> Text {
        guard room.first?.isNumber == true else { return Text(same: room) }
        return Text(ky: "\(room)-каб.", ru: "каб. \(room)", kk: "\(room)-каб.", en: "room \(room)")
    }

    /// "Домашнее задание на понедельник, 23 ноября".
    static func homeworkFor(_ day: Day, today: Day) -> Text {
        if day == today {
            return Text(
                ky: "Бүгүнкү үй тапшырмасы", ru: "Домашнее задание на сегодня", kk: "Бүгінгі үй тапсырмасы",
                en: "Homework for today")
        }
        if day == today.adding(1) {
            return Text(
                ky: "Эртеңки үй тапшырмасы", ru: "Домашнее задание на завтра", kk: "Ертеңгі үй тапсырмасы",
                en: "Homework for tomorrow")
        }
        let name = weekdayFor[day.weekday - 1]
        return Text(
            ky: "\(name.ky) үй тапшырмасы, \(day.words(.ky))",
            ru: "Домашнее задание на \(name.ru), \(day.words(.ru))",
            kk: "\(name.kk) үй тапсырмасы, \(day.words(.kk))", en: "Homework for \(name.en), \(day.words(.en))")
    }

    private static let weekdayFor = [
        Text(ky: "Дүйшөмбүгө", ru: "понедельник", kk: "Дүйсенбіге", en: "Monday"),
        Text(ky: "Шейшембиге", ru: "вторник", kk: "Сейсенбіге", en: "Tuesday"),
        Text(ky: "Шаршембиге", ru: "среду", kk: "Сәрсенбіге", en: "Wednesday"),
        Text(ky: "Бейшембиге", ru: "четверг", kk: "Бейсенбіге", en: "Thursday"),
        Text(ky: "Жумага", ru: "пятницу", kk: "Жұмаға", en: "Friday"),
        Text(ky: "Ишембиге", ru: "субботу", kk: "Сенбіге", en: "Saturday"),
        Text(ky: "Жекшембиге", ru: "воскресенье", kk: "Жексенбіге", en: "Sunday"),
    ]
}

extension Day {
    /// "Бүгүн, жума", "Пятница".
    func heading(_ language: Language, today: Day) -> String {
        let weekday = weekdayWord(language)
        return self == today ? DiaryTexts.today[language].capitalizedFirst + ", " + weekday : weekday.capitalizedFirst
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// A name in the middle of a line. What is no word of letters, such as `SAT`, stays as it is.
    var lowercasedFirst: String {
        dropFirst().first?.isLowercase == true ? prefix(1).lowercased() + dropFirst() : self
    }
}
