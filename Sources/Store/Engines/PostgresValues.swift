import CPQ

/// The kinds of columns the schema has, by PostgreSQL's numbers, and those that questions answer with.
enum PostgresKind {
    static let truth: Oid = 16
    static let bytes: Oid = 17
    static let name: Oid = 19
    static let integer: Oid = 20
    static let short: Oid = 21
    static let word: Oid = 23
    static let text: Oid = 25
    static let unknown: Oid = 705
    static let varying: Oid = 1043
    static let numeric: Oid = 1700
}

/// The values of a statement in PostgreSQL's binary form, in one piece of memory.
struct PostgresValues {
    private(set) var kinds: [Oid] = []
    private var memory: [UInt8] = [0]
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [SQLValue]) {
        kinds.reserveCapacity(values.count)
        for value in values {
            kinds.append(Self.kind(of: value))
            let start = memory.count
            switch value {
            case .null: break
            case .integer(let number): withUnsafeBytes(of: number.bigEndian) { memory.append(contentsOf: $0) }
            case .text(let text): memory.append(contentsOf: text.utf8)
            case .bytes(let bytes): memory.append(contentsOf: bytes)
            }
            if case .null = value { starts.append(nil) } else { starts.append(start) }
            lengths.append(Int32(memory.count - start))
        }
        // What is empty still needs a place to point at.
        memory.append(0)
    }

    func withPointers<T>(
        _ body: ([Oid], [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> T
    ) rethrows -> T {
        try memory.withUnsafeBytes { memory in
            let base = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = starts.map { start in start.flatMap { base?.advanced(by: $0) } }
            return try body(kinds, pointers, lengths, [Int32](repeating: 1, count: kinds.count))
        }
    }

    private static func kind(of value: SQLValue) -> Oid {
        switch value.kind {
        case .integer: PostgresKind.integer
        case .text: PostgresKind.text
        case .bytes: PostgresKind.bytes
        }
    }
}

/// A row of an answer that PostgreSQL gave in its binary form.
struct PostgresCursor {
    let answer: OpaquePointer
    let row: Int32

    static func reads(_ kind: Oid) -> Bool {
        switch kind {
        case PostgresKind.truth, PostgresKind.bytes, PostgresKind.name, PostgresKind.integer, PostgresKind.short,
            PostgresKind.word, PostgresKind.text, PostgresKind.unknown, PostgresKind.varying, PostgresKind.numeric:
            true
        default: false
        }
    }

    func integer(_ column: Int) -> Int64 {
        let field = field(column)
        return switch PQftype(answer, Int32(column)) {
        case PostgresKind.integer, PostgresKind.word, PostgresKind.short, PostgresKind.truth: Self.number(field)
        case PostgresKind.numeric: Self.whole(field)
        default: Self.leadingNumber(field)
        }
    }

    func text(_ column: Int) -> String {
        if isNull(column) { return "" }
        return switch PQftype(answer, Int32(column)) {
        case PostgresKind.integer, PostgresKind.word, PostgresKind.short, PostgresKind.truth, PostgresKind.numeric:
            String(integer(column))
        default: String(decoding: field(column), as: UTF8.self)
        }
    }

    func bytes(_ column: Int) -> [UInt8] { [UInt8](field(column)) }

    func isNull(_ column: Int) -> Bool { PQgetisnull(answer, row, Int32(column)) != 0 }

    func value(_ column: Int) -> SQLValue {
        switch PQftype(answer, Int32(column)) {
        case PostgresKind.bytes: isNull(column) ? .null(.bytes) : .bytes(bytes(column))
        case PostgresKind.integer, PostgresKind.word, PostgresKind.short, PostgresKind.truth, PostgresKind.numeric:
            isNull(column) ? .null(.integer) : .integer(integer(column))
        default: isNull(column) ? .null(.text) : .text(text(column))
        }
    }

    private func field(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(answer, row, Int32(column)), count: Int(PQgetlength(answer, row, Int32(column))))
    }

    /// Big-endian, of two, four or eight bytes; one byte is a truth value.
    private static func number(_ field: UnsafeRawBufferPointer) -> Int64 {
        var number: Int64 = field.first.map { $0 > 127 } == true ? -1 : 0
        for byte in field { number = number << 8 | Int64(byte) }
        return number
    }

    /// The whole part of a `numeric`, which is what `sum` of whole numbers answers: a count of digits to the base of
    /// 10000, the weight of the first, a sign, and the digits.
    private static func whole(_ field: UnsafeRawBufferPointer) -> Int64 {
        guard field.count >= 8 else { return 0 }
        func part(_ index: Int) -> Int64 {
            Int64(Int16(bitPattern: UInt16(field[index * 2]) << 8 | UInt16(field[index * 2 + 1])))
        }
        let weight = part(1)
        var number: Int64 = 0
        for place in 0..<max(weight + 1, 0) {
            let (tens, overflows) = number.multipliedReportingOverflow(by: 10_000)
            guard !overflows else { return part(2) == 0 ? .max : .min }
            number = tens + (place < part(0) ? part(4 + Int(place)) : 0)
        }
        return part(2) == 0 ? number : -number
    }

    private static func leadingNumber(_ field: UnsafeRawBufferPointer) -> Int64 {
        let text = String(decoding: field, as: UTF8.self).drop(while: \.isWhitespace)
        let sign = text.first == "-" ? "-" : ""
        let digits = text.drop { $0 == "-" || $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
        return Int64(sign + digits) ?? 0
    }
}
