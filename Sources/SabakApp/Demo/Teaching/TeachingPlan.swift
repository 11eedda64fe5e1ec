import SchoolRules

/// The plans that demo teachers follow: one for each subject, grade and language.
struct TeachingPlans {
    struct Key: Hashable {
        let subject: String
        let grade, hours: Int
        let language: RecordLanguage
    }

    private let country: Country
    private var known: [Key: [PlanRow]] = [:]

    init(_ country: Country) { self.country = country }

    /// Arts and sport are taught without a plan in the program.
    static func isKept(_ course: Course) -> Bool {
        if case .single = course.group { return false }
        return ![Department.music, .craft, .sport].contains(course.department) && course.subject != "fine-art"
            && course.hours >= 100
    }

    static func key(_ course: Course, _ plan: SchoolPlan) -> Key {
        let schoolClass = plan.classes[course.classIndex]
        return Key(
            subject: course.subject, grade: schoolClass.name.grade, hours: course.hours,
            language: language(of: course.subject, in: schoolClass))
    }

    /// A language is taught in itself, everything else in the language of the class.
    static func language(of subject: String, in schoolClass: DemoClass) -> RecordLanguage {
        switch subject {
        case "russian-language", "literature": .ru
        case "kyrgyz-language", "kyrgyz-literature", "manas-studies": .ky
        case "kazakh-language", "kazakh-literature": .kk
        case _: schoolClass.language
        }
    }

    mutating func rows(_ key: Key) -> [PlanRow] {
        if let rows = known[key] { return rows }
        let rows = written(key) ?? made(key)
        known[key] = rows
        return rows
    }

    /// The row of a lesson, counted from 0; after the end the rows begin again.
    mutating func row(_ key: Key, lesson: Int) -> PlanRow? {
        let rows = rows(key)
        let total = rows.reduce(0) { $0 + $1.hours / 100 }
        guard total > 0 else { return nil }
        var left = lesson % total
        for row in rows {
            left -= row.hours / 100
            if left < 0 { return row }
        }
        return rows.last
    }

    /// How the kinds of work are called here: control work and independent work.
    private var controlKind: Int { country == .KZ ? 22 : 8 }

    private func written(_ key: Key) -> [PlanRow]? {
        let column = key.language == .ky ? 0 : 1
        guard key.language != .kk else { return nil }
        switch (key.subject, key.grade, country) {
        case ("mathematics", 5, .KG), ("mathematics", 5, .RU): return rows(PlanText.mathematics5, column, key)
        case ("geography", 6, .KG): return rows(PlanText.geography6, column, key)
        case _: return nil
        }
    }

    private func rows(_ text: String, _ column: Int, _ key: Key) -> [PlanRow] {
        var rows: [PlanRow] = []
        var section = ""
        for line in text.split(separator: "\n") {
            let parts = line.drop { $0 == "#" }.split(separator: "|").map { TopicTable.trimmed($0) }
            if line.hasPrefix("#") {
                section = parts[column]
            } else {
                let kind = parts.count > 2 ? Int(parts[2]) ?? 0 : 0
                rows.append(PlanRow(number: rows.count + 1, section: section, topic: parts[column], kind: kind))
            }
        }
        return stretched(rows, to: key.hours * 34 / 100)
    }

    private func made(_ key: Key) -> [PlanRow] {
        let topics = TopicTable.all.topics(of: key.subject, grade: key.grade, key.language)
        guard !topics.isEmpty else { return [] }
        let lessons = max(key.hours * 34 / 100, topics.count)
        let steps = steps(min(max((lessons + topics.count - 1) / topics.count, 1), 8), key)
        var rows: [PlanRow] = []
        var controls = 0
        for (place, topic) in topics.enumerated() {
            for (ending, kind) in steps {
                rows.append(PlanRow(number: rows.count + 1, section: topic, topic: topic + ending, kind: kind))
            }
            if hasControls(key), steps.count >= 6 || place % 2 == 1 {
                controls += 1
                rows.append(
                    PlanRow(
                        number: rows.count + 1, section: topic, topic: control(controls, topic, key.language),
                        kind: controlKind))
            }
        }
        return stretched(rows, to: lessons)
    }

    private func hasControls(_ key: Key) -> Bool { !Self.arts.contains(key.subject) && key.grade > 1 }

    private static let arts: Set<String> = [
        "music", "fine-art", "technology", "labour", "art-and-labour", "physical-education", "pre-military-training",
    ]

    /// Topics take two lessons where there are more lessons than topics.
    private func stretched(_ rows: [PlanRow], to lessons: Int) -> [PlanRow] {
        var rows = rows
        var missing = lessons - rows.count
        for place in rows.indices where missing > 0 && rows[place].kind == 0 {
            rows[place].hours = 200
            missing -= 1
        }
        return rows
    }

    private func control(_ number: Int, _ topic: String, _ language: RecordLanguage) -> String {
        switch (country, language) {
        case (.KZ, .kk): "БЖБ № \(number) «\(topic)»"
        case (.KZ, _): "СОР № \(number) «\(topic)»"
        case (_, .ky): "№ \(number) текшерүү иши «\(topic)»"
        case (_, .ru): "Контрольная работа № \(number) «\(topic)»"
        case (_, .kk): "№ \(number) бақылау жұмысы «\(topic)»"
        }
    }

    /// How a topic goes on from lesson to lesson.
    private func steps(_ count: Int, _ key: Key) -> [(String, Int)] {
        let isForeign = key.subject == "english" || key.subject == "foreign-language"
        let language = key.language
        if Self.arts.contains(key.subject) {
            let pass = DemoWords.pick(language, ". Текшерүү", ". Зачёт", ". Сынақ")
            return [("", 0), (DemoWords.pick(language, ". Бекемдөө", ". Закрепление", ". Бекіту"), 0), (pass, 0)]
        }
        let steps: [(String, Int)] =
            isForeign
            ? [
                ("", 0), (". Vocabulary", 0), (". Reading", 0), (". Speaking", 0), (". Grammar practice", 0),
                (". Test", 6), (". Group work", 0), (". Revision", 0),
            ]
            : [
                ("", 0), (DemoWords.pick(language, ". Мисалдар", ". Примеры", ". Мысалдар"), 0),
                (DemoWords.pick(language, ". Көнүгүүлөр", ". Упражнения", ". Жаттығулар"), 0),
                (DemoWords.pick(language, ". Практикалык иш", ". Практическая работа", ". Практикалық жұмыс"), 4),
                (DemoWords.pick(language, ". Бекемдөө", ". Закрепление", ". Бекіту"), 0),
                (DemoWords.pick(language, ". Өз алдынча иш", ". Самостоятельная работа", ". Өзіндік жұмыс"), 3),
                (DemoWords.pick(language, ". Топто иштөө", ". Работа в группах", ". Топпен жұмыс"), 0),
                (DemoWords.pick(language, ". Жалпылоо", ". Обобщение", ". Жалпылау"), 0),
            ]
        // The fewer lessons, the fewer steps; the first is always there.
        let chosen = Set([0, 2, 4, 7, 1, 5, 3, 6].prefix(count))
        return steps.indices.filter(chosen.contains).map { steps[$0] }
    }
}
