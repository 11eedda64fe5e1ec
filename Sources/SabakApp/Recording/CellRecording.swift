import SchoolRules
import Store
import Web

/// The one place where cells of the journal are written.
enum CellRecording {
    /// Applies wishes in their order, each decided by itself: one that is refused or stale changes nothing and stops
    /// no other.
    /// - Parameter page: found by ``Visit/pageToWrite(_:in:)`` within the same transaction.
    static func record(
        _ wishes: [CellWish], on page: FoundPage, by visit: Visit, in writing: Writing
    ) throws -> [CellOutcome] {
        guard !wishes.isEmpty else { return [] }
        let facts = try CellFacts(
            wishes, on: page, by: visit.person.id, of: visit.school.country, at: writing.instant, today: visit.today,
            school: writing.school, in: writing.connection)
        let cells = try CellQueries.cells(
            lessons: facts.lessons.keys.sorted(), students: facts.stays.keys.sorted(), school: writing.school,
            in: writing.connection)
        var batch = CellBatch(
            facts: facts, cells: cells, moment: visit.moment, ids: visit.app.ids, writing: writing)
        var outcomes: [CellOutcome] = []
        for wish in wishes { outcomes.append(try batch.apply(wish)) }
        try batch.finish(&outcomes)
        return outcomes
    }
}

/// Wishes being applied one after the other.
private struct CellBatch {
    let facts: CellFacts
    var cells: [CellPlace: StandingCell]
    let moment: Moment
    let ids: Identity
    let writing: Writing
    var changedLessons: Set<Int64> = []

    mutating func apply(_ wish: CellWish) throws -> CellOutcome {
        let place = CellPlace(lesson: wish.lesson, student: wish.student)
        do {
            let lesson = try facts.lesson(of: wish)
            let cell = cells[place] ?? StandingCell()
            let work = facts.work(of: wish, over: cell, in: lesson)
            let entry = try facts.entry(of: wish, for: work, over: cell, in: lesson)
            guard wish.version == cell.version else {
                return outcome(place, .conflict, code: "changed_meanwhile", CellTexts.changedMeanwhile(nil))
            }
            let rows = try rows(for: wish, entry, work, over: cell, in: lesson)
            if !rows.isEmpty { try save(rows, at: place, over: cell) }
            let warning = entry.isMarkedWhileAbsent
            return outcome(
                place, .saved, code: warning ? "marked_while_absent" : nil,
                warning ? CellTexts.markedWhileAbsent : nil)
        } catch let refusal as CellRefusal {
            return outcome(place, .refused, code: refusal.code, refusal.words)
        }
    }

    /// The rows that a wish changes, as they will be.
    private func rows(
        for wish: CellWish, _ entry: CellEntry, _ work: CellWork, over cell: StandingCell,
        in lesson: CellLesson
    ) throws -> [CellRow] {
        if let kind = wish.kind, facts.kind(kind).map({ $0.isOff && kind != cell.marks.first?.kind }) ?? true {
            throw CellRefusal("unknown_kind", CellTexts.unknownKind)
        }
        if entry.isEmpty, wish.comment?.isEmpty == false {
            throw CellRefusal("nothing_to_comment", CellTexts.nothingToComment)
        }
        let commentSlot = entry.marks.isEmpty ? 0 : 1
        let values = [entry.absence.map { String($0.codeID) } ?? ""] + entry.marks
        let rows = (0...2).compactMap { slot -> CellRow? in
            let value = slot < values.count ? values[slot] : ""
            guard let new = row(slot, value, for: wish, work, over: cell, in: lesson) else { return nil }
            var row = new
            row.minutes = slot == 0 ? entry.absence?.minutes ?? 0 : 0
            if value.isEmpty {
                row.comment = ""
            } else if let comment = wish.comment {
                row.comment = slot == commentSlot ? comment : ""
            }
            return row == cell[slot] ? nil : dated(row, over: cell[slot], to: cell.version + 1)
        }
        if !rows.isEmpty, !entry.isEmpty, !absenceMayBeEntered(start: lesson.startMoment, now: moment) {
            throw CellRefusal("not_begun", CellTexts.notBegun)
        }
        return rows
    }

    /// One row with its value, kind and weight; nil where there is nothing and never was.
    private func row(
        _ slot: Int, _ value: String, for wish: CellWish, _ work: CellWork, over cell: StandingCell,
        in lesson: CellLesson
    ) -> CellRow? {
        guard !value.isEmpty || cell[slot] != nil else { return nil }
        var row =
            cell[slot]
            ?? CellRow(
                slot: slot, value: "", kind: 0, weight: 0, minutes: 0, comment: "", isLate: false, previous: "",
                changedAt: 0, version: 0)
        if slot > 0, !value.isEmpty, wish.kind != nil || row.value.isEmpty || work.maximum > 0 {
            row.kind = wish.kind == nil && row.value.isEmpty && work.maximum == 0 ? lesson.kind : work.kind
            row.weight = facts.kind(row.kind)?.weight.hundredths ?? 100
        }
        if slot > 0, value != row.value || row.kind != cell[slot]?.kind {
            row.maximum = value.isEmpty || value.hasPrefix(DebtSign.sign) ? 0 : work.maximum
            row.scale = value.isEmpty || work.scale == facts.page.scale ? "" : work.scale
        }
        row.value = value
        // Only the first mark and the first code of a cell can be late; whatever follows is history.
        if slot == 0 ? cell[0] == nil : cell[1] == nil && cell[2] == nil {
            row.isLate = facts.isLate(slot: slot, kind: row.kind, lesson: lesson, entered: moment)
        }
        return row
    }

    /// Keeps the value before the last change, and when that was; a comment alone changes neither.
    private func dated(_ row: CellRow, over old: CellRow?, to version: Int64) -> CellRow {
        var row = row
        row.version = version
        if row.value != old?.value { row.previous = old?.value ?? "" }
        if row.value != old?.value || row.minutes != old?.minutes || row.kind != old?.kind {
            row.changedAt = writing.instant
        }
        return row
    }

    /// What is changed under an unlock is told to everybody whom it concerns.
    private func noteCorrection(at place: CellPlace, over cell: StandingCell, by new: StandingCell) throws {
        guard let lesson = facts.lessons[place.lesson], facts.freeze.isClosed(lesson.day),
            let unlock = facts.freeze.unlock()
        else { return }
        let language = facts.page.recordLanguage
        let (before, after) = (
            cell.display(language, codes: facts.codes), new.display(language, codes: facts.codes)
        )
        guard before != after else { return }
        try Correction.note(
            unlock, page: facts.page.id, student: place.student, day: lesson.day, before: before, after: after,
            reason: "", id: ids.next(), in: writing)
    }

    private mutating func save(_ rows: [CellRow], at place: CellPlace, over cell: StandingCell) throws {
        var new = cell
        for row in rows {
            guard try CellQueries.keep(row, at: place, over: cell[row.slot]?.version ?? 0, in: writing) else {
                throw Refusal.changedMeanwhile
            }
            new.put(row)
        }
        cells[place] = new
        changedLessons.insert(place.lesson)
        try writing.audit(
            "cell.set", place.object, before: trace(cell), after: trace(new),
            text: new.comment == cell.comment ? "" : new.comment)
        try noteCorrection(at: place, over: cell, by: new)
    }

    private func trace(_ cell: StandingCell) -> String {
        CellTrace.text(cell.entry(facts.codes), language: facts.page.recordLanguage, codes: facts.codes)
    }

    private func display(_ cell: StandingCell, at place: CellPlace) -> String {
        let column = facts.lessons[place.lesson].map(facts.columnMaximum) ?? 0
        return cell.display(facts.page.recordLanguage, codes: facts.codes, beside: column)
    }

    private func outcome(
        _ place: CellPlace, _ status: CellOutcome.Status, code: String? = nil, _ message: Text? = nil
    ) -> CellOutcome {
        let isOurs = facts.lessons[place.lesson] != nil && facts.stays[place.student] != nil
        let cell = isOurs ? cells[place] ?? StandingCell() : StandingCell()
        return CellOutcome(
            lesson: place.lesson, student: place.student, status: status, value: display(cell, at: place),
            version: cell.version,
            code: code, message: message, isLate: cell.isLate, comment: cell.comment)
    }
}

extension CellBatch {
    /// What a batch does once: lessons touched, page changed, who made the conflicts, the averages.
    func finish(_ outcomes: inout [CellOutcome]) throws {
        if !changedLessons.isEmpty {
            try CellQueries.touch(lessons: changedLessons.sorted(), in: writing)
            try CellPage.noteChange(of: facts.page.id, in: writing)
            try FinalExpectation.refresh(
                facts.page, students: Set(outcomes.filter { $0.status == .saved }.map(\.student)).sorted(),
                days: changedLessons.compactMap { facts.lessons[$0]?.day }, on: moment.day, in: writing)
        }
        try nameAuthors(&outcomes)
        try addAverages(&outcomes)
    }

    private func nameAuthors(_ outcomes: inout [CellOutcome]) throws {
        let places = outcomes.filter { $0.status == .conflict }
            .map { CellPlace(lesson: $0.lesson, student: $0.student) }
        guard !places.isEmpty else { return }
        let authors = try CellQueries.lastAuthors(of: places, school: writing.school, in: writing.connection)
        for index in outcomes.indices where outcomes[index].status == .conflict {
            let place = CellPlace(lesson: outcomes[index].lesson, student: outcomes[index].student)
            outcomes[index].changedBy = authors[place]
            outcomes[index].message = CellTexts.changedMeanwhile(authors[place]?.short)
        }
    }

    private func addAverages(_ outcomes: inout [CellOutcome]) throws {
        let saved = outcomes.indices.filter { outcomes[$0].status == .saved }
        let byTerm = Dictionary(grouping: saved) { index in
            facts.lessons[outcomes[index].lesson].flatMap { facts.calendar.term(on: $0.day, grade: facts.grade) }
        }
        for case (let term?, let indices) in byTerm {
            let students = Set(indices.map { outcomes[$0].student }).sorted()
            let (reading, days) = facts.assessment(in: term)
            var pages = [facts.page.id: facts.page.scale]
            for other in facts.others { pages[other.page] = other.scale }
            var sums = try MarkSums.read(
                reading, on: pages, students: students, from: days.from, to: days.to, debts: facts.debts,
                school: writing.school, in: writing.connection)
            sums.add(
                try MarkSums.brought(
                    reading, on: pages.keys.sorted(), from: days.from, to: days.to, school: writing.school,
                    in: writing.connection))
            for index in indices {
                outcomes[index].number = SubjectNumber(sums[outcomes[index].student], reading)
            }
        }
    }
}
