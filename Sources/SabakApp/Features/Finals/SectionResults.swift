import SchoolRules
import Store
import Web

/// Results of a page in a term by the sections of its plan: who has not reached the least that passes (003 3.2).
struct SectionResults {
    private struct Section {
        let name: String
        var marks = 0
        var passed: [PersonName] = []
        var below: [PersonName] = []
    }

    private let sections: [Section]
    private let language: Language

    /// - Parameter names: the sections of the days of lessons, in their order.
    init(_ sheet: FinalSheet, sections names: [Day: String], language: Language) {
        self.language = language
        var order: [String] = []
        for day in names.keys.sorted() {
            if let name = names[day], !order.contains(name) { order.append(name) }
        }
        sections = order.map { name in
            var section = Section(name: name)
            for line in sheet.lines {
                let marks = line.marks.filter { names[$0.day] == name }.compactMap(\.mark)
                guard !marks.isEmpty, let isPassed = Self.passes(marks, on: sheet.place) else { continue }
                section.marks += marks.count
                if isPassed { section.passed.append(line.name) } else { section.below.append(line.name) }
            }
            return section
        }.filter { $0.marks > 0 }
    }

    /// By the average where there is one; by criteria, and by pass or fail, no work may be below the threshold.
    private static func passes(_ marks: [CurrentMark], on place: FinalPlace) -> Bool? {
        guard place.regime.way == .marks else { return !marks.contains { $0.value.level == .fail } }
        return place.regime.count(of: marks).flatMap { place.regime.mark(for: $0.value, on: place.scale) }
            .map { $0.level != .fail }
    }

    /// The section of the plan that each lesson's topic belongs to.
    static func days(
        of page: Int64, from: Day, to: Day, school: Int64, in connection: Connection
    ) throws -> [Day: String] {
        let rows = try connection.all(
            """
            SELECT lesson.day, plan_row.section FROM lesson
            JOIN page_plan ON page_plan.school_id = lesson.school_id AND page_plan.page_id = lesson.page_id
            JOIN plan_row ON plan_row.school_id = page_plan.school_id AND plan_row.plan_id = page_plan.plan_id
                AND plan_row.number = lesson.plan_row
            WHERE lesson.school_id = \(school) AND lesson.page_id = \(page) AND lesson.is_cancelled = 0
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description) AND plan_row.section <> ''
            ORDER BY lesson.day, lesson.start_minute, lesson.id
            """
        ) { (Day($0.text(0)) ?? .forever, $0.text(1)) }
        return Dictionary(rows) { _, last in last }
    }

    /// Nothing where the plan has no sections.
    var html: HTML? {
        guard !sections.isEmpty else { return nil }
        let rows = sections.html { section -> HTML in
            let all = section.passed.count + section.below.count
            let share = Fraction(Int64(section.passed.count * 100), Int64(max(1, all))).nearest
            return """
                <tr><th scope="row">\(section.name)</th><td class="num">\(section.marks)</td>\
                <td class="num">\(share) % <small>\(section.passed.count)/\(all)</small></td>\
                <td>\(section.below.map(\.list).joined(separator: ", "))</td></tr>
                """
        }
        return """
            <section><h2>\(ResultsTexts.bySection[language])</h2>\
            <div class="scroll" tabindex="0" role="region" aria-label="\(ResultsTexts.bySection[language])">\
            <table class="list"><thead><tr><th scope="col">\(ResultsTexts.section[language])</th>\
            <th scope="col" class="num">\(ResultsTexts.marks[language])</th>\
            <th scope="col" class="num">\(ResultsTexts.students[language])</th>\
            <th scope="col">\(ResultsTexts.below[language])</th></tr></thead><tbody>\(rows)</tbody></table></div>\
            </section>
            """
    }
}
