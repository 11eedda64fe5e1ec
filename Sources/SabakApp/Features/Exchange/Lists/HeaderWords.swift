import SchoolRules

/// Understands headers that are no known phrase by the words in them: `Сот. тел. мамы (WhatsApp)`.
enum HeaderWords {
    static func column(_ header: String, in kind: ListKind) -> ListColumn? {
        let words = words(header)
        guard !words.isEmpty, words.count <= 9 else { return nil }
        let columns = kind.columns
        return rules.first { rule in
            columns.contains(rule.column)
                && rule.parts.allSatisfy { part in
                    part.contains { stem in words.contains { matches($0, stem) } }
                } && !rule.without.contains { stem in words.contains { matches($0, stem) } }
        }?.column
    }

    private struct Rule {
        let column: ListColumn
        /// One stem of each part must begin a word of the header; a stem with a full stop is the whole word.
        let parts: [[String]]
        let without: [String]

        init(_ column: ListColumn, _ parts: [[String]], without: [String] = []) {
            self.column = column
            self.parts = parts.map { $0.map(HeaderWords.folded) }
            self.without = without.map(HeaderWords.folded)
        }
    }

    private static func folded(_ stem: String) -> String {
        searchFold(stem.replacing("№", with: "ном")) + (stem.hasSuffix(".") ? "." : "")
    }

    private static func matches(_ word: String, _ stem: String) -> Bool {
        stem.hasSuffix(".") ? word == stem.dropLast() : word.hasPrefix(stem)
    }

    /// Folded words; `Ф.И.О.` is one word.
    private static func words(_ header: String) -> [String] {
        let joined = header.replacing(".", with: "").replacing("№", with: " ном ").split {
            !($0.isLetter || $0.isNumber)
        }
        return joined.map { searchFold(String($0)) }.filter { !$0.isEmpty }
    }

    private static let phone = [
        "тел", "phone", "mobile", "моб", "сот", "ұялы", "whatsapp", "ватсап", "вотсап", "контакт", "байланыш",
        "байланыс",
    ]
    private static let mother = [
        "мат.", "мать.", "матер", "мам", "эне.", "энеси", "апа", "анасы", "ана.", "шеше", "mother",
    ]
    private static let father = ["отец.", "отца.", "отцу.", "пап", "ата.", "атасы", "әке", "father"]
    private static let parent = [
        "родител", "ата-эне", "опекун", "представител", "parent", "guardian", "камкор", "қамқор",
    ]
    private static let family = mother + father + parent + ["эне", "ана"]
    private static let whole = ["фио", "аты-жөнү", "жөнү", "жөні", "fullname"]

    /// The narrower rules first.
    private static let rules: [Rule] = [
        Rule(.guardianPhone, [phone, ["ата.", "atа"], ["эне", "ана"]]),
        Rule(.guardian, [["ата."], ["эне", "ана"]], without: phone),
        Rule(.motherPhone, [phone, mother], without: father + parent),
        Rule(.fatherPhone, [phone, father], without: mother + parent),
        Rule(.guardianPhone, [phone, parent]),
        Rule(.patronymic, [["отчеств", "patronymic"]], without: ["фамил", "имя", "имен"] + family),
        Rule(.patronymic, [["атасы", "әке"], ["аты."]], without: phone),
        Rule(.mother, [mother], without: father + parent + phone + ["адрес", "работ", "иин", "пин", "инн"]),
        Rule(.father, [father], without: mother + parent + phone + ["адрес", "работ", "иин", "пин", "инн"]),
        Rule(.guardian, [parent], without: phone + ["адрес", "работ", "иин", "пин", "инн", "статус"]),
        Rule(.topic, [["тем", "тақырып"]]),
        Rule(.homework, [["домашн", "үй", "homework"]]),
        Rule(
            .teacher, [["учител", "преподав", "мугалим", "мұғалім", "педагог", "teacher"]], without: phone + ["катег"]),
        Rule(.fullName, [whole], without: phone + family),
        Rule(.fullName, [["фамили", "тегі"], ["имя", "аты.", "есім", "имен"]], without: phone + family),
        Rule(
            .fullName,
            [["список", "тизме", "тізім", "учащ", "обучающ", "ученик", "окуучу", "оқушы", "воспитан", "бала"]],
            without: phone + family + ["пол", "класс", "дата", "№", "номер", "код", "групп", "пин", "иин"]),
        Rule(.surname, [["фамили", "тегі", "surname", "lastname"]], without: family),
        Rule(
            .birthDay, [["рожд", "туул", "туған", "birth", "born"]],
            without: ["мест", "жери", "жері", "свидет", "place"]),
        Rule(.nationalID, [["пин.", "инн.", "иин.", "жсн.", "пинкод", "снилс", "pin.", "iin."]], without: family),
        Rule(.sex, [["пол.", "жыныс", "gender", "sex."]]),
        Rule(
            .schoolClass, [["класс", "сынып", "сыныб", "class"]], without: ["рук", "жетек", "жетекш", "час", "учител"]),
        Rule(.phone, [phone], without: family),
        Rule(.email, [["email", "почт", "mail", "пошт"]], without: ["индекс", "адрес."]),
        Rule(.address, [["адрес", "дарек", "мекен", "address", "прожив"]], without: ["почт", "mail"]),
        Rule(.position, [["должност", "кызмат", "лауазым", "қызмет", "position"]]),
        Rule(.hours, [["час", "саат", "сағат", "hours"]]),
        Rule(.weekday, [["день.", "күн.", "weekday"]]),
        Rule(.lesson, [["урок", "сабак", "сабақ", "lesson"], ["№", "номер", "no."]]),
        Rule(.subject, [["предмет", "пән", "дисциплин", "subject"]]),
        Rule(.group, [["подгрупп", "групп", "топ.", "топша", "group"]]),
        Rule(.room, [["кабинет", "аудитор", "бөлмө", "room", "каб."]]),
        Rule(.week, [["недел", "чётност", "апта", "week"]], without: ["час", "день", "саат", "сағат"]),
        Rule(.shift, [["смен", "нөөмөт", "ауысым", "shift"]]),
        Rule(.kind, [["контрол", "вид.", "көзөмөл", "бақылау"]]),
        Rule(.section, [["раздел", "бөлүм", "бөлім", "глав"]]),
        Rule(.grade, [["параллел"]]),
        Rule(.letter, [["литер", "букв"]]),
        Rule(.note, [["примеч", "эскертүү", "ескерту", "комментар"]]),
        Rule(.ordinal, [["№", "пп."]], without: ["урок", "сабак", "сабақ", "дел", "прик", "тел"]),
    ]
}
