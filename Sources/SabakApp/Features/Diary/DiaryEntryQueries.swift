import SchoolRules
import Store
import Web

/// What absences mean and how kinds of work are called.
extension DiaryWeekQueries {
    func explainAbsences(of lessons: inout [DiaryLesson], from: Day, to: Day) throws {
        guard lessons.contains(where: { $0.absence != nil }) else { return }
        let codes = try SchoolFacts.absenceCodes(school: school, in: connection)
        let reasons = try absenceReasons(from: from, to: to)
        for place in lessons.indices {
            let lesson = lessons[place]
            guard var absence = lesson.absence else { continue }
            let code = codes.first { $0.id == absence.codeID }
            if let code { absence.explain(code, in: lesson.recordLanguage, reason: reasons[lesson.day]) }
            lessons[place].absence = code == nil ? nil : absence
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
    mutating func explain(_ code: AbsenceCode, in language: RecordLanguage, reason: AbsenceCategory?) {
        self.code = code.label(in: language)
        if let reason, code.category.isAbsent, reason != code.category {
            category = reason
            words = reason.names
        } else {
            category = code.category
            words = code.names
        }
    }
}

extension DiaryKind {
    /// The kinds of work of the school. Required and written works are announced ahead.
    static func all(school: Int64, language: Language, in connection: Connection) throws -> [DiaryKind] {
        try connection.fact("diary kinds \(language)") {
            let written = Set(KindOfWork.standard.filter(\.isWritten).map(\.id))
            return try connection.all(
                """
                SELECT id, \(language.kindName), is_required FROM kind_of_work
                WHERE school_id = \(school) ORDER BY position, id
                """
            ) { row in
                DiaryKind(id: row.int(0), name: row.text(1), isAnnounced: row.bool(2) || written.contains(row.int(0)))
            }
        }
    }
}

extension Language {
    /// The column of the name of a kind of work.
    fileprivate var kindName: SQL {
        switch self {
        case .ky: "name_ky"
        case .ru: "name_ru"
        case .kk: "name_kk"
        case .en: "name_en"
        }
    }
}
