/// A day off with its name in every language.
public struct NamedDayOff: Hashable, Sendable {
    public let from: Day
    public let to: Day
    public let kind: DayOffKind
    public let gradeFrom: Int
    public let gradeTo: Int
    public let names: Names

    public func dayOff(_ language: InterfaceLanguage) -> DayOff {
        DayOff(from: from, to: to, kind: kind, gradeFrom: gradeFrom, gradeTo: gradeTo, name: names[language])
    }
}

/// Terms and days off of one school year.
struct YearPattern {
    struct Part {
        let kind: TermKind
        let number: Int
        let grades: ClosedRange<Int>
        let from: Day
        let to: Day
    }

    let terms: [Part]
    let daysOff: [NamedDayOff]
}

/// Turns dates of 2026/27 into dates of any school year.
struct SchoolYearDates {
    let schoolYear: Int

    /// The same date of the year.
    func fixed(_ month: Int, _ day: Int) -> Day {
        Day(uncheckedYear: month >= 8 ? schoolYear : schoolYear + 1, month: month, day: day)
    }

    /// The same day of the week as in 2026/27, at most three days away from the date.
    func week(_ month: Int, _ day: Int) -> Day {
        let pattern = SchoolYearDates(schoolYear: 2026).fixed(month, day)
        let date = fixed(month, day)
        return date.adding(floorRemainder(pattern.weekday - date.weekday + 3, 7) - 3)
    }

    func holiday(_ month: Int, _ day: Int, through last: Int? = nil, _ names: Names) -> NamedDayOff {
        NamedDayOff(
            from: fixed(month, day), to: fixed(month, last ?? day), kind: .holiday, gradeFrom: 0, gradeTo: 12,
            names: names)
    }

    func shortDay(_ month: Int, _ day: Int) -> NamedDayOff {
        NamedDayOff(
            from: fixed(month, day), to: fixed(month, day), kind: .shortDay, gradeFrom: 0, gradeTo: 12,
            names: Names(ky: "Кыскартылган күн", ru: "Сокращённый день", kk: "Қысқартылған күн", en: "Short day"))
    }

    /// A break between two days that keep their day of the week.
    func pause(
        _ from: (Int, Int), _ to: (Int, Int), grades: ClosedRange<Int> = 0...12, _ names: Names
    ) -> NamedDayOff {
        NamedDayOff(
            from: week(from.0, from.1), to: week(to.0, to.1), kind: .vacation, gradeFrom: grades.lowerBound,
            gradeTo: grades.upperBound, names: names)
    }
}

extension Names {
    static let autumnBreak = Names(
        ky: "Күзгү каникул", ru: "Осенние каникулы", kk: "Күзгі демалыс", en: "Autumn break")
    static let winterBreak = Names(
        ky: "Кышкы каникул", ru: "Зимние каникулы", kk: "Қысқы демалыс", en: "Winter break")
    static let springBreak = Names(
        ky: "Жазгы каникул", ru: "Весенние каникулы", kk: "Көктемгі демалыс", en: "Spring break")
    static let firstGradeBreak = Names(
        ky: "1-класс үчүн кошумча каникул", ru: "Дополнительные каникулы, 1 класс",
        kk: "1-сыныпқа қосымша демалыс", en: "Extra break, grade 1")
    static let newYear = Names(ky: "Жаңы жыл", ru: "Новый год", kk: "Жаңа жыл", en: "New Year")
    static let christmas = Names(
        ky: "Рождество", ru: "Рождество Христово", kk: "Рождество", en: "Orthodox Christmas")
    static let womensDay = Names(
        ky: "Аялдардын эл аралык күнү", ru: "Международный женский день", kk: "Халықаралық әйелдер күні",
        en: "International Women's Day")
    static let victoryDay = Names(ky: "Жеңиш күнү", ru: "День Победы", kk: "Жеңіс күні", en: "Victory Day")
}
