import SchoolRules

/// Something that somebody did at some moment, still to be written.
struct DemoRecord {
    let instant: Int64
    let author: Int64
    let deed: Deed

    enum Deed {
        case lesson(LessonDeed)
        case cell(CellDeed)
        case enrol(student: Int64, group: Int64)
        case leave(student: Int64, group: Int64, to: Day, reason: String)
        case announce(student: Int64, from: Day, to: Day, category: AbsenceCategory, words: String)
        case explain(student: Int64, day: Day, category: AbsenceCategory)
        case cancel([Int64], LessonReason)
        case move(Int64, LessonChanging.Place)
        case substitute(lesson: Int64, by: Int64)
        case remark(lesson: Int64, student: Int64, words: String)
        case ownHomework(lesson: Int64, student: Int64, words: String)
        case lookAtDiary(student: Int64)
        case planWork(lesson: Int64, page: Int64, kind: Int, on: Day, title: String)
        /// From a subject, by its code.
        case exempt(student: Int64, subject: String, from: Day, to: Day, basis: String)
        /// Marks of a former school.
        case bring(student: Int64, page: Int64, values: [String], day: Day, source: String)
        /// The final marks of these pages for a term, by its number.
        case finals([Int64], term: Int)
        /// A class teacher's monthly word on the data of the class.
        case confirmData(class: Int64, month: String)
        /// A deputy's signature under a term.
        case close(Term)
    }
}

/// What a lesson's record says from now on.
struct LessonDeed {
    let lesson: Int64
    let version: Int
    var kind = 0
    var topic = ""
    var material = ""
    var homework = ""
    var noHomework = false
    var planRow = 0
    var isRollConfirmed = false
    /// Whether first entries come after the day of the lesson.
    var isLate = false
}

/// A cell as it is from now on.
struct CellDeed {
    let place: CellPlace
    let rows: [CellRow]
    /// The version of the rows before.
    let over: Int64
    let before, after: String
    let comment: String
}
