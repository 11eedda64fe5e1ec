extension CountryProfile {
    /// Kazakhstan. Breaks of 2026/27 by order 213-НҚ of 29.07.2026.
    static let kazakhstan = CountryProfile(
        country: .KZ,
        names: Names(ky: "Казакстан", ru: "Казахстан", kk: "Қазақстан", en: "Kazakhstan"),
        timeZone: "Asia/Almaty",
        interfaceLanguages: [.kk, .ru, .en, .ky],
        recordLanguages: [.kk, .ru],
        alphabet: .kazakh,
        grades: 1...11,
        weekdays: [1, 2, 3, 4, 5],
        unmarkedGrades: [1],
        scale: .formative,
        finalScale: .fivePoint,
        minimumMarks: MinimumMarks.standard,
        kindsOfWork: KindOfWork.criteriaBased + KindOfWork.standard,
        absenceCodes: AbsenceCode.standard,
        deadlines: .standard,
        bells: BellSchedule.twoShifts(length: 40, firstGrade: 35),
        subjects: Subject.all.filter { !kyrgyz.contains($0.code) },
        year: { YearPattern(terms: kazakhTerms($0), daysOff: kazakhDaysOff($0)) })
}

private let kyrgyz: Set<String> = [
    "kyrgyz-language", "kyrgyz-literature", "history-of-kyrgyzstan", "manas-studies", "homeland-studies",
]

private func kazakhTerms(_ dates: SchoolYearDates) -> [YearPattern.Part] {
    [
        .init(kind: .quarter, number: 1, grades: 0...12, from: dates.fixed(9, 1), to: dates.week(10, 25)),
        .init(kind: .quarter, number: 2, grades: 0...12, from: dates.week(11, 2), to: dates.week(12, 27)),
        .init(kind: .quarter, number: 3, grades: 0...12, from: dates.week(1, 11), to: dates.week(3, 21)),
        .init(kind: .quarter, number: 4, grades: 0...12, from: dates.week(3, 29), to: dates.week(5, 25)),
    ]
}

private func kazakhDaysOff(_ dates: SchoolYearDates) -> [NamedDayOff] {
    [
        dates.pause((10, 26), (11, 1), .autumnBreak),
        dates.pause((12, 28), (1, 10), .winterBreak),
        dates.pause((2, 8), (2, 14), grades: 0...1, .firstGradeBreak),
        dates.pause((3, 22), (3, 28), .springBreak),
        dates.holiday(
            10, 25, Names(ky: "Республика күнү", ru: "День Республики", kk: "Республика күні", en: "Republic Day")),
        dates.holiday(
            12, 16,
            Names(
                ky: "Көз карандысыздык күнү", ru: "День Независимости", kk: "Тәуелсіздік күні",
                en: "Independence Day")),
        dates.holiday(1, 1, through: 2, .newYear),
        dates.holiday(1, 7, .christmas),
        dates.holiday(3, 8, .womensDay),
        dates.holiday(
            3, 15, Names(ky: "Конституция күнү", ru: "День Конституции", kk: "Конституция күні", en: "Constitution Day")
        ),
        dates.holiday(3, 21, through: 23, Names(ky: "Нооруз", ru: "Наурыз", kk: "Наурыз мейрамы", en: "Nauryz")),
        dates.holiday(
            5, 1,
            Names(
                ky: "Казакстан элинин биримдиги күнү", ru: "Праздник единства народа Казахстана",
                kk: "Қазақстан халқының бірлігі мерекесі", en: "Unity Day")),
        dates.holiday(
            5, 7,
            Names(
                ky: "Ата мекенди коргоочулар күнү", ru: "День защитника Отечества", kk: "Отан қорғаушы күні",
                en: "Defender of the Fatherland Day")),
        dates.holiday(5, 9, .victoryDay),
        dates.holiday(7, 6, Names(ky: "Борбор күнү", ru: "День столицы", kk: "Астана күні", en: "Capital Day")),
    ]
}

extension KindOfWork {
    /// Formative and summative assessment of Kazakhstan (order 125, para. 28); the quarter's per cent
    /// weighs them itself.
    public static let criteriaBased = [
        KindOfWork(
            id: 21, short: Names(ky: "КБ", ru: "ФО", kk: "ҚБ", en: "FA"),
            names: Names(
                ky: "Калыптандыруучу баалоо", ru: "Формативное оценивание", kk: "Қалыптастырушы бағалау",
                en: "Formative assessment"),
            weight: 1, maximum: 10),
        KindOfWork(
            id: 22, short: Names(ky: "БЖБ", ru: "СОр", kk: "БЖБ", en: "SAU"),
            names: Names(
                ky: "Бөлүм боюнча жыйынтыктоочу баалоо", ru: "Суммативное оценивание за раздел",
                kk: "Бөлім бойынша жиынтық бағалау", en: "Summative assessment for a section"),
            weight: 1, isRequired: true, isWritten: true, maximum: 10),
        KindOfWork(
            id: 23, short: Names(ky: "ЧЖБ", ru: "СОч", kk: "ТЖБ", en: "SAT"),
            names: Names(
                ky: "Чейрек боюнча жыйынтыктоочу баалоо", ru: "Суммативное оценивание за четверть",
                kk: "Тоқсан бойынша жиынтық бағалау", en: "Summative assessment for a quarter"),
            weight: 1, isRequired: true, isWritten: true, maximum: 25),
    ]
}
