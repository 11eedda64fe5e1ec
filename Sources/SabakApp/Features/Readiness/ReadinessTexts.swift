import SchoolRules
import Web

enum ReadinessTexts {
    static let ready = Text(ky: "даяр", ru: "готово", kk: "дайын", en: "done")
    static let late = Text(ky: "мөөнөтү өттү", ru: "срок прошёл", kk: "мерзімі өтті", en: "late")
    static let underWay = Text(ky: "бүтө элек", ru: "не готово", kk: "бітпеген", en: "not done")
    static let blocks = Text(
        ky: "ансыз сабак башталбайт", ru: "без этого урок не начать", kk: "онсыз сабақ басталмайды",
        en: "no lesson without it")
    static let nothingMissing = Text(
        ky: "баары бар", ru: "всё на месте", kk: "бәрі бар", en: "nothing is missing")
    static let nobody = Text(
        ky: "дайындала элек", ru: "не назначен", kk: "тағайындалмаған", en: "nobody is appointed")
    static let everybody = Text(
        ky: "ролу барлардын баары", ru: "все, у кого есть роль", kk: "рөлі барлардың бәрі", en: "all who hold the role")
    static let duties = Text(
        ky: "Ким эмне үчүн жооп берет", ru: "Кто за что отвечает", kk: "Кім не үшін жауап береді",
        en: "Who answers for what")
    static let mayBegin = Text(
        ky: "Биринчи сабакты жазса болот. Калганын ушул тизме боюнча бүтүрүңүз.",
        ru: "Первый урок уже можно записать. Остальное доделайте по этому списку.",
        kk: "Бірінші сабақты жазуға болады. Қалғанын осы тізім бойынша аяқтаңыз.",
        en: "The first lesson can be recorded. Finish the rest along this list.")
    static let whole = Text(
        ky: "Баары даяр: журнал толук.", ru: "Всё готово: журнал заполнен полностью.",
        kk: "Бәрі дайын: журнал толық.", en: "Everything is ready: the journal is whole.")

    static func summary(year: Int, percent: Int, by day: Day) -> Text {
        let years = "\(year)/\((year + 1) % 100)"
        return Text(
            ky: "\(years)-окуу жылы · \(percent) % даяр · мөөнөтү \(day.words(.ky))",
            ru: "\(years) учебный год · готово \(percent) % · срок — \(day.words(.ru))",
            kk: "\(years) оқу жылы · \(percent) % дайын · мерзімі \(day.words(.kk))",
            en: "School year \(years) · \(percent) % done · due by \(day.words(.en))")
    }
}
