import HTTPTypes
import SchoolRules
import Store
import Web

/// Unlocks of closed pages: asked by the teacher, agreed by deputy and director, and the changes made under them.
enum Unlocks {
    static let routes: [Route] = [
        .needs(.anyOf([.requestUnlock, .unlock]), .get, "/unlocks", bodyLimit: nil, list),
        .post("/pages/{page}/unlock", .requestUnlock, ask),
        .post("/unlocks/{unlock}/approve", .unlock, approve),
        .post("/unlocks/{unlock}/refuse", .unlock, refuse),
    ]

    private static func list(_ visit: Visit) throws -> Answer {
        let wish = visit.asked.query["page"].flatMap { Int64($0) }
        return try visit.read { try UnlocksPage.open(visit, asking: wish, in: $0).answer() }
    }

    private static func ask(_ visit: Visit) async throws -> Answer {
        let (id, form) = (try visit.id("page"), visit.asked.form)
        let (reason, isFinal) = (form["reason"] ?? "", form["kind"] == "final")
        do {
            try await visit.write { writing in
                let page = try visit.pageToWrite(id, in: writing.connection)
                guard page.writable == .everything else { throw Refusal.readOnly }
                try Unlocking(visit: visit, writing: writing).ask(for: page, isFinal: isFinal, because: reason)
            }
            return .see("/unlocks?note=asked")
        } catch let refusal as Refusal where refusal.status == .unprocessableContent {
            return try refused(visit, refusal, asking: id)
        }
    }

    private static func approve(_ visit: Visit) async throws -> Answer {
        let id = try visit.id("unlock")
        let hours = visit.asked.form["hours"].flatMap { Int($0) } ?? 0
        do {
            try await visit.write {
                try Unlocking(visit: visit, writing: $0).approve(id, minutes: max(0, min(hours, 1000)) * 60)
            }
            return .see("/unlocks?note=agreed")
        } catch let refusal as Refusal where [.unprocessableContent, .conflict].contains(refusal.status) {
            return try refused(visit, refusal, asking: nil)
        }
    }

    private static func refuse(_ visit: Visit) async throws -> Answer {
        let (id, reason) = (try visit.id("unlock"), visit.asked.form["reason"] ?? "")
        do {
            try await visit.write { try Unlocking(visit: visit, writing: $0).refuse(id, because: reason) }
            return .see("/unlocks?note=refused")
        } catch let refusal as Refusal where [.unprocessableContent, .conflict].contains(refusal.status) {
            return try refused(visit, refusal, asking: nil)
        }
    }

    private static func refused(_ visit: Visit, _ refusal: Refusal, asking page: Int64?) throws -> Answer {
        try visit.read { connection in
            var shown = try UnlocksPage.open(visit, asking: page, in: connection)
            shown.refusal = refusal
            return shown.answer(status: refusal.status)
        }
    }
}

/// Asking for an unlock, agreeing to it and refusing it, each with its row in the chain.
struct Unlocking {
    static let longestReason = 300

    let visit: Visit
    let writing: Writing

    private func one(_ id: Int64) throws -> StandingUnlock {
        let found = try StandingUnlock.all(
            id: id, school: writing.school, time: visit.school.time, in: writing.connection)
        guard let unlock = found.first else { throw Refusal.notFound }
        return unlock
    }

    func ask(for page: FoundPage, isFinal: Bool, because reason: String) throws {
        guard reason.count <= Self.longestReason else {
            throw Refusal.invalid("too_long", FinalWords.longReason, at: "reason")
        }
        let request = UnlockRequest(teacher: visit.person.id, page: page.id, isFinal: isFinal, reason: reason)
        let place = try FinalPlace(
            page, nil, on: visit.today, school: writing.school, time: visit.school.time, in: writing.connection)
        do {
            _ = try Unlock(request, by: place.regime.settings)
        } catch {
            throw refusal(error)
        }
        let id = visit.app.ids.next()
        try writing.connection.run(
            """
            INSERT INTO unlock (school_id, id, page_id, teacher_id, is_final, reason, at)
            VALUES (\(writing.school), \(id), \(page.id), \(visit.person.id), \(isFinal), \(reason),
                \(writing.instant))
            """)
        try writing.audit(
            "unlock.ask", "unlock/\(id)", after: "page/\(page.id) \(isFinal ? "final" : "current")", text: reason)
    }

    func approve(_ id: Int64, minutes: Int) throws {
        let standing = try one(id)
        guard !standing.isRefused else { throw Refusal.conflict("refused", UnlocksTexts.isRefused) }
        var unlock = standing.unlock
        do {
            try unlock.approve(by: visit.person.id, as: visit.roles, minutes: minutes, at: visit.moment)
        } catch {
            throw refusal(error)
        }
        guard let approval = unlock.approvals.last else { return }
        try writing.connection.run(
            """
            INSERT INTO unlock_approval (school_id, unlock_id, person_id, role, minutes, at)
            VALUES (\(writing.school), \(id), \(approval.person), \(approval.role.rawValue), \(minutes),
                \(writing.instant))
            """)
        try writing.audit(
            "unlock.agree", "unlock/\(id)", before: unlock.until == nil ? "waits" : "open",
            after: "\(approval.role.rawValue) \(minutes)")
        try CellPage.noteChange(of: unlock.request.page, in: writing)
    }

    func refuse(_ id: Int64, because reason: String) throws {
        let standing = try one(id)
        guard standing.isWaiting else { throw Refusal.conflict("not_waiting", UnlocksTexts.isSettled) }
        guard standing.request.teacher != visit.person.id else { throw refusal(.ownPage) }
        guard !reason.isEmpty, reason.count <= Self.longestReason else {
            throw Refusal.invalid("reason_missing", UnlocksTexts.reasonNeeded, at: "reason")
        }
        try writing.connection.run(
            """
            UPDATE unlock SET refused_at = \(writing.instant), refused_by = \(visit.person.id), refusal = \(reason)
            WHERE school_id = \(writing.school) AND id = \(id) AND refused_at = 0
            """)
        try writing.audit("unlock.refuse", "unlock/\(id)", text: reason)
    }

    private func refusal(_ problem: UnlockProblem) -> Refusal {
        switch problem {
        case .reasonMissing: .invalid("reason_missing", UnlocksTexts.reasonNeeded, at: "reason")
        case .ownPage: .invalid("own_page", UnlocksTexts.ownPage)
        case .notYours: .invalid("not_yours", UnlocksTexts.notYours)
        case .samePerson: .invalid("same_person", UnlocksTexts.samePerson)
        case .hours: .invalid("hours", UnlocksTexts.badHours, at: "hours")
        case .noReview: .invalid("no_review", UnlocksTexts.noReview)
        case .alreadyOpen: .conflict("already_open", UnlocksTexts.isSettled)
        }
    }
}
