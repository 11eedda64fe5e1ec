import ArgumentParser
import SabakApp
import Store
import Web

extension BackupCommand {
    struct Drill: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Restores the newest backup into a scratch folder and compares it with the living data.")
        @OptionGroup var options: DataOptions
        @Option(help: "A backup file, or a folder of them.") var from: String
        @OptionGroup var seal: KeyOptions
        @Flag(help: "Print one JSON value.") var json = false

        func run() throws {
            let store = try options.open()
            let file = try BackupShelf.newest(from: from)
            let key = try seal.chosen()
            Output.say("restoring \(file)")
            let now = Clock.wall.now()
            let started = ContinuousClock.now
            let drill = try BackupDrill.run(of: file, key: key, against: store, at: now)
            let taken = (ContinuousClock.now - started) / .seconds(1)
            if json {
                Output.json(value(of: drill, seconds: taken))
            } else {
                for line in drill.lines(at: now) { Output.say(line) }
                Output.say("\(drill.isSound ? "sound" : "NOT sound"), \(Int(taken.rounded(.up))) s")
            }
            guard drill.isSound else { throw ExitCode(1) }
        }

        private func value(of drill: BackupDrill, seconds: Double) -> JSON {
            [
                "file": .string(drill.file), "madeAt": .integer(drill.madeAt), "sound": .bool(drill.isSound),
                "milliseconds": .integer(Int64(seconds * 1000)), "missing": .array(drill.missing.map { .id($0) }),
                "schools": .array(drill.schools.map(value)),
            ]
        }

        private func value(of school: BackupDrill.School) -> JSON {
            [
                "id": .id(school.id), "name": .string(school.name), "seq": .integer(school.seq),
                "liveSeq": .integer(school.liveSeq), "behind": .integer(school.behind),
                "headAt": .integer(school.headAt), "liveHeadAt": .integer(school.liveHeadAt),
                "rows": .integer(Int64(school.rows)), "liveRows": .integer(Int64(school.liveRows)),
                "problems": .array(school.problems.map { .string($0) }),
            ]
        }
    }
}
