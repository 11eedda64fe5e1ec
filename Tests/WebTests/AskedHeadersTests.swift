import HTTPTypes
import Testing

@testable import Web

/// What an asker's headers say of what may be sent.
@Suite struct AskedHeadersTests {
    @Test(arguments: [
        ("gzip", true), ("gzip, deflate, br", true), ("br, gzip", true), ("br,gzip;q=0.5", true), ("", false),
        ("br", false), ("gzip;q=0", false), ("gzip;q=0.000, br", false), ("gzip ; q=1", true), ("x-gzip", false),
    ])
    func `only who takes gzip gets it`(field: String, isTaken: Bool) {
        let asked = Asked(method: .get, target: "/", headers: field.isEmpty ? [:] : [.acceptEncoding: field])
        #expect(asked.takesGzip == isTaken, "\(field)")
    }

    @Test(arguments: [
        ("W/\"a\"", true), ("\"a\"", true), ("\"b\", W/\"a\"", true), ("*", true), ("W/\"ab\"", false),
        ("\"b\"", false), ("a", false),
    ])
    func `an answer is known by its tag, alone or among others`(field: String, isKnown: Bool) {
        let asked = Asked(method: .get, target: "/", headers: [.ifNoneMatch: field])
        #expect(asked.has(tag: "W/\"a\"") == isKnown, "\(field)")
    }

    @Test func `who names no tag knows no answer`() {
        #expect(!Asked(method: .get, target: "/").has(tag: "W/\"a\""))
    }
}
