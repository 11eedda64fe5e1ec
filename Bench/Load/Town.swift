import NIOCore

/// All schools at work: turns what is planned into requests, and follows what the answers say.
struct Town {
    /// A request with what is to be done when its answer is there.
    struct Errand {
        let ask: Ask
        /// Says how a cell or lesson fared by the answer's own words, where one was written.
        let learn: (inout Town, Reply?) -> String?
    }

    private var schools: [School]
    private let weeks: Weeks
    /// Makes the keys of this run its own.
    private let run: String
    private var written = 0

    init(_ schools: [School], weeks: Weeks, run: String) {
        (self.schools, self.weeks, self.run) = (schools, weeks, run)
    }

    /// The request behind a plan; nil where every cell of the teacher's pages is being written already.
    mutating func errand(_ planned: Planned) -> Errand? {
        var chance = Chance(seed: planned.choice)
        let school = schools[planned.school]
        switch planned.kind {
        case .myDay: return browse(Self.pick(school.teachers, &chance), "/my-day")
        case .journal:
            let visitor = Self.pick(school.teachers, &chance)
            return browse(visitor, "/pages/\(Self.pick(visitor.pages, &chance))")
        case .control: return browse(Self.pick(school.deputies, &chance), "/control")
        case .diaryDay, .diaryWeek, .diaryMarks, .diaryAPI:
            let visitor = Self.pick(school.families, &chance)
            return browse(visitor, diary(planned.kind, of: Self.pick(visitor.children, &chance), &chance))
        case .entries: return enter(planned.school, &chance)
        case .lesson: return record(planned.school, &chance)
        case .signIn: return Errand(ask: Opening.signIn(Self.pick(school.members, &chance))) { _, _ in nil }
        }
    }

    private func browse(_ visitor: Visitor, _ target: String) -> Errand {
        Errand(ask: visitor.browse(target)) { _, reply in
            if let reply { visitor.saw(target, reply) }
            return nil
        }
    }

    /// Mostly today and this week; sometimes what was before.
    private func diary(_ kind: Kind, of child: String, _ chance: inout Chance) -> String {
        let looksBack = UInt64.random(in: 0..<100, using: &chance)
        let week = Self.pick(weeks.weeks, &chance)
        switch kind {
        case .diaryWeek: return "/diary/\(child)/week" + (looksBack < 40 ? "?week=\(week)" : "")
        case .diaryMarks: return "/diary/\(child)/marks"
        case .diaryAPI: return "/api/v1/diary/\(child)?week=\(looksBack < 40 ? week : weeks.weeks[0])"
        default: return "/diary/\(child)" + (looksBack < 25 ? "?day=\(weeks.yesterday)" : "")
        }
    }

    private mutating func enter(_ school: Int, _ chance: inout Chance) -> Errand? {
        let place = Self.place(in: schools[school].registers, &chance)
        guard let (number, cell) = schools[school].registers[place].register.takeCell(chance.next()) else { return nil }
        let (teacher, register) = schools[school].registers[place]
        let mark = Self.pick(register.wishes, &chance)
        let body = """
            {"entries":[{"lesson":"\(cell.lesson)","student":"\(cell.student)","set":"\(mark)",\
            "version":\(cell.version)}]}
            """
        let target = "/api/v1/pages/\(register.page)/entries"
        written += 1
        let ask = schools[school].teachers[teacher].call(.post, target, key: "load-\(run)-\(written)", body: body)
        return Errand(ask: ask) { town, reply in
            let saved = reply.flatMap(Self.savedCell)
            town.schools[school].registers[place].register.giveBack(cell: number, version: saved?.version)
            return saved.map { $0.status == "refused" ? "refused \($0.code ?? "")" : $0.status }
        }
    }

    private mutating func record(_ school: Int, _ chance: inout Chance) -> Errand? {
        let place = Self.place(in: schools[school].registers, &chance)
        guard let (number, lesson) = schools[school].registers[place].register.takeLesson(chance.next()) else {
            return nil
        }
        let teacher = schools[school].teachers[schools[school].registers[place].teacher]
        written += 1
        let body = """
            {"topic":"Кайталоо, \(written)-жолу","homework":"§ \(written % 90 + 1), \(written % 12 + 1)-көнүгүү",\
            "rollConfirmed":true,"version":\(lesson.version)}
            """
        return Errand(ask: teacher.call(.put, "/api/v1/lessons/\(lesson.id)", body: body)) { town, reply in
            let after = reply.flatMap(Self.savedLesson)
            town.schools[school].registers[place].register.giveBack(lesson: number, version: after?.version)
            return reply.map { Self.fate(ofLesson: $0.status) }
        }
    }

    private static func fate(ofLesson status: Int) -> String {
        switch status {
        case 200: "saved"
        case 409: "conflict"
        default: "refused \(status)"
        }
    }

    private static func savedCell(_ reply: Reply) -> Answers.SavedCell? {
        // An answer that is no list of results is counted by its status.
        guard reply.status == 200 else { return nil }
        return try? Answers.read(Answers.Saved.self, reply.body).results.first
    }

    private static func savedLesson(_ reply: Reply) -> Answers.Lesson? {
        // As above.
        guard reply.status == 200 else { return nil }
        return try? Answers.read(Answers.Lesson.self, reply.body)
    }

    private static func place(in registers: [(teacher: Int, register: Register)], _ chance: inout Chance) -> Int {
        Int.random(in: registers.indices, using: &chance)
    }

    private static func pick<Element>(_ elements: [Element], _ chance: inout Chance) -> Element {
        elements[Int.random(in: elements.indices, using: &chance)]
    }
}
