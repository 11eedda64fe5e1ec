import SchoolRules
import Web

enum FinalsTexts {
    static let title = Text(
        ky: "Жыйынтыктоочу баалар", ru: "Итоговые отметки", kk: "Қорытынды бағалар", en: "Final marks")
    static let journal = Text(ky: "Журналга", ru: "К журналу", kk: "Журналға", en: "To the journal")
    static let inWords = Text(ky: "Мүнөздөмө", ru: "Характеристика", kk: "Мінездеме", en: "In words")
    static let results = Text(
        ky: "Иштер боюнча", ru: "По работам", kk: "Жұмыстар бойынша", en: "By works")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let average = Text(ky: "Орточо", ru: "Средний", kk: "Орташа", en: "Average")
    static let percent = Text(ky: "Пайыз", ru: "Процент", kk: "Пайыз", en: "Per cent")
    static let minimum = Text(
        ky: "Баа бар/керек", ru: "Отметок есть/надо", kk: "Баға бар/керек", en: "Marks has/needs")
    static let missed = Text(ky: "Калтырды", ru: "Пропущено", kk: "Қалдырды", en: "Missed")
    static let proposal = Text(ky: "Сунуш", ru: "Предложение", kk: "Ұсыныс", en: "Proposal")
    static let decision = Text(ky: "Чечим", ru: "Решение", kk: "Шешім", en: "Decision")
    static let marks = Text(ky: "Баалар", ru: "Отметки", kk: "Бағалар", en: "Marks")
    static let kindOfWork = Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work")
    static let allKinds = Text(ky: "Баары", ru: "Все", kk: "Барлығы", en: "All")
    static let show = Text(ky: "Көрсөтүү", ru: "Показать", kk: "Көрсету", en: "Show")
    static let transferred = Text(
        ky: "Мурунку мектептен", ru: "Из другой школы", kk: "Бұрынғы мектептен", en: "From a former school")
    static let accumulation = Text(
        ky: "Баалардын топтолушу", ru: "Накопляемость", kk: "Бағалардың жиналуы", en: "Marks gathered")
    static let perStudent = Text(
        ky: "Бир окуучуга баа", ru: "Отметок на ученика", kk: "Бір оқушыға баға", en: "Marks per student")
    static let density = Text(
        ky: "Катышкан 100 сабакка баа", ru: "Отметок на 100 посещённых уроков", kk: "Қатысқан 100 сабаққа баға",
        en: "Marks per 100 lessons attended")
    static let enough = Text(ky: "Минимум бар", ru: "Минимум набран", kk: "Минимум бар", en: "Have the minimum")
    static let noMarks = Text(ky: "Баасы жок", ru: "Без отметок", kk: "Бағасы жоқ", en: "Without marks")
    static let withOne = Text(ky: "Бир баасы бар", ru: "С одной отметкой", kk: "Бір бағасы бар", en: "With one mark")
    static let reason = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let noStudents = Text(
        ky: "Топто окуучу жок.", ru: "В группе нет учеников.", kk: "Топта оқушы жоқ.",
        en: "There are no students in the group.")
    static let withoutMarks = Text(
        ky: "Бул класс баасыз окуйт: жыйынтыктоочу баа коюлбайт.",
        ru: "Здесь учатся без отметок: итоговые не ставятся.",
        kk: "Бұл сынып бағасыз оқиды: қорытынды баға қойылмайды.",
        en: "This grade is taught without marks: no final marks are set.")
    static let withNext = Text(
        ky: "Жумасына бир саат: баа жарым жылдыкка, кийинки чейрек менен коюлат.",
        ru: "Один час в неделю: отметка ставится за полугодие, вместе со следующей четвертью.",
        kk: "Аптасына бір сағат: баға жартыжылдыққа, келесі тоқсанмен қойылады.",
        en: "At one hour a week the mark is set for the half-year, with the next quarter.")
    static let closed = Text(
        ky: "Мезгил жабылган:", ru: "Период закрыт:", kk: "Кезең жабылған:", en: "The term was closed on")
    static let askUnlock = Text(
        ky: "Кулпусун ачууну суроо", ru: "Попросить разблокировку", kk: "Құлпын ашуды сұрау", en: "Ask for an unlock")
    static let unlocked = Text(
        ky: "Сиз үчүн ачылды, мөөнөтү:", ru: "Открыто для вас до:", kk: "Сіз үшін ашылды, мерзімі:",
        en: "Open for you until")

    static func accept(_ count: Int) -> Text {
        Text(
            ky: "Сунушталгандарды коюу: \(count)", ru: "Поставить предложенные: \(count)",
            kk: "Ұсынылғандарды қою: \(count)", en: "Set the proposed ones: \(count)")
    }

    static func notAll(saved: Int, of all: Int) -> Text {
        Text(
            ky: "Сакталды: \(saved) / \(all). Калгандарын текшериңиз.",
            ru: "Сохранено \(saved) из \(all). Проверьте остальные.",
            kk: "Сақталды: \(saved) / \(all). Қалғандарын тексеріңіз.",
            en: "Saved \(saved) of \(all). Check the rest.")
    }

    static func mayBe(_ scale: Scale, _ record: RecordLanguage) -> Text {
        let values = scale.values.map(\.value)
        let codes = [AssessmentCode.notAttested, .exempt, .temporarilyNotAttested].map { $0.label[record] }
        let list = (values + codes).joined(separator: ", ")
        return Text(
            ky: "Коюуга болот: \(list). Сунуштан айырмаланса, себебин жазыңыз.",
            ru: "Можно поставить: \(list). Если решение отличается от предложения, напишите причину.",
            kk: "Қоюға болады: \(list). Ұсыныстан өзгеше болса, себебін жазыңыз.",
            en: "It may be: \(list). A decision that differs from the proposal needs a reason.")
    }
}

enum CountTexts {
    static func grade(_ grade: Int) -> Text {
        Text(ky: "\(grade)-класс", ru: "\(grade) класс", kk: "\(grade)-сынып", en: "grade \(grade)")
    }

    static let inWords = Text(
        ky: "Мугалимдин сөзү", ru: "Словами учителя", kk: "Мұғалім сөзімен", en: "In the teacher’s words")
    static let title = Text(ky: "Эсептөө", ru: "Расчёт", kk: "Есептеу", en: "Count")
    static let work = Text(ky: "Эмне үчүн", ru: "За что", kk: "Не үшін", en: "For what")
    static let howMuch = Text(ky: "Кантип", ru: "Как вошло", kk: "Қалай", en: "How it enters")
    static let share = Text(ky: "Үлүшү", ru: "Вклад", kk: "Үлесі", en: "Share")
    static let sum = Text(ky: "Бардыгы", ru: "Итого", kk: "Барлығы", en: "Sum")
    static let notCounted = Text(
        ky: "Орточого кирбеген баалар", ru: "Не вошли в расчёт", kk: "Есепке кірмеген бағалар", en: "Not counted")
    static let rule = Text(ky: "Эреже", ru: "Правило", kk: "Ереже", en: "Rule")
    static let proposal = Text(
        ky: "Эреже боюнча азыр", ru: "По правилу сейчас", kk: "Ереже бойынша қазір", en: "By the rule now")
    static let final = Text(
        ky: "Жыйынтыктоочу баа", ru: "Итоговая отметка", kk: "Қорытынды баға", en: "Final mark")
    static let minimum = Text(ky: "Баалар", ru: "Отметок", kk: "Бағалар", en: "Marks")
    static let control = Text(
        ky: "алардын ичинен текшерүү иштери", ru: "из них за контрольные", kk: "оның ішінде бақылау жұмыстары",
        en: "of them for control works")
    static let nothing = Text(
        ky: "Эсептей турган баа жок.", ru: "Считать пока нечего: отметок нет.", kk: "Есептейтін баға жоқ.",
        en: "There is nothing to count yet.")
    static let paths = Text(
        ky: "Кайсы баа керек", ru: "Какая отметка нужна", kk: "Қандай баға керек", en: "Which mark is needed")
    static let noPaths = Text(
        ky: "Мындан жогору баага 10 баа менен жетүүгө болбойт же ал жетилген.",
        ru: "Более высокая отметка уже есть или за 10 отметок недостижима.",
        kk: "Бұдан жоғары бағаға 10 бағамен жету мүмкін емес немесе ол бар.",
        en: "A higher mark is reached already, or ten marks do not reach it.")
    static let whatIf = Text(
        ky: "Эгер мындай баалар болсо", ru: "Что, если будут такие отметки", kk: "Егер мынадай бағалар болса",
        en: "What if there were these marks")
    static let nothingSaved = Text(
        ky: "Бул жерде эч нерсе сакталбайт.", ru: "Здесь ничего не сохраняется.", kk: "Мұнда ештеңе сақталмайды.",
        en: "Nothing is saved here.")
    static let mark = Text(ky: "Баа", ru: "Отметка", kk: "Баға", en: "Mark")
    static let pointsOf = Text(ky: "Балл", ru: "Баллы", kk: "Балл", en: "Points")
    static let kind = Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work")
    static let counting = Text(ky: "Эсептөө", ru: "Посчитать", kk: "Есептеу", en: "Count it")
    static let would = Text(ky: "Мындай болот", ru: "Получится", kk: "Мынадай болады", en: "It would be")
    static let ifNext = Text(
        ky: "ЧЖБ үчүн", ru: "За СОч нужно", kk: "ТЖБ үшін", en: "For the term work")

    static func of(_ target: String) -> Text {
        Text(ky: "\(target) үчүн", ru: "Чтобы вышло \(target)", kk: "\(target) үшін", en: "For a \(target)")
    }

    /// "2 × 5, контрольная работа".
    static func path(_ times: Int, _ value: String, _ kind: String) -> String {
        "\(times) × «\(value)»" + (kind.isEmpty ? "" : ", " + kind)
    }

    static func points(_ least: Int, _ highest: Int) -> Text {
        Text(
            ky: "\(highest) баллдан кеминде \(least)", ru: "не меньше \(least) из \(highest)",
            kk: "\(highest) балдан кемінде \(least)", en: "at least \(least) of \(highest)")
    }
}
