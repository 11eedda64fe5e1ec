import Web

enum ClosingTexts {
    static let title = Text(
        ky: "Мезгилдерди жабуу", ru: "Закрытие периодов", kk: "Кезеңдерді жабу", en: "Closing of terms")
    static let unlocks = Text(ky: "Кулпулар", ru: "Разблокировки", kk: "Құлыптар", en: "Unlocks")
    static let indicators = Text(ky: "Көрсөткүчтөр", ru: "Показатели", kk: "Көрсеткіштер", en: "Indicators")
    static let period = Text(ky: "Мезгил", ru: "Период", kk: "Кезең", en: "Period")
    static let grades = Text(ky: "Класстар", ru: "Классы", kk: "Сыныптар", en: "Grades")
    static let days = Text(ky: "Күндөрү", ru: "Даты", kk: "Күндері", en: "Dates")
    static let state = Text(ky: "Абалы", ru: "Состояние", kk: "Күйі", en: "State")
    static let open = Text(ky: "ачык", ru: "открыт", kk: "ашық", en: "open")
    static let closed = Text(ky: "жабылды:", ru: "закрыт:", kk: "жабылды:", en: "closed on")
    static let wasReopened = Text(ky: "кайра ачылды:", ru: "открыт снова:", kk: "қайта ашылды:", en: "reopened on")
    static let certificates = Text(
        ky: "Экзамен жана жыйынтык", ru: "Экзамены и итог", kk: "Емтихан және қорытынды", en: "Exams and certificates")
    static let sign = Text(ky: "Кол коюп жабуу", ru: "Подписать и закрыть", kk: "Қол қойып жабу", en: "Sign and close")
    static let signed = Text(
        ky: "Мезгил жабылды.", ru: "Период закрыт.", kk: "Кезең жабылды.", en: "The period is closed.")
    static let reopened = Text(
        ky: "Мезгил кайра ачылды.", ru: "Период открыт снова.", kk: "Кезең қайта ашылды.",
        en: "The period is open again.")
    static let reopen = Text(ky: "Кайра ачуу", ru: "Открыть снова", kk: "Қайта ашу", en: "Reopen")
    static let reason = Text(ky: "Себеби", ru: "Причина", kk: "Себебі", en: "Reason")
    static let reasonNeeded = Text(
        ky: "Себебин жазыңыз", ru: "Напишите причину", kk: "Себебін жазыңыз", en: "Write the reason")
    static let neverSilent = Text(
        ky: "Ким, качан жана эмне үчүн ачканы ушул баракта калат.",
        ru: "Кто, когда и почему открыл, останется на этой странице.",
        kk: "Кім, қашан және неге ашқаны осы бетте қалады.",
        en: "Who reopened it, when and why stays on this page.")
    static let freezes = Text(
        ky: "Кол коюлгандан кийин баалар өзгөрбөйт; өзгөртүү үчүн кулпуну ачуу керек.",
        ru: "После подписи отметки замораживаются; для изменения нужна разблокировка.",
        kk: "Қол қойылған соң бағалар өзгермейді; өзгерту үшін құлыпты ашу керек.",
        en: "The signature freezes the marks; a change then needs an unlock.")
    static let missing = Text(
        ky: "Мугалимдер боюнча жетишпегендер", ru: "Чего не хватает, по учителям",
        kk: "Мұғалімдер бойынша жетіспейтіні",
        en: "What is missing, by teacher")
    static let sheets = Text(
        ky: "Жыйынды ведомосттор", ru: "Сводные ведомости", kk: "Жиынтық ведомостар", en: "Summary sheets")
    static let signatures = Text(ky: "Кол тамгалар", ru: "Подписи", kk: "Қолдар", en: "Signatures")
    static let incomplete = Text(
        ky: "Баары коюла элек: баасыз окуучу бар", ru: "Не всё выставлено: есть ученики без отметки",
        kk: "Барлығы қойылмаған: бағасыз оқушы бар", en: "Not all is set: some students have no mark")
    static let notSigner = Text(
        ky: "Бул мезгилге сиз кол кое албайсыз", ru: "Этот период подписываете не вы",
        kk: "Бұл кезеңге сіз қол қоя алмайсыз", en: "This period is not yours to sign")
    static let notReopener = Text(
        ky: "Жабылган мезгилди директор гана ачат", ru: "Закрытый период открывает только директор",
        kk: "Жабық кезеңді тек директор ашады", en: "Only the director reopens a closed period")
    static let director = Text(
        ky: "Муну директор кол коёт.", ru: "Это подписывает директор.", kk: "Бұған директор қол қояды.",
        en: "The director signs this.")

    static func lacking(_ count: Int) -> Text {
        Text(
            ky: "Кол коюу үчүн \(count) баа жетишпейт.", ru: "До подписи не хватает отметок: \(count).",
            kk: "Қол қою үшін \(count) баға жетіспейді.", en: "\(count) marks are missing before it can be signed.")
    }

    static func running(_ day: String) -> Text {
        Text(
            ky: "Мезгил \(day) чейин жүрүп жатат.", ru: "Период ещё идёт, до \(day).",
            kk: "Кезең \(day) дейін жалғасады.", en: "The term still runs until \(day).")
    }
}
