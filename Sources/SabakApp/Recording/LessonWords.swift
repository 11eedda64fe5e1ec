import SchoolRules
import Web

/// Words about lessons that several rooms say alike.
enum LessonWords {
    /// "4-сабак", "4-й урок", "lesson 4".
    static func number(_ number: Int) -> Text {
        Text(ky: "\(number)-сабак", ru: "\(number)-й урок", kk: "\(number)-сабақ", en: "lesson \(number)")
    }

    /// "10:40–11:25".
    static func hours(_ start: Int, _ end: Int) -> String { DateWords.clock(start) + "–" + DateWords.clock(end) }

    /// What a lesson needs to be complete.
    static func part(_ part: LessonPart) -> Text {
        switch part {
        case .topic: Text(ky: "тема", ru: "тема", kk: "тақырып", en: "topic")
        case .roll: Text(ky: "катышуу", ru: "посещаемость", kk: "қатысу", en: "roll")
        case .homework: Text(ky: "үй тапшырмасы", ru: "домашнее задание", kk: "үй тапсырмасы", en: "homework")
        }
    }

    static func part(_ part: LessonPart, isMissing: Bool) -> Text {
        let (there, missing) = (
            Text(ky: "бар", ru: "есть", kk: "бар", en: "done"), Text(ky: "жок", ru: "нет", kk: "жоқ", en: "missing")
        )
        return isMissing ? missing : there
    }

    /// The parts of a lesson with what is missing, in words and signs.
    static func parts(missing: [LessonPart], _ language: Language) -> HTML {
        let items = LessonPart.allCases.html { part in
            let isMissing = missing.contains(part)
            return """
                <li class="\(isMissing ? "miss" : "ok")">\(Self.part(part)[language])\
                <span class="sr"> — \(Self.part(part, isMissing: isMissing)[language])</span></li>
                """
        }
        return "<ul class=\"parts\">\(items)</ul>"
    }

    /// "7-А", or the name of a group across classes.
    static func place(_ className: ClassName?, group: String, _ language: Language) -> String {
        className?.display(language) ?? group
    }

    /// A sentence begins with a capital letter, whatever the word.
    static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
