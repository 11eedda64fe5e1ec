// Columns: director, deputy, administrator, responsible, clerk, class teacher, subject teacher, substitute, student,
// parent, operator, anonymous.
extension RightsTable {
    static let journalRights: [Right: [Grant]] = [
        .readPage: [
            .school, .school, .none, .school, .none, .class, .subject, .lesson.extended, .none, .none, .none, .none,
        ],
        .writeLesson: [.none, .none, .none, .none, .none, .none, .subject, .lesson, .none, .none, .none, .none],
        .deleteLesson: [.none, .none, .none, .none, .none, .none, .subject, .none, .none, .none, .none, .none],
        .writeHomework: [.none, .none, .none, .none, .none, .none, .subject, .lesson, .none, .none, .none, .none],
        .writeMark: [.none, .none, .none, .none, .none, .none, .subject, .lesson, .none, .none, .none, .none],
        .correctMark: [.none, .none, .none, .none, .none, .none, .subject.twoSteps, .none, .none, .none, .none, .none],
        .writePeriodMark: [.none, .none, .none, .none, .none, .none, .subject, .none, .none, .none, .none, .none],
        .correctFinalMark: [
            .none, .none, .none, .none, .none, .none, .subject.twoSteps, .none, .none, .none, .none, .none,
        ],
        .writeAttendance: [.none, .none, .none, .none, .none, .none, .subject, .lesson, .none, .none, .none, .none],
        .writeAbsenceReason: [.none, .none, .none, .none, .none, .class, .none, .none, .none, .none, .none, .none],
        .readAbsenceReason: [
            .school, .school, .none, .none, .none, .class, .subject.limited, .lesson.limited,
            .own, .child, .none, .none,
        ],
        .writeWrittenWorkDate: [.none, .none, .none, .none, .none, .none, .subject, .none, .none, .none, .none, .none],
        .unlock: [.school, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .requestUnlock: [.none, .none, .none, .none, .none, .none, .subject, .lesson, .none, .none, .none, .none],
        .writePlan: [.none, .none, .none, .none, .none, .none, .subject, .none, .none, .none, .none, .none],
        .approvePlan: [.school, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .readPlan: [.school, .school, .none, .school, .none, .class, .subject, .lesson, .none, .none, .none, .none],
        .readMarkHistory: [.school, .school, .none, .none, .none, .class, .subject, .none, .own, .child, .none, .none],
    ]
}
