import SchoolRules
import Store
import Web

/// All marks of a student in one term, by subject, whatever page they were earned on.
struct TermMarks: Sendable {
    struct Mark: Sendable {
        let day: Day
        let mark: DiaryMark
        /// Nil where the value stays out of averages.
        let numeric: Fraction?
    }

    struct Subject: Sendable {
        let id: Int64
        let name: String
        let scale: Scale
        /// The page the student is on, or was on last; 0 where that is not known.
        var page: Int64 = 0
        var marks: [Mark] = []
        var missed = 0
        /// Topics of the year's plan, and how many of them have been taken; 0 without a plan.
        var topics = 0
        var topicsTaken = 0

        var counted: [WeightedMark] {
            marks.compactMap { found in
                found.numeric.map {
                    WeightedMark(numeric: $0, weight: Fraction(hundredths: found.mark.weight))
                }
            }
        }

        var average: Fraction? { weightedAverage(counted) }

        /// Where the average lies between the worst and the best value of the scale, in percent.
        var position: Int {
            let numbers = scale.values.compactMap(\.numeric)
            guard let average, let lowest = numbers.min(), let highest = numbers.max(), lowest < highest else {
                return 0
            }
            return min(max(Int(((average - lowest) / (highest - lowest) * 100).nearest), 0), 100)
        }
    }

    var subjects: [Subject] = []
    /// Lessons by what the absence means; late ones are counted apart from missed ones.
    var absences: [AbsenceCategory: Int] = [:]

    var missed: Int { absences.filter(\.key.isAbsent).values.reduce(0, +) }
}

extension DiaryWeekQueries {
    /// The school years of the student with the grade of each, the latest first.
    func years() throws -> [(year: Int, grade: Int)] {
        var years: [(year: Int, grade: Int)] = []
        try connection.each(
            """
            SELECT class.year, class.grade FROM enrolment
            JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
            WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(student)
            ORDER BY class.year DESC, enrolment.from_day DESC
            """
        ) { row in
            if years.last?.year != row.int(0) { years.append((row.int(0), row.int(1))) }
        }
        return years
    }

    func termMarks(year: Int, from: Day, to: Day, today: Day) throws -> TermMarks {
        let debts = try DebtReading(on: today, school: school, in: connection)
        var term = TermMarks(subjects: try subjects(year: year, from: from, to: to, today: today))
        let codes = try SchoolFacts.absenceCodes(school: school, in: connection)
        let reasons = try absenceReasons(from: from, to: to)
        let groups = try memberships(from: Day(year: year, month: 8, day: 1) ?? from, to: to).map(\.group)
        try connection.each(
            """
            SELECT page.subject_id, \(language.subjectName), page.scale, lesson.day, entry.slot, entry.value,
                entry.kind_id, entry.weight, entry.comment, entry.previous, page.record_language
            FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
                AND entry.student_id = \(student)
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE lesson.school_id = \(school) AND lesson.group_id IN \(list: Self.padded(groups))
                AND lesson.day >= \(from.description) AND lesson.day <= \(to.description) AND entry.value <> ''
            ORDER BY lesson.day, lesson.start_minute, lesson.id, entry.slot
            """
        ) { row in
            let place = term.place(of: row.integer(0), name: row.text(1), scale: row.text(2))
            guard let day = Day(row.text(3)) else { return }
            if row.int(4) > 0 {
                term.subjects[place].add(row, on: day, debts)
            } else if let code = codes.first(where: { $0.id == Int(row.text(5)) }) {
                var absence = DiaryAbsence(codeID: code.id, minutes: 0)
                absence.explain(code, in: .ru, reason: reasons[day])
                term.absences[absence.category, default: 0] += 1
                if absence.category.isAbsent { term.subjects[place].missed += 1 }
            }
        }
        return term
    }

    /// The subjects the student has pages of in these days, also those without a mark yet.
    private func subjects(year: Int, from: Day, to: Day, today: Day) throws -> [TermMarks.Subject] {
        var subjects: [TermMarks.Subject] = []
        try connection.each(
            """
            SELECT subject.id, \(language.subjectName), page.scale,
                (SELECT count(*) FROM page_plan
                    JOIN plan_row ON plan_row.school_id = page_plan.school_id AND plan_row.plan_id = page_plan.plan_id
                    WHERE page_plan.school_id = page.school_id AND page_plan.page_id = page.id),
                (SELECT count(DISTINCT lesson.plan_row) FROM lesson
                    WHERE lesson.school_id = page.school_id AND lesson.page_id = page.id AND lesson.plan_row > 0
                        AND lesson.topic <> '' AND lesson.day <= \(today.description)),
                page.id
            FROM enrolment
            JOIN page ON page.school_id = enrolment.school_id AND page.group_id = enrolment.group_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(student) AND page.year = \(year)
                AND enrolment.from_day <= \(to.description) AND enrolment.to_day >= \(from.description)
            ORDER BY subject.position, subject.id, enrolment.from_day DESC, page.id
            """
        ) { row in
            guard subjects.last?.id != row.integer(0) else { return }
            subjects.append(
                .init(
                    id: row.integer(0), name: row.text(1), scale: SchoolFacts.scale(row.text(2)), page: row.integer(5),
                    topics: row.int(3), topicsTaken: min(row.int(3), row.int(4))))
        }
        return subjects
    }
}

extension TermMarks {
    /// Where the subject stands in the list; one of a group the student has left is added at its end.
    fileprivate mutating func place(of id: Int64, name: String, scale: String) -> Int {
        if let place = subjects.firstIndex(where: { $0.id == id }) { return place }
        subjects.append(Subject(id: id, name: name, scale: SchoolFacts.scale(scale)))
        return subjects.count - 1
    }
}

extension TermMarks.Subject {
    fileprivate mutating func add(_ row: Row, on day: Day, _ debts: DebtReading) {
        let mark = DiaryMark(
            stored: row.text(5), kind: row.int(6), weight: row.int(7), comment: row.text(8), previous: row.text(9),
            debts, RecordLanguage(rawValue: row.text(10)) ?? .ru)
        let numeric = SchoolFacts.scale(row.text(2)).numeric(of: mark.value)
        marks.append(.init(day: day, mark: mark, numeric: numeric))
    }
}
