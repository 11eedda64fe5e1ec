import SchoolRules
import Web

/// The words of requests to change somebody's data.
enum ChangeWords {
    static let report = Text(
        ky: "Өзгөрүүнү билдирүү", ru: "Сообщить об изменении", kk: "Өзгерісті хабарлау", en: "Report a change")
    static let whose = Text(ky: "Кимдин маалыматы", ru: "Чьи данные", kk: "Кімнің дерегі", en: "Whose data")
    static let fieldHead = Text(ky: "Эмне өзгөрдү", ru: "Что изменилось", kk: "Не өзгерді", en: "What has changed")
    static let value = Text(ky: "Жаңы маани", ru: "Новое значение", kk: "Жаңа мәні", en: "The new value")
    static let words = Text(
        ky: "Түшүндүрмө, документ", ru: "Пояснение, документ", kk: "Түсініктеме, құжат", en: "Explanation, document")
    static let send = Text(ky: "Жөнөтүү", ru: "Отправить", kk: "Жіберу", en: "Send")
    static let sent = Text(
        ky: "Класс жетекчиге жөнөтүлдү. Жообу ушул жерде көрүнөт.",
        ru: "Отправлено классному руководителю. Ответ появится здесь.",
        kk: "Сынып жетекшісіне жіберілді. Жауабы осында көрінеді.",
        en: "Sent to the class teacher. The answer will appear here.")
    static let chooseField = Text(
        ky: "Эмне өзгөргөнүн тандаңыз.", ru: "Выберите, что изменилось.", kk: "Не өзгергенін таңдаңыз.",
        en: "Choose what has changed.")
    static let sayIt = Text(ky: "Муну жазыңыз.", ru: "Заполните это поле.", kk: "Мұны жазыңыз.", en: "Fill this in.")
    static let sameValue = Text(
        ky: "Мектепте дал ушундай жазылган.", ru: "В школе записано именно так.", kk: "Мектепте дәл солай жазылған.",
        en: "The school has exactly this already.")
    static let none = Text(
        ky: "Билдирүү азырынча жок.", ru: "Сообщений пока нет.", kk: "Хабарлама әзірге жоқ.",
        en: "Nothing reported yet.")
    static let withdraw = Text(ky: "Кайтарып алуу", ru: "Отозвать", kk: "Қайтарып алу", en: "Take back")
    static let empty = Text(ky: "бош", ru: "пусто", kk: "бос", en: "empty")

    static func field(_ field: ChangeField) -> Text {
        switch field {
        case .phone: Text(ky: "телефон", ru: "телефон", kk: "телефон", en: "phone")
        case .email: Text(ky: "электрондук почта", ru: "эл. почта", kk: "электрондық пошта", en: "e-mail")
        case .address: Text(ky: "дарек", ru: "адрес", kk: "мекенжай", en: "address")
        case .surname:
            Text(
                ky: "фамилия (документ боюнча)", ru: "фамилия (по документу)", kk: "тегі (құжат бойынша)",
                en: "surname (by document)")
        case .given:
            Text(
                ky: "аты (документ боюнча)", ru: "имя (по документу)", kk: "аты (құжат бойынша)",
                en: "given name (by document)")
        case .patronymic: Text(ky: "атасынын аты", ru: "отчество", kk: "әкесінің аты", en: "patronymic")
        case .born: Text(ky: "туулган күнү", ru: "дата рождения", kk: "туған күні", en: "birth date")
        case .nationalID: Text(ky: "ПИН", ru: "личный номер", kk: "ЖСН", en: "personal number")
        case .words:
            Text(ky: "башка (сөз менен)", ru: "другое (словами)", kk: "басқа (сөзбен)", en: "something else, in words")
        }
    }

    static func state(_ state: ChangeRequest.State) -> Text {
        switch state {
        case .sent:
            Text(
                ky: "класс жетекчиде", ru: "у классного руководителя", kk: "сынып жетекшісінде",
                en: "with the class teacher")
        case .passed:
            Text(ky: "катчыда", ru: "у делопроизводителя", kk: "іс жүргізушіде", en: "with the clerk")
        case .returned:
            Text(
                ky: "класс жетекчи кайтарды", ru: "возвращено классным руководителем", kk: "сынып жетекшісі қайтарды",
                en: "sent back by the class teacher")
        case .accepted: Text(ky: "кабыл алынды", ru: "принято", kk: "қабылданды", en: "accepted")
        case .rejected: Text(ky: "четке кагылды", ru: "отклонено", kk: "қабылданбады", en: "refused")
        case .withdrawn: Text(ky: "кайтарып алынды", ru: "отозвано", kk: "қайтарып алынды", en: "taken back")
        }
    }
}
