import SchoolRules

/// What teachers write as homework and as material covered.
enum Assignments {
    /// nil: no homework.
    static func homework(_ course: Course, grade: Int, _ language: RecordLanguage, _ chance: inout Chance) -> String? {
        switch course.department {
        case .sport, .music: return nil
        case .craft: return chance.happens(300) ? crafts(language) : nil
        case _ where grade == 1 || chance.happens(90): return nil
        case .mathematics, .physics, .chemistry: return numbers(language, &chance)
        case .foreign: return "Exercise \(chance.within(1...12)), page \(chance.within(8...140))"
        case .russian: return exercise(.ru, &chance)
        case .stateLanguage where course.subject.hasSuffix("language"): return exercise(language, &chance)
        case .stateLanguage: return reading(language, &chance)
        case .primary where course.subject == "mathematics": return numbers(language, &chance)
        case .primary: return exercise(language, &chance)
        case .computing, .history, .biology, .geography: return paragraph(language, &chance)
        }
    }

    static func material(_ language: RecordLanguage, _ chance: inout Chance) -> String {
        let page = chance.within(6...150)
        guard chance.happens(450) else { return "" }
        return DemoWords.pick(
            language, "Окуу китеби, \(page)-бет", "Учебник, с. \(page)", "Оқулық, \(page)-бет")
    }

    private static func numbers(_ language: RecordLanguage, _ chance: inout Chance) -> String {
        let first = chance.within(12...620)
        let second = first + chance.within(1...6)
        return DemoWords.pick(
            language, "№ \(first), \(second)-маселелер", "№ \(first), \(second)", "№ \(first), \(second) есептер")
    }

    private static func exercise(_ language: RecordLanguage, _ chance: inout Chance) -> String {
        let number = chance.within(5...260)
        let ways = [
            DemoWords.pick(language, "\(number)-көнүгүү", "Упражнение \(number)", "\(number)-жаттығу"),
            DemoWords.pick(
                language, "\(number)-көнүгүү, эрежени жаттоо", "Упражнение \(number), выучить правило",
                "\(number)-жаттығу, ережені жаттау"),
        ]
        return chance.pick(ways)
    }

    private static func reading(_ language: RecordLanguage, _ chance: inout Chance) -> String {
        let page = chance.within(10...180)
        return DemoWords.pick(
            language, "\(page)–\(page + 4)-беттер: окуп, айтып берүү", "С. \(page)–\(page + 4), читать и пересказать",
            "\(page)–\(page + 4)-беттер: оқып, мазмұндау")
    }

    private static func paragraph(_ language: RecordLanguage, _ chance: inout Chance) -> String {
        let number = chance.within(2...38)
        return DemoWords.pick(
            language, "§ \(number), суроолорго жооп берүү", "§ \(number), ответить на вопросы",
            "§ \(number), сұрақтарға жауап беру")
    }

    private static func crafts(_ language: RecordLanguage) -> String {
        DemoWords.pick(
            language, "Керектүү материалдарды алып келүү", "Принести материалы", "Керекті материалдарды әкелу")
    }
}
