import Web

/// What publishing did, carried in an address and told on the next page.
enum PublishingNote {
    /// For the address after a form: `3.1.2.0`.
    static func encoded(_ result: PublishingResult) -> String {
        "\(result.added).\(result.removed).\(result.moved).\(result.unplaced.count)"
    }

    /// The message, or nothing where there is no such note.
    static func html(_ encoded: String?, _ language: Language) -> HTML? {
        guard let counts = encoded?.split(separator: ".").compactMap({ Int($0) }), counts.count == 4 else { return nil }
        let waiting: HTML? =
            counts[3] == 0
            ? nil
            : """
            <p class="say warn" role="status">\(lessons(counts[3])[language]): \(withoutPlace[language]) \
            <a href="/schedule/unplaced">\(decide[language])</a></p>
            """
        return """
            <p class="say good" role="status">\(saved[language]) \(words(counts)[language])</p>\(waiting)
            """
    }

    private static func words(_ counts: [Int]) -> Text {
        guard counts.prefix(3).contains(where: { $0 > 0 }) else { return nothing }
        return Text(
            ky: "Кошулду: \(counts[0]), алынды: \(counts[1]), жылдырылды: \(counts[2]). Жазылган сабактар сакталды.",
            ru: "Добавлено уроков: \(counts[0]), убрано: \(counts[1]), перенесено: \(counts[2]). Записанное сохранено.",
            kk: "Қосылды: \(counts[0]), алынды: \(counts[1]), ауыстырылды: \(counts[2]). Жазылған сабақтар сақталды.",
            en: "Lessons added: \(counts[0]), removed: \(counts[1]), moved: \(counts[2]). What is recorded is kept.")
    }

    static let lessons = Plural(
        ky: "сабак", ru: (one: "урок", few: "урока", many: "уроков"), kk: "сабақ", en: (one: "lesson", other: "lessons")
    )
    private static let saved = Text(ky: "Сакталды.", ru: "Сохранено.", kk: "Сақталды.", en: "Saved.")
    private static let nothing = Text(
        ky: "Сабактар өзгөргөн жок.", ru: "Уроки не изменились.", kk: "Сабақтар өзгерген жоқ.",
        en: "No lesson has changed.")
    private static let withoutPlace = Text(
        ky: "жүгүртмөдө орду калбады.", ru: "не осталось места в расписании.", kk: "кестеде орны қалмады.",
        en: "left without a place in the timetable.")
    private static let decide = Text(ky: "Орун табуу", ru: "Найти место", kk: "Орын табу", en: "Find a place")
}
