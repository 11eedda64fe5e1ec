import NIOCore

/// Makes the schools ready before the clock starts: signs the casts in and reads what they may read and write.
struct Opening {
    private static let atOnce = 4
    let lines: Lines
    let options: Options
    let cast: Cast

    /// - Throws: a complaint naming the request that was not answered as expected.
    func schools() throws -> [School] {
        guard cast.schools.count >= options.schools else {
            throw Complaint("the cast has \(cast.schools.count) schools, \(options.schools) are wanted")
        }
        return try cast.schools.prefix(options.schools).map(open)
    }

    private func open(_ cast: Cast.School) throws -> School {
        let members = (Cast.teachers + Cast.families + Cast.deputies).compactMap { cast.cast[$0] }
        var school = School(members: members)
        for name in Cast.teachers {
            let tokens = try signIn(cast.cast[name])
            guard let token = tokens.first else { continue }
            let list = Visitor(token: token).call(.get, "/api/v1/pages")
            let pages = try answers(to: [list]).flatMap { try Answers.read(Answers.Items<Answers.Page>.self, $0).items }
            let visitors = tokens.map { Visitor(token: $0, pages: pages.map(\.id)) }
            let own = pages.filter(\.mayWrite).prefix(options.pages).map(\.id)
            school.registers += try registers(of: own, for: visitors[0]).map { (school.teachers.count, $0) }
            if !pages.isEmpty { school.teachers += visitors }
        }
        for name in Cast.families {
            guard let member = cast.cast[name] else { continue }
            let tokens = try signIn(member)
            let children = try self.children(of: member, tokens)
            school.families += tokens.map { Visitor(token: $0, children: children) }
        }
        school.deputies = try Cast.deputies.flatMap { try signIn(cast.cast[$0]).map { Visitor(token: $0) } }
        guard !school.registers.isEmpty, !school.families.isEmpty, !school.deputies.isEmpty else {
            throw Complaint("school \(cast.id) has nobody to write, to read or to control")
        }
        return school
    }

    /// Those of a parent; a student reads the own diary.
    private func children(of member: Cast.Member, _ tokens: [String]) throws -> [String] {
        let asks = tokens.prefix(1).map { Visitor(token: $0).call(.get, "/api/v1/children") }
        let children = try answers(to: asks).flatMap { try Answers.read(Answers.Items<Answers.Child>.self, $0).items }
        return children.isEmpty ? [member.person] : children.map(\.id)
    }

    private func signIn(_ member: Cast.Member?) throws -> [String] {
        guard let member else { return [] }
        let asks = (0..<options.sessions).map { _ in Self.signIn(member) }
        return try answers(to: asks).map { try Answers.read(Answers.SignedIn.self, $0).token }
    }

    static func signIn(_ member: Cast.Member) -> Ask {
        let body = "{\"login\":\"\(member.login)\",\"password\":\"\(member.password)\"}"
        return Ask(method: .post, target: "/api/v1/sign-in", body: body, keepsBody: true)
    }

    private func registers(of pages: [String], for visitor: Visitor) throws -> [Register] {
        let asks = pages.map { visitor.call(.get, "/api/v1/pages/\($0)") }
        return try zip(pages, answers(to: asks))
            .map { Register(page: $0, try Answers.read(Answers.Sheet.self, $1)) }
            .filter { !$0.isEmpty }
    }

    /// The contents of the answers, a few requests under way at a time.
    private func answers(to asks: [Ask]) throws -> [[UInt8]] {
        var bodies: [[UInt8]] = []
        for start in stride(from: 0, to: asks.count, by: Self.atOnce) {
            let some = asks[start..<min(start + Self.atOnce, asks.count)]
            let futures = some.map(lines.ask)
            for (ask, future) in zip(some, futures) {
                guard case .answered(let reply) = try future.wait(), reply.status == 200 else {
                    throw Complaint("\(ask.method.rawValue) \(ask.target) was not answered as expected")
                }
                bodies.append(reply.body)
            }
        }
        return bodies
    }
}
