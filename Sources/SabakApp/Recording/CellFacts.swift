import SchoolRules
import Store

/// What a batch of wishes is decided by, read once.
struct CellFacts: Sendable {
    let page: FoundPage
    let grade: Int
    private let regimes: Regimes
    let codes: [AbsenceCode]
    let kinds: [KindOfWork]
    let calendar: SchoolCalendar
    let deadlines: DeadlineRules
    let freeze: PageFreeze
    let lessons: [Int64: CellLesson]
    let stays: [Int64: [Stay]]
    let others: [OtherPage]
    let debts: DebtReading
    let checking: CheckingDays

    /// - Parameters:
    ///   - person: who writes, and whose unlocks count.
    ///   - country: of the school.
    init(
        _ wishes: [CellWish], on page: FoundPage, by person: Int64, of country: Country, at instant: Int64,
        today: Day, school: Int64, in connection: Connection
    ) throws {
        let students = Set(wishes.map(\.student)).sorted()
        self.page = page
        grade = try CellQueries.grade(of: page, school: school, in: connection)
        codes = try SchoolFacts.absenceCodes(school: school, in: connection)
        kinds = try SchoolFacts.kindsOfWork(school: school, in: connection)
        calendar = try SchoolFacts.calendar(school: school, year: page.year, in: connection)
        deadlines = try SchoolFacts.deadlines(school: school, in: connection)
        freeze = try PageFreeze(page, grade: grade, for: person, at: instant, school: school, in: connection)
        regimes = try Regimes(
            school: school, year: page.year, of: country, grade: grade, in: connection)
        lessons = try CellQueries.lessons(
            Set(wishes.map(\.lesson)).sorted(), page: page.id, school: school, in: connection)
        stays = try CellQueries.stays(of: students, group: page.group, school: school, in: connection)
        others = try CellQueries.otherPages(of: page.id, students: students, school: school, in: connection)
        debts = try DebtReading(.grade(grade), on: today, school: school, in: connection)
        checking = try CheckingDays(school: school, in: connection)
    }

    /// The lesson of a wish that may be granted, as far as its text does not matter.
    /// - Throws: ``CellRefusal``.
    func lesson(of wish: CellWish) throws -> CellLesson {
        guard let lesson = lessons[wish.lesson] else { throw CellRefusal("unknown_lesson", CellTexts.unknownLesson) }
        guard let stays = stays[wish.student] else { throw CellRefusal("unknown_student", CellTexts.unknownStudent) }
        guard page.mayWrite(lesson: lesson.id) else { throw CellRefusal("read_only", CellTexts.readOnly) }
        let day = lesson.day.description
        if !freeze.allows(lesson.day) {
            throw CellRefusal("term_closed", RefusalTexts.termClosed)
        }
        if lesson.isCancelled { throw CellRefusal("lesson_cancelled", CellTexts.cancelled) }
        guard stays.contains(where: { $0.contains(day) }), !isElsewhere(wish.student, on: day) else {
            throw CellRefusal("not_enrolled", CellTexts.notEnrolled)
        }
        return lesson
    }

    /// What a wish means for a work on this page.
    /// - Throws: ``CellRefusal``, with words that say what may be typed.
    func entry(of wish: CellWish, for work: CellWork, over cell: StandingCell, in lesson: CellLesson) throws
        -> CellEntry
    {
        let scale = work.maximum > 0 ? Scale.points(of: work.maximum) : SchoolFacts.scale(work.scale)
        do {
            let entry = try CellEntry.parse(wish.set, scale: scale, codes: codes, language: page.recordLanguage)
            return try settled(work.maximum > 0 ? work.points(entry) : entry, over: cell, in: lesson)
        } catch let problem as CellProblem {
            let words =
                work.words(of: problem)
                ?? CellTexts.words(problem, scale: scale, codes: codes, language: page.recordLanguage)
            throw CellRefusal(problem.code, words)
        }
    }

    /// Every debt with its day: the one typed, the one it has already, else the usual one of the school.
    private func settled(_ entry: CellEntry, over cell: StandingCell, in lesson: CellLesson) throws -> CellEntry {
        var known = cell.marks.map(\.value).filter { $0.hasPrefix(DebtSign.sign) }
        let marks = try entry.marks.map { mark -> String in
            guard let sign = DebtSign(stored: mark) else { return mark }
            if mark == DebtSign.sign, !known.isEmpty { return known.removeFirst() }
            guard let debt = sign.settled(lesson: lesson.day, usual: lesson.day.adding(debts.rule.days)) else {
                throw CellRefusal("debt_before_lesson", CellTexts.debtBeforeLesson)
            }
            return debt.stored
        }
        return CellEntry(marks: marks, absence: entry.absence)
    }

    /// What the marks of a wish are given for. A cell that has marks keeps its kind of work, unless the lesson's work
    /// has points by now.
    func work(of wish: CellWish, over cell: StandingCell, in lesson: CellLesson) -> CellWork {
        let regime = regime(on: lesson.day)
        let points = regime.maximum(of: lesson.kind, own: lesson.maximum, kinds: kinds)
        let standing = cell.marks.first
        let kind = wish.kind ?? (points > 0 ? lesson.kind : standing?.kind ?? lesson.kind)
        let own = kind == lesson.kind ? lesson.maximum : 0
        let maximum = regime.maximum(of: kind, own: own, kinds: kinds)
        let isKept = wish.kind == nil && points == 0 && kind == standing?.kind
        return CellWork(
            kind: kind, maximum: isKept ? standing?.maximum ?? maximum : maximum,
            scale: regime.markScale(of: page.scale))
    }

    /// The maximum that the column of a lesson shows.
    func columnMaximum(_ lesson: CellLesson) -> Int {
        regime(on: lesson.day).maximum(of: lesson.kind, own: lesson.maximum, kinds: kinds)
    }

    private func regime(on day: Day) -> Regime {
        let end = calendar.term(on: day, grade: grade)?.to ?? day
        return regimes.regime(grade: grade, subject: page.subjectCode, scale: page.scale, on: end)
    }

    /// How the page is assessed in a term.
    func assessment(in term: Term) -> (reading: MarkReading, days: CountedDays) {
        let regime = regime(on: term.to)
        let before = calendar.terms.filter { $0.isFor(grade: grade) && $0.to < term.from }.map(\.from).max()
        let days = CountedDays(
            (term.number, term.kind, term.from, term.to), before: before, regime: regime, hours: page.hours)
        return (MarkReading(regime, kinds: kinds, page: page.scale, on: term.to), days)
    }

    func kind(_ id: Int) -> KindOfWork? { kinds.first { $0.id == id } }

    /// Whether an entry made now, the first of its cell, is late.
    func isLate(slot: Int, kind: Int, lesson: CellLesson, entered: Moment) -> Bool {
        let isWritten = self.kind(kind)?.isWritten ?? false
        let entryKind: EntryKind = slot == 0 ? .attendance : isWritten ? .writtenMark : .mark
        return deadlines.timeliness(
            of: entryKind, lesson: lesson.startMoment, lessonEnd: lesson.endMoment, entered: entered,
            calendar: calendar, grade: grade, checkedOn: lesson.checkedOn, longest: checking.days[kind]
        ).isLate
    }

    /// A student with an individual plan in the subject is not on the page of the class for that time.
    private func isElsewhere(_ student: Int64, on day: String) -> Bool {
        page.kind != "individual"
            && others.contains { $0.student == student && $0.isIndividual && $0.stay.contains(day) }
    }
}
