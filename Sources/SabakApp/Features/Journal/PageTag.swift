import HTTPTypes
import SchoolRules
import Store
import Web

/// The tag of a page as one visitor sees it now, so that a page that has not changed is not sent again.
enum PageTag {
    /// Every change of the school's data extends the audit chain, so its head stands for all of them; the rest is who
    /// asks, in which words, and how many lessons have begun since.
    static func make(_ opening: JournalOpening, head: AuditHead, for visit: Visit, in connection: Connection) throws
        -> String
    {
        let fresh = try JournalQueries.freshness(
            of: opening.page.id, from: opening.term.from, now: visit.moment, school: visit.school.id, in: connection)
        let roles = visit.roles.map(\.rawValue).sorted().joined(separator: ",")
        let parts = [
            "\(visit.school.id)/\(opening.page.id)/\(opening.term.number)/\(visit.today)", visit.asked.target,
            "\(visit.person.id)", visit.session.csrf, visit.startRole?.rawValue ?? "", roles,
            visit.language.rawValue, "\(head.seq)", Digest.hex(head.hash), "\(fresh.changed)", "\(fresh.begun)",
            visit.app.files.address(of: "journal.js"), visit.app.files.address(of: "style.css"),
        ]
        return "\"" + Digest.hex(Array(Digest.sha256(Array(parts.joined(separator: "\n").utf8)).prefix(16))) + "\""
    }

    static func matches(_ tag: String, _ asked: Asked) -> Bool {
        asked.headers[.ifNoneMatch]?.contains(tag) ?? false
    }

    /// A browser may keep the page, but asks each time whether it still holds, with its session.
    static func mark(_ answer: Answer, _ tag: String) -> Answer {
        var answer = answer
        answer.headers[.eTag] = tag
        answer.headers[.cacheControl] = "private, no-cache"
        return answer
    }
}
