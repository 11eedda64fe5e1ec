import HTTPTypes
import SchoolRules
import Store
import Web

/// Closing periods: what is missing, by teacher, the signature that freezes, and reopening, which is never silent.
enum ClosingRoom {
    static let routes: [Route] = [
        .get("/closing", .unlock, show),
        .post("/closing/sign", .unlock, sign),
        .post("/closing/reopen", .unlock, reopen),
    ]

    private static func show(_ visit: Visit) throws -> Answer {
        try visit.read { try ClosingPage.open(visit, wish: visit.asked.query["period"], in: $0).answer() }
    }

    private static func sign(_ visit: Visit) async throws -> Answer {
        let wish = visit.asked.form["period"] ?? ""
        do {
            try await visit.write { writing in
                let closings = try closings(visit, in: writing.connection)
                guard let period = RollPeriod(wish, among: closings.terms) else { throw Refusal.notFound }
                try Signature(visit: visit, closings: closings, writing: writing).sign(period)
            }
            return .see("/closing?period=\(Form.encode(wish))&note=signed")
        } catch let refusal as Refusal where refusal.status == .conflict {
            return try refused(visit, wish, refusal)
        }
    }

    private static func reopen(_ visit: Visit) async throws -> Answer {
        let wish = visit.asked.form["period"] ?? ""
        let reason = visit.asked.form["reason"] ?? ""
        do {
            try await visit.write { writing in
                let closings = try closings(visit, in: writing.connection)
                guard let period = RollPeriod(wish, among: closings.terms) else { throw Refusal.notFound }
                try Signature(visit: visit, closings: closings, writing: writing).reopen(period, because: reason)
            }
            return .see("/closing?period=\(Form.encode(wish))&note=reopened")
        } catch let refusal as Refusal where [.conflict, .unprocessableContent].contains(refusal.status) {
            return try refused(visit, wish, refusal)
        }
    }

    private static func refused(_ visit: Visit, _ wish: String, _ refusal: Refusal) throws -> Answer {
        try visit.read { connection in
            var page = try ClosingPage.open(visit, wish: wish, in: connection)
            page.refusal = refusal
            return page.answer(status: refusal.status)
        }
    }

    static func closings(_ visit: Visit, in connection: Connection) throws -> Closings {
        try Closings(year: visit.year, school: visit.school.id, time: visit.school.time, in: connection)
    }
}

/// Signing a period, and taking the signature back.
struct Signature {
    let visit: Visit
    let closings: Closings
    let writing: Writing

    static func closing(of period: RollPeriod, in closings: Closings) -> PeriodClosing? {
        switch period {
        case .term(let term): closings.closing(of: term)
        case .year, .final: closings.closing(of: period.key.period)
        }
    }

    /// - Throws: a conflict that says why the period does not close. One that is closed already stays as it is.
    func sign(_ period: RollPeriod) throws {
        let before = Self.closing(of: period, in: closings)
        guard before == nil else { return }
        let (_, pages) = try FinalRoll.missing(
            period, year: visit.year, on: visit.today, of: writing.school, in: writing.connection)
        do {
            _ = try Closing.close(
                period.key.period, pages, closed: nil, by: visit.person.id, as: visit.roles, at: visit.moment)
        } catch {
            switch error {
            case .incomplete: throw Refusal.conflict("incomplete", ClosingTexts.incomplete)
            case .notSigner: throw Refusal.conflict("not_signer", ClosingTexts.notSigner, advice: ClosingTexts.director)
            }
        }
        try Closings.sign(period, year: visit.year, id: visit.app.ids.next(), in: writing)
    }

    /// The director alone opens the past again, and says why.
    func reopen(_ period: RollPeriod, because reason: String) throws {
        guard Self.closing(of: period, in: closings) != nil else { return }
        guard Closing.mayReopen(as: visit.roles) else {
            throw Refusal.conflict("not_signer", ClosingTexts.notReopener, advice: ClosingTexts.director)
        }
        guard !reason.isEmpty, reason.count <= 300 else {
            throw Refusal.invalid("reason_missing", ClosingTexts.reasonNeeded, at: "reason")
        }
        try Closings.reopen(
            period, because: reason, year: visit.year, id: visit.app.ids.next(), on: visit.today, in: writing)
    }
}
