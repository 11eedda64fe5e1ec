import ArgumentParser
import Foundation
import SabakApp
import Store
import Web

extension CheckCommand {
    struct DatabaseCheck: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "database",
            abstract: "Says whether the data answer, and looks at every page of every file.",
            discussion: """
                Ends with 1 if a page is not what was written. --mend writes files anew of which a flipped bit can be \
                put right, or which have pages without a seal. --accept takes a school's file as it is, after its \
                records were proved; the server must be stopped.
                """)
        @OptionGroup var options: DataOptions
        @Flag(help: "Write files anew that have pages to be put right.") var mend = false
        @Flag(help: "Take the pages of --school as they are; wants --why.") var accept = false
        @Option(help: "The school of --accept.") var school: Int64?
        @Option(help: "Why, for the audit chain.") var why: String?
        @Flag(help: "Print one JSON value.") var json = false

        func validate() throws {
            if accept, school == nil || (why ?? "").isEmpty {
                throw ValidationError("--accept wants --school ID and --why \"…\".")
            }
        }

        func run() throws {
            let store = try options.open()
            if accept, let school, let why { return try take(school, why, in: store) }
            let files = try look(store)
            let remarks = try store.remarks()
            let isSound = files.allSatisfy(\.found.isSound)
            if json {
                Output.json([
                    "schools": .integer(Int64(files.count - 1)), "remarks": .array(remarks.map { .string($0) }),
                    "sound": .bool(isSound), "files": .array(files.map(value)),
                ])
            } else {
                Output.say("\(files.count - 1) schools; the database answers")
                for file in files { for line in lines(file) { Output.say(line) } }
                for remark in remarks { Output.say("Note: \(remark).") }
            }
            guard isSound else { throw ExitCode(1) }
        }

        private typealias Looked = (name: String, found: PagesFound)

        private func look(_ store: Store) throws -> [Looked] {
            let directory = try store.lookThroughDirectory()
            if mend, directory.isSound, directory.wantsWriting { try store.sealDirectory() }
            return try [("directory", directory)]
                + store.schoolList().map { school in
                    var found = PagesFound()
                    do {
                        found = try store.school(school.id).lookThrough()
                        if mend, found.isSound, found.wantsWriting { try store.school(school.id).sealPages() }
                    } catch let fault as StoreError where fault.kind == .damaged {
                        found.damage = "\(fault)"
                    }
                    return ("school \(school.id) \(school.name)", found)
                }
        }

        private func take(_ school: Int64, _ why: String, in store: Store) throws {
            let pages = try store.acceptPages(
                of: school, who: NSUserName(), why: why, at: Clock.wall.now()
            ) { try AuditProof.verify(school, in: $0) }
            let list = pages.map(String.init).joined(separator: ", ")
            Output.say(pages.isEmpty ? "nothing to accept" : "accepted as they are: pages \(list)")
        }

        private func lines(_ file: Looked) -> [String] {
            var lines: [String] = []
            let found = file.found
            if !found.wrong.isEmpty { lines.append("pages not what was written: \(list(found.wrong))") }
            if !found.damage.isEmpty { lines.append(found.damage) }
            if !found.mended.isEmpty {
                let outcome = mend && found.isSound ? "put right" : "put right when read, with --mend on the disk too"
                lines.append("a bit had flipped in pages \(list(found.mended)): \(outcome)")
            }
            if found.unsealed > 0 { lines.append("\(found.unsealed) pages without a seal\(mend ? ": sealed" : "")") }
            return lines.map { "\(file.name): \($0)" }
        }

        private func list(_ pages: [Int64]) -> String { pages.map(String.init).joined(separator: ", ") }

        private func value(_ file: Looked) -> JSON {
            [
                "name": .string(file.name), "wrong": .array(file.found.wrong.map { .integer($0) }),
                "mended": .array(file.found.mended.map { .integer($0) }),
                "unsealed": .integer(Int64(file.found.unsealed)), "damage": .string(file.found.damage),
            ]
        }
    }
}
