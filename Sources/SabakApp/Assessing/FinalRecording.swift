import SchoolRules
import Store
import Web

/// What somebody wants to stand as a final mark.
struct FinalWish: Sendable {
    let key: FinalKey
    let student: Int64
    /// As it is typed: `4`, `н/а`, `осв`; nothing withdraws it.
    let set: String
    var reason = ""
    /// The version it was made on; 0 for a mark that was never written.
    var version: Int64 = 0
}

/// What became of a wish, with the final mark as it stands now.
struct FinalOutcome: Sendable {
    let key: FinalKey
    let student: Int64
    var status: CellOutcome.Status
    var value: String
    var version: Int64
    var code: String?
    var message: Text?
}

/// An expected "no" to one final mark.
private struct FinalRefusal: Error {
    let code: String
    let words: Text
}

/// The one place where final marks are written.
enum FinalRecording {
    static let longestReason = 300

    /// Applies wishes in their order, each decided by itself: one that is refused or stale stops no other.
    /// - Parameter sheet: read within the same transaction, of a page that the author may write.
    static func record(
        _ wishes: [FinalWish], on sheet: FinalSheet, at now: Moment, ids: Identity, in writing: Writing
    ) throws -> [FinalOutcome] {
        let place = sheet.place
        let isClosed = place.keys.contains { place.closings.closing(of: $0, grade: place.grade) != nil }
        let unlocks =
            try isClosed
            ? StandingUnlock.all(
                page: place.page.id, teacher: writing.author.person, school: writing.school,
                time: LocalTime.of(writing.school, in: writing.connection), in: writing.connection) : []
        let asked = Set(wishes.map(\.student))
        let expected = try FinalExpectation.of(
            sheet.lines.filter { asked.contains($0.student) }, place, school: writing.school, in: writing.connection)
        var batch = FinalBatch(
            sheet: sheet, expected: expected, unlocks: unlocks, now: now, ids: ids, writing: writing)
        let outcomes = try wishes.map { try batch.apply($0) }
        if batch.hasChanged { try CellPage.noteChange(of: place.page.id, in: writing) }
        return outcomes
    }
}

private struct FinalBatch {
    let sheet: FinalSheet
    let expected: [Int64: Dated<String>]
    let unlocks: [StandingUnlock]
    let now: Moment
    let ids: Identity
    let writing: Writing
    var hasChanged = false
    private var written: [FinalKey: [Int64: StandingFinal]] = [:]

    init(
        sheet: FinalSheet, expected: [Int64: Dated<String>], unlocks: [StandingUnlock], now: Moment, ids: Identity,
        writing: Writing
    ) {
        self.sheet = sheet
        self.expected = expected
        self.unlocks = unlocks.filter { !$0.isRefused }
        self.now = now
        self.ids = ids
        self.writing = writing
    }

    private var place: FinalPlace { sheet.place }

    mutating func apply(_ wish: FinalWish) throws -> FinalOutcome {
        guard let line = sheet.line(wish.student), place.keys.contains(wish.key) else {
            return outcome(wish, nil, .refused, "unknown_student", CellTexts.unknownStudent)
        }
        let standing = written[wish.key]?[wish.student] ?? line.standing[wish.key]
        do {
            let mark = try mark(wish)
            let value = mark?.stored ?? ""
            guard value != standing?.value ?? "" || isNewReason(wish, standing) else {
                return outcome(wish, standing, .saved)
            }
            guard wish.version == standing?.version ?? 0 else {
                return outcome(wish, standing, .conflict, "changed_meanwhile", CellTexts.changedMeanwhile(nil))
            }
            let unlock = try unlock(for: wish)
            let reason = wish.reason.isEmpty ? unlock?.request.reason ?? "" : wish.reason
            try check(mark, reason, on: line, wish.key, isClosed: unlock != nil)
            let final = final(value, reason, on: line, wish.key, over: standing)
            try save(final, over: standing, for: wish, under: unlock)
            return outcome(wish, final, .saved)
        } catch let refusal as FinalRefusal {
            return outcome(wish, standing, .refused, refusal.code, refusal.words)
        }
    }

    private func mark(_ wish: FinalWish) throws -> FinalMark? {
        guard place.needsFinals else { throw FinalRefusal(code: "no_finals", words: FinalWords.noFinals) }
        guard wish.reason.count <= FinalRecording.longestReason else {
            throw FinalRefusal(code: "too_long", words: FinalWords.longReason)
        }
        if wish.set.isEmpty { return nil }
        guard let mark = FinalMark(wish.set, scale: place.scale) else {
            throw FinalRefusal(code: "not_on_scale", words: FinalWords.mayBe(place.scale))
        }
        return mark
    }

    private func isNewReason(_ wish: FinalWish, _ standing: StandingFinal?) -> Bool {
        !wish.reason.isEmpty && standing.map { !$0.value.isEmpty && $0.reason != wish.reason } ?? false
    }

    /// The unlock that a frozen mark is written under; nil while the period is open.
    private func unlock(for wish: FinalWish) throws -> StandingUnlock? {
        guard let closing = place.closings.closing(of: wish.key, grade: place.grade) else { return nil }
        let isFree = Freeze.allows(
            writingFinal: true, closed: closing, unlocks: unlocks.map(\.unlock), teacher: writing.author.person,
            page: place.page.id, at: now)
        guard isFree, let open = unlocks.first(where: { $0.request.isFinal && $0.isOpen(at: now) }) else {
            throw FinalRefusal(code: "term_closed", words: RefusalTexts.termClosed)
        }
        return open
    }

    private func check(_ mark: FinalMark?, _ reason: String, on line: FinalLine, _ key: FinalKey, isClosed: Bool) throws
    {
        guard let mark else {
            if isClosed { throw FinalRefusal(code: "empty_after_closing", words: FinalWords.notEmptied) }
            return
        }
        do {
            _ = try FinalDecision(
                mark, beside: line.proposal(for: key), reason: reason, on: place.scale, by: place.regime.settings)
        } catch {
            throw FinalRefusal(code: error.code, words: FinalWords.words(error))
        }
    }

    private func final(
        _ value: String, _ reason: String, on line: FinalLine, _ key: FinalKey, over standing: StandingFinal?
    ) -> StandingFinal {
        let proposal = line.proposal(for: key)
        return StandingFinal(
            value: value, scale: place.scale.id, proposed: proposal.proposed?.stored ?? "",
            expected: expected(line, key), reason: value.isEmpty ? "" : reason,
            previous: value == standing?.value ? standing?.previous ?? "" : standing?.value ?? "",
            changedAt: value == standing?.value ? standing?.changedAt ?? writing.instant : writing.instant,
            by: writing.author.person, version: (standing?.version ?? 0) + 1)
    }

    private func expected(_ line: FinalLine, _ key: FinalKey) -> String {
        let known = key.period == .term ? expected[line.student]?.stored : nil
        return known ?? line.proposal(for: key).byRule?.value ?? ""
    }

    private mutating func save(
        _ final: StandingFinal, over standing: StandingFinal?, for wish: FinalWish, under unlock: StandingUnlock?
    ) throws {
        let (page, before) = (place.page.id, standing?.value ?? "")
        let isKept = try FinalQueries.keep(
            final, wish.key, page: page, student: wish.student, over: standing?.version ?? 0, in: writing)
        guard isKept else { throw Refusal.changedMeanwhile }
        try writing.audit(
            "final.set", "final/\(page)/\(wish.key.stored)/\(wish.student)", before: before, after: final.value,
            text: final.reason)
        if let unlock, before != final.value {
            try Correction.note(
                unlock, page: page, student: wish.student, key: wish.key,
                before: text(before), after: text(final.value), reason: final.reason, id: ids.next(), in: writing)
        }
        written[wish.key, default: [:]][wish.student] = final
        hasChanged = true
    }

    private func text(_ stored: String) -> String {
        FinalMark(stored, scale: place.scale)?.text(in: place.page.recordLanguage) ?? stored
    }

    private func outcome(
        _ wish: FinalWish, _ final: StandingFinal?, _ status: CellOutcome.Status, _ code: String? = nil,
        _ words: Text? = nil
    ) -> FinalOutcome {
        FinalOutcome(
            key: wish.key, student: wish.student, status: status, value: text(final?.value ?? ""),
            version: final?.version ?? 0, code: code, message: words)
    }
}

/// What is said of a final mark.
enum FinalWords {
    static let noFinals = Text(
        ky: "Бул мезгилде жыйынтыктоочу баа коюлбайт", ru: "За этот период итоговая отметка не ставится",
        kk: "Бұл кезеңге қорытынды баға қойылмайды", en: "No final mark is set for this term")
    static let longReason = Text(
        ky: "Себеби эң көп \(FinalRecording.longestReason) белги",
        ru: "Причина не длиннее \(FinalRecording.longestReason) знаков",
        kk: "Себебі ең көбі \(FinalRecording.longestReason) таңба",
        en: "A reason has at most \(FinalRecording.longestReason) characters")
    static let notEmptied = Text(
        ky: "Жабылган мезгилдин баасын алып салууга болбойт, өзгөртүүгө гана болот",
        ru: "Отметку закрытого периода нельзя убрать, её можно только изменить",
        kk: "Жабық кезеңнің бағасын алып тастауға болмайды, тек өзгертуге болады",
        en: "A mark of a closed term cannot be taken away, only changed")
    static let reasonMissing = Text(
        ky: "Сунуштан айырмаланат: себебин жазыңыз", ru: "Отличается от предложения: напишите причину",
        kk: "Ұсыныстан өзгеше: себебін жазыңыз", en: "It differs from the proposal: write the reason")

    static func mayBe(_ scale: Scale) -> Text {
        let values = scale.values.map(\.value).joined(separator: " ")
        return Text(
            ky: "Мындай баа жок. Болот: \(values) а/э бош", ru: "Такой отметки нет. Можно: \(values) н/а осв",
            kk: "Мұндай баға жоқ. Болады: \(values) а/ж бос", en: "No such mark. It may be: \(values) н/а осв")
    }

    static func words(_ problem: DecisionProblem) -> Text {
        switch problem {
        case .reasonMissing: reasonMissing
        case .notOnScale(let text):
            Text(
                ky: "\(text) шкалада жок", ru: "\(text) нет на шкале", kk: "\(text) шкалада жоқ",
                en: "\(text) is not on the scale")
        case .belowMinimum(let check):
            Text(
                ky: "Баалар аз: \(check.marks.has) / \(check.marks.needed)",
                ru: "Отметок мало: \(check.marks.has) из \(check.marks.needed)",
                kk: "Баға аз: \(check.marks.has) / \(check.marks.needed)",
                en: "Too few marks: \(check.marks.has) of \(check.marks.needed)")
        case .tooFar(_, let allowed):
            Text(
                ky: "Сунуштан өтө алыс: эң көп \(allowed) кадам болот",
                ru: "Слишком далеко от предложения: можно не больше чем на \(allowed)",
                kk: "Ұсыныстан тым алыс: ең көбі \(allowed) қадам",
                en: "Too far from the proposal: at most \(allowed) step(s)")
        }
    }
}
