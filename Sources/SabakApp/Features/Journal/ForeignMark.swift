import SchoolRules
import Store
import Web

/// A mark that was set by somebody else than the teacher of the page: by a substitute, with the reason.
struct ForeignMark: Sendable {
    let by: PersonName
    /// A code of ``SubstitutionReason``, or own words.
    let reason: String

    /// Of lessons that had a substitute: who set the marks that stand in them, where it was the substitute.
    static func all(in lessons: [Int64], school: Int64, _ connection: Connection) throws -> [CellPlace: ForeignMark] {
        guard !lessons.isEmpty else { return [:] }
        var found: [CellPlace: ForeignMark] = [:]
        try connection.each(
            """
            SELECT entry.lesson_id, entry.student_id, person.surname, person.given, person.patronymic,
                substitution.reason
            FROM entry
            JOIN substitution ON substitution.school_id = entry.school_id AND substitution.lesson_id = entry.lesson_id
                AND substitution.substitute_id = entry.entered_by
            JOIN person ON person.school_id = entry.school_id AND person.id = entry.entered_by
            WHERE entry.school_id = \(school) AND entry.lesson_id IN \(list: lessons) AND entry.slot > 0
                AND entry.value <> ''
            ORDER BY entry.lesson_id, entry.student_id, substitution.id
            """
        ) { row in
            found[CellPlace(lesson: row.integer(0), student: row.integer(1))] = ForeignMark(
                by: PersonName(stored: row.text(2), given: row.text(3), patronymic: row.text(4)), reason: row.text(5))
        }
        return found
    }

    /// "Токтосунова Н. Ж., замещение: болезнь".
    func words(_ language: Language) -> String {
        let why = SubstitutionReason.words(reason)[language].lowercasedFirst
        let what = JournalTexts.setBySubstitute[language]
        return why.isEmpty ? "\(by.short), \(what)" : "\(by.short), \(what): \(why)"
    }
}
