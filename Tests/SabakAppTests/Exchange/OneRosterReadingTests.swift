import Testing

@testable import SabakApp
@testable import SchoolRules

/// What one breakage of a good set must give.
struct Breakage: Sendable, CustomTestStringConvertible {
    let name: String
    let version: String
    let code: String
    /// `file:row:column`, with empty parts where the problem has none.
    let place: String
    let broken: @Sendable (RosterSet) -> RosterSet
    var testDescription: String { "\(name) in \(version)" }

    init(
        _ name: String, _ version: String, _ code: String, at place: String,
        _ broken: @escaping @Sendable (RosterSet) -> RosterSet
    ) {
        self.name = name
        self.version = version
        self.code = code
        self.place = place
        self.broken = broken
    }

    /// One text for another in one file.
    init(
        _ name: String, _ version: String, _ code: String, at place: String, in file: String, _ old: String,
        _ new: String
    ) {
        self.init(name, version, code, at: place) { $0.replacing(old, by: new, in: file) }
    }

    init(
        _ name: String, _ code: String, at place: String, _ broken: @escaping @Sendable (RosterSet) -> RosterSet
    ) {
        self.init(name, "1.1", code, at: place, broken)
    }

    init(_ name: String, _ code: String, at place: String, in file: String, _ old: String, _ new: String) {
        self.init(name, "1.1", code, at: place, in: file, old, new)
    }

    static let all: [Breakage] = cells + references + files

    static let cells: [Breakage] = [
        .init("a Cyrillic id", "bad_id", at: "courses.csv:5:sourcedId", in: "courses.csv", "C3,", "5А,"),
        .init("an id with a space", "bad_id", at: "users.csv:11:sourcedId", in: "users.csv", "P2,,,", "P 2,,,"),
        .init("an id of 256 characters", "bad_id", at: "users.csv:11:sourcedId") {
            $0.replacing("P2,,,", by: String(repeating: "p", count: 256) + ",,,", in: "users.csv")
        },
        .init("the same id twice", "duplicate_id", at: "users.csv:11:sourcedId", in: "users.csv", "P2,,,", "P1,,,"),
        .init("no id", "missing_value", at: "users.csv:11:sourcedId", in: "users.csv", "P2,,,", ",,,"),
        .init(
            "a status in bulk", "not_blank_in_bulk", at: "users.csv:11:status", in: "users.csv", "P2,,", "P2,active,"),
        .init(
            "a date of change in bulk", "1.2", "not_blank_in_bulk", at: "roles.csv:2:dateLastModified", in: "roles.csv",
            "R-T1,,", "R-T1,,2026-09-01T00:00:00Z"),
        .init("an unknown kind of org", "bad_value", at: "orgs.csv:2:type", in: "orgs.csv", "district", "rayon"),
        .init(
            "an unknown session", "bad_value", at: "academicSessions.csv:3:type", in: "academicSessions.csv",
            "I,term,2026-09", "I,quarter,2026-09"),
        .init(
            "an unknown kind of class", "bad_value", at: "classes.csv:8:classType", in: "classes.csv",
            "Хор,05,C3,,scheduled", "Хор,05,C3,,club"),
        .init("an unknown role", "bad_value", at: "users.csv:11:role", in: "users.csv", "guardian", "aunt"),
        .init(
            "a role of 1.2 in 1.1", "bad_value", at: "users.csv:2:role", in: "users.csv", "S1,teacher,t1",
            "S1,principal,t1"),
        .init(
            "an unknown role of enrolment", "bad_value", at: "enrollments.csv:2:role", in: "enrollments.csv",
            "ST1,student,,,\nE-H1-ST2", "ST1,parent,,,\nE-H1-ST2"),
        .init(
            "a truth in other words", "bad_value", at: "users.csv:11:enabledUser", in: "users.csv", "P2,,,true",
            "P2,,,yes"),
        .init("a sex in other words", "bad_value", at: "demographics.csv:2:sex", in: "demographics.csv", "female", "F"),
        .init("a role type", "1.2", "bad_value", at: "roles.csv:2:roleType", in: "roles.csv", "T1,primary", "T1,main"),
        .init(
            "a date that is none", "bad_date", at: "demographics.csv:2:birthDate", in: "demographics.csv", "2015-03-01",
            "2015-02-30"),
        .init(
            "a date in another order", "bad_date", at: "academicSessions.csv:2:startDate", in: "academicSessions.csv",
            "schoolYear,2026-09-01", "schoolYear,01.09.2026"),
        .init(
            "a year that is none", "bad_year", at: "academicSessions.csv:2:schoolYear", in: "academicSessions.csv",
            "2027-05-25,,2027", "2027-05-25,,26/27"),
        .init(
            "an end before the beginning", "dates_reversed", at: "enrollments.csv:6:endDate", in: "enrollments.csv",
            "E-H1-T1,,,H1,S1,T1,teacher,true,2026-09-01,2027-05-25",
            "E-H1-T1,,,H1,S1,T1,teacher,true,2026-09-01,2026-08-25"),
        .init(
            "codes that are not as many as subjects", "unequal_subjects", at: "courses.csv:3:subjectCodes",
            in: "courses.csv", "Математика,MAT", "Математика,\"MAT,ALG\""),
        .init(
            "a line break in a cell", "line_break", at: "classes.csv:8:title", in: "classes.csv", "K5,,,Хор",
            "K5,,,\"Хор\nмектеби\""),
        .init("no surname", "missing_value", at: "users.csv:11:familyName", in: "users.csv", "Болот,Садыков", "Болот,"),
        .init("a name of spaces", "missing_value", at: "users.csv:11:givenName", in: "users.csv", "Болот", " "),
        .init(
            "a class without a course", "missing_value", at: "classes.csv:8:courseSourcedId", in: "classes.csv",
            "Хор,05,C3", "Хор,05,"),
        .init(
            "a class without terms", "missing_value", at: "classes.csv:8:termSourcedIds", in: "classes.csv", "S1,Y,,,",
            "S1,,,,"),
        .init("a row that is too short", "ragged_row", at: "orgs.csv:2:", in: "orgs.csv", "district,,", "district,"),
        .init("a row that is too long", "ragged_row", at: "orgs.csv:3:", in: "orgs.csv", "school,,D1", "school,,D1,,"),
    ]

    static let references: [Breakage] = [
        .init(
            "class to course", "unknown_reference", at: "classes.csv:8:courseSourcedId", in: "classes.csv", "Хор,05,C3",
            "Хор,05,C9"),
        .init(
            "class to school", "unknown_reference", at: "classes.csv:8:schoolSourcedId", in: "classes.csv",
            "scheduled,,S1,Y,,,", "scheduled,,S9,Y,,,"),
        .init(
            "class to terms", "unknown_reference", at: "classes.csv:2:termSourcedIds", in: "classes.csv",
            "201,S1,\"Q1,", "201,S1,\"Q9,"),
        .init(
            "enrolment to class", "unknown_reference", at: "enrollments.csv:2:classSourcedId", in: "enrollments.csv",
            "E-H1-ST1,,,H1", "E-H1-ST1,,,H9"),
        .init(
            "enrolment to user", "unknown_reference", at: "enrollments.csv:2:userSourcedId", in: "enrollments.csv",
            "H1,S1,ST1", "H1,S1,st1"),
        .init(
            "enrolment to school", "unknown_reference", at: "enrollments.csv:2:schoolSourcedId", in: "enrollments.csv",
            "H1,S1,ST1", "H1,S9,ST1"),
        .init(
            "user to org", "unknown_reference", at: "users.csv:2:orgSourcedIds", in: "users.csv", "T1,,,true,S1",
            "T1,,,true,S9"),
        .init(
            "user to agent", "1.2", "unknown_reference", at: "users.csv:4:agentSourcedIds", in: "users.csv",
            "0555 ST1,P1", "0555 ST1,P9"),
        .init(
            "session to parent", "unknown_reference", at: "academicSessions.csv:3:parentSourcedId",
            in: "academicSessions.csv", "2026-10-24,Y", "2026-10-24,Z"),
        .init(
            "demographics to user", "unknown_reference", at: "demographics.csv:2:sourcedId", in: "demographics.csv",
            "ST1", "ST9"),
        .init(
            "role to user", "1.2", "unknown_reference", at: "roles.csv:2:userSourcedId", in: "roles.csv", "R-T1,,,T1",
            "R-T1,,,T9"),
        .init(
            "role to org", "1.2", "unknown_reference", at: "roles.csv:2:orgSourcedId", in: "roles.csv",
            "T1,primary,teacher,,,S1", "T1,primary,teacher,,,S9"),
        .init("a user of 1.2 without a role", "1.2", "no_role", at: "users.csv:11:sourcedId") {
            $0.without("R-P2", in: "roles.csv")
        },
    ]

    static let files: [Breakage] = [
        .init("no manifest", "file_missing", at: "manifest.csv::") { set in
            var set = set
            set.files["manifest.csv"] = nil
            return set
        },
        .init(
            "a version nobody knows", "unknown_version", at: "manifest.csv:3:value", in: "manifest.csv",
            "oneroster.version,1.1", "oneroster.version,1.3"),
        .init(
            "a manifest of another version", "1.2", "bad_manifest_version", at: "manifest.csv:2:value",
            in: "manifest.csv", "manifest.version,1.0", "manifest.version,1.1"),
        .init("no version", "missing_property", at: "manifest.csv::") {
            $0.without("oneroster.version", in: "manifest.csv")
        },
        .init(
            "an unknown way of reading", "bad_value", at: "manifest.csv:4:value", in: "manifest.csv",
            "academicSessions,bulk", "academicSessions,full"),
        .init(
            "a property twice", "duplicate_property", at: "manifest.csv:4:propertyName", in: "manifest.csv",
            "oneroster.version,1.1", "oneroster.version,1.1\nmanifest.version,1.0"),
        .init("a named file that is not there", "file_missing", at: "manifest.csv:15:") { set in
            var set = set
            set.writeManifest(["results": "bulk"])
            return set
        },
        .init(
            "users that are said to be absent", "required_file_absent", at: "manifest.csv:16:", in: "manifest.csv",
            "file.users,bulk", "file.users,absent"),
        .init(
            "changes for a new school", "delta_needs_school", at: "manifest.csv:16:", in: "manifest.csv",
            "file.users,bulk", "file.users,delta"),
        .init(
            "a missing column", "missing_column", at: "users.csv:1:middleName", in: "users.csv", ",middleName",
            ",secondName"),
        .init(
            "a column in other case", "1.2", "missing_column", at: "roles.csv:1:roleType", in: "roles.csv", "roleType",
            "roletype"),
        .init("a column twice", "duplicate_column", at: "orgs.csv:1:name", in: "orgs.csv", "identifier", "name"),
        .init("a file without a line", "empty_file", at: "courses.csv::") { set in
            var set = set
            set.files["courses.csv"] = ""
            return set
        },
        .init(
            "a quote that is never closed", "unterminated_quote", at: "orgs.csv:3:", in: "orgs.csv", "Мектеп",
            "\"Мектеп"),
    ]
}

struct OneRosterReadingTests {
    @Test(arguments: RosterSet.good) func `a good set is read without a single problem`(set: RosterSet) {
        var reader = OneRosterReader()
        let read = reader.read(set.source)
        #expect(reader.problems.list.isEmpty)
        #expect(read?.users.count == 10)
        #expect(read?.users["ST3"]?.name.full == "Бакыт уулу Тилек")
        #expect(read?.users["P1"]?.roles == [.init(word: "parent", org: "S1")])
    }

    @Test(arguments: Breakage.all)
    func `every breakage is told with its file, row and column`(breakage: Breakage) {
        var reader = OneRosterReader()
        _ = reader.read(breakage.broken(RosterSet(breakage.version)).source)
        let problems = reader.problems.list.filter { $0.code == breakage.code && $0.severity == .error }
        let places = problems.map { problem in
            let row = problem.place.row.map(String.init) ?? ""
            return "\(problem.place.file):\(row):\(problem.place.column ?? "")"
        }
        #expect(places.contains(breakage.place), "\(reader.problems.list.map { $0.line(.en) })")
    }

    @Test func `one broken cell is one problem`() {
        var reader = OneRosterReader()
        _ = reader.read(RosterSet("1.1").replacing("Болот,Садыков", by: "Болот,", in: "users.csv").source)
        #expect(reader.problems.list.map(\.code) == ["missing_value"])
    }

    @Test func `a row of the wrong width does not break what refers to it`() {
        var reader = OneRosterReader()
        _ = reader.read(RosterSet("1.1").replacing("school,,D1", by: "school,,D1,", in: "orgs.csv").source)
        #expect(reader.problems.list.map(\.code) == ["ragged_row"])
    }

    @Test func `what the manifest calls absent is not read, with a warning`() {
        var reader = OneRosterReader()
        let set = RosterSet("1.1").replacing(
            "file.demographics,bulk", by: "file.demographics,absent", in: "manifest.csv")
        let read = reader.read(set.source)
        #expect(reader.problems.list.map(\.code) == ["file_ignored"])
        #expect(read?.demographics.isEmpty == true)
    }

    @Test func `metadata columns pass in silence and other columns with a warning`() {
        var set = RosterSet("1.1")
        for (column, codes) in [("metadata.boarding", []), ("nickname", ["unknown_column"])] {
            let lines = (RosterSet("1.1").files["orgs.csv"] ?? "").split(separator: "\n")
            set.files["orgs.csv"] = lines.enumerated().map { "\($1),\($0 == 0 ? column : "x")" }.joined(separator: "\n")
            var reader = OneRosterReader()
            _ = reader.read(set.source)
            #expect(reader.problems.list.map(\.code) == codes)
        }
    }

    @Test func `columns may stand in any order and a byte order mark is no letter`() {
        var set = RosterSet("1.1")
        set.files["orgs.csv"] = """
            \u{FEFF}type,name,sourcedId,status,dateLastModified,parentSourcedId,identifier
            district,Район,D1,,,,
            school,Мектеп,S1,,,D1,
            """
        var reader = OneRosterReader()
        #expect(reader.read(set.source)?.orgs["S1"]?.name == "Мектеп")
        #expect(reader.problems.list.isEmpty)
    }

    @Test func `a folder inside the archive is named`() {
        let files = OneRosterFiles(files: [:], others: ["set/manifest.csv", "set/users.csv"])
        var reader = OneRosterReader()
        _ = reader.read(files)
        #expect(reader.problems.list.map(\.code) == ["not_at_root"])
    }

    @Test func `a file that is wrong in every row fills no more than a thousand lines`() {
        var set = RosterSet("1.1")
        let rows = (0..<3000).map { "X\($0),active,,имя,school,," }
        set.files["orgs.csv"] = [set.files["orgs.csv"] ?? ""].joined() + "\n" + rows.joined(separator: "\n")
        var reader = OneRosterReader()
        _ = reader.read(set.source)
        let shown = reader.problems.shown(in: "set")
        #expect(shown.count == ImportProblems.most + 1)
        #expect(shown.last?.code == "more_problems")
    }

    @Test(arguments: [
        ("2026-09-01T08:00:00Z", true), ("2026-09-01T08:00:00.000Z", true), ("2026-09-01", false),
        ("2026-09-01T25:00:00Z", false), ("2026-09-01T08:00:00+06:00", false),
    ])
    func `an instant is written with its time and Z`(text: String, isGood: Bool) {
        #expect(OneRosterCells.isInstant(text) == isGood)
    }
}
