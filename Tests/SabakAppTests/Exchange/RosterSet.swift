import Foundation
import Store
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules

/// A small school as another program would write it: 5А with four students and 5Б with two, mathematics for each class,
/// English in 5А in two groups, a choir across both classes. Айпери and Бекзат of 5А have a mother in common.
struct RosterSet: CustomTestStringConvertible {
    var files: [String: String]
    let version: String
    var testDescription: String { version }

    static let good: [RosterSet] = [RosterSet("1.1"), RosterSet("1.2")]

    init(_ version: String) {
        self.version = version
        files = [
            "orgs.csv": """
            sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
            D1,,,Район,district,,
            S1,,,Мектеп,school,,D1
            """,
            "academicSessions.csv": """
            sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
            Y,,,2026/27,schoolYear,2026-09-01,2027-05-25,,2027
            Q1,,,I,term,2026-09-01,2026-10-24,Y,2027
            Q2,,,II,term,2026-11-02,2026-12-26,Y,2027
            Q3,,,III,term,2027-01-11,2027-03-20,Y,2027
            Q4,,,IV,term,2027-03-29,2027-05-25,Y,2027
            """,
            "courses.csv": """
            sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,\
            subjectCodes
            C0,,,Y,Класс,,05,S1,,
            C1,,,Y,"Математика, 5 класс",M5,05,S1,Математика,MAT
            C2,,,Y,English 5,E5,05,S1,English,ENG
            C3,,,Y,Хор,,05,S1,,
            """,
            "classes.csv": Self.classes, "users.csv": version == "1.1" ? Self.users11 : Self.users12,
            "enrollments.csv": Self.enrolments,
            "demographics.csv": Self.demographics,
        ]
        if version == "1.2" { files["roles.csv"] = Self.roles }
        writeManifest()
    }

    /// Writes the manifest: what is here is bulk, all else absent.
    mutating func writeManifest(_ modes: [String: String] = [:]) {
        let all = (OneRosterVersion(rawValue: version) ?? .v11).files
        let lines = all.map { "file.\($0),\(modes[$0] ?? (files[$0 + ".csv"] == nil ? "absent" : "bulk"))" }
        files["manifest.csv"] =
            (["propertyName,value", "manifest.version,1.0", "oneroster.version,\(version)"] + lines).joined(
                separator: "\n")
    }

    /// The set with a text of one file replaced; a text that is not there is a mistake of the test.
    func replacing(_ old: String, by new: String, in file: String) -> RosterSet {
        var set = self
        let text = files[file] ?? ""
        precondition(text.contains(old), "\(old) is not in \(file)")
        set.files[file] = text.replacingOccurrences(of: old, with: new)
        return set
    }

    /// The set without the lines that hold a word.
    func without(_ word: String, in file: String) -> RosterSet {
        var set = self
        let lines = (files[file] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        set.files[file] = lines.filter { !$0.contains(word) }.joined(separator: "\n")
        return set
    }

    var source: OneRosterFiles { OneRosterFiles(files: files.mapValues { Array($0.utf8) }) }

    static let counts: ImportAnswer.Counts = {
        var counts = ImportAnswer.Counts()
        (counts.students, counts.staff, counts.guardians) = (6, 2, 2)
        (counts.classes, counts.pages, counts.enrolments) = (2, 5, 19)
        return counts
    }()

    private static let demographics = """
        sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,\
        nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity,\
        countryOfBirthCode,stateOfBirthAbbreviation,cityOfBirth,publicSchoolResidenceStatus
        ST1,,,2015-03-01,female,,,,,,,,,,,
        ST2,,,2015-04-02,male,,,,,,,,,,,
        """

    private static let classes = """
        sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,\
        schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
        H1,,,5-А,05,C0,,homeroom,201,S1,"Q1,Q2,Q3,Q4",,,
        H2,,,5-Б,05,C0,,homeroom,202,S1,"Q1,Q2,Q3,Q4",,,
        K1,,,Математика 5А,05,C1,,scheduled,,S1,Y,Математика,MAT,
        K2,,,Математика 5Б,05,C1,,scheduled,,S1,Y,Математика,MAT,
        K3,,,"English 5А, group 1",05,C2,,scheduled,,S1,Y,English,ENG,
        K4,,,"English 5А, group 2",05,C2,,scheduled,,S1,Y,English,ENG,
        K5,,,Хор,05,C3,,scheduled,,S1,Y,,,
        """

    private static let people = [
        ("T1", "teacher", "Гүлнара", "Осмонова", "Таалайевна", "", ""),
        ("T2", "teacher", "Улан", "Жумабаев", "", "", ""),
        ("ST1", "student", "Айпери", "Асанова", "Бакыт кызы", "P1", "05"),
        ("ST2", "student", "Бекзат", "Асанов", "", "P1", "05"),
        ("ST3", "student", "Тилек", "Бакыт уулу", "", "", "05"),
        ("ST4", "student", "Нурай", "Ким", "", "", "05"),
        ("ST5", "student", "Мээрим", "Дүйшөнова", "", "", "05"),
        ("ST6", "student", "Азамат", "Өмүрбеков", "", "", "05"),
        ("P1", "parent", "Гүлжан", "Асанова", "", "", ""),
        ("P2", "guardian", "Болот", "Садыков", "", "ST5", ""),
    ]

    private static let users11 =
        ([
            """
            sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,\
            familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
            """
        ]
        + people.map { id, role, given, family, middle, agents, grade in
            "\(id),,,true,S1,\(role),\(id.lowercased()),,\(given),\(family),\(middle),,,,0555 \(id),\(agents),\(grade),"
        }).joined(separator: "\n")

    private static let users12 =
        ([
            """
            sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,\
            identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,\
            preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
            """
        ]
        + people.map { id, _, given, family, middle, agents, grade in
            "\(id),,,true,\(id.lowercased()),,\(given),\(family),\(middle),,,,0555 \(id),\(agents),\(grade),,,,,,S1,"
        }).joined(separator: "\n")

    private static let roles =
        ([
            """
            sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,\
            userProfileSourcedId
            """
        ] + people.map { id, role, _, _, _, _, _ in "R-\(id),,,\(id),primary,\(role),,,S1," })
        .joined(separator: "\n")

    private static let enrolments: String = {
        let members = [
            ("H1", ["ST1", "ST2", "ST3", "ST4"]), ("H2", ["ST5", "ST6"]), ("K1", ["ST1", "ST2", "ST3", "ST4"]),
            ("K2", ["ST5", "ST6"]), ("K3", ["ST1", "ST2"]), ("K4", ["ST3", "ST4"]), ("K5", ["ST1", "ST3", "ST5"]),
        ]
        var lines = [
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,"
                + "primary,beginDate,endDate"
        ]
        for (place, students) in members {
            for student in students { lines.append("E-\(place)-\(student),,,\(place),S1,\(student),student,,,") }
            let teacher = ["H2", "K2", "K4"].contains(place) ? "T2" : "T1"
            lines.append("E-\(place)-\(teacher),,,\(place),S1,\(teacher),teacher,true,2026-09-01,2027-05-25")
        }
        return lines.joined(separator: "\n")
    }()
}

/// A data directory of a test, with the clock at Friday 20 November 2026, 9:00 in Bishkek.
final class ExchangeDesk {
    let store: Store
    let ids: Identity
    private let folder: String
    static let now: Int64 = 1_795_143_600_000

    init() throws {
        folder = NSTemporaryDirectory() + "exchange-" + UUID().uuidString
        store = try Store(path: folder)
        ids = Identity(node: 7) { ExchangeDesk.now }
    }

    deinit {
        // A folder that cannot be removed is the system's to clean.
        try? FileManager.default.removeItem(atPath: folder)
    }

    func found() throws -> SchoolStore {
        try App.found(SchoolFounding(name: "Мектеп", country: .KG, year: 2026), in: store, ids: ids, at: Self.now)
    }

    /// Imports a set as a new school, or into one.
    func bring(
        _ set: RosterSet, into school: Int64? = nil, org: String? = nil, allowsRemoval: Bool = false,
        isDryRun: Bool = false, days: Int64 = 0
    ) throws -> ImportAnswer {
        let target = school.map { OneRosterWish.Target.school($0) } ?? .newSchool(name: "Мектеп", country: .KG)
        let wish = OneRosterWish(target: target, org: org, allowsRemoval: allowsRemoval, isDryRun: isDryRun)
        let work = OneRosterImport(wish, store: store, ids: ids, at: Self.now + days * 86_400_000)
        return try work.run(set.source, named: "set")
    }

    /// Imports a list given as CSV text.
    func bring(_ text: String, _ kind: ListKind, into school: SchoolStore, isDryRun: Bool = false) throws
        -> ImportAnswer
    {
        let work = ListImport(kind, school: school, ids: ids, at: Self.now, isDryRun: isDryRun)
        return try work.run(bytes: Array(text.utf8), named: "list.csv")
    }

    /// A question with whole numbers as its answer.
    func count(_ sql: SQL, _ school: Int64?) throws -> Int {
        try store.school(school ?? 0).read { try $0.count(sql) }
    }

    func texts(_ sql: SQL, _ school: Int64?) throws -> [String] {
        try store.school(school ?? 0).read { try $0.all(sql) { $0.text(0) } }
    }

    var schoolCount: Int { (try? store.schoolList().count) ?? -1 }
}

extension ImportAnswer {
    var codes: Set<String> { Set(problems.map(\.code)) }
}
