import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct AbsenceNoticeTests {
    private func announce(_ world: DiaryWorld, _ form: [(String, String)], as person: TestSchool.Person = .mother)
        async -> TestAnswer
    {
        await world.school.post("/diary/\(world.child)/absence", form: form, as: person)
    }

    private func notices(_ world: DiaryWorld) throws -> [String] {
        try world.school.read { connection in
            try connection.all(
                """
                SELECT category, from_day, to_day, content, withdrawn_at FROM absence_notice
                WHERE school_id = \(world.school.store.id) ORDER BY at, id
                """
            ) { row in
                let state = row.bool(4) ? "withdrawn" : "open"
                return "\(row.text(0)) \(row.text(1))/\(row.text(2)) \(row.text(3)) \(state)"
            }
        }
    }

    @Test func `a parent announces that the child is ill today, and can take it back`() async throws {
        let world = try await DiaryWorld.make()
        let form = [("day", world.today), ("reason", "ill"), ("words", "Температура")]
        #expect(await announce(world, form).headers[.location] == "/diary/\(world.child)/absence?note=sent")
        _ = await announce(world, form)
        #expect(try notices(world) == ["ill 2026-11-20/2026-11-20 Температура open"], "sent twice is one")
        #expect(await world.page().text.contains("Школе сообщено: болеет"))
        let id = try world.count("SELECT id FROM absence_notice WHERE school_id = \(world.school.store.id)")
        let back = await world.school.post("/diary/\(world.child)/absence/\(id)/withdraw", as: .mother)
        #expect(back.status == 303)
        #expect(try notices(world) == ["ill 2026-11-20/2026-11-20 Температура withdrawn"])
        let again = await world.school.post("/diary/\(world.child)/absence/\(id)/withdraw", as: .mother)
        #expect(again.status == 404)
        let actions = try world.school.read { connection in
            try connection.all(
                """
                SELECT action FROM audit
                WHERE school_id = \(world.school.store.id) AND action LIKE 'absence.%' ORDER BY seq
                """
            ) { $0.text(0) }
        }
        #expect(actions == ["absence.announce", "absence.withdraw"])
    }

    @Test func `several days can be announced`() async throws {
        let world = try await DiaryWorld.make()
        let form = [("day", "other"), ("from", "2026-11-23"), ("to", "2026-11-25"), ("reason", "excused")]
        #expect(await announce(world, form).status == 303)
        #expect(try notices(world) == ["excused 2026-11-23/2026-11-25  open"])
    }

    @Test(arguments: [
        [("day", "2026-11-19"), ("reason", "ill")], [("day", "other"), ("from", ""), ("reason", "ill")],
        [("day", "other"), ("from", "2026-11-25"), ("to", "2026-11-23"), ("reason", "ill")],
        [("day", "other"), ("from", "2026-11-25"), ("to", "2027-11-23"), ("reason", "ill")],
        [("day", "2026-11-20"), ("reason", "unexcused")],
    ])
    func `a past day, a wrong span or an unknown reason is refused and what was typed stays`(
        form: [(String, String)]
    ) async throws {
        let world = try await DiaryWorld.make()
        let answer = await announce(world, form + [("words", "Слова остаются")])
        #expect(answer.status == 422)
        #expect(answer.text.contains(#"role="alert""#) && answer.text.contains("Слова остаются"))
        #expect(try notices(world).isEmpty)
    }

    @Test func `a student sees what was announced but no form, and announces nothing`() async throws {
        let world = try await DiaryWorld.make()
        let form = [("day", world.today), ("reason", "ill")]
        _ = await announce(world, form)
        let page = await world.page("/absence", as: .student)
        #expect(page.status == 200 && page.text.contains("Болеет"))
        #expect(!page.text.contains(#"name="reason""#))
        #expect(await announce(world, form, as: .student).status == 403)
        #expect(await announce(world, form, as: .otherFather).status == 404)
        #expect(await announce(world, form, as: .classTeacher).status == 404)
        #expect(try notices(world).count == 1)
    }
}
