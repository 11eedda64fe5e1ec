/// Somebody signed in: what may be asked for, and what the browser has kept.
final class Visitor {
    let token: String
    /// Whose diary may be read; empty for teachers.
    let children: [String]
    /// Journal pages that may be read; empty for families.
    let pages: [String]
    /// The tags of pages seen before, as a browser keeps them.
    private var tags: [String: String] = [:]

    init(token: String, children: [String] = [], pages: [String] = []) {
        (self.token, self.children, self.pages) = (token, children, pages)
    }

    /// A page as a browser asks for it: only what has changed since.
    func browse(_ target: String) -> Ask {
        var headers = [
            ("Authorization", "Bearer \(token)"), ("Accept-Language", "ky"), ("Accept-Encoding", "gzip"),
        ]
        if let tag = tags[target] { headers.append(("If-None-Match", tag)) }
        return Ask(method: .get, target: target, headers: headers)
    }

    func saw(_ target: String, _ reply: Reply) {
        if reply.status == 200, let tag = reply.tag { tags[target] = tag }
    }

    /// A call by a program, whose answer is read.
    func call(_ method: Ask.Method, _ target: String, key: String? = nil, body: String? = nil) -> Ask {
        var headers = [("Authorization", "Bearer \(token)"), ("Accept-Language", "ky")]
        if let key { headers.append(("Idempotency-Key", key)) }
        return Ask(method: method, target: target, headers: headers, body: body, keepsBody: true)
    }
}

/// One school at work: its visitors by what they do, and its registers.
struct School {
    var teachers: [Visitor] = []
    var families: [Visitor] = []
    var deputies: [Visitor] = []
    /// Each with the place of its teacher among the teachers.
    var registers: [(teacher: Int, register: Register)] = []
    let members: [Cast.Member]
}
