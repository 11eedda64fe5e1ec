import Foundation
import Store
import Testing
import Web

@testable import SabakApp
@testable import SchoolRules

struct DemoTests {
    @Test func `the same seed makes the same people, lessons, entries and cast`() throws {
        let (one, same, other) = (try DemoWorld.small.get(), try DemoWorld(), try DemoWorld(seed: 2))
        #expect(try dump(one) == dump(same))
        #expect(try dump(one) != dump(other))
        #expect(one.made.cast.map(\.login) == same.made.cast.map(\.login))
        #expect(one.made.cast.map(\.password) == same.made.cast.map(\.password))
    }

    private func dump(_ world: DemoWorld) throws -> [String] {
        try world.rows("SELECT id, surname, given, patronymic, phone FROM person ORDER BY id", columns: 5)
            + world.rows("SELECT group_id, student_id, from_day, to_day FROM enrolment ORDER BY 1, 2, 3", columns: 4)
            + world.rows(
                "SELECT id, page_id, day, topic, homework, roll_at, version FROM lesson ORDER BY id", columns: 7)
            + world.rows(
                """
                SELECT lesson_id, student_id, slot, value, kind_id, comment, is_late, previous, entered_at, entered_by
                FROM entry ORDER BY lesson_id, student_id, slot
                """, columns: 10)
            + world.rows("SELECT seq, at, actor, action, object, before, after FROM audit ORDER BY seq", columns: 7)
    }

    @Test(arguments: [Country.KG, .KZ, .RU]) func `nobody and no room is in two lessons at once`(
        _ country: Country
    ) throws {
        let world = try DemoWorld.of(country)
        let pairs: SQL = """
            FROM lesson AS one JOIN lesson AS other ON other.school_id = one.school_id AND other.day = one.day
                AND other.id > one.id AND other.start_minute < one.end_minute AND one.start_minute < other.end_minute
                AND one.is_cancelled = 0 AND other.is_cancelled = 0 AND one.day <= '2026-11-20'
            """
        #expect(try world.count("SELECT count(*) \(pairs)") > 0)
        #expect(try world.count("SELECT count(*) \(pairs) WHERE one.room = other.room AND one.room <> ''") == 0)
        let teacher: SQL = """
            SELECT coalesce(substitution.substitute_id, load.teacher_id) FROM load
            LEFT JOIN substitution ON substitution.school_id = load.school_id AND substitution.lesson_id =
            """
        #expect(
            try world.count(
                """
                SELECT count(*) \(pairs) WHERE
                    (\(teacher) one.id WHERE load.school_id = one.school_id AND load.page_id = one.page_id)
                    = (\(teacher) other.id WHERE load.school_id = other.school_id AND load.page_id = other.page_id)
                """) == 0)
        #expect(
            try world.count(
                """
                SELECT count(*) \(pairs)
                JOIN enrolment AS pupil ON pupil.school_id = one.school_id AND pupil.group_id = one.group_id
                    AND pupil.from_day <= one.day AND pupil.to_day >= one.day
                JOIN enrolment AS same ON same.school_id = pupil.school_id AND same.group_id = other.group_id
                    AND same.student_id = pupil.student_id AND same.from_day <= one.day AND same.to_day >= one.day
                """) == 0)
        #expect(try world.count("SELECT max(number) FROM lesson") <= 7)
        #expect(try world.count("SELECT max(sum(hours)) OVER () FROM load GROUP BY teacher_id") <= 3000)
    }

    @Test func `the audit chain of a demo school is sound and reaches its anchor`() throws {
        let world = try DemoWorld.of(.KG)
        let anchors = try Store(path: world.path).anchors(of: world.made.id).heads()
        let found = try world.school.read { try AuditVerification.of($0, school: world.made.id, anchors: anchors) }
        #expect(found.isSound)
        #expect(anchors.map(\.seq) == [found.head.seq])
        let proven = Set(
            try world.rows("SELECT object, actor, at FROM audit WHERE action = 'cell.set' ORDER BY seq", columns: 3))
        let entered = try world.rows(
            """
            SELECT 'cell/' || lesson_id || '/' || student_id, entered_by, entered_at FROM entry
            ORDER BY lesson_id, student_id, slot
            """, columns: 3)
        #expect(entered.count > 8_000)
        #expect(entered.filter { !proven.contains($0) }.isEmpty)
        #expect(
            try world.count(
                """
                SELECT count(*) FROM audit AS one
                JOIN audit AS next ON next.school_id = one.school_id AND next.seq = one.seq + 1
                WHERE next.at < one.at
                """
            ) == 0)
    }

    @Test(arguments: [Country.KG, .KZ, .RU]) func `no demo person has the name of somebody well known`(
        _ country: Country
    ) throws {
        let world = try DemoWorld.of(country)
        let book = NameBook.of(country)
        #expect(book.wellKnown.count > 10)
        let people = try world.school.read { connection in
            try connection.all("SELECT surname, given FROM person ORDER BY id") { ($0.text(0), $0.text(1)) }
        }
        #expect(people.filter { book.isWellKnown(given: $0.1, surname: $0.0) }.isEmpty)
        #expect(book.isWellKnown(given: "Роза", surname: "Абдразакова") == (country == .KG))
    }

    @Test func `entries stand only where the student was in the lesson, with values of its scale`() throws {
        let world = try DemoWorld.of(.KG)
        #expect(
            try world.count(
                """
                SELECT count(*) FROM entry JOIN lesson ON lesson.school_id = entry.school_id
                    AND lesson.id = entry.lesson_id
                WHERE NOT EXISTS (SELECT 1 FROM enrolment WHERE enrolment.school_id = entry.school_id
                    AND enrolment.group_id = lesson.group_id AND enrolment.student_id = entry.student_id
                    AND enrolment.from_day <= lesson.day AND enrolment.to_day >= lesson.day)
                """) == 0)
        let marks = try world.rows(
            "SELECT DISTINCT value FROM entry WHERE slot > 0 AND substr(value, 1, 1) <> '•' ORDER BY value", columns: 1)
        #expect(marks == ["2", "3", "4", "5"])
        #expect(
            try world.count(
                """
                SELECT count(*) FROM entry JOIN lesson ON lesson.school_id = entry.school_id
                    AND lesson.id = entry.lesson_id
                JOIN page ON page.school_id = lesson.school_id AND page.id = lesson.page_id
                WHERE entry.slot > 0 AND page.scale = 'none'
                """) == 0)
    }

    @Test func `lateness follows the deadlines`() throws {
        let world = try DemoWorld.of(.KG)
        let year = DemoYear(today: Day("2026-11-20")!, country: .KG)
        let rows = try world.school.read { connection in
            try connection.all(
                """
                SELECT day, start_minute, end_minute, roll_at, roll_late FROM lesson WHERE roll_at > 0 ORDER BY id
                """
            ) { (Day($0.text(0))!, $0.int(1), $0.int(2), $0.integer(3), $0.bool(4)) }
        }
        let wrong = rows.filter { day, start, end, at, isLate in
            let judged = DeadlineRules.standard.timeliness(
                of: .attendance, lesson: Moment(day: day, minute: start), lessonEnd: Moment(day: day, minute: end),
                entered: year.time.moment(at), calendar: year.calendar, grade: 5)
            return judged.isLate != isLate
        }
        #expect(wrong.isEmpty)
        #expect(rows.contains { $0.4 })
    }

    @Test func `a directory that holds a school is refused`() throws {
        let world = try DemoWorld.small.get()
        #expect(throws: DemoRefusal.self) { try Demo.make(DemoWish(today: Day("2026-11-20")!), in: world.path) }
        #expect(try Store(path: world.path).schoolList().count == 1)
    }

    @Test func `a school too small for its cast is refused`() throws {
        #expect(throws: DemoRefusal.self) { try DemoWorld(students: 10) }
    }

    @Test func `no class has more than thirty lessons a week`() {
        for country in Country.allCases {
            for grade in 1...11 {
                let hours = Curriculum.lines(of: country).reduce(0) { $0 + $1.hours(grade: grade) }
                #expect((1800...3000).contains(hours), "\(country) \(grade): \(hours)")
            }
        }
    }

    @Test func `names bend by sex and patronymics by the father's name`() {
        let naming = Naming(country: .KG)
        #expect(naming.surname("Асанов", .f) == "Асанова")
        #expect(naming.patronymic(of: "Бакыт", .m) == "Бакытович")
        #expect(naming.patronymic(of: "Муса", .f) == "Мусаевна")
        #expect(naming.kinship(with: "Бакыт", .f) == "Бакыт кызы")
        #expect(Naming(country: .RU).patronymic(of: "Григорий", .m) == "Григорьевич")
        #expect(Naming(country: .RU).patronymic(of: "Сергей", .f) == "Сергеевна")
        #expect(Naming(country: .RU).patronymic(of: "Илья", .f) == "Ильинична")
        #expect(Naming(country: .KZ).patronymic(of: "Серік", .m) == "Серікұлы")
    }
}
