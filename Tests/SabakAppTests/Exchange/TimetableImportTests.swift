import Foundation
import Store
import Testing

@testable import SabakApp
@testable import SchoolRules

struct TimetableImportTests {
    private let desk: ExchangeDesk
    private let school: SchoolStore

    init() throws {
        desk = try ExchangeDesk()
        school = try desk.found()
    }

    private func bring(
        _ set: AscSet, from: Day = Day(year: 2026, month: 9, day: 1)!, isDryRun: Bool = false
    ) throws -> TimetableAnswer {
        let work = TimetableImport(
            .asc, school: school, from: from, ids: desk.ids, at: ExchangeDesk.now, isDryRun: isDryRun)
        return try work.run([("school.xml", set.bytes)])
    }

    private func lessons(_ day: String) throws -> [String] {
        try desk.texts(
            """
            SELECT coalesce(class.grade || class.letter, study_group.name) || ' ' || study_group.name || ' '
                || subject.name_ru || ' ' || lesson.number || ' ' || lesson.room
            FROM lesson JOIN page ON page.id = lesson.page_id JOIN study_group ON study_group.id = page.group_id
            JOIN subject ON subject.id = page.subject_id LEFT JOIN class ON class.id = page.class_id
            WHERE lesson.day = \(day) ORDER BY lesson.start_minute, 1
            """, school.id)
    }

    private func prepare() throws {
        _ = try desk.bring("ФИО\nОсмонова Гүлнара Таалайевна\nКим Роза Викторовна\n", .staff, into: school)
        _ = try desk.bring("ФИО;Класс\nАсанов Улан;7А\nУсенов Бек;7А\nЛи Мин;7Б\n", .students, into: school)
    }

    @Test func `a school with its own lists gets lessons at the right days, numbers, weeks and groups`() throws {
        try prepare()
        let load = """
            Класс;Предмет;Группа;Учитель;Часы
            7А;Алгебра;;Осмонова;2
            7А;Английский язык;1;Осмонова;1
            7А;Английский язык;2;Ким;1
            """
        _ = try desk.bring(load, .load, into: school)
        let answer = try bring(AscSet())
        #expect(answer.outcome == .done)
        #expect(Set(answer.problems.map(\.code)) == ["unplaced", "new_page"])
        #expect(answer.counts == .init(teachers: 2, classes: 3, groups: 4, lessons: 5, cards: 5, unplaced: 1))
        #expect(
            try lessons("2026-11-23") == ["7А  Алгебра 1 214", "7А 1 Английский язык 2 ", "7А 2 Английский язык 2 "])
        let wednesday = try lessons("2026-11-25")
        #expect(wednesday.count == 2 && wednesday.allSatisfy { $0.contains("Физ") && $0.hasSuffix("зал") })
        let fridays = try desk.texts(
            """
            SELECT lesson.day FROM lesson JOIN page ON page.id = page_id JOIN subject ON subject.id = subject_id
            WHERE name_ru = 'Астрономия' AND day < '2026-10-01' ORDER BY day
            """, school.id)
        #expect(fridays == ["2026-09-11", "2026-09-25"])
    }

    @Test func `a school without lists takes classes, teachers and load from the file`() throws {
        let answer = try bring(AscSet())
        #expect(answer.outcome == .done)
        #expect(try desk.count("SELECT count(*) FROM class", school.id) == 2)
        #expect(try desk.texts("SELECT surname FROM person ORDER BY surname", school.id) == ["Осмонова", "Роза"])
        #expect(try desk.count("SELECT count(*) FROM page", school.id) == 5)
        #expect(try lessons("2026-11-23").count == 3)
    }

    @Test func `a new version begins on its day and leaves the one before`() throws {
        try prepare()
        _ = try bring(AscSet())
        var set = AscSet()
        set.cards = set.cards.replacing(
            "period=\"1\" weeks=\"11\" terms=\"1\" days=\"10000\"",
            with: "period=\"5\" weeks=\"11\" terms=\"1\" days=\"01000\"")
        #expect(try bring(set, from: Day(year: 2026, month: 12, day: 1)!).outcome == .done)
        #expect(
            try desk.texts("SELECT from_day FROM timetable_version ORDER BY from_day", school.id) == [
                "2026-09-01", "2026-12-01",
            ])
        #expect(try lessons("2026-11-30").count == 3 && lessons("2026-12-07").count == 2)
        #expect(try lessons("2026-12-08") == ["7А  Алгебра 5 214"])
    }

    @Test func `an import from the same day makes a version beside the one before and overwrites nothing`() throws {
        try prepare()
        _ = try bring(AscSet())
        func places() throws -> [String] {
            try desk.texts(
                """
                SELECT version_id || ' ' || id || ' ' || page_id || ' ' || weekday || ' ' || number || ' ' || room
                FROM timetable_slot ORDER BY version_id, id
                """, school.id)
        }
        let before = try places()
        var set = AscSet()
        set.cards = set.cards.replacing("days=\"10000\"", with: "days=\"00001\"")
        #expect(try bring(set).outcome == .done)
        let after = try places()
        #expect(!before.isEmpty && after.count > before.count && Set(before).isSubset(of: after))
        #expect(try desk.texts("SELECT from_day FROM timetable_version ORDER BY id", school.id).count == 2)
    }

    @Test func `a teacher or class the school does not have is an error and nothing is written`() throws {
        try prepare()
        var set = AscSet()
        set.teachers = set.teachers.replacing("Роза Ким", with: "Нетова Вера")
        set.classes = set.classes.replacing("7-Б", with: "9Ж").replacing("7Б", with: "9Ж")
        let answer = try bring(set)
        #expect(answer.outcome == .refused)
        #expect(answer.problems.map(\.code) == ["unplaced", "unknown_teacher", "unknown_class"])
        #expect(try desk.count("SELECT count(*) FROM page", school.id) == 0)
    }

    @Test func `a dry run and an export of ten cards write nothing`() throws {
        #expect(try bring(AscSet(), isDryRun: true).outcome == .done)
        #expect(try desk.count("SELECT count(*) FROM timetable_version", school.id) == 0)
        #expect(try desk.count("SELECT count(*) FROM person", school.id) == 0)
        var set = AscSet()
        set.cards =
            "<cards>" + String(repeating: "<card lessonid=\"L1\" period=\"1\" days=\"10000\"/>", count: 10) + "</cards>"
        #expect(try bring(set).outcome == .refused)
    }

    @Test func `lessons behind the last bell of the first shift are lessons of the second`() throws {
        try prepare()
        let last = try desk.count("SELECT max(number) FROM bell WHERE shift = 1", school.id)
        var set = AscSet()
        set.cards = "<cards><card lessonid=\"L1\" period=\"\(last + 2)\" days=\"10000\"/></cards>"
        #expect(try bring(set).outcome == .done)
        #expect(try desk.texts("SELECT shift || ' ' || number FROM timetable_slot", school.id) == ["2 2"])
    }

    @Test func `a folder of FET becomes lessons of both shifts`() throws {
        try prepare()
        let folder = desk.store.path + "/out"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try FetTimetableTests.data().write(toFile: folder + "/school.fet", atomically: true, encoding: .utf8)
        let work = TimetableImport(
            .fet, school: school, from: Day(year: 2026, month: 9, day: 1)!, ids: desk.ids, at: ExchangeDesk.now)
        let answer = try work.run(path: folder)
        #expect(answer.outcome == .done)
        #expect(answer.counts == .init(teachers: 2, classes: 2, groups: 2, lessons: 4, cards: 4, unplaced: 1))
        #expect(
            try desk.texts("SELECT weekday || ' ' || shift || '-' || number FROM timetable_slot ORDER BY 1", school.id)
                == [
                    "1 1-1", "1 1-2", "2 1-1", "2 1-1", "3 2-2",
                ])
        #expect(try work.run(path: folder + "/none.fet").problems.map(\.code) == ["no_such_file"])
    }
}
