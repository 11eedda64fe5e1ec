import Store
import Synchronization
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

/// What a person sees of a list before it is written, and that nobody waits for it.
@Suite struct ImportPreviewTests {
    private func world() async throws -> ImportDeskWorld { ImportDeskWorld(school: try await TestSchool.make()) }

    private func rows(_ page: String) -> [String] {
        page.matches(of: /<tr[^>]*>(.*?)<\/tr>/.dotMatchesNewlines()).map { row in
            String(row.1).replacing(/<[^>]+>/, with: "|").split(separator: "|").joined(separator: "|")
        }
    }

    @Test func `a load list shows each row with the names of the school, and what it changes`() async throws {
        let world = try await world()
        let list = """
            Сынып;Пән;Мұғалім;Сағат
            7-А;алгебра;Осмонова Г.;2,5
            7А;Физика;Осмонова;2
            8Б;География;Токтосунова Н. Ж.;1
            """
        let address = try await world.upload(.load, list, as: .deputy)
        try await world.check(address, as: .deputy)
        let page = await world.school.get(address, as: .deputy).text
        let shown = rows(page)
        #expect(shown.contains { $0.contains("2|7А|Алгебра|Осмонова Гүлнара Таалайевна|2,5|") }, "\(shown)")
        #expect(shown.contains { $0.contains("3|7А|Физика|Осмонова Гүлнара Таалайевна|2|новое") }, "\(shown)")
        #expect(shown.contains { $0.contains("4|8Б|География|Токтосунова Назгүл Жаныбековна|1|новое") }, "\(shown)")
        #expect(page.contains("class=\"gone\""), "the teacher whom the list does not name any more ends")
        #expect(page.contains("прекратится: 1"))
    }

    @Test func `a timetable shows its week, and what of the present one ends`() async throws {
        let world = try await world()
        let first = "Класс;День;Урок;Предмет;Каб\n7А;пн;3;Алгебра;214\n8Б;вт;2;География;5\n"
        _ = try await world.bring(.timetable, Array(first.utf8), as: .deputy)
        let second = "Класс;День;Урок;Предмет;Каб\n7А;пн;3;Алгебра;214\n7А;дш;4;Алгебра;214\n"
        let address = try await world.upload(.timetable, Array(second.utf8), day: "2026-12-07", as: .deputy)
        try await world.check(address, as: .deputy)
        let page = await world.school.get(address, as: .deputy).text
        let shown = rows(page)
        #expect(shown.contains { $0.contains("2|7А|Алгебра|") && $0.hasSuffix("214|так и сейчас") }, "\(shown)")
        #expect(shown.contains { $0.contains("3|7А|Алгебра|") && $0.contains("понедельник|4|214|новое") }, "\(shown)")
        #expect(shown.contains { $0.contains("8Б|География") && $0.hasSuffix("5|прекратится") }, "\(shown)")
        let school = world.school.store.id
        #expect(
            try world.count(
                "SELECT count(*) FROM timetable_version WHERE school_id = \(school) AND from_day = '2026-12-07'") == 0)
    }

    @Test func `a plan shows its topics`() async throws {
        let world = try await world()
        let list = "Предмет;Параллель;Тема;Часы;Домашнее задание\nАлгебра;7;Дроби;2;§ 4\n"
        let address = try await world.upload(.plan, list, as: .teacher)
        try await world.check(address, as: .teacher)
        let shown = rows(await world.school.get(address, as: .teacher).text)
        #expect(shown.contains { $0.contains("Дроби|§ 4") || $0.contains("Дроби") && $0.contains("§ 4") }, "\(shown)")
    }

    @Test func `of a long list the first rows are shown, and how many there are is said`() async throws {
        let world = try await world()
        let topics = (1...301).map { "Алгебра;7;Тема \($0);1\n" }.joined()
        let address = try await world.upload(.plan, "Предмет;Параллель;Тема;Часы\n" + topics, as: .teacher)
        try await world.check(address, as: .teacher)
        let page = await world.school.get(address, as: .teacher).text
        #expect(page.contains("Показаны первые 300 из 301 строк"))
        #expect(page.contains("Тема 300<") && !page.contains("Тема 301<"))
    }

    @Test func `an agreement that is sent twice brings the list once`() async throws {
        let world = try await world()
        let address = try await world.upload(.students, "ФИО;Класс\nАсанов Улан;9Ж\n", as: .clerk)
        try await world.check(address, as: .clerk)
        let first = await world.school.post(address + "/answers", form: [("do", "write")], as: .clerk)
        let second = await world.school.post(address + "/answers", form: [("do", "write")], as: .clerk)
        await world.school.app.imports.rest()
        #expect(first.status == 303 && second.status == 409)
        #expect(try world.state(address) == "done")
        let school = world.school.store.id
        #expect(
            try world.count(
                "SELECT count(*) FROM person WHERE school_id = \(school) AND surname = 'Асанов' AND given = 'Улан'")
                == 1)
    }

    @Test(arguments: [ListKind.students, .staff]) func `a teacher's mark does not wait for a check`(
        kind: ListKind
    ) async throws {
        let school = try await TestSchool.make()
        let others = Mutex(0)
        var work = ListImport(kind, school: school.store, ids: school.app.ids, at: school.clock.now(), isDryRun: true)
        let store = school.store
        work.advance = { _, _ in
            // Whoever held the writer here would wait for himself.
            _ = try? store.writeNow(by: .command("mark"), at: 1) { try $0.audit("person.change", "person/1") }
            others.withLock { $0 += 1 }
        }
        let answer = try work.run(
            bytes: Array("ФИО;Класс\nАсанов Улан;9Ж\nКим Вера;9Ж\n".utf8), named: "list.csv")
        #expect(answer.outcome == .done && others.withLock { $0 } == 2)
        let written: SQL = """
            SELECT count(*) FROM audit WHERE school_id = \(store.id) AND object = 'person/1' AND at = 1
            """
        #expect(try school.read { try $0.count(written) } == 2)
        #expect(
            try school.read { try $0.count("SELECT count(*) FROM class WHERE school_id = \(store.id) AND grade = 9") }
                == 0)
    }
}
