import Web

/// Whoever asks, signed in or not.
struct Caller: Sendable {
    let app: App
    let asked: Asked
    let now: Int64
    let language: Language

    init(app: App, asked: Asked) {
        self.app = app
        self.asked = asked
        now = app.clock.now()
        language = Self.language(of: asked)
    }

    /// The session token the request carries: a bearer token, or the browser's cookie.
    var token: String? {
        if let bearer = asked.headers[.authorization], bearer.hasPrefix("Bearer ") {
            return String(bearer.dropFirst(7))
        }
        return asked.cookie(SessionCookie.name)
    }

    /// Whether the browser sent the token by itself, so that a foreign page could have made it do so.
    var isByCookie: Bool { asked.headers[.authorization] == nil }

    private static func language(of asked: Asked) -> Language {
        if let chosen = asked.cookie("lang").flatMap(Language.init) { return chosen }
        for range in (asked.headers[.acceptLanguage] ?? "").split(separator: ",") {
            let code = range.prefix { $0 != "-" && $0 != ";" }.filter { $0 != " " }
            if let language = Language(rawValue: code.lowercased()) { return language }
        }
        return asked.headers[.acceptLanguage] == nil ? .en : .ru
    }
}

/// The cookie of a session. `__Host-` keeps other hosts and plain connections from setting it.
enum SessionCookie {
    static let name = "__Host-sabak"

    static func value(_ token: String, seconds: Int64) -> String {
        "\(name)=\(token); Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=\(seconds)"
    }

    static let gone = "\(name)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"
}
