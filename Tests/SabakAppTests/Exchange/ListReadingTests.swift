import Testing

@testable import SabakApp
@testable import SchoolRules

struct ListReadingTests {
    @Test(arguments: [
        ("2015-03-01", "2015-03-01"), ("1.3.2015", "2015-03-01"), ("01/03/2015", "2015-03-01"),
        ("2015-03-01 00:00", "2015-03-01"),
    ])
    func `a date is read as lists write it`(text: String, day: String) {
        #expect(ListValues.day(text)?.description == day)
    }

    @Test(arguments: ["01.03.15", "31.02.2015", "март", "2015"]) func `what is no whole date is refused`(text: String) {
        #expect(ListValues.day(text) == nil)
    }

    @Test(arguments: [
        ("Дүйшөмбү", 1), ("пн", 1), ("Сейсенбі", 2), ("ср.", 3), ("Бейшемби", 4), ("Fri", 5), ("6", 6), ("Жекшемби", 7),
    ])
    func `days of the week are known in four languages`(text: String, weekday: Int) {
        #expect(ListValues.weekday(text) == weekday)
    }

    @Test(arguments: [("ж", "f"), ("Кыз", "f"), ("қыз", "f"), ("М", "m"), ("эркек", "m"), ("Ұл", "m")])
    func `sex is known in three languages`(text: String, sex: String) {
        #expect(ListValues.sex(text) == sex)
    }

    @Test(arguments: [("3", 300), ("0,5", 50), ("1.25", 125)]) func `hours are decimals`(text: String, hundredths: Int)
    {
        #expect(ListValues.hours(text) == hundredths)
    }

    @Test(arguments: ["0", "-1", "61", "1,234", "x"]) func `hours out of reason are refused`(text: String) {
        #expect(ListValues.hours(text) == nil)
    }

    @Test(arguments: [("", "every"), ("А", "odd"), ("B", "even"), ("Б", "even"), ("чётная", "even"), ("жуп", "even")])
    func `A and B weeks are known by their names`(text: String, parity: String) {
        #expect(ListValues.parity(text)?.rawValue == parity)
    }

    @Test func `a parent's telephone is parted from the name`() {
        #expect(ListValues.nameAndPhone("Асанова Гүлжан, +996 555 12-34-56") == ("Асанова Гүлжан", "+996 555 12-34-56"))
        #expect(ListValues.nameAndPhone("Асанова Гүлжан") == ("Асанова Гүлжан", ""))
    }

    @Test(arguments: [
        ("Аты-жөнү", ListKind.students, ListColumn.fullName), ("Сынып", .students, .schoolClass),
        ("Ф.И.О.", .staff, .fullName), ("ТУУЛГАН КҮНҮ", .students, .birthDay), ("Сабак", .timetable, .subject),
        ("Сабак №", .timetable, .lesson), ("№ урока", .timetable, .lesson), ("Жума", .timetable, .week),
        ("Часов в неделю", .load, .hours), ("Үй тапшырма", .plan, .homework), ("№", .plan, .ordinal),
    ])
    func `a header means a column, whatever its case and signs`(header: String, kind: ListKind, column: ListColumn) {
        #expect(ListColumn.named(header, in: kind) == column)
    }

    @Test(arguments: ListKind.allCases) func `no header of a list means two columns`(kind: ListKind) {
        for column in kind.columns where column != .ordinal {
            for header in column.headers where ListColumn.named(header, in: kind) != column {
                Issue.record("\(header) of \(column) reads as \(ListColumn.named(header, in: kind)?.rawValue ?? "-")")
            }
        }
    }
}
