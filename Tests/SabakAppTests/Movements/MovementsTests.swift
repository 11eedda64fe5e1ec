import Store
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct MovementsTests {
    private let leaving = [
        ("day", "20.11.2026"), ("reason", "town"), ("place", "№ 3 мектеп"), ("town", "Ош"), ("order", "47-о"),
        ("orderDay", "19.11.2026"), ("document", "жеке иш 112"), ("documentDay", "2026-11-19"),
    ]

    private func lines(of student: Int64, in school: TestSchool) throws -> [String] {
        try school.read { connection in
            try Movement.of(student, school: school.store.id, in: connection).reversed().map { line in
                let state = line.isWithdrawn ? " withdrawn" : ""
                return "\(line.kind.rawValue) \(line.day) \(line.order.number)\(state)"
            }
        }
    }

    private func latest(of student: Int64, in school: TestSchool) throws -> Movement {
        try school.read { connection in
            try #require(
                try Movement.of(student, school: school.store.id, in: connection).first { !$0.isWithdrawn })
        }
    }

    private func enrolments(of student: Int64, in school: TestSchool) throws -> [String] {
        try school.read { connection in
            try connection.all(
                """
                SELECT group_id, from_day, to_day FROM enrolment
                WHERE school_id = \(school.store.id) AND student_id = \(student) ORDER BY from_day, group_id
                """
            ) { "\($0.integer(0)) \($0.text(1))/\($0.text(2))" }
        }
    }

    @Test func `whoever is put into a class stands in the book, numbered, with the order`() async throws {
        let school = try await TestSchool.make()
        let form = [
            ("surname", "Токтогулов"), ("given", "Айбек"), ("born", "12.05.2013"), ("class", "\(school.class7A)"),
            ("from", "23.11.2026"), ("order", "45-о"), ("orderDay", "20.11.2026"), ("place", "№ 12 мектеп"),
            ("town", "Талас"), ("document", "жеке иш 7"), ("then", "next"),
        ]
        let answer = await school.post("/students", form: form, as: .clerk)
        #expect(answer.status == 303)
        let next = answer.headers[.location] ?? ""
        #expect(next.contains("add=1") && next.contains("class=\(school.class7A)"))
        let page = await school.get(next, as: .clerk).text
        #expect(page.contains("<option value=\"\(school.class7A)\" selected>"))
        #expect(page.contains("value=\"45-о\"") && page.contains("id=\"surname\" name=\"surname\" type=\"text\""))
        let book = await school.get("/movements?kind=arrived", as: .clerk).text
        #expect(book.contains("Токтогулов Айбек") && book.contains("№ 45-о, 20.11.2026"))
        #expect(book.contains("№ 12 мектеп, Талас") && book.contains("12.05.2013"))
    }

    @Test func `a move between classes is one line and counts neither as coming nor as leaving`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        let form = [("class", "\(school.class8B)"), ("from", "2026-11-23"), ("order", "46-о")]
        #expect(await school.post("/students/\(student)/class", form: form, as: .clerk).status == 303)
        #expect(try lines(of: student, in: school) == ["arrive 2026-09-01 ", "move 2026-11-23 46-о"])
        let book = await school.get("/movements?kind=moved", as: .clerk).text
        #expect(book.contains("7А → 8Б"))
        #expect(!(await school.get("/movements?kind=left", as: .clerk).text.contains("Абдразаков")))
    }

    @Test func `a future move leaves the student in the class of today until its day`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        let form = [("class", "\(school.class8B)"), ("from", "2026-12-01")]
        _ = await school.post("/students/\(student)/class", form: form, as: .clerk)
        #expect(await school.get("/students?class=\(school.class7A)", as: .clerk).text.contains("Абдразаков"))
        #expect(!(await school.get("/students?class=\(school.class8B)", as: .clerk).text.contains("Абдразаков")))
        #expect(await school.get("/students/\(student)", as: .classTeacher).status == 200)
        school.clock.set("2026-12-01T09:00")
        #expect(await school.get("/students?class=\(school.class8B)", as: .clerk).text.contains("Абдразаков"))
        #expect(await school.get("/students/\(student)", as: .classTeacher).status == 404)
    }

    @Test func `an import of lists writes the book as the hand does`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            try roster.endEnrolment(of: student, in: school.class7A, to: "2026-11-19")
            try roster.enrol(student, in: school.class8B, from: "2026-11-20")
        }
        #expect(try lines(of: student, in: school) == ["arrive 2026-09-01 ", "move 2026-11-20 "])
    }

    @Test func `a class an import puts in from the first of September takes no leaving with it`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        try school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: school.app.ids)
            try roster.endEnrolment(of: student, in: school.class7A, to: "2026-11-19")
            try roster.enrol(student, in: school.class8B, from: "2026-09-01")
        }
        #expect(try lines(of: student, in: school).sorted() == ["arrive 2026-09-01 ", "move 2026-09-01 "])
    }

    @Test func `a leaver stands in both books with reason, place and paper`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        #expect(await school.post("/students/\(student)/leave", form: leaving, as: .clerk).status == 303)
        let book = await school.get("/movements?kind=left", as: .clerk).text
        #expect(book.contains("№ 47-о, 19.11.2026") && book.contains("№ 3 мектеп, Ош"))
        #expect(book.contains("переезд в другой город"))
        let alphabet = await school.get("/alphabet?q=%D0%B0%D0%B1%D0%B4%D1%80", as: .clerk).text
        #expect(alphabet.contains("20.11.2026, 7А, № 47-о") && alphabet.contains("жеке иш 112, 19.11.2026"))
        #expect(alphabet.contains("01.09.2026, 7А"))
    }

    @Test func `a leaver without a reason is not taken off the list`() async throws {
        let school = try await TestSchool.make()
        let form = leaving.filter { $0.0 != "reason" }
        let answer = await school.post("/students/\(school.students[0])/leave", form: form, as: .clerk)
        #expect(answer.status == 422)
        #expect(answer.text.contains("leave-reason-err") && answer.text.contains("value=\"№ 3 мектеп\""))
    }

    @Test func `who comes back is a return, not a new student, and keeps the number of the alphabetical book`()
        async throws
    {
        let school = try await TestSchool.make()
        let student = school.students[0]
        _ = await school.post("/students/\(student)/leave", form: leaving, as: .clerk)
        school.clock.set("2026-12-10T09:00")
        let form = [("class", "\(school.class7A)"), ("from", "2026-12-10"), ("order", "60-о"), ("town", "Ош")]
        #expect(await school.post("/students/\(student)/class", form: form, as: .clerk).status == 303)
        #expect(
            try lines(of: student, in: school) == [
                "arrive 2026-09-01 ", "leave 2026-11-20 47-о", "return 2026-12-10 60-о",
            ])
        let alphabet = await school.get("/alphabet", as: .clerk).text
        #expect(alphabet.components(separatedBy: "Абдразаков").count == 2)
        #expect(alphabet.contains("вернулся(ась)"))
    }

    @Test func `who was to leave and moves to another class before that day does not leave`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        let later = leaving.map { $0.0 == "day" ? ("day", "2026-12-30") : $0 }
        _ = await school.post("/students/\(student)/leave", form: later, as: .clerk)
        let form = [("class", "\(school.class8B)"), ("from", "2026-12-01")]
        #expect(await school.post("/students/\(student)/class", form: form, as: .clerk).status == 303)
        #expect(
            try lines(of: student, in: school).sorted() == [
                "arrive 2026-09-01 ", "leave 2026-12-30 47-о withdrawn", "move 2026-12-01 ",
            ])
        #expect(
            try enrolments(of: student, in: school) == [
                "\(school.class7A) 2026-09-01/2026-11-30", "\(school.class8B) 2026-12-01/9999-12-31",
            ])
    }

    @Test func `a wrong order is corrected, and the wrong line stays to be read`() async throws {
        let school = try await TestSchool.make()
        let student = school.students[0]
        _ = await school.post("/students/\(student)/leave", form: leaving, as: .clerk)
        let line = try latest(of: student, in: school)
        let form = leaving.map { $0.0 == "order" ? ("order", "48-о") : $0.0 == "day" ? ("day", "2026-11-24") : $0 }
        let address = "/movements/\(line.year)/\(line.number)"
        #expect(await school.post(address, form: form, as: .clerk).status == 303)
        #expect(
            try lines(of: student, in: school).sorted() == [
                "arrive 2026-09-01 ", "leave 2026-11-20 47-о withdrawn", "leave 2026-11-24 48-о",
            ])
        #expect(try enrolments(of: student, in: school) == ["\(school.class7A) 2026-09-01/2026-11-24"])
        let book = await school.get("/movements", as: .clerk).text
        #expect(book.contains("исправлено другой записью"))
        #expect(await school.post(address, form: form, as: .clerk).status == 409)
    }

    @Test func `a leaving entered by mistake is withdrawn with a reason, and the student is in the class again`()
        async throws
    {
        let school = try await TestSchool.make()
        let student = school.students[0]
        _ = await school.post("/students/\(student)/leave", form: leaving, as: .clerk)
        let line = try latest(of: student, in: school)
        let address = "/movements/\(line.year)/\(line.number)/withdraw"
        #expect(await school.post(address, as: .clerk).status == 422)
        #expect(await school.post(address, form: [("why", "не тот ученик")], as: .clerk).status == 303)
        #expect(try enrolments(of: student, in: school) == ["\(school.class7A) 2026-09-01/9999-12-31"])
        #expect(await school.get("/movements", as: .clerk).text.contains("отменено: не тот ученик"))
    }

    @Test func `a move with marks after it cannot be withdrawn, one without can`() async throws {
        let school = try await TestSchool.make()
        let (moved, other) = (school.students[0], school.students[2])
        let form = [("class", "\(school.class8B)"), ("from", "2026-11-16")]
        for student in [moved, other] {
            _ = await school.post("/students/\(student)/class", form: form, as: .clerk)
        }
        let lesson = school.lesson(school.geography, "2026-11-19")
        let entry = #"{"entries":[{"lesson":"\#(lesson)","student":"\#(moved)","set":"5","version":0}]}"#
        let marked = await school.api(
            .post, "/api/v1/pages/\(school.geography)/entries", json: entry, as: .otherTeacher,
            headers: [.init("Idempotency-Key")!: "k1"])
        #expect(marked.status == 200)
        for (student, status) in [(moved, 409), (other, 303)] {
            let line = try latest(of: student, in: school)
            let address = "/movements/\(line.year)/\(line.number)/withdraw"
            #expect(await school.post(address, form: [("why", "ката")], as: .clerk).status == status)
        }
        #expect(try enrolments(of: other, in: school) == ["\(school.class7A) 2026-09-01/9999-12-31"])
    }

    @Test func `the totals of the page equal a count by hand`() async throws {
        let school = try await TestSchool.make(students: 10)
        // 7А: ten from the first of September; one moves to 8Б, one leaves, one comes. 8Б had two.
        let move = [("class", "\(school.class8B)"), ("from", "2026-11-20")]
        _ = await school.post("/students/\(school.students[5])/class", form: move, as: .clerk)
        _ = await school.post("/students/\(school.students[6])/leave", form: leaving, as: .clerk)
        let new = [
            ("surname", "Жаңы"), ("given", "Окуучу"), ("class", "\(school.class7A)"), ("from", "2026-11-18"),
        ]
        _ = await school.post("/students", form: new, as: .clerk)
        let table = try school.read { connection in
            let stays = try connection.all(
                """
                SELECT student_id, group_id, from_day, to_day FROM enrolment
                WHERE school_id = \(school.store.id) ORDER BY student_id, from_day
                """
            ) {
                ClassStay(student: $0.integer(0), classID: $0.integer(1), from: Day($0.text(2))!, to: Day($0.text(3))!)
            }
            return MovementCount.byClass(stays, from: Day("2026-09-01")!, to: Day("2027-05-01")!, isFirst: true)
        }
        #expect(table[school.class7A].map(MovementTotalsPage.numbers) == [10, 1, 0, 1, 1, 9])
        #expect(table[school.class8B].map(MovementTotalsPage.numbers) == [2, 0, 1, 0, 0, 3])
        let page = await school.get("/movements/totals", as: .clerk).text
        func row(_ name: String, _ numbers: [Int]) -> String {
            "<th scope=\"row\">\(name)</th>" + numbers.map { "<td class=\"num\">\($0)</td>" }.joined()
        }
        #expect(page.contains(row("7А", [10, 1, 0, 1, 1, 9])))
        #expect(page.contains(row("8Б", [2, 0, 1, 0, 0, 3])))
        #expect(page.contains(row("По школе", [12, 1, 1, 1, 1, 12])))
        let first = await school.get("/movements/totals?term=quarter-1", as: .clerk).text
        #expect(first.contains(row("7А", [10, 0, 0, 0, 0, 10])))
    }

    @Test func `a move on the last day of the year is within the year and its last terms`() async throws {
        let school = try await TestSchool.make(students: 10)
        let last = try school.read { connection in
            try connection.first("SELECT max(to_day) FROM term WHERE school_id = \(school.store.id)") { $0.text(0) }
        }
        let move = [("class", "\(school.class8B)"), ("from", try #require(last))]
        #expect(await school.post("/students/\(school.students[5])/class", form: move, as: .clerk).status == 303)
        for address in ["", "?term=quarter-4"] {
            let page = await school.get("/movements/totals\(address)", as: .clerk).text
            let row = [12, 0, 1, 0, 1, 12].map { "<td class=\"num\">\($0)</td>" }.joined()
            #expect(page.contains("<th scope=\"row\">По школе</th>" + row), "\(address)")
        }
    }

    @Test func `every book goes out as a workbook, also to the class teacher for the own class`() async throws {
        let school = try await TestSchool.make()
        for address in ["/movements.xlsx", "/movements/totals.xlsx", "/alphabet.xlsx", "/staff.xlsx"] {
            let file = await school.get(address, as: .clerk)
            #expect(file.status == 200 && file.text.hasPrefix("PK"), "\(address)")
        }
        #expect(await school.get("/staff.xlsx", as: .classTeacher).status == 404)
        let own = await school.get("/movements", as: .classTeacher).text
        #expect(own.contains("Абдразаков") && !own.contains("Садыкова Алина"))
        #expect(!own.contains("href=\"/movements/2026/1\""))
        #expect(await school.get("/movements/2026/1", as: .classTeacher).status == 403)
        #expect(await school.get("/movements", as: .teacher).status == 403)
    }

    @Test func `every student has a number of the alphabetical book, in the order of coming`() async throws {
        let school = try await TestSchool.make()
        let books = try school.read { connection in
            try connection.all(
                """
                SELECT number, book FROM movement WHERE school_id = \(school.store.id) AND kind = 'arrive'
                ORDER BY number
                """
            ) { ($0.int(0), $0.int(1)) }
        }
        #expect(books.map(\.0) == Array(1...7))
        #expect(books.map(\.1) == Array(1...7))
    }

    @Test func `a leaver reads the diary afterwards only if the school has set it so`() async throws {
        let school = try await TestSchool.make()
        let student = school.id(.student)
        func setReading(_ value: String) throws {
            try school.write { writing in
                _ = try writing.connection.run(
                    """
                    UPDATE setting SET value = \(value) WHERE school_id = \(writing.school) AND name = 'leavers.read'
                    """)
            }
        }
        try setReading("1")
        _ = await school.post("/students/\(student)/leave", form: leaving, as: .clerk)
        #expect(await school.get("/diary/\(student)", as: .student).status == 200)
        school.clock.set("2026-11-21T09:00")
        #expect(await school.get("/diary/\(student)", as: .student).status == 200)
        try setReading("0")
        #expect(await school.get("/diary/\(student)", as: .student).headers[.location]?.hasPrefix("/sign-in") == true)
        #expect(await school.get("/diary/\(student)", as: .mother).status == 404)
        #expect(await school.get("/diary/\(school.brother)", as: .mother).status == 200)
        let pages = await school.get("/pages/\(school.algebra)?term=2", as: .teacher).text
        #expect(pages.contains("Асанова"))
    }
}
