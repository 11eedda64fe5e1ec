import Foundation
import HTTPTypes

/// The style sheet, the scripts and the icons: read once, compressed once, named by their content.
public struct PublicFiles: Sendable {
    private struct File: Sendable {
        let type: String
        let tag: String
        let plain: [UInt8]
        let packed: [UInt8]?
    }

    private let files: [String: File]

    /// Reads every file of a folder.
    public init(folder: String) throws {
        var files: [String: File] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let type = Self.types[String(name.split(separator: ".").last ?? "")]
            guard let type, let content = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            let bytes = [UInt8](content)
            let tag = Tokens.digest(String(decoding: bytes, as: UTF8.self)).prefix(6)
                .map { String(Int($0), radix: 36) }.joined()
            files["/" + name] = File(
                type: type, tag: tag, plain: bytes, packed: Gzip.compress(bytes, level: 9))
        }
        self.files = files
    }

    /// The address of a file, which changes with its content, so that it may be kept for ever.
    public func address(of name: String) -> String {
        files["/" + name].map { "/\(name)?v=\($0.tag)" } ?? "/\(name)"
    }

    public func size(of name: String, compressed: Bool) -> Int? {
        files["/" + name].map { compressed ? $0.packed?.count ?? $0.plain.count : $0.plain.count }
    }

    func answer(to asked: Asked) -> Answer? {
        guard let file = files[asked.path] else { return nil }
        guard asked.method == .get || asked.method == .head else {
            return Answer(status: .methodNotAllowed).with(.allow, "GET, HEAD")
        }
        let tag = "\"\(file.tag)\""
        let keep = asked.query["v"] == file.tag ? "public, max-age=31536000, immutable" : "no-cache"
        guard asked.headers[.ifNoneMatch] != tag else {
            return Answer(status: .notModified, headers: [.eTag: tag, .cacheControl: keep])
        }
        var answer = Answer(
            headers: [.contentType: file.type, .eTag: tag, .cacheControl: keep, .vary: "Accept-Encoding"],
            body: file.plain)
        if let packed = file.packed, asked.headers[.acceptEncoding]?.contains("gzip") == true {
            answer.body = packed
            answer.headers[.contentEncoding] = "gzip"
        }
        return answer
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "webmanifest": "application/manifest+json", "woff2": "font/woff2",
        "txt": "text/plain; charset=utf-8", "ico": "image/x-icon",
    ]
}
