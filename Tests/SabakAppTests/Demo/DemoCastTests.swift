import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

struct DemoCastTests {
    @Test(arguments: Country.allCases) func `everybody of the cast has the part that was promised`(
        _ country: Country
    ) throws {
        try check(DemoWorld.of(country), "2026-11-20", isSchoolDay: true)
    }

    @Test(arguments: [
        ("2026-11-20", true), ("2026-11-21", false), ("2026-11-03", false), ("2026-09-01", true), ("2026-08-15", false),
    ]) func `a small school and a day without lessons keep the promises too`(
        _ today: String, _ isSchoolDay: Bool
    ) throws {
        try check(DemoWorld(today: today), today, isSchoolDay: isSchoolDay)
    }

    private func check(_ world: DemoWorld, _ today: String, isSchoolDay: Bool) throws {
        #expect(
            world.made.cast.map(\.role) == [
                "director", "deputy", "administrator", "responsible", "clerk", "teacher", "classTeacher",
                "otherTeacher", "substitute", "teacherParent", "student", "parent", "parentOfTwo", "otherParent",
            ])
        #expect(Set(world.made.cast.map(\.person)).count == 14)
        try checkTeachers(world, today)
        try checkFamilies(world)
        #expect(world.said.contains { $0.contains("not a day of lessons") } == !isSchoolDay)
    }

    private func ownClass(_ world: DemoWorld) throws -> Int64 {
        try world.ids(
            """
            SELECT class.id FROM class JOIN enrolment ON enrolment.school_id = class.school_id
                AND enrolment.group_id = class.id WHERE enrolment.student_id = \(world["student"])
            """)[0]
    }

    private func checkTeachers(_ world: DemoWorld, _ today: String) throws {
        let own = try ownClass(world)
        let groups = try world.ids("SELECT group_id FROM enrolment WHERE student_id = \(world["student"]) ORDER BY 1")
        let begun: SQL = """
            FROM lesson JOIN load ON load.school_id = lesson.school_id AND load.page_id = lesson.page_id
            WHERE lesson.day = \(today) AND lesson.start_minute < 540 AND lesson.is_cancelled = 0
                AND load.teacher_id = \(world["teacher"])
            """
        #expect(try world.count("SELECT count(*) \(begun) AND lesson.group_id IN \(list: groups)") > 0)
        #expect(
            try world.count(
                """
                SELECT count(*) \(begun) AND lesson.topic = '' AND lesson.roll_at = 0
                    AND lesson.group_id IN \(list: groups)
                """) > 0)
        #expect(
            try world.ids("SELECT person_id FROM class_teacher WHERE class_id = \(own)") == [world["classTeacher"]])
        #expect(
            try world.count(
                """
                SELECT count(*) FROM load JOIN page ON page.school_id = load.school_id AND page.id = load.page_id
                WHERE load.teacher_id = \(world["otherTeacher"]) AND page.class_id = \(own)
                """) == 0)
        for teacher in ["teacher", "classTeacher", "otherTeacher", "substitute", "teacherParent"] {
            #expect(try world.count("SELECT count(*) FROM load WHERE teacher_id = \(world[teacher])") > 0, "\(teacher)")
        }
        #expect(
            try world.count(
                """
                SELECT count(*) FROM substitution JOIN lesson ON lesson.school_id = substitution.school_id
                    AND lesson.id = substitution.lesson_id
                WHERE substitution.substitute_id = \(world["substitute"]) AND lesson.day = \(today)
                """) > 0)
        #expect(
            try world.count("SELECT count(*) FROM substitution WHERE substitute_id = \(world["otherTeacher"])") == 0)
    }

    private func checkFamilies(_ world: DemoWorld) throws {
        let own = try ownClass(world)
        func children(_ role: String) throws -> [Int64] {
            try world.ids(
                """
                SELECT student_id FROM guardian WHERE guardian_id = \(world[role]) AND confirmed_at > 0
                ORDER BY student_id
                """)
        }
        func classes(_ role: String) throws -> Set<Int64> {
            Set(
                try world.ids(
                    """
                    SELECT enrolment.group_id FROM enrolment JOIN class ON class.school_id = enrolment.school_id
                        AND class.id = enrolment.group_id WHERE enrolment.student_id IN \(list: try children(role))
                    """))
        }
        #expect(try children("parent").contains(world["student"]))
        #expect(try children("parentOfTwo").count == 2)
        #expect(try classes("parentOfTwo").count == 2)
        #expect(try children("otherParent").count > 0)
        #expect(try !classes("otherParent").contains(own))
        #expect(try children("teacherParent").count > 0)
    }

    @Test func `only the cast has accounts, and a password opens each`() throws {
        let world = try DemoWorld.small.get()
        #expect(try world.count("SELECT count(*) FROM account") == 14)
        let store = try Store(path: world.path)
        for member in world.made.cast {
            #expect(try store.person(signingInAs: member.login)?.person == member.person)
            #expect(SignInForms.problem(password: member.password, of: member.login) == nil)
        }
    }
}
