import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

struct OneRosterImportTests {
    private let desk: ExchangeDesk

    init() throws { desk = try ExchangeDesk() }

    @Test(arguments: RosterSet.good) func `a set becomes a school with the counts of the set`(set: RosterSet) throws {
        let answer = try desk.bring(set)
        #expect(answer.outcome == .done)
        #expect(answer.problems.isEmpty)
        #expect(answer.counts == RosterSet.counts)
        #expect(try desk.count("SELECT count(*) FROM person", answer.school) == 10)
        #expect(try desk.count("SELECT count(*) FROM page", answer.school) == 5)
        #expect(try desk.texts("SELECT letter FROM class ORDER BY sort_key", answer.school) == ["А", "Б"])
    }

    @Test func `a scheduled class is for a whole class, a part of it or several classes`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let kinds = try desk.texts(
            """
            SELECT page.external_id || ' ' || study_group.kind || ' ' || study_group.name FROM page
            JOIN study_group ON study_group.id = page.group_id ORDER BY page.external_id
            """, school)
        #expect(kinds == ["K1 class ", "K2 class ", "K3 subgroup group 1", "K4 subgroup group 2", "K5 across Хор"])
    }

    @Test func `subjects are those of the catalogue where they are known`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let codes = try desk.texts(
            """
            SELECT page.external_id || ' ' || subject.code FROM page JOIN subject ON subject.id = page.subject_id
            ORDER BY page.external_id
            """, school)
        #expect(codes == ["K1 mathematics", "K2 mathematics", "K3 english", "K4 english", "K5 "])
    }

    @Test func `teachers get their load and the homeroom its class teacher, but nobody a role`() throws {
        let school = try desk.bring(RosterSet("1.2")).school
        #expect(try desk.count("SELECT count(*) FROM load WHERE from_day = '2026-09-01'", school) == 5)
        #expect(try desk.count("SELECT count(*) FROM class_teacher", school) == 2)
        #expect(try desk.count("SELECT count(*) FROM role_grant", school) == 0)
    }

    @Test(arguments: RosterSet.good)
    func `families are linked whichever side names the other`(set: RosterSet) throws {
        let school = try desk.bring(set).school
        let links = try desk.texts(
            """
            SELECT g.external_id || ' ' || s.external_id FROM guardian
            JOIN person g ON g.id = guardian.guardian_id JOIN person s ON s.id = guardian.student_id
            WHERE guardian.confirmed_at > 0 ORDER BY 1
            """, school)
        #expect(links == ["P1 ST1", "P1 ST2", "P2 ST5"])
    }

    @Test func `an aide named as an agent does not become a guardian`() throws {
        let set = RosterSet("1.1").replacing("true,S1,teacher,t2", by: "true,S1,aide,t2", in: "users.csv")
            .replacing("0555 ST3,,05", by: "0555 ST3,T2,05", in: "users.csv")
        let answer = try desk.bring(set)
        #expect(answer.counts.guardians == 2)
        #expect(try desk.count("SELECT count(*) FROM guardian", answer.school) == 3)
    }

    @Test func `the quarters of the set become the terms of the school`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let terms = try desk.texts(
            "SELECT kind || ' ' || from_day || ' ' || to_day FROM term ORDER BY kind DESC, from_day", school)
        #expect(terms.prefix(2) == ["quarter 2026-09-01 2026-10-24", "quarter 2026-11-02 2026-12-26"])
        #expect(terms.suffix(2) == ["halfYear 2026-09-01 2026-12-26", "halfYear 2027-01-11 2027-05-25"])
        let breaks = try desk.texts(
            "SELECT from_day FROM day_off WHERE kind = 'vacation' AND grade_to > 1 ORDER BY from_day", school)
        #expect(breaks == ["2026-10-25", "2026-12-27", "2027-03-21"])
    }

    @Test func `classes are derived from the lessons where the set has no homerooms`() throws {
        let set = RosterSet("1.1").without("homeroom", in: "classes.csv").without("E-H", in: "enrollments.csv")
        let answer = try desk.bring(set)
        #expect(answer.codes == ["homerooms_derived"])
        #expect(answer.counts.classes == 2)
        #expect(answer.counts.enrolments == 13)
        let members = try desk.texts(
            """
            SELECT letter || count(*) FROM class JOIN enrolment ON group_id = class.id
            GROUP BY letter ORDER BY letter
            """, answer.school)
        #expect(members == ["А4", "Б2"])
    }

    @Test func `a person who is shut out is in the lists, is not counted and has a closed account`() throws {
        let set = RosterSet("1.1").replacing("ST4,,,true", by: "ST4,,,false", in: "users.csv")
        let answer = try desk.bring(set)
        #expect(answer.counts.students == 5)
        #expect(answer.counts.enrolments == 19)
        #expect(try desk.count("SELECT count(*) FROM account WHERE closed_at > 0", answer.school) == 1)
    }

    // MARK: What is refused

    @Test func `an error leaves no school behind`() throws {
        let answer = try desk.bring(RosterSet("1.1").replacing("Болот", by: "", in: "users.csv"))
        #expect(answer.outcome == .refused)
        #expect(answer.school == nil)
        #expect(desk.schoolCount == 0)
    }

    @Test func `a dry run counts and writes nothing`() throws {
        let answer = try desk.bring(RosterSet("1.2"), isDryRun: true)
        #expect(answer.outcome == .done)
        #expect(answer.counts == RosterSet.counts)
        #expect(desk.schoolCount == 0)
    }

    @Test func `of several schools one must be named, and only its people come`() throws {
        let two = RosterSet("1.1").replacing(
            "S1,,,Мектеп,school,,D1", by: "S1,,,Мектеп,school,,D1\nS2,,,Лицей,school,,D1", in: "orgs.csv"
        )
        .replacing("T2,,,true,S1", by: "T2,,,true,S2", in: "users.csv")
        .replacing("ST6,,,true,S1", by: "ST6,,,true,S2", in: "users.csv")
        .without(",ST6,", in: "enrollments.csv").without(",T2,", in: "enrollments.csv")
        #expect(try desk.bring(two).codes == ["several_schools"])
        #expect(try desk.bring(two, org: "S9").codes == ["unknown_school"])
        let answer = try desk.bring(two, org: "S1")
        #expect(answer.codes == ["other_org"])
        #expect((answer.counts.students, answer.counts.staff) == (5, 1))
    }

    // MARK: A second time

    @Test(arguments: RosterSet.good) func `the same set twice changes nothing`(set: RosterSet) throws {
        let school = try desk.bring(set).school
        let before = try desk.count("SELECT count(*) FROM audit", school)
        let again = try desk.bring(set, into: school, days: 1)
        #expect(again.counts == RosterSet.counts)
        #expect(again.problems.isEmpty)
        #expect(try desk.count("SELECT count(*) FROM audit", school) == before)
    }

    @Test func `a bulk file that drops more than a fifth of the people is refused unless allowed`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let gone = ["ST4", "ST5", "P2"].reduce(RosterSet("1.1")) { set, id in
            set.without("\(id),,,true", in: "users.csv").without(",\(id),student", in: "enrollments.csv")
        }
        let refused = try desk.bring(gone, into: school)
        #expect(refused.outcome == .refused)
        #expect(refused.codes == ["mass_removal"])
        #expect(try desk.count("SELECT count(*) FROM enrolment WHERE to_day < '9999'", school) == 0)
        let allowed = try desk.bring(gone, into: school, allowsRemoval: true)
        #expect(allowed.outcome == .done)
        #expect(allowed.counts.students == 4)
        #expect(try desk.count("SELECT count(*) FROM guardian WHERE to_day = '2026-11-19'", school) == 1)
    }

    @Test func `a leaver leaves from today and comes back with the same record`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let gone = RosterSet("1.1").without("ST4,,,true", in: "users.csv").without(",ST4,", in: "enrollments.csv")
        #expect(try desk.bring(gone, into: school).codes == ["people_leave"])
        let ended = "SELECT count(*) FROM enrolment WHERE to_day = '2026-11-19'" as SQL
        #expect(try desk.count(ended, school) == 2)
        #expect(try desk.bring(RosterSet("1.1"), into: school, days: 10).counts == RosterSet.counts)
        #expect(try desk.count("SELECT count(*) FROM person", school) == 10)
        #expect(try desk.count("SELECT count(*) FROM enrolment WHERE from_day = '2026-11-30'", school) == 2)
    }

    @Test func `a class of the file cannot take the name of a class made by hand, and nothing is written`() throws {
        let school = try #require(try desk.bring(RosterSet("1.1")).school)
        try desk.store.school(school).writeNow(by: .command("test"), at: ExchangeDesk.now) { writing in
            let name = try #require(ClassName("5В"))
            _ = try RosterWriting(writing: writing, ids: desk.ids).addClass(name, year: 2026)
        }
        let renamed = RosterSet("1.1").replacing("5-Б,05", by: "5-В,05", in: "classes.csv")
        for isDryRun in [true, false] {
            let answer = try desk.bring(renamed, into: school, isDryRun: isDryRun)
            #expect(answer.outcome == .refused)
            #expect(answer.codes == ["class_name_taken"])
        }
        #expect(try desk.texts("SELECT letter FROM class ORDER BY sort_key", school) == ["А", "Б", "В"])
    }

    @Test func `two classes may exchange their names`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let exchanged = RosterSet("1.1").replacing("5-А,05", by: "5-В,05", in: "classes.csv")
            .replacing("5-Б,05", by: "5-А,05", in: "classes.csv").replacing("5-В,05", by: "5-Б,05", in: "classes.csv")
        #expect(try desk.bring(exchanged, into: school).outcome == .done)
        #expect(try desk.texts("SELECT letter FROM class ORDER BY external_id", school) == ["Б", "А"])
    }

    @Test func `a teacher who is gone loses load, class and account`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let gone = RosterSet("1.1").without("teacher,t2", in: "users.csv").without(",T2,", in: "enrollments.csv")
        #expect(try desk.bring(gone, into: school).outcome == .done)
        #expect(try desk.count("SELECT count(*) FROM load WHERE to_day = '2026-11-19'", school) == 2)
        #expect(try desk.count("SELECT count(*) FROM staff WHERE to_day = '2026-11-19'", school) == 1)
        #expect(try desk.count("SELECT count(*) FROM class_teacher WHERE to_day = '2026-11-19'", school) == 1)
    }

    @Test func `what the school knows and the file leaves blank stays`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let blank = RosterSet("1.1").replacing("0555 ST1", by: "", in: "users.csv")
        #expect(try desk.bring(blank, into: school).outcome == .done)
        #expect(try desk.texts("SELECT phone FROM person WHERE external_id = 'ST1'", school) == ["0555 ST1"])
    }

    @Test func `a page of a whole class becomes a group when one of the class drops out of it`() throws {
        let school = try desk.bring(RosterSet("1.1")).school
        let smaller = RosterSet("1.1").without("E-K1-ST4", in: "enrollments.csv")
        #expect(try desk.bring(smaller, into: school).outcome == .done)
        let members = try desk.texts(
            """
            SELECT person.external_id || ' ' || enrolment.to_day FROM page
            JOIN enrolment ON enrolment.group_id = page.group_id JOIN person ON person.id = enrolment.student_id
            WHERE page.external_id = 'K1' ORDER BY person.external_id
            """, school)
        #expect(members.map { $0.suffix(10) } == ["9999-12-31", "9999-12-31", "9999-12-31", "2026-11-19"])
    }

    // MARK: Changes

    private static let changed = "2026-11-20T03:00:00Z"

    @Test(arguments: RosterSet.good) func `a file of changes changes what it names and nothing else`(full: RosterSet)
        throws
    {
        let school = try desk.bring(full).school
        var set = full
        for file in ["orgs", "academicSessions", "courses", "classes", "demographics", "roles"] {
            set.files[file + ".csv"] = nil
        }
        let users = (full.files["users.csv"] ?? "").split(separator: "\n")
        let rename = users[4].replacingOccurrences(of: "ST2,,,", with: "ST2,active,\(Self.changed),")
            .replacingOccurrences(of: "Бекзат", with: "Бекназар")
        let leave = users[7].replacingOccurrences(of: "ST5,,,", with: "ST5,tobedeleted,\(Self.changed),")
        set.files["users.csv"] = [String(users[0]), rename, leave].joined(separator: "\n")
        let rows = (full.files["enrollments.csv"] ?? "").split(separator: "\n")
        set.files["enrollments.csv"] = """
            \(rows[0])
            E-H1-ST4,tobedeleted,\(Self.changed),H1,S1,ST4,student,,,
            E-H2-ST4,active,\(Self.changed),H2,S1,ST4,student,,,
            """
        set.writeManifest(["users": "delta", "enrollments": "delta"])
        let answer = try desk.bring(set, into: school)
        #expect(answer.outcome == .done)
        #expect((answer.counts.students, answer.counts.staff, answer.counts.classes) == (5, 2, 2))
        #expect(try desk.texts("SELECT given FROM person WHERE external_id = 'ST2'", school) == ["Бекназар"])
        let places = try desk.texts(
            """
            SELECT class.letter || enrolment.to_day FROM enrolment JOIN class ON class.id = enrolment.group_id
            JOIN person ON person.id = enrolment.student_id WHERE person.external_id = 'ST4' ORDER BY class.letter
            """, school)
        #expect(places == ["А2026-11-19", "Б9999-12-31"])
    }

    @Test func `a row of changes must say what happened and when`() throws {
        let full = RosterSet("1.1")
        let school = try desk.bring(full).school
        var set = full
        for file in set.files.keys where file != "users.csv" { set.files[file] = nil }
        set.files["users.csv"] = full.files["users.csv"]?
            .replacingOccurrences(of: "\nT1,,,", with: "\nT1,gone,yesterday,")
        set.writeManifest(["users": "delta"])
        let answer = try desk.bring(set, into: school)
        #expect(answer.outcome == .refused)
        #expect(answer.codes == ["blank_in_delta", "bad_value", "bad_instant"])
    }
}
