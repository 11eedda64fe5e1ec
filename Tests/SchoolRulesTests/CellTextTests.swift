import Testing

@testable import SchoolRules

@Suite struct CellTextTests {
    func read(_ text: String, _ language: RecordLanguage, _ scale: Scale = .fivePoint) throws -> CellEntry {
        try CellEntry.parse(text, scale: scale, codes: AbsenceCode.standard, language: language)
    }

    func entry(_ marks: [String], _ code: Int? = nil, _ minutes: Int? = nil) -> CellEntry {
        let found = AbsenceCode.standard.first { $0.id == code }
        return CellEntry(marks: marks, absence: found.map { CellAbsence($0, minutes: minutes) })
    }

    @Test(arguments: [
        ("5", ["5"]), (" 5 ", ["5"]), ("5/4", ["5", "4"]), ("5 / 4", ["5", "4"]), ("4/4", ["4", "4"]), ("", []),
        ("   ", []),
    ])
    func `one mark, two marks, none`(typed: String, marks: [String]) throws {
        #expect(try read(typed, .ru) == entry(marks))
    }

    @Test(arguments: [
        (RecordLanguage.ky, "Ж", 1), (.ky, "ж", 1), (.ky, "О", 2), (.ky, "ж/с", 3), (.ky, "С/С", 4), (.ky, "кеч", 5),
        (.ky, "КЕЧ.", 5), (.ky, "с / с", 4), (.ky, "o", 2), (.ky, "C/c", 4), (.ky, "Ж/C", 3), (.ky, "K", 1),
        (.ru, "Н", 1), (.ru, "Б", 2), (.ru, "уп", 3), (.ru, "нп", 3), (.ru, "НН", 4), (.ru, "нб", 4), (.ru, "О", 5),
        (.ru, "оп", 5), (.ru, "HH", 4), (.ru, "O", 5), (.ru, "Д", 6),
        (.kk, "Қ", 1), (.kk, "қ", 1), (.kk, "А", 2), (.kk, "a", 2), (.kk, "Д", 3), (.kk, "С", 4), (.kk, "c", 4),
        (.kk, "кеш", 5), (.kk, "keш", 5),
    ])
    func `a code means what the language of the journal says`(language: RecordLanguage, typed: String, code: Int) throws
    {
        #expect(try read(typed, language) == entry([], code))
    }

    @Test(arguments: RecordLanguage.allCases, ["н", "Н", "h", "H"])
    func `the old sign of absence works in every language`(language: RecordLanguage, typed: String) throws {
        #expect(try read(typed, language).absence?.category == .unknown)
    }

    @Test(arguments: [
        (RecordLanguage.ru, "О 4", ["4"], 5), (.ru, "4 О", ["4"], 5), (.ky, "О 4", ["4"], 2),
        (.ky, "кеч 5/4", ["5", "4"], 5), (.ru, "О4", ["4"], 5), (.ky, "o 4", ["4"], 2), (.ru, "н 5", ["5"], 1),
        (.ky, "ж/с 4", ["4"], 3),
    ])
    func `a code and a mark stand in one cell`(
        language: RecordLanguage, typed: String, marks: [String], code: Int
    ) throws {
        #expect(try read(typed, language) == entry(marks, code))
    }

    @Test(arguments: [
        (RecordLanguage.ky, "кеч 8", [], 8), (.ky, "кеч8", [], 8), (.ru, "О 8", [], 8), (.ru, "О8", [], 8),
        (.ru, "О 5'", [], 5), (.ru, "О 5 мин", [], 5), (.ru, "о 12м", [], 12), (.ky, "кеч 5 мүн", [], 5),
        (.ky, "кеч 8 4", ["4"], 8), (.ky, "кеч 4 8", ["4"], 8), (.ru, "О 5' 5/4", ["5", "4"], 5), (.ru, "О5'", [], 5),
    ])
    func `a number that is no mark is minutes of lateness`(
        language: RecordLanguage, typed: String, marks: [String], minutes: Int
    ) throws {
        #expect(try read(typed, language) == entry(marks, 5, minutes))
    }

    @Test(arguments: [
        ("6", CellProblem.notOnScale("6")), ("0", .notOnScale("0")), ("5/6", .notOnScale("6")),
        ("5/4/3", .tooMany), ("5/4 3", .tooMany), ("5 4", .marksNeedSlash), ("5 5/4", .tooMany),
        ("н/а", .unknownText("н/а")), ("5/", .unknownText("5/")), ("/", .unknownText("/")), ("ъ", .unknownText("ъ")),
        ("Н Б", .twoAbsences), ("Н Н", .twoAbsences), ("Н 8", .notOnScale("8")), ("5'", .minutesNotAllowed("5'")),
        ("Н 8'", .minutesNotAllowed("8'")), ("О 0", .minutesOutOfRange(0)), ("О 100", .minutesOutOfRange(100)),
        ("О 8 9", .minutesNotAllowed("9")), ("'", .unknownText("'")), ("=1", .unknownText("=1")),
        ("4,5", .unknownText("4,5")),
        ("<b>", .unknownText("<b>")), ("О '", .unknownText("'")),
    ])
    func `what is neither mark nor code is refused with its reason`(typed: String, problem: CellProblem) {
        #expect(throws: problem) { try read(typed, .ru) }
    }

    @Test func `a mark for an absent student is kept with a warning, for a late one without`() throws {
        #expect(try read("н 5", .ru).isMarkedWhileAbsent)
        #expect(try read("Б 5", .ru).isMarkedWhileAbsent)
        #expect(try !read("О 5", .ru).isMarkedWhileAbsent)
        #expect(try !read("н", .ru).isMarkedWhileAbsent)
    }

    @Test func `letters of the scale are marks, Cyrillic letters are codes`() throws {
        #expect(try read("A", .kk, .letters) == entry(["A"]))
        #expect(try read("a/b", .kk, .letters) == entry(["A", "B"]))
        #expect(try read("А", .kk, .letters) == entry([], 2))
    }

    @Test func `pass and fail may be typed as words`() throws {
        #expect(try read("зачёт", .ru, .passFail).marks == ["ЗЧ"])
        #expect(try read("сынақ емес", .kk, .passFail).marks == ["НЗ"])
        #expect(try read("зч", .ky, .passFail).marks == ["ЗЧ"])
    }

    @Test func `on a scale of a hundred every number is a mark unless it says minutes`() throws {
        #expect(try read("О 8", .ru, .hundredPoint) == entry(["8"], 5))
        #expect(try read("О 8'", .ru, .hundredPoint) == entry([], 5, 8))
    }

    @Test func `a grade without marks takes codes only`() throws {
        #expect(try read("н", .ru, .none).absence?.category == .unknown)
        #expect(throws: CellProblem.notOnScale("5")) { try read("5", .ru, .none) }
    }

    @Test func `letters typed in two parts are the same letters`() throws {
        #expect(try read("зачe\u{308}т".replacingLatinE, .ru, .passFail).marks == ["ЗЧ"])
    }

    @Test(arguments: Scale.all, RecordLanguage.allCases)
    func `every cell is read back as it is shown`(scale: Scale, language: RecordLanguage) throws {
        var random = SeededNumbers(UInt64(scale.values.count))
        for _ in 0..<150 {
            let count = scale.values.isEmpty ? 0 : Int.random(in: 0...2, using: &random)
            let marks = (0..<count).map { _ in scale.values.randomElement(using: &random)!.value }
            let code = ([nil] + AbsenceCode.standard.map(Optional.some)).randomElement(using: &random)!
            let hasMinutes = (code?.takesMinutes ?? false) && Bool.random(using: &random)
            let minutes = hasMinutes ? Int.random(in: 1...90, using: &random) : nil
            let cell = CellEntry(marks: marks, absence: code.map { CellAbsence($0, minutes: minutes) })
            let shown = cell.display(language, codes: AbsenceCode.standard)
            #expect(try read(shown, language, scale) == cell, "\(shown)")
            #expect(try read(shown.lowercased(), language, scale) == cell, "\(shown)")
        }
    }

    @Test(arguments: 0..<300)
    func `no text makes the reader fall`(seed: UInt64) {
        var random = SeededNumbers(seed)
        let signs = Array("5432/ '.нНhОoбЖСсАқ8 09мин-")
        let text = String((0..<Int.random(in: 0...7, using: &random)).map { _ in signs.randomElement(using: &random)! })
        for language in RecordLanguage.allCases {
            if let cell = try? read(text, language) {
                let shown = cell.display(language, codes: AbsenceCode.standard)
                #expect((try? read(shown, language)) == cell, "\(text) → \(shown)")
                #expect(cell.isEmpty == text.allSatisfy(\.isWhitespace), "\(text)")
            }
        }
    }
}

extension String {
    fileprivate var replacingLatinE: String { String(map { $0 == "e\u{308}" ? "е\u{308}" : $0 }) }
}
