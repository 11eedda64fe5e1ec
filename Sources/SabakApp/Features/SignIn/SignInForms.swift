import HTTPTypes
import SchoolRules
import Web

/// What may come in at the door.
enum SignInForms {
    /// A first sign-in with a one-time code.
    struct Activation: Sendable {
        let login, code, password: String
        /// The language in which the duty was shown and accepted; nil where it was not.
        let duty: Language?

        /// - Throws: a refusal for a password that is too short, too long or the login itself.
        init(login: String, code: String, password: String, duty: Language?) throws {
            if let problem = SignInForms.problem(password: password, of: login) {
                throw Refusal.invalid(problem.code, problem.words, at: "/password")
            }
            self.duty = duty
            self.login = login
            self.code = code
            self.password = password
        }
    }

    /// At least 8 characters (NIST SP 800-63B), at most what is sensible to hash, not one character over and over,
    /// not the login.
    static func problem(password: String, of login: String) -> (code: String, words: Text)? {
        if password.count < 8 { return ("password_too_short", SignInTexts.passwordTooShort) }
        if password.count > 200 { return ("password_too_long", SignInTexts.passwordTooLong) }
        let isLogin = LoginName.fold(password).hasPrefix(LoginName.fold(login)) && password.count < login.count + 4
        if Set(password).count < 3 || isLogin { return ("password_too_plain", SignInTexts.passwordTooPlain) }
        return nil
    }

    /// Only addresses of this site; anything else would send people to strangers.
    static func next(_ wish: String?) -> String {
        guard let wish, wish.hasPrefix("/"), !wish.hasPrefix("//"), !wish.contains("\\"),
            !wish.hasPrefix("/sign-in"), !wish.hasPrefix("/api/")
        else { return "/" }
        return String(wish.unicodeScalars.filter { $0.value > 31 && $0.value < 127 }.map(Character.init))
    }

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
