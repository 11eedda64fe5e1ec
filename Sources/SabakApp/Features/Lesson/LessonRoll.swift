import SchoolRules

/// Who is proposed as absent at roll call, and why. A proposal is a question: the teacher confirms by fact.
enum LessonRoll {
    /// An absence announced by the family or the class teacher.
    struct Notice: Sendable, Equatable {
        let category: AbsenceCategory
        let at: Int64
        let isByFamily: Bool
    }

    /// The student's lesson before this one.
    struct Earlier: Sendable, Equatable {
        let number: Int
        let rollAt: Int64
        /// The attendance code entered there; nil for somebody who was there.
        let code: Int?
    }

    struct Proposal: Sendable {
        let code: AbsenceCode
        let why: Why
    }

    enum Why: Sendable, Equatable {
        case family(AbsenceCategory)
        case classTeacher(AbsenceCategory)
        case absentAt(lesson: Int)
    }

    /// What was seen at the lesson before outweighs what was announced before that lesson.
    static func proposal(_ notice: Notice?, _ earlier: Earlier?, codes: [AbsenceCode]) -> Proposal? {
        let seen = earlier.flatMap { earlier in codes.first { $0.id == earlier.code } }
        let wasAbsent = seen?.category.isAbsent ?? false
        if let notice, wasAbsent || earlier.map({ notice.at > $0.rollAt }) ?? true {
            return announced(notice, codes)
        } else if let earlier, let seen, wasAbsent {
            return Proposal(code: seen, why: .absentAt(lesson: earlier.number))
        } else {
            return nil
        }
    }

    private static func announced(_ notice: Notice, _ codes: [AbsenceCode]) -> Proposal? {
        let code = codes.first { $0.category == notice.category } ?? codes.first { $0.category == .unknown }
        let why: Why = notice.isByFamily ? .family(notice.category) : .classTeacher(notice.category)
        return code.map { Proposal(code: $0, why: why) }
    }
}
