import Foundation
import Testing

@testable import SabakApp

/// What must hold everywhere in the house.
@Suite struct HouseTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../..").standardizedFileURL.path

    struct File: Sendable {
        let path, text: String
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    static func files(under folder: String, ending: String) -> [File] {
        let paths = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(ending) }.sorted().map { path in
            let text = (try? String(contentsOfFile: "\(root)/\(folder)/\(path)", encoding: .utf8)) ?? ""
            return File(path: folder + "/" + path, text: text)
        }
    }

    static let sources = files(under: "Sources", ending: ".swift")

    @Test func `no file is longer than 400 lines, no line than 120 characters`() {
        let files = Self.sources + Self.files(under: "Tests", ending: ".swift")
        #expect(files.count > 100)
        for file in files {
            #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines")
            let long = file.lines.firstIndex { $0.count > 120 }
            #expect(long == nil, "\(file.path):\((long ?? 0) + 1)")
        }
    }

    @Test func `no style sheet and no script is longer than 400 lines`() {
        let files = Self.files(under: "Public", ending: ".css") + Self.files(under: "Public", ending: ".js")
        #expect(files.count > 30)
        for file in files { #expect(file.lines.count <= 400, "\(file.path) has \(file.lines.count) lines") }
    }

    @Test func `every action of the audit chain is said in words`() {
        let named = Self.sources.flatMap { file in
            file.text.matches(of: /audit\(\s*"([a-z]+\.[a-zA-Z]+)"/).map { String($0.1) }
        }
        #expect(Set(named).count > 40)
        #expect(named.filter { !ControlTexts.hasWords(forAction: $0) } == [])
    }

    @Test func `no file is named for a pattern instead of a thing`() {
        let drawers = ["Manager", "Helper", "Service", "Util", "Repository", "Extensions", "Common"]
        for file in Self.sources {
            let name = file.path.split(separator: "/").last ?? ""
            #expect(!drawers.contains { name.contains($0) }, "\(file.path)")
        }
    }

    @Test func `kits do not know each other, and the rules know nobody`() {
        let kits = ["SchoolRules", "Store", "Web", "Sheets", "SabakApp"]
        for file in Self.sources {
            let kit = kits.first { file.path.hasPrefix("Sources/\($0)/") }
            guard let kit, kit != "SabakApp" else { continue }
            for other in kits where other != kit {
                #expect(!file.text.contains("import \(other)\n"), "\(file.path) imports \(other)")
            }
            if kit == "SchoolRules" { #expect(!file.text.contains("import Foundation"), "\(file.path)") }
        }
    }

    @Test func `nothing is forced and nothing is swallowed without a word`() {
        for file in Self.sources {
            for (number, line) in file.lines.enumerated() {
                #expect(!line.contains("try!") && !line.contains(" as! "), "\(file.path):\(number + 1)")
                guard line.contains("try? ") else { continue }
                let around = file.lines[max(0, number - 3)...min(file.lines.count - 1, number + 2)]
                #expect(around.contains { $0.contains("// ") || $0.contains("/// ") }, "\(file.path):\(number + 1)")
            }
        }
    }

    @Test func `nothing is left for another day`() {
        for file in Self.sources {
            for word in ["TODO", "FIXME", "not implemented"] {
                #expect(!file.text.contains(word), "\(file.path) says \(word)")
            }
        }
    }

    @Test func `features ask the country profile, not the country`() {
        for file in Self.sources where file.path.contains("/Features/") {
            #expect(!file.text.contains("country == ."), "\(file.path)")
        }
    }

    @Test func `a room does not name another room's types`() {
        let rooms = Self.sources.filter { $0.path.contains("/Features/") }
        let names = Set(rooms.compactMap { $0.path.split(separator: "/").dropFirst(3).first.map(String.init) })
        for file in rooms {
            let own = String(file.path.split(separator: "/")[3])
            for room in names where room != own {
                for ending in ["Page", "Queries", "Forms", "Texts", "API"] {
                    #expect(!file.text.contains(" \(room)\(ending)."), "\(file.path) names \(room)\(ending)")
                }
            }
        }
    }

    @Test func `every statement of the application names its school`() {
        var count = 0
        for file in Self.sources where file.path.contains("/SabakApp/") {
            for statement in Self.statements(in: file.text) {
                count += 1
                // A statement over a part written elsewhere in its file finds the school in that part.
                let isOverPart =
                    statement.contains("FROM (\\(") || statement.contains("\\(source)")
                    || statement.contains("FROM \\(")
                #expect(statement.contains("school_id") || isOverPart, "\(file.path): \(statement.prefix(120))")
            }
        }
        #expect(count > 150)
    }

    @Test func `history is only ever added to`() {
        for file in Self.sources {
            for statement in Self.statements(in: file.text) {
                for table in ["audit", "audit_text"] {
                    #expect(!statement.contains("UPDATE \(table) "), "\(file.path)")
                    #expect(!statement.contains("DELETE FROM \(table) "), "\(file.path)")
                }
            }
        }
    }

    /// Where the roles of a visitor are asked for after all, and why.
    private static let asksForRoles: [(file: String, line: String, why: String)] = [
        ("Shell/Menu.swift", "visit.roles.contains(role) && !(role == .subst", "a person chooses a role to start as"),
        ("Shell/Menu.swift", "!(role == .classTeacher && visit.roles", "a person chooses a role to start as"),
        ("Settings/Settings.swift", "isFor(visit.roles)", "the rules divide one right among the parts of the settings"),
        ("Closing/ClosingPage.swift", "Closing.mayReopen(as: visit.roles)", "the rules of closing name who signs"),
        ("Closing/ClosingPage.swift", "Closing.maySign(period.key.period, as: visit.roles)", "the same"),
        ("Closing/ClosingRoom.swift", "by: visit.person.id, as: visit.roles, at:", "the same"),
        ("Closing/ClosingRoom.swift", "Closing.mayReopen(as: visit.roles)", "the same"),
        ("Diary/DiaryAPI.swift", "Role.allCases.filter(visit.roles.contains)", "a program is told its visitor's roles"),
        ("Unlocks/UnlocksPage.swift", "unlock.waits(for: visit.person.id, as: visit.roles)", "two roles approve"),
        ("Unlocks/Unlocks.swift", "unlock.approve(by: visit.person.id, as: visit.roles", "two roles approve"),
        ("NextYear/NextYearPage.swift", "YearStep.prepare.isOpen(to: visit.roles)", "one right has two steps"),
        ("NextYear/NextYearPage.swift", "YearStep.confirm.isOpen(to: visit.roles)", "one right has two steps"),
        ("NextYear/NextYearClassPage.swift", "YearStep.prepare.isOpen(to: visit.roles)", "one right has two steps"),
        ("NextYear/NextYear.swift", "YearStep.prepare.isOpen(to: visit.roles)", "one right has two steps"),
        ("NextYear/NextYear.swift", "YearStep.confirm.isOpen(to: visit.roles)", "one right has two steps"),
    ]

    @Test func `rooms ask for rights and rules, not for roles`() {
        var used: Set<Int> = []
        for file in Self.sources where file.path.contains("/SabakApp/") {
            for line in file.lines where line.contains("visit.roles") {
                let known = Self.asksForRoles.firstIndex { file.path.hasSuffix($0.file) && line.contains($0.line) }
                #expect(known != nil, "\(file.path): \(line)")
                if let known { used.insert(known) }
            }
        }
        let idle = Self.asksForRoles.indices.filter { !used.contains($0) }.map { Self.asksForRoles[$0].line }
        #expect(idle == [], "permitted, and asked nowhere")
    }

    @Test func `raw HTML is used nowhere outside the kit`() {
        for file in Self.sources where file.path.contains("/SabakApp/") {
            #expect(!file.text.contains("HTML(raw:"), "\(file.path)")
        }
    }

    @Test func `pages carry no script, no style and no address of another site`() {
        for file in Self.sources where file.path.contains("/SabakApp/") {
            for word in ["style=\\\"", "onclick", "onsubmit", "<script>", "<style", "https://cdn", "googleapis"] {
                #expect(!file.text.contains(word), "\(file.path) has \(word)")
            }
        }
        let shown = Self.files(under: "Public", ending: ".css") + Self.files(under: "Public", ending: ".js")
        for file in shown {
            #expect(!file.text.contains("http://") && !file.text.contains("https://"), "\(file.path)")
        }
    }

    @Test func `each part of the style sheet closes what it opens`() {
        let parts = Self.files(under: "Public/style", ending: ".css")
        #expect(parts.count > 10)
        for part in parts {
            let bare = part.text.replacing(/"[^"]*"/, with: "")
            #expect(bare.count { $0 == "{" } == bare.count { $0 == "}" }, "\(part.path)")
            #expect(bare.ranges(of: "/*").count == bare.ranges(of: "*/").count, "\(part.path)")
        }
    }

    @Test func `the documents name only what exists`() {
        let here = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
        let documents = Self.files(under: "docs", ending: ".md")
        #expect(documents.count > 10)
        for (path, text) in documents.map({ ($0.path, $0.text) }) + here.map({ ($0, Self.text($0)) }) {
            #expect(!text.isEmpty, "\(path)")
            let folder = Self.root + "/" + path.split(separator: "/").dropLast().joined(separator: "/")
            for (name, from) in Self.links(in: text).map({ ($0, folder) })
                + Self.paths(in: text).map({ ($0, Self.root) })
            {
                #expect(FileManager.default.fileExists(atPath: from + "/" + name), "\(path) names \(name)")
            }
        }
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? ""
    }

    /// The literals of a source file that are statements, whole: an interpolation may hold quotes of its own.
    static func statements(in text: String) -> [String] {
        let verbs = #/"(?:""\s*\n\s*)?(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH) /#
        return text.ranges(of: verbs).map { start in
            let isLong = text[start].hasPrefix("\"\"\"")
            let from = text.index(start.lowerBound, offsetBy: isLong ? 3 : 1)
            return String(text[from..<end(of: text, from: from, isLong: isLong)])
                .trimmingCharacters(in: .whitespacesAndNewlines)
        }
    }

    /// Where a literal ends: at its quotes, outside of any interpolation.
    private static func end(of text: String, from start: String.Index, isLong: Bool) -> String.Index {
        var depth = 0
        var place = start
        while place < text.endIndex {
            let rest = text[place...]
            if depth == 0, rest.hasPrefix(isLong ? "\"\"\"" : "\"") { return place }
            if depth == 0, rest.hasPrefix("\\(") {
                depth = 1
                place = text.index(after: place)
            } else if depth > 0, rest.hasPrefix("(") {
                depth += 1
            } else if depth > 0, rest.hasPrefix(")") {
                depth -= 1
            }
            place = text.index(after: place)
        }
        return place
    }

    private static func paths(in text: String) -> [String] {
        let path = /`((?:Sources|docs|Tests|Public|Browser|Bench|Faults)\/[^`…{}*]*)`/
        return text.matches(of: path).map { String($0.1) }
    }

    private static func links(in text: String) -> [String] {
        text.matches(of: /\]\(([^)#:]+)\)/).map { String($0.1) }
    }
}
