import Testing

@testable import SchoolRules

@Suite struct RightsTableTests {
    static let rows = agreedMatrix.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }

    static let columns: [String: Role] = [
        "director": .director, "deputy": .deputy, "admin": .administrator, "responsible": .responsible,
        "clerk": .clerk, "class_teacher": .classTeacher, "subject_teacher": .subjectTeacher,
        "substitute_teacher": .substitute, "student": .student, "parent": .parent, "platform_operator": .operator,
        "anonymous": .anonymous,
    ]

    @Test(arguments: rows.dropFirst())
    func `every cell of the table is the agreed one`(row: [String]) throws {
        let right = try #require(Right(rawValue: row[0]))
        #expect(row.count == 13)
        for (name, cell) in zip(Self.rows[0], row).dropFirst() {
            let role = try #require(Self.columns[name])
            #expect(RightsTable.scope(of: right, for: role).description == cell, "\(right) \(role)")
        }
    }

    @Test func `rights and rows are the same set, roles and columns too`() {
        #expect(Self.rows.dropFirst().map { $0[0] } == Right.allCases.map(\.row))
        #expect(Set(Self.columns.values) == Set(Role.allCases))
        #expect(Role.allCases.map(\.column) == Array(0..<12))
    }

    @Test func `rights of a person are the union of the roles`() {
        let roles: Set<Role> = [.classTeacher, .subjectTeacher, .parent]
        #expect(RightsTable.scopes(of: .readPage, roles: roles) == [Grant(.class), Grant(.subject)])
        #expect(RightsTable.scopes(of: .writeLoad, roles: roles).isEmpty)
        #expect(RightsTable.scopes(of: .readPage, roles: []).isEmpty)
    }

    @Test func `an administrator sees no mark, a student no journal`() {
        #expect(!RightsTable.allows(.readPage, roles: [.administrator, .clerk, .student, .parent, .anonymous]))
        #expect(RightsTable.allows(.readOwnDiary, roles: [.student]))
        for right in [Right.readOtherDiary, .changeAudit, .reachOtherSchool] {
            #expect(!RightsTable.allows(right, roles: Set(Role.allCases)))
        }
    }

    @Test func `nobody not signed in does more than sign in and read public things`() {
        let open = Right.allCases.filter { RightsTable.allows($0, roles: [.anonymous]) }
        #expect(open == [.signIn, .readHealth, .readAPIDescription])
    }

    @Test func `marks of a closed term need a second step`() {
        #expect(RightsTable.scope(of: .correctMark, for: .subjectTeacher).needsSecondStep)
        #expect(RightsTable.scope(of: .readPage, for: .substitute).isExtended)
        #expect(RightsTable.scope(of: .readAbsenceReason, for: .subjectTeacher).isLimited)
    }

    @Test func `a part of the settings is for those only who have settings at all`() {
        for role in Role.allCases {
            let may = SettingsPart.allCases.contains { $0.isFor([role]) }
            #expect(may == RightsTable.allows(.writeSettings, roles: [role]), "\(role)")
        }
        #expect(SettingsPart.teaching.isFor([.deputy]) && !SettingsPart.technical.isFor([.deputy]))
        #expect(!SettingsPart.teaching.isFor([.administrator]) && SettingsPart.issuing.isFor([.administrator]))
        #expect(SettingsPart.allCases.allSatisfy { $0.isFor([.director]) })
    }

    @Test func `the two steps of the next year are of two roles, both of which have the right`() {
        for role in Role.allCases {
            let steps = YearStep.allCases.filter { $0.isOpen(to: [role]) }
            #expect(steps.count == (RightsTable.allows(.rollYear, roles: [role]) ? 1 : 0), "\(role)")
        }
        #expect(YearStep.prepare.isOpen(to: [.administrator]) && YearStep.confirm.isOpen(to: [.director]))
    }

    @Test func `scopes are ordered from narrow to wide`() {
        #expect(Scope.own < .child && Scope.lesson < .subject && Scope.class < .school && Scope.school < .all)
        #expect(!(Scope.school < .school))
    }
}
