import Web

enum ControlTexts {
    /// From this many days on a debt is shown as old.
    static let longAge = 5

    static let title = Text(
        ky: "Журналдын толтурулушу", ru: "Заполнение журналов", kk: "Журналдың толтырылуы", en: "Journals kept up")
    static let views = Text(ky: "Чыпка", ru: "Что показать", kk: "Сүзгі", en: "What to show")
    static let full = Text(ky: "толук", ru: "всё записано", kk: "толық", en: "complete")
    static let everything = Text(
        ky: "Баарын көрсөтүү", ru: "Показать все", kk: "Барлығын көрсету", en: "Show all")
    static let across = Text(
        ky: "Класс аралык топтор", ru: "Группы из разных классов", kk: "Сыныпаралық топтар",
        en: "Groups across classes")
    static let mapCaption = Text(
        ky: "Класстар боюнча толтурулбаган сабактар", ru: "Незаполненные уроки по классам",
        kk: "Сыныптар бойынша толтырылмаған сабақтар", en: "Lessons not recorded, by class")
    static let legend = Text(
        ky: "Сан: толтурулбаган сабактар. Астында: эң эскисинин жашы. Бош уяча: класс толук.",
        ru: "Число — незаполненные уроки, ниже — сколько ждёт самый старый. Пустая клетка — всё записано.",
        kk: "Сан: толтырылмаған сабақтар. Астында: ең ескісінің жасы. Бос ұяшық: сынып толық.",
        en: "The number: lessons not recorded. Below: the age of the oldest. An empty square: complete.")
    static let oldestFirst = Text(
        ky: "Эң эскилери өйдөдө", ru: "Самые старые сверху", kk: "Ең ескілері жоғарыда", en: "Oldest first")
    static let allHeading = Text(
        ky: "Бардык барактар", ru: "Все страницы", kk: "Барлық беттер", en: "All pages")
    static let nothingOpen = Text(
        ky: "Бардык өткөн сабактар толук жазылган.", ru: "Все прошедшие уроки записаны полностью.",
        kk: "Өткен сабақтардың бәрі толық жазылған.", en: "All lessons held are recorded in full.")
    static let nothingLate = Text(
        ky: "Кечигип жазылгандар жок.", ru: "Записей с опозданием нет.", kk: "Кешігіп жазылғандар жоқ.",
        en: "Nothing was entered late.")
    static let age = Text(ky: "Жашы", ru: "Сколько ждёт", kk: "Жасы", en: "Age")
    static let schoolClass = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let teacher = Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
    static let lessons = Text(ky: "Сабак", ru: "Уроков", kk: "Сабақ", en: "Lessons")
    static let held = Text(ky: "Өттү", ru: "Прошло", kk: "Өтті", en: "Held")
    static let recorded = Text(
        ky: "Толук жазылды", ru: "Записано полностью", kk: "Толық жазылды", en: "Recorded in full")
    static let missing = Text(ky: "Эмне жок", ru: "Чего нет", kk: "Не жоқ", en: "What is missing")
    static let newest = Text(ky: "Акыркысы", ru: "Последний раз", kk: "Соңғысы", en: "Latest")
    static let uncheckedHeading = Text(
        ky: "Мөөнөтүндө текшерилбеген жазуу иштери", ru: "Письменные работы, не проверенные в срок",
        kk: "Мерзімінде тексерілмеген жазба жұмыстары", en: "Written work not checked in time")
    static let allChecked = Text(
        ky: "Жазуу иштеринин баары текшерилген.", ru: "Все письменные работы проверены.",
        kk: "Жазба жұмыстарының бәрі тексерілген.", en: "All written work is checked.")
    static let checkUntil = Text(ky: "Мөөнөтү", ru: "Срок", kk: "Мерзімі", en: "Due")
    static let workHead = Text(ky: "Иш", ru: "Работа", kk: "Жұмыс", en: "Work")
    static let whatLate = Text(ky: "Эмне кечикти", ru: "Что записано поздно", kk: "Не кешікті", en: "What was late")
    static let noTeacher = Text(
        ky: "мугалим дайындала элек", ru: "учитель не назначен", kk: "мұғалім тағайындалмаған", en: "no teacher named")
    static let substitute = Text(ky: "алмаштыруу", ru: "замена", kk: "алмастыру", en: "substitution")
    static let singles = Text(
        ky: "Сабактар", ru: "Уроки", kk: "Сабақтар", en: "The lessons")
    static let lessonHead = Text(ky: "Сабак", ru: "Урок", kk: "Сабақ", en: "Lesson")
    static let nothing = Text(ky: "эч нерсе жок", ru: "ничего нет", kk: "ештеңе жоқ", en: "nothing")
    static let topic = Text(ky: "тема", ru: "тема", kk: "тақырып", en: "topic")
    static let roll = Text(ky: "катышуу", ru: "посещаемость", kk: "қатысу", en: "roll")
    static let homework = Text(ky: "үй тапшырмасы", ru: "домашнее задание", kk: "үй тапсырмасы", en: "homework")
    static let marks = Text(ky: "баа", ru: "оценки", kk: "баға", en: "marks")

    static let changes = Text(
        ky: "Өзгөртүүлөр тарыхы", ru: "История изменений", kk: "Өзгерістер тарихы", en: "History of changes")
    static let changesWhat = Text(
        ky: "Эң жаңылары өйдөдө. Тарыхты ачканыңыз да жазылат.",
        ru: "Новые сверху. То, что вы открыли историю, тоже записывается.",
        kk: "Жаңалары жоғарыда. Тарихты ашқаныңыз да жазылады.",
        en: "Newest first. That you opened the history is recorded as well.")
    static let dataChecks = Text(
        ky: "Маалыматтарды текшерүү", ru: "Проверка данных", kk: "Деректерді тексеру", en: "Checks of data")
    static let when = Text(ky: "Качан", ru: "Когда", kk: "Қашан", en: "When")
    static let who = Text(ky: "Ким", ru: "Кто", kk: "Кім", en: "Who")
    static let what = Text(ky: "Эмне", ru: "Что", kk: "Не", en: "What")
    static let change = Text(ky: "Мурда → азыр", ru: "Было → стало", kk: "Бұрын → қазір", en: "Before → after")
    static let reason = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let empty = Text(ky: "бош", ru: "пусто", kk: "бос", en: "empty")
    static let program = Text(ky: "программа", ru: "программа", kk: "бағдарлама", en: "the program")
    static let pages = Text(ky: "Барактар", ru: "Страницы", kk: "Беттер", en: "Pages")
    static let older = Text(ky: "Мурункулары", ru: "Более ранние", kk: "Бұрынғылары", en: "Older")

    static func view(_ view: ControlWish.View) -> Text {
        switch view {
        case .open: Text(ky: "Толтурулбагандар", ru: "Незаполненные", kk: "Толтырылмағандар", en: "Not recorded")
        case .late: Text(ky: "Кечигип", ru: "С опозданием", kk: "Кешігіп", en: "Late")
        case .unchecked: Text(ky: "Текшериле элек", ru: "Не проверены", kk: "Тексерілмеген", en: "Not checked")
        case .all: Text(ky: "Баары", ru: "Все", kk: "Барлығы", en: "All")
        }
    }

    static func age(_ days: Int) -> Text { days == 0 ? todayWord : dayCount(days) }

    static func classes(_ count: Int) -> Text { classCount(count) }

    static func lesson(_ number: Int) -> Text {
        Text(ky: "\(number)-сабак", ru: "\(number)-й урок", kk: "\(number)-сабақ", en: "lesson \(number)")
    }

    static func lateHeading(_ days: Int) -> Text {
        Text(
            ky: "Акыркы \(days) күндө кечигип жазылгандар", ru: "Записано с опозданием за последние \(days) дней",
            kk: "Соңғы \(days) күнде кешігіп жазылғандар", en: "Entered late in the last \(days) days")
    }

    static func summary(classes: Int, full: Int, open: Int) -> Text {
        let (all, rest, debts) = (classCount(classes), classCount(classes - full), lessonCount(open))
        guard open > 0 else {
            return Text(
                ky: "\(all.ky), баары толук", ru: "\(all.ru), всё записано", kk: "\(all.kk), барлығы толық",
                en: "\(all.en), all complete")
        }
        return Text(
            ky: "\(all.ky): \(full) толук, \(rest.ky)та \(debts.ky) толтурулган эмес",
            ru: "\(all.ru): полностью — \(full), не записано \(debts.ru)",
            kk: "\(all.kk): \(full) толық, \(classes - full) сыныпта \(debts.kk) толтырылмаған",
            en: "\(all.en): \(full) complete, \(rest.en) with \(debts.en) not recorded")
    }

    static func missing(_ tally: ControlQueries.Tally) -> Text {
        if tally.nothing == tally.open { return nothing }
        return list(
            [(topic, tally.topic), (roll, tally.roll), (homework, tally.homework)], of: tally.open)
    }

    static func missing(_ lesson: ControlQueries.OpenLesson) -> Text {
        if lesson.topic && lesson.roll && lesson.homework { return nothing }
        return list(
            [(topic, lesson.topic ? 1 : 0), (roll, lesson.roll ? 1 : 0), (homework, lesson.homework ? 1 : 0)], of: 1)
    }

    static func late(_ tally: ControlQueries.LateTally) -> Text {
        list([(topic, tally.topic), (roll, tally.roll), (homework, tally.homework), (marks, tally.marks)], of: 0)
    }

    /// A part of a lesson, as the chain names it.
    static func part(_ name: String) -> Text {
        switch name {
        case "topic": topic
        case "roll": roll
        case "homework": homework
        case "none": Text(ky: "үй тапшырмасы жок", ru: "без задания", kk: "үй тапсырмасыз", en: "no homework")
        case "material": Text(ky: "материал", ru: "материал", kk: "материал", en: "material")
        case "kind": Text(ky: "иштин түрү", ru: "вид работы", kk: "жұмыс түрі", en: "kind of work")
        case "plan": Text(ky: "пландын темасы", ru: "тема плана", kk: "жоспар тақырыбы", en: "topic of the plan")
        default: Text(same: name)
        }
    }

    /// What happened, from the name the chain keeps it under.
    static func action(_ name: String) -> Text {
        if let known = actions[name] { return known }
        return nouns[String(name.prefix { $0 != "." })] ?? Text(same: name)
    }

    static func hasWords(forAction name: String) -> Bool {
        actions[name] != nil || nouns[String(name.prefix { $0 != "." })] != nil
    }

    /// "тема 4, катышуу 6"; a part that lacks everywhere goes without its number.
    private static func list(_ parts: [(name: Text, count: Int)], of whole: Int) -> Text {
        func words(_ language: Language) -> String {
            parts.filter { $0.count > 0 }
                .map { $0.count == whole ? $0.name[language] : "\($0.name[language]) \($0.count)" }
                .joined(separator: ", ")
        }
        return Text(ky: words(.ky), ru: words(.ru), kk: words(.kk), en: words(.en))
    }

    private static let todayWord = Text(ky: "бүгүн", ru: "сегодня", kk: "бүгін", en: "today")
    private static let dayCount = Plural(ky: "күн", ru: ("день", "дня", "дней"), kk: "күн", en: ("day", "days"))
    private static let classCount = Plural(
        ky: "класс", ru: ("класс", "класса", "классов"), kk: "сынып", en: ("class", "classes"))
    private static let lessonCount = Plural(
        ky: "сабак", ru: ("урок", "урока", "уроков"), kk: "сабақ", en: ("lesson", "lessons"))

    private static let actions: [String: Text] = [
        "cell.set": Text(ky: "Уяча жазылды", ru: "Запись в клетке", kk: "Ұяшық жазылды", en: "Cell written"),
        "lesson.record": Text(ky: "Сабак жазылды", ru: "Урок записан", kk: "Сабақ жазылды", en: "Lesson recorded"),
        "absence.reason": Text(
            ky: "Катышпоонун себеби", ru: "Причина пропуска", kk: "Қатыспау себебі", en: "Reason of absence"),
        "absence.announce": Text(
            ky: "Келбей турганы айтылды", ru: "Сообщено об отсутствии", kk: "Келмейтіні айтылды",
            en: "Absence announced"),
        "enrolment.open": Text(
            ky: "Тизмеге кирди", ru: "Зачисление", kk: "Тізімге кірді", en: "Joined the list"),
        "enrolment.close": Text(
            ky: "Тизмеден чыкты", ru: "Выбытие", kk: "Тізімнен шықты", en: "Left the list"),
        "guardian.link": Text(
            ky: "Өкүл байланышы", ru: "Связь с представителем", kk: "Өкілмен байланыс", en: "Representative linked"),
        "guardian.confirm": Text(
            ky: "Өкүл тастыкталды", ru: "Представитель подтверждён", kk: "Өкіл расталды",
            en: "Representative confirmed"),
    ]

    private static let nouns: [String: Text] = [
        "cell": Text(ky: "Баа же катышуу", ru: "Оценка или посещение", kk: "Баға не қатысу", en: "Mark or attendance"),
        "lesson": Text(ky: "Сабак", ru: "Урок", kk: "Сабақ", en: "Lesson"),
        "absence": Text(ky: "Катышпоо", ru: "Пропуск", kk: "Қатыспау", en: "Absence"),
        "homework": Text(ky: "Үй тапшырмасы", ru: "Домашнее задание", kk: "Үй тапсырмасы", en: "Homework"),
        "remark": Text(ky: "Эскертүү", ru: "Замечание", kk: "Ескерту", en: "Remark"),
        "substitution": Text(ky: "Алмаштыруу", ru: "Замена", kk: "Алмастыру", en: "Substitution"),
        "enrolment": Text(ky: "Тизмедеги өзгөрүү", ru: "Изменение списка", kk: "Тізімдегі өзгеріс", en: "List changed"),
        "guardian": Text(ky: "Мыйзамдуу өкүл", ru: "Законный представитель", kk: "Заңды өкіл", en: "Representative"),
        "person": Text(ky: "Адамдын маалыматы", ru: "Данные человека", kk: "Адам деректері", en: "Person's data"),
        "staff": Text(ky: "Кызматкер", ru: "Сотрудник", kk: "Қызметкер", en: "Staff"),
        "class": Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class"),
        "group": Text(ky: "Чакан топ", ru: "Подгруппа", kk: "Кіші топ", en: "Subgroup"),
        "page": Text(ky: "Журналдын бети", ru: "Страница журнала", kk: "Журнал беті", en: "Journal page"),
        "load": Text(ky: "Жүктөм", ru: "Нагрузка", kk: "Жүктеме", en: "Load"),
        "plan": Text(ky: "План", ru: "План", kk: "Жоспар", en: "Plan"),
        "timetable": Text(ky: "Жүгүртмө", ru: "Расписание", kk: "Кесте", en: "Timetable"),
        "term": Text(ky: "Чейрек", ru: "Учебный период", kk: "Тоқсан", en: "Term"),
        "subject": Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject"),
        "school": Text(ky: "Мектеп", ru: "Школа", kk: "Мектеп", en: "School"),
        "setting": Text(ky: "Жөндөө", ru: "Настройка", kk: "Баптау", en: "Setting"),
        "account": Text(ky: "Кирүү укугу", ru: "Учётная запись", kk: "Тіркелгі", en: "Account"),
        "audit": Text(
            ky: "Өзгөртүүлөр тарыхы окулду", ru: "Прочитана история изменений", kk: "Өзгерістер тарихы оқылды",
            en: "History of changes read"),
        "bells": Text(ky: "Коңгуроолор", ru: "Звонки", kk: "Қоңыраулар", en: "Bells"),
        "code": Text(ky: "Бир жолку код", ru: "Одноразовый код", kk: "Бір реттік код", en: "One-time code"),
        "characteristic": Text(
            ky: "мүнөздөмө", ru: "характеристика", kk: "мінездеме", en: "words of a teacher"),
        "regime": Text(
            ky: "Баалоо тартиби", ru: "Порядок оценивания", kk: "Бағалау тәртібі", en: "Rules of assessment"),
        "final": Text(ky: "Жыйынтыктоочу баа", ru: "Итоговая отметка", kk: "Қорытынды баға", en: "Final mark"),
        "closing": Text(ky: "Мезгилди жабуу", ru: "Закрытие периода", kk: "Кезеңді жабу", en: "Closing of a term"),
        "unlock": Text(ky: "Кулпуну ачуу", ru: "Разблокировка", kk: "Құлыпты ашу", en: "Unlock"),
        "readiness": Text(
            ky: "Жооптуу дайындалды", ru: "Назначен ответственный", kk: "Жауапты тағайындалды", en: "Duty named"),
        "practice": Text(ky: "Машыгуу классы", ru: "Учебный класс", kk: "Жаттығу сыныбы", en: "Practice class"),
        "training": Text(ky: "Окутуу", ru: "Обучение", kk: "Оқыту", en: "Training"),
        "year": Text(ky: "Жаңы окуу жылы", ru: "Новый учебный год", kk: "Жаңа оқу жылы", en: "New school year"),
        "dayoff": Text(ky: "Окуу жок күн", ru: "Нерабочий день", kk: "Сабақсыз күн", en: "Day off"),
        "deadline": Text(ky: "Толтуруу мөөнөтү", ru: "Срок заполнения", kk: "Толтыру мерзімі", en: "Deadline"),
        "demo": Text(ky: "Мектеп үлгүсү түзүлдү", ru: "Создана демошкола", kk: "Үлгі мектеп жасалды", en: "Demo made"),
        "kind": Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work"),
        "password": Text(ky: "Сырсөз алмашты", ru: "Пароль изменён", kk: "Құпиясөз өзгерді", en: "Password changed"),
        "duty": Text(
            ky: "Милдет кабыл алынды", ru: "Принята обязанность", kk: "Міндет қабылданды", en: "Duty accepted"),
        "right": Text(ky: "Ролу", ru: "Роль", kk: "Рөл", en: "Role"),
        "roster": Text(ky: "Тизмелер", ru: "Списки", kk: "Тізімдер", en: "Lists"),
        "movement": Text(
            ky: "Кыймыл китеби", ru: "Книга движения", kk: "Қозғалыс кітабы", en: "Movement book"),
        "request": Text(
            ky: "Маалыматты өзгөртүү өтүнүчү", ru: "Заявка на изменение данных", kk: "Деректі өзгерту өтінімі",
            en: "Request to change data"),
        "check": Text(
            ky: "Маалымат тастыкталды", ru: "Данные подтверждены", kk: "Деректер расталды", en: "Data confirmed"),
        "list": Text(
            ky: "Жүктөлгөн тизме", ru: "Загруженный список", kk: "Жүктелген тізім", en: "Uploaded list"),
        "session": Text(ky: "Кирүү", ru: "Вход", kk: "Кіру", en: "Sign-in"),
        "work": Text(ky: "Пландалган иш", ru: "Запланированная работа", kk: "Жоспарланған жұмыс", en: "Planned work"),
        "exemption": Text(ky: "Бошотуу", ru: "Освобождение", kk: "Босату", en: "Exemption"),
        "transfer": Text(
            ky: "Мурунку мектептин баасы", ru: "Отметка из другой школы", kk: "Бұрынғы мектептің бағасы",
            en: "Mark of the former school"),
        "week": Text(ky: "Окуу жумасы", ru: "Учебная неделя", kk: "Оқу аптасы", en: "School week"),
    ]
}
