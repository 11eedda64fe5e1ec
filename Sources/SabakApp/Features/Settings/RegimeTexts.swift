import SchoolRules
import Web

enum RegimeTexts {
    static let title = Text(
        ky: "Класстар жана предметтер кантип бааланат", ru: "Как оцениваются классы и предметы",
        kk: "Сыныптар мен пәндер қалай бағаланады", en: "How grades and subjects are assessed")
    static let hint = Text(
        ky: "Коюлган баалар өзгөрбөйт, жабылган мезгилге тийилбейт.",
        ru: "Поставленные отметки не меняются, закрытые периоды не затрагиваются.",
        kk: "Қойылған бағалар өзгермейді, жабылған кезеңге тиілмейді.",
        en: "Marks that are set do not change, and a closed term is not touched.")
    static let grade = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Grade")
    static let subjects = Text(ky: "Предметтер", ru: "Предметы", kk: "Пәндер", en: "Subjects")
    static let way = Text(ky: "Баалоо тартиби", ru: "Порядок оценивания", kk: "Бағалау тәртібі", en: "Assessment")
    static let rules = Text(ky: "Эрежелер", ru: "Правила", kk: "Ережелер", en: "Rules")
    static let whose = Text(ky: "Кайдан", ru: "Откуда", kk: "Қайдан", en: "Whose")
    static let own = Text(ky: "мектептики", ru: "своё", kk: "мектептікі", en: "own")
    static let ofCountry = Text(
        ky: "өлкөнүн үлгүсү", ru: "из профиля страны", kk: "ел үлгісі", en: "the country’s")
    static let allOthers = Text(
        ky: "калган бардык предметтер", ru: "все остальные предметы", kk: "қалған барлық пәндер",
        en: "all other subjects")
    static let change = Text(ky: "Өзгөртүү", ru: "Изменить", kk: "Өзгерту", en: "Change")
    static let back = Text(
        ky: "Өлкөнүкүнө кайтуу", ru: "Вернуть из профиля", kk: "Елдің үлгісіне қайту", en: "Back to the country’s")
    static let toTable = Text(
        ky: "Бардык класстар", ru: "Все классы", kk: "Барлық сыныптар", en: "All grades")
    static let forWhom = Text(
        ky: "Ким үчүн жана кантип", ru: "Для кого и как", kk: "Кімге және қалай", en: "For whom and how")
    static let fromGrade = Text(ky: "Класстан", ru: "С класса", kk: "Сыныптан", en: "From grade")
    static let toGrade = Text(ky: "Класска чейин", ru: "По класс", kk: "Сыныпқа дейін", en: "To grade")
    static let subjectsLegend = Text(
        ky: "Предметтер; эч бири белгиленбесе — өз тартиби жок бардыгы",
        ru: "Предметы; если ни один не отмечен — все, у кого нет своего порядка",
        kk: "Пәндер; ешқайсысы белгіленбесе — өз тәртібі жоқтың бәрі",
        en: "Subjects; none ticked means all that have no rules of their own")
    static let next = Text(ky: "Эрежелерге", ru: "К правилам", kk: "Ережелерге", en: "To the rules")
    static let valid = Text(ky: "Качантан", ru: "Действует", kk: "Қашаннан", en: "Holds from")
    static let wholeYear = Text(
        ky: "окуу жылынын башынан", ru: "с начала учебного года", kk: "оқу жылының басынан",
        en: "the beginning of the school year")
    static let whatChanges = Text(
        ky: "Эмне өзгөрөт", ru: "Что изменится", kk: "Не өзгереді", en: "What changes")
    static let count = Text(ky: "Эсептөө", ru: "Расчёт", kk: "Есептеу", en: "Count")
    static let weighted = Text(
        ky: "Иштин түрүнүн салмагы эсепке алынат", ru: "Учитывать вес вида работы",
        kk: "Жұмыс түрінің салмағы есепке алынады", en: "Use the weights of the kinds of work")
    static let bars = Text(
        ky: "«2» болсо, эң жогорку баа сунушталбайт", ru: "При «2» среди текущих высшая отметка не предлагается",
        kk: "«2» болса, ең жоғары баға ұсынылмайды", en: "A current fail bars the highest mark")
    static let borders = Text(ky: "Баалардын чектери", ru: "Границы отметок", kk: "Бағалардың шектері", en: "Borders")
    static let nearest = Text(
        ky: "Жыйынтыктоочу баа — орточонун жакынкы бүтүн саны.", ru: "Итоговая — ближайшее к среднему целое.",
        kk: "Қорытынды баға — орташаға ең жақын бүтін сан.", en: "The final mark is the nearest whole number.")
    static let formative = Text(ky: "КБ, %", ru: "ФО, %", kk: "ҚБ, %", en: "Formative, %")
    static let section = Text(ky: "БЖБ, %", ru: "СОр, %", kk: "БЖБ, %", en: "Sections, %")
    static let term = Text(ky: "ЧЖБ, %", ru: "СОч, %", kk: "ТЖБ, %", en: "Term, %")
    static let sectionsTogether = Text(
        ky: "Бир нече БЖБ", ru: "Несколько СОр", kk: "Бірнеше БЖБ", en: "Several works for sections")
    static let percentRounding = Text(
        ky: "Пайызды тегеректөө", ru: "Округление процента", kk: "Пайызды дөңгелектеу", en: "Rounding of the per cent")
    static let halfYear = Text(
        ky: "Жарым жылдык баа, сааттан ашпаса", ru: "Отметка за полугодие при часах до",
        kk: "Жартыжылдық баға, сағаттан аспаса", en: "Half-year mark up to hours")
    static let halfYearHint = Text(
        ky: "жумасына саат; 0 — эч качан", ru: "часов в неделю; 0 — никогда", kk: "аптасына сағат; 0 — ешқашан",
        en: "hours a week; 0 is never")
    static let minimum = Text(
        ky: "Баалардын эң аз саны", ru: "Минимум отметок", kk: "Бағалардың ең аз саны", en: "Minimum of marks")
    static let whenLess = Text(ky: "Аз болсо", ru: "Если меньше", kk: "Аз болса", en: "With fewer")
    static let aWeek = Text(ky: "Жумасына", ru: "В неделю", kk: "Аптасына", en: "A week")
    static let quarter = Text(ky: "Чейрекке", ru: "За четверть", kk: "Тоқсанға", en: "Quarter")
    static let half = Text(ky: "Жарым жылга", ru: "За полугодие", kk: "Жартыжылға", en: "Half-year")
    static let control = Text(
        ky: "анын ичинен текшерүү", ru: "из них контрольных", kk: "оның ішінде бақылау", en: "of them control")
    static let decision = Text(
        ky: "Мугалимдин чечими", ru: "Решение учителя", kk: "Мұғалімнің шешімі", en: "The teacher’s decision")
    static let deviation = Text(
        ky: "Сунуштан айырма", ru: "Отличие от предложения", kk: "Ұсыныстан айырма", en: "May differ by")
    static let deviationHint = Text(
        ky: "эң көп кадам, себеби менен", ru: "ступеней не больше, с причиной", kk: "ең көп саты, себебімен",
        en: "steps at most, with a reason")
    static let missed = Text(
        ky: "Сабактын көбү калса, «н/а»", ru: "«н/а» при пропусках больше", kk: "Сабақ көп қалса, «а/ж»",
        en: "Not attested beyond")
    static let missedHint = Text(
        ky: "% сабак", ru: "% уроков", kk: "% сабақ", en: "% of lessons missed")
    static let transferred = Text(
        ky: "Башка мектептен келген баалар эсептелет", ru: "Отметки из прежней школы учитываются",
        kk: "Басқа мектептен келген бағалар есептеледі", en: "Marks of a former school count")
    static let revised = Text(
        ky: "Жыйынтыктоочу баа жабылгандан кийин уруксат менен өзгөрөт",
        ru: "Итоговую после закрытия можно изменить по разрешению",
        kk: "Қорытынды баға жабылғаннан кейін рұқсатпен өзгереді",
        en: "A final mark may be changed after closing, with permission")
    static let allClosed = Text(
        ky: "Бул класстардын бардык мезгилдери жабылган: өзгөртүүгө болбойт.",
        ru: "Все периоды этих классов закрыты: изменить нельзя.",
        kk: "Бұл сыныптардың барлық кезеңдері жабылған: өзгертуге болмайды.",
        en: "All terms of these grades are closed: nothing can be changed.")
    static let badStart = Text(
        ky: "Тизмеден күндү тандаңыз: жабылган мезгилге тийилбейт.",
        ru: "Выберите день из списка: закрытые периоды не затрагиваются.",
        kk: "Тізімнен күнді таңдаңыз: жабылған кезеңге тиілмейді.",
        en: "Choose a day of the list: closed terms are not touched.")
    static let borderOutOfReach = Text(
        ky: "Чек төмөнкү баадан жогору, өз баасынан көп эмес: 4 үчүн 3,01–4,00.",
        ru: "Граница выше соседней нижней отметки и не выше своей: для 4 — от 3,01 до 4,00.",
        kk: "Шек төменгі бағадан жоғары, өз бағасынан аспайды: 4 үшін 3,01–4,00.",
        en: "A border is above the next lower mark and not above its own: for a 4, 3.01 to 4.00.")
    static let percentOutOfRange = Text(
        ky: "1ден 100гө чейинки пайыз.", ru: "Процент от 1 до 100.", kk: "1-ден 100-ге дейінгі пайыз.",
        en: "A per cent from 1 to 100.")
    static let notFalling = Text(
        ky: "Мыкты баанын чеги жогору болушу керек.", ru: "У лучшей отметки граница должна быть выше.",
        kk: "Жақсы бағаның шегі жоғары болуы керек.", en: "A better mark needs a higher border.")
    static let notHundred = Text(
        ky: "Үч бөлүктүн суммасы 100 болсун.", ru: "Сумма трёх частей должна быть 100.",
        kk: "Үш бөліктің қосындысы 100 болсын.", en: "The three parts must sum to 100.")
    static let moreControl = Text(
        ky: "Чейректеги баалардан көп болбойт.", ru: "Не больше, чем отметок за четверть.",
        kk: "Тоқсандағы бағадан көп болмайды.", en: "Not more than marks in a quarter.")

    static func since(_ day: Day) -> Text {
        Text(ky: "\(day.short) баштап", ru: "с \(day.short)", kk: "\(day.short) бастап", en: "from \(day.short)")
    }

    static func coming(_ day: Day) -> Text {
        Text(
            ky: "\(day.short) баштап болот", ru: "с \(day.short) будет", kk: "\(day.short) бастап болады",
            en: "from \(day.short) it will be")
    }

    /// The days from which a rule may hold, as a form offers them.
    static func starts(_ starts: [AssessedYear.Start], _ language: Language) -> [(value: String, words: String)] {
        starts.map { start in
            (start.day.description, start.term.map { from(term: $0)[language] } ?? since(start.day)[language])
        }
    }

    static func from(term: FinalTerm) -> Text {
        let name = PeriodWords.name(term.key, among: [term])
        let day = term.from.short
        return Text(
            ky: "\(name[.ky]), \(day) баштап", ru: "\(name[.ru]), с \(day)", kk: "\(name[.kk]), \(day) бастап",
            en: "\(name[.en]), from \(day)")
    }

    static func hours(_ number: String) -> Text {
        Text(ky: "\(number) саат", ru: "\(number) ч", kk: "\(number) сағ", en: "\(number) h")
    }

    static func border(_ value: String, isPercent: Bool) -> Text {
        let sign = isPercent ? ", %" : ""
        return Text(
            ky: "«\(value)» качан\(sign)", ru: "«\(value)» от\(sign)", kk: "«\(value)» қашан\(sign)",
            en: "\(value) from\(sign)")
    }

    static func badNumber(_ range: ClosedRange<Fraction>) -> Text {
        let (least, most) = (range.lowerBound.description, range.upperBound.description)
        return Text(
            ky: "\(least)–\(most) арасындагы сан.", ru: "Число от \(least) до \(most).",
            kk: "\(least)–\(most) арасындағы сан.", en: "A number from \(least) to \(most).")
    }

    /// What a preview says, line by line.
    static func lines(_ preview: RegimePreview) -> [Text] {
        var lines = [
            Text(
                ky: "Журналдын \(preview.pages) бети башкача бааланат",
                ru: "Иначе оцениваются страницы журнала: \(preview.pages)",
                kk: "Журналдың \(preview.pages) беті басқаша бағаланады",
                en: "Pages of the journal assessed in another way: \(preview.pages)")
        ]
        if preview.counted > 0 {
            lines.append(
                Text(
                    ky: "Учурдагы мезгилде сунуш өзгөрөт: \(preview.changed) / \(preview.counted)",
                    ru: "В идущем периоде предложение изменится: \(preview.changed) из \(preview.counted)",
                    kk: "Ағымдағы кезеңде ұсыныс өзгереді: \(preview.changed) / \(preview.counted)",
                    en: "Proposals of the running term that change: \(preview.changed) of \(preview.counted)"))
        }
        if preview.foreign > 0 {
            lines.append(
                Text(
                    ky: "Башка шкаладагы \(preview.foreign) баа ошол бойдон калат жана эсепке кирбейт",
                    ru: "Отметки прежней шкалы (\(preview.foreign)) останутся как есть и в расчёт не войдут",
                    kk: "Басқа шкаладағы \(preview.foreign) баға сол күйі қалады және есепке кірмейді",
                    en: "Marks of the former scale stay as they are and enter no number: \(preview.foreign)"))
        }
        return lines + [hint]
    }
}
