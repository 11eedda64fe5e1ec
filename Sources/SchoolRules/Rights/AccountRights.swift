// Columns: director, deputy, administrator, responsible, clerk, class teacher, subject teacher, substitute, student,
// parent, operator, anonymous.
extension RightsTable {
    static let accountRights: [Right: [Grant]] = [
        .manageStaffAccounts: [.none, .none, .school, .school, .none, .none, .none, .none, .none, .none, .none, .none],
        .manageFamilyAccounts: [.none, .none, .none, .none, .none, .class, .none, .none, .none, .none, .none, .none],
        .grantRoles: [.school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .manageOwnAccount: [.own, .own, .own, .own, .own, .own, .own, .own, .own, .own, .own, .none],
        .endSessions: [
            .school, .none, .school, .none, .none, .class.limited, .none, .none, .none, .none, .none, .none,
        ],
        .resetSecondFactor: [
            .school, .none, .school.twoSteps, .none, .none, .none, .none, .none, .none, .none, .none, .none,
        ],
        .readThread: [.own, .own, .own, .own, .own, .own, .own, .own, .own, .own, .none, .none],
        .writeToParents: [.school, .school, .none, .none, .none, .class, .subject, .none, .none, .none, .none, .none],
        .writeToTeacher: [
            .school, .school, .school, .school, .school, .school, .school, .school,
            .own.limited, .child.limited, .none, .none,
        ],
        .announce: [.school, .school, .none, .school, .none, .class, .subject, .none, .none, .none, .none, .none],
        .downloadAttachment: [.own, .own, .own, .own, .own, .own, .own, .own, .own, .own, .none, .none],
    ]
}
