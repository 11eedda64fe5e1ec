import ArgumentParser
import SabakApp
import Store
import Web

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The audit chains.", subcommands: [Verify.self])

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Walks the audit chain of every school and names the first bad row.")
        @OptionGroup var options: DataOptions
        @Flag(help: "Print one JSON value.") var json = false

        func run() throws {
            let store = try options.open()
            var rows: [JSON] = []
            var isSound = true
            for school in try store.schoolList() {
                let found = try AuditProof.verify(school.id, in: store)
                isSound = isSound && found.isSound
                rows.append(row(school.id, found))
                guard !json else { continue }
                if let bad = found.firstBad {
                    Output.say("\(school.id) \(school.name): row \(bad.seq) \(bad.why)")
                } else {
                    Output.say("\(school.id) \(school.name): \(found.rows) rows, sound")
                }
            }
            if json { Output.json(["sound": .bool(isSound), "schools": .array(rows)]) }
            guard isSound else { throw ExitCode(1) }
        }

        private func row(_ school: Int64, _ found: AuditVerification) -> JSON {
            let bad: JSON = found.firstBad.map { ["seq": .integer($0.seq), "why": .string($0.why)] } ?? .null
            return [
                "school": .id(school), "rows": .integer(found.rows), "head": .string(Digest.hex(found.head.hash)),
                "sound": .bool(found.isSound), "firstBad": bad,
            ]
        }
    }
}
