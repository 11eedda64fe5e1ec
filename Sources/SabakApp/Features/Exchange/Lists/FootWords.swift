import SchoolRules

/// Words by which lines of totals and signatures begin.
enum FootWords {
    /// Whether a text begins a line of totals: `Итого: 25`, `Барыгы`, `Жалпы саны 25`.
    static func isTotal(_ text: String) -> Bool {
        let words = words(text)
        guard let first = words.first else { return false }
        if totals.contains(first) { return true }
        guard general.contains(first) else { return false }
        return words.count == 1 || text.contains(":") || words[1].allSatisfy(\.isNumber) || counted.contains(words[1])
    }

    /// Whether a text begins a line for a signature, a date or a count: `Директор ______`, `Кл. рук.: Асанова Г.`
    static func isSignature(_ text: String) -> Bool {
        if text.contains("___") { return true }
        let words = words(text)
        guard let first = words.first else { return false }
        if signatures.contains(first) || words == stamp { return true }
        return leaders.contains(first) && words.count > 1
            && leading.contains { words[1].hasPrefix($0) }
    }

    private static func words(_ text: String) -> [String] {
        text.split { !($0.isLetter || $0.isNumber) }.map { searchFold(String($0)) }.filter { !$0.isEmpty }
    }

    private static func folded(_ words: [String]) -> Set<String> { Set(words.map(searchFold)) }

    private static let totals = folded([
        "итого", "всего", "барыгы", "бардыгы", "баары", "барлығы", "жыйынтык", "жыйынтыгы", "жиыны", "total", "sum",
        "қорытынды",
    ])
    private static let general = folded(["жалпы"])
    private static let counted = folded([
        "саны", "сан", "саат", "сағат", "окуучу", "окуучулар", "оқушы", "оқушылар", "бала", "количество",
    ])
    private static let signatures = folded([
        "директор", "директору", "директоры", "завуч", "подпись", "колу", "қолы", "печать", "составил", "составила",
        "секретарь", "делопроизводитель", "мальчиков", "мальчики", "девочек", "девочки", "юношей", "девушек",
        "эркектер", "балдар", "кыздар", "ұлдар", "қыздар", "boys", "girls", "мп", "исполнитель", "согласовано",
        "утверждаю", "бекитемин", "бекітемін", "из", "анын", "соның",
    ])
    private static let leaders = folded(["кл", "класс", "классный", "сынып", "зам", "class", "уул", "кыз", "дата"])
    /// The place of the seal.
    private static let stamp = ["м", "п"].map(searchFold)
    private static let leading = [
        "рук", "жетек", "жетекш", "руководител", "дир", "teacher", "балдар", "завуч", "составлен", "заполнен",
    ].map(searchFold)
}
