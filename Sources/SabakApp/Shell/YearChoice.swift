import SchoolRules
import Web

/// The way between the present school year and the next one, which is put in order before it begins.
struct YearChoice {
    let visit: Visit
    let path: String

    var html: HTML {
        let years = [visit.presentYear, visit.presentYear + 1]
        let links = years.html { year in
            let name = "\(year)/\((year + 1) % 100)"
            let current: HTML? = year == visit.year ? " aria-current=\"page\"" : nil
            let address = year == visit.presentYear ? path : "\(path)?year=\(year)"
            return "<a href=\"\(address)\"\(current)>\(name)</a>"
        }
        let said: HTML? = visit.isAhead ? "<p class=\"say\">\(Self.ahead[visit.language])</p>" : nil
        return "<nav class=\"seg\" aria-label=\"\(Self.label[visit.language])\">\(links)</nav>\(said)"
    }

    private static let label = Text(ky: "Окуу жылы", ru: "Учебный год", kk: "Оқу жылы", en: "School year")
    private static let ahead = Text(
        ky: "Бул жыл али башталган жок: мында жазылгандар анын биринчи күнүнөн күчүнө кирет.",
        ru: "Этот год ещё не начался: записанное здесь действует с его первого дня.",
        kk: "Бұл жыл әлі басталған жоқ: мұнда жазылғандар оның бірінші күнінен күшіне енеді.",
        en: "This year has not begun: what is written here holds from its first day.")
}
