// Columns: director, deputy, administrator, responsible, clerk, class teacher, subject teacher, substitute, student,
// parent, operator, anonymous.
extension RightsTable {
    static let recordRights: [Right: [Grant]] = [
        .readOwnDiary: [.none, .none, .none, .none, .none, .none, .none, .none, .own, .child, .none, .none],
        .readOtherDiary: [.none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .previewDiary: [.school, .school, .none, .none, .none, .class, .none, .none, .none, .none, .none, .none],
        .signDiary: [.none, .none, .none, .none, .none, .none, .none, .none, .none, .child, .none, .none],
        .readClassRanking: [
            .school, .school, .none, .none, .none, .class, .subject, .none, .none, .none, .none, .none,
        ],
        .readClassList: [
            .school, .school, .school, .school, .school, .class, .subject, .lesson, .none, .none, .none, .none,
        ],
        .enrol: [.none, .none, .none, .none, .school, .none, .none, .none, .none, .none, .none, .none],
        .requestRosterChange: [.none, .none, .none, .none, .none, .class, .none, .none, .none, .child, .none, .none],
        .approveRosterChange: [.none, .school, .none, .none, .school, .none, .none, .none, .none, .none, .none, .none],
        .splitSubgroups: [.none, .school, .none, .none, .none, .class, .none, .none, .none, .none, .none, .none],
        .readStudentCard: [.school, .school, .none, .none, .school, .class, .none, .none, .own, .child, .none, .none],
        .writeStudentCard: [.none, .none, .none, .none, .school, .none, .none, .none, .none, .none, .none, .none],
        .readParentContact: [.school, .school, .none, .none, .school, .class, .none, .none, .none, .own, .none, .none],
        .linkParent: [.none, .none, .none, .none, .school, .none, .none, .none, .none, .none, .none, .none],
        .readStaffCard: [.school, .school, .school, .school, .school, .none, .own, .own, .none, .none, .none, .none],
        .writeStaffCard: [.none, .none, .none, .none, .school, .none, .none, .none, .none, .none, .none, .none],
        .importRoster: [.none, .none, .none, .none, .school, .none, .none, .none, .none, .none, .none, .none],
        .exportRoster: [.school, .school, .none, .none, .school, .class, .none, .none, .none, .none, .none, .none],
    ]
}
