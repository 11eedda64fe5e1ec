import Web

enum CompletenessTexts {
    static let what = Text(
        ky: "Журналга керектүү маалымат жетишпеген жерлер. Санды басып, тизмесин ачыңыз.",
        ru: "Где в журнале не хватает нужных сведений. Нажмите на число, чтобы открыть список.",
        kk: "Журналға қажет дерек жетіспейтін жерлер. Санды басып, тізімін ашыңыз.",
        en: "Where the journal lacks necessary data. A number opens to its list.")
    static let nothing = Text(
        ky: "Эч нерсе жетишпей калган жок.", ru: "Всё на месте: ничего не пропущено.",
        kk: "Ештеңе жетіспей тұрған жоқ.", en: "Nothing is missing.")
    static let whole = Text(ky: "Толук", ru: "Заполнено", kk: "Толық", en: "Complete")
    static let name = Text(ky: "Аты-жөнү", ru: "Имя", kk: "Аты-жөні", en: "Name")
    static let schoolClass = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let page = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let lesson = Text(ky: "Сабак", ru: "Урок", kk: "Сабақ", en: "Lesson")

    static func number(_ number: Int) -> Text {
        Text(ky: "\(number)-сабак", ru: "\(number)-й урок", kk: "\(number)-сабақ", en: "lesson \(number)")
    }
}
