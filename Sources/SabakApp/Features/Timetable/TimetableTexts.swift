import SchoolRules
import Web

enum TimetableTexts {
    static let timetable = Text(ky: "Жүгүртмө", ru: "Расписание", kk: "Кесте", en: "Timetable")
    static let table = Text(
        ky: "Жүгүртмөнүн таблицасы", ru: "Таблица расписания", kk: "Кестенің таблицасы", en: "Timetable grid")
    static let lessonsOfDay = Text(
        ky: "Күндүн сабактары", ru: "Уроки дня", kk: "Күннің сабақтары", en: "Lessons of the day")
    static let classes = Text(ky: "Класстар", ru: "Классы", kk: "Сыныптар", en: "Classes")
    static let teachers = Text(ky: "Мугалимдер", ru: "Учителя", kk: "Мұғалімдер", en: "Teachers")
    static let rooms = Text(ky: "Кабинеттер", ru: "Кабинеты", kk: "Кабинеттер", en: "Rooms")
    static let versions = Text(ky: "Варианттар", ru: "Версии", kk: "Нұсқалар", en: "Versions")
    static let noTimetable = Text(
        ky: "Бул окуу жылына жүгүртмө азырынча жок.", ru: "На этот учебный год расписания ещё нет.",
        kk: "Бұл оқу жылына кесте әзірге жоқ.", en: "There is no timetable for this school year yet.")
    static let newVersion = Text(
        ky: "Жаңы вариант", ru: "Новая версия", kk: "Жаңа нұсқа", en: "New version")
    static let validFrom = Text(
        ky: "Кайсы күндөн тартып", ru: "Действует с", kk: "Қай күннен бастап", en: "Valid from")
    static let copyHint = Text(
        ky: "Көрсөтүлгөн вариант көчүрүлөт. Жарыяланганга чейин эч ким көрбөйт.",
        ru: "Копируется показанная версия. До публикации её никто не видит.",
        kk: "Көрсетілген нұсқа көшіріледі. Жарияланғанға дейін ешкім көрмейді.",
        en: "The version shown is copied. Nobody sees it until it is published.")
    static let emptyHint = Text(
        ky: "Бош жүгүртмө түзүлөт.", ru: "Будет создано пустое расписание.", kk: "Бос кесте жасалады.",
        en: "An empty timetable is made.")
    static let makeDraft = Text(
        ky: "Долбоорду түзүү", ru: "Создать черновик", kk: "Жоба жасау", en: "Make a draft")
    static let draft = Text(ky: "Долбоор", ru: "Черновик", kk: "Жоба", en: "Draft")
    static let changeDay = Text(ky: "Күнүн өзгөртүү", ru: "Изменить дату", kk: "Күнін өзгерту", en: "Change the day")
    static let discard = Text(
        ky: "Долбоорду жок кылуу", ru: "Удалить черновик", kk: "Жобаны жою", en: "Delete the draft")
    static let backToDraft = Text(
        ky: "Долбоорго кайтуу", ru: "Вернуться к черновику", kk: "Жобаға оралу", en: "Back to the draft")
    static let beforeThatDay = Text(
        ky: "Буга чейинки сабактар өзгөрбөйт. Жазылган сабактар сакталат.",
        ru: "Уроки до этого дня не меняются. Записанные уроки сохраняются.",
        kk: "Бұған дейінгі сабақтар өзгермейді. Жазылған сабақтар сақталады.",
        en: "Lessons before that day do not change. Recorded lessons are kept.")
    static let kept = Text(ky: "Өзгөрбөйт", ru: "Без изменений", kk: "Өзгермейді", en: "Unchanged")
    static let added = Text(ky: "Кошулат", ru: "Добавится", kk: "Қосылады", en: "Added")
    static let removed = Text(ky: "Алынат", ru: "Уберётся", kk: "Алынады", en: "Removed")
    static let moved = Text(ky: "Жылдырылат", ru: "Перенесётся", kk: "Ауыстырылады", en: "Moved")
    static let unplaced = Text(
        ky: "Орунсуз калат", ru: "Останется без места", kk: "Орынсыз қалады", en: "Without a place")
    static let movedLessons = Text(
        ky: "Жылдырылуучу жазылган сабактар", ru: "Перенос записанных уроков", kk: "Ауысатын жазылған сабақтар",
        en: "Recorded lessons that move")
    static let unplacedLessons = Text(
        ky: "Орунсуз калган жазылган сабактар", ru: "Записанные уроки без места",
        kk: "Орынсыз қалған жазылған сабақтар",
        en: "Recorded lessons without a place")
    static let pageWord = Text(ky: "Журналдын бети", ru: "Страница журнала", kk: "Журнал беті", en: "Journal page")
    static let now = Text(ky: "Азыр", ru: "Сейчас", kk: "Қазір", en: "Now")
    static let then = Text(ky: "Болот", ru: "Станет", kk: "Болады", en: "Then")
    static let closedTerm = Text(
        ky: "Бул күн жабылган мезгилде: кийинки күндү тандаңыз.",
        ru: "Этот день в закрытом периоде: выберите более позднюю дату.",
        kk: "Бұл күн жабық кезеңде: кейінгі күнді таңдаңыз.",
        en: "This day lies in a closed term: choose a later one.")
    static let clear = Text(ky: "Бошотуу", ru: "Освободить", kk: "Босату", en: "Clear")
    static let subjectAndTeacher = Text(
        ky: "Предмет жана мугалим", ru: "Предмет и учитель", kk: "Пән және мұғалім", en: "Subject and teacher")
    static let weekLabel = Text(ky: "Жума", ru: "Неделя", kk: "Апта", en: "Week")
    static let roomLabel = Text(ky: "Кабинет", ru: "Кабинет", kk: "Кабинет", en: "Room")
    static let dayOutsideYear = Text(
        ky: "Ушул окуу жылынын күнүн көрсөтүңүз.", ru: "Укажите день этого учебного года.",
        kk: "Осы оқу жылының күнін көрсетіңіз.", en: "Give a day of this school year.")
    static let roomTooLong = Text(
        ky: "Кабинеттин аты өтө узун: 20 белгиге чейин.", ru: "Слишком длинное название кабинета: до 20 знаков.",
        kk: "Кабинет атауы тым ұзын: 20 таңбаға дейін.", en: "The room's name is too long: up to 20 characters.")
    static let pageTwice = Text(
        ky: "Бир эле предмет эки жолу тандалды.", ru: "Один и тот же предмет выбран дважды.",
        kk: "Бір пән екі рет таңдалды.", en: "The same subject is chosen twice.")
    static let alreadyPublished = Text(
        ky: "Бул вариант жарыяланган", ru: "Эта версия уже опубликована", kk: "Бұл нұсқа жарияланған",
        en: "This version is already published")
    static let makeNew = Text(
        ky: "Өзгөртүү үчүн жаңы вариант түзүңүз.", ru: "Чтобы изменить расписание, создайте новую версию.",
        kk: "Өзгерту үшін жаңа нұсқа жасаңыз.", en: "Make a new version to change it.")

    static func since(_ day: String) -> Text {
        Text(ky: "\(day) тартып", ru: "Действует с \(day)", kk: "\(day) бастап", en: "Valid from \(day)")
    }

    static func draftSince(_ day: String) -> Text {
        Text(
            ky: "Долбоор, \(day) тартып", ru: "Черновик, действует с \(day)", kk: "Жоба, \(day) бастап",
            en: "Draft, valid from \(day)")
    }

    /// A version by its first day, and whether it is a draft.
    static func name(_ day: String, isPublished: Bool) -> Text { isPublished ? since(day) : draftSince(day) }

    static func publishFrom(_ day: String) -> Text {
        Text(
            ky: "Жарыялоо: \(day)", ru: "Опубликовать с \(day)", kk: "Жариялау: \(day)", en: "Publish from \(day)")
    }

    static func room(_ room: String) -> Text {
        Text(ky: "\(room) кабинети", ru: "кабинет \(room)", kk: "\(room) кабинеті", en: "room \(room)")
    }

    static func shift(_ number: Int) -> Text {
        Text(ky: "\(number)-смена", ru: "\(number)-я смена", kk: "\(number)-ауысым", en: "shift \(number)")
    }

    static func lesson(_ weekday: String, _ number: Int) -> Text {
        Text(
            ky: "\(weekday), \(number)-сабак", ru: "\(weekday), \(number)-й урок", kk: "\(weekday), \(number)-сабақ",
            en: "\(weekday), lesson \(number)")
    }

    static func free(_ weekday: String, _ number: Int) -> Text {
        Text(
            ky: "Бош: \(weekday), \(number)", ru: "Свободно: \(weekday), \(number)", kk: "Бос: \(weekday), \(number)",
            en: "Free: \(weekday), \(number)")
    }

    static func entry(_ number: Int) -> Text {
        Text(ky: "\(number)-жазуу", ru: "Запись \(number)", kk: "\(number)-жазба", en: "Entry \(number)")
    }

    static func week(_ parity: SlotParity) -> Text {
        switch parity {
        case .every: Text(ky: "ар жума", ru: "каждая", kk: "әр апта", en: "every")
        case .odd: Text(ky: "А", ru: "А", kk: "А", en: "A")
        case .even: Text(ky: "Б", ru: "Б", kk: "Б", en: "B")
        }
    }

    static func clashes(_ count: Int) -> Text {
        Text(
            ky: "Дал келбестик: \(count).", ru: "Накладок: \(count).", kk: "Қайшылық: \(count).",
            en: "Clashes: \(count).")
    }

    static func notPlaced(_ pages: String) -> Text {
        Text(
            ky: "Жайгаштырылбаган сааттар: \(pages).", ru: "Не расставлены часы: \(pages).",
            kk: "Орналаспаған сағаттар: \(pages).", en: "Hours not placed: \(pages).")
    }

    static func tooMany(_ pages: String) -> Text {
        Text(
            ky: "Жүктөмдөн ашык: \(pages).", ru: "Больше, чем в нагрузке: \(pages).", kk: "Жүктемеден артық: \(pages).",
            en: "More than in the load: \(pages).")
    }

    static func noBell(_ slots: String) -> Text {
        Text(
            ky: "Коңгуроосу жок сабактар өтпөйт: \(slots).", ru: "Нет звонка, уроков не будет: \(slots).",
            kk: "Қоңырауы жоқ, сабақ болмайды: \(slots).", en: "No bell, so no lessons: \(slots).")
    }

    static func busy(_ what: String, _ whom: String) -> Text {
        Text(
            ky: "\(what) бош эмес: \(whom)", ru: "\(what): занято, \(whom)", kk: "\(what) бос емес: \(whom)",
            en: "\(what) is busy: \(whom)")
    }

    static func studentsBusy(_ page: String) -> Text {
        Text(
            ky: "Окуучулар бош эмес: \(page)", ru: "Ученики заняты: \(page)", kk: "Оқушылар бос емес: \(page)",
            en: "Students are busy: \(page)")
    }
}
