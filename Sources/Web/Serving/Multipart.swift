/// A form with files as a browser sends it (`multipart/form-data`, RFC 7578).
///
/// Contents are slices of the body: a file of megabytes is not copied for being found.
public struct Multipart: Sendable {
    /// One field or file.
    public struct Part: Sendable {
        public let name: String
        /// The file's own name without any folder; nil for a field, empty where no file was chosen.
        public let fileName: String?
        public let content: ArraySlice<UInt8>

        public var text: String { String(decoding: content, as: UTF8.self) }
    }

    /// Why a body is refused as a whole.
    public enum Problem: Error, Equatable, Sendable {
        /// The media type names no boundary, or one that RFC 2046 §5.1.1 does not allow.
        case noBoundary
        /// More parts than any form of ours has.
        case tooManyParts
        /// The end is missing: the body was cut.
        case unfinished
        /// A part without a name, or with headers that do not end.
        case badPart
    }

    /// So many parts are taken at most.
    public static let mostParts = 64
    /// So many bytes of headers a part may have.
    private static let mostHeaderBytes = 4096
    /// A field longer than this is no field of a form beside files.
    private static let mostFieldBytes = 65_536

    public private(set) var parts: [Part] = []

    /// Reads a whole body.
    /// - Parameter contentType: the header with its boundary.
    public init(_ body: [UInt8], contentType: String) throws(Problem) {
        guard let boundary = Self.boundary(of: contentType) else { throw .noBoundary }
        let mark = Array("\r\n--\(boundary)".utf8)
        var (place, isLast) = try Self.opening(body, mark)
        while !isLast {
            guard parts.count < Self.mostParts else { throw .tooManyParts }
            guard let end = Self.find(mark, in: body, from: place) else { throw .unfinished }
            parts.append(try Self.part(body[place..<end]))
            (place, isLast) = try Self.afterMark(body, end + mark.count)
        }
    }

    /// The fields that are no files.
    public var form: Form {
        Form(
            fields: parts.filter { $0.fileName == nil && $0.content.count <= Self.mostFieldBytes }
                .map { (name: $0.name, value: $0.text) })
    }

    /// The files of a field that were chosen; a browser sends a nameless, empty one where none was.
    public func files(_ name: String) -> [Part] {
        parts.filter { part in
            part.name == name && part.fileName.map { !$0.isEmpty || !part.content.isEmpty } ?? false
        }
    }

    // MARK: Boundaries

    private static func boundary(of contentType: String) -> String? {
        let fields = parameters(of: contentType)
        guard let found = fields["boundary"], (1...70).contains(found.utf8.count), found.last != " ",
            found.utf8.allSatisfy({ (32...126).contains($0) })
        else { return nil }
        return found
    }

    /// The first mark, which may stand at the very beginning or behind a preamble.
    private static func opening(_ body: [UInt8], _ mark: [UInt8]) throws(Problem) -> (place: Int, isLast: Bool) {
        if body.starts(with: mark.dropFirst(2)) { return try afterMark(body, mark.count - 2) }
        guard let first = find(mark, in: body, from: 0) else { throw .unfinished }
        return try afterMark(body, first + mark.count)
    }

    /// Behind a mark comes the next part, or two hyphens and the end.
    private static func afterMark(_ body: [UInt8], _ start: Int) throws(Problem) -> (place: Int, isLast: Bool) {
        if body[start...].starts(with: [45, 45]) { return (start, true) }
        var place = start
        while place < body.count, body[place] == 32 || body[place] == 9 { place += 1 }
        guard body[place...].starts(with: [13, 10]) else { throw .unfinished }
        return (place + 2, false)
    }

    /// Where a mark begins; it begins with a carriage return, which is rare.
    private static func find(_ mark: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        body.withUnsafeBufferPointer { bytes in
            var place = start
            while place + mark.count <= bytes.count {
                if bytes[place] == mark[0], isEqual(bytes, place, mark) { return place }
                place += 1
            }
            return nil
        }
    }

    private static func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ mark: [UInt8]) -> Bool {
        for index in mark.indices where bytes[place + index] != mark[index] { return false }
        return true
    }

    // MARK: Parts

    private static func part(_ bytes: ArraySlice<UInt8>) throws(Problem) -> Part {
        guard let end = headerEnd(bytes) else { throw .badPart }
        let lines = String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self).split(separator: "\r\n")
        let disposition = lines.first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let disposition else { throw .badPart }
        let fields = parameters(of: String(disposition))
        guard let name = fields["name"], !name.isEmpty else { throw .badPart }
        return Part(
            name: decoded(name), fileName: fields["filename"].map { bare(decoded($0)) },
            content: bytes[min(end + 4, bytes.endIndex)...])
    }

    private static func headerEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        let last = min(bytes.endIndex, bytes.startIndex + mostHeaderBytes) - 3
        guard bytes.startIndex < last else { return nil }
        return (bytes.startIndex..<last).first { place in
            bytes[place] == 13 && bytes[place + 1] == 10 && bytes[place + 2] == 13 && bytes[place + 3] == 10
        }
    }

    /// `name="value"; other=value` behind the first semicolon, names in lower case; the first of a name counts.
    private static func parameters(of header: String) -> [String: String] {
        var found: [String: String] = [:]
        var rest = header.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            let (value, after) = value(rest.dropFirst())
            let key = name.lowercased().filter { $0 != " " }
            if found[key] == nil { found[key] = value }
            rest = after.drop { $0 != ";" }
        }
        return found
    }

    private static func value(_ text: Substring) -> (value: String, rest: Substring) {
        guard text.first == "\"" else {
            let bare = text.prefix { $0 != ";" }
            return (String(bare.reversed().drop { $0 == " " }.reversed()), text.dropFirst(bare.count))
        }
        var value = ""
        var rest = text.dropFirst()
        while let sign = rest.popFirst(), sign != "\"" {
            // Old programs put a bar before quotes; in front of anything else it is part of a Windows path.
            let isEscape = sign == "\\" && (rest.first == "\"" || rest.first == "\\")
            value.append(isEscape ? rest.removeFirst() : sign)
        }
        return (value, rest)
    }

    /// Browsers write quotes and line breaks of names as percent codes, and nothing else (HTML, multipart/form-data).
    private static func decoded(_ name: String) -> String {
        name.replacing("%22", with: "\"").replacing("%0D", with: "").replacing("%0A", with: "")
    }

    /// The name without folders and control characters.
    private static func bare(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last ?? ""
        let clean = last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }
        return String(String(String.UnicodeScalarView(clean)).suffix(200))
    }
}

extension Asked {
    /// The fields and files of a form with files.
    public func multipart() throws(Multipart.Problem) -> Multipart {
        try Multipart(body, contentType: headers[.contentType] ?? "")
    }
}
