import SchoolRules

/// The topics a demo school teaches, by subject, from the youngest grade to the oldest.
struct TopicTable: Sendable {
    struct Subject: Sendable {
        let grades: ClosedRange<Int>
        /// Kyrgyz, Russian, Kazakh; the first where a language is missing.
        let topics: [[String]]
    }

    let subjects: [String: Subject]

    static let all = TopicTable([languages, exact, world, arts])

    /// Reads tables of `# subject, subject 5-11` and lines of `Kyrgyz | Russian | Kazakh`.
    private init(_ texts: [String]) {
        var subjects: [String: Subject] = [:]
        var names: [String] = []
        for line in texts.joined(separator: "\n").split(separator: "\n") {
            if line.hasPrefix("# ") {
                let words = line.dropFirst(2).split(separator: " ")
                let grades = (words.last ?? "").split(separator: "-").compactMap { Int($0) }
                names = words.dropLast().map { String($0.filter { $0 != "," }) }
                for name in names { subjects[name] = Subject(grades: grades[0]...grades[1], topics: []) }
            } else {
                let texts = line.split(separator: "|").map { Self.trimmed($0) }
                for name in names {
                    let known = subjects[name]
                    subjects[name] = Subject(grades: known?.grades ?? 1...11, topics: (known?.topics ?? []) + [texts])
                }
            }
        }
        self.subjects = subjects
    }

    /// The topics of a grade: a stretch of the table that moves on from grade to grade.
    func topics(of subject: String, grade: Int, _ language: RecordLanguage) -> [String] {
        guard let table = subjects[subject] else { return [] }
        let count = table.topics.count
        let most = min(count, max(5, count * 2 / 5))
        let steps = max(1, table.grades.count - 1)
        let first = (count - most) * min(max(grade - table.grades.lowerBound, 0), steps) / steps
        return table.topics[first..<first + most].map { texts in
            let place = RecordLanguage.allCases.firstIndex(of: language) ?? 0
            return place < texts.count ? texts[place] : texts[texts.count == 1 ? 0 : 1]
        }
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        let start = text.drop { $0 == " " }
        return String(start.dropLast(start.reversed().prefix { $0 == " " }.count))
    }
}
