import SchoolRules
import Store

/// What stands in the student's cells: marks, and absences with what the class teacher knows of them.
extension DiaryWeekQueries {
    func addEntries(to lessons: inout [DiaryLesson], at places: [Int64: Int], _ ids: [Int64]) throws {
        var absences: [(place: Int, code: Int, minutes: Int)] = []
        try connection.each(
            """
            SELECT lesson_id, slot, value, kind_id, weight, minutes, comment, previous FROM entry
            WHERE school_id = \(school) AND lesson_id IN \(list: ids) AND student_id = \(student) AND value <> ''
            ORDER BY lesson_id, slot
            """
        ) { row in
            guard let place = places[row.integer(0)] else { return }
            if row.int(1) == 0 {
                absences.append((place, Int(row.text(2)) ?? 0, row.int(5)))
            } else {
                lessons[place].marks.append(
                    DiaryMark(
                        value: row.text(2), kind: row.int(3), weight: row.int(4), comment: row.text(6),
                        previous: row.text(7)))
            }
        }
        guard let first = lessons.first?.day, let last = lessons.last?.day, !absences.isEmpty else { return }
        let codes = try SchoolFacts.absenceCodes(school: school, in: connection)
        let reasons = try absenceReasons(from: first, to: last)
        for found in absences {
            guard let code = codes.first(where: { $0.id == found.code }) else { continue }
            lessons[found.place].absence = DiaryAbsence(
                code, minutes: found.minutes, in: lessons[found.place].recordLanguage,
                reason: reasons[lessons[found.place].day])
        }
    }

    /// The reasons the class teacher has given, by day; never their text, which may be medical.
    func absenceReasons(from: Day, to: Day) throws -> [Day: AbsenceCategory] {
        var reasons: [Day: AbsenceCategory] = [:]
        try connection.each(
            """
            SELECT day, category FROM absence_reason
            WHERE school_id = \(school) AND student_id = \(student) AND day >= \(from.description)
                AND day <= \(to.description)
            ORDER BY day
            """
        ) { row in
            if let day = Day(row.text(0)) { reasons[day] = AbsenceCategory(rawValue: row.text(1)) }
        }
        return reasons
    }
}

extension DiaryAbsence {
    /// - Parameter reason: what the class teacher has found out for the day; it counts for a missed lesson only.
    init(_ code: AbsenceCode, minutes: Int, in language: RecordLanguage, reason: AbsenceCategory?) {
        self.code = code.label(in: language)
        self.minutes = minutes > 0 ? minutes : nil
        if let reason, code.category.isAbsent, reason != code.category {
            category = reason
            words = reason.names
        } else {
            category = code.category
            words = code.names
        }
    }
}
