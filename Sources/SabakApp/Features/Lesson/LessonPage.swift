import HTTPTypes
import SchoolRules
import Web

/// The page of one lesson: its record on one side, its people on the other.
struct LessonPage {
    let visit: Visit
    let sheet: LessonSheet
    let draft: LessonDraft
    let note: Lesson.Note
    var words: Language { visit.language }

    func answer(_ status: HTTPResponse.Status = .ok) -> Answer {
        let name = "\(place) · \(sheet.found.page.subject[words])"
        let layout = Layout(
            visit: visit, title: "\(name) · \(sheet.lesson.day.words(words))", place: visit.lessonPlace, frame: .lesson)
        let form: HTML = """
            <form class="lesson" method="post" action="/lessons/\(sheet.lesson.id)" \
            data-guard="lesson-\(sheet.lesson.id)" data-version="\(sheet.lesson.version)">
            \(visit.csrfField)<input type="hidden" name="version" value="\(draft.version)">
            <section class="plan" aria-labelledby="lesson-title">\(head(name))\(says)\(frozen(!sheet.mayWrite, record))\
            \(links)\(need)</section>
            \(LessonRollPage(visit: visit, sheet: sheet, draft: draft).html)
            </form>
            """
        return .page(layout.html("<main id=\"main\">\(form)</main>"), status: status)
    }

    private var place: String {
        LessonWords.place(sheet.found.page.className, group: sheet.found.page.groupName, words)
    }

    private func frozen(_ isFrozen: Bool, _ content: HTML) -> HTML {
        isFrozen ? "<fieldset disabled class=\"bare\">\(content)</fieldset>" : content
    }

    private func head(_ name: String) -> HTML {
        let lesson = sheet.lesson
        let day = LessonWords.sentence(lesson.day.weekdayWord(words)) + ", " + lesson.day.words(words)
        let hours = "\(LessonWords.number(lesson.number)[words]), \(LessonWords.hours(lesson.start, lesson.end))"
        let parts = [day, hours, LessonTexts.room(lesson.room)[words]].filter { !$0.isEmpty }
        let group: HTML? =
            sheet.found.page.className == nil || sheet.found.page.groupName.isEmpty
            ? nil : " <small>\(sheet.found.page.groupName)</small>"
        return """
            \(back)
            <p class="sub">\(parts.joined(separator: " · "))</p>
            <h1 id="lesson-title">\(name)\(group)</h1>\(tags)
            """
    }

    /// To the day the visitor came from; who has none goes to the page of the lesson.
    private var back: HTML {
        let hasDay = visit.may(.writeLesson) || visit.may(.writeAbsenceReason)
        let address = hasDay ? "/my-day?date=\(sheet.lesson.day)" : "/pages/\(sheet.lesson.page)"
        let name = (hasDay ? LessonTexts.myDay : LessonTexts.page)[words]
        return "<a class=\"back\" href=\"\(address)\" aria-label=\"\(name)\">\(Icon.back.html)<span>\(name)</span></a>"
    }

    private var tags: HTML {
        let lesson = sheet.lesson
        var tags: [HTML] = []
        if let name = lesson.substitute {
            tags.append("<span class=\"tag subst\">\(LessonTexts.substitute(name.short)[words])</span>")
        }
        if lesson.origin == "moved" { tags.append(tag(LessonTexts.moved)) }
        if lesson.origin == "added" { tags.append(tag(LessonTexts.added)) }
        if !sheet.hasBegun, !lesson.isCancelled { tags.append(tag(LessonTexts.isPlanned)) }
        if lesson.isLate { tags.append("<span class=\"tag late\">\(LessonTexts.late[words])</span>") }
        return tags.isEmpty ? HTML() : "<p class=\"tags\">\(tags.html { "\($0) " })</p>"
    }

    private func tag(_ text: Text) -> HTML {
        let reason = sheet.reason.isEmpty ? "" : ": \(LessonReason.words(sheet.reason)[words])"
        return "<span class=\"tag\">\(text[words])\(text == LessonTexts.isPlanned ? "" : reason)</span>"
    }

    private var record: HTML {
        """
        \(field("topic", LessonTexts.topic, aside: topicAside, """
            <textarea id="topic" name="topic" rows="2" maxlength="\(LessonWish.longestTopic)"\(invalid("topic"))>\
            \(draft.topic)</textarea>
            """))
        <div class="row">\(kindField)\(maximumField)\(checkedOnField)</div>\(workLimits)
        \(field("material", LessonTexts.material, aside: nil, """
            <input id="material" name="material" maxlength="\(LessonWish.longestText)" value="\(draft.material)" \
            placeholder="\(LessonTexts.likeTopic[words])"\(invalid("material"))>
            """))
        \(field("homework", LessonTexts.homework, aside: sheet.after.map { LessonTexts.due($0.day)[words] }, """
            <textarea id="homework" name="homework" rows="2" maxlength="\(LessonWish.longestText)"\
            \(invalid("homework"))>\(draft.homework)</textarea>
            """))\(homeworkLimits)
        <p class="check"><input type="checkbox" id="none" name="noHomework" value="1"\
        \(draft.noHomework ? " checked" : "")\(invalid("noHomework"))>\
        <label for="none">\(LessonTexts.noHomework[words])</label>\(problem("noHomework"))</p>
        \(LessonNotes(sheet: sheet, words: words).html(
            draft.own, name: "own", title: LessonTexts.own, label: LessonTexts.task, problem: problem("own")))
        """
    }

    /// How long the homework takes is asked only where the school looks at load.
    private var homeworkLimits: HTML? {
        guard let limits = sheet.limits else { return nil }
        let said = limits.homework.html { "<p class=\"say warn\">\(WorkWords.homework($0)[words])</p>" }
        return """
            <p class="field short\(problems["homeworkMinutes"] == nil ? "" : " bad")"><label for="minutes">\
            \(LessonTexts.minutes[words])</label><input id="minutes" name="minutes" inputmode="numeric" maxlength="3" \
            value="\(draft.minutes)"\(invalid("homeworkMinutes"))>\(problem("homeworkMinutes"))</p>\(said)
            """
    }

    private var workLimits: HTML? {
        sheet.limits.map { $0.works.html { "<p class=\"say warn\">\(WorkWords.warning($0)[words])</p>" } }
    }

    private var topicAside: String? {
        if let planned = sheet.planned, draft.topic == planned.topic {
            return LessonTexts.fromPlan(planned.number)[words]
        }
        return sheet.lesson.planRow > 0 ? LessonTexts.fromPlan(sheet.lesson.planRow)[words] : nil
    }

    private func field(_ name: String, _ label: Text, aside: String?, _ input: HTML) -> HTML {
        let bad = problems[name] == nil ? "" : " bad"
        let remark: HTML? = aside.map { "<span class=\"aside\">\($0)</span>" }
        return """
            <p class="field\(bad)"><label for="\(name)">\(label[words])</label>\(remark)\(input)\(problem(name))</p>
            """
    }

    private var kindField: HTML {
        let options = sheet.kinds.filter { !$0.isOff || $0.id == draft.kind }.html { kind in
            let mark: HTML? = kind.id == draft.kind ? " selected" : nil
            let weight = kind.weight == 1 ? "" : " ×\(kind.weight.plain)"
            return "<option value=\"\(kind.id)\"\(mark)>\(kind.names[words])\(weight)</option>"
        }
        return """
            <p class="field grow\(problems["kind"] == nil ? "" : " bad")"><label for="kind">\(LessonTexts.kind[words])\
            </label><select id="kind" name="kind"\(invalid("kind"))>\(options)</select>\(problem("kind"))</p>
            """
    }

    private var maximumField: HTML? {
        guard sheet.givesPoints else { return nil }
        let usual = sheet.regime.maximum(of: draft.kind, own: 0, kinds: sheet.kinds)
        return """
            <p class="field short\(problems["maximum"] == nil ? "" : " bad")"><label for="maximum">\
            \(LessonTexts.maximum[words])</label><input id="maximum" name="maximum" inputmode="numeric" maxlength="3" \
            value="\(draft.maximum)" placeholder="\(usual > 0 ? String(usual) : "")"\(invalid("maximum"))>\
            \(problem("maximum"))</p>
            """
    }

    private var checkedOnField: HTML? {
        guard sheet.showsCheckedOn else { return nil }
        return """
            <p class="field short\(problems["checkedOn"] == nil ? "" : " bad")"><label for="checkedOn">\
            \(LessonTexts.checkedOn[words])</label><input type="date" id="checkedOn" name="checkedOn" \
            value="\(draft.checkedOn)"\(invalid("checkedOn"))>\(problem("checkedOn"))</p>
            """
    }

    private var links: HTML {
        var links = sheet.mayWrite ? sheet.parallels.map(copy) : []
        if sheet.found.page.lessons == nil {
            links.append("<a href=\"/pages/\(sheet.lesson.page)\">\(LessonTexts.page[words])</a>")
            links += [works].compactMap { $0 }
            if visit.may(.readMarkHistory) {
                links.append("<a href=\"/lessons/\(sheet.lesson.id)/history\">\(LessonTexts.history[words])</a>")
            }
        }
        let line = links.enumerated().html { $0.offset == 0 ? $0.element : " · \($0.element)" }
        return "<p class=\"links\">\(line)</p>\(steps)"
    }

    /// To planning a work for this lesson, as long as it is ahead.
    private var works: HTML? {
        guard sheet.mayWrite, !sheet.hasBegun, !sheet.isSubstituted, visit.may(.writeWrittenWorkDate) else {
            return nil
        }
        let lesson = sheet.lesson
        return "<a href=\"/pages/\(lesson.page)/works?lesson=\(lesson.id)#plan\">\(LessonTexts.planWork[words])</a>"
    }

    private func copy(_ parallel: LessonQueries.Parallel) -> HTML {
        """
        <button class="link" name="copy" value="\(parallel.lesson)">\
        \(LessonTexts.copy(to: parallel.name(words))[words])</button>
        """
    }

    private var steps: HTML? {
        guard sheet.found.page.lessons == nil, sheet.before != nil || sheet.after != nil else { return nil }
        let before: HTML? = sheet.before.map { step($0, LessonTexts.beforeLesson, Icon.back.html, isBefore: true) }
        let after: HTML? = sheet.after.map { step($0, LessonTexts.afterLesson, Icon.next.html, isBefore: false) }
        return "<nav class=\"step\" aria-label=\"\(LessonTexts.otherLessons[words])\">\(before)\(after)</nav>"
    }

    private func step(_ lesson: LessonQueries.Neighbour, _ label: Text, _ icon: HTML, isBefore: Bool) -> HTML {
        let day = lesson.day.words(words)
        let face: HTML = isBefore ? "\(icon)\(day)" : "\(day)\(icon)"
        return "<a href=\"/lessons/\(lesson.id)\" aria-label=\"\(label[words]): \(day)\">\(face)</a>"
    }

    private var need: HTML? {
        guard !sheet.lesson.isCancelled else { return nil }
        let missing = sheet.lesson.missing
        let sentence =
            !sheet.hasBegun
            ? LessonTexts.plannedHint : missing.isEmpty ? LessonTexts.completeNow : LessonTexts.left(missing)
        return """
            <div class="need">\(LessonWords.parts(missing: missing, words))<p class="sub">\(sentence[words])</p></div>
            """
    }
}

extension Fraction {
    /// "2" or "1,5".
    fileprivate var plain: String { denominator == 1 ? String(numerator) : rounded(decimals: 1, separator: ",") }
}
