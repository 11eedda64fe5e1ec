import SchoolRules
import Store
import Web

/// All marks of a student in one term, by subject, whatever page they were earned on.
struct TermMarks: Sendable {
    struct Mark: Sendable {
        let day: Day
        let mark: DiaryMark
        /// Whether it enters the number of the subject.
        let enters: Bool
    }

    struct Subject: Sendable {
        let id: Int64
        let name: String
        let reading: MarkReading
        let days: CountedDays
        /// The page the student is on, or was on last; 0 where that is not known.
        var page: Int64 = 0
        var marks: [Mark] = []
        /// What counts, with marks of the term before where both make one number.
        var sum = MarkSum()
        var missed = 0
        /// Topics of the year's plan, and how many of them have been taken; 0 without a plan.
        var topics = 0
        var topicsTaken = 0

        var number: SubjectNumber? { SubjectNumber(sum, reading) }

        /// Where the average lies between the worst and the best value of the scale, in percent; a per cent is itself.
        var position: Int {
            let numbers = reading.scale.values.compactMap(\.numeric)
            if let number, number.isPercent { return min(max(Int(number.value.nearest), 0), 100) }
            guard let average = number?.value, let lowest = numbers.min(), let highest = numbers.max(), lowest < highest
            else {
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

/// A school year of a student, and the grade.
struct DiaryYear: Sendable, Equatable {
    let year, grade: Int
}

extension DiaryWeekQueries {
    /// The school years of the student with the grade of each, the latest first.
    func years() throws -> [DiaryYear] {
        try connection.fact("years \(student)") {
            var years: [DiaryYear] = []
            try connection.each(
                """
                SELECT class.year, class.grade FROM enrolment
                JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
                WHERE enrolment.school_id = \(school) AND enrolment.student_id = \(student)
                ORDER BY class.year DESC, enrolment.from_day DESC
                """
            ) { row in
                if years.last?.year != row.int(0) { years.append(DiaryYear(year: row.int(0), grade: row.int(1))) }
            }
            return years
        }
    }

    /// - Parameter before: the first day of the term before this one.
    func termMarks(_ shown: DiaryTerm, after before: Day?, year: Int, today: Day) throws -> TermMarks {
        let (from, to) = (shown.from, shown.to)
        let debts = try DebtReading(.student(student), on: today, school: school, in: connection)
        let frame = try SubjectFrame(
            regimes: Regimes(school: school, year: year, of: country, in: connection),
            kinds: SchoolFacts.kindsOfWork(school: school, in: connection), term: shown, before: before)
        var term = TermMarks(subjects: try subjects(frame, year: year, today: today))
        try addBrought(to: &term, year: year)
        let first = term.subjects.map(\.days.from).min() ?? from
        let codes = try SchoolFacts.absenceCodes(school: school, in: connection)
        let reasons = try absenceReasons(from: from, to: to)
        let groups = try memberships(from: SchoolCalendar.firstDay(of: year), to: to).map(\.group)
        try connection.each(
            """
            SELECT page.subject_id, \(language.subjectName), page.scale, lesson.day, entry.slot, entry.value,
                entry.kind_id, entry.weight, entry.comment, entry.previous, entry.maximum, entry.scale,
                subject.code, page.hours, \(Self.pageGrade), page.record_language
            FROM lesson
            JOIN entry ON entry.school_id = lesson.school_id AND entry.lesson_id = lesson.id
                AND entry.student_id = \(student)
            JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            WHERE lesson.school_id = \(school) AND lesson.group_id IN \(list: Self.padded(groups))
                AND lesson.day >= \(min(first, from).description) AND lesson.day <= \(to.description)
                AND entry.value <> ''
            ORDER BY lesson.day, lesson.start_minute, lesson.id, entry.slot
            """
        ) { row in
            guard let day = Day(row.text(3)) else { return }
            let place = term.place(of: row.integer(0)) {
                frame.subject(
                    id: row.integer(0), name: row.text(1), scale: row.text(2), code: row.text(12), hours: row.int(13),
                    grade: row.int(14))
            }
            if row.int(4) > 0 {
                term.subjects[place].add(row, on: day, isShown: day >= from, debts)
            } else if day < from {
                return
            } else if let code = codes.first(where: { $0.id == Int(row.text(5)) }) {
                var absence = DiaryAbsence(codeID: code.id, minutes: 0)
                absence.explain(code, in: .ru, reason: reasons[day])
                term.absences[absence.category, default: 0] += 1
                if absence.category.isAbsent { term.subjects[place].missed += 1 }
            }
        }
        return term
    }

    /// Marks of a former school count wherever the student learns the subject now.
    private func addBrought(to term: inout TermMarks, year: Int) throws {
        let pages = try connection.fact("brought \(student) \(year)") {
            var pages: [Int64: Int64] = [:]
            try connection.each(
                """
                SELECT transferred_mark.page_id, page.subject_id FROM transferred_mark
                JOIN page ON page.school_id = transferred_mark.school_id AND page.id = transferred_mark.page_id
                WHERE transferred_mark.school_id = \(school) AND transferred_mark.student_id = \(student)
                    AND transferred_mark.withdrawn_at = 0 AND page.year = \(year)
                ORDER BY transferred_mark.page_id
                """
            ) { pages[$0.integer(0)] = $0.integer(1) }
            return pages
        }
        guard !pages.isEmpty else { return }
        let marks = try TransferredMark.all(on: pages.keys.sorted(), school: school, in: connection)
            .filter { $0.student == student }
        for place in term.subjects.indices {
            let subject = term.subjects[place]
            let own = marks.filter { pages[$0.page] == subject.id }
            subject.reading.add(own, from: subject.days.from, to: subject.days.to, &term.subjects[place].sum)
        }
    }

    /// A subject that the student has a page of, with the topics of its plan.
    private struct SubjectRow: Sendable, Equatable {
        let id, page: Int64
        let name, scale, code: String
        let hours, grade, topics: Int
    }

    /// The subjects the student has pages of in these days, also those without a mark yet.
    private func subjects(_ frame: SubjectFrame, year: Int, today: Day) throws -> [TermMarks.Subject] {
        let (from, to) = (frame.term.from, frame.term.to)
        let rows = try connection.fact("subjects \(student) \(year) \(from) \(to) \(language)") {
            try subjectRows(year: year, from: from, to: to)
        }
        let taken = try topicsTaken(on: rows.filter { $0.topics > 0 }.map(\.page), until: today)
        return rows.map { row in
            var subject = frame.subject(
                id: row.id, name: row.name, scale: row.scale, code: row.code, hours: row.hours, grade: row.grade)
            subject.page = row.page
            subject.topics = row.topics
            subject.topicsTaken = min(row.topics, taken[row.page] ?? 0)
            return subject
        }
    }

    private func subjectRows(year: Int, from: Day, to: Day) throws -> [SubjectRow] {
        var subjects: [SubjectRow] = []
        try connection.each(
            """
            SELECT subject.id, page.id, \(language.subjectName), page.scale, subject.code, page.hours,
                \(Self.pageGrade),
                (SELECT count(*) FROM page_plan
                    JOIN plan_row ON plan_row.school_id = page_plan.school_id AND plan_row.plan_id = page_plan.plan_id
                    WHERE page_plan.school_id = page.school_id AND page_plan.page_id = page.id)
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
                SubjectRow(
                    id: row.integer(0), page: row.integer(1), name: row.text(2), scale: row.text(3), code: row.text(4),
                    hours: row.int(5), grade: row.int(6), topics: row.int(7)))
        }
        return subjects
    }

    /// How many topics of their plans lessons have had; the condition is that of the index `lesson_taken`.
    private func topicsTaken(on pages: [Int64], until today: Day) throws -> [Int64: Int] {
        guard !pages.isEmpty else { return [:] }
        var taken: [Int64: Int] = [:]
        try connection.each(
            """
            SELECT page_id, count(DISTINCT plan_row) FROM lesson
            WHERE school_id = \(school) AND page_id IN \(list: Self.padded(pages)) AND plan_row > 0 AND topic <> ''
                AND day <= \(today.description)
            GROUP BY page_id ORDER BY page_id
            """
        ) { taken[$0.integer(0)] = $0.int(1) }
        return taken
    }

    /// The grade a page's terms and regime go by: for a group across classes, the lowest of its members.
    private static let pageGrade: SQL = """
        coalesce((SELECT class.grade FROM class WHERE class.school_id = page.school_id AND class.id = page.class_id),
            (SELECT min(class.grade) FROM enrolment AS member
                JOIN enrolment AS pupil ON pupil.school_id = member.school_id
                    AND pupil.student_id = member.student_id
                JOIN class ON class.school_id = pupil.school_id AND class.id = pupil.group_id
                    AND class.year = page.year
                WHERE member.school_id = page.school_id AND member.group_id = page.group_id), 1)
        """
}

/// What the subjects of a term are assessed by.
private struct SubjectFrame {
    let regimes: Regimes
    let kinds: [KindOfWork]
    let term: DiaryTerm
    let before: Day?

    func subject(id: Int64, name: String, scale: String, code: String, hours: Int, grade: Int) -> TermMarks.Subject {
        let regime = regimes.regime(grade: grade, subject: code, scale: scale, on: term.to)
        return TermMarks.Subject(
            id: id, name: name, reading: MarkReading(regime, kinds: kinds, page: scale, on: term.to),
            days: CountedDays(
                (term.number, term.kind, term.from, term.to), before: before, regime: regime, hours: hours))
    }
}

extension TermMarks {
    /// Where the subject stands in the list; one of a group the student has left is added at its end.
    fileprivate mutating func place(of id: Int64, _ subject: () -> Subject) -> Int {
        if let place = subjects.firstIndex(where: { $0.id == id }) { return place }
        subjects.append(subject())
        return subjects.count - 1
    }
}

extension TermMarks.Subject {
    fileprivate mutating func add(_ row: Row, on day: Day, isShown: Bool, _ debts: DebtReading) {
        guard day >= days.from else { return }
        let stored = StoredMark(
            value: debts.standing(row.text(5), of: day), page: row.text(2), own: row.text(11), kind: row.int(6),
            weight: row.int(7), maximum: row.int(10))
        reading.add(stored, to: &sum)
        guard isShown else { return }
        let mark = DiaryMark(
            stored: row.text(5), of: day, kind: row.int(6), weight: stored.weight, comment: row.text(8),
            previous: row.text(9), maximum: stored.maximum, debts, RecordLanguage(rawValue: row.text(15)) ?? .ru)
        marks.append(.init(day: day, mark: mark, enters: reading.enters(stored)))
    }
}
