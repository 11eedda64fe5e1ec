extension CountryProfile {
    /// Russia. The school decides its terms; those of 2026/27 follow custom.
    static let russia = CountryProfile(
        country: .RU,
        names: Names(ky: "Россия", ru: "Россия", kk: "Ресей", en: "Russia"),
        timeZone: "Europe/Moscow",
        interfaceLanguages: [.ru, .en, .ky, .kk],
        recordLanguages: [.ru],
        alphabet: .russian,
        grades: 1...11,
        weekdays: [1, 2, 3, 4, 5],
        unmarkedGrades: [1],
        scale: .fivePoint,
        finalScale: .fivePoint,
        minimumMarks: MinimumMarks.standard,
        kindsOfWork: KindOfWork.standard,
        absenceCodes: AbsenceCode.standard,
        deadlines: .standard,
        bells: BellSchedule.twoShifts(length: 45, firstGrade: 35),
        subjects: Subject.all.filter { !centralAsian.contains($0.code) },
        year: { YearPattern(terms: russianTerms($0), daysOff: russianDaysOff($0)) })
}

private let centralAsian: Set<String> = [
    "kyrgyz-language", "kyrgyz-literature", "kazakh-language", "kazakh-literature", "uzbek-language",
    "history-of-kyrgyzstan", "history-of-kazakhstan", "manas-studies",
    "homeland-studies",
]

private func russianTerms(_ dates: SchoolYearDates) -> [YearPattern.Part] {
    let first = dates.fixed(9, 1)
    return [
        .init(kind: .quarter, number: 1, grades: 1...9, from: first, to: dates.week(10, 23)),
        .init(kind: .quarter, number: 2, grades: 1...9, from: dates.week(11, 2), to: dates.week(12, 30)),
        .init(kind: .quarter, number: 3, grades: 1...9, from: dates.week(1, 11), to: dates.week(3, 26)),
        .init(kind: .quarter, number: 4, grades: 1...9, from: dates.week(4, 5), to: dates.week(5, 26)),
        .init(kind: .halfYear, number: 1, grades: 10...12, from: first, to: dates.week(12, 30)),
        .init(kind: .halfYear, number: 2, grades: 10...12, from: dates.week(1, 11), to: dates.week(5, 26)),
    ]
}

private func russianDaysOff(_ dates: SchoolYearDates) -> [NamedDayOff] {
    [
        dates.pause((10, 24), (11, 1), .autumnBreak),
        dates.pause((12, 31), (1, 10), .winterBreak),
        dates.pause((2, 15), (2, 21), grades: 0...1, .firstGradeBreak),
        dates.pause((3, 27), (4, 4), .springBreak),
        dates.holiday(
            11, 4,
            Names(
                ky: "Элдик биримдик күнү", ru: "День народного единства", kk: "Халық бірлігі күні", en: "Unity Day")),
        dates.holiday(1, 1, through: 8, .newYear),
        dates.holiday(
            2, 23,
            Names(
                ky: "Ата мекенди коргоочулар күнү", ru: "День защитника Отечества", kk: "Отан қорғаушы күні",
                en: "Defender of the Fatherland Day")),
        dates.holiday(3, 8, .womensDay),
        dates.holiday(
            5, 1,
            Names(
                ky: "Жаз жана эмгек майрамы", ru: "Праздник Весны и Труда", kk: "Көктем және еңбек мерекесі",
                en: "Spring and Labour Day")),
        dates.holiday(5, 9, .victoryDay),
        dates.holiday(6, 12, Names(ky: "Россия күнү", ru: "День России", kk: "Ресей күні", en: "Russia Day")),
    ]
}
