import SchoolRules

/// Which classes a school of some size has: 24 of them at 620 students.
struct ClassPlanning {
    let students: Int
    let country: Country

    func classes(_ chance: inout Chance) -> [DemoClass] {
        let names = names(count: max(2, (students * 24 + 310) / 620))
        var sizes = names.map { _ in students / names.count }
        for place in 0..<(students - sizes.reduce(0, +)) { sizes[place] += 1 }
        for place in sizes.indices where place % 2 == 1 {
            let shift = chance.below(sizes[place] / 9 + 1)
            sizes[place] -= shift
            sizes[place - 1] += shift
        }
        return names.enumerated().map { place, name in
            DemoClass(name: name, shift: shift(of: name.grade), language: language(of: name), size: sizes[place])
        }
    }

    /// Every grade gets its first letter before any gets the second; exam grades and fifths come first.
    private func names(count: Int) -> [ClassName] {
        let grades = [5, 9, 7, 6, 1, 11, 8, 3, 10, 4, 2]
        let letters = Array("АБВГДЕЖЗИКЛМНОПРСТ")
        let names = (0..<count).map { index in
            ClassName(grade: grades[order(index)], letter: String(letters[min(index / 11, letters.count - 1)]))
        }
        return names.sorted { ($0.grade, $0.letter) < ($1.grade, $1.letter) }
    }

    /// The third letters begin with grades 5 and 6.
    private func order(_ index: Int) -> Int {
        index < 22 ? index % 11 : [0, 3, 2, 1, 6, 4, 5, 7, 8, 9, 10][index % 11]
    }

    /// Grades 1, 5, 9 and 11 learn in the first shift by custom, 2 and 10 where there is room.
    private func shift(of grade: Int) -> Int { [1, 2, 5, 9, 10, 11].contains(grade) ? 1 : 2 }

    private func language(of name: ClassName) -> RecordLanguage {
        let languages = country.profile.recordLanguages
        return languages.count > 1 && name.letter == "Б" && name.grade % 2 == 1 ? languages[1] : languages[0]
    }
}
