import Testing

@testable import Web

@Suite struct HTMLTests {
    @Test(arguments: [
        ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"), ("ңөү", "ңөү"), ("", ""),
    ])
    func `what is interpolated is escaped`(text: String, expected: String) {
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        #expect(html.string == "<p title=\"\(expected)\">\(expected)</p>")
    }

    @Test func `HTML within HTML is not escaped twice`() {
        let inner: HTML = "<b>\("5 < 6")</b>"
        let outer: HTML = "<p>\(inner)\([inner, inner])</p>"
        #expect(outer.string == "<p><b>5 &lt; 6</b><b>5 &lt; 6</b><b>5 &lt; 6</b></p>")
    }

    @Test func `numbers are written plainly, nothing is written for nothing`() {
        let nothing: HTML? = nil
        let html: HTML = "\(0)\(-12)\(Int64.max)\(nothing)"
        #expect(html.string == "0-129223372036854775807")
    }
}

@Suite struct WordsTests {
    @Test(arguments: [
        (1, "урок"), (2, "урока"), (5, "уроков"), (11, "уроков"), (21, "урок"), (112, "уроков"), (104, "урока"),
    ])
    func `Russian numbers take the right form`(count: Int, form: String) {
        let lessons = Plural(ky: "сабак", ru: ("урок", "урока", "уроков"), kk: "сабақ", en: ("lesson", "lessons"))
        #expect(lessons(count)[.ru] == "\(count) \(form)")
        #expect(lessons(count)[.ky] == "\(count) сабак")
    }

    @Test func `dates are written as each language writes them`() {
        let long = DateWords.long(year: 2026, month: 11, day: 21)
        #expect(long.ru == "21 ноября 2026 г.")
        #expect(long.ky == "2026\u{2011}жылдын 21\u{2011}ноябры")
        #expect(long.kk == "2026 жылғы 21 қараша")
        #expect(DateWords.short(year: 2026, month: 3, day: 7) == "07.03.2026")
        #expect(DateWords.clock(485) == "8:05")
    }
}

@Suite struct FormTests {
    @Test func `fields are decoded, spaces around them dropped`() {
        let form = Form("name=%D3%A9%D2%AF+x&empty=&mark=5&mark=4&broken=%zz")
        #expect(form["name"] == "өү x")
        #expect(form["empty"] == "")
        #expect(form["absent"] == nil)
        #expect(form.all("mark") == ["5", "4"])
        #expect(form["broken"] == "%zz")
    }

    @Test func `what is encoded decodes to itself`() {
        for text in ["a b+c", "100 %", "ңөү&=?", "\u{1F600}", "%41"] {
            #expect(Form("x=" + Form.encode(text))["x"] == text)
        }
    }
}

@Suite struct JSONTests {
    @Test func `text is escaped, ids are text, the order of fields is kept`() {
        let json: JSON = ["z": .id(7), "a": ["x\"\n\u{1}", true, .null, 5]]
        #expect(json.string == "{\"z\":\"7\",\"a\":[\"x\\\"\\n\\u0001\",true,null,5]}")
    }
}

@Suite struct DoorsTests {
    private let doors = Doors([
        (.get, "/"), (.get, "/pages/{page}"), (.post, "/pages/{page}/entries"), (.get, "/pages/new"),
        (.put, "/lessons/{lesson}"),
    ])

    @Test func `an address leads to its door, a fixed word before a name`() {
        #expect(doors.match(.get, "/") == .door(0, parameters: [:]))
        #expect(doors.match(.get, "/pages/17") == .door(1, parameters: ["page": "17"]))
        #expect(doors.match(.head, "/pages/17") == .door(1, parameters: ["page": "17"]))
        #expect(doors.match(.get, "/pages/new") == .door(3, parameters: [:]))
        #expect(doors.match(.post, "/pages/a%20b/entries") == .door(2, parameters: ["page": "a b"]))
    }

    @Test func `a wrong method names those that are allowed, an unknown address is nothing`() {
        #expect(doors.match(.delete, "/pages/17") == .otherMethods(["GET", "HEAD"]))
        #expect(doors.match(.get, "/lessons/1") == .otherMethods(["PUT"]))
        #expect(doors.match(.get, "/pages") == .nothing)
        #expect(doors.match(.get, "/pages/17/nothing") == .nothing)
    }
}

@Suite struct SafetyTests {
    private let passwords = Passwords(passes: 1, memory: 8192 * 2)

    @Test func `a password is right, another is not, and no hash is never right`() async throws {
        let hash = try await passwords.hash("жолборс 7 тоо")
        #expect(hash.hasPrefix("$argon2id$"))
        #expect(try await passwords.isRight("жолборс 7 тоо", for: hash))
        #expect(try await !passwords.isRight("жолборс 8 тоо", for: hash))
        #expect(try await !passwords.isRight("", for: ""))
    }

    @Test func `too many failures have to wait until the window has passed`() {
        let throttle = Throttle(most: 3, window: 1_000)
        for instant in [0, 100, 200] {
            #expect(throttle.wait(for: "a", at: Int64(instant)) == nil)
            throttle.countFailure(of: "a", at: Int64(instant))
        }
        #expect(throttle.wait(for: "a", at: 300) == 1)
        #expect(throttle.wait(for: "b", at: 300) == nil)
        #expect(throttle.wait(for: "a", at: 1_001) == nil)
        throttle.countFailure(of: "a", at: 1_001)
        throttle.forget("a")
        #expect(throttle.wait(for: "a", at: 1_002) == nil)
    }

    @Test func `tokens differ, and equal only themselves`() {
        let tokens = Set((0..<1_000).map { _ in Tokens.make(24) })
        #expect(tokens.count == 1_000)
        #expect(Tokens.areEqual("abc", "abc"))
        #expect(!Tokens.areEqual("abc", "abd"))
        #expect(!Tokens.areEqual("abc", "ab"))
    }

    @Test func `compression gives back the same bytes, smaller`() throws {
        let bytes = Array(String(repeating: "<td>5</td>", count: 2_000).utf8)
        let packed = try #require(Gzip.compress(bytes, level: 4))
        #expect(packed.count < bytes.count / 10)
        #expect(packed.prefix(2) == [0x1f, 0x8b])
    }
}
