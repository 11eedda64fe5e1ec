import SchoolRules

/// Words that demo schools write into their own rows.
enum DemoWords {
    static func schoolName(_ number: Int, _ country: Country) -> String {
        switch country {
        case .KG: "№ \(number) орто мектеби"
        case .KZ: "№ \(number) жалпы білім беретін мектеп"
        case .RU: "Школа № \(number)"
        }
    }

    static func formerSchool(_ country: Country) -> String {
        switch country {
        case .KG: "Ош шаары, № 17 мектеп"
        case .KZ: "Шымкент қ., № 48 мектеп"
        case .RU: "Школа № 48, г. Тверь"
        }
    }

    static func exemption(_ language: RecordLanguage) -> String {
        pick(language, "Медициналык справка № 214", "Медицинская справка № 214", "Медициналық анықтама № 214")
    }

    static func work(_ language: RecordLanguage) -> String {
        pick(language, "Бөлүм боюнча текшерүү иши", "Контрольная по разделу", "Бөлім бойынша жұмыс")
    }

    enum Position: CaseIterable {
        case director, deputy, responsible, clerk, administrator, teacher
    }

    static func position(_ position: Position, _ language: RecordLanguage) -> String {
        switch position {
        case .director: pick(language, "Директор", "Директор", "Директор")
        case .deputy:
            pick(
                language, "Директордун окуу иштери боюнча орун басары", "Заместитель директора",
                "Директордың орынбасары")
        case .responsible: pick(language, "Журнал боюнча жооптуу", "Ответственный за журнал", "Журналға жауапты")
        case .clerk: pick(language, "Иш жүргүзүүчү", "Секретарь", "Іс жүргізуші")
        case .administrator: pick(language, "Системалык администратор", "Системный администратор", "Жүйе әкімшісі")
        case .teacher: pick(language, "Мугалим", "Учитель", "Мұғалім")
        }
    }

    /// Names of subgroups.
    static func half(_ number: Int, _ language: RecordLanguage) -> String {
        pick(language, "\(number)-топ", "\(number)-я группа", "\(number)-топ")
    }

    static func girls(_ language: RecordLanguage) -> String { pick(language, "Кыздар", "Девочки", "Қыздар") }
    static func boys(_ language: RecordLanguage) -> String { pick(language, "Балдар", "Мальчики", "Ұлдар") }

    enum Room {
        case hall, smallHall, ground, computers, workshop, sewing, physics, chemistry, biology
    }

    static func room(_ room: Room, _ language: RecordLanguage) -> String {
        switch room {
        case .hall: pick(language, "Спорт залы", "Спортзал", "Спорт залы")
        case .smallHall: pick(language, "Кичи зал", "Малый зал", "Кіші зал")
        case .ground: pick(language, "Аянтча", "Площадка", "Алаң")
        case .computers: pick(language, "Информатика", "Информатика", "Информатика")
        case .workshop: pick(language, "Устакана", "Мастерская", "Шеберхана")
        case .sewing: pick(language, "Тигүү бөлмөсү", "Кабинет технологии", "Технология")
        case .physics: pick(language, "Физика", "Физика", "Физика")
        case .chemistry: pick(language, "Химия", "Химия", "Химия")
        case .biology: pick(language, "Биология", "Биология", "Биология")
        }
    }

    static func pick(_ language: RecordLanguage, _ ky: String, _ ru: String, _ kk: String) -> String {
        switch language {
        case .ky: ky
        case .ru: ru
        case .kk: kk
        }
    }

    /// Words of families on an announced absence.
    static func illness(_ language: RecordLanguage) -> [String] {
        switch language {
        case .ky: ["Дене табы көтөрүлүп жатат", "Суук тийди", "Дарыгерге барабыз", "Бүгүн бара албайт"]
        case .ru: ["Температура", "Простуда, лечимся дома", "Идём к врачу", "Сегодня не придёт"]
        case .kk: ["Қызуы көтерілді", "Суық тиді", "Дәрігерге барамыз", "Бүгін келе алмайды"]
        }
    }

    /// Comments on marks: good ones first, then those that urge.
    static func praise(_ language: RecordLanguage) -> [String] {
        switch language {
        case .ky: ["Тактада жакшы жооп берди", "Көз карашын так айтты", "Үй тапшырмасы толук", "Активдүү катышты"]
        case .ru:
            ["Хороший ответ у доски", "Полный ответ", "Домашнее задание выполнено полностью", "Активная работа"]
        case .kk: ["Тақтада жақсы жауап берді", "Толық жауап", "Үй тапсырмасы толық", "Белсенді қатысты"]
        }
    }

    static func urging(_ language: RecordLanguage) -> [String] {
        switch language {
        case .ky: ["Эрежени кайталап келсин", "Үй тапшырмасы толук эмес", "Көңүл коюп окусун", "Дептери жок"]
        case .ru: ["Повторить правило", "Домашнее задание не полностью", "Невнимательность", "Нет тетради"]
        case .kk: ["Ережені қайталасын", "Үй тапсырмасы толық емес", "Зейін қойсын", "Дәптері жоқ"]
        }
    }

    static func remarks(_ language: RecordLanguage) -> [String] {
        switch language {
        case .ky: ["Сабакта сүйлөшүп отурду", "Китебин унутуптур", "Досторуна жардам берди", "Телефон колдонду"]
        case .ru: ["Разговоры на уроке", "Нет учебника", "Помощь одноклассникам", "Телефон на уроке"]
        case .kk: ["Сабақта сөйлесіп отырды", "Оқулығын ұмытыпты", "Достарына көмектесті", "Телефон қолданды"]
        }
    }

    static func leaving(isOtherClass: Bool, _ language: RecordLanguage) -> String {
        isOtherClass
            ? pick(language, "Башка класска которулду", "Переведён в другой класс", "Басқа сыныпқа ауысты")
            : pick(language, "Башка мектепке кетти", "Выбыл в другую школу", "Басқа мектепке кетті")
    }

    static func ownHomework(_ language: RecordLanguage) -> String {
        pick(
            language, "Өткөн теманы конспектиле", "Законспектировать пропущенную тему", "Өткен тақырыпты конспектілеу")
    }
}
