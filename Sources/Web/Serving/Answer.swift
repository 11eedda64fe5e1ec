import HTTPTypes

/// What is sent back.
public struct Answer: Sendable {
    public var status: HTTPResponse.Status
    public var headers: HTTPFields
    public var body: [UInt8]

    public init(status: HTTPResponse.Status = .ok, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// A page.
    public static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, headers: [.contentType: "text/html; charset=utf-8"], body: html.bytes)
    }

    /// A JSON value.
    public static func json(_ json: JSON, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, headers: [.contentType: "application/json"], body: json.bytes)
    }

    public static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, headers: [.contentType: "text/plain; charset=utf-8"], body: Array(text.utf8))
    }

    /// A file to keep.
    public static func download(_ bytes: [UInt8], named name: String, type: String) -> Answer {
        let ascii = String(decoding: name.utf8.map { $0 < 128 && $0 > 31 && $0 != 34 ? $0 : 95 }, as: UTF8.self)
        return Answer(
            headers: [
                .contentType: type,
                .contentDisposition: "attachment; filename=\"\(ascii)\"; filename*=UTF-8''\(Form.encode(name))",
            ], body: bytes)
    }

    /// Sends the browser on with a GET, after a form was taken.
    public static func see(_ target: String) -> Answer {
        Answer(status: .seeOther, headers: [.location: target])
    }

    public static let unchanged = Answer(status: .notModified)

    /// Adds a header.
    public func with(_ name: HTTPField.Name, _ value: String) -> Answer {
        var answer = self
        answer.headers.append(HTTPField(name: name, value: value))
        return answer
    }
}
