extension CountryProfile {
    /// Kyrgyzstan. No order for 2026/27 was published when this was written: the terms are those of custom.
    static let kyrgyzstan = CountryProfile(
        country: .KG,
        names: Names(ky: "Кыргызстан", ru: "Кыргызстан", kk: "Қырғызстан", en: "Kyrgyzstan"),
        timeZone: "Asia/Bishkek",
        interfaceLanguages: [.ky, .ru, .en, .kk],
        recordLanguages: [.ky, .ru],
        alphabet: .kyrgyz,
        grades: 1...11,
        weekdays: [1, 2, 3, 4, 5],
        unmarkedGrades: [1, 2, 3],
        scale: .fivePoint,
        finalScale: .fivePoint,
        minimumMarks: MinimumMarks.standard,
        kindsOfWork: KindOfWork.standard,
        absenceCodes: AbsenceCode.standard,
        deadlines: .standard,
        bells: BellSchedule.twoShifts(length: 45, firstGrade: 35),
        subjects: Subject.all.filter {
            !["kazakh-language", "kazakh-literature", "history-of-kazakhstan", "world-around"].contains($0.code)
        },
        year: { YearPattern(terms: kyrgyzTerms($0), daysOff: kyrgyzDaysOff($0)) })
}

private func kyrgyzTerms(_ dates: SchoolYearDates) -> [YearPattern.Part] {
    let first = dates.fixed(9, 1)
    return [
        .init(kind: .quarter, number: 1, grades: 1...9, from: first, to: dates.week(10, 30)),
        .init(kind: .quarter, number: 2, grades: 1...9, from: dates.week(11, 9), to: dates.week(12, 30)),
        .init(kind: .quarter, number: 3, grades: 1...9, from: dates.week(1, 11), to: dates.week(3, 19)),
        .init(kind: .quarter, number: 4, grades: 1...9, from: dates.week(3, 29), to: dates.week(5, 28)),
        .init(kind: .halfYear, number: 1, grades: 10...12, from: first, to: dates.week(12, 30)),
        .init(kind: .halfYear, number: 2, grades: 10...12, from: dates.week(1, 11), to: dates.week(5, 28)),
    ]
}

/// Holidays by the Labour Code of 2025: none is moved when it falls on a weekend.
private func kyrgyzDaysOff(_ dates: SchoolYearDates) -> [NamedDayOff] {
    [
        dates.pause((10, 31), (11, 8), .autumnBreak),
        dates.pause((12, 31), (1, 10), .winterBreak),
        dates.pause((2, 15), (2, 21), grades: 0...1, .firstGradeBreak),
        dates.pause((3, 20), (3, 28), .springBreak),
        dates.holiday(
            8, 31,
            Names(
                ky: "Эгемендүүлүк күнү", ru: "День независимости", kk: "Тәуелсіздік күні", en: "Independence Day")),
        dates.holiday(1, 1, through: 7, .newYear),
        dates.holiday(3, 8, .womensDay),
        dates.holiday(3, 21, Names(ky: "Нооруз", ru: "Нооруз", kk: "Наурыз", en: "Nooruz")),
        dates.holiday(
            5, 1, through: 9,
            Names(ky: "Май майрамдары", ru: "Майские праздники", kk: "Мамыр мерекелері", en: "May holidays")),
        dates.shortDay(12, 31),
        dates.shortDay(3, 20),
        dates.shortDay(4, 30),
    ]
}
