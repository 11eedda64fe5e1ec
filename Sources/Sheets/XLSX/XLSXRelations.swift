import Foundation

/// The `.rels` beside a part of the package: what it refers to, where, and of which kind (ECMA-376 part 2).
final class XLSXRelations: XMLListener {
    struct Relation {
        var id: String
        /// The last word of the type's address; transitional and strict files differ only before it.
        var kind: Substring
        var entry: String
    }

    private(set) var all: [Relation] = []
    private let folder: String

    /// The relations of a part; of the package itself for an empty name. None when the archive has no such file.
    static func read(of part: String, in file: ZipFile) throws(SheetProblem) -> [Relation] {
        let slash = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
        let folder = String(part[..<slash])
        guard let entry = file.spelling(of: "\(folder)_rels/\(part[slash...]).rels") else { return [] }
        let relations = XLSXRelations(folder)
        try XMLScanner.scan(entry, of: file, relations)
        return relations.all.map { relation in
            var relation = relation
            relation.entry = file.spelling(of: relation.entry) ?? relation.entry
            return relation
        }
    }

    private init(_ folder: String) { self.folder = folder }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes["TargetMode"] != "External" else { return }
        guard let id = attributes["Id"], let target = attributes["Target"] else { return }
        let kind = attributes["Type"]?.split(separator: "/").last ?? ""
        all.append(Relation(id: id, kind: kind, entry: resolve(target)))
        if all.count > 10_000 { refuse(SheetProblem(.tooManyEntries, detail: "relations")) }
    }

    private func resolve(_ target: String) -> String {
        let target = target.removingPercentEncoding ?? target
        var parts: [Substring] = []
        for part in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
            if part == ".." {
                _ = parts.popLast()
            } else if part != "." {
                parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }
}
