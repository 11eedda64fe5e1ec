import SchoolRules
import Web

enum DirectoryTexts {
    static let students = Text(ky: "Окуучулар", ru: "Ученики", kk: "Оқушылар", en: "Students")
    static let staff = Text(ky: "Кызматкерлер", ru: "Сотрудники", kk: "Қызметкерлер", en: "Staff")
    static let addStudent = Text(ky: "Окуучу кошуу", ru: "Добавить ученика", kk: "Оқушы қосу", en: "Add a student")
    static let addStaff = Text(
        ky: "Кызматкер кошуу", ru: "Добавить сотрудника", kk: "Қызметкер қосу", en: "Add a member of staff")
    static let addGuardian = Text(
        ky: "Өкүл кошуу", ru: "Добавить представителя", kk: "Өкіл қосу", en: "Add a representative")
    static let add = Text(ky: "Кошуу", ru: "Добавить", kk: "Қосу", en: "Add")
    static let edit = Text(ky: "Өзгөртүү", ru: "Изменить", kk: "Өзгерту", en: "Edit")
    static let editCard = Text(
        ky: "Картаны өзгөртүү", ru: "Изменение карточки", kk: "Картаны өзгерту", en: "Edit the card")
    static let acts = Text(ky: "Аракеттер", ru: "Действия", kk: "Әрекеттер", en: "Actions")
    static let pages = Text(ky: "Барактар", ru: "Страницы", kk: "Беттер", en: "Pages")
    static let search = Text(
        ky: "Фамилиясы же аты", ru: "Фамилия или имя", kk: "Тегі не аты", en: "Surname or name")
    static let show = Text(ky: "Көрсөтүү", ru: "Показать", kk: "Көрсету", en: "Show")
    static let all = Text(ky: "Баары", ru: "Все", kk: "Барлығы", en: "All")
    static let state = Text(ky: "Абалы", ru: "Кто", kk: "Күйі", en: "Who")
    static let learning = Text(ky: "Окуп жаткандар", ru: "Учатся", kk: "Оқып жүргендер", en: "Present students")
    static let working = Text(ky: "Иштеп жаткандар", ru: "Работают", kk: "Жұмыс істейтіндер", en: "Present staff")
    static let gone = Text(ky: "Кеткендер", ru: "Выбывшие", kk: "Кеткендер", en: "Those who left")
    static let fullName = Text(
        ky: "Фамилиясы, аты, атасынын аты", ru: "Фамилия, имя, отчество", kk: "Тегі, аты, әкесінің аты",
        en: "Surname, name, patronymic")
    static let surname = Text(ky: "Фамилиясы", ru: "Фамилия", kk: "Тегі", en: "Surname")
    static let given = Text(ky: "Аты", ru: "Имя", kk: "Аты", en: "Given name")
    static let patronymic = Text(
        ky: "Атасынын аты (болсо)", ru: "Отчество (если есть)", kk: "Әкесінің аты (болса)", en: "Patronymic (if any)")
    static let sex = Text(ky: "Жынысы", ru: "Пол", kk: "Жынысы", en: "Sex")
    static let girl = Text(ky: "кыз", ru: "девочка", kk: "қыз", en: "girl")
    static let boy = Text(ky: "уул", ru: "мальчик", kk: "ұл", en: "boy")
    static let diary = Text(ky: "Күндөлүгү", ru: "Дневник", kk: "Күнделігі", en: "Diary")
    static let born = Text(ky: "Туулган күнү", ru: "Дата рождения", kk: "Туған күні", en: "Born")
    static let nationalID = Text(
        ky: "ПИН", ru: "Личный номер (ПИН, ИИН, СНИЛС)", kk: "ЖСН", en: "Personal number")
    static let onlyToReplace = Text(
        ky: "Алмаштыруу үчүн гана жазыңыз.", ru: "Заполняйте, только чтобы заменить.", kk: "Тек ауыстыру үшін жазыңыз.",
        en: "Type it only to replace it.")
    static let showNumber = Text(
        ky: "толук көрсөтүү", ru: "показать полностью", kk: "толық көрсету", en: "show in full")
    static let phone = Text(ky: "Телефон", ru: "Телефон", kk: "Телефон", en: "Phone")
    static let mail = Text(ky: "Электрондук почта", ru: "Эл. почта", kk: "Электрондық пошта", en: "E-mail")
    static let address = Text(ky: "Дарек", ru: "Адрес", kk: "Мекенжай", en: "Address")
    static let schoolClass = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let classOrGroup = Text(
        ky: "Класс же топ", ru: "Класс или группа", kk: "Сынып не топ", en: "Class or group")
    static let login = Text(ky: "Логин", ru: "Логин", kk: "Логин", en: "Login")
    static let from = Text(ky: "Кайсы күндөн", ru: "С какого дня", kk: "Қай күннен", en: "From")
    static let until = Text(ky: "Кайсы күнгө чейин", ru: "По какой день", kk: "Қай күнге дейін", en: "Until")
    static let order = MovementWords.orderNumber
    static let note = Text(ky: "Эскертме", ru: "Примечание", kk: "Ескертпе", en: "Note")
    static let lists = Text(
        ky: "Класстары жана топтору", ru: "Классы и группы", kk: "Сыныптары мен топтары", en: "Classes and groups")
    static let move = Text(
        ky: "Башка класска которуу", ru: "Перевести в другой класс", kk: "Басқа сыныпқа ауыстыру",
        en: "Move to another class")
    static let takeBack = Text(
        ky: "Кайра кабыл алуу", ru: "Зачислить снова", kk: "Қайта қабылдау", en: "Take back into a class")
    static let marksStay = Text(
        ky: "Мурунку баалар эски класстын сабактарында калат.", ru: "Прежние оценки останутся в уроках старого класса.",
        kk: "Бұрынғы бағалар ескі сыныптың сабақтарында қалады.",
        en: "Earlier marks stay in the lessons of the old class.")
    static let leave = Text(ky: "Мектептен чыгаруу", ru: "Отчислить", kk: "Мектептен шығару", en: "Take off the list")
    static let lastDay = Text(
        ky: "Мектептеги акыркы күнү", ru: "Последний день в школе", kk: "Мектептегі соңғы күні",
        en: "Last day at school")
    static let guardians = Text(
        ky: "Мыйзамдуу өкүлдөр", ru: "Законные представители", kk: "Заңды өкілдер", en: "Legal representatives")
    static let noGuardians = Text(
        ky: "Өкүл азырынча жок.", ru: "Представители пока не указаны.", kk: "Өкіл әзірге жоқ.",
        en: "No representative is linked yet.")
    static let relationHead = Text(ky: "Ким болот", ru: "Кем приходится", kk: "Кім болады", en: "Relation")
    static let waitsForClassTeacher = Text(
        ky: "класс жетекчи тастыктай элек", ru: "ждёт подтверждения классного руководителя",
        kk: "сынып жетекшісі растаған жоқ", en: "waits for the class teacher")
    static let linkNeedsConfirmation = Text(
        ky: "Байланышты класс жетекчи тастыктагандан кийин күндөлүк ачылат.",
        ru: "Дневник откроется, когда связь подтвердит классный руководитель.",
        kk: "Күнделік байланысты сынып жетекшісі растаған соң ашылады.",
        en: "The diary opens once the class teacher has confirmed the link.")
    static let unlink = Text(
        ky: "Байланышты үзүү", ru: "Снять связь", kk: "Байланысты үзу", en: "End the link")
    static let sameName = Text(
        ky: "Мындай киши тизмеде бар. Ошол эмеспи?", ru: "Такой человек уже есть в списках. Это он?",
        kk: "Мұндай адам тізімде бар. Сол емес пе?", en: "The lists have such a person. Is it the same?")
    static let anotherPerson = Text(
        ky: "Жок, бул башка киши", ru: "Нет, это другой человек", kk: "Жоқ, бұл басқа адам", en: "No, somebody else")
    static let staffWord = Text(ky: "кызматкер", ru: "сотрудник", kk: "қызметкер", en: "staff")
    static let guardianWord = Text(ky: "өкүл", ru: "представитель", kk: "өкіл", en: "representative")
    static let roles = Text(ky: "Ролдору", ru: "Роли", kk: "Рөлдері", en: "Roles")
    static let role = Text(ky: "Ролу", ru: "Роль", kk: "Рөлі", en: "Role")
    static let hours = Text(ky: "Саат", ru: "Часов", kk: "Сағат", en: "Hours")
    static let load = Text(ky: "Жүктөм", ru: "Нагрузка", kk: "Жүктеме", en: "Load")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let position = Text(ky: "Кызматы", ru: "Должность", kk: "Лауазымы", en: "Position")
    static let worksFrom = Text(
        ky: "Качантан бери иштейт", ru: "Работает с", kk: "Қашаннан жұмыс істейді", en: "Works since")
    static let employAgain = Text(
        ky: "Кайра ишке алуу", ru: "Принять снова", kk: "Қайта жұмысқа алу", en: "Employ again")
    static let dismiss = Text(ky: "Иштен бошотуу", ru: "Уволить", kk: "Жұмыстан босату", en: "Dismiss")
    static let dismissWhat = Text(
        ky: "Кирүү ошол күнү жабылат, келечектеги күн да болот; жазгандары калат. Жүктөмүн башкага берүү керек болот.",
        ru: "Доступ закроется в этот день, хотя бы и будущий; записи останутся. Нагрузку нужно будет передать.",
        kk: "Кіру сол күні жабылады, келешек күн де болады; жазғандары қалады. Жүктемесін басқаға беру керек болады.",
        en: "Access closes on that day, which may be to come; what was recorded stays. The load has to be handed over.")
    static let dismissalDay = Text(
        ky: "Бошотулган күнү", ru: "День увольнения", kk: "Босатылған күні", en: "Day of dismissal")
    static let handOverNow = Text(ky: "Өткөрүп берүү", ru: "Передать", kk: "Өткізу", en: "Hand over")
    static let notSaved = Text(
        ky: "Сактала элек: төмөндө белгиленгенди оңдоңуз.", ru: "Не сохранено: исправьте отмеченное ниже.",
        kk: "Сақталмады: төменде белгіленгенді түзетіңіз.", en: "Not saved: mend what is marked below.")
    static let needed = Text(ky: "Муну жазыңыз.", ru: "Заполните это поле.", kk: "Мұны жазыңыз.", en: "Fill this in.")
    static let tooLong = Text(ky: "Өтө узун.", ru: "Слишком длинно.", kk: "Тым ұзын.", en: "Too long.")
    static let wrongDay = Text(
        ky: "Күндү текшериңиз.", ru: "Проверьте дату.", kk: "Күнді тексеріңіз.", en: "Check the date.")
    static let wrongPhone = Text(
        ky: "Телефондо сандар гана болот, мисалы +996 000 100 200.",
        ru: "В телефоне только цифры, например +996 000 100 200.",
        kk: "Телефонда тек сандар болады, мысалы +996 000 100 200.",
        en: "A phone has digits only, such as +996 000 100 200.")
    static let wrongMail = Text(
        ky: "Почта мындай жазылат: ат@мисал.kg.", ru: "Почта пишется так: имя@пример.kg.",
        kk: "Пошта былай жазылады: аты@мысал.kz.", en: "An e-mail looks like name@example.org.")
    static let chooseClass = Text(
        ky: "Классты тандаңыз.", ru: "Выберите класс.", kk: "Сыныпты таңдаңыз.", en: "Choose the class.")
    static let chooseReason = Text(
        ky: "Себебин тандаңыз.", ru: "Выберите причину.", kk: "Себебін таңдаңыз.", en: "Choose the reason.")
    static let saveAndNext = Text(
        ky: "Кошуп, кийинкисине өтүү", ru: "Добавить и перейти к следующему", kk: "Қосып, келесісіне өту",
        en: "Add and go to the next")
    static let saveAndOpen = Text(
        ky: "Кошуп, картасын ачуу", ru: "Добавить и открыть карточку", kk: "Қосып, картасын ашу",
        en: "Add and open the card")
    static let origin = Text(ky: "Кайдан келди", ru: "Откуда прибыл", kk: "Қайдан келді", en: "Where from")
    static let path = Text(
        ky: "Мектептеги жолу", ru: "Путь в школе", kk: "Мектептегі жолы", en: "Way through the school")
    static let when = Text(ky: "Күнү", ru: "Дата", kk: "Күні", en: "Day")
    static let what = Text(ky: "Эмне болду", ru: "Что произошло", kk: "Не болды", en: "What")
    static let whence = Text(ky: "Кайдан, кайда", ru: "Откуда, куда", kk: "Қайдан, қайда", en: "From, to")
    static let correct = Text(ky: "Оңдоо", ru: "Исправить", kk: "Түзету", en: "Correct")
    static let siblings = Text(
        ky: "Бир туугандары", ru: "Братья и сёстры в школе", kk: "Аға-іні, әпке-сіңлілері",
        en: "Brothers and sisters here")
    static let otherGroups = Text(
        ky: "Класстары жана топтору", ru: "Классы и группы", kk: "Сыныптары мен топтары", en: "Classes and groups")
    static let movements = Text(
        ky: "Кыймыл китеби", ru: "Книга движения", kk: "Қозғалыс кітабы", en: "Movement book")
    static let alphabet = Text(
        ky: "Алфавиттик китеп", ru: "Алфавитная книга", kk: "Алфавиттік кітап", en: "Alphabetical book")
    static let download = Text(ky: "Excel", ru: "Excel", kk: "Excel", en: "Excel")
    static let sheetHeads = [
        surname, given, Text(ky: "Атасынын аты", ru: "Отчество", kk: "Әкесінің аты", en: "Patronymic"), position, roles,
        hours, phone, mail, worksFrom, Text(ky: "Кайсы күнгө чейин", ru: "По", kk: "Қай күнге дейін", en: "Until"),
    ]
    static let alreadyThere = Text(
        ky: "Окуучу ошол класста.", ru: "Ученик уже в этом классе.", kk: "Оқушы сол сыныпта.",
        en: "The student is in that class already.")
    static let hasLeft = Text(
        ky: "Окуучу бул күнгө чейин эле чыккан.", ru: "Ученик уже выбыл к этому дню.",
        kk: "Оқушы бұл күнге дейін шыққан.",
        en: "The student has left by that day.")
    static let notOneself = Refusal(
        status: .forbidden, code: "not_oneself",
        title: Text(
            ky: "Өзүңүздү иштен бошото албайсыз", ru: "Себя уволить нельзя", kk: "Өзіңізді жұмыстан босата алмайсыз",
            en: "You cannot dismiss yourself"), advice: RefusalTexts.askDeputy)

    static func studentCount(_ count: Int) -> Text { studentNoun(count) }
    static func personCount(_ count: Int) -> Text { personNoun(count) }

    static func left(_ day: Day, to destination: String) -> Text {
        let place = destination.isEmpty ? "" : " → " + destination
        return Text(
            ky: "\(day.short) чыкты\(place)", ru: "выбыл(а) \(day.short)\(place)", kk: "\(day.short) шықты\(place)",
            en: "left on \(day.short)\(place)")
    }

    static func worksUntil(_ day: Day) -> Text {
        Text(
            ky: "\(day.short) чейин", ru: "по \(day.short)", kk: "\(day.short) дейін", en: "until \(day.short)")
    }

    static func handOver(pages: Int, hours: String) -> Text {
        let count = pageNoun(pages)
        return Text(
            ky: "Башкага берүү керек: \(count.ky), жумасына \(hours) саат.",
            ru: "Нужно передать нагрузку: \(count.ru), \(hours) ч в неделю.",
            kk: "Басқаға беру керек: \(count.kk), аптасына \(hours) сағат.",
            en: "To be handed over: \(count.en), \(hours) hours a week.")
    }

    static func relation(_ raw: String) -> Text {
        switch raw {
        case "mother": Text(ky: "эне", ru: "мать", kk: "ана", en: "mother")
        case "father": Text(ky: "ата", ru: "отец", kk: "әке", en: "father")
        case "guardian": Text(ky: "камкорчу", ru: "опекун", kk: "қамқоршы", en: "guardian")
        case "parent": Text(ky: "ата-эне", ru: "родитель", kk: "ата-ана", en: "parent")
        default: Text(ky: "мыйзамдуу өкүл", ru: "законный представитель", kk: "заңды өкіл", en: "representative")
        }
    }

    /// What has just been done, from the note in the address.
    static func said(_ note: String?) -> Text? {
        switch note {
        case "saved": ShellTexts.saved
        case "added": Text(ky: "Кошулду.", ru: "Добавлено.", kk: "Қосылды.", en: "Added.")
        case "moved": Text(ky: "Которулду.", ru: "Переведён.", kk: "Ауыстырылды.", en: "Moved.")
        case "left":
            Text(
                ky: "Тизмеден чыгарылды.", ru: "Отчислен.", kk: "Тізімнен шығарылды.", en: "Taken off the list.")
        case "linked":
            Text(
                ky: "Кошулду, эми класс жетекчи тастыктайт.", ru: "Добавлен, теперь подтвердит классный руководитель.",
                kk: "Қосылды, енді сынып жетекшісі растайды.", en: "Added; the class teacher confirms it next.")
        case "unlinked":
            Text(ky: "Байланыш үзүлдү.", ru: "Связь снята.", kk: "Байланыс үзілді.", en: "The link is ended.")
        case "dismissed":
            Text(ky: "Иштен бошотулду.", ru: "Уволен.", kk: "Жұмыстан босатылды.", en: "Dismissed.")
        default: nil
        }
    }

    private static let studentNoun = Plural(
        ky: "окуучу", ru: ("ученик", "ученика", "учеников"), kk: "оқушы", en: ("student", "students"))
    private static let personNoun = Plural(
        ky: "киши", ru: ("человек", "человека", "человек"), kk: "адам", en: ("person", "people"))
    private static let pageNoun = Plural(
        ky: "барак", ru: ("страница", "страницы", "страниц"), kk: "бет", en: ("page", "pages"))
}
