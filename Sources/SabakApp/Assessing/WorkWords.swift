import SchoolRules
import Web

/// What the rules say against a planned work, in words.
enum WorkWords {
    /// Beside a work in a list; nothing where nothing is wrong.
    static func list(_ warnings: [WorkWarning], _ language: Language) -> HTML? {
        warnings.isEmpty
            ? nil : "\(warnings.html { "<small class=\"warn\">! \(warning($0)[language])</small>" as HTML })"
    }

    static func homework(_ warning: HomeworkWarning) -> Text {
        switch warning {
        case .overWeekend(let due):
            Text(
                ky: "\(due.words(.ky)) үчүн: дем алыш күндөргө 1–6-класстарга үй тапшырмасы берилбейт",
                ru: "К \(due.words(.ru)): на выходные в 1–6 классах не задают",
                kk: "\(due.words(.kk)) үшін: демалысқа 1–6-сыныптарға үй тапсырмасы берілмейді",
                en: "For \(due.words(.en)): no homework over the weekend in grades 1–6")
        case .overBreak(let due):
            Text(
                ky: "\(due.words(.ky)) үчүн: каникулга жана майрамга үй тапшырмасы берилбейт",
                ru: "К \(due.words(.ru)): на каникулы и праздники не задают",
                kk: "\(due.words(.kk)) үшін: каникулға және мерекеге үй тапсырмасы берілмейді",
                en: "For \(due.words(.en)): no homework over a break or a holiday")
        case .tooLong(let due, let minutes, let allowed):
            Text(
                ky: "\(due.words(.ky)) үчүн класска \(minutes) мүнөт берилди, болгону \(allowed)",
                ru: "К \(due.words(.ru)) классу задано \(minutes) мин, можно \(allowed)",
                kk: "\(due.words(.kk)) үшін сыныпқа \(minutes) мин берілді, болатыны \(allowed)",
                en: "\(minutes) minutes are due for the class on \(due.words(.en)); \(allowed) are allowed")
        }
    }

    static func warning(_ warning: WorkWarning) -> Text {
        switch warning {
        case .tooManySections:
            Text(
                ky: "Чейректе бир предметтен эң көп үч БЖБ: башкасын алып салыңыз же жылдырыңыз",
                ru: "Больше трёх СОр по предмету за четверть: уберите или перенесите другую",
                kk: "Тоқсанда бір пәннен ең көбі үш БЖБ: басқасын алып тастаңыз не ауыстырыңыз",
                en: "More than three section works in the subject and term: move or withdraw another")
        case .tooManyTermWorks(let day, _):
            Text(
                ky: "\(day.words(.ky)): класста үч ЧЖБ бар, башка күндү тандаңыз",
                ru: "\(day.words(.ru)) у класса уже три СОч: выберите другой день",
                kk: "\(day.words(.kk)): сыныпта үш ТЖБ бар, басқа күнді таңдаңыз",
                en: "The class has three term works on \(day.words(.en)): choose another day")
        case .termWorkOnLastDay:
            Text(
                ky: "ЧЖБ чейректин акыркы күнү жазылбайт: эртерээк күндү тандаңыз",
                ru: "СОч не проводят в последний день четверти: выберите день раньше",
                kk: "ТЖБ тоқсанның соңғы күні өткізілмейді: ертерек күнді таңдаңыз",
                en: "No term work on the last day of the quarter: choose an earlier day")
        case .termWorkBesideSection(let day, _):
            Text(
                ky: "\(day.words(.ky)) бул предметтен БЖБ да, ЧЖБ да болот: бирин жылдырыңыз",
                ru: "\(day.words(.ru)) по предмету оказались и СОр, и СОч: перенесите одну",
                kk: "\(day.words(.kk)) осы пәннен БЖБ да, ТЖБ да болады: бірін ауыстырыңыз",
                en: "A section work and the term work of the subject on \(day.words(.en)): move one of them")
        case .tooManyControls(let allowed, _):
            Text(
                ky: "Текшерүү иштери сааттын ондон биринен көп: жылына эң көп \(allowed)",
                ru: "Контрольных больше десятой части часов предмета: в год не больше \(allowed)",
                kk: "Бақылау жұмыстары сағаттың оннан бірінен көп: жылына ең көбі \(allowed)",
                en: "Control works take more than a tenth of the hours: at most \(allowed) a year")
        case .tooClose:
            Text(
                ky: "Ушул предметтен иштердин ортосу эки жарым жумадан аз",
                ru: "Между работами по предмету меньше двух с половиной недель",
                kk: "Осы пән жұмыстарының арасы екі жарым аптадан аз",
                en: "Less than two and a half weeks between two works of the subject")
        case .atEdgeOfDay:
            Text(
                ky: "Иш күндүн биринчи же акыркы сабагына туура келди",
                ru: "Работа стоит на первом или последнем уроке дня",
                kk: "Жұмыс күннің бірінші не соңғы сабағына тура келді",
                en: "The work is at the first or last lesson of a day")
        }
    }
}

/// Why a work is not planned.
enum WorkRefusals {
    static let lessonPast = Refusal.invalid(
        "lesson_past",
        Text(
            ky: "Бул сабак башталып калган: алдыдагы сабакты тандаңыз",
            ru: "Этот урок уже начался: выберите урок впереди",
            kk: "Бұл сабақ басталып кеткен: алдағы сабақты таңдаңыз",
            en: "This lesson has begun: choose one ahead"), at: "lesson")
    static let lessonTaken = Refusal.invalid(
        "lesson_taken",
        Text(
            ky: "Бул сабакка иш пландалган: башка сабакты тандаңыз",
            ru: "На этот урок работа уже запланирована: выберите другой",
            kk: "Бұл сабаққа жұмыс жоспарланған: басқа сабақты таңдаңыз",
            en: "A work is planned for this lesson: choose another"), at: "lesson")
    static let titleMissing = Refusal.invalid(
        "title_missing",
        Text(
            ky: "Иштин темасын жазыңыз", ru: "Напишите тему работы", kk: "Жұмыстың тақырыбын жазыңыз",
            en: "Write what the work is about"),
        at: "title")
    static let titleTooLong = Refusal.invalid(
        "too_long",
        Text(
            ky: "Темасы эң көп \(WorkWish.longestTitle) белги", ru: "Тема не длиннее \(WorkWish.longestTitle) знаков",
            kk: "Тақырыбы ең көбі \(WorkWish.longestTitle) таңба", en: "At most \(WorkWish.longestTitle) characters"),
        at: "title")
    static let unknownKind = Refusal.invalid(
        "unknown_kind",
        Text(
            ky: "Алдын ала пландала турган иштин түрүн тандаңыз", ru: "Выберите вид работы, который планируют заранее",
            kk: "Алдын ала жоспарланатын жұмыс түрін таңдаңыз", en: "Choose a kind of work that is planned ahead"),
        at: "kind")
}
