import Sheets
import Testing

@testable import SabakApp
@testable import SchoolRules

struct MessyListTests {
    private let today = Day(year: 2026, month: 11, day: 20)!

    private func table(_ name: String, _ lines: [String], merged: [SheetRange] = []) -> SheetTable {
        let rows = lines.enumerated().compactMap { index, line -> SheetRow? in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { text in
                text.isEmpty ? Sheets.SheetCell.empty : Sheets.SheetCell(String(text))
            }
            return cells.allSatisfy { $0.kind == .empty } ? nil : SheetRow(number: index + 1, cells: cells)
        }
        return SheetTable(name: name, rows: rows, merged: merged)
    }

    private func merge(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> SheetRange {
        SheetRange(
            firstRow: rows.lowerBound, firstColumn: columns.lowerBound, lastRow: rows.upperBound,
            lastColumn: columns.upperBound)
    }

    private func people(
        _ tables: [SheetTable], _ kind: ListKind = .students, country: Country = .KG
    ) -> (people: [String], codes: [String]) {
        let reading = ListReading(tables, named: "list.xlsx", kind: kind)
        let found = PersonReading(kind: kind, country: country, today: today).people(in: reading)
        let names = found.people.map { ($0.schoolClass.map { $0.compact + " " } ?? "") + $0.name.full }
        return (names, (reading.problems.list + found.problems.list).map(\.code))
    }

    // MARK: Rows that are no people

    @Test func `titles above, counted columns, totals and signatures below are no pupils`() {
        let (names, codes) = people([
            table(
                "Лист1",
                [
                    "СШ № 5 Г. ОШ", "Список учащихся на 1 сентября 2026 г.", "", "№|ФИО|Класс|Дата рождения", "1|2|3|4",
                    "1|Асанов Улан|5А|01.03.2015", "2|Ким Вера|5А|02.04.2015", "|Итого: 2", "Всего||2", "Барыгы:|2", "",
                    "Директор __________ Осмонов Т.", "Кл. рук.: Асанова Г. Т.", "|М. П.",
                ])
        ])
        #expect(names == ["5А Асанов Улан", "5А Ким Вера"])
        #expect(codes == Array(repeating: "row_left_out", count: 6))
    }

    @Test func `the header comes again on each page and in another order`() {
        let (names, codes) = people([
            table(
                "Лист1",
                [
                    "№|ФИО|Класс", "1|Асанов Улан|5А", "№|ФИО|Класс", "2|Ким Вера|5А", "№|Класс|ФИО", "1|5Б|Усенов Бек",
                ])
        ])
        #expect(names == ["5А Асанов Улан", "5А Ким Вера", "5Б Усенов Бек"])
        #expect(codes.isEmpty)
    }

    // MARK: Classes

    @Test func `each sheet is a class, and a sheet without a list is left out`() {
        let (names, codes) = people([
            table("Инструкция", ["Заполните списки классов", "Не меняйте столбцы"]),
            table("5-А класс", ["№|Аты-жөнү", "1|Асанов Улан"]), table("5Б", ["№|Аты-жөнү", "1|Ким Вера"]),
        ])
        #expect(names == ["5А Асанов Улан", "5Б Ким Вера"])
        #expect(codes == ["sheet_left_out"])
    }

    @Test func `a title between the rows names the class of those below`() {
        let (names, codes) = people([
            table(
                "Лист1",
                [
                    "Тегі|Аты", "5 «А» сыныбы", "Асанов|Улан", "Ким|Вера", "5 «Ә» сыныбы", "Тегі|Аты", "Усенов|Бек",
                ], merged: [merge(2...2, 1...2), merge(5...5, 1...2)])
        ])
        #expect(names == ["5А Асанов Улан", "5А Ким Вера", "5Ә Усенов Бек"])
        #expect(codes.isEmpty)
    }

    @Test func `a class merged over its pupils is the class of each`() {
        let (names, codes) = people([
            table(
                "Лист1", ["Класс|ФИО", "5А|Асанов Улан", "|Ким Вера", "5Б|Усенов Бек"], merged: [merge(2...3, 1...1)])
        ])
        #expect(names == ["5А Асанов Улан", "5А Ким Вера", "5Б Усенов Бек"])
        #expect(codes.isEmpty)
    }

    @Test func `the title above the header names the class of a list without that column`() {
        let (names, _) = people([table("Лист1", ["7-Б классынын тизмеси", "№|Аты-жөнү", "1|Асанов Улан"])])
        #expect(names == ["7Б Асанов Улан"])
    }

    // MARK: The header

    @Test func `a header of two rows names parents and what is asked of them`() throws {
        let list = table(
            "Лист1",
            [
                "№|ФИО|Класс|Мать||Отец|", "|||ФИО|Телефон|ФИО|Телефон",
                "1|Асанов Улан|5А|Асанова Гүл|0555112233|Асанов Т|",
            ],
            merged: [
                merge(1...2, 1...1), merge(1...2, 2...2), merge(1...2, 3...3), merge(1...1, 4...5), merge(1...1, 6...7),
            ])
        let reading = ListReading([list], named: "x", kind: .students)
        let sheet = try #require(reading.sheets.first)
        #expect(
            sheet.guesses.map(\.column) == [
                .ordinal, .fullName, .schoolClass, .mother, .motherPhone, .father, .fatherPhone,
            ])
        #expect(sheet.rows.count == 1 && sheet.headerRow == 2)
        var problems = ImportProblems()
        let person = PersonReading(kind: .students, country: .KG, today: today).person(sheet.rows[0], &problems)
        #expect(person?.guardians.map(\.relation) == ["mother", "father"])
        #expect(person?.guardians.map(\.phone) == ["+996 555 112 233", ""])
    }

    @Test func `letters split in two code points are composed`() {
        let (names, codes) = people([table("Лист1", ["ФИО|Класс", "Айтиеви\u{306} Улан|5и\u{306}"])])
        #expect(names == ["5Й Айтиевй Улан"])
        #expect(names.joined().unicodeScalars.allSatisfy { $0 != "\u{306}" } && codes.isEmpty)
    }

    // MARK: Cells

    @Test func `numbers that lost digits are refused and never kept`() {
        let cells: [(Sheets.SheetCell, String)] = [
            (SheetCell("20503201512345", kind: .number, stored: "2.0503201512345E13"), ""),
            (SheetCell("20503201512345", kind: .number), ""), (SheetCell("20503201512345.0"), ""),
            (SheetCell("'20503201512345"), ""), (SheetCell("2,05E+13"), "scientific_number"),
            (SheetCell("20500000000000", kind: .number, stored: "2.05E+13"), "scientific_number"),
            (SheetCell("20503201500000", kind: .number, stored: "2.05032015E+13"), "bad"),
            (SheetCell("12345"), "bad_pin"),
        ]
        for (cell, code) in cells where code != "bad" {
            let header = SheetRow(number: 1, cells: [SheetCell("ФИО"), SheetCell("Класс"), SheetCell("ПИН")])
            let row = SheetRow(number: 2, cells: [SheetCell("Асанов Улан"), SheetCell("5А"), cell])
            let reading = ListReading([SheetTable(name: "x", rows: [header, row])], named: "x", kind: .students)
            let found = PersonReading(kind: .students, country: .KG, today: today).people(in: reading)
            #expect(found.problems.list.map(\.code) == (code.isEmpty ? [] : [code]), "\(cell)")
            #expect(found.people[0].nationalID == (code.isEmpty ? "20503201512345" : ""), "\(cell)")
        }
    }

    @Test func `a number of Kazakhstan gets its zeros back, a wrong one is told`() {
        let lines = [
            "ФИО|Класс|ИИН|Туған күні", "Асан Ерлан|5А|50301500127|01.03.2005", "Ким Вера|5А|150402600123|03.04.2015",
        ]
        let (_, codes) = people([table("x", lines)], country: .KZ)
        #expect(codes == ["zeros_restored", "doubtful_pin"])
    }

    @Test func `formulas that came to nothing are told by row and column`() {
        var list = table("x", ["ФИО|Класс|Телефон", "Асанов Улан|5А|#Н/Д"])
        list.rows.append(SheetRow(number: 3, cells: [SheetCell("", kind: .error, stored: "#REF!"), SheetCell("5А")]))
        let reading = ListReading([list], named: "x", kind: .students)
        #expect(
            reading.problems.list.map { "\($0.code) \($0.place.row ?? 0) \($0.place.column ?? "")" } == [
                "broken_formula 2 Телефон", "broken_formula 3 ФИО",
            ])
    }

    @Test func `sheets whose days begin in 1904 are read by their own calendar`() {
        var list = table("x", ["ФИО|Класс|Дата рождения"])
        list.startsIn1904 = true
        list.rows.append(
            SheetRow(number: 2, cells: [SheetCell("Асанов Улан"), SheetCell("5А"), SheetCell("40602", kind: .number)]))
        let reading = ListReading([list], named: "x", kind: .students)
        let found = PersonReading(kind: .students, country: .KG, today: today).people(in: reading)
        #expect(found.people.first?.birthDay?.description == "2015-03-01" && found.problems.list.isEmpty)
    }

    @Test func `every problem has its place and words in four languages`() {
        let (_, codes) = people([
            table(
                "x", ["ФИО|Класс|Пол|Дата рождения|Телефон", "Acaн Улан (инд.)|5 ж|x|31.02.2015|66-12-34; 0555112233"])
        ])
        #expect(codes == ["remark_in_name", "mixed_letters", "second_phone", "bad_phone", "bad_date", "bad_sex"])
        let faults: [ImportFault] = [
            .sheetLeftOut, .brokenFormula, .rowLeftOut("a"), .mixedLetters("a", "b"), .remarkInName("a"), .oddAge("a"),
            .digitsInName("a"), .onlyInitials("a"), .classBecameDate("a"), .zerosRestored("a", "b"), .badPhone("a"),
            .secondPhone("a"), .numberTwice("a", 1), .numberOfAnother("a"), .doublePerson("a", 1),
            .lookAlikeRow("a", 1),
            .lookAlikePerson("a", "b"), .notInList("a", ["b"]), .doubtfulNumber("1", .checkDigit),
        ]
        for fault in faults {
            let words = Set([fault.text.ky, fault.text.ru, fault.text.kk, fault.text.en])
            #expect(words.count == 4 && !words.contains(""), "\(fault.code)")
        }
    }

    // MARK: Grids

    @Test func `a timetable drawn as a grid becomes one row a lesson`() {
        let list = table(
            "Расписание",
            [
                "Расписание уроков", "День|Урок|5А|Каб|5Б", "Понедельник|1|Алгебра|214|Физика (12)", "|2|Химия||—",
                "Вторник|1|Англ. яз./Информ.||Биология\nАсанова Г.\n7",
            ], merged: [merge(3...4, 1...1)])
        let reading = ListReading([list], named: "x", kind: .timetable)
        let rows = reading.sheets.flatMap(\.rows).map { row in
            [ListColumn.schoolClass, .weekday, .lesson, .subject, .teacher, .room].map { row[$0] }.joined(
                separator: "|")
        }
        #expect(
            rows == [
                "5А|Понедельник|1|Алгебра||214", "5Б|Понедельник|1|Физика||12", "5А|Понедельник|2|Химия||",
                "5А|Вторник|1|Англ. яз.||", "5А|Вторник|1|Информ.||", "5Б|Вторник|1|Биология|Асанова Г.|7",
            ])
        #expect(reading.problems.list.isEmpty)
    }

    @Test func `a load list drawn as a grid becomes one row a page`() {
        let list = table(
            "Тарификация",
            [
                "ФИО учителя|Предмет|5А|5Б|Всего", "Асанова Г.|Алгебра|3|3|6", "|Геометрия|2||2", "Ким В.|Химия||2|2",
                "Итого||5|5|10",
            ])
        let rows = ListReading([list], named: "x", kind: .load).sheets.flatMap(\.rows).map { row in
            [ListColumn.schoolClass, .subject, .teacher, .hours].map { row[$0] }.joined(separator: "|")
        }
        #expect(
            rows == [
                "5А|Алгебра|Асанова Г.|3", "5Б|Алгебра|Асанова Г.|3", "5А|Геометрия|Асанова Г.|2", "5Б|Химия|Ким В.|2",
            ])
    }

    @Test func `parts of a plan stand in rows of their own`() {
        let list = table(
            "7 класс",
            ["№|Тема|Часы", "Сандар", "1|Натуралдык сандар|1", "Туюнтмалар", "2|Тамгалуу туюнтмалар|2", "|Итого|3"],
            merged: [merge(2...2, 1...3), merge(4...4, 1...3)])
        let rows = ListReading([list], named: "x", kind: .plan).sheets.flatMap(\.rows)
        #expect(
            rows.map { $0[.section] + ": " + $0[.topic] } == [
                "Сандар: Натуралдык сандар", "Туюнтмалар: Тамгалуу туюнтмалар",
            ])
    }
}
