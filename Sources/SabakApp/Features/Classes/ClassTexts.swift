import SchoolRules
import Web

enum ClassTexts {
    static let exemptions = Text(ky: "Бошотуулар", ru: "Освобождения", kk: "Босатулар", en: "Exemptions")
    static let dataToCheck = Text(
        ky: "Текшерилчү маалымат", ru: "Данные для проверки", kk: "Тексерілетін деректер", en: "Data to check")
    static let sex = Text(ky: "Жынысы", ru: "Пол", kk: "Жынысы", en: "Sex")
    static let girl = Text(ky: "кыз", ru: "жен.", kk: "қыз", en: "girl")
    static let boy = Text(ky: "уул", ru: "муж.", kk: "ұл", en: "boy")
    static let finals = Text(ky: "Жыйынды", ru: "Сводная", kk: "Жиынтық", en: "Summary")
    static let classes = Text(ky: "Класстар", ru: "Классы", kk: "Сыныптар", en: "Classes")
    static let schoolClass = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let studentsHead = Text(ky: "Окуучу", ru: "Учеников", kk: "Оқушы", en: "Students")
    static let shift = Text(ky: "Смена", ru: "Смена", kk: "Ауысым", en: "Shift")
    static let room = Text(ky: "Кабинет", ru: "Кабинет", kk: "Кабинет", en: "Room")
    static let places = Text(
        ky: "Класстын бөлүмдөрү", ru: "Разделы класса", kk: "Сынып бөлімдері", en: "About the class")
    static let list = Text(ky: "Тизме", ru: "Список", kk: "Тізім", en: "List")
    static let attendance = Text(ky: "Катышуу", ru: "Посещаемость", kk: "Қатысу", en: "Attendance")
    static let pages = Text(ky: "Беттер", ru: "Страницы", kk: "Беттер", en: "Pages")
    static let subgroups = Text(ky: "Чакан топтор", ru: "Подгруппы", kk: "Кіші топтар", en: "Subgroups")
    static let codes = Text(ky: "Кирүү коддору", ru: "Коды доступа", kk: "Кіру кодтары", en: "Sign-in codes")
    static let noLeader = Text(
        ky: "класс жетекчи дайындала элек", ru: "классный руководитель не назначен",
        kk: "сынып жетекшісі тағайындалмаған", en: "no class teacher named")
    static let download = Text(
        ky: "Тизмени жүктөп алуу", ru: "Скачать список", kk: "Тізімді жүктеп алу", en: "Download the list")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let born = Text(ky: "Туулган күнү", ru: "Дата рождения", kk: "Туған күні", en: "Born")
    static let guardians = Text(
        ky: "Мыйзамдуу өкүлдөр", ru: "Законные представители", kk: "Заңды өкілдер", en: "Legal representatives")
    static let missed = Text(ky: "Калтырды", ru: "Пропустил", kk: "Жіберді", en: "Missed")
    static let unexcused = Text(ky: "себепсиз", ru: "без причины", kk: "себепсіз", en: "unexcused")
    static let notConfirmed = Text(
        ky: "тастыктала элек", ru: "не подтверждён", kk: "расталмаған", en: "not confirmed")
    static let toConfirm = Text(
        ky: "Тастыктоону күтүүдө", ru: "Ждут подтверждения", kk: "Растауды күтуде", en: "Waiting to be confirmed")
    static let toConfirmWhat = Text(
        ky: "Бул киши чын эле баланын өкүлүбү? Тастыктасаңыз, баланын күндөлүгүн көрөт.",
        ru: "Это действительно представитель ребёнка? После подтверждения он увидит дневник.",
        kk: "Бұл шынымен баланың өкілі ме? Растасаңыз, баланың күнделігін көреді.",
        en: "Is this really the child's representative? Once confirmed, they see the diary.")
    static let confirm = Text(ky: "Тастыктоо", ru: "Подтвердить", kk: "Растау", en: "Confirm")
    static let refuse = Text(ky: "Жок, өкүл эмес", ru: "Нет, не он", kk: "Жоқ, өкіл емес", en: "No, it is not")
    static let confirmed = Text(
        ky: "Тастыкталды.", ru: "Подтверждено.", kk: "Расталды.", en: "Confirmed.")
    static let refused = Text(
        ky: "Байланыш алынып салынды.", ru: "Связь снята.", kk: "Байланыс алынды.", en: "The link is taken off.")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let teacher = Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
    static let hours = Text(ky: "Саат", ru: "Часов", kk: "Сағат", en: "Hours")
    static let held = Text(ky: "Өткөн сабак", ru: "Уроков прошло", kk: "Өткен сабақ", en: "Lessons held")
    static let open = Text(ky: "Толтурулбаган", ru: "Не записано", kk: "Толтырылмаған", en: "Not recorded")
    static let lastEntry = Text(ky: "Акыркы жазуу", ru: "Последняя запись", kk: "Соңғы жазба", en: "Last entry")

    static let nameLeader = Text(
        ky: "Класс жетекчини дайындоо", ru: "Назначить классного руководителя", kk: "Сынып жетекшісін тағайындау",
        en: "Name the class teacher")
    static let leaders = Text(
        ky: "Класс жетекчилер, смена, кабинет", ru: "Руководители, смены, кабинеты",
        kk: "Сынып жетекшілері, ауысым, кабинет", en: "Class teachers, shifts, rooms")
    static let shiftLater = Text(
        ky: "Смена өзгөрсө, сабактардын убактысы кийинки жарыяланган жүгүртмө менен өзгөрөт.",
        ru: "Новая смена меняет время уроков со следующим опубликованным расписанием.",
        kk: "Ауысым өзгерсе, сабақ уақыты келесі жарияланған кестемен өзгереді.",
        en: "A new shift changes the hours of lessons with the next timetable that is published.")
    static func changedMeanwhile(_ now: String) -> Text {
        Text(
            ky: "барак ачык турганда өзгөртүлгөн; азыр: \(now)",
            ru: "изменено, пока страница была открыта; сейчас: \(now)",
            kk: "бет ашық тұрғанда өзгертілген; қазір: \(now)", en: "changed while the page was open; now: \(now)")
    }
    static let shiftWithoutBells = Text(
        ky: "Бул сменанын коңгуроолору жок: башкасын тандаңыз.", ru: "У этой смены нет звонков: выберите другую.",
        kk: "Бұл ауысымның қоңыраулары жоқ: басқасын таңдаңыз.", en: "This shift has no bells: choose another.")
    static let onlyChanged = Text(
        ky: "Тандалгандар гана жаңырат, калганы өз бойдон калат.", ru: "Изменится только выбранное заново.",
        kk: "Тек қайта таңдалғандар өзгереді.", en: "Only what is chosen anew changes.")
    static let teachesMost = Text(
        ky: "сунуш: бул класстын сааттарынын жарымынан көбүн окутат",
        ru: "предложение: ведёт больше половины часов класса",
        kk: "ұсыныс: осы сыныптың сағаттарының жартысынан көбін жүргізеді",
        en: "proposed: teaches more than half of the hours of the class")
    static let noClasses = Text(
        ky: "Азырынча класс жок: алар окуучулардын тизмеси менен кошо келет же «Класстар» бетинде кошулат.",
        ru: "Классов пока нет: они появятся со списком учеников или добавляются на странице «Классы».",
        kk: "Әзірге сынып жоқ: олар оқушылар тізімімен бірге келеді не «Сыныптар» бетінде қосылады.",
        en: "There are no classes yet: they come with the list of students or are added on the page Classes.")
    static let noStaff = Text(
        ky: "Азырынча кызматкер жок: тизмени катчы жүктөйт.",
        ru: "Сотрудников пока нет: список загружает делопроизводитель.",
        kk: "Әзірге қызметкер жоқ: тізімді іс жүргізуші жүктейді.",
        en: "There is no staff yet: the clerk brings the list.")
    static func withoutLeader(_ count: Int) -> Text {
        count == 0
            ? Text(
                ky: "Ар бир класстын жетекчиси бар.", ru: "У каждого класса есть руководитель.",
                kk: "Әр сыныптың жетекшісі бар.", en: "Every class has a teacher.")
            : Text(
                ky: "Жетекчиси жок класстар: \(count)", ru: "Классов без руководителя: \(count)",
                kk: "Жетекшісіз сыныптар: \(count)", en: "Classes without a class teacher: \(count)")
    }
    static let chooseLeader = Text(
        ky: "Мугалимди жана быйылкы окуу жылынын күнүн тандаңыз.", ru: "Выберите учителя и день этого учебного года.",
        kk: "Мұғалімді және осы оқу жылының күнін таңдаңыз.", en: "Choose the teacher and a day of this school year.")
    static let addClass = Text(ky: "Класс кошуу", ru: "Добавить класс", kk: "Сынып қосу", en: "Add a class")
    static let className = Text(
        ky: "Аталышы, мисалы 5-А", ru: "Название, например 5А", kk: "Атауы, мысалы 5А", en: "Its name, such as 5А")
    static let wrongClassName = Text(
        ky: "Класстын аталышы мындай жазылат: 5-А.", ru: "Название класса пишется так: 5А.",
        kk: "Сыныптың атауы былай жазылады: 5А.", en: "A class is named like this: 5А.")
    static let roomTooLong = Text(
        ky: "20 белгиге чейин.", ru: "Не больше 20 знаков.", kk: "20 таңбаға дейін.", en: "Up to 20 characters.")
    static let classIsThere = Text(
        ky: "Мындай класс бар.", ru: "Такой класс уже есть.", kk: "Мұндай сынып бар.", en: "There is such a class.")

    static let splitTitle = Text(
        ky: "Чакан топторго бөлүү", ru: "Деление на подгруппы", kk: "Кіші топтарға бөлу", en: "Dividing into subgroups")
    static let fromDay = Text(ky: "Кайсы күндөн", ru: "С какого дня", kk: "Қай күннен", en: "From which day")
    static let marksStay = Text(
        ky: "Мурунку баалар өз сабагында калат.", ru: "Прежние оценки остаются в своих уроках.",
        kk: "Бұрынғы бағалар өз сабағында қалады.", en: "Earlier marks stay with their lessons.")
    static let giveCodes = Text(
        ky: "Коддорду басып чыгаруу", ru: "Напечатать коды", kk: "Кодтарды басып шығару", en: "Print codes")
    static func withoutAccess(_ students: Int) -> Text {
        Text(
            ky: "Үй-бүлөсү күндөлүккө кире албайт: \(students) окуучу.",
            ru: "Семьи без доступа к дневнику: \(students).", kk: "Отбасы күнделікке кіре алмайды: \(students) оқушы.",
            en: "Families without access to the diary: \(students).")
    }
    static let divide = Text(ky: "Бөлүү", ru: "Разделить", kk: "Бөлу", en: "Divide")
    static func toDivide(_ subjects: String) -> Text {
        Text(
            ky: "Класс топторго бөлүнө элек: \(subjects).", ru: "Класс не поделён на группы: \(subjects).",
            kk: "Сынып топтарға бөлінбеген: \(subjects).", en: "The class is not divided yet: \(subjects).")
    }
    static let splitTable = Text(ky: "Бөлүштүрүү", ru: "Распределение", kk: "Бөлу", en: "Division")
    static let neither = Text(ky: "эч кайсы", ru: "ни в какой", kk: "ешқайсы", en: "none")
    static let now = Text(ky: "Азыр", ru: "Сейчас", kk: "Қазір", en: "Now")
    static let total = Text(ky: "Бардыгы", ru: "Всего", kk: "Барлығы", en: "Total")
    static let fillBy = Text(
        ky: "Толтуруп көрүү", ru: "Разложить", kk: "Толтырып көру", en: "Fill in")
    static let byTurns = Text(ky: "кезеги менен", ru: "через одного", kk: "кезекпен", en: "by turns")
    static let byHalves = Text(
        ky: "тизменин жарымынан", ru: "по половинам списка", kk: "тізімнің жартысынан", en: "by halves")
    static let bySex = Text(
        ky: "кыздар жана балдар", ru: "девочки и мальчики", kk: "қыздар мен ұлдар", en: "girls and boys")
    static let noSplits = Text(
        ky: "Класс чакан топторго бөлүнө элек.", ru: "Класс ещё не разделён на подгруппы.",
        kk: "Сынып әлі кіші топтарға бөлінбеген.", en: "The class is not divided into subgroups yet.")
    static let newSplit = Text(
        ky: "Жаңы бөлүнүш", ru: "Новое деление", kk: "Жаңа бөлініс", en: "A new division")
    static let newSplitName = Text(
        ky: "Аталышы, мисалы «Англис тили»", ru: "Название, например «Английский»", kk: "Атауы, мысалы «Ағылшын тілі»",
        en: "Its name, such as “English”")
    static let howMany = Text(ky: "Канча топ", ru: "Сколько групп", kk: "Неше топ", en: "How many groups")
    static let create = Text(ky: "Түзүү", ru: "Создать", kk: "Құру", en: "Create")
    static let noPage = Text(
        ky: "Бул топторго жүктөм берилген эмес: мугалимин орун басар жүктөмдө белгилейт.",
        ru: "Этим группам ещё не дана нагрузка: учителя назначит заместитель в нагрузке.",
        kk: "Бұл топтарға жүктеме берілмеген: мұғалімін орынбасар жүктемеде белгілейді.",
        en: "No load is given to these groups yet: the deputy names the teachers in the load.")
    static let wrongDay = Text(
        ky: "Быйылкы окуу жылынын күнүн жазыңыз.", ru: "Укажите день этого учебного года.",
        kk: "Осы оқу жылының күнін жазыңыз.", en: "Give a day of this school year.")
    static let noSuchSplit = Text(
        ky: "Мындай топ жок. Баракты кайра ачыңыз.", ru: "Такой группы нет. Откройте страницу заново.",
        kk: "Мұндай топ жоқ. Бетті қайта ашыңыз.", en: "There is no such group. Open the page again.")
    static let nameTheGroups = Text(
        ky: "Топтун аталышын жазыңыз (40 белгиге чейин).", ru: "Напишите название группы (до 40 знаков).",
        kk: "Топтың атауын жазыңыз (40 таңбаға дейін).", en: "Give the groups a name (up to 40 characters).")
    static let notByOneself = Refusal(
        status: .forbidden, code: "not_by_oneself",
        title: Text(
            ky: "Өзүңүз сунуштаганды өзүңүз тастыктай албайсыз", ru: "Нельзя подтвердить то, что вы сами предложили",
            kk: "Өзіңіз ұсынғанды өзіңіз растай алмайсыз", en: "What you proposed yourself somebody else confirms"),
        advice: RefusalTexts.askDeputy)

    static let sheetHeads = [
        Text(ky: "Фамилиясы", ru: "Фамилия", kk: "Тегі", en: "Surname"),
        Text(ky: "Аты", ru: "Имя", kk: "Аты", en: "Given name"),
        Text(ky: "Атасынын аты", ru: "Отчество", kk: "Әкесінің аты", en: "Patronymic"), schoolClass, born, sex,
        Text(ky: "Дареги", ru: "Домашний адрес", kk: "Мекенжайы", en: "Address"), guardians,
        Text(ky: "Телефон", ru: "Телефон", kk: "Телефон", en: "Phone"),
        Text(ky: "Почта", ru: "Почта", kk: "Пошта", en: "E-mail"),
        Text(ky: "Кайсы күндөн класста", ru: "В классе с", kk: "Сыныпта қай күннен", en: "In the class since"),
        Text(ky: "Кабыл алуу буйругу", ru: "Приказ о приёме", kk: "Қабылдау бұйрығы", en: "Order of entry"),
    ]

    static func students(_ count: Int) -> Text { studentCount(count) }

    static func summary(classes: Int, students: Int) -> Text {
        let (left, right) = (classCount(classes), studentCount(students))
        return Text(
            ky: "\(left.ky), \(right.ky)", ru: "\(left.ru), \(right.ru)", kk: "\(left.kk), \(right.kk)",
            en: "\(left.en), \(right.en)")
    }

    static func left(_ day: Day, to destination: String) -> Text {
        let place = destination.isEmpty ? "" : " → " + destination
        return Text(
            ky: "\(day.short) чыкты\(place)", ru: "выбыл(а) \(day.short)\(place)", kk: "\(day.short) шықты\(place)",
            en: "left on \(day.short)\(place)")
    }

    static func comes(_ day: Day) -> Text {
        Text(ky: "\(day.short) келет", ru: "с \(day.short)", kk: "\(day.short) келеді", en: "from \(day.short)")
    }

    static func since(_ day: Day) -> Text {
        Text(ky: "\(day.short) тартып", ru: "с \(day.short)", kk: "\(day.short) бастап", en: "since \(day.short)")
    }

    static func like(_ name: String) -> Text {
        Text(ky: "«\(name)» сыяктуу", ru: "как «\(name)»", kk: "«\(name)» сияқты", en: "as in “\(name)”")
    }

    /// The word for a relation; nil where none is told.
    static func relation(_ raw: String) -> Text? {
        switch raw {
        case "mother": Text(ky: "эне", ru: "мать", kk: "ана", en: "mother")
        case "father": Text(ky: "ата", ru: "отец", kk: "әке", en: "father")
        case "guardian": Text(ky: "камкорчу", ru: "опекун", kk: "қамқоршы", en: "guardian")
        case "parent", "relative", "": nil
        default: Text(same: raw)
        }
    }

    private static let classCount = Plural(
        ky: "класс", ru: ("класс", "класса", "классов"), kk: "сынып", en: ("class", "classes"))
    private static let studentCount = Plural(
        ky: "окуучу", ru: ("ученик", "ученика", "учеников"), kk: "оқушы", en: ("student", "students"))
}
