import SchoolRules
import Web

enum SetupTexts {
    static let list = Text(ky: "Даярдык", ru: "Готовность", kk: "Дайындық", en: "Set-up")
    static let backToList = Text(
        ky: "Даярдык тизмеси", ru: "Список готовности", kk: "Дайындық тізімі", en: "Set-up list")
    static let completeness = Text(
        ky: "Маалыматтын толуктугу", ru: "Полнота данных", kk: "Деректердің толықтығы", en: "Completeness")
    static let nextYear = Text(
        ky: "Жаңы окуу жылы", ru: "Новый учебный год", kk: "Жаңа оқу жылы", en: "New school year")
    static let practice = Text(ky: "Машыгуу классы", ru: "Учебный класс", kk: "Жаттығу сыныбы", en: "Practice class")
    static let practiceLetter = Text(ky: "машыгуу", ru: "учебный", kk: "жаттығу", en: "practice")
    static let practiceCountsNothing = Text(
        ky: "Мында жазылгандар эч жерде эсептелбейт.", ru: "Записанное здесь нигде не считается.",
        kk: "Мұнда жазылғандар еш жерде есептелмейді.", en: "Nothing written here counts anywhere.")
    static let practiceLeave = Text(
        ky: "Мектепке кайтуу", ru: "Вернуться в школу", kk: "Мектепке оралу", en: "Back to the school")
    static let trainings = Text(ky: "Окутуулар", ru: "Обучение", kk: "Оқыту", en: "Trainings")
    static let sections = Text(
        ky: "Даярдыктын бөлүмдөрү", ru: "Разделы подготовки", kk: "Дайындық бөлімдері", en: "Sections of set-up")

    static func practiceOf(_ school: String) -> Text {
        Text(
            ky: "Машыгуу классы · \(school)", ru: "Учебный класс · \(school)", kk: "Жаттығу сыныбы · \(school)",
            en: "Practice class · \(school)")
    }

    static func list(_ parts: [Text]) -> Text {
        func joined(_ language: Language) -> String { parts.map { $0[language] }.joined(separator: "; ") }
        return Text(ky: joined(.ky), ru: joined(.ru), kk: joined(.kk), en: joined(.en))
    }

    static func blocked(_ items: [Text]) -> Text {
        let what = items.map(\.self)
        func names(_ language: Language) -> String { what.map { $0[language].lowercased() }.joined(separator: ", ") }
        return Text(
            ky: "Биринчи сабакка чейин жетишпейт: \(names(.ky)).", ru: "До первого урока не хватает: \(names(.ru)).",
            kk: "Бірінші сабаққа дейін жетіспейді: \(names(.kk)).",
            en: "Missing before the first lesson: \(names(.en)).")
    }

    static func classesWithoutLoad(_ count: Int) -> Text {
        let classes = classCount(count)
        return Text(
            ky: "жүктөмү жок: \(classes.ky)", ru: "без нагрузки: \(classes.ru)", kk: "жүктемесіз: \(classes.kk)",
            en: "without load: \(classes.en)")
    }

    static func pagesWithoutTeacher(_ count: Int) -> Text {
        let pages = pageCount(count)
        return Text(
            ky: "мугалими жок: \(pages.ky)", ru: "без учителя: \(pages.ru)", kk: "мұғалімсіз: \(pages.kk)",
            en: "without a teacher: \(pages.en)")
    }

    static func loadToCheck(_ count: Int) -> Text {
        let pages = pageCount(count)
        return Text(
            ky: "былтыркыдан алынган, текшерүү керек: \(pages.ky)",
            ru: "взято из прошлого года, проверить: \(pages.ru)",
            kk: "былтырдан алынған, тексеру керек: \(pages.kk)", en: "taken over from last year, to check: \(pages.en)")
    }

    static func hoursUnplaced(_ hundredths: Int) -> Text {
        func hours(_ language: Language) -> String { HoursWords.number(hundredths, language) }
        return Text(
            ky: "коюлган эмес: жумасына \(hours(.ky)) саат", ru: "не расставлено: \(hours(.ru)) ч в неделю",
            kk: "қойылмаған: аптасына \(hours(.kk)) сағат", en: "not placed: \(hours(.en)) hours a week")
    }

    static let classCount = Plural(
        ky: "класс", ru: ("класс", "класса", "классов"), kk: "сынып", en: ("class", "classes"))
    static let pageCount = Plural(
        ky: "барак", ru: ("страница", "страницы", "страниц"), kk: "бет", en: ("page", "pages"))
    static let studentCount = Plural(
        ky: "окуучу", ru: ("ученик", "ученика", "учеников"), kk: "оқушы", en: ("student", "students"))
    static let personCount = Plural(
        ky: "адам", ru: ("человек", "человека", "человек"), kk: "адам", en: ("person", "people"))
    static let lessonCount = Plural(
        ky: "сабак", ru: ("урок", "урока", "уроков"), kk: "сабақ", en: ("lesson", "lessons"))
}

extension SetupLine {
    /// What to say where nothing is there.
    var absent: Text {
        switch self {
        case .terms: Text(ky: "чейректер жок", ru: "четвертей нет", kk: "тоқсандар жоқ", en: "there are no terms")
        case .bells: Text(ky: "коңгуроолор жок", ru: "звонков нет", kk: "қоңыраулар жоқ", en: "there are no bells")
        case .classes:
            Text(
                ky: "класстар жок: окуучулардын тизмеси менен кошо келет",
                ru: "классов нет: придут со списком учеников",
                kk: "сыныптар жоқ: оқушылар тізімімен бірге келеді", en: "no classes: they come with the students' list"
            )
        case .leaders:
            Text(
                ky: "класс жетекчилер дайындала элек", ru: "классные руководители не назначены",
                kk: "сынып жетекшілері тағайындалмаған", en: "no class teachers are named")
        case .staff:
            Text(
                ky: "мугалимдер киргизиле элек", ru: "учителя не внесены", kk: "мұғалімдер енгізілмеген",
                en: "the teachers are not entered")
        case .access:
            Text(
                ky: "эч кимге код берилген эмес", ru: "коды никому не выданы", kk: "ешкімге код берілмеген",
                en: "nobody has a code")
        case .students:
            Text(
                ky: "класстарда окуучу жок", ru: "в классах нет учеников", kk: "сыныптарда оқушы жоқ",
                en: "no class has students")
        case .guardians:
            Text(ky: "ата-энелер жок", ru: "родителей нет", kk: "ата-аналар жоқ", en: "there are no parents")
        case .load: Text(ky: "жүктөм жок", ru: "нагрузки нет", kk: "жүктеме жоқ", en: "there is no load")
        case .timetable:
            Text(
                ky: "жүгүртмө жарыялана элек", ru: "расписание не опубликовано", kk: "кесте жарияланбаған",
                en: "no timetable is published")
        case .rooms:
            Text(
                ky: "сабактардын кабинети жок", ru: "у уроков нет кабинетов", kk: "сабақтардың кабинеті жоқ",
                en: "lessons have no rooms")
        case .plans: Text(ky: "пландар жок", ru: "планов нет", kk: "жоспарлар жоқ", en: "there are no plans")
        case .subgroups:
            Text(
                ky: "класстар топторго бөлүнө элек", ru: "классы не поделены на группы",
                kk: "сыныптар топтарға бөлінбеген", en: "no class is divided")
        case .families:
            Text(
                ky: "үй-бүлөлөргө код берилген эмес", ru: "семьям коды не выданы", kk: "отбасыларға код берілмеген",
                en: "families have no codes")
        case .roles:
            Text(ky: "ролдор бериле элек", ru: "роли не даны", kk: "рөлдер берілмеген", en: "no roles are given")
        }
    }

    /// What to say where some are missing.
    func missing(_ count: Int) -> Text {
        switch self {
        case .terms, .bells, .classes, .leaders, .students: without(SetupTexts.classCount(count))
        case .guardians, .families: without(SetupTexts.studentCount(count))
        case .staff, .access: without(SetupTexts.personCount(count))
        case .load, .plans, .timetable, .subgroups: without(SetupTexts.pageCount(count))
        case .rooms: without(SetupTexts.lessonCount(count))
        case .roles:
            Text(
                ky: "берилбеген ролдор: \(count)", ru: "не дано ролей: \(count)", kk: "берілмеген рөлдер: \(count)",
                en: "roles not given: \(count)")
        }
    }

    private func without(_ count: Text) -> Text {
        switch self {
        case .terms, .bells:
            Text(
                ky: "бардык класстар үчүн эмес", ru: "не для всех классов", kk: "барлық сыныптарға емес",
                en: "not for every class")
        case .leaders:
            Text(
                ky: "жетекчиси жок: \(count.ky)", ru: "без руководителя: \(count.ru)", kk: "жетекшісіз: \(count.kk)",
                en: "without a class teacher: \(count.en)")
        case .students:
            Text(
                ky: "окуучусу жок: \(count.ky)", ru: "без учеников: \(count.ru)", kk: "оқушысыз: \(count.kk)",
                en: "without students: \(count.en)")
        case .guardians:
            Text(
                ky: "ата-энеси жок: \(count.ky)", ru: "без родителей: \(count.ru)", kk: "ата-анасыз: \(count.kk)",
                en: "without parents: \(count.en)")
        case .families, .access:
            Text(
                ky: "коду жок: \(count.ky)", ru: "без кода: \(count.ru)", kk: "кодсыз: \(count.kk)",
                en: "without a code: \(count.en)")
        case .plans:
            Text(
                ky: "планы жок: \(count.ky)", ru: "без плана: \(count.ru)", kk: "жоспарсыз: \(count.kk)",
                en: "without a plan: \(count.en)")
        case .subgroups:
            Text(
                ky: "окуучусу бөлүнө элек: \(count.ky)", ru: "без учеников: \(count.ru)",
                kk: "оқушысы бөлінбеген: \(count.kk)", en: "without students: \(count.en)")
        case .rooms:
            Text(
                ky: "кабинети жок: \(count.ky)", ru: "без кабинета: \(count.ru)", kk: "кабинетсіз: \(count.kk)",
                en: "without a room: \(count.en)")
        case .classes, .staff, .load, .timetable, .roles: count
        }
    }
}
