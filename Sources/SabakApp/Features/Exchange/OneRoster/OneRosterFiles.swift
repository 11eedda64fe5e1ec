import Foundation
import Sheets

/// The files of a set, from a folder or from an archive. Only names and bytes; nothing is read yet.
struct OneRosterFiles: Sendable {
    /// Bytes by name, such as `users.csv`.
    var files: [String: [UInt8]]
    /// Names of other things that lie beside them.
    var others: [String] = []

    /// What cannot be opened at all.
    enum Failure: Error {
        case missing
        case unreadable(SheetProblem)
        /// An archive that is refused for what it is: locked, too large, names that climb out of it.
        case refused(SheetProblem)
    }

    /// Names that a set may hold, whatever its version.
    private static let known = Set((OneRosterVersion.v12.files + ["manifest"]).map { $0 + ".csv" })

    init(files: [String: [UInt8]], others: [String] = []) {
        self.files = files
        self.others = others
    }

    init(path: String) throws(Failure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing }
        self = isFolder.boolValue ? try Self.folder(path) : try Self.archive(path)
    }

    /// - Throws: what the archive is refused for.
    init(zip bytes: [UInt8]) throws(SheetProblem) {
        self.init(files: [:])
        let zip = try ZipFile(bytes)
        for name in zip.names {
            if Self.known.contains(name) {
                files[name] = try zip.contents(of: name)
            } else {
                others.append(name)
            }
        }
    }

    private static func folder(_ path: String) throws(Failure) -> OneRosterFiles {
        var set = OneRosterFiles(files: [:])
        let limits = SheetLimits.standard
        do {
            var size = 0
            for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted() {
                guard known.contains(name) else {
                    set.others.append(name)
                    continue
                }
                let file = URL(fileURLWithPath: path + "/" + name)
                size += try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
                guard size <= limits.expandedBytes else { throw SheetProblem(.tooLarge, sheet: name) }
                set.files[name] = [UInt8](try Data(contentsOf: file))
            }
        } catch let problem as SheetProblem {
            throw .refused(problem)
        } catch {
            throw .unreadable(SheetProblem(.unreadable, detail: error.localizedDescription))
        }
        return set
    }

    private static func archive(_ path: String) throws(Failure) -> OneRosterFiles {
        do {
            let url = URL(fileURLWithPath: path)
            let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= SheetLimits.standard.fileBytes else { throw SheetProblem(.tooLarge, detail: "\(size) bytes") }
            return try OneRosterFiles(zip: [UInt8](try Data(contentsOf: url)))
        } catch let problem as SheetProblem {
            let isDamaged: [SheetProblem.Code] = [.unreadable, .truncated, .emptyFile, .missingEntry]
            throw isDamaged.contains(problem.code) ? .unreadable(problem) : .refused(problem)
        } catch {
            throw .unreadable(SheetProblem(.unreadable, detail: error.localizedDescription))
        }
    }
}
