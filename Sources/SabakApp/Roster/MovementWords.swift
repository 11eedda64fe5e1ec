import SchoolRules
import Web

/// The words of the movement of students.
enum MovementWords {
    static let orderNumber = Text(ky: "Буйрук №", ru: "Приказ №", kk: "Бұйрық №", en: "Order no.")
    static let orderDay = Text(ky: "Буйруктун күнү", ru: "Дата приказа", kk: "Бұйрық күні", en: "Date of the order")
    static let reasonHead = Text(
        ky: "Кетүү себеби", ru: "Причина выбытия", kk: "Кету себебі", en: "Why the student leaves")
    static let fromSchool = Text(
        ky: "Кайсы мектептен", ru: "Из какой школы", kk: "Қай мектептен", en: "From which school")
    static let toSchool = Text(
        ky: "Кайсы мектепке", ru: "В какую школу", kk: "Қай мектепке", en: "To which school")
    static let town = Text(ky: "Шаар, айыл", ru: "Город, село", kk: "Қала, ауыл", en: "Town")
    static let documentBrought = Text(
        ky: "Алып келген документи", ru: "С каким документом", kk: "Әкелген құжаты", en: "Document brought")
    static let documentGiven = Text(
        ky: "Берилген документ (жеке иш, күбөлүк) №", ru: "Выдан документ (личное дело, аттестат) №",
        kk: "Берілген құжат (жеке іс, аттестат) №", en: "Document given (personal file, certificate) no.")
    static let documentDay = Text(
        ky: "Документтин күнү", ru: "Дата документа", kk: "Құжат күні", en: "Date of the document")
    static let note = Text(ky: "Эскертме", ru: "Примечание", kk: "Ескертпе", en: "Note")
    static let wrongDay = Text(
        ky: "Күндү мындай жазыңыз: 03.09.2026.", ru: "Запишите дату так: 03.09.2026.",
        kk: "Күнді былай жазыңыз: 03.09.2026.", en: "Write the date as 03.09.2026.")
    static let withdrawn = Text(
        ky: "жокко чыгарылды", ru: "отменено", kk: "күші жойылды", en: "withdrawn")
    static let corrected = Text(
        ky: "оңдолду", ru: "исправлено другой записью", kk: "түзетілді", en: "corrected by another line")

    static func kind(_ kind: MovementKind) -> Text {
        switch kind {
        case .arrive: Text(ky: "Келди", ru: "Прибыл(а)", kk: "Келді", en: "Arrived")
        case .move:
            Text(ky: "Класстан класска", ru: "Перевод в другой класс", kk: "Сыныптан сыныпқа", en: "Moved class")
        case .promote:
            Text(ky: "Кийинки класска", ru: "В следующий класс", kk: "Келесі сыныпқа", en: "Moved up")
        case .leave: Text(ky: "Кетти", ru: "Выбыл(а)", kk: "Кетті", en: "Left")
        case .return: Text(ky: "Кайтып келди", ru: "Вернулся(ась)", kk: "Қайта келді", en: "Came back")
        }
    }

    static func reason(_ reason: LeavingReason) -> Text {
        switch reason {
        case .school:
            Text(
                ky: "ушул жердеги башка мектепке", ru: "в другую школу этого населённого пункта",
                kk: "осы жердегі басқа мектепке", en: "to another school here")
        case .town:
            Text(ky: "башка жерге көчтү", ru: "переезд в другой город, село", kk: "басқа жерге көшті", en: "moved away")
        case .abroad: Text(ky: "чет өлкөгө кетти", ru: "выезд за границу", kk: "шетелге кетті", en: "went abroad")
        case .college:
            Text(
                ky: "колледжге, лицейге", ru: "в колледж, лицей", kk: "колледжге, лицейге", en: "to a college")
        case .finished:
            Text(ky: "мектепти бүтүрдү", ru: "окончил(а) школу", kk: "мектепті бітірді", en: "finished school")
        case .health:
            Text(ky: "ден соолугу боюнча", ru: "по состоянию здоровья", kk: "денсаулығына байланысты", en: "health")
        case .family:
            Text(
                ky: "үй-бүлөнүн арызы боюнча", ru: "по заявлению родителей", kk: "ата-ананың өтініші бойынша",
                en: "by the family's application")
        case .expelled:
            Text(
                ky: "педкеңештин чечими менен", ru: "отчислен(а) решением педсовета", kk: "педкеңес шешімімен",
                en: "by decision of the council")
        case .died: Text(ky: "каза болду", ru: "смерть", kk: "қайтыс болды", en: "died")
        }
    }

    /// "№ 45-о, 20.11.2026".
    static func order(_ order: MovementOrder) -> String {
        [order.number.isEmpty ? "" : "№ " + order.number, Day(order.day)?.short ?? ""].filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    static func document(_ order: MovementOrder) -> String {
        [order.document, Day(order.documentDay)?.short ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
