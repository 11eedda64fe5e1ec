/// What went wrong, in words for the person at the terminal.
struct Complaint: Error, CustomStringConvertible {
    let description: String
    init(_ words: String) { description = words }
}

/// The command line.
struct Options {
    var cast = ""
    var port = 0
    var title = "load"
    var schools = 1
    var reads = 23.0
    var writes = 3.0
    var seconds = 60.0
    var warm = 10.0
    var isDay = false
    var from = 8
    var to = 21
    var speed = 60.0
    var sessions = 4
    var connections = 64
    var pages = 6
    var seed: UInt64 = 1
    var today = "2026-11-20"
    var readAim: Double?
    var writeAim: Double?
    var pid: Int?
    var databasePid: Int?
    var data: [String] = []
    var json: String?

    static let usage = """
        sabak-load --cast FILE --port N [options]      the server at 127.0.0.1, and no other
          --schools N          how many schools of the cast take part (1)
          --reads R --writes W rates a second of all schools together (23 and 3)
          --seconds S --warm S how long is measured, and how long before that is not (60 and 10)
          --day                a school day by the hour instead of fixed rates
          --from H --to H --speed X   its first hour, its end, how many times faster than a clock (8, 21, 60)
          --sessions N         how often each member of a cast signs in (4)
          --connections N      keep-alive connections opened ahead; four times as many at most (64)
          --pages N            journal pages each teacher writes (6)
          --today DAY --seed N --title TEXT
          --aim-reads MS --aim-writes MS      p99 aimed at, shown beside
          --pid N --database-pid N            processes whose CPU and memory are measured
          --data DIR           whose growth is measured; may be named again
          --json FILE          keeps what was measured
        sabak-load compare FILE FILE           two kept runs side by side
        """

    /// - Throws: a complaint about what is not understood or out of bounds.
    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            if name == "--day" {
                isDay = true
            } else {
                guard let value = rest.popFirst() else { throw Complaint("\(name) wants a value") }
                try take(name, value)
            }
        }
        try checkBounds()
    }

    private mutating func take(_ name: String, _ value: String) throws {
        switch name {
        case "--host":
            guard value == Lines.host else { throw Complaint("only \(Lines.host) is ever asked") }
        case "--cast": cast = value
        case "--title": title = value
        case "--today": today = value
        case "--data": data.append(value)
        case "--json": json = value
        case "--port": port = try number(name, value)
        case "--schools": schools = try number(name, value)
        case "--reads": reads = try number(name, value)
        case "--writes": writes = try number(name, value)
        case "--seconds": seconds = try number(name, value)
        case "--warm": warm = try number(name, value)
        case "--from": from = try number(name, value)
        case "--to": to = try number(name, value)
        case "--speed": speed = try number(name, value)
        case "--sessions": sessions = try number(name, value)
        case "--connections": connections = try number(name, value)
        case "--pages": pages = try number(name, value)
        case "--seed": seed = try number(name, value)
        case "--aim-reads": readAim = try number(name, value)
        case "--aim-writes": writeAim = try number(name, value)
        case "--pid": pid = try number(name, value)
        case "--database-pid": databasePid = try number(name, value)
        default: throw Complaint("\(name) is not known\n\(Self.usage)")
        }
    }

    private func number<Value: LosslessStringConvertible>(_ name: String, _ value: String) throws -> Value {
        guard let number = Value(value) else { throw Complaint("\(name) wants a number, not \(value)") }
        return number
    }

    private func checkBounds() throws {
        guard !cast.isEmpty, (1...65_535).contains(port) else { throw Complaint(Self.usage) }
        let isBounded =
            (1...1000).contains(schools) && (0...10_000).contains(reads) && (0...5000).contains(writes)
            && seconds > 0 && seconds <= 3600 && warm >= 0 && warm <= 600 && (1...100).contains(sessions)
            && (1...1024).contains(connections) && (1...100).contains(pages)
        guard isBounded else {
            throw Complaint("at most 1000 schools, 10000 reads and 5000 writes a second, an hour, 1024 connections")
        }
        guard speed >= 1, speed <= 3600, from >= 7, to <= 23, from < to else {
            throw Complaint("a day lies between --from 7 and --to 23, at a --speed of 1 to 3600")
        }
    }
}
