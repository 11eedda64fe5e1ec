import Web

enum ExemptionsTexts {
    static let title = Text(
        ky: "Предметтен бошотуу", ru: "Освобождения от предметов", kk: "Пәннен босату", en: "Exemptions")
    static let what = Text(
        ky:
            "Журналда «бош» деп көрүнөт. Сабактын жарымынан көбүнө бошотулса, мезгилге «бош» сунушталат.",
        ru:
            "В журнале стоит «осв». Свободному больше чем от половины уроков оно предлагается и за период.",
        kk:
            "Журналда «бос» деп көрінеді. Сабақтың жартысынан көбіне босатылса, кезеңге «бос» ұсынылады.",
        en: "Whoever is freed from more than half of the lessons is proposed as exempt for the period.")
    static let nobody = Text(
        ky: "Класста бошотулган окуучу жок.", ru: "В классе никто не освобождён.", kk: "Сыныпта босатылған оқушы жоқ.",
        en: "Nobody in the class is exempt.")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let subject = Text(ky: "Предмет", ru: "Предмет", kk: "Пән", en: "Subject")
    static let from = Text(ky: "Баштап", ru: "С", kk: "Бастап", en: "From")
    static let to = Text(ky: "Чейин", ru: "По", kk: "Дейін", en: "Until")
    static let toHint = Text(
        ky: "Бош болсо мөөнөтсүз", ru: "Пусто — бессрочно", kk: "Бос болса мерзімсіз", en: "Empty: without end")
    static let basis = Text(
        ky: "Негизи: буйрук же медициналык кагаз", ru: "Основание: приказ или справка",
        kk: "Негізі: бұйрық не анықтама", en: "Basis: order or medical paper")
    static let by = Text(ky: "Ким жазды", ru: "Кто внёс", kk: "Кім жазды", en: "Entered by")
    static let add = Text(ky: "Бошотууну жазуу", ru: "Внести освобождение", kk: "Босатуды жазу", en: "Add an exemption")
    static let withdraw = Text(ky: "Алып салуу", ru: "Убрать", kk: "Алып тастау", en: "Withdraw")
    static let classPage = Text(ky: "Класска", ru: "К классу", kk: "Сыныпқа", en: "To the class")
    static let withdrawn = Text(
        ky: "Бошотуу алынып салынды.", ru: "Освобождение убрано.", kk: "Босату алынып тасталды.",
        en: "The exemption is withdrawn.")
    static let chooseStudent = Text(
        ky: "Окуучуну тандаңыз", ru: "Выберите ученика", kk: "Оқушыны таңдаңыз", en: "Choose the student")
    static let chooseSubject = Text(
        ky: "Предметти тандаңыз", ru: "Выберите предмет", kk: "Пәнді таңдаңыз", en: "Choose the subject")
    static let chooseDay = Text(
        ky: "Кайсы күндөн баштап экенин жазыңыз", ru: "Укажите, с какого дня", kk: "Қай күннен бастап екенін жазыңыз",
        en: "Say from which day")
    static let wrongEnd = Text(
        ky: "Аягы башынан кийин болсун, же бош калтырыңыз", ru: "Конец не раньше начала, или оставьте пустым",
        kk: "Соңы басынан кейін болсын, не бос қалдырыңыз", en: "The end is not before the start, or stays empty")
    static let basisMissing = Text(
        ky: "Негизин жазыңыз, эң көп 200 белги", ru: "Напишите основание, не длиннее 200 знаков",
        kk: "Негізін жазыңыз, ең көбі 200 таңба", en: "Write the basis, at most 200 characters")
}
