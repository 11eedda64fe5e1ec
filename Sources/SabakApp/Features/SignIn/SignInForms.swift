import HTTPTypes
import Web

/// What may come in at the door.
enum SignInForms {
    /// A first sign-in with a one-time code.
    struct Activation: Sendable {
        let login, code, password: String

        /// - Throws: a refusal for a password that is too short or too long.
        init(login: String, code: String, password: String) throws {
            guard SignInForms.isGood(password: password) else {
                throw Refusal.invalid("password_too_short", SignInTexts.passwordTooShort, at: "/password")
            }
            self.login = login
            self.code = code
            self.password = password
        }
    }

    /// At least 8 characters (NIST SP 800-63B), at most what is sensible to hash.
    static func isGood(password: String) -> Bool { (8...200).contains(password.count) }

    /// A foreign page must not sign a person in under another name.
    static func requireSameSite(_ asked: Asked) throws {
        guard asked.headers[.secFetchSite].map({ $0 == "same-origin" || $0 == "none" }) ?? true else {
            throw Refusal.foreignForm
        }
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .via
    static let clearSiteData = HTTPField.Name("Clear-Site-Data") ?? .via
}
