import Testing

@testable import SchoolRules

@Suite struct AlphabetTests {
    @Test(arguments: [
        (Alphabet.kyrgyz, ["Оморов", "Осмонов", "Өмүрбеков", "Петров"]),
        (.kyrgyz, ["Коноров", "Коңурбаев", "Коомов"]), (.kyrgyz, ["Дуулатов", "Дүйшеев", "Дүйшөнов", "Дядин"]),
        (.kyrgyz, ["Бакыт кызы Айпери", "Бакыт уулу Тилек", "Бакытов"]), (.kyrgyz, ["Усенов", "Үсөнов", "Фомин"]),
        (.kazakh, ["Абай", "Әбдіров", "Бек"]), (.kazakh, ["Гүл", "Ғани", "Дана"]), (.kazakh, ["Кұл", "Қали", "Лес"]),
        (.kazakh, ["Уали", "Ұлан", "Үміт", "Фара"]), (.kazakh, ["Хан", "Һарун", "Цой"]),
        (.kazakh, ["Ыбырай", "Ілияс", "Эмма"]),
        (.russian, ["Егоров", "Ершов", "Ёлкин", "Жуков"]), (.russian, ["Иванов", "Иванов-Петров", "Иванова", "Йодов"]),
        (.russian, ["Яшин", "Adams", "Smith"]), (.russian, ["1-й", "Абаев"]), (.russian, ["Ким", "Қали", "Ли"]),
    ])
    func `names stand in the order of the alphabet`(alphabet: Alphabet, names: [String]) {
        #expect(names.reversed().sorted { bytes(alphabet, $0) < bytes(alphabet, $1) } == names)
    }

    @Test(arguments: Alphabet.allCases)
    func `keys order random words as letters order them`(alphabet: Alphabet) {
        var random = SeededNumbers(11)
        let letters = alphabet.letters
        func ranks(_ count: Int) -> [Int] { (0..<count).map { _ in Int.random(in: letters.indices, using: &random) } }
        for _ in 0..<1000 {
            let first = ranks(Int.random(in: 0...6, using: &random))
            let second = first.prefix(2) + ranks(3)
            let left = String(first.map { letters[$0] })
            let right = String(second.map { letters[$0] })
            let isBefore = first.lexicographicallyPrecedes(second)
            #expect((bytes(alphabet, left) < bytes(alphabet, right)) == isBefore, "\(left) \(right)")
            #expect(alphabet.key(for: left.uppercased()) == alphabet.key(for: left))
        }
    }

    @Test(arguments: Alphabet.allCases)
    func `keys of names are printable ASCII and distinct for every letter`(alphabet: Alphabet) {
        let all = Array("0123456789абвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюяәўґєїӣӯҳҷabcdefghijklmnopqrstuvwxyz")
        let keys = all.map { alphabet.key(for: String($0)) }
        #expect(Set(keys).count == all.count)
        #expect(keys.allSatisfy { $0.utf8.allSatisfy { (0x21...0x7D).contains($0) } })
    }

    @Test func `a letter typed in two parts sorts as one`() {
        #expect(Alphabet.russian.key(for: "Йодов") == Alphabet.russian.key(for: "И\u{306}одов"))
        #expect(Alphabet.russian.key(for: "Ёлкин") == Alphabet.russian.key(for: "Е\u{308}лкин"))
    }

    @Test func `hyphens and spaces weigh the same, other signs nothing`() {
        let alphabet = Alphabet.kyrgyz
        #expect(alphabet.key(for: "Асан-Уулу") == alphabet.key(for: " асан  уулу "))
        #expect(alphabet.key(for: "О'Коннор") == alphabet.key(for: "Оконнор"))
        #expect(alphabet.key(for: "Özil") == alphabet.key(for: "Ozil"))
        #expect(alphabet.key(for: "张") > alphabet.key(for: "zz"))
    }

    @Test(arguments: [
        ("Дүйшөнова", "дуйшонова"), ("Коңурбаев", "КОНУРБАЕВ"), ("Ёлкин", "елкин"), ("Acaнов", "Асанов"),
        ("Бакыт-уулу", "бакыт уулу"), ("Қалиев", "калиев"), ("Ілияс", "Илияс"), ("Айгүл", "Аи\u{306}гул"),
    ])
    func `search finds a name however it is typed`(stored: String, typed: String) {
        #expect(searchFold(stored) == searchFold(typed))
    }

    @Test func `search tells different names apart`() {
        #expect(searchFold("Асанов") != searchFold("Усенов"))
        #expect(searchFold("  Осмонова   Г. ") == "осмонова г")
    }

    @Test func `letters of names are stored composed`() {
        let name = composed("И\u{306}о\u{308}з Е\u{308}лка U\u{308}nal")
        #expect(name.unicodeScalars.elementsEqual("Йо\u{308}з Ёлка Ünal".unicodeScalars))
    }

    private func bytes(_ alphabet: Alphabet, _ text: String) -> String.ByteOrder {
        String.ByteOrder(bytes: Array(alphabet.key(for: text).utf8))
    }
}

extension String {
    /// The order a database without a collation gives.
    fileprivate struct ByteOrder: Comparable {
        let bytes: [UInt8]
        static func < (left: ByteOrder, right: ByteOrder) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
    }
}
