import SchoolRules
import Web

/// One lesson of the day: when, where, what, and how far it has come.
struct MyLessonRow {
    let page: MyDayPage
    let lesson: MyLesson
    private var row: LessonRow { lesson.row }
    private var words: Language { page.words }
    private var now: Moment { page.sheet.now }
    private var look: MyLesson.Look { lesson.look(at: now) }
    private var isNow: Bool { !row.isCancelled && now >= row.startMoment && now <= row.endMoment }

    var html: HTML {
        """
        <li class="\(look.rawValue)\(isNow ? " now" : "")"><i class="st \(look.rawValue)"></i>
        <p class="when"><b>\(LessonWords.hours(row.start, row.end))</b><small>\(LessonWords.number(row.number)[words])\
        </small></p>
        <p class="where"><b>\(lesson.place(words))</b><small>\(page.about(lesson, room: true))</small></p>
        <div class="what"><a href="/lessons/\(row.id)">\(topic)</a>\(parts)\(tags)\(advance)</div>
        <p class="state">\(state)</p></li>
        """
    }

    private var topic: String {
        if row.isCancelled {
            return MyDayTexts.cancelled(LessonReason.words(page.sheet.reasons[row.id] ?? "")[words])[words]
        } else if row.hasTopic {
            return row.topic
        } else if let planned = page.sheet.planned[row.id] {
            return MyDayTexts.byPlan(planned.topic)[words]
        } else {
            return MyDayTexts.noTopic[words]
        }
    }

    private var parts: HTML? {
        switch look {
        case .done, .half, .due: LessonWords.parts(missing: row.missing, words)
        case .next, .off: nil
        }
    }

    private var tags: HTML? {
        var tags: [HTML] = []
        if !lesson.isOwn {
            let name = page.sheet.teachers[row.page]?.map(\.short).joined(separator: ", ") ?? ""
            tags.append(
                """
                <span class="tag subst">\(MyDayTexts.insteadOf(name)[words])</span> \
                <small>\(MyDayTexts.onlyThis[words])</small>
                """)
        } else if let name = row.substitute, row.substituteID != page.sheet.person {
            tags.append("<span class=\"tag subst\">\(MyDayTexts.takenBy(name.short)[words])</span>")
        }
        if row.origin == "moved" { tags.append("<span class=\"tag\">\(MyDayTexts.moved[words])</span>") }
        if row.origin == "added" { tags.append("<span class=\"tag\">\(MyDayTexts.added[words])</span>") }
        if row.isLate { tags.append("<span class=\"tag late\">\(MyDayTexts.late[words])</span>") }
        return tags.isEmpty ? nil : "<p>\(tags.html { "\($0) " })</p>"
    }

    private var isPrepared: Bool { look == .next && (row.hasTopic || row.isHomeworkDecided) }

    private var advance: HTML? {
        guard isPrepared else { return nil }
        return """
            <small>\(MyDayTexts.inAdvance(topic: row.hasTopic, homework: row.isHomeworkDecided)[words])</small>
            """
    }

    private var state: HTML {
        guard !(isNow && lesson.mayWrite && look != .done) else {
            let deed =
                row.missing == [.roll] || (row.hasTopic && !row.isRollConfirmed)
                ? MyDayTexts.callRoll : look == .due ? MyDayTexts.record : MyDayTexts.open
            return "<a class=\"button main\" href=\"/lessons/\(row.id)\">\(deed[words])</a>"
        }
        let detail: HTML? = detail.map { "<small>\($0[words])</small>" }
        return "<b>\(MyDayTexts.state(look)[words])</b>\(detail)"
    }

    private var detail: Text? {
        switch look {
        case .done: MyDayTexts.recorded(recordedAt)
        case .half: MyDayTexts.left(row.missing)
        case .due where row.day == now.day && now > row.endMoment:
            MyDayTexts.ended(minutes: now.minutes(since: row.endMoment), at: DateWords.clock(row.end))
        case .next where isPrepared: MyDayTexts.planned
        case .due, .next, .off: nil
        }
    }

    /// When the last part was recorded: the time, or the day if it was another one.
    private var recordedAt: String {
        let last = page.visit.school.time.moment(max(row.topicAt, row.rollAt, row.homeworkAt))
        return last.day == row.day ? DateWords.clock(last.minute) : last.day.words(words)
    }
}
