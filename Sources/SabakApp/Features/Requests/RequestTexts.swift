import SchoolRules
import Web

enum RequestTexts {
    static let title = Text(
        ky: "Маалыматты өзгөртүү", ru: "Изменение данных", kk: "Деректерді өзгерту", en: "Changes of data")
    static let toPass = Text(
        ky: "Сиздин жообуңузду күтөт", ru: "Ждут вашего ответа", kk: "Жауабыңызды күтеді", en: "Wait for your answer")
    static let toDecide = Text(ky: "Чечим күтөт", ru: "Ждут решения", kk: "Шешім күтеді", en: "To decide")
    static let withTeachers = Text(
        ky: "Класс жетекчилерде", ru: "У классных руководителей", kk: "Сынып жетекшілерінде",
        en: "With the class teachers")
    static let withClerk = Text(ky: "Катчыда", ru: "У делопроизводителя", kk: "Іс жүргізушіде", en: "With the clerk")
    static let decided = Text(
        ky: "Акыркы 60 күндө чечилгендер", ru: "Решённые за 60 дней", kk: "Соңғы 60 күнде шешілгендер",
        en: "Decided in the last 60 days")
    static let none = Text(ky: "Жок.", ru: "Нет.", kk: "Жоқ.", en: "None.")
    static let now = Text(ky: "азыр", ru: "сейчас", kk: "қазір", en: "now")
    static let pass = Text(
        ky: "Катчыга берүү", ru: "Передать делопроизводителю", kk: "Іс жүргізушіге беру", en: "Pass to the clerk")
    static let sendBack = Text(ky: "Кайтаруу", ru: "Вернуть", kk: "Қайтару", en: "Send back")
    static let accept = Text(
        ky: "Кабыл алып, өзгөртүү", ru: "Принять и изменить", kk: "Қабылдап, өзгерту", en: "Accept and change")
    static let done = Text(ky: "Аткарылды", ru: "Выполнено", kk: "Орындалды", en: "Done")
    static let reject = Text(ky: "Четке кагуу", ru: "Отклонить", kk: "Қабылдамау", en: "Refuse")
    static let reason = Text(
        ky: "Себеби (жөнөтүүчү көрөт)", ru: "Причина (её увидит отправитель)", kk: "Себебі (жіберуші көреді)",
        en: "The reason (the sender sees it)")
    static let needsReason = Refusal.invalid(
        "no_reason",
        Text(ky: "Себебин жазыңыз.", ru: "Напишите причину.", kk: "Себебін жазыңыз.", en: "Give the reason."),
        at: "/answer")

    static func said(_ state: ChangeRequest.State) -> Text {
        switch state {
        case .passed:
            Text(
                ky: "Катчыга берилди.", ru: "Передано делопроизводителю.", kk: "Іс жүргізушіге берілді.",
                en: "Passed to the clerk.")
        case .returned: Text(ky: "Кайтарылды.", ru: "Возвращено.", kk: "Қайтарылды.", en: "Sent back.")
        case .accepted:
            Text(
                ky: "Кабыл алынды, маалымат өзгөрдү.", ru: "Принято, данные изменены.",
                kk: "Қабылданды, дерек өзгерді.", en: "Accepted, the data are changed.")
        case .rejected: Text(ky: "Четке кагылды.", ru: "Отклонено.", kk: "Қабылданбады.", en: "Refused.")
        case .sent, .withdrawn: ChangeWords.state(state)
        }
    }
}
