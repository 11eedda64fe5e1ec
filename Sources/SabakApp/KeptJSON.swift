import Foundation

/// Values kept as JSON in the database. What is kept may be older than the program: what it does not name is as in a
/// standard value, so that a new field needs no step of the schema.
enum KeptJSON {
    /// - Parameters:
    ///   - text: what ``text(_:)`` has written, now or in an earlier version; nothing is nothing said.
    ///   - whole: names of fields that are taken whole, though they have fields of their own.
    /// - Throws: `DecodingError` for what cannot be such a value.
    static func read<Value: Codable>(_ text: String, over standard: Value, whole: Set<String> = []) throws -> Value {
        let kept = text.isEmpty ? [:] : try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
        let both = merged(try tree(standard), kept, whole)
        return try JSONDecoder().decode(Value.self, from: try JSONSerialization.data(withJSONObject: both))
    }

    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    static func tree(_ value: some Encodable) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: JSONEncoder().encode(value)) as? [String: Any] ?? [:]
    }

    private static func merged(_ all: [String: Any], _ own: [String: Any], _ whole: Set<String>) -> [String: Any] {
        var both = all
        for (key, value) in own {
            if !whole.contains(key), let theirs = all[key] as? [String: Any], let value = value as? [String: Any] {
                both[key] = merged(theirs, value, whole)
            } else {
                both[key] = value
            }
        }
        return both
    }
}
