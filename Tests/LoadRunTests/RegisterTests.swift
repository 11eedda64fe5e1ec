import Testing

@testable import sabak_load

@Suite struct RegisterTests {
    private func register() throws -> Register {
        let sheet = """
            {"students":[{"id":"s1","from":"2026-09-01","to":null},{"id":"s2","from":"2026-09-01","to":"2026-10-01"}],
            "lessons":[{"id":"l1","date":"2026-11-18","state":"complete","mayWrite":true,"version":4},
            {"id":"l2","date":"2026-11-19","state":"due","mayWrite":true,"version":1},
            {"id":"l3","date":"2026-11-25","state":"planned","mayWrite":true,"version":0},
            {"id":"l4","date":"2026-11-17","state":"complete","mayWrite":false,"version":2}],
            "cells":[{"lesson":"l1","student":"s1","marks":[{"value":"5"}],"version":3}]}
            """
        return Register(page: "p", try Answers.read(Answers.Sheet.self, Array(sheet.utf8)))
    }

    @Test func `only begun lessons that may be written and students who are there make cells`() throws {
        var register = try register()
        let taken = [register.takeCell(0), register.takeCell(0)].compactMap { $0?.cell }
        #expect(taken.map(\.lesson) == ["l1", "l2"] && taken.allSatisfy { $0.student == "s1" })
        #expect(taken.map(\.version) == [3, 0])
        let more = register.takeCell(0)
        #expect(more == nil)
    }

    @Test func `a page gets marks such as it has, and one without marks only absences`() throws {
        #expect(try Set(register().wishes) == ["5", "н", ""])
        let empty = Answers.Sheet(students: [], lessons: [], cells: [])
        #expect(Register(page: "p", empty).wishes == ["н", ""])
    }

    @Test func `a cell given back is written again on the version that was answered`() throws {
        var register = try register()
        let first = register.takeCell(0)
        register.giveBack(cell: try #require(first).place, version: 4)
        let again = register.takeCell(0)
        #expect(again?.cell.lesson == "l1" && again?.cell.version == 4)
    }

    @Test func `a lesson whose version nobody knows is not written again`() throws {
        var register = try register()
        let first = register.takeLesson(0)
        register.giveBack(lesson: try #require(first).place, version: nil)
        let others = [register.takeLesson(0), register.takeLesson(0)]
        #expect(others.map { $0?.lesson.id } == ["l2", nil])
    }

    @Test func `weeks are counted as the ISO calendar does, over a new year too`() throws {
        let weeks = try Weeks(today: "2027-01-08")
        #expect(weeks.weeks.prefix(3) == ["2027-W01", "2026-W53", "2026-W52"])
        #expect(weeks.yesterday == "2027-01-07")
        #expect(throws: Complaint.self) { try Weeks(today: "soon") }
    }

    @Test func `no other computer is asked, and bounds are kept`() throws {
        let right = ["--cast", "c.json", "--port", "8080"]
        #expect(try Options(right + ["--host", "127.0.0.1", "--schools", "100"]).schools == 100)
        #expect(throws: Complaint.self) { try Options(right + ["--host", "example.org"]) }
        #expect(throws: Complaint.self) { try Options(right + ["--reads", "1000000"]) }
        #expect(throws: Complaint.self) { try Options(right + ["--seconds", "1e9"]) }
        #expect(throws: Complaint.self) { try Options(["--port", "8080"]) }
    }
}
