extension Scale {
    /// Every scale this kit knows; a school chooses one per grade and subject.
    public static let all = [
        fivePoint, fivePointWithOne, tenPoint, formative, twelvePoint, hundredPoint, passFail, letters,
        lettersWithSigns, levels, none,
    ]

    public static func named(_ id: String) -> Scale? {
        all.first { $0.id == id }
    }

    /// 5, 4, 3, 2.
    public static let fivePoint = Scale(
        id: "five",
        names: Names(
            ky: "5 баллдык шкала", ru: "5-балльная шкала", kk: "5 балдық шкала", en: "5-point scale"),
        values: points(5...5, 4...4, 3...3, 2...2))

    /// 5, 4, 3, 2, 1: the one is rare and switched on by the school.
    public static let fivePointWithOne = Scale(
        id: "five-1",
        names: Names(
            ky: "5 баллдык шкала, «1» менен", ru: "5-балльная шкала с «1»",
            kk: "5 балдық шкала, «1» бар", en: "5-point scale with 1"),
        values: points(5...5, 4...4, 3...3, 1...2))

    /// 10...1; excellent from 9, good from 7, satisfactory from 5.
    public static let tenPoint = Scale(
        id: "ten",
        names: Names(
            ky: "10 баллдык шкала", ru: "10-балльная шкала", kk: "10 балдық шкала", en: "10-point scale"),
        values: points(9...10, 7...8, 5...6, 1...4))

    /// Points of formative assessment of Kazakhstan, 10...1 by the borders 85, 65 and 40 per cent (order 125, annex 1).
    public static let formative = Scale(
        id: "formative",
        names: Names(
            ky: "Калыптандыруучу баалоо, 10 балл", ru: "Формативное оценивание, 10 баллов",
            kk: "Қалыптастырушы бағалау, 10 балл", en: "Formative assessment, 10 points"),
        values: points(9...10, 7...8, 4...6, 1...3))

    /// 12...1; excellent from 10, good from 7, satisfactory from 4.
    public static let twelvePoint = Scale(
        id: "twelve",
        names: Names(
            ky: "12 баллдык шкала", ru: "12-балльная шкала", kk: "12 балдық шкала", en: "12-point scale"),
        values: points(10...12, 7...9, 4...6, 1...3))

    /// 100...0 by the borders 85, 65 and 40 (Kazakhstan, order 125, annex 1).
    public static let hundredPoint = Scale(
        id: "hundred",
        names: Names(
            ky: "100 баллдык шкала", ru: "100-балльная шкала", kk: "100 балдық шкала", en: "100-point scale"),
        values: points(85...100, 65...84, 40...64, 0...39))

    /// Pass and fail; both stay out of averages, fail counts for progress.
    public static let passFail = Scale(
        id: "pass",
        names: Names(
            ky: "Зачёт / зачёт эмес", ru: "Зачёт / незачёт", kk: "Сынақ / сынақ емес", en: "Pass / fail"),
        values: [
            ScaleValue(value: "ЗЧ", numeric: nil, level: .pass, synonyms: ["+", "з", "зачёт", "зачет", "сынақ"]),
            ScaleValue(
                value: "НЗ", numeric: nil, level: .fail,
                synonyms: ["-", "−", "незачёт", "незачет", "зачёт эмес", "зачет эмес", "сынақ емес"]),
        ])

    /// A 5, B 4, C 3, D 2, F 1.
    public static let letters = Scale(
        id: "letters",
        names: Names(ky: "Тамгалар A–F", ru: "Буквы A–F", kk: "Әріптер A–F", en: "Letters A–F"),
        values: [
            ScaleValue(value: "A", numeric: 5, level: .excellent),
            ScaleValue(value: "B", numeric: 4, level: .good),
            ScaleValue(value: "C", numeric: 3, level: .satisfactory),
            ScaleValue(value: "D", numeric: 2, level: .fail),
            ScaleValue(value: "F", numeric: 1, level: .fail),
        ])

    /// A to F where a sign is worth a third of a step, written as 33 hundredths; neither A+ nor a signed F.
    public static let lettersWithSigns = Scale(
        id: "letters-signs",
        names: Names(
            ky: "Тамгалар A–F, + жана − менен", ru: "Буквы A–F с + и −",
            kk: "Әріптер A–F, + және −", en: "Letters A–F with + and −"),
        values: letters.values.flatMap { letter -> [ScaleValue] in
            let signs: [(String, Int)] =
                switch letter.value {
                case "A": [("", 0), ("-", -33)]
                case "F": [("", 0)]
                default: [("+", 33), ("", 0), ("-", -33)]
                }
            return signs.map { sign, hundredths in
                ScaleValue(
                    value: letter.value + sign, numeric: letter.numeric.map { $0 + Fraction(hundredths: hundredths) },
                    level: letter.level)
            }
        })

    /// Levels in place of marks, as in grade 1: reached, working towards. Neither is a fail.
    public static let levels = Scale(
        id: "levels",
        names: Names(
            ky: "Деңгээлдер", ru: "Уровни", kk: "Деңгейлер", en: "Levels"),
        values: [
            ScaleValue(value: "+", numeric: nil, level: .pass, synonyms: ["жетти", "достигнут", "жетті", "reached"]),
            ScaleValue(
                value: "±", numeric: nil, level: .pass,
                synonyms: ["-", "−", "+-", "жетүүдө", "в пути", "жету жолында", "working towards"]),
        ])

    /// No marks, as in grade 1.
    public static let none = Scale(
        id: "none", names: Names(ky: "Баасыз", ru: "Без отметок", kk: "Бағасыз", en: "No marks"), values: [])

    private static func points(
        _ excellent: ClosedRange<Int64>, _ good: ClosedRange<Int64>,
        _ satisfactory: ClosedRange<Int64>, _ fail: ClosedRange<Int64>
    ) -> [ScaleValue] {
        let bands: [(ClosedRange<Int64>, Level)] = [
            (excellent, .excellent), (good, .good), (satisfactory, .satisfactory), (fail, .fail),
        ]
        return bands.flatMap { band, level in
            band.reversed().map { ScaleValue(value: "\($0)", numeric: Fraction($0), level: level) }
        }
    }
}
