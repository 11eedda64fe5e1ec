import SchoolRules

/// Reads one student of a table of marks.
struct StudentReading {
    let country: Country
    let scale: MarksTable.ScaleName

    func student(_ place: TablePlace) throws(TableProblem) -> MarksTable.Student {
        let id = try place.field("id")
        guard !(try id.text()).isEmpty else { throw id.problem("empty", "must not be empty") }
        var marks: [MarksTable.Mark] = []
        for mark in try place.optional("marks")?.list() ?? [] { marks += try read(mark) }
        return MarksTable.Student(
            id: try id.text(), marks: marks, parts: try parts(place), periods: try periods(place),
            exam: try place.optional("exam").map(final), final: try place.optional("final").map(final))
    }

    /// A cell: one mark, two with a slash, or a code, which gives none.
    private func read(_ place: TablePlace) throws(TableProblem) -> [MarksTable.Mark] {
        let weight = try place.optional("weight")?.number(over: 0, to: 1000) ?? 1
        let kind = try place.optional("kind")?.text()
        let id = kind.flatMap { Self.kinds[$0] }
        return try values(try place.field("value")).map {
            MarksTable.Mark(mark: CurrentMark($0, weight: weight, kind: id), kind: kind)
        }
    }

    private func values(_ place: TablePlace) throws(TableProblem) -> [ScaleValue] {
        let typed = try place.text()
        if let value = scale.current.value(typed) {
            return [value]
        } else if AssessmentCode(typed) != nil || Scale.passFail.value(typed) != nil {
            return []
        } else if let cell = cell(typed) {
            return cell.marks.compactMap { scale.current.value($0) }
        } else {
            throw place.problem("not_on_scale", "\"\(typed)\" is neither a mark of the scale nor a code")
        }
    }

    private func cell(_ typed: String) -> CellEntry? {
        country.profile.recordLanguages.lazy.compactMap { language in
            // Another language of the country may still know the code.
            try? CellEntry.parse(typed, scale: scale.current, codes: AbsenceCode.standard, language: language)
        }.first { !$0.isEmpty }
    }

    private func periods(_ place: TablePlace) throws(TableProblem) -> [FinalMark] {
        var marks: [FinalMark] = []
        for period in try place.optional("periods")?.list() ?? [] where period.tree != .null {
            marks.append(try final(period))
        }
        return marks
    }

    private func final(_ place: TablePlace) throws(TableProblem) -> FinalMark {
        let typed = try place.text()
        guard let mark = FinalMark(typed, scale: scale.final) else {
            throw place.problem("not_on_scale", "\"\(typed)\" is neither a final mark of the scale nor a code")
        }
        return mark
    }

    private func parts(_ place: TablePlace) throws(TableProblem) -> CriteriaParts {
        var parts = CriteriaParts()
        for points in try place.optional("fo")?.list() ?? [] {
            parts.formative.append(try points.number(from: 0, to: CriteriaRule.standard.formativeMaximum))
        }
        for work in try place.optional("sor")?.list() ?? [] { parts.sections.append(try points(work)) }
        parts.term = try place.optional("soch").map(points)
        guard parts.hasCommonMeasure else {
            throw place.problem("too_fine", "the maxima are too many and too different to be counted exactly")
        }
        return parts
    }

    private func points(_ place: TablePlace) throws(TableProblem) -> WorkPoints {
        let maximum = try place.field("max").number(over: 0, to: 10_000)
        let points = try place.field("points")
        guard let work = WorkPoints(try points.number(from: 0, to: 10_000), of: maximum) else {
            throw points.problem("out_of_range", "must not be more than the maximum")
        }
        return work
    }

    private static let kinds: [String: KindOfWork.ID] = [
        "answer": 1, "homework": 2, "independent": 3, "practical": 4, "laboratory": 5, "test": 6, "dictation": 7,
        "control": 8, "essay": 9, "retelling": 10, "project": 11, "exam": 12,
    ]
}
