/// A request as it is asked.
struct Ask: Sendable {
    enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    let method: Method
    let target: String
    var headers: [(name: String, value: String)] = []
    var body: String?
    /// Whether the content of the answer is wanted, not only its size.
    var keepsBody = false
}

/// An answer as far as it matters here.
struct Reply: Sendable {
    let status: Int
    let tag: String?
    /// Bytes of the body as sent.
    let size: Int
    /// Empty unless it was wanted.
    let body: [UInt8]
}

/// What became of a request.
enum Outcome: Sendable {
    case answered(Reply)
    /// No whole answer within the time limit.
    case timedOut
    /// The connection ended before the answer did.
    case broken
    /// No connection could be made.
    case unconnected
}
