/// A number with leading zeros: `padded(7, to: 2)` is "07".
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
}

/// The value of ASCII digits; nil when there is none, anything else among them, or more than nine.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 9 else { return nil }
    var number = 0
    for byte in bytes {
        guard (0x30...0x39).contains(byte) else { return nil }
        number = number * 10 + Int(byte - 0x30)
    }
    return number
}

func decimal(_ text: some StringProtocol) -> Int? {
    decimal(text.utf8)
}

func floorDivide(_ number: Int, _ divisor: Int) -> Int {
    (number - floorRemainder(number, divisor)) / divisor
}

func floorRemainder(_ number: Int, _ divisor: Int) -> Int {
    let remainder = number % divisor
    return remainder < 0 ? remainder + divisor : remainder
}

/// Decodes a value that is written as one text.
func readText<Value>(_ decoder: any Decoder, _ read: (String) -> Value?) throws -> Value {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    if let value = read(text) {
        return value
    } else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a \(Value.self): \(text)")
    }
}

func writeText(_ text: String, _ encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
}
