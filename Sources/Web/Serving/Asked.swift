import HTTPTypes

/// A request as a feature sees it: decoded, whole, and within its limits.
public struct Asked: Sendable {
    public let method: HTTPRequest.Method
    /// The path without its query, still percent-encoded.
    public let path: String
    public let query: Form
    public let headers: HTTPFields
    public var body: [UInt8]
    /// The values of the path's `{names}`.
    public var parameters: [String: String]
    /// The address of the other end.
    public let address: String
    /// The host the person typed, without the port.
    public let host: String
    /// Whether the person's connection is encrypted, here or at the proxy in front.
    public let isEncrypted: Bool

    public init(
        method: HTTPRequest.Method, target: String, headers: HTTPFields = [:], body: [UInt8] = [],
        address: String = "127.0.0.1", host: String = "localhost", isEncrypted: Bool = false
    ) {
        self.method = method
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts.first ?? "/")
        query = parts.count > 1 ? Form(String(parts[1])) : Form()
        self.headers = headers
        self.body = body
        parameters = [:]
        self.address = address
        self.host = host
        self.isEncrypted = isEncrypted
    }

    /// The path with its query, for coming back to it.
    public var target: String { query.isEmpty ? path : path + "?" + query.encoded }

    /// The value of a cookie.
    public func cookie(_ name: String) -> String? {
        for field in headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
            }
        }
        return nil
    }

    /// Whether the asker says to have the answer of this tag (RFC 9110 §13.1.2, compared weakly).
    public func has(tag: String) -> Bool {
        guard let field = headers[.ifNoneMatch] else { return false }
        return field == tag || Self.items(of: field).contains { $0 == "*" || Self.strong($0) == Self.strong(tag[...]) }
    }

    /// Whether the asker takes what is packed with gzip (RFC 9110 §12.5.3).
    public var takesGzip: Bool {
        Self.items(of: headers[.acceptEncoding] ?? "").contains { item in
            let parts = item.split(separator: ";")
            guard parts.first?.prefix(while: { $0 != " " }) == "gzip" else { return false }
            return !parts.dropFirst().contains { $0.last == "0" && $0.allSatisfy { "q=0. ".contains($0) } }
        }
    }

    private static func items(of field: String) -> [Substring] {
        field.split(separator: ",").map { item in
            let start = item.drop { $0 == " " }
            return start.last == " " ? start.prefix { $0 != " " } : start
        }
    }

    private static func strong(_ tag: Substring) -> Substring { tag.hasPrefix("W/") ? tag.dropFirst(2) : tag }

    /// The media type of the body, lower case and without parameters.
    public var mediaType: String {
        let field = headers[.contentType] ?? ""
        return field.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
    }

    /// The fields of a posted form.
    public var form: Form { Form(String(decoding: body, as: UTF8.self)) }
}
