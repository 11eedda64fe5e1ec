import SchoolRules
import Store

/// When finished terms are decided and signed: once the last late entries are in.
struct FinishedTerms {
    let plan: SchoolPlan
    let year: DemoYear

    func records() -> [DemoRecord] {
        year.calendar.terms.flatMap { term -> [DemoRecord] in
            let days = year.schoolDays(grade: term.gradeFrom, from: term.to.adding(1), to: year.today.adding(-1))
            guard days.count > 8 else { return [] }
            let decided = year.instant(days[6], 960)
            let signed = year.instant(days[7], 1_020)
            let signature = DemoRecord(instant: signed, author: plan.staff[1].id, deed: .close(term))
            return teachers(of: term).map { teacher, pages in
                DemoRecord(instant: decided, author: teacher, deed: .finals(pages, term: term.number))
            } + [signature]
        }
    }

    /// The pages of a term by teacher.
    private func teachers(of term: Term) -> [(Int64, [Int64])] {
        let courses = plan.courses.filter { term.isFor(grade: plan.classes[$0.classIndex].name.grade) }
        let byTeacher = Dictionary(grouping: courses) { plan.staff[$0.teacher].id }
        return byTeacher.keys.sorted().map { id in (id, (byTeacher[id] ?? []).map(\.page)) }
    }
}

/// Decides a page as its teacher would: as proposed, now and then a step better, with a reason.
struct FinalWriting {
    let year: DemoYear
    let ids: Identity
    let writing: Writing

    func decide(_ page: Int64, term: Int) throws {
        let school = writing.school
        let now = year.time.moment(writing.instant)
        guard let found = try FinderQueries.page(page, school: school, in: writing.connection) else { return }
        let place = try FinalPlace(
            found, .term(term), on: now.day, school: school, time: year.time, in: writing.connection)
        guard place.needsFinals else { return }
        let sheet = try FinalSheet.read(place, school: school, in: writing.connection)
        _ = try FinalRecording.record(
            sheet.lines.map { wish($0, place) }, on: sheet, at: now, ids: ids, in: writing)
    }

    private func wish(_ line: FinalLine, _ place: FinalPlace) -> FinalWish {
        let better = place.scale.values.firstIndex { $0 == line.proposal.byRule }
            .flatMap { $0 > 0 ? place.scale.values[$0 - 1] : nil }
        if let better, isRaised(line), place.regime.settings.maximumDeviation > 0 {
            return FinalWish(
                key: place.key, student: line.student, set: better.value, reason: reason(place.page.recordLanguage))
        }
        let mark = line.proposal.proposed?.stored ?? place.scale.values.first?.value
        return FinalWish(key: place.key, student: line.student, set: mark ?? FinalMark.notAttested.stored)
    }

    /// Close below a border, and one of some.
    private func isRaised(_ line: FinalLine) -> Bool {
        guard let value = line.proposal.count?.value, line.proposal.proposed?.value != nil else { return false }
        let rest = value - Fraction(value.numerator / value.denominator)
        return rest >= Fraction(2, 5) && rest < Fraction(1, 2) && line.student % 3 == 0
    }

    private func reason(_ language: RecordLanguage) -> String {
        switch language {
        case .ky: "чейрек бою өсүп келди"
        case .ru: "рост в течение четверти"
        case .kk: "тоқсан бойы өсіп келді"
        }
    }

    /// A term with something missing stays open, as it does for everybody.
    func close(_ term: Term) throws {
        let terms = try FinalQueries.terms(year: year.number, school: writing.school, in: writing.connection)
        let found = terms.first { $0.kind == term.kind && $0.number == term.number && $0.gradeFrom == term.gradeFrom }
        guard let found else { return }
        let (_, pages) = try FinalRoll.missing(
            .term(found), year: year.number, on: term.to, of: writing.school, in: writing.connection)
        guard Closing.missing(pages).isEmpty else { return }
        try Closings.sign(.term(found), year: year.number, id: ids.next(), in: writing)
    }
}
