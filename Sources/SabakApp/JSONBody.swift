import Foundation
import HTTPTypes
import Web

extension Asked {
    /// Whether the answer is for a script of ours, which has asked for JSON and nothing else.
    var wantsData: Bool { headers[.accept] == "application/json" }
}

/// The body of a request for programs.
enum JSONBody {
    /// Decodes the body.
    /// - Throws: 415 for another media type, 400 for what is no JSON, 422 naming the field that does not fit.
    static func decode<T: Decodable>(_ type: T.Type, from asked: Asked) throws -> T {
        guard asked.mediaType == "application/json" else { throw Refusal.wrongMediaType }
        do {
            return try JSONDecoder().decode(type, from: Data(asked.body))
        } catch let error as DecodingError {
            throw refusal(for: error)
        }
    }

    private static func refusal(for error: DecodingError) -> Refusal {
        switch error {
        case .typeMismatch(_, let context): field(context.codingPath, "wrong_type", BodyTexts.wrongType)
        case .valueNotFound(_, let context): field(context.codingPath, "missing", BodyTexts.missing)
        case .keyNotFound(let key, let context): field(context.codingPath + [key], "missing", BodyTexts.missing)
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            field(context.codingPath, "wrong_value", BodyTexts.wrongType)
        case .dataCorrupted: .malformed("not_json", BodyTexts.notJSON)
        @unknown default: .malformed("not_json", BodyTexts.notJSON)
        }
    }

    private static func field(_ path: [any CodingKey], _ code: String, _ words: Text) -> Refusal {
        let pointer = path.map { "/" + ($0.intValue.map(String.init) ?? $0.stringValue) }.joined()
        return .invalid(code, words, at: pointer.isEmpty ? "/" : pointer)
    }
}

enum BodyTexts {
    static let notJSON = Text(
        ky: "JSON окулбай калды", ru: "Это не JSON", kk: "JSON оқылмады", en: "This is not JSON")
    static let missing = Text(
        ky: "Милдеттүү талаа жок", ru: "Нет обязательного поля", kk: "Міндетті өріс жоқ",
        en: "A required field is missing")
    static let wrongType = Text(
        ky: "Талаанын түрү туура эмес", ru: "У поля не тот вид", kk: "Өрістің түрі дұрыс емес",
        en: "The field has the wrong type")
}

/// An id as programs send it: text of digits.
struct WireID: Decodable, Sendable, Hashable {
    let id: Int64

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = Int64(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no id")
        }
        self.id = id
    }
}
