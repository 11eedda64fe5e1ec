// Columns: director, deputy, administrator, responsible, clerk, class teacher, subject teacher, substitute, student,
// parent, operator, anonymous.
extension RightsTable {
    static let planningRights: [Right: [Grant]] = [
        .writeLoad: [.none, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .readLoad: [.school, .school, .school, .school, .none, .class, .own, .own, .none, .none, .none, .none],
        .writeTimetable: [.none, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .readTimetable: [
            .school, .school, .school, .school, .school, .school, .school, .school, .own, .child, .none, .none,
        ],
        .writeSubstitution: [.none, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .writeCalendar: [.none, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .rollYear: [
            .school.twoSteps, .none, .school.twoSteps, .none, .none, .none, .none, .none, .none, .none, .none, .none,
        ],
        .writeRemark: [.school, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .readRemark: [.school, .school, .none, .none, .none, .class, .subject, .none, .none, .none, .none, .none],
        .readControlReport: [
            .school, .school, .none, .school, .none, .class, .subject, .none, .none, .none, .none, .none,
        ],
        .readActivityReport: [
            .school, .school, .school, .school, .none, .class, .none, .none, .none, .none, .none, .none,
        ],
        .exportJournal: [.school, .school, .none, .none, .none, .class, .subject, .none, .none, .none, .none, .none],
        .exportReportCard: [.school, .school, .none, .none, .none, .class, .none, .none, .own, .child, .none, .none],
    ]
}
