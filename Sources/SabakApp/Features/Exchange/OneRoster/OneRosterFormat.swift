/// Versions of the exchange format that are read.
enum OneRosterVersion: String, CaseIterable, Sendable {
    case v11 = "1.1"
    case v12 = "1.2"

    /// Every file a manifest of this version names.
    var files: [String] {
        switch self {
        case .v11:
            [
                "academicSessions", "categories", "classes", "classResources", "courses", "courseResources",
                "demographics", "enrollments", "lineItems", "orgs", "resources", "results", "users",
            ]
        case .v12:
            OneRosterVersion.v11.files + [
                "lineItemLearningObjectiveIds", "lineItemScoreScales", "resultLearningObjectiveIds",
                "resultScoreScales", "roles", "scoreScales", "userProfiles", "userResources",
            ]
        }
    }

    /// The files of the rostering part, in the order they are checked.
    var rosterFiles: [OneRosterFile] {
        self == .v11 ? OneRosterFile.allCases.filter { $0 != .roles && $0 != .userProfiles } : OneRosterFile.allCases
    }
}

/// A file of the rostering part.
enum OneRosterFile: String, CaseIterable, Sendable {
    case orgs, academicSessions, courses, classes, users, userProfiles, roles, enrollments, demographics

    var name: String { rawValue + ".csv" }

    /// Without this file there is no school.
    var isRequired: Bool { self != .demographics && self != .userProfiles }
}

/// How the manifest says a file is to be read.
enum OneRosterMode: String, Sendable {
    /// The whole truth: what is not in it is no longer active.
    case bulk
    /// Changes only.
    case delta
    case absent
}

/// A column: its name, what stands in it, whether it must be filled.
struct OneRosterColumn: Sendable {
    enum Kind: Sendable {
        case text, list, boolean, day, year, grades
        case word(Set<String>)
        case reference(OneRosterFile)
        case references(OneRosterFile)
    }

    let name: String
    let kind: Kind
    let isRequired: Bool
    /// A set without this column is still accepted, with a warning.
    let mayBeMissing: Bool

    init(_ name: String, _ kind: Kind = .text, isRequired: Bool = false, mayBeMissing: Bool = false) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.mayBeMissing = mayBeMissing
    }

    static func needed(_ name: String, _ kind: Kind = .text) -> OneRosterColumn {
        OneRosterColumn(name, kind, isRequired: true)
    }
}

extension OneRosterFile {
    /// The columns after `sourcedId`, `status` and `dateLastModified`.
    func columns(_ version: OneRosterVersion) -> [OneRosterColumn] {
        switch self {
        case .orgs: Self.orgColumns
        case .academicSessions: Self.sessionColumns
        case .courses: Self.courseColumns
        case .classes: Self.classColumns
        case .users: version == .v11 ? Self.userColumns11 : Self.userColumns12
        case .userProfiles: Self.profileColumns
        case .roles: Self.roleColumns
        case .enrollments: Self.enrolmentColumns
        case .demographics: Self.demographicColumns(version)
        }
    }

    private static let orgColumns: [OneRosterColumn] = [
        .needed("name"), .needed("type", .word(["department", "school", "district", "local", "state", "national"])),
        .init("identifier"), .init("parentSourcedId", .reference(.orgs)),
    ]
    private static let sessionColumns: [OneRosterColumn] = [
        .needed("title"), .needed("type", .word(["gradingPeriod", "semester", "schoolYear", "term"])),
        .needed("startDate", .day), .needed("endDate", .day),
        .init("parentSourcedId", .reference(.academicSessions)), .needed("schoolYear", .year),
    ]
    private static let courseColumns: [OneRosterColumn] = [
        .init("schoolYearSourcedId", .reference(.academicSessions)), .needed("title"), .init("courseCode"),
        .init("grades", .grades), .needed("orgSourcedId", .reference(.orgs)), .init("subjects", .list),
        .init("subjectCodes", .list),
    ]
    private static let classColumns: [OneRosterColumn] = [
        .needed("title"), .init("grades", .grades), .needed("courseSourcedId", .reference(.courses)),
        .init("classCode"), .needed("classType", .word(["homeroom", "scheduled"])), .init("location"),
        .needed("schoolSourcedId", .reference(.orgs)), .needed("termSourcedIds", .references(.academicSessions)),
        .init("subjects", .list), .init("subjectCodes", .list), .init("periods", .list),
    ]
    private static let userColumns11: [OneRosterColumn] =
        [
            .needed("enabledUser", .boolean), .needed("orgSourcedIds", .references(.orgs)),
            .needed(
                "role",
                .word([
                    "administrator", "aide", "guardian", "parent", "proctor", "relative", "student", "teacher",
                ])),
        ] + userNameColumns
    private static let userColumns12: [OneRosterColumn] =
        [.needed("enabledUser", .boolean)] + userNameColumns + [
            .init("userMasterIdentifier"), .init("preferredGivenName"), .init("preferredMiddleName"),
            .init("preferredFamilyName"), .init("primaryOrgSourcedId", .reference(.orgs)),
            .init("pronouns", mayBeMissing: true),
        ]
    private static let userNameColumns: [OneRosterColumn] = [
        .needed("username"), .init("userIds", .list), .needed("givenName"), .needed("familyName"),
        .init("middleName"), .init("identifier"), .init("email"), .init("sms"), .init("phone"),
        .init("agentSourcedIds", .references(.users)), .init("grades", .grades), .init("password"),
    ]
    private static let profileColumns: [OneRosterColumn] = [
        .needed("userSourcedId", .reference(.users)), .needed("profileType"), .needed("vendorId"),
        .init("applicationId"), .init("description"), .needed("credentialType"), .needed("username"),
        .init("password"),
    ]
    private static let roleColumns: [OneRosterColumn] = [
        .needed("userSourcedId", .reference(.users)), .needed("roleType", .word(["primary", "secondary"])),
        .needed(
            "role",
            .word([
                "administrator", "aide", "counselor", "districtAdministrator", "guardian", "parent", "principal",
                "proctor", "relative", "siteAdministrator", "student", "systemAdministrator", "teacher",
            ])),
        .init("beginDate", .day), .init("endDate", .day), .needed("orgSourcedId", .reference(.orgs)),
        .init("userProfileSourcedId", .reference(.userProfiles)),
    ]
    private static let enrolmentColumns: [OneRosterColumn] = [
        .needed("classSourcedId", .reference(.classes)), .needed("schoolSourcedId", .reference(.orgs)),
        .needed("userSourcedId", .reference(.users)),
        .needed("role", .word(["administrator", "proctor", "student", "teacher"])), .init("primary", .boolean),
        .init("beginDate", .day), .init("endDate", .day),
    ]

    private static func demographicColumns(_ version: OneRosterVersion) -> [OneRosterColumn] {
        let sexes: Set<String> = ["male", "female"]
        let races = [
            "americanIndianOrAlaskaNative", "asian", "blackOrAfricanAmerican",
            "nativeHawaiianOrOtherPacificIslander", "white", "demographicRaceTwoOrMoreRaces",
            "hispanicOrLatinoEthnicity",
        ]
        return [
            OneRosterColumn("birthDate", .day),
            OneRosterColumn("sex", .word(version == .v11 ? sexes : sexes.union(["unspecified", "other"]))),
        ] + races.map { OneRosterColumn($0, .boolean, mayBeMissing: true) }
            + ["countryOfBirthCode", "stateOfBirthAbbreviation", "cityOfBirth", "publicSchoolResidenceStatus"]
            .map { OneRosterColumn($0, mayBeMissing: true) }
    }
}

/// Grades as the format writes them: two digits, or a code of the years before school.
enum OneRosterGrade {
    static let others: Set<String> = ["IT", "PR", "PK", "TK", "KG", "PS", "UG", "Other", "13"]

    static func isKnown(_ text: String) -> Bool { others.contains(text) || (text.count == 2 && number(text) != nil) }

    /// 0...12, where the years before school are 0; nil for grades a school class cannot have.
    static func number(_ text: String) -> Int? {
        if ["IT", "PR", "PK", "TK", "KG"].contains(text) { return 0 }
        guard let grade = Int(text), (0...12).contains(grade) else { return nil }
        return grade
    }
}
