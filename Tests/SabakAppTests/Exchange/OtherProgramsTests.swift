import Foundation
import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

/// Lists that programs of others have written, on the command line and in the browser. How the files were made stands
/// beside them.
@Suite struct OtherProgramsTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        var students = 0
        var classes = 0
        var guardians = 0
        var codes: [String] = []
        var isGood: Bool { students > 0 }
        var testDescription: String { file }
    }

    static let students: [Case] = [
        Case(file: "titled.xlsx", students: 3, classes: 1, guardians: 2, codes: ["row_left_out"]),
        Case(file: "sheet-a-class.xlsx", students: 4, classes: 2, codes: ["sheet_left_out"]),
        Case(file: "since-1904.xlsx", students: 3, classes: 1),
        Case(file: "since-1904-too.xlsx", students: 3, classes: 1),
        Case(file: "lost-digits.xlsx", codes: ["scientific_number"]),
        Case(file: "without-places.xlsx", students: 2, classes: 1, codes: ["mixed_letters"]),
        Case(file: "windows.csv", students: 2, classes: 2, guardians: 1, codes: ["row_left_out"]),
        Case(file: "dos.csv", students: 2, classes: 2, guardians: 1, codes: ["row_left_out"]),
        Case(file: "unicode.txt", students: 2, classes: 2, guardians: 1, codes: ["row_left_out"]),
        Case(file: "utf8.csv", students: 2, classes: 2, guardians: 1, codes: ["row_left_out"]),
        Case(file: "lost-letters.csv", codes: ["lost_letters"]),
    ]

    private func path(_ file: String) -> String {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("OtherPrograms/\(file)").path
    }

    @Test(arguments: students) func `a list of students comes in from its file`(list: Case) throws {
        let desk = try ExchangeDesk()
        let school = try desk.found()
        let work = ListImport(.students, school: school, ids: desk.ids, at: ExchangeDesk.now)
        let answer = try work.run(path: path(list.file))
        #expect((answer.outcome == .done) == list.isGood, "\(answer.problems.map { $0.line(.ru) })")
        if list.isGood {
            #expect(answer.counts.students == list.students && answer.counts.classes == list.classes)
            #expect(answer.counts.guardians == list.guardians)
        }
        #expect(Set(answer.problems.map(\.code)).sorted() == list.codes)
        #expect(
            try desk.count("SELECT count(*) FROM person WHERE birth_day = '2015-03-01'", school.id)
                == (list.isGood && list.file != "sheet-a-class.xlsx" ? 1 : list.isGood ? 2 : 0))
        if list.file == "titled.xlsx" {
            #expect(
                try desk.texts("SELECT national_id FROM person WHERE national_id <> '' ORDER BY 1", school.id)
                    == ["11204201500022", "20103201500011", "23112201400033"])
        }
    }

    @Test(arguments: students) func `the same list comes in through the browser`(list: Case) async throws {
        let world = ImportDeskWorld(school: try await TestSchool.make(students: 3))
        let before = try world.count(Self.pupils(world.school.store.id))
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(list.file))))
        let address = try await world.upload(.students, bytes, named: list.file, as: .clerk)
        if list.codes == ["lost_letters"] {
            // They are told on the first page, and no column mends them.
            #expect(await world.school.get(address, as: .clerk).text.contains("Буквы потеряны"))
            return
        }
        try await world.check(address, as: .clerk)
        let page = await world.school.get(address, as: .clerk).text
        if list.codes == ["scientific_number"] { #expect(page.contains("цифры числа потеряны")) }
        _ = await world.school.post(address + "/answers", form: [("do", "write")], as: .clerk)
        await world.school.app.imports.rest()
        #expect(try world.state(address) == (list.isGood ? "done" : "ready"), "\(page)")
        #expect(try world.count(Self.pupils(world.school.store.id)) == before + list.students)
    }

    private static func pupils(_ school: Int64) -> SQL {
        """
        SELECT count(DISTINCT enrolment.student_id) FROM enrolment
        JOIN class ON class.school_id = enrolment.school_id AND class.id = enrolment.group_id
        WHERE enrolment.school_id = \(school)
        """
    }

    @Test func `a load list with sums and a week drawn as a grid become pages and lessons`() throws {
        let desk = try ExchangeDesk()
        let school = try desk.found()
        _ = try desk.bring("ФИО\nОсмонова Гүлнара Таалайевна\nКим Роза Викторовна\n", .staff, into: school)
        _ = try desk.bring("ФИО;Класс\nАсанов Улан;5А\nКим Вера;5Б\n", .students, into: school)
        let load = try ListImport(.load, school: school, ids: desk.ids, at: ExchangeDesk.now)
            .run(path: path("load.xlsx"))
        #expect(load.outcome == .done && load.counts.pages == 4, "\(load.problems.map { $0.line(.ru) })")
        #expect(
            try desk.texts("SELECT CAST(sum(hours) AS text) FROM load GROUP BY teacher_id ORDER BY 1", school.id)
                == ["1100", "350"])
        let week = try ListImport(.timetable, school: school, ids: desk.ids, at: ExchangeDesk.now)
            .run(path: path("week.xlsx"))
        #expect(week.outcome == .done && week.counts.pages == 4)
        #expect(
            try desk.texts(
                """
                SELECT weekday || ' ' || number || ' ' || room FROM timetable_slot ORDER BY weekday, number, room
                """, school.id) == ["1 1 12", "1 1 5", "1 2 12", "1 2 30", "2 1 12"])
    }
}
