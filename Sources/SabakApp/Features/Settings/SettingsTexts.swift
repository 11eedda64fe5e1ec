import SchoolRules
import Web

enum SettingsTexts {
    static let readOnly = Text(
        ky: "Бул жөндөөлөрдү директор же анын орун басары өзгөртөт.",
        ru: "Эти настройки меняют директор и его заместитель.",
        kk: "Бұл баптауларды директор немесе оның орынбасары өзгертеді.",
        en: "The director and the deputy change these settings.")
    static let codesHint = Text(
        ky: "Мугалим уячага жазган белгилер. Маанилери туруктуу, мурунку жазуулар өзгөрбөйт.",
        ru: "Знаки, которые учитель пишет в клетке. Значения постоянны, прежние записи не меняются.",
        kk: "Мұғалім ұяшыққа жазатын белгілер. Мәндері тұрақты, бұрынғы жазбалар өзгермейді.",
        en: "What a teacher types into a cell. The meanings are fixed, earlier entries do not change.")
    static let kindsHint = Text(
        ky: "Салмак жаңы бааларга гана колдонулат: мурунку баалар өз салмагын сактайт.",
        ru: "Вес действует для новых отметок: прежние сохраняют свой. Выключенный вид остаётся у старых отметок.",
        kk: "Салмақ жаңа бағаларға ғана қолданылады: бұрынғылары өз салмағын сақтайды.",
        en: "A weight holds for new marks: earlier marks keep theirs.")
    static let deadlinesHint = Text(
        ky: "Мөөнөт жазууну тоспойт: кеч жазуу белгиленет жана эсептелет.",
        ru: "Срок не запрещает запись: поздняя помечается и считается.",
        kk: "Мерзім жазуға тыйым салмайды: кеш жазба белгіленіп, есептеледі.",
        en: "A deadline never blocks: a late entry is marked and counted.")
    static let schoolHint = Text(
        ky: "Тилдер жана үй-бүлөлөр үчүн окуу", ru: "Языки и чтение для семей", kk: "Тілдер және отбасыларға оқу",
        en: "Languages and reading for families")
    static let meaning = Text(ky: "Мааниси", ru: "Значение", kk: "Мәні", en: "Meaning")
    static let minutes = Text(ky: "Мүнөттөр менен", ru: "С минутами", kk: "Минуттармен", en: "With minutes")
    static let remove = Text(ky: "Алып салуу", ru: "Убрать", kk: "Алып тастау", en: "Remove")
    static let inUse = Text(ky: "колдонулат", ru: "используется", kk: "қолданылады", en: "in use")
    static let newCode = Text(ky: "жаңы белги", ru: "новый код", kk: "жаңа белгі", en: "new code")
    static let newKind = Text(ky: "жаңы түр", ru: "новый вид", kk: "жаңа түр", en: "new kind")
    static let kindName = Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work")
    static let short = Text(ky: "Кыскача", ru: "Кратко", kk: "Қысқаша", en: "Short")
    static let weight = Text(ky: "Салмагы", ru: "Вес", kk: "Салмағы", en: "Weight")
    static let required = Text(
        ky: "Темасы милдеттүү", ru: "Тема обязательна", kk: "Тақырыбы міндетті", en: "Needs its own title")
    static let maximum = Text(ky: "Эң көп балл", ru: "Максимум", kk: "Ең көп балл", en: "Maximum")
    static let out = Text(
        ky: "Орточого кирбейт", ru: "Не входит в средний", kk: "Орташаға кірмейді", en: "Not in averages")
    static let countsFrom = Text(
        ky: "«Орточого кирбейт» качантан өзгөрөт", ru: "С какого дня меняется «Не входит в средний»",
        kk: "«Орташаға кірмейді» қашаннан өзгереді", en: "“Not in averages” changes from")
    static let off = Text(ky: "Өчүрүлгөн", ru: "Больше не ставим", kk: "Өшірілген", en: "No longer given")
    static let badMaximum = Text(
        ky: "1ден 100гө чейинки бүтүн сан.", ru: "Целое число от 1 до 100.", kk: "1-ден 100-ге дейінгі бүтін сан.",
        en: "A whole number from 1 to 100.")
    static let oneKindNeeded = Text(
        ky: "Сакталган жок: жок дегенде бир түр калышы керек.", ru: "Не сохранено: хотя бы один вид работы нужен.",
        kk: "Сақталмады: кемінде бір түр қалуы керек.", en: "Not saved: at least one kind of work is needed.")
    static let entry = Text(ky: "Жазуу", ru: "Запись", kk: "Жазба", en: "Entry")
    static let norm = Text(ky: "Норма", ru: "Норма", kk: "Норма", en: "Norm")
    static let limit = Text(ky: "Чек", ru: "Предел", kk: "Шек", en: "Limit")
    static let value = Text(
        ky: "убакыт же күн саны", ru: "время или число дней", kk: "уақыт немесе күн саны", en: "time or days")
    static let nextDayIs = Text(
        ky: "«Кийинки күн» деген", ru: "Что такое «следующий день»", kk: "«Келесі күн» дегеніміз", en: "The next day is"
    )
    static let language = Text(
        ky: "Интерфейстин негизги тили", ru: "Основной язык интерфейса", kk: "Интерфейстің негізгі тілі",
        en: "Main language of the interface")
    static let recordLanguage = Text(
        ky: "Жаңы беттердин жазуу тили", ru: "Язык записи новых страниц", kk: "Жаңа беттердің жазу тілі",
        en: "Language of record of new pages")
    static let unmarked = Text(
        ky: "Баа коюлбаган параллелдер", ru: "Классы без отметок", kk: "Баға қойылмайтын параллельдер",
        en: "Grades without marks")
    static let unmarkedHint = Text(
        ky: "мисалы, 1, 2; жаңы беттер үчүн", ru: "например, 1, 2; для новых страниц",
        kk: "мысалы, 1, 2; жаңа беттер үшін", en: "such as 1, 2; for new pages")
    static let leavers = Text(
        ky: "Мектептен кеткен баланын үй-бүлөсү мурунку жылдарды окуй берет",
        ru: "После ухода из школы семья читает прошлые годы",
        kk: "Мектептен кеткен баланың отбасы өткен жылдарды оқи береді",
        en: "After leaving the school a family keeps reading past years")
    static let address = Text(
        ky: "Барактардагы дарек", ru: "Адрес для листков", kk: "Парақтардағы мекенжай", en: "Address on the slips")
    static let addressHint = Text(
        ky: "мисалы, https://sabak.mektep7.kg; бош болсо, азыркы дарек",
        ru: "например, https://sabak.shkola7.kg; пусто — нынешний адрес",
        kk: "мысалы, https://sabak.mektep7.kz; бос болса, қазіргі мекенжай",
        en: "such as https://sabak.school7.kg; empty for the present one")
    static let badAddress = Text(
        ky: "Дарек https:// менен башталып, сайттын аты менен бүтөт.",
        ru: "Адрес начинается с https:// и кончается именем сайта.",
        kk: "Мекенжай https:// деп басталып, сайт атымен бітеді.",
        en: "The address begins with https:// and ends with the site's name.")
    static let issuers = Text(
        ky: "Администратордон тышкары кызматкерлерге код берет", ru: "Кроме администратора, коды сотрудникам выдают",
        kk: "Әкімшіден бөлек қызметкерлерге код береді", en: "Besides the administrator, codes for staff come from")
    static let codeIsUsed = Text(
        ky: "Бул белги журналда колдонулган, алып салууга болбойт.", ru: "Этот код есть в журнале, убрать его нельзя.",
        kk: "Бұл белгі журналда қолданылған, алып тастауға болмайды.",
        en: "This code stands in the journal and cannot be removed.")
    static let unknownNeeded = Text(
        ky: "Сакталган жок: «себеби белгисиз» белгиси керек.", ru: "Не сохранено: нужен код «причина не указана».",
        kk: "Сақталмады: «себебі белгісіз» белгісі керек.", en: "Not saved: a code for “reason unknown” is needed.")
    static let badLabel = Text(
        ky: "Боштуксуз 1ден 6га чейин белги.", ru: "От 1 до 6 знаков без пробелов.",
        kk: "Бос орынсыз 1-ден 6-ға дейін таңба.",
        en: "1 to 6 characters without spaces.")
    static let ambiguousLabel = Text(
        ky: "Башка белги же баа менен чаташат.", ru: "Путается с другим кодом или отметкой.",
        kk: "Басқа белгімен немесе бағамен шатасады.", en: "Would be taken for another code or a mark.")
    static let badName = Text(
        ky: "Аталышын жазыңыз, 60 белгиге чейин.", ru: "Напишите название, до 60 знаков.",
        kk: "Атауын жазыңыз, 60 таңбаға дейін.", en: "Give a name, up to 60 characters.")
    static let badShort = Text(
        ky: "1ден 8ге чейин белги.", ru: "От 1 до 8 знаков.", kk: "1-ден 8-ге дейін таңба.", en: "1 to 8 characters.")
    static let badWeight = Text(
        ky: "0дөн 20га чейинки сан: 1,5.", ru: "Число от 0 до 20: 1,5.", kk: "0-ден 20-ға дейінгі сан: 1,5.",
        en: "A number from 0 to 20, such as 1.5.")
    static let badLimit = Text(
        ky: "Убакытты (12:00) же күндөрдүн санын (7) жазыңыз.", ru: "Напишите время (12:00) или число дней (7).",
        kk: "Уақытты (12:00) немесе күн санын (7) жазыңыз.", en: "Write a time (12:00) or a number of days (7).")
    static let limitBeforeNorm = Text(
        ky: "Чек нормадан эрте болбойт.", ru: "Предел не может быть раньше нормы.", kk: "Шек нормадан ерте болмайды.",
        en: "The limit cannot be before the norm.")
    static let badGrades = Text(
        ky: "Параллелдерди үтүр менен жазыңыз: 1, 2.", ru: "Напишите классы через запятую: 1, 2.",
        kk: "Параллельдерді үтірмен жазыңыз: 1, 2.", en: "Write the grades with commas: 1, 2.")

    static func label(_ language: RecordLanguage) -> Text {
        switch language {
        case .ky: Text(ky: "Кыргызча", ru: "По-кыргызски", kk: "Қырғызша", en: "Kyrgyz")
        case .ru: Text(ky: "Орусча", ru: "По-русски", kk: "Орысша", en: "Russian")
        case .kk: Text(ky: "Казакча", ru: "По-казахски", kk: "Қазақша", en: "Kazakh")
        }
    }

    static func category(_ category: AbsenceCategory) -> Text {
        switch category {
        case .present: Text(ky: "катышты", ru: "присутствовал", kk: "қатысты", en: "present")
        case .late: Text(ky: "кечикти", ru: "опоздал", kk: "кешікті", en: "late")
        case .ill: Text(ky: "оору", ru: "болезнь", kk: "ауру", en: "illness")
        case .excused: Text(ky: "жүйөлүү себеп", ru: "уважительная причина", kk: "дәлелді себеп", en: "valid reason")
        case .unexcused:
            Text(ky: "жүйөсүз себеп", ru: "неуважительная причина", kk: "дәлелсіз себеп", en: "without valid reason")
        case .unknown:
            Text(ky: "себеби белгисиз", ru: "причина не указана", kk: "себебі белгісіз", en: "reason unknown")
        }
    }

    static func entryKind(_ kind: EntryKind) -> Text {
        switch kind {
        case .lesson: Text(ky: "Сабактын темасы", ru: "Тема урока", kk: "Сабақтың тақырыбы", en: "Lesson topic")
        case .attendance: Text(ky: "Катышуу", ru: "Посещаемость", kk: "Қатысу", en: "Attendance")
        case .homework: Text(ky: "Үй тапшырмасы", ru: "Домашнее задание", kk: "Үй тапсырмасы", en: "Homework")
        case .mark: Text(ky: "Баа", ru: "Отметка", kk: "Баға", en: "Mark")
        case .writtenMark:
            Text(
                ky: "Жазуу ишинин баасы", ru: "Отметка за письменную работу", kk: "Жазба жұмыстың бағасы",
                en: "Mark for written work")
        }
    }

    static func limitKind(_ kind: String) -> Text {
        switch kind {
        case "next_day":
            Text(
                ky: "кийинки күнү … чейин", ru: "следующий день до …", kk: "келесі күні … дейін", en: "next day until …"
            )
        case "days": Text(ky: "… күн ичинде", ru: "в течение … дней", kk: "… күн ішінде", en: "within … days")
        case "weekly":
            Text(ky: "жумасына бир жолу", ru: "не реже раза в неделю", kk: "аптасына бір рет", en: "at least weekly")
        default: Text(ky: "сабак болгон күнү", ru: "в день урока", kk: "сабақ болған күні", en: "day of the lesson")
        }
    }

    static func nextDay(_ kind: String) -> Text {
        kind == "calendar"
            ? Text(ky: "календардык күн", ru: "календарный день", kk: "күнтізбелік күн", en: "the calendar day")
            : Text(ky: "жумуш күнү", ru: "рабочий день", kk: "жұмыс күні", en: "the working day")
    }
}
