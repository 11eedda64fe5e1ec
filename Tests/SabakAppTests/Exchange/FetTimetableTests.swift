import Sheets
import Testing

@testable import SabakApp
@testable import SchoolRules

struct FetTimetableTests {
    /// A school in the form of FET 6: two classes as years, one divided in groups; two shifts in the hours.
    static func data(
        days: [String] = ["Понедельник", "Вторник", "Среда"], hours: [String] = ["I-1", "I-2", "II-1", "II-2"],
        students: String = FetTimetableTests.years, constraints: String = FetTimetableTests.places
    ) -> String {
        """
        \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>
        <fet version="6.8.5">
        <Days_List><Number_of_Days>\(days.count)</Number_of_Days>
        \(days.map { "<Day><Name>\($0)</Name></Day>" }.joined())</Days_List>
        <Hours_List>\(hours.map { "<Hour><Name>\($0)</Name></Hour>" }.joined())</Hours_List>
        <Subjects_List><Subject><Name>Алгебра</Name></Subject><Subject><Name>Английский язык</Name></Subject>\
        </Subjects_List>
        <Teachers_List><Teacher><Name>Осмонова Г. Т.</Name></Teacher><Teacher><Name>Ким Роза</Name></Teacher>\
        </Teachers_List>
        <Students_List>\(students)</Students_List>
        <Activities_List>
        \(activity(1, "Осмонова Г. Т.", "Алгебра", "7А", 2, group: 1))
        \(activity(2, "Осмонова Г. Т.", "Алгебра", "7А", 1, group: 1))
        \(activity(3, "Ким Роза", "Английский язык", "7А 1", 1))
        \(activity(4, "Осмонова Г. Т.", "Английский язык", "7А 2", 1))
        \(activity(5, "Ким Роза", "Алгебра", "7Б", 1))
        <Activity><Teacher>Ким Роза</Teacher><Subject>Алгебра</Subject><Students>7Б</Students>\
        <Duration>1</Duration><Id>6</Id>
        <Activity_Group_Id>0</Activity_Group_Id><Active>false</Active></Activity>
        </Activities_List>
        <Time_Constraints_List>\(constraints)</Time_Constraints_List>
        <Space_Constraints_List><ConstraintActivityPreferredRoom><Weight_Percentage>100</Weight_Percentage>
        <Activity_Id>1</Activity_Id><Room>214</Room><Active>true</Active></ConstraintActivityPreferredRoom>\
        </Space_Constraints_List>
        </fet>
        """
    }

    static let years = """
        <Year><Name>7А</Name><Number_of_Students>20</Number_of_Students><Group><Name>7А 1</Name></Group>
        <Group><Name>7А 2</Name></Group></Year><Year><Name>7Б</Name></Year>
        """
    static let places =
        place(1, "Понедельник", "I-1") + place(3, "Вторник", "I-1") + place(4, "Вторник", "I-1")
        + place(5, "Среда", "II-2")

    static func activity(_ id: Int, _ teacher: String, _ subject: String, _ set: String, _ hours: Int, group: Int = 0)
        -> String
    {
        """
        <Activity><Teacher>\(teacher)</Teacher><Subject>\(subject)</Subject><Students>\(set)</Students>
        <Duration>\(hours)</Duration><Total_Duration>3</Total_Duration><Id>\(id)</Id>
        <Activity_Group_Id>\(group)</Activity_Group_Id><Active>true</Active><Comments></Comments></Activity>
        """
    }

    static func place(_ id: Int, _ day: String, _ hour: String, weight: Int = 100) -> String {
        """
        <ConstraintActivityPreferredStartingTime><Weight_Percentage>\(weight)</Weight_Percentage>
        <Activity_Id>\(id)</Activity_Id><Preferred_Day>\(day)</Preferred_Day><Preferred_Hour>\(hour)</Preferred_Hour>
        <Permanently_Locked>true</Permanently_Locked><Active>true</Active></ConstraintActivityPreferredStartingTime>
        """
    }

    private func read(_ texts: String...) throws -> TimetableDraft {
        try FetTimetable.read(texts.enumerated().map { ("school\($0).fet", Array($1.utf8)) })
    }

    @Test func `data with places gives lessons, days, numbers and shifts`() throws {
        let draft = try read(Self.data())
        #expect(draft.classes.map { $0.name?.compact } == ["7А", "7Б"])
        #expect(draft.groups.filter { !$0.isWholeClass }.map(\.name) == ["1", "2"] && draft.ownGroups == 2)
        #expect(draft.lessons.map(\.hours) == [300, 100, 100, 100])
        #expect(
            draft.cards.map { "\($0.lesson) \($0.weekday) \($0.period.shift)-\($0.period.number) \($0.room)" } == [
                "split:1 1 1-1 214", "split:1 1 1-2 214", "3 2 1-1 ", "4 2 1-1 ", "5 3 2-2 ",
            ])
        #expect((draft.placed, draft.unplaced) == (4, 1) && draft.problems.list.isEmpty)
    }

    @Test func `a timetable of activities places what the data names`() throws {
        let result = """
            \u{FEFF}<?xml version="1.0" encoding="UTF-8"?><Activities_Timetable>
            <Activity><Id>1</Id><Day>Вторник</Day><Hour>I-1</Hour><Room></Room></Activity>
            <Activity><Id>5</Id><Day></Day><Hour></Hour><Room></Room></Activity></Activities_Timetable>
            """
        let draft = try read(Self.data(), result)
        #expect(draft.cards.map(\.weekday) == [2, 2] && draft.cards[0].room == "214")
        #expect((draft.placed, draft.unplaced) == (1, 4))
        #expect(try read(result).problems.list.map(\.code) == ["fet_without_data"])
    }

    /// An activity at an hour, as the timetables of subgroups and teachers have it.
    private static func held(_ id: Int, _ hour: String, room: String = "") -> String {
        let place = room.isEmpty ? "" : "<Room name=\"\(room)\"></Room>"
        return """
            <Hour name="\(hour)"><Activity id="\(id)"></Activity><Subject name="x"></Subject>\(place)</Hour>
            """
    }

    @Test func `timetables of subgroups and of teachers place each activity at its first hour, once`() throws {
        let day = "<Day name=\"Вторник\">" + Self.held(1, "I-1", room: "305") + Self.held(1, "I-2", room: "305")
        let subgroups = """
            \u{FEFF}<?xml version="1.0" encoding="UTF-8"?><Students_Timetable>
            <Subgroup name="7А 1 Automatic Subgroup">\(day)\(Self.held(3, "II-1"))</Day></Subgroup>
            <Subgroup name="7А 2 Automatic Subgroup">\(day)\(Self.held(4, "II-1"))</Day></Subgroup></Students_Timetable>
            """
        let teachers = """
            <Teachers_Timetable><Teacher name="Ким Роза"><Day name="Среда"><Hour name="I-1">  </Hour>\
            \(Self.held(5, "I-2"))</Day></Teacher></Teachers_Timetable>
            """
        let draft = try read(Self.data(), subgroups, teachers)
        #expect(
            draft.cards.map { "\($0.lesson) \($0.weekday) \($0.period.shift)-\($0.period.number) \($0.room)" } == [
                "split:1 2 1-1 305", "split:1 2 1-2 305", "3 2 2-1 ", "4 2 2-1 ", "5 3 1-2 ",
            ])
        #expect((draft.placed, draft.unplaced) == (4, 1) && draft.problems.list.isEmpty)
    }

    @Test func `classes may be groups of a year that is a parallel`() throws {
        let students = """
            <Year><Name>7</Name><Group><Name>7А</Name><Subgroup><Name>7А 1</Name></Subgroup><Subgroup>\
            <Name>7А 2</Name></Subgroup></Group>
            <Group><Name>7Б</Name></Group></Year>
            """
        let draft = try read(Self.data(students: students))
        #expect(draft.classes.map(\.title) == ["7А", "7Б"] && draft.placed == 4)
        #expect(draft.groups.filter { !$0.isWholeClass }.map(\.classID) == ["7А", "7А"])
    }

    @Test func `a lesson of a whole parallel is one of all its classes`() throws {
        let students = "<Year><Name>7</Name><Group><Name>7А</Name></Group><Group><Name>7Б</Name></Group></Year>"
        let data = Self.data(students: students).replacing("<Students>7Б</Students>", with: "<Students>7</Students>")
        let lesson = try #require(try read(data).lessons.first { $0.id == "5" })
        #expect(lesson.groups == ["whole:7А", "whole:7Б"])
    }

    @Test func `hours that are times count from one, a wish of less than full weight is no place`() throws {
        let places = Self.place(1, "Пн", "08:55") + Self.place(5, "Пн", "08:00", weight: 95)
        let draft = try read(Self.data(days: ["Пн", "Вт"], hours: ["08:00", "08:55", "09:50"], constraints: places))
        #expect(draft.cards.map(\.period.number) == [2, 3] && draft.unplaced == 4)
    }

    @Test func `places outside the week and unknown students are told`() throws {
        let wrong = try read(
            Self.data(constraints: Self.place(1, "Понедельник", "II-2") + Self.place(5, "Июль", "I-1")))
        #expect(wrong.problems.list.map(\.code) == ["bad_lesson", "bad_lesson", "no_cards"])
        let unknown = try read(Self.data(students: "<Year><Name>7А</Name></Year>"))
        #expect(Set(unknown.problems.list.map(\.code)) == ["unknown_reference"])
        #expect(throws: SheetProblem.self) { try read("<fet>") }
        #expect(try read("<timetable/>").problems.list.map(\.code) == ["wrong_file"])
    }
}
