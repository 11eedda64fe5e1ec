import SchoolRules
import Store

/// What the lines of a sheet are made of, each asked once.
struct SheetFacts {
    let place: FinalPlace
    private let others: [Int64: [OtherPage]]
    private let reading: MarkReading
    private let marks: [Int64: [FinalQueries.MarkRow]]
    private let missed: [Int64: Int]
    private let days: [Int64: [String]]
    private let standing: [Int64: [Int64: [FinalKey: StandingFinal]]]
    private let earlier: [Int64: [FinalMark]]
    private let exempt: [Int64: [Stay]]
    private let transferred: [Int64: [TransferredMark]]

    init(
        _ place: FinalPlace, _ members: [FinalQueries.Member], _ others: [OtherPage], school: Int64,
        in connection: Connection
    ) throws {
        self.place = place
        self.others = Dictionary(grouping: others, by: \.student)
        let students = members.map(\.id)
        let page = place.page
        var scales = [page.id: page.scale]
        for other in others { scales[other.page] = other.scale }
        let pages = scales.keys.sorted()
        reading = MarkReading(place.regime, kinds: place.kinds, page: page.scale, on: place.to)
        standing = try FinalQueries.standing(on: pages, students: students, school: school, in: connection)
        let isTerm = place.key.period == .term
        marks =
            try isTerm
            ? FinalQueries.marks(
                on: scales, students: students, from: place.from, to: place.to, debts: place.debts, school: school,
                in: connection) : [:]
        missed =
            try isTerm
            ? FinalQueries.missed(
                on: pages, students: students, from: place.from, to: place.to, school: school, in: connection) : [:]
        days =
            try isTerm
            ? FinalQueries.lessonDays(of: pages, from: place.from, to: place.to, school: school, in: connection) : [:]
        exempt =
            try isTerm
            ? Exemption.stays(
                subject: place.facts.subject, from: place.from, to: place.to, school: school, in: connection) : [:]
        transferred = Dictionary(
            grouping: try TransferredMark.all(on: pages, school: school, in: connection), by: \.student)
        let looksBack = !isTerm && place.finalRule(hasExam: false) != .year
        earlier =
            try looksBack
            ? FinalQueries.earlier(
                subject: place.facts.subject, before: page.year, students: students, school: school, in: connection)
            : [:]
    }

    func line(_ member: FinalQueries.Member) -> FinalLine {
        let stands = stands(for: member.id)
        let brought = brought(by: member.id)
        let dated = brought + (marks[member.id] ?? []).map(dated)
        let parts = parts(marks[member.id] ?? [], transferred[member.id] ?? [])
        let days = lessonDays(of: member)
        let lessons = days.count
        let held = days.count { $0 <= place.debts.today.description }
        let missed = min(missed[member.id] ?? 0, lessons)
        let isTerm = place.key.period == .term
        let facts = TermFacts(
            marks: place.regime.way == .criteria ? [] : dated.compactMap(\.mark), parts: parts,
            subject: place.facts.code, hoursPerWeek: place.hours, kind: place.countedKind,
            missed: lessons > 0 ? Fraction(Int64(missed), Int64(lessons)) : nil,
            isExempt: exempt[member.id].map { Exemption.holds(days, $0) } ?? false,
            hasSummativeAhead: place.regime.way == .criteria && dated.contains(where: \.isSummativeAhead))
        let year = isTerm ? nil : yearMark(stands)
        return FinalLine(
            student: member.id, name: member.name, marks: dated, parts: parts, missed: missed, lessons: lessons,
            held: held,
            proposal: isTerm ? TermProposal(facts, under: place.regime) : TermProposal(counted: year),
            standing: stands, certificate: isTerm ? nil : certificate(member.id, stands))
    }

    /// This page's own, and of other pages of the subject what was set there for earlier terms.
    private func stands(for student: Int64) -> [FinalKey: StandingFinal] {
        var found: [FinalKey: StandingFinal] = [:]
        for page in standing.keys.sorted() where page != place.page.id {
            for (key, final) in standing[page]?[student] ?? [:] where key.period == .term && key != place.key {
                if !final.value.isEmpty { found[key] = final }
            }
        }
        for brought in transferred[student] ?? [] {
            if let key = brought.key, found[key] == nil { found[key] = brought.final }
        }
        return found.merging(standing[place.page.id]?[student] ?? [:]) { elsewhere, own in
            own.value.isEmpty ? elsewhere : own
        }
    }

    private func dated(_ row: FinalQueries.MarkRow) -> DatedMark {
        let stored = row.mark
        let mark = reading.value(stored).map(counted).map {
            CurrentMark(
                $0, weight: Fraction(hundredths: stored.weight), kind: stored.kind,
                counts: reading.counts(stored.kind))
        }
        return DatedMark(
            day: row.day, text: DebtSign.shown(stored.text, place.page.recordLanguage), kind: stored.kind,
            weight: stored.weight, enters: reading.enters(stored), mark: mark, due: row.due)
    }

    /// Current marks of a newcomer's former school, of the days of the period.
    private func brought(by student: Int64) -> [DatedMark] {
        guard place.key.period == .term else { return [] }
        return (transferred[student] ?? []).compactMap { brought in
            guard let day = brought.day, place.from <= day, day <= place.to else { return nil }
            let stored = brought.stored
            let mark = reading.value(stored).map(counted).map {
                CurrentMark(
                    $0, weight: Fraction(hundredths: stored.weight), kind: stored.kind,
                    counts: reading.counts(stored.kind), isTransferred: true)
            }
            let enters = place.regime.settings.transferredCount && reading.enters(stored)
            return DatedMark(
                day: day, text: brought.value, kind: stored.kind, weight: stored.weight, enters: enters, mark: mark,
                source: brought.source)
        }
    }

    /// Where pass or fail decides, points of another scale count by their level.
    private func counted(_ value: ScaleValue) -> ScaleValue {
        guard place.regime.way == .passFail, !place.scale.values.contains(value) else { return value }
        return place.scale.values.first { ($0.level == .fail) == (value.level == .fail) } ?? value
    }

    private func parts(_ marks: [FinalQueries.MarkRow], _ brought: [TransferredMark]) -> CriteriaParts {
        guard place.regime.way == .criteria else { return CriteriaParts() }
        var sum = MarkSum()
        for found in marks { reading.add(found.mark, to: &sum) }
        reading.add(brought, from: place.from, to: place.to, &sum)
        return sum.parts
    }

    /// The days of the lessons that were the student's.
    private func lessonDays(of member: FinalQueries.Member) -> [String] {
        let own = (days[place.page.id] ?? []).filter { day in member.stays.contains { $0.contains(day) } }
        return own
            + (others[member.id] ?? []).flatMap { other in
                (days[other.page] ?? []).filter { other.stay.contains($0) }
            }
    }

    /// Nothing is proposed for the year before every term has its mark.
    private func yearMark(_ stands: [FinalKey: StandingFinal]) -> CountedMark? {
        let periods = place.markedTerms.map { stands[$0.key]?.mark }
        let known = periods.compactMap { $0 }
        guard known.count == periods.count, place.regime.needsFinals else { return nil }
        return place.regime.settings.year.mark(of: known, on: place.scale)
    }

    private func certificate(_ student: Int64, _ stands: [FinalKey: StandingFinal]) -> CountedMark? {
        guard let year = stands[.year]?.mark else { return nil }
        let exam = stands[.exam]?.mark
        let upper = (earlier[student] ?? []) + place.markedTerms.compactMap { stands[$0.key]?.mark } + [year]
        return place.finalRule(hasExam: exam != nil).mark(year: year, exam: exam, upper: upper, on: place.scale)
    }
}

extension DatedMark {
    /// A summative work that is still owed and not past its day.
    fileprivate var isSummativeAhead: Bool { due != nil && mark == nil && CriteriaKinds.givesPoints(kind) }
}
