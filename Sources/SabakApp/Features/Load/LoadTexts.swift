import SchoolRules
import Web

enum LoadTexts {
    static let load = Text(ky: "Окуу жүктөмү", ru: "Учебная нагрузка", kk: "Оқу жүктемесі", en: "Teaching load")
    static let rows = Plural(
        ky: "жазуу", ru: (one: "запись", few: "записи", many: "записей"), kk: "жазба", en: (one: "row", other: "rows"))
    static let all = Text(ky: "Баары", ru: "Все", kk: "Барлығы", en: "All")
    static let search = Text(ky: "Издөө", ru: "Поиск", kk: "Іздеу", en: "Search")
    static let show = Text(ky: "Көрсөтүү", ru: "Показать", kk: "Көрсету", en: "Show")
    static let classWord = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let group = Text(ky: "Топ", ru: "Группа", kk: "Топ", en: "Group")
    static let teacher = Text(ky: "Мугалим", ru: "Учитель", kk: "Мұғалім", en: "Teacher")
    static let hours = Text(ky: "Саат", ru: "Часов", kk: "Сағат", en: "Hours")
    static let hoursAWeek = Text(ky: "Жумасына саат", ru: "Часов в неделю", kk: "Аптасына сағат", en: "Hours a week")
    static let hoursHint = Text(
        ky: "мисалы, 4 же 0,5", ru: "например, 4 или 0,5", kk: "мысалы, 4 немесе 0,5", en: "such as 4 or 0.5")
    static let inTimetable = Text(ky: "Жүгүртмөдө", ru: "В расписании", kk: "Кестеде", en: "In the timetable")
    static let dates = Text(ky: "Мөөнөтү", ru: "Срок", kk: "Мерзімі", en: "Dates")
    static let actions = Text(ky: "Аракеттер", ru: "Действия", kk: "Әрекеттер", en: "Actions")
    static let change = Text(ky: "Өзгөртүү", ru: "Изменить", kk: "Өзгерту", en: "Change")
    static let nobody = Text(ky: "мугалим жок", ru: "нет учителя", kk: "мұғалім жоқ", en: "no teacher")
    static let add = Text(ky: "Жүктөм кошуу", ru: "Добавить нагрузку", kk: "Жүктеме қосу", en: "Add load")
    static let added = Text(
        ky: "Жүктөм кошулду. Мугалимдин укугу ошол күндөн башталат.",
        ru: "Нагрузка добавлена. Права учителя действуют с указанного дня.",
        kk: "Жүктеме қосылды. Мұғалімнің құқығы сол күннен басталады.",
        en: "The load is added. The teacher's rights begin on that day.")
    static let further = Text(ky: "Улантуу", ru: "Далее", kk: "Әрі қарай", en: "Continue")
    static let acrossClasses = Text(
        ky: "Бир нече класстын тобу", ru: "Группа из нескольких классов", kk: "Бірнеше сыныптың тобы",
        en: "Group across classes")
    static let wholeClass = Text(ky: "бүт класс", ru: "весь класс", kk: "бүкіл сынып", en: "whole class")
    static let newGroup = Text(ky: "жаңы топ", ru: "новая группа", kk: "жаңа топ", en: "new group")
    static let newGroupName = Text(
        ky: "Жаңы топтун аты", ru: "Название новой группы", kk: "Жаңа топтың атауы", en: "Name of the new group")
    static let newGroupHint = Text(
        ky: "Окуучулар топко класстын барагында бөлүнөт.", ru: "Учеников делят на группы на странице класса.",
        kk: "Оқушылар топқа сынып бетінде бөлінеді.", en: "Students are divided on the page of the class.")
    static let makesPage = Text(
        ky: "Жүктөм журналдын бетин ачат жана мугалимге укук берет.",
        ru: "Нагрузка создаёт страницу журнала и даёт учителю права на неё.",
        kk: "Жүктеме журнал бетін ашып, мұғалімге құқық береді.",
        en: "The load makes the journal page and gives the teacher the right to it.")
    static let byTeacher = Text(ky: "Мугалимдер боюнча", ru: "По учителям", kk: "Мұғалімдер бойынша", en: "By teacher")
    static let pages = Text(ky: "Беттер", ru: "Страниц", kk: "Беттер", en: "Pages")
    static let giveToTeacher = Text(
        ky: "Мугалимге берүү", ru: "Передать учителю", kk: "Мұғалімге беру", en: "Give to a teacher")
    static let how = Text(ky: "Кантип", ru: "Как", kk: "Қалай", en: "How")
    static let oneMore = Text(
        ky: "дагы бир мугалим", ru: "ещё один учитель", kk: "тағы бір мұғалім", en: "one more teacher")
    static let from = Text(ky: "Кайсы күндөн", ru: "С какого дня", kk: "Қай күннен", en: "From")
    static let lastDay = Text(ky: "Акыркы күнү", ru: "Последний день", kk: "Соңғы күні", en: "Last day")
    static let endWithout = Text(
        ky: "Алмаштырбай аяктоо", ru: "Закончить без замены", kk: "Алмастырмай аяқтау", en: "End without a successor")
    static let end = Text(ky: "Аяктоо", ru: "Закончить", kk: "Аяқтау", en: "End")
    static let badHours = Text(
        ky: "Саатты мындай жазыңыз: 4 же 0,5.", ru: "Напишите часы так: 4 или 0,5.",
        kk: "Сағатты былай жазыңыз: 4 немесе 0,5.", en: "Write the hours like this: 4 or 0.5.")
    static let noDay = Text(
        ky: "Ушул окуу жылынын күнүн көрсөтүңүз.", ru: "Укажите день этого учебного года.",
        kk: "Осы оқу жылының күнін көрсетіңіз.", en: "Give a day of this school year.")
    static let noSubject = Text(
        ky: "Предметти тандаңыз.", ru: "Выберите предмет.", kk: "Пәнді таңдаңыз.", en: "Choose a subject.")
    static let noGroup = Text(
        ky: "Топту тандаңыз.", ru: "Выберите группу.", kk: "Топты таңдаңыз.", en: "Choose a group.")
    static let noGroupName = Text(
        ky: "Топтун атын жазыңыз, 40 белгиге чейин.", ru: "Напишите название группы, до 40 знаков.",
        kk: "Топтың атауын жазыңыз, 40 таңбаға дейін.", en: "Name the group, up to 40 characters.")
    static let groupExists = Text(
        ky: "Мындай топ бар: аны тизмеден тандаңыз.", ru: "Такая группа есть: выберите её в списке.",
        kk: "Мұндай топ бар: оны тізімнен таңдаңыз.", en: "There is such a group: choose it in the list.")
    static let noTeacherChosen = Text(
        ky: "Мугалимди тандаңыз.", ru: "Выберите учителя.", kk: "Мұғалімді таңдаңыз.", en: "Choose a teacher.")
    static let sameTeacher = Text(
        ky: "Башка мугалимди тандаңыз.", ru: "Выберите другого учителя.", kk: "Басқа мұғалімді таңдаңыз.",
        en: "Choose another teacher.")
    static let teachesAlready = Text(
        ky: "Бул мугалимде мындай жүктөм бар.", ru: "У этого учителя такая нагрузка уже есть.",
        kk: "Бұл мұғалімде мұндай жүктеме бар.", en: "This teacher has this load already.")

    static let toHandOver = Text(
        ky: "Өткөрүп бериле турган жүктөм", ru: "Нагрузка к передаче", kk: "Өткізілетін жүктеме",
        en: "Load to hand over")
    static let toHandOverWhat = Text(
        ky: "Мугалими бошотулган беттер. Бирөөнү баарына же ар бетке өзүнчө тандаңыз.",
        ru: "Страницы уволенных учителей. Выберите одного на все страницы или каждой своего.",
        kk: "Босатылған мұғалімдердің беттері. Бәріне бір мұғалімді не әр бетке бөлек таңдаңыз.",
        en: "Pages of dismissed teachers. Choose one teacher for all of them, or each its own.")
    static let nothingToHandOver = Text(
        ky: "Мугалимсиз калган жүктөм жок.", ru: "Нагрузки, оставшейся без учителя, нет.",
        kk: "Мұғалімсіз қалған жүктеме жоқ.", en: "No load has lost its teacher.")
    static let handedOver = Text(
        ky: "Жүктөм өткөрүлдү.", ru: "Нагрузка передана.", kk: "Жүктеме өткізілді.", en: "The load is handed over.")
    static let handOver = Text(ky: "Өткөрүп берүү", ru: "Передать", kk: "Өткізу", en: "Hand over")
    static let giveAllTo = Text(
        ky: "Баарын кимге", ru: "Всё передать", kk: "Бәрін кімге", en: "Give all to")
    static let nobodyChosen = Text(
        ky: "беттер боюнча тандоо", ru: "выбрать по страницам", kk: "беттер бойынша таңдау", en: "choose by page")
    static let asAbove = Text(ky: "жогорудагыдай", ru: "как выше", kk: "жоғарыдағыдай", en: "as above")
    static let newTeacher = Text(ky: "Жаңы мугалим", ru: "Новый учитель", kk: "Жаңа мұғалім", en: "New teacher")

    static func openPages(_ count: Int) -> Text {
        let pages = pageCount(count)
        return Text(
            ky: "Мугалими бошотулду: \(pages.ky).", ru: "Без учителя после увольнения: \(pages.ru).",
            kk: "Мұғалімі босатылды: \(pages.kk).", en: "Without a teacher after a dismissal: \(pages.en).")
    }

    static func leaves(_ day: Day, hours: String) -> Text {
        Text(
            ky: "\(day.short) бошотулат · \(hours)", ru: "увольнение \(day.short) · \(hours)",
            kk: "\(day.short) босатылады · \(hours)", en: "dismissed on \(day.short) · \(hours)")
    }

    private static let pageCount = Plural(
        ky: "бет", ru: (one: "страница", few: "страницы", many: "страниц"), kk: "бет", en: (one: "page", other: "pages")
    )

    static func vacancies(_ count: Int) -> Text {
        Text(
            ky: "мугалими жок: \(count)", ru: "без учителя: \(count)", kk: "мұғалімі жоқ: \(count)",
            en: "without a teacher: \(count)")
    }

    static func placed(_ placed: String, _ hours: String) -> Text {
        Text(
            ky: "\(placed) / \(hours)", ru: "\(placed) из \(hours)", kk: "\(placed) / \(hours)",
            en: "\(placed) of \(hours)")
    }

    static func instead(_ name: String) -> Text {
        Text(
            ky: "\(name) ордуна", ru: "вместо: \(name)", kk: "\(name) орнына", en: "in place of \(name)")
    }

    static func individual(_ name: String) -> Text {
        Text(
            ky: "жеке план: \(name)", ru: "индивидуальный план: \(name)", kk: "жеке жоспар: \(name)",
            en: "individual plan: \(name)")
    }

    static func groupName(_ page: TaughtPage) -> Text {
        page.kind == "individual" ? individual(page.groupName) : Text(same: page.groupName)
    }

    static func beforeBeginning(_ day: Day) -> Text {
        Text(
            ky: "Жүктөм \(day.short) башталган: андан эрте күн болбойт.",
            ru: "Нагрузка началась \(day.short): более ранний день невозможен.",
            kk: "Жүктеме \(day.short) басталған: одан ерте күн болмайды.",
            en: "The load began on \(day.short): an earlier day is not possible.")
    }
}
