import CExpat
import Foundation

/// What a scanner found in the XML. Names are local names, whatever prefix the producer has chosen.
class XMLListener {
    /// Why the scan was stopped. A listener notes it instead of throwing, since nothing may be thrown through C.
    private(set) var problem: SheetProblem?
    /// Asked at every tag, where looking at `problem` itself would cost a third of the time of reading.
    fileprivate private(set) var isStopped = false

    /// Stops the scan; the first problem counts.
    final func refuse(_ problem: SheetProblem) {
        if !isStopped { self.problem = problem }
        isStopped = true
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// A name as the parser holds it, valid during one callback.
struct XMLName {
    fileprivate let start: UnsafePointer<CChar>

    init(_ qualified: UnsafePointer<CChar>) {
        var start = qualified
        var position = qualified
        while position.pointee != 0 {
            if position.pointee == 0x3A { start = position + 1 }
            position += 1
        }
        self.start = start
    }

    var text: String { String(cString: start) }

    static func == (name: XMLName, word: StaticString) -> Bool {
        strcmp(name.start, UnsafeRawPointer(word.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }

    static func ~= (word: StaticString, name: XMLName) -> Bool { name == word }
}

/// The attributes of an element, valid during one callback.
struct XMLAttributes {
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// The value of an attribute by its local name, as the parser holds it.
    func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
        var pair = list
        while let key = pair[0] {
            if XMLName(key) == name { return pair[1] }
            pair += 2
        }
        return nil
    }

    /// Every attribute by its local name.
    var all: [String: String] {
        var values: [String: String] = [:]
        var pair = list
        while let key = pair[0], let value = pair[1] {
            values[XMLName(key).text] = String(cString: value)
            pair += 2
        }
        return values
    }

    subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

    func integer(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

    func isTrue(_ name: StaticString) -> Bool { self[name] == "1" || self[name] == "true" }
}

/// Feeds XML to a listener as it arrives. Refuses document types, XML that is not well formed, elements nested
/// deeper than any spreadsheet's, and tags that go on without end.
final class XMLScanner {
    private static let deepest = 64
    private static let longestTag = 1 << 18

    private let parser: XML_Parser
    private let listener: XMLListener
    private let entry: String
    private var depth = 0
    private var silence = 0

    /// Scans one entry of an archive.
    static func scan(_ entry: String, of file: ZipFile, _ listener: XMLListener) throws(SheetProblem) {
        let scanner = try XMLScanner(entry, listener)
        try file.expand(entry) { chunk throws(SheetProblem) in try scanner.feed(chunk, isLast: false) }
        try scanner.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }

    /// Scans text that is UTF-8 already, whatever its declaration says.
    static func scan(utf8 bytes: [UInt8], _ listener: XMLListener) throws(SheetProblem) {
        let scanner = try XMLScanner("", listener, encoding: "UTF-8")
        try bytes.withUnsafeBufferPointer { all throws(SheetProblem) in
            for start in stride(from: 0, to: all.count, by: 1 << 16) {
                let chunk = all[start..<min(start + (1 << 16), all.count)]
                try scanner.feed(UnsafeBufferPointer(rebasing: chunk), isLast: false)
            }
        }
        try scanner.feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    }

    private init(_ entry: String, _ listener: XMLListener, encoding: String? = nil) throws(SheetProblem) {
        guard let parser = XML_ParserCreate(encoding) else {
            throw SheetProblem(.unreadable, detail: "expat did not start")
        }
        self.parser = parser
        self.listener = listener
        self.entry = entry
        // The parser calls back only inside `feed`, while `self` is alive, so the pointer needs no ownership.
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLScanner.of(context).refuse(SheetProblem(.doctype))
        }
        XML_SetElementHandler(parser) { context, name, attributes in
            guard let name, let attributes else { return }
            XMLScanner.of(context).open(XMLName(name), XMLAttributes(list: attributes))
        } _: { context, name in
            guard let name else { return }
            XMLScanner.of(context).close(XMLName(name))
        }
        XML_SetCharacterDataHandler(parser) { context, text, count in
            XMLScanner.of(context).receive(text, Int(count))
        }
    }

    deinit { XML_ParserFree(parser) }

    private func feed(_ chunk: UnsafeBufferPointer<UInt8>, isLast: Bool) throws(SheetProblem) {
        silence += chunk.count
        let start = UnsafeRawPointer(chunk.baseAddress)?.assumingMemoryBound(to: CChar.self)
        let status = XML_Parse(parser, start, Int32(chunk.count), isLast ? 1 : 0)
        if silence > Self.longestTag {
            listener.refuse(SheetProblem(.tooLarge, detail: "a tag or comment without end"))
        }
        if var problem = listener.problem {
            if problem.sheet == nil, !entry.isEmpty { problem.sheet = entry }
            throw problem
        }
        guard status == XML_STATUS_OK else {
            let line = Int(XML_GetCurrentLineNumber(parser))
            let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not well formed"
            throw SheetProblem(.unreadable, sheet: entry.isEmpty ? nil : entry, detail: "XML line \(line): \(reason)")
        }
    }

    private func open(_ name: XMLName, _ attributes: XMLAttributes) {
        guard isHeard() else { return }
        depth += 1
        if depth > Self.deepest {
            listener.refuse(SheetProblem(.unreadable, detail: "elements nested too deep"))
        } else {
            listener.start(name, attributes)
        }
        stopIfRefused()
    }

    private func close(_ name: XMLName) {
        guard isHeard() else { return }
        depth -= 1
        listener.end(name)
        stopIfRefused()
    }

    private func receive(_ text: UnsafePointer<CChar>?, _ count: Int) {
        guard isHeard(), let text else { return }
        let start = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        listener.text(UnsafeBufferPointer(start: start, count: count))
        stopIfRefused()
    }

    /// A stopped parser may still deliver the end of an empty element.
    private func isHeard() -> Bool {
        silence = 0
        return !listener.isStopped
    }

    private func refuse(_ problem: SheetProblem) {
        listener.refuse(problem)
        stopIfRefused()
    }

    private func stopIfRefused() {
        if listener.isStopped { XML_StopParser(parser, 0) }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLScanner {
        guard let context else { preconditionFailure("expat lost its context") }
        return Unmanaged<XMLScanner>.fromOpaque(context).takeUnretainedValue()
    }
}
