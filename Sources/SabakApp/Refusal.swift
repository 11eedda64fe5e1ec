import HTTPTypes
import Web

/// An expected "no": its status, a code for programs and words for the person that say what to do next.
struct Refusal: Error, Sendable {
    let status: HTTPResponse.Status
    let code: String
    let title: Text
    let advice: Text
    /// Which fields are wrong, for forms and programs.
    var fields: [Field] = []

    struct Field: Sendable {
        /// A JSON pointer, such as `/entries/0/lesson`, or the name of a form field.
        let pointer: String
        let code: String
        let words: Text
    }

    /// What is wrong by the names of form fields, for a form that is drawn again with what was typed.
    var problems: [String: Text] {
        Dictionary(fields.map { ($0.pointer.split(separator: "/").joined(separator: "/"), $0.words) }) { first, _ in
            first
        }
    }

    /// A request that cannot be understood: 400 for its form as a whole, 422 for a value.
    static func malformed(
        _ code: String, _ words: Text, fields: [Field] = [], status: HTTPResponse.Status = .badRequest
    )
        -> Refusal
    {
        Refusal(status: status, code: code, title: words, advice: RefusalTexts.checkAndRepeat, fields: fields)
    }

    /// A value that the rules do not allow.
    static func invalid(_ code: String, _ words: Text, at pointer: String = "") -> Refusal {
        Refusal(
            status: .unprocessableContent, code: code, title: words, advice: RefusalTexts.checkAndRepeat,
            fields: pointer.isEmpty ? [] : [Field(pointer: pointer, code: code, words: words)])
    }

    /// A conflict with what is there.
    static func conflict(_ code: String, _ words: Text, advice: Text = RefusalTexts.reload) -> Refusal {
        Refusal(status: .conflict, code: code, title: words, advice: advice)
    }
}
