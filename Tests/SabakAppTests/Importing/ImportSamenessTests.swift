import Sheets
import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

/// What the browser brings is what the command brings.
@Suite struct ImportSamenessTests {
    private static let names = ["Асанов", "Бакыт уулу", "Ким", "Өмүрбекова", "Ырысбеков", "Tokтобаев", "Дүйшөнова"]
    private static let given = ["Улан", "Айпери", "Нурай", "Эрбол", "Мээрим", "Тилек"]

    /// A list as clerks have it, another for every seed: with gaps, mistakes, repeated rows, parents.
    private func list(_ seed: Int) -> [UInt8] {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var lines = ["Список учащихся школы № 7;;;;;", "№;ФИО;Сынып;Туулган күнү;Мать;Телефон матери"]
        for row in 1...40 {
            let name = "\(Self.names[next(7)]) \(Self.given[next(6)])\(["", "бек", "жан"][next(3)])"
            let letter = ["А", "Б", "B", "А "][next(4)]
            let schoolClass = next(25) == 0 ? "?" : "\(9 + next(2))\(letter)"
            let day = next(12) == 0 ? "31.02.2010" : "\(1 + next(28)).0\(1 + next(9)).\(2009 + next(3))"
            let mother = next(3) == 0 ? "" : "\(Self.names[next(7)]) Гүл\(["", "нара", "жан", "зат"][next(4)])"
            let phone = next(3) == 0 ? "0555 11 22 \(10 + next(80))" : ""
            lines.append("\(row);\(next(9) == 0 ? name.uppercased() : name);\(schoolClass);\(day);\(mother);\(phone)")
        }
        lines.append(";Итого: 40;;;;")
        let text = lines.joined(separator: "\r\n")
        return seed % 2 == 0
            ? Array(text.utf8) : [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    /// Everybody with class, day of birth and parents, without ids.
    private func picture(_ school: TestSchool) throws -> [String] {
        try school.read { connection in
            let students = try connection.all(
                """
                SELECT person.surname || ' ' || person.given || ' ' || person.birth_day || ' ' || class.grade
                    || class.letter || ' ' || enrolment.from_day || ' ' || enrolment.to_day
                FROM enrolment
                JOIN person ON person.school_id = enrolment.school_id AND person.id = enrolment.student_id
                JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
                WHERE enrolment.school_id = \(school.store.id) ORDER BY 1
                """
            ) { $0.text(0) }
            let families = try connection.all(
                """
                SELECT adult.surname || ' ' || adult.given || ' ' || adult.phone || ' ' || child.surname || ' '
                    || child.given || ' ' || guardian.relation
                FROM guardian
                JOIN person AS adult ON adult.school_id = guardian.school_id AND adult.id = guardian.guardian_id
                JOIN person AS child ON child.school_id = guardian.school_id AND child.id = guardian.student_id
                WHERE guardian.school_id = \(school.store.id) ORDER BY 1
                """
            ) { $0.text(0) }
            return students.sorted() + families.sorted()
        }
    }

    @Test(arguments: 1...6) func `the browser brings what the command brings`(seed: Int) async throws {
        let (one, other) = (try await TestSchool.make(students: 3), try await TestSchool.make(students: 3))
        let bytes = list(seed)
        var work = ListImport(.students, school: one.store, ids: one.app.ids, at: one.clock.now())
        work.skipsBadRows = true
        let answer = try work.run(bytes: bytes, named: "list.csv")
        #expect(answer.outcome == .done && answer.counts.students > 5)
        let world = ImportDeskWorld(school: other)
        let address = try await world.bring(.students, bytes, [("skip", "1")], as: .clerk)
        #expect(try world.state(address) == "done")
        #expect(try picture(one) == picture(other))
        let rejects = await other.get(address + "/rejects", as: .clerk)
        let rows = rejects.status == 200 ? try SheetFile.read(rejects.bytes)[0].rows.count - 1 : 0
        #expect(rows == answer.rejects?.count)
    }
}
