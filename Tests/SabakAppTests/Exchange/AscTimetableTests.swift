import Sheets
import Testing

@testable import SabakApp
@testable import SchoolRules

struct AscTimetableTests {
    @Test func `an export gives its people, groups, lessons and the places of cards`() throws {
        let draft = try AscSet().read()
        #expect(draft.teachers.map(\.name) == ["Осмонова Гүлнара", "Роза Ким"])
        #expect(draft.classes.map { $0.name?.compact } == ["7А", "7Б", nil])
        #expect(draft.groups.map(\.isWholeClass) == [true, false, false, true] && draft.ownGroups == 4)
        #expect(draft.lessons.map(\.hours) == [200, 100, 100, 200, 50])
        #expect(
            AscSet.cards(draft) == [
                "L1 1.1 every 214", "L2 1.2 every", "L3 1.2 every", "L4 3.3 every зал", "L4 3.4 every зал",
                "L5 5.1 even",
            ])
        #expect((draft.placed, draft.unplaced) == (5, 1))
        #expect(draft.problems.list.isEmpty)
    }

    @Test func `a double lesson fills two periods and a shared lesson has both classes`() throws {
        let draft = try AscSet().read()
        let lesson = try #require(draft.lessons.first { $0.id == "L4" })
        #expect(lesson.length == 2 && lesson.groups == ["G1", "G4"])
    }

    @Test func `days are those of their names, whatever their order in the mask`() throws {
        var set = AscSet()
        set.days = """
            <daysdefs><daysdef name="Воскресенье" days="10000"/><daysdef name="Дүйшөмбү" days="01000"/>\
            <daysdef name="Вторник" days="00100"/><daysdef name="Среда" days="00010"/>\
            <daysdef name="Чт" days="00001"/></daysdefs>
            """
        #expect(
            AscSet.cards(try set.read()).map { $0.split(separator: " ")[1] } == [
                "7.1", "7.2", "7.2", "2.3", "2.4", "4.1",
            ])
    }

    @Test(arguments: [("daynumbering0", "0"), ("daynumbering1", "1")])
    func `older exports number the days and name the lesson in the card`(option: String, monday: String) throws {
        var set = AscSet()
        set.options = option
        set.weeks = ""
        set.groups = ""
        set.lessons = ""
        set.days =
            "<days><day day=\"\(monday)\" name=\"1\" short=\"1\"/><day day=\"\(Int(monday)! + 1)\" name=\"2\"/></days>"
        set.cards = """
            <cards><card subjectid="S1" classids="*1" teacherids="T1" classroomids="R1" day="\(monday)" period="1"/>\
            <card subjectid="S1" classids="*1" teacherids="T1" day="\(Int(monday)! + 1)" period="4"/>\
            <card subjectid="S2" classid="*2" teacherid="T2" day="\(Int(monday)! + 1)" period="2"/></cards>
            """
        let draft = try set.read()
        #expect(AscSet.cards(draft) == ["card:1 1.1 every 214", "card:1 2.4 every", "card:2 2.2 every"])
        #expect(draft.lessons.map(\.groups) == [["whole:*1"], ["whole:*2"]] && draft.ownGroups == 0)
        #expect(draft.problems.list.isEmpty)
    }

    @Test func `cycles of four weeks are A and B weeks where they alternate, others are told`() throws {
        var set = AscSet()
        set.weeks = "<weeksdefs><weeksdef weeks=\"1111\"/></weeksdefs>"
        for (mask, parity) in [("1010", "odd"), ("0101", "even"), ("1111", "every"), ("1", "every")] {
            set.cards = "<cards><card lessonid=\"L1\" period=\"1\" weeks=\"\(mask)\" days=\"10000\"/></cards>"
            #expect(AscSet.cards(try set.read()) == ["L1 1.1 \(parity)"])
        }
        set.cards = "<cards><card lessonid=\"L1\" period=\"1\" weeks=\"1000\" days=\"10000\"/></cards>"
        #expect(try set.read().problems.list.map(\.code) == ["week_cycle", "no_cards"])
    }

    @Test func `a mask of another length and an unknown lesson are told, not dropped in silence`() throws {
        var set = AscSet()
        set.cards += """
            <cards><card lessonid="L1" period="1" weeks="11" days="1000"/><card lessonid="L9" period="1" days="10000"/>\
            <card lessonid="L1" period="1" weeks="110" days="10000"/><card lessonid="L1" period="" days=""/></cards>
            """
        let problems = try set.read().problems.list
        #expect(problems.map(\.code) == ["bad_mask", "unknown_reference", "bad_mask"])
        #expect(problems.map(\.place.row) == [6, 7, 8] && problems[0].place.sheet == "cards")
    }

    @Test func `an export cut to ten cards is refused and said`() throws {
        var set = AscSet()
        let row = { (id: String) in
            "<lesson id=\"\(id)\" subjectid=\"S1\" classids=\"*1\" teacherids=\"T1\" periodsperweek=\"3\"/>"
        }
        set.lessons = "<lessons>" + (1...10).map { row("L\($0)") }.joined() + "</lessons>"
        set.cards =
            "<cards>" + (1...10).map { "<card lessonid=\"L\($0)\" period=\"1\" weeks=\"11\" days=\"10000\"/>" }.joined()
            + "</cards>"
        let draft = try set.read()
        #expect(draft.problems.list.map(\.code) == ["export_limited"] && draft.problems.hasErrors)
        #expect(draft.unplaced == 20)
        #expect(draft.problems.list[0].text.ru.contains("10 из 30"))
    }

    @Test func `an export of Windows letters is read with the letters it carries as references`() throws {
        var set = AscSet()
        set.head = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>"
        let letters = "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
        let text = set.text.replacing("ү", with: "&#1199;")
        let bytes = text.unicodeScalars.map { scalar -> UInt8 in
            guard !scalar.isASCII else { return UInt8(scalar.value) }
            let index = Array(letters.unicodeScalars).firstIndex(of: scalar) ?? 0
            return UInt8(192 + index)
        }
        let draft = try AscTimetable.read(bytes, named: "x")
        #expect(draft.teachers[0].name == "Осмонова Гүлнара" && draft.placed == 5)
        let lost = try AscTimetable.read(Array(set.text.replacing("ү", with: "?").utf8), named: "x")
        #expect(lost.problems.list.map(\.code) == ["lost_letters"])
    }

    @Test func `an entity bomb is refused, and another program's file is named`() throws {
        let bomb = "<!DOCTYPE timetable [<!ENTITY a \"aaaa\">]><timetable>&a;</timetable>"
        #expect(throws: SheetProblem.self) { try AscTimetable.read(Array(bomb.utf8), named: "x") }
        #expect(try AscTimetable.read(Array("<fet/>".utf8), named: "x").problems.list.map(\.code) == ["wrong_file"])
    }

    @Test(arguments: [
        ("3", 3, 0), ("3 урок", 3, 0), ("I-3", 3, 1), ("II-1", 1, 2), ("ІІ-4", 4, 2), ("2 смена, 4 урок", 4, 2),
        ("0", 0, 0),
    ])
    func `names of periods carry their number and shift`(name: String, number: Int, shift: Int) {
        #expect(PeriodName.period(name) == TimetableDraft.Period(number: number, shift: shift))
    }

    @Test(arguments: ["08:00", "08:00-08:45", "Линейка", "Обед", "15"]) func `times and words are no numbers`(
        name: String
    ) {
        #expect(PeriodName.period(name) == nil)
    }
}
