import CQREncode

/// A QR code (ISO/IEC 18004) of a short text that stays readable with 15 % of it lost to dirt and folds (level M).
public struct QRCode: Sendable {
    /// Modules on a side, without the quiet zone.
    public let width: Int
    private let dark: [Bool]

    /// The smallest code that holds the text.
    /// - Returns: nil for an empty text, or one longer than the largest code holds (2,331 bytes).
    public init?(_ text: String) {
        guard !text.isEmpty, let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        width = side
        dark = (0..<side * side).map { data[$0] & 1 == 1 }
    }

    /// Whether the module of this column and row is dark; nothing outside the code is.
    public func isDark(_ x: Int, _ y: Int) -> Bool {
        (0..<width).contains(x) && (0..<width).contains(y) && dark[y * width + x]
    }

    /// The code as a drawing of its own, black on white whatever the colours of the page, with the four light modules
    /// around it that the standard asks for.
    /// - Parameter title: what the code is, for those who hear the page.
    public func svg(title: String) -> HTML {
        let side = width + 8
        return """
            <svg class="qr" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(title)" \
            shape-rendering="crispEdges">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path d="\(path)" fill="#000"/></svg>
            """
    }

    /// One flat rectangle for every run of dark modules.
    private var path: String {
        var path = ""
        for y in 0..<width {
            var x = 0
            while x < width {
                let start = x
                while isDark(x, y) { x += 1 }
                if x > start { path += "M\(start + 4) \(y + 4)h\(x - start)v1h-\(x - start)z" }
                x += 1
            }
        }
        return path
    }
}
