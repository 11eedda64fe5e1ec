import SchoolRules
import Web

enum AccountTexts {
    static let title = Text(ky: "Кирүү коддору", ru: "Доступ сотрудников", kk: "Кіру кодтары", en: "Staff accounts")
    static let titleWhat = Text(
        ky: "Сырсөздү ар ким өзү коёт. Бул жерден бир жолку код гана берилет.",
        ru: "Пароль каждый придумывает сам. Здесь выдаются только одноразовые коды.",
        kk: "Құпиясөзді әркім өзі қояды. Мұнда тек бір реттік код беріледі.",
        en: "Everybody chooses the password themselves. Only one-time codes are issued here.")
    static let name = Text(ky: "Аты-жөнү", ru: "Имя", kk: "Аты-жөні", en: "Name")
    static let login = Text(ky: "Логин", ru: "Логин", kk: "Логин", en: "Login")
    static let code = Text(ky: "Бир жолку код", ru: "Одноразовый код", kk: "Бір реттік код", en: "One-time code")
    static let state = Text(ky: "Абалы", ru: "Состояние", kk: "Күйі", en: "State")
    static let lastSignIn = Text(ky: "Акыркы кирүү", ru: "Последний вход", kk: "Соңғы кіру", en: "Last sign-in")
    static let sessions = Text(ky: "Сеанс", ru: "Сеансов", kk: "Сеанс", en: "Sessions")
    static let acts = Text(ky: "Аракеттер", ru: "Действия", kk: "Әрекеттер", en: "Actions")
    static let search = Text(
        ky: "Фамилиясы же аты", ru: "Фамилия или имя", kk: "Тегі не аты", en: "Surname or name")
    static let show = Text(ky: "Көрсөтүү", ru: "Показать", kk: "Көрсету", en: "Show")
    static let all = Text(ky: "Баары", ru: "Все", kk: "Барлығы", en: "All")
    static let giveCode = Text(ky: "Код берүү", ru: "Выдать код", kk: "Код беру", en: "Issue a code")
    static let newCode = Text(ky: "Жаңы код", ru: "Новый код", kk: "Жаңа код", en: "New code")
    static let close = Text(ky: "Жабуу", ru: "Закрыть", kk: "Жабу", en: "Close")
    static let reopen = Text(ky: "Кайра ачуу", ru: "Открыть снова", kk: "Қайта ашу", en: "Open again")
    static let endSessions = Text(
        ky: "Сеанстарын бүтүрүү", ru: "Завершить сеансы", kk: "Сеанстарын аяқтау", en: "End sessions")
    static let noAccount = Text(
        ky: "код бериле элек", ru: "код не выдавался", kk: "код берілмеген", en: "no code issued yet")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let whose = Text(ky: "Кимге", ru: "Кому", kk: "Кімге", en: "For whom")
    static let theStudent = Text(ky: "окуучунун өзүнө", ru: "самому ученику", kk: "оқушының өзіне", en: "the student")
    static let isStaff = Text(
        ky: "мектептин кызматкери: кодду администратор берет", ru: "сотрудник школы: код выдаёт администратор",
        kk: "мектеп қызметкері: кодты әкімші береді", en: "works at the school: the administrator issues the code")
    static let notConfirmed = Text(
        ky: "адегенде байланышты тастыктаңыз", ru: "сначала подтвердите связь", kk: "алдымен байланысты растаңыз",
        en: "confirm the link first")
    static let tooYoung = Text(
        ky: "бул класста окуучуларга берилбейт", ru: "в этом классе ученикам не выдаётся",
        kk: "бұл сыныпта оқушыларға берілмейді", en: "not for students of this grade")
    static let codesForNew = Text(
        ky: "Кире электердин баарына код берүү", ru: "Выдать коды всем, кто ещё не входил",
        kk: "Әлі кірмегендердің бәріне код беру", en: "Codes for all who have not signed in")
    static let codesForAll = Text(
        ky: "Баарына жаңы код", ru: "Новые коды всем", kk: "Барлығына жаңа код", en: "New codes for everybody")
    static let slipLanguage = Text(
        ky: "Барактардын тили", ru: "Язык листков", kk: "Парақтардың тілі", en: "Language of the slips")
    static let backToList = Text(
        ky: "Класстын тизмеси", ru: "Список класса", kk: "Сынып тізімі", en: "List of the class")
    static let slips = Text(
        ky: "Бир жолку коддор", ru: "Одноразовые коды", kk: "Бір реттік кодтар", en: "One-time codes")
    static let shownOnce = Text(
        ky: "Коддор бир эле жолу көрсөтүлөт: азыр басып чыгарып же жазып алыңыз.",
        ru: "Коды показываются один раз: распечатайте или перепишите их сейчас.",
        kk: "Кодтар бір рет қана көрсетіледі: қазір басып шығарыңыз не жазып алыңыз.",
        en: "The codes are shown once only: print them or write them down now.")
    static let done = Text(ky: "Даяр", ru: "Готово", kk: "Дайын", en: "Done")
    static let address = Text(ky: "Дарек", ru: "Адрес", kk: "Мекенжай", en: "Address")
    static let until = Text(ky: "Кодду колдонуу мөөнөтү", ru: "Код действует до", kk: "Код мерзімі", en: "Use it by")
    static let howTo = Text(
        ky: "Сүрөттү камерага көрсөтүңүз же даректи ачыңыз, кодду жазып, өзүңүзгө сырсөз коюңуз. Код бир жолу иштейт, "
            + "аны эч кимге бербеңиз.",
        ru: "Наведите камеру на рисунок или откройте адрес, введите код и придумайте пароль. Код сработает один раз, "
            + "никому его не давайте.",
        kk: "Камераны суретке бағыттаңыз не мекенжайды ашыңыз, кодты жазып, құпиясөз қойыңыз. Код бір рет жұмыс "
            + "істейді, оны ешкімге бермеңіз.",
        en: "Point the camera at the picture or open the address, type the code and choose a password. The code works "
            + "once; give it to nobody.")
    static let scan = Text(
        ky: "Камера менен ачуу", ru: "Открыть камерой", kk: "Камерамен ашу", en: "Open with the camera")
    static let isDismissed = Refusal(
        status: .unprocessableContent, code: "dismissed",
        title: Text(
            ky: "Бул кызматкер бошотулган, код берилбейт", ru: "Сотрудник уволен, код не выдаётся",
            kk: "Бұл қызметкер босатылған, код берілмейді", en: "This person is dismissed and gets no code"),
        advice: RefusalTexts.reload)
    static let notOneself = Refusal(
        status: .forbidden, code: "not_oneself",
        title: Text(
            ky: "Өз кирүүңүздү жаба албайсыз", ru: "Свой доступ закрыть нельзя", kk: "Өз кіруіңізді жаба алмайсыз",
            en: "You cannot close your own account"), advice: RefusalTexts.startPage)

    static func state(_ state: AccountQueries.State) -> Text {
        switch state {
        case .never: Text(ky: "кире элек", ru: "ещё не входил(а)", kk: "әлі кірмеген", en: "never signed in")
        case .active: Text(ky: "колдонууда", ru: "действует", kk: "қолданыста", en: "in use")
        case .closed: Text(ky: "жабык", ru: "закрыт", kk: "жабық", en: "closed")
        }
    }

    static func slipCount(_ count: Int) -> Text { slipPlural(count) }

    /// For all of the staff who have not come in yet.
    static func codesForStaff(_ count: Int) -> Text {
        Text(
            ky: "Кире электердин баарына код (\(count))", ru: "Коды всем, кто ещё не входил (\(count))",
            kk: "Әлі кірмегендердің бәріне код (\(count))", en: "Codes for all who have not signed in (\(count))")
    }

    private static let slipPlural = Plural(
        ky: "барак", ru: ("листок", "листка", "листков"), kk: "парақ", en: ("slip", "slips"))

    static func dismissed(_ day: Day) -> Text {
        Text(
            ky: "\(day.short) чейин иштеген", ru: "работал(а) по \(day.short)", kk: "\(day.short) дейін істеген",
            en: "worked until \(day.short)")
    }

    static func familyTitle(_ name: String) -> Text {
        Text(
            ky: "\(name): кирүү коддору", ru: "\(name): коды доступа", kk: "\(name): кіру кодтары",
            en: "\(name): sign-in codes")
    }

    static func familyWhat(grade: Int) -> Text {
        Text(
            ky: "Ата-энелердин баарына, окуучуларга \(grade)-класстан баштап.",
            ru: "Родителям — всем, ученикам — с \(grade)-го класса.",
            kk: "Ата-аналардың бәріне, оқушыларға \(grade)-сыныптан бастап.",
            en: "For all parents, and for students from grade \(grade).")
    }

    /// What has just been done, from the note in the address.
    static func said(_ note: String?) -> Text? {
        switch note {
        case "closed":
            Text(
                ky: "Кирүү жабылды.", ru: "Доступ закрыт.", kk: "Кіру жабылды.", en: "The account is closed.")
        case "opened": Text(ky: "Кирүү ачылды.", ru: "Доступ открыт.", kk: "Кіру ашылды.", en: "The account is open.")
        case "ended":
            Text(
                ky: "Сеанстары бүттү.", ru: "Сеансы завершены.", kk: "Сеанстары аяқталды.",
                en: "The sessions are ended.")
        case "nobody":
            Text(
                ky: "Код бериле турган киши жок.", ru: "Выдавать коды некому.", kk: "Код берілетін адам жоқ.",
                en: "There is nobody to issue a code to.")
        default: nil
        }
    }
}
