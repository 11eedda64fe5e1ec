import SchoolRules
import Web

/// One lesson of a day in the diary.
struct DiaryLessonItem {
    let lesson: DiaryLesson
    let signs: DiarySigns
    let state: LessonState

    private var language: Language { signs.language }

    /// - Parameter homework: whether what was given at the lesson is shown with it.
    func html(homework: Bool) -> HTML {
        let off: HTML? = lesson.isCancelled ? " class=\"off\"" : nil
        return """
            <li\(off)><span class="no">\(lesson.number)</span><div class="what"><h3>\(lesson.subject)</h3>\
            \(changes)<p>\(line)</p>\(lesson.isCancelled ? nil : content(homework: homework))</div>\(got)</li>
            """
    }

    /// What differs from the timetable.
    var changes: HTML {
        var changes = HTML()
        if lesson.isMoved {
            let words = lesson.movedFrom.map { DiaryTexts.movedFrom($0) } ?? DiaryTexts.moved
            let reason = LessonReason.words(lesson.reason)[language]
            changes.append("<p><span class=\"tag\">\(words[language])</span> \(reason)</p>")
        } else if lesson.origin == "added" {
            changes.append("<p><span class=\"tag\">\(DiaryTexts.added[language])</span></p>")
        }
        if let substitute = lesson.substitute, !lesson.isCancelled {
            changes.append("<p><span class=\"tag subst\">\(DiaryTexts.substitution[language])</span> \(substitute)</p>")
        }
        return changes
    }

    private var line: String {
        let time = DateWords.clock(lesson.start)
        if lesson.isCancelled {
            let why = lesson.reason.isEmpty ? "" : ": " + LessonReason.words(lesson.reason)[language]
            return "\(time) · \(DiaryTexts.cancelled[language])\(why)"
        }
        return topic.isEmpty ? time : "\(time) · \(topic)"
    }

    /// The topic; before the lesson it is only a plan.
    var topic: String {
        guard !lesson.topic.isEmpty else { return "" }
        return isComing ? "\(DiaryTexts.planned[language]): \(lesson.topic)" : lesson.topic
    }

    private var isComing: Bool { state == .planned || state == .moved }

    private func content(homework: Bool) -> HTML {
        var content = HTML()
        if !lesson.material.isEmpty { content.append("<p>\(lesson.material)</p>") }
        for mark in lesson.marks where !mark.comment.isEmpty {
            content.append("<p>\(signs.quoted(mark.comment))</p>")
        }
        if homework {
            for text in [lesson.homework, lesson.ownHomework] where !text.isEmpty {
                content.append("<p>\(DiaryTexts.homework[language]): \(text)</p>")
            }
        }
        if let remark = lesson.remark {
            content.append(
                "<p class=\"remark\"><b>\(remark.content)</b> \(DiaryTexts.remark[language]), \(remark.author)</p>")
        }
        return content
    }

    private var got: HTML? {
        var parts: [HTML] = []
        if let absence = lesson.absence {
            parts.append("\(signs.absence(absence))<small>\(signs.words(absence))</small>")
        }
        if let marks = signs.marks(lesson.marks) {
            let kinds = [signs.kinds(of: lesson.marks), signs.due(lesson.marks)].filter { !$0.isEmpty }
                .joined(separator: " · ")
            parts.append(kinds.isEmpty ? marks : "\(marks)<small>\(kinds)</small>")
        }
        return parts.isEmpty ? nil : "<p class=\"got\">\(parts)</p>"
    }
}
