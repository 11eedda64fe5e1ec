import SchoolRules

/// The names of one family. Kinship cannot be read from them: children may carry the father's name instead.
struct NewFamily {
    private enum Custom {
        case patronymic, kinshipAfterName, kinshipAsSurname
    }

    private let naming: Naming
    private let book: NameBook
    private let surname: String
    private let father: String
    private let custom: Custom

    init(country: Country, _ chance: inout Chance) {
        naming = Naming(country: country)
        book = NameBook.of(country)
        let person = NewPerson(book: book, naming: naming)
        (surname, father) = person.pair(.m, &chance)
        let roll = chance.below(100)
        custom = country != .KG || roll >= 10 ? .patronymic : roll < 5 ? .kinshipAsSurname : .kinshipAfterName
    }

    func child(_ sex: Sex, _ chance: inout Chance) -> PersonName {
        let given = NewPerson(book: book, naming: naming).given(sex, with: surname, &chance)
        switch custom {
        case .patronymic:
            let patronymic = chance.happens(30) ? "" : naming.patronymic(of: father, sex)
            return PersonName(surname: naming.surname(surname, sex), given: given, patronymic: patronymic)
        case .kinshipAfterName:
            return PersonName(
                surname: naming.surname(surname, sex), given: given, patronymic: naming.kinship(with: father, sex))
        case .kinshipAsSurname: return PersonName(surname: naming.kinship(with: father, sex), given: given)
        }
    }

    /// Both parents of two children in three, the mother alone mostly of the others.
    func guardians(eldest: Day, _ chance: inout Chance) -> [Household.Guardian] {
        let person = NewPerson(book: book, naming: naming)
        let roll = chance.below(100)
        var guardians: [Household.Guardian] = []
        if roll < 94 {
            let keeps = chance.happens(150)
            let name = keeps ? person.name(.f, &chance) : person.name(.f, surname: surname, &chance)
            guardians.append(.init(name: name, sex: .f, birth: eldest.adding(-365 * 23 - chance.below(4000))))
        }
        if roll < 63 || guardians.isEmpty {
            let name = PersonName(
                surname: surname, given: father, patronymic: naming.patronymic(of: chance.pick(book.men), .m))
            guardians.append(.init(name: name, sex: .m, birth: eldest.adding(-365 * 25 - chance.below(4500))))
        }
        return guardians
    }
}

/// A name by chance, but never that of somebody well known.
struct NewPerson {
    let book: NameBook
    let naming: Naming

    func pair(_ sex: Sex, _ chance: inout Chance) -> (surname: String, given: String) {
        let surname = chance.pick(book.surnames)
        return (surname, given(sex, with: surname, &chance))
    }

    func given(_ sex: Sex, with surname: String, _ chance: inout Chance) -> String {
        while true {
            let given = chance.pick(sex == .m ? book.men : book.women)
            if !book.isWellKnown(given: given, surname: surname) { return given }
        }
    }

    func name(_ sex: Sex, surname: String? = nil, _ chance: inout Chance) -> PersonName {
        let stem = surname ?? chance.pick(book.surnames)
        let father = chance.pick(book.men)
        return PersonName(
            surname: naming.surname(stem, sex), given: given(sex, with: stem, &chance),
            patronymic: naming.patronymic(of: father, sex))
    }
}
