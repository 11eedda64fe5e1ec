import Foundation
import SchoolRules
import Web

/// What was changed in the record of a lesson: who, when, old and new.
struct LessonHistoryPage {
    let visit: Visit
    let lesson: FoundLesson
    let kinds: [KindOfWork]
    private var words: Language { visit.language }

    func answer(_ changes: [LessonQueries.Change]) -> Answer {
        let place = LessonWords.place(lesson.page.className, group: lesson.page.groupName, words)
        let title = LessonHistoryTexts.title[words]
        let sub = [
            "\(place) · \(lesson.page.subject[words])", lesson.day.weekdayWord(words),
            lesson.day.words(words), LessonWords.number(lesson.number)[words],
        ].joined(separator: ", ")
        let list: HTML =
            changes.isEmpty
            ? "<p class=\"sub\">\(LessonHistoryTexts.nothing[words])</p>"
            : "<ol class=\"history\">\(changes.html(line))</ol>"
        return Layout(visit: visit, title: title, place: visit.lessonPlace, frame: .thin).answer(
            """
            <div class="head"><div><h1>\(title)</h1><p class="sub">\(sub)</p></div></div>
            \(list)
            <p class="links"><a href="/lessons/\(lesson.id)">\(LessonHistoryTexts.back[words])</a></p>
            """)
    }

    private func line(_ change: LessonQueries.Change) -> HTML {
        let moment = visit.school.time.moment(change.at)
        let when = "\(moment.day.words(words)), \(DateWords.clock(moment.minute))"
        let who = [when, change.who?.short ?? "", change.reason].filter { !$0.isEmpty }.joined(separator: " · ")
        return "<li>\(texts(change))\(flags(change))<p class=\"sub\">\(who)</p></li>"
    }

    private func texts(_ change: LessonQueries.Change) -> HTML {
        // The text may have been erased by right; then only the flags are left to tell.
        let changed = try? JSONDecoder().decode([String: [String]].self, from: Data(change.text.utf8))
        return LessonHistoryTexts.fields.html { name, label in
            guard let pair = changed?[name], pair.count == 2 else { return HTML() }
            return "<p>\(label[words]): \(value(pair[0])) → <b>\(value(pair[1]))</b></p>"
        }
    }

    private func value(_ text: String) -> HTML {
        text.isEmpty ? "<span class=\"none\">\(LessonTexts.empty[words])</span>" : "\(text)"
    }

    private func flags(_ change: LessonQueries.Change) -> HTML {
        let (before, after) = (Self.values(change.before), Self.values(change.after))
        var says: [Text] = []
        if change.action == "lesson.record" {
            if change.text.isEmpty, before.filter({ $0.key != "version" }) == after.filter({ $0.key != "version" }) {
                says.append(LessonHistoryTexts.single)
            }
            if before["roll"] != after["roll"] {
                says.append(after["roll"] == "1" ? LessonTexts.rollIsConfirmed : LessonHistoryTexts.rollOpened)
            }
            if before["none"] != after["none"], after["none"] == "1" { says.append(LessonTexts.noHomework) }
            if before["kind"] != after["kind"], let kind = kinds.first(where: { String($0.id) == after["kind"] }) {
                says.append(Text(kind.names))
            }
        } else {
            says.append(LessonHistoryTexts.action(change.action))
        }
        return says.html { "<p>\($0[words])</p>" }
    }

    /// `topic=1 roll=0` by name.
    private static func values(_ flags: String) -> [String: String] {
        let pairs = flags.split(separator: " ").compactMap { flag -> (String, String)? in
            let parts = flag.split(separator: "=", maxSplits: 1)
            return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension Visit {
    /// The place of the menu that lessons belong to: the own day, or the journal for those who only read.
    var lessonPlace: String { may(.writeLesson) ? "/my-day" : "/pages" }
}

enum LessonHistoryTexts {
    static let single = Text(
        ky: "Жеке үй тапшырмасы же эскертүү", ru: "Индивидуальное задание или замечание",
        kk: "Жеке үй тапсырмасы немесе ескерту", en: "Individual homework or a remark")
    static let title = Text(ky: "Сабактын тарыхы", ru: "История урока", kk: "Сабақтың тарихы", en: "Lesson history")
    static let nothing = Text(
        ky: "Азырынча эч нерсе жазылган эмес.", ru: "Пока ничего не записано.", kk: "Әзірге ештеңе жазылған жоқ.",
        en: "Nothing has been recorded yet.")
    static let back = Text(ky: "Сабакка", ru: "К уроку", kk: "Сабаққа", en: "To the lesson")
    static let rollOpened = Text(
        ky: "Катышуунун тастыктоосу алынды", ru: "Подтверждение посещаемости снято", kk: "Қатысуды растау алынды",
        en: "Confirmation of the roll withdrawn")
    static let fields = [
        ("topic", LessonTexts.topic), ("material", LessonTexts.material), ("homework", LessonTexts.homework),
    ]

    /// What the deputy did with the lesson.
    static func action(_ action: String) -> Text {
        switch action {
        case "lesson.cancel":
            Text(ky: "Жокко чыгарылды", ru: "Отменён", kk: "Болмайтын болды", en: "Cancelled")
        case "lesson.restore":
            Text(ky: "Калыбына келтирилди", ru: "Возвращён", kk: "Қалпына келтірілді", en: "Restored")
        case "lesson.move": Text(ky: "Жылдырылды", ru: "Перенесён", kk: "Ауыстырылды", en: "Moved")
        case "lesson.add": Text(ky: "Кошулду", ru: "Добавлен", kk: "Қосылды", en: "Added")
        default: Text(ky: "Өзгөртүлдү", ru: "Изменён", kk: "Өзгертілді", en: "Changed")
        }
    }
}
