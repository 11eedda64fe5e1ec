import HTTPTypes
import Store
import Web

/// Where people find the program: what the school has set, else the address under which the browser asked.
struct SiteAddress: Sendable {
    /// Without a slash at the end, such as `https://sabak.school7.kg`.
    let origin: String

    /// The address without the name of its protocol, as it is typed.
    var plain: String {
        let words = origin.split(separator: "/", omittingEmptySubsequences: true)
        return origin.hasPrefix("https://") ? String(words.last ?? "") : origin
    }

    /// Where a first sign-in begins, with the sign-in name filled in. The code is never part of an address: those are
    /// kept by browsers and servers.
    func activation(of login: String) -> String { "\(origin)/activate?\(Form(fields: [("login", login)]).encoded)" }

    static func read(_ visit: Visit) throws -> SiteAddress {
        let set = try visit.read { try SchoolFacts.setting("site.address", school: visit.school.id, in: $0) } ?? ""
        return SiteAddress(origin: set.isEmpty ? asked(visit.asked).origin : set)
    }

    /// The browser says where it sent the form from, port and all.
    static func asked(_ asked: Asked) -> SiteAddress {
        let plain = (asked.isEncrypted ? "https://" : "http://") + asked.host
        let origin = asked.headers[.origin] ?? ""
        return SiteAddress(origin: origin.hasPrefix(plain) ? origin : plain)
    }
}
