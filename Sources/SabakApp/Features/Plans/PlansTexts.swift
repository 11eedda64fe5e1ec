import Web

enum PlansTexts {
    static let planWorks = Text(
        ky: "Текшерүү иштери", ru: "Контрольные работы", kk: "Бақылау жұмыстары", en: "Works")
    static let title = Text(
        ky: "Календардык-тематикалык пландар", ru: "Календарно-тематические планы",
        kk: "Күнтізбелік-тақырыптық жоспарлар", en: "Calendar-thematic plans")
    static let what = Text(
        ky: "План журналдын бетиндеги ар бир сабакка тема сунуштайт.",
        ru: "План предлагает тему каждому уроку страницы.",
        kk: "Жоспар беттің әр сабағына тақырып ұсынады.", en: "A plan proposes the topic of every lesson of a page.")
    static let none = Text(
        ky: "Азырынча план жок.", ru: "Планов пока нет.", kk: "Әзірге жоспар жоқ.", en: "There are no plans yet.")
    static let plan = Text(ky: "План", ru: "План", kk: "Жоспар", en: "Plan")
    static let subject = Text(ky: "Предмет, класс", ru: "Предмет, класс", kk: "Пән, сынып", en: "Subject, grade")
    static let author = Text(ky: "Түзгөн", ru: "Автор", kk: "Құрастырған", en: "Author")
    static let topics = Text(ky: "Темалар", ru: "Темы", kk: "Тақырыптар", en: "Topics")
    static let hours = Text(ky: "Саат", ru: "Часы", kk: "Сағат", en: "Hours")
    static let attachedTo = Text(ky: "Кайда тиркелген", ru: "Где подключён", kk: "Қайда тіркелген", en: "Attached to")
    static let mine = Text(ky: "меники", ru: "мой", kk: "менікі", en: "mine")
    static let add = Text(ky: "Жаңы план", ru: "Новый план", kk: "Жаңа жоспар", en: "New plan")
    static let name = Text(ky: "Аталышы", ru: "Название", kk: "Атауы", en: "Title")
    static let lines = Text(
        ky: "Темалар, ар бири өз сабында", ru: "Темы, каждая на своей строке", kk: "Тақырыптар, әрқайсысы өз жолында",
        en: "Topics, one a line")
    static let linesHint = Text(
        ky:
            "Саат жана үй тапшырмасы сызыкчадан кийин: Тема | 2 | § 5. Excelден көчүрсө болот. # бөлүмдү баштайт.",
        ru:
            "Часы и домашнее задание — через черту: Тема | 2 | § 5. Можно вставить из Excel. Знак # начинает раздел.",
        kk:
            "Сағат пен үй тапсырмасы сызықтан кейін: Тақырып | 2 | § 5. Excel-ден көшіруге болады. # бөлімді бастайды.",
        en:
            "Hours and homework follow a bar: Topic | 2 | § 5. Cells copied from a sheet work too. # starts a section."
    )
    static let attachNow = Text(
        ky: "Ушул предметтин планы жок беттериме дароо тиркөө", ru: "Сразу подключить к моим страницам без плана",
        kk: "Жоспары жоқ беттеріме бірден тіркеу", en: "Attach at once to my pages that have no plan")
    static let make = Text(ky: "Түзүү", ru: "Создать", kk: "Құру", en: "Create")
    static let number = Text(same: "№")
    static let section = Text(ky: "Бөлүм", ru: "Раздел", kk: "Бөлім", en: "Section")
    static let topic = Text(ky: "Тема", ru: "Тема", kk: "Тақырып", en: "Topic")
    static let kind = Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work")
    static let homework = Text(ky: "Үй тапшырмасы", ru: "Домашнее задание", kk: "Үй тапсырмасы", en: "Homework")
    static let held = Text(ky: "Өткөрүлгөн күнү", ru: "Дата по факту", kk: "Өткізілген күні", en: "Held on")
    static let more = Text(
        ky: "Аягына кошуу, ар бир тема өз сабында", ru: "Добавить в конец, по теме на строке",
        kk: "Соңына қосу, әр тақырып өз жолында", en: "Add at the end, one topic a line")
    static let rowsHint = Text(
        ky: "Сапты өчүрүү үчүн темасын тазалаңыз: өткөн сабактар темасын сактайт. Иретти № менен өзгөртсө болот.",
        ru: "Чтобы убрать строку, сотрите тему: проведённые уроки свою тему сохранят. Порядок меняется номером.",
        kk: "Жолды өшіру үшін тақырыбын тазалаңыз: өткен сабақтар тақырыбын сақтайды. Ретті № арқылы өзгертуге болады.",
        en: "Empty a topic to remove its row: lessons already held keep theirs. Change the order by number.")
    static let pages = Text(
        ky: "Менин беттерим", ru: "Мои страницы", kk: "Менің беттерім", en: "My pages")
    static let noPages = Text(
        ky: "Бул предмет жана класс боюнча бетиңиз жок.", ru: "У вас нет страниц этого предмета и класса.",
        kk: "Бұл пән мен сынып бойынша бетіңіз жоқ.", en: "You have no pages of this subject and grade.")
    static let otherPlan = Text(
        ky: "башка план тиркелген", ru: "подключён другой план", kk: "басқа жоспар тіркелген", en: "has another plan")
    static let attach = Text(ky: "Тиркөө", ru: "Подключить", kk: "Тіркеу", en: "Attach")
    static let copy = Text(ky: "Өзүмө көчүрүү", ru: "Скопировать себе", kk: "Өзіме көшіру", en: "Copy for myself")
    static let remove = Text(ky: "Планды өчүрүү", ru: "Удалить план", kk: "Жоспарды жою", en: "Delete the plan")
    static let removeWhat = Text(
        ky: "Сабактар темаларын сактайт, план гана жоголот.", ru: "Уроки сохранят свои темы, исчезнет только план.",
        kk: "Сабақтар тақырыптарын сақтайды, тек жоспар жойылады.", en: "Lessons keep their topics; only the plan goes."
    )
    static let made = Text(ky: "План түзүлдү.", ru: "План создан.", kk: "Жоспар құрылды.", en: "The plan is made.")
    static let attached = Text(
        ky: "Сакталды: тиркелген беттер темаларды ушул пландан алат.",
        ru: "Сохранено: темы подключённых страниц берутся из этого плана.",
        kk: "Сақталды: тіркелген беттер тақырыптарды осы жоспардан алады.",
        en: "Saved: the pages attached take their topics from this plan.")
    static let copied = Text(
        ky: "Бул сиздин көчүрмөңүз: өзгөртсөңүз болот.", ru: "Это ваша копия: её можно менять.",
        kk: "Бұл сіздің көшірмеңіз: өзгертуге болады.", en: "This is your copy: you may change it.")
    static let removed = Text(
        ky: "План өчүрүлдү.", ru: "План удалён.", kk: "Жоспар жойылды.", en: "The plan is deleted.")
    static let back = Text(ky: "Бардык пландар", ru: "Все планы", kk: "Барлық жоспарлар", en: "All plans")
    static let topicCount = Plural(
        ky: "тема", ru: ("тема", "темы", "тем"), kk: "тақырып", en: ("topic", "topics"))

    static func hours(_ hours: String) -> Text {
        Text(ky: "\(hours) саат", ru: "\(hours) ч", kk: "\(hours) сағат", en: "\(hours) h")
    }
}
