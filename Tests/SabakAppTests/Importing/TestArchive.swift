import Web

/// An archive as programs send it.
enum TestArchive {
    static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for file in files {
            // A gzip stream is a head of ten bytes, the packed bytes, their checksum and their length.
            let packed = Gzip.compress(file.bytes, level: 9) ?? []
            let (content, sum) = (packed.dropFirst(10).dropLast(8), packed.suffix(8).prefix(4))
            let name = Array(file.name.utf8)
            let facts =
                little(20, 2) + little(0x0800, 2) + little(8, 2) + little(0, 4) + sum + little(content.count, 4)
                + little(file.bytes.count, 4) + little(name.count, 2) + little(0, 2)
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 10) + little(body.count, 4) + name
            body += little(0x0403_4B50, 4) + facts + name + content
        }
        return body + directory + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2)
            + little(files.count, 2) + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
