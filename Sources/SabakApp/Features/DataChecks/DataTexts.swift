import SchoolRules
import Web

enum DataTexts {
    static let title = Text(
        ky: "текшерилчү маалымат", ru: "данные для проверки", kk: "тексерілетін деректер", en: "data to check")
    static let board = Text(
        ky: "Маалыматтарды текшерүү", ru: "Проверка данных классов", kk: "Деректерді тексеру",
        en: "Checks of the classes' data")
    static let toClass = Text(ky: "Класска", ru: "К классу", kk: "Сыныпқа", en: "To the class")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let schoolClass = Text(ky: "Класс", ru: "Класс", kk: "Сынып", en: "Class")
    static let missing = Text(ky: "Эмне жетпейт", ru: "Чего не хватает", kk: "Не жетіспейді", en: "What is missing")
    static let toCheck = Text(ky: "Текшерүү керек", ru: "Проверить", kk: "Тексеру керек", en: "To check")
    static let month = Text(ky: "Ай", ru: "Месяц", kk: "Ай", en: "Month")
    static let complete = Text(
        ky: "Бардык маалымат толук.", ru: "Все данные на месте.", kk: "Барлық дерек толық.", en: "Nothing is missing.")
    static let confirmTitle = Text(
        ky: "Айлык тастыктоо", ru: "Подтверждение за месяц", kk: "Айлық растау", en: "Monthly confirmation")
    static let confirmWhat = Text(
        ky: "Ата-энелер менен тактап, өзгөргөнүн катчыга билдириңиз, анан тастыктаңыз.",
        ru: "Уточните у родителей, сообщите делопроизводителю об изменениях и подтвердите.",
        kk: "Ата-аналармен нақтылап, өзгергенін іс жүргізушіге хабарлаңыз, содан соң растаңыз.",
        en: "Ask the parents, tell the clerk what has changed, then confirm.")
    static let sign = Text(ky: "Кол коюп тастыктоо", ru: "Подписать", kk: "Қол қойып растау", en: "Sign")
    static let tick = Text(
        ky: "Текшергениңизди белгилеңиз.", ru: "Отметьте, что вы проверили данные.",
        kk: "Тексергеніңізді белгілеңіз.", en: "Tick that you have checked the data.")
    static let confirmed = Text(
        ky: "Тастыкталды.", ru: "Подтверждено.", kk: "Расталды.", en: "Confirmed.")
    static let signed = Text(
        ky: "Тастыкталган айлар", ru: "Подтверждённые месяцы", kk: "Расталған айлар", en: "Confirmed months")
    static let notSigned = Text(ky: "жок", ru: "нет", kk: "жоқ", en: "no")

    static func gap(_ gap: DataGap) -> Text {
        switch gap {
        case .born: Text(ky: "туулган күнү", ru: "дата рождения", kk: "туған күні", en: "birth date")
        case .sex: Text(ky: "жынысы", ru: "пол", kk: "жынысы", en: "sex")
        case .address: Text(ky: "дарек", ru: "адрес", kk: "мекенжай", en: "address")
        case .nationalID: Text(ky: "ПИН", ru: "личный номер", kk: "ЖСН", en: "personal number")
        case .guardian: Text(ky: "өкүлү", ru: "законный представитель", kk: "заңды өкілі", en: "representative")
        case .phone:
            Text(
                ky: "өкүлдүн телефону", ru: "телефон представителя", kk: "өкілдің телефоны",
                en: "representative's phone")
        case .account:
            Text(
                ky: "кирүү коду берилген эмес", ru: "нет доступа у семьи", kk: "кіру коды берілмеген",
                en: "no way in for the family")
        case .language:
            Text(ky: "тили тандалган эмес", ru: "не выбран язык", kk: "тілі таңдалмаған", en: "language not chosen")
        }
    }

    static func iChecked(_ count: Int) -> Text {
        let noun = studentCount(count)
        return Text(
            ky: "\(noun.ky): маалыматын текшердим", ru: "Я проверил(а) данные: \(noun.ru)",
            kk: "\(noun.kk): деректерін тексердім", en: "I have checked the data of \(noun.en)")
    }

    static func count(_ lacking: Int, of all: Int) -> Text {
        let noun = studentCount(all)
        return Text(
            ky: "\(noun.ky), \(lacking) окуучунун маалыматы толук эмес", ru: "\(noun.ru), данные неполны у \(lacking)",
            kk: "\(noun.kk), \(lacking) оқушының дерегі толық емес", en: "\(noun.en), \(lacking) with something missing"
        )
    }

    static func open(_ open: Int, of all: Int, _ month: Text) -> Text {
        Text(
            ky: "\(month.ky): \(all) класстын \(open) тастыктай элек",
            ru: "\(month.ru): не подтвердили \(open) из \(all)",
            kk: "\(month.kk): \(all) сыныптың \(open) растаған жоқ", en: "\(month.en): \(open) of \(all) not confirmed")
    }

    private static let studentCount = Plural(
        ky: "окуучу", ru: ("ученик", "ученика", "учеников"), kk: "оқушы", en: ("student", "students"))
}
