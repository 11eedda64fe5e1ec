import Foundation
import HTTPTypes

/// The style sheet, the scripts and the icons: read once, joined once, compressed once, named by their content.
public struct PublicFiles: Sendable {
    private struct File: Sendable {
        let type: String
        let tag: String
        let plain: [UInt8]
        let packed: [UInt8]?
    }

    private let files: [String: File]

    /// Reads every file of a folder. A folder in it is one file, named by what it holds: `style` with `01-a.css` and
    /// `02-b.css` is `style.css`, the parts in the order of their names. Other names are passed over.
    public init(folder: String) throws {
        var files: [String: File] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let path = folder + "/" + name
            // What cannot be listed is no folder.
            if let parts = try? FileManager.default.contentsOfDirectory(atPath: path) {
                for (ending, ordered) in Dictionary(grouping: parts.sorted(), by: Self.ending) {
                    let texts = ordered.compactMap { FileManager.default.contents(atPath: path + "/" + $0) }
                    let joined = [UInt8](texts.joined(separator: [UInt8(ascii: "\n")]))
                    files["/\(name).\(ending)"] = Self.file(of: joined, ending: ending)
                }
            } else if let content = FileManager.default.contents(atPath: path) {
                files["/" + name] = Self.file(of: [UInt8](content), ending: Self.ending(name))
            }
        }
        self.files = files
    }

    private static func ending(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? ""
    }

    private static func file(of bytes: [UInt8], ending: String) -> File? {
        guard let type = types[ending] else { return nil }
        let tag = Tokens.digest(String(decoding: bytes, as: UTF8.self)).prefix(6)
            .map { String(Int($0), radix: 36) }.joined()
        return File(type: type, tag: tag, plain: bytes, packed: Gzip.compress(bytes, level: 9))
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
        guard !asked.has(tag: tag) else {
            return Answer(status: .notModified, headers: [.eTag: tag, .cacheControl: keep])
        }
        var answer = Answer(
            headers: [.contentType: file.type, .eTag: tag, .cacheControl: keep, .vary: "Accept-Encoding"],
            body: file.plain)
        if let packed = file.packed, asked.takesGzip {
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
