import SchoolRules
import Web

enum TransfersTexts {
    static let title = Text(
        ky: "Мурунку мектептин баалары", ru: "Отметки из другой школы", kk: "Бұрынғы мектептің бағалары",
        en: "Marks of the former school")
    static let what = Text(
        ky: "Жаңы келген окуучунун баалары. Орточодо «↘» белгиси менен көрүнөт.",
        ru: "Отметки, с которыми пришёл новый ученик. В расчёте они стоят со знаком «↘».",
        kk: "Жаңа келген оқушының бағалары. Есепте «↘» белгісімен көрінеді.",
        en: "The marks a newcomer brings. In the count they carry the sign “↘”.")
    static let nothing = Text(
        ky: "Мындай баалар жок.", ru: "Таких отметок нет.", kk: "Мұндай баға жоқ.", en: "There are no such marks.")
    static let student = Text(ky: "Окуучу", ru: "Ученик", kk: "Оқушы", en: "Student")
    static let whichMarks = Text(ky: "Кайсы баалар", ru: "Какие отметки", kk: "Қандай бағалар", en: "Which marks")
    static let current = Text(ky: "Учурдагы баалар", ru: "Текущие", kk: "Ағымдағы бағалар", en: "Current marks")
    static let day = Text(ky: "Күнү", ru: "День", kk: "Күні", en: "Day")
    static let dayHint = Text(
        ky: "Учурдагы баалар үчүн", ru: "Для текущих отметок", kk: "Ағымдағы бағалар үшін", en: "For current marks")
    static let kind = Text(ky: "Иштин түрү", ru: "Вид работы", kk: "Жұмыс түрі", en: "Kind of work")
    static let values = Text(ky: "Баалар", ru: "Отметки", kk: "Бағалар", en: "Marks")
    static let valuesHint = Text(
        ky: "Бир нечеси боштук менен: 5 4 4", ru: "Несколько — через пробел: 5 4 4", kk: "Бірнешеуі бос орынмен: 5 4 4",
        en: "Several with spaces: 5 4 4")
    static let source = Text(ky: "Мурунку мектеп", ru: "Прежняя школа", kk: "Бұрынғы мектеп", en: "Former school")
    static let by = Text(ky: "Ким жазды", ru: "Кто внёс", kk: "Кім жазды", en: "Entered by")
    static let add = Text(ky: "Баа кошуу", ru: "Внести отметки", kk: "Баға енгізу", en: "Enter marks")
    static let withdraw = Text(ky: "Алып салуу", ru: "Убрать", kk: "Алып тастау", en: "Withdraw")
    static let withdrawn = Text(
        ky: "Баа алынып салынды.", ru: "Отметка убрана.", kk: "Баға алынып тасталды.", en: "The mark is withdrawn.")
    static let journal = Text(ky: "Журналга", ru: "К журналу", kk: "Журналға", en: "To the journal")
    static let finals = Text(
        ky: "Жыйынтыктоочу баалар", ru: "Итоговые отметки", kk: "Қорытынды бағалар", en: "Final marks")
    static let chooseStudent = Text(
        ky: "Окуучуну тандаңыз", ru: "Выберите ученика", kk: "Оқушыны таңдаңыз", en: "Choose the student")
    static let chooseDay = Text(
        ky: "Окуу жылынын бүгүнгө чейинки күнүн жазыңыз", ru: "Укажите день этого учебного года, не позже сегодняшнего",
        kk: "Оқу жылының бүгінге дейінгі күнін жазыңыз", en: "Give a day of this school year, not after today")
    static let sourceMissing = Text(
        ky: "Кайсы мектептен келгенин жазыңыз", ru: "Напишите, из какой школы", kk: "Қай мектептен келгенін жазыңыз",
        en: "Write which school they come from")

    static func marks(_ scale: Scale) -> Text {
        let values = scale.values.map(\.value).joined(separator: " ")
        return Text(
            ky: "Боштук менен, эң көп \(TransferForm.most): \(values)",
            ru: "Через пробел, не больше \(TransferForm.most): \(values)",
            kk: "Бос орынмен, ең көбі \(TransferForm.most): \(values)",
            en: "With spaces, at most \(TransferForm.most): \(values)")
    }

    static func oneMark(_ scale: Scale) -> Text {
        let values = scale.values.map(\.value).joined(separator: " ")
        return Text(
            ky: "Мезгилге бир баа: \(values)", ru: "За период одна отметка: \(values)",
            kk: "Кезеңге бір баға: \(values)",
            en: "One mark for a period: \(values)")
    }
}
