import Testing
import Web

@Suite struct QRCodeTests {
    @Test func `a code has its three corners and the line of turns between them`() throws {
        let code = try #require(QRCode("https://sabak.mektep7.kg/activate?login=osmonova2"))
        #expect(code.width == 33)
        let last = code.width - 7
        for (x, y) in [(0, 0), (last, 0), (0, last)] {
            for step in 0..<7 {
                #expect(code.isDark(x + step, y) && code.isDark(x + step, y + 6))
                #expect(code.isDark(x, y + step) && code.isDark(x + 6, y + step))
            }
            #expect(!code.isDark(x + 1, y + 1) && code.isDark(x + 3, y + 3))
        }
        for step in 8..<(code.width - 8) { #expect(code.isDark(step, 6) == (step % 2 == 0)) }
    }

    @Test func `nothing, and what no code can hold, gives none`() {
        #expect(QRCode("") == nil)
        #expect(QRCode(String(repeating: "ө", count: 2_000)) == nil)
    }

    @Test func `the drawing leaves the light frame and says what it is`() throws {
        let svg = try #require(QRCode("A")).svg(title: "Ачуу <1>").string
        #expect(svg.contains("viewBox=\"0 0 29 29\""))
        #expect(svg.contains("aria-label=\"Ачуу &lt;1&gt;\""))
        #expect(svg.contains("d=\"M4 4h7v1h-7z"))
    }
}
