import Testing

@testable import SchoolRules

/// What must hold for the sign-in name of any surname.
@Suite struct LoginNameTests {
    /// Surnames put together by chance, the same in every run, of the letters of each alphabet.
    static let surnames: [String] = {
        let alphabets = [
            "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя", "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "aábcdefgğhıijklmnńoópqrsştuúüvwxyýz", "abcdefghilo",
        ].map(Array.init)
        var state: UInt64 = 20_261_120
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        return (0..<2_000).map { index in
            let letters = alphabets[index % alphabets.count]
            let name = String((0..<1 + next(30)).map { _ in letters[next(letters.count)] })
            return next(5) == 0 ? name + " уулу" : next(7) == 0 ? name + "-" + name : name.capitalized
        }
    }()

    @Test func `any surname gives a name of small Latin letters that is short enough to type`() {
        for surname in Self.surnames {
            let base = LoginName.base(surname)
            #expect(!base.isEmpty && base.count <= LoginName.longest, "\(surname)")
            #expect(base.utf8.allSatisfy { (0x61...0x7A).contains($0) }, "\(surname) gives \(base)")
        }
    }

    @Test func `a name is found however it is typed: capitals, spaces, and the letters of the other keyboard`() {
        let twins: [Character: Character] = [
            "a": "а", "b": "В", "e": "е", "k": "к", "m": "М", "o": "о", "p": "р", "c": "с", "t": "Т", "y": "у",
            "x": "х", "h": "Н", "i": "і",
        ]
        for surname in Self.surnames {
            for login in LoginName.candidates(LoginName.base(surname)).prefix(2) {
                #expect(LoginName.fold(login) == login)
                #expect(LoginName.readings(" " + login.uppercased() + " ") == [login])
                let mixed = String(login.map { twins[$0] ?? $0 })
                #expect(LoginName.readings(mixed).contains(login), "\(mixed)")
            }
        }
    }

    @Test func `the numbers of namesakes hold no digit that looks like a letter`() {
        for name in LoginName.candidates("asanov").prefix(500).dropFirst() {
            #expect(!name.contains("0") && !name.contains("1"))
        }
        #expect(Set(LoginName.candidates("asanov").prefix(500)).count == 500)
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
