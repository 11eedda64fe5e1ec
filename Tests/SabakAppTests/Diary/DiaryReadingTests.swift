import HTTPTypes
import TestSchool
import Testing

@testable import SabakApp
@testable import SchoolRules

@Suite struct DiaryReadingTests {
    @Test func `a mark is in the diary as soon as the teacher has saved it`() async throws {
        let world = try await DiaryWorld.make()
        #expect(!(await world.page().text.contains(#"<b class="mark">"#)))
        #expect(await Entries(school: world.school).set("5", for: world.child).status == "saved")
        let page = await world.page().text
        #expect(page.contains(#"<b class="mark">5</b>"#))
        #expect(page.contains("Новые оценки"))
        let marks = await world.lessons(on: world.today).first?["marks"] as? [[String: Any]]
        #expect(marks?.first?["value"] as? String == "5")
        #expect(marks?.first?.keys.contains("changedFrom") == true)
        #expect(marks?.first?["changedFrom"] as? String == nil)
    }

    @Test func `a changed mark shows the old value and the new one`() async throws {
        let world = try await DiaryWorld.make()
        let entries = Entries(school: world.school)
        _ = await entries.set("3", for: world.child)
        #expect(await entries.set("4", for: world.child, version: 1).status == "saved")
        let page = await world.page().text
        #expect(page.contains(#"<del>3</del> <span class="sr">теперь</span><b class="mark">4</b>"#))
        #expect(page.contains("исправлена · оценка за 20 ноября"))
        let marks = await world.lessons(on: world.today).first?["marks"] as? [[String: Any]]
        #expect(marks?.first?["changedFrom"] as? String == "3")
    }

    @Test func `a withdrawn mark is said to be withdrawn and is gone from the lesson`() async throws {
        let world = try await DiaryWorld.make()
        let entries = Entries(school: world.school)
        _ = await entries.set("2", for: world.child)
        _ = await entries.set("", for: world.child, version: 1)
        #expect(await world.page().text.contains("снята · оценка за 20 ноября"))
        #expect((await world.lessons(on: world.today).first?["marks"] as? [Any])?.isEmpty == true)
    }

    @Test func `marks seen at an earlier visit are not new any more`() async throws {
        let world = try await DiaryWorld.make()
        _ = await Entries(school: world.school).set("5", for: world.child)
        #expect(await world.page().text.contains("Новые оценки"))
        #expect(try await world.visitIsNoted())
        world.school.clock.set("2026-11-20T09:20")
        #expect(await world.page().text.contains("Новые оценки"), "the same visit goes on")
        #expect(try await world.visitIsNoted())
        world.school.clock.set("2026-11-20T18:00")
        #expect(!(await world.page().text.contains("Новые оценки")))
    }

    @Test func `a cancelled lesson says why, a substituted one by whom`() async throws {
        let world = try await DiaryWorld.make()
        try world.cancel(world.lesson(), because: "карантин")
        try world.school.substitute(.substitute, for: world.lesson(world.school.history))
        let page = await world.page().text
        #expect(page.contains(#"<li class="off">"#))
        #expect(page.contains("отменён: карантин"))
        #expect(page.contains(#"<span class="tag subst">замена</span> Токтосунова Н. Ж."#))
        let lessons = await world.lessons(on: world.today)
        #expect(lessons.map { $0["state"] as? String } == ["cancelled", "due"])
        #expect(lessons.last?["substitute"] as? String == "Токтосунова Н. Ж.")
        #expect(lessons.first?["teacher"] as? String == "Осмонова Г. Т.")
        #expect(await world.page("/week").text.contains("замена: Токтосунова Н. Ж."))
    }

    @Test func `individual homework is seen by the student it is given to and by nobody else`() async throws {
        let world = try await DiaryWorld.make()
        let other = try #require(world.school.students.first { $0 != world.child })
        try world.set("homework", to: "§ 14", on: world.lesson())
        try world.giveOwnHomework("Карточка 3", to: world.child, at: world.lesson())
        try world.giveOwnHomework("Чужая карточка", to: other, at: world.lesson())
        for page in [await world.page(), await world.page("/week"), await world.page(as: .student)] {
            #expect(page.text.contains("§ 14") && page.text.contains("Карточка 3"))
            #expect(!page.text.contains("Чужая"))
        }
        let homework = await world.lessons(on: world.today).first?["homework"] as? [[String: Any]]
        #expect(homework?.map { $0["text"] as? String } == ["§ 14", "Карточка 3"])
        #expect(homework?.map { $0["own"] as? Bool } == [false, true])
    }

    @Test func `homework stands under the day it is due, which is the next lesson of its page`() async throws {
        let world = try await DiaryWorld.make()
        try world.set("homework", to: "§ 14", on: world.lesson())
        let page = await world.page().text
        let heading = try #require(page.range(of: "Домашнее задание на понедельник, 23 ноября"))
        let task = try #require(page.range(of: "§ 14"))
        #expect(heading.upperBound < task.lowerBound)
        try world.cancel(world.lesson(nil, "2026-11-23"), because: "карантин")
        #expect(await world.page().text.contains("Домашнее задание на вторник, 24 ноября"))
    }

    @Test func `homework can be ticked as done and unticked`() async throws {
        let world = try await DiaryWorld.make()
        try world.set("homework", to: "§ 14", on: world.lesson())
        let form = [("lesson", "\(world.lesson())"), ("day", world.today)]
        let answer = await world.school.post("/diary/\(world.child)/done", form: form + [("done", "1")], as: .mother)
        #expect(answer.status == 303)
        #expect(await world.page(as: .student).text.contains(#"aria-pressed="true""#))
        _ = await world.school.post("/diary/\(world.child)/done", form: form + [("done", "0")], as: .student)
        #expect(!(await world.page().text.contains(#"aria-pressed="true""#)))
        let strange = [("lesson", "\(world.school.lesson(world.school.geography, world.today))"), ("done", "1")]
        #expect(await world.school.post("/diary/\(world.child)/done", form: strange, as: .mother).status == 404)
    }

    @Test func `the topic of a coming lesson is shown as a plan`() async throws {
        let world = try await DiaryWorld.make()
        try world.set("topic", to: "Квадрат суммы", on: world.lesson(nil, "2026-11-23"))
        #expect(await world.page("?day=2026-11-23").text.contains("по плану: Квадрат суммы"))
        world.school.clock.set("2026-11-23T08:30")
        #expect(await world.page().text.contains("8:00 · Квадрат суммы"))
    }

    @Test func `an absence is told in words, and never the text of its reason`() async throws {
        let world = try await DiaryWorld.make()
        _ = await Entries(school: world.school).set("Н", for: world.child)
        #expect(await world.page().text.contains("отсутствует, причина не указана"))
        try world.school.write { writing in
            _ = try writing.connection.run(
                """
                INSERT INTO absence_reason (school_id, student_id, day, category, content, at, by_person)
                VALUES (\(writing.school), \(world.child), \(world.today), 'ill', 'ОРВИ, справка',
                    \(writing.instant), 1)
                """)
        }
        let page = await world.page().text
        #expect(page.contains(#"<i class="ill">"#) && page.contains("болезнь"))
        #expect(!page.contains("ОРВИ"))
        let absence = await world.lessons(on: world.today).first?["absence"] as? [String: Any]
        #expect(absence?["category"] as? String == "ill")
    }

    @Test func `the marks of a term open to the count of the average`() async throws {
        let world = try await DiaryWorld.make()
        let entries = Entries(school: world.school)
        _ = await entries.set("5", for: world.child, on: "2026-11-18")
        _ = await entries.set("4", for: world.child, on: "2026-11-19")
        _ = await entries.set("О", for: world.child)
        try world.school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE entry SET kind_id = 8, weight = 300
                WHERE school_id = \(writing.school) AND lesson_id = \(world.lesson(nil, "2026-11-19"))
                """)
        }
        let page = await world.page("/marks").text
        #expect(page.contains("(5×1 + 4×3) ÷ (1 + 3) = 17 ÷ 4 = 4,25"))
        #expect(page.contains("контрольная работа · 4 × 3"))
        #expect(page.contains("2-я четверть"))
        #expect(await world.page("/marks?term=1").text.contains("Пропусков нет"))
        #expect(await world.page("/marks?term=9").status == 404)
        #expect(await world.page("/marks?term=x").status == 422)
    }

    @Test func `a student of an individual curriculum has the own page and not the class page of that subject`()
        async throws
    {
        let world = try await DiaryWorld.make()
        let own = world.school.app.ids.next()
        try world.school.write { writing in
            let roster = try RosterWriting(writing: writing, ids: world.school.app.ids)
            let group = try roster.addGroup(kind: "individual", name: "", year: 2026, class: world.school.class7A)
            try roster.enrol(world.child, in: group, from: "2026-11-18")
            let page = try roster.page(
                subject: try roster.subject(named: "Алгебра"), group: group, class: world.school.class7A, year: 2026,
                hours: 100)
            _ = try writing.connection.run(
                """
                INSERT INTO lesson (school_id, id, page_id, group_id, day, number, shift, start_minute, end_minute)
                VALUES (\(writing.school), \(own), \(page), \(group), \(world.today), 7, 1, 840, 885)
                """)
        }
        let ids = await world.lessons(on: world.today).map { $0["id"] as? String }
        #expect(ids == ["\(world.lesson(world.school.history))", "\(own)"])
        let before = await world.lessons(on: "2026-11-17").map { $0["id"] as? String }
        #expect(before.first == "\(world.lesson(nil, "2026-11-17"))", "the class page until then")
    }

    @Test func `after a change of class the diary goes on with both`() async throws {
        let world = try await DiaryWorld.make()
        _ = await Entries(school: world.school).set("5", for: world.child, on: "2026-11-17")
        try world.school.write { writing in
            _ = try writing.connection.run(
                """
                UPDATE enrolment SET to_day = '2026-11-18'
                WHERE school_id = \(writing.school) AND student_id = \(world.child)
                """)
            try RosterWriting(writing: writing, ids: world.school.app.ids)
                .enrol(world.child, in: world.school.class8B, from: "2026-11-19")
        }
        #expect(await world.lessons(on: "2026-11-18").map { $0["subject"] as? String } == ["Алгебра", "История"])
        #expect(await world.lessons(on: world.today).map { $0["subject"] as? String } == ["География"])
        let marks = await world.page("/marks").text
        #expect(marks.contains("География") && marks.contains(#"<b class="mark">5</b>"#))
    }

    @Test func `no mark in the diary is coloured by its level`() async throws {
        let world = try await DiaryWorld.make()
        _ = await Entries(school: world.school).set("2/3", for: world.child)
        for place in ["", "/week", "/marks"] {
            let page = await world.page(place).text
            #expect(page.contains("mark") && !page.contains(" m2") && !page.contains(" m3"))
        }
    }
}
