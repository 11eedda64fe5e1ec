// Columns: director, deputy, administrator, responsible, clerk, class teacher, subject teacher, substitute, student,
// parent, operator, anonymous.
extension RightsTable {
    static let systemRights: [Right: [Grant]] = [
        .readJournalAudit: [.school, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .readSecurityAudit: [.school, .none, .school, .none, .none, .none, .own, .own, .own, .own, .none, .none],
        .changeAudit: [.none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .readAuditHead: [.school, .school, .school, .school, .none, .none, .none, .none, .none, .none, .nation, .none],
        .backUp: [.none, .none, .school, .school, .none, .none, .none, .none, .none, .none, .nation.limited, .none],
        .restore: [
            .school.twoSteps, .none, .school.twoSteps, .none, .none, .none, .none, .none, .none, .none, .none, .none,
        ],
        .writeSettings: [
            .school, .school.limited, .school.limited, .school.limited, .none, .none, .none, .none,
            .none, .none, .none, .none,
        ],
        .manageIntegrations: [.school, .none, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .breakGlass: [
            .school.twoSteps, .none, .none, .none, .none, .none, .none, .none, .none, .none, .school.twoSteps, .none,
        ],
        .reachOtherSchool: [.none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .readNationStatistics: [.none, .none, .none, .none, .none, .none, .none, .none, .none, .none, .nation, .none],
        .signIn: [.own, .own, .own, .own, .own, .own, .own, .own, .own, .own, .own, .own],
        .readHealth: [.all, .all, .all, .all, .all, .all, .all, .all, .all, .all, .all, .all],
        .readMetrics: [.none, .none, .school.limited, .none, .none, .none, .none, .none, .none, .none, .nation, .none],
        .changeLessonSchedule: [.none, .school, .none, .none, .none, .none, .none, .none, .none, .none, .none, .none],
        .announceAbsence: [.none, .none, .none, .none, .none, .class, .none, .none, .none, .child, .none, .none],
        .readAPIDescription: [.all, .all, .all, .all, .all, .all, .all, .all, .all, .all, .all, .all],
        .readDaySheet: [.school, .school, .none, .school, .none, .class, .none, .none, .none, .none, .none, .none],
    ]
}
