import SchoolRules

/// The numbers of a table of marks.
struct TableCount: Sendable {
    let table: MarksTable
    let students: [StudentCount]
    let indicators: Indicators<String>
    let objectivity: Objectivity<String>

    init(_ table: MarksTable) {
        self.table = table
        students = table.students.map { StudentCount($0, in: table) }
        let finals = zip(table.students, students).map { student, count in
            StudentFinal(student.id, student.final, expected: count.proposal)
        }
        indicators = Indicators(finals, learning: table.settings.learning)
        objectivity = Objectivity(finals, on: table.scale.final)
    }
}

/// The numbers of one student.
struct StudentCount: Sendable {
    let id: String
    /// Marks and points; codes are left out.
    let number: Int
    let average: Count?
    let percent: Count?
    let proposal: ScaleValue?
    let year: ScaleValue?
    let yearWithExam: ScaleValue?
    let minimum: Need
    /// What the average's lines are for, in their order.
    let kinds: [String?]

    init(_ student: MarksTable.Student, in table: MarksTable) {
        let marks = student.marks.map(\.mark)
        let settings = table.settings
        let scale = table.scale
        let isCriteria = scale.way == .criteria
        id = student.id
        number = marks.count + (isCriteria ? student.parts.number : 0)
        average = Count.average(of: marks)
        percent = isCriteria ? settings.criteria.percent(of: student.parts) : nil
        kinds = student.marks.filter { $0.mark.value.numeric != nil }.map(\.kind)
        year = settings.year.mark(of: student.periods, on: scale.proposed)?.mark
        yearWithExam = year.flatMap { year in
            student.exam.flatMap { settings.exam.mark(year: .mark(year), exam: $0, on: scale.proposed)?.mark }
        }
        let byMarks = Self.mark(marks, average, percent, scale, settings)
        proposal = table.period == .year ? year ?? byMarks : byMarks
        minimum = Need(needed: Self.needed(table), has: number)
    }

    private static func mark(
        _ marks: [CurrentMark], _ average: Count?, _ percent: Count?, _ scale: MarksTable.ScaleName,
        _ settings: AssessmentSettings
    ) -> ScaleValue? {
        switch scale.way {
        case .marks: average.flatMap { settings.borders.mark(for: $0.value, on: scale.proposed) }
        case .criteria: percent.flatMap { settings.criteria.mark(for: $0.value) }
        case .passFail: agreedMark(of: marks)
        case .words: nil
        }
    }

    /// A year is made of its periods and needs no marks of its own.
    private static func needed(_ table: MarksTable) -> Int {
        switch table.period {
        case .quarter: table.settings.minimumMarks.least(hoursPerWeek: table.hoursPerWeek, in: .quarter).marks
        case .halfYear: table.settings.minimumMarks.least(hoursPerWeek: table.hoursPerWeek, in: .halfYear).marks
        case .year: 0
        }
    }
}
