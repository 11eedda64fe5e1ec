import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Replays the load of schools against a running server on this computer and says how it fared.
@main
struct LoadRun {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            if arguments.first == "compare", arguments.count == 3 {
                print(Table.compare(try Report.read(arguments[1]), try Report.read(arguments[2])))
            } else {
                try LoadRun(options: Options(arguments)).run()
            }
        } catch {
            FileHandle.standardError.write(Data("sabak-load: \(error)\n".utf8))
            exit(2)
        }
    }

    private let options: Options

    private func run() throws {
        let cast = try Cast(file: options.cast)
        let weeks = try Weeks(today: options.today)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let lines = Lines(
            loop: group.next(), port: options.port, most: options.connections * 4, limit: .seconds(30))
        lines.loop.execute { lines.openAhead(options.connections) }
        say("signing in the casts of \(options.schools) schools, \(options.sessions) times each …")
        let schools = try Opening(lines: lines, options: options, cast: cast).schools()
        let schedule = Schedule(stretches, schools: options.schools, seed: options.seed)
        let seconds = Double(schedule.length) / 1e9 - warm
        say("\(schedule.requests.count) requests in \(Int(seconds + warm)) s …")
        let town = Town(schools, weeks: weeks, run: String(UInt64(Date().timeIntervalSince1970 * 1000), radix: 36))
        let replay = Replay(schedule, warm: Int64(warm * 1e9), town: town, lines: lines)
        let report = try measure(replay, seconds: seconds, lines)
        try group.syncShutdownGracefully()
        print(Table(report: report).text)
        if let file = options.json { try report.write(to: file) }
    }

    private var warm: Double { options.isDay ? 0 : options.warm }

    private var stretches: [Stretch] {
        if options.isDay {
            return SchoolDay.stretches(
                from: options.from, to: options.to, schools: options.schools, speed: options.speed)
        }
        return [options.warm, options.seconds].map {
            Stretch(
                seconds: $0, readsPerSecond: options.reads, writesPerSecond: options.writes, reads: .quarterEnd)
        }
    }

    private func measure(_ replay: Replay, seconds: Double, _ lines: Lines) throws -> Report {
        let (pid, databasePid, data) = (options.pid, options.databasePid, options.data)
        let before = Mutex<(program: Usage?, database: Usage?, disk: (data: Int, log: Int))>((nil, nil, (0, 0)))
        let measured = try replay.run {
            before.withLock { $0 = (pid.flatMap(Usage.of), databasePid.flatMap(Usage.ofAll), Usage.disk(data)) }
        }.wait()
        let connections = try lines.loop.submit { lines.mostOpen }.wait()
        var report = Report(measured, options: options, planned: seconds, connections: connections)
        let (program, database, disk) = before.withLock { $0 }
        let requests = measured.parts.values.reduce(0) { $0 + $1.answered }
        report.add(
            program: (program, pid.flatMap(Usage.of)), database: (database, databasePid.flatMap(Usage.ofAll)),
            took: measured.seconds, requests: requests)
        if !data.isEmpty {
            let after = Usage.disk(data)
            (report.growth, report.logGrowth) = (after.data - disk.data, after.log - disk.log)
        }
        return report
    }

    private func say(_ words: String) { FileHandle.standardError.write(Data("… \(words)\n".utf8)) }
}
