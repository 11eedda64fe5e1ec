import HTTPTypes
import Web

/// An expected "no" for programs: `application/problem+json` of RFC 9457, with a `code`.
enum Problem {
    static func answer(_ refusal: Refusal, in language: Language) -> Answer {
        var fields: [(String, JSON)] = [
            ("type", "about:blank"), ("title", .string(refusal.title[language])),
            ("status", .integer(Int64(refusal.status.code))), ("detail", .string(refusal.advice[language])),
            ("code", .string(refusal.code)),
        ]
        if !refusal.fields.isEmpty {
            let errors = refusal.fields.map { field -> JSON in
                [
                    "pointer": .string(field.pointer), "code": .string(field.code),
                    "message": .string(field.words[language]),
                ]
            }
            fields.append(("errors", .array(errors)))
        }
        var answer = Answer.json(.object(fields), status: refusal.status)
        answer.headers[.contentType] = "application/problem+json"
        if refusal.status == .unauthorized { answer.headers[.wwwAuthenticate] = "Bearer" }
        if refusal.status == .serviceUnavailable { answer.headers[.retryAfter] = "3" }
        return answer
    }
}

extension HTTPField.Name {
    static let csrf = HTTPField.Name("X-CSRF") ?? .via
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .via
}
