import SchoolRules
import Store

/// Everything the page of one lesson shows, read within one view of the data.
struct LessonSheet: Sendable {
    let found: FoundLesson
    let lesson: LessonRow
    let students: [LessonQueries.Student]
    let cells: [Int64: StandingCell]
    let codes: [AbsenceCode]
    let kinds: [KindOfWork]
    let scale: Scale
    let regime: Regime
    let own: [Int64: String]
    let remarks: [Int64: String]
    /// Who is proposed as absent; empty once the roll is confirmed.
    let proposals: [Int64: LessonRoll.Proposal]
    /// What the plan proposes for a lesson without a topic.
    let planned: PlanRow?
    let before, after: LessonQueries.Neighbour?
    let parallels: [LessonQueries.Parallel]
    /// Why the lesson was cancelled, moved or added; empty for one of the timetable.
    let reason: String
    let isTermClosed: Bool
    /// Nil where the school sets no limits of load.
    let limits: LessonLimits?
    let now: Moment

    var mayWrite: Bool { found.mayWrite && !lesson.isCancelled && !isTermClosed }
    var hasBegun: Bool { now >= lesson.startMoment }
    var mayCallRoll: Bool { mayWrite && hasBegun }
    var language: RecordLanguage { found.page.recordLanguage }
    /// Whether the visitor came as a substitute, for this lesson only.
    var isSubstituted: Bool {
        if case .lessons = found.page.writable { true } else { false }
    }

    func text(of student: Int64) -> String {
        cells[student]?.display(language, codes: codes) ?? ""
    }
}

extension LessonSheet {
    init(_ found: FoundLesson, for visit: Visit, in connection: Connection) throws {
        let school = visit.school.id
        guard let lesson = try LessonRow.one(found.id, school: school, in: connection) else { throw Refusal.notFound }
        let codes = try SchoolFacts.absenceCodes(school: school, in: connection)
        let students = try LessonQueries.students(of: found.page, on: found.day, school: school, in: connection)
        let cells = try CellQueries.cells(
            lessons: [found.id], students: students.map(\.id), school: school, in: connection)
        let neighbours = try LessonQueries.neighbours(of: found, school: school, in: connection)
        let isRestricted = found.page.lessons != nil
        self.found = found
        self.lesson = lesson
        self.codes = codes
        self.students = students
        self.cells = Dictionary(cells.map { ($0.key.student, $0.value) }, uniquingKeysWith: { first, _ in first })
        kinds = try SchoolFacts.kindsOfWork(school: school, in: connection)
        regime = try Regimes.regime(
            of: found.page, on: found.day, country: visit.school.country, school: school, in: connection)
        scale = SchoolFacts.scale(regime.markScale(of: found.page.scale))
        own = try LessonExtras.texts(of: found.id, remarks: false, school: school, in: connection)
        remarks = try LessonExtras.texts(of: found.id, remarks: true, school: school, in: connection)
        proposals = try Self.proposals(self.cells, lesson, found, codes, students.map(\.id), school, visit, connection)
        planned =
            lesson.hasTopic || !found.mayWrite
            ? nil
            : try LessonPlan.proposals(
                for: [lesson.page], until: lesson.day, only: [lesson.id], school: school, in: connection)[lesson.id]
        before = isRestricted ? nil : neighbours.before
        after = neighbours.after
        parallels =
            found.mayWrite && !isRestricted
            ? try LessonQueries.parallels(
                of: found, by: visit.person.id, on: visit.today, school: school, in: connection) : []
        reason =
            lesson.isCancelled || lesson.origin != "timetable"
            ? try LessonQueries.reason(of: found.id, school: school, in: connection) : ""
        isTermClosed = try LessonRecording.isTermClosed(of: found, for: visit, in: connection)
        now = visit.moment
        limits =
            found.mayWrite
            ? try LessonLimits.read(
                found, lesson, kinds: kinds, school: school, in: connection) : nil
    }

    private static func proposals(
        _ cells: [Int64: StandingCell], _ lesson: LessonRow, _ found: FoundLesson, _ codes: [AbsenceCode],
        _ students: [Int64], _ school: Int64, _ visit: Visit, _ connection: Connection
    ) throws -> [Int64: LessonRoll.Proposal] {
        guard found.mayWrite, !lesson.isRollConfirmed, !lesson.isCancelled, !students.isEmpty else { return [:] }
        let notices = try LessonQueries.notices(for: students, on: found.day, school: school, in: connection)
        let earlier = try LessonQueries.earlier(than: found, for: students, school: school, in: connection)
        var proposals: [Int64: LessonRoll.Proposal] = [:]
        for student in students where cells[student]?.absence(codes) == nil {
            proposals[student] = LessonRoll.proposal(notices[student], earlier[student], codes: codes)
        }
        return proposals
    }
}
