import SchoolRules
import Store
import Web

/// Everything a teacher's day shows, read within one view of the data.
struct MyDaySheet: Sendable {
    let day: Day
    let today: Day
    let now: Moment
    let person: Int64
    let lessons: [MyLesson]
    let week: [MyLesson]
    let debts: [MyLesson]
    let reasons: [Int64: String]
    let teachers: [Int64: [PersonName]]
    let planned: [Int64: PlanRow]
    let absences: [MyAbsence]
    let codes: [AbsenceCode]
    /// Changes of marks under the person's name on the day before.
    let changesYesterday: Int
    /// What waits for a class teacher.
    let desk: DeskNotice
    /// Written work that should have been checked by now.
    let unchecked: [UncheckedWork]
    let kinds: [KindOfWork]

    init(_ day: Day, for visit: Visit, in connection: Connection) throws {
        let school = visit.school.id
        let monday = day.monday
        self.day = day
        today = visit.today
        now = visit.moment
        person = visit.person.id
        week = try MyDayQueries.lessons(of: visit, from: monday, to: monday.adding(6), in: connection)
        lessons = week.filter { $0.row.day == day }
        debts = try MyDayQueries.debts(of: visit, before: visit.today, in: connection)
        reasons = try MyDayQueries.reasons(
            of: lessons.filter { $0.row.isCancelled || $0.row.origin != "timetable" }.map(\.row.id), school: school,
            in: connection)
        teachers = try MyDayQueries.teachers(
            of: lessons.filter { !$0.isOwn }.map(\.row.page), on: day, school: school, in: connection)
        let bare = lessons.filter { !$0.row.hasTopic && !$0.row.isCancelled }.map(\.row)
        planned =
            bare.isEmpty
            ? [:]
            : try LessonPlan.proposals(
                for: Set(bare.map(\.page)).sorted(), until: day, only: Set(bare.map(\.id)), school: school,
                in: connection)
        let groups = day == visit.today ? Set(lessons.filter { !$0.row.isCancelled }.map(\.row.group)).sorted() : []
        let dayBegins = visit.school.time.instant(Moment(day: day, minute: 0))
        absences = try MyDayQueries.absences(
            of: groups, on: day, dayBegins: dayBegins, school: school, in: connection)
        let yesterday = visit.school.time.instant(Moment(day: visit.today.adding(-1), minute: 0))
        let midnight = visit.school.time.instant(Moment(day: visit.today, minute: 0))
        changesYesterday = try MyDayQueries.changes(
            by: visit.person.id, from: yesterday, before: midnight, school: school, in: connection)
        desk = day == visit.today ? try DeskNotice.read(visit, in: connection) : DeskNotice()
        unchecked =
            day == visit.today
            ? try UncheckedWork.all(
                by: visit.person.id, since: Day(year: visit.year, month: 9, day: 1) ?? visit.today, on: visit.today,
                school: school, in: connection) : []
        kinds = unchecked.isEmpty ? [] : try SchoolFacts.kindsOfWork(school: school, in: connection)
        codes = absences.isEmpty ? [] : try SchoolFacts.absenceCodes(school: school, in: connection)
    }
}

extension MyLesson {
    /// How the row of the lesson looks.
    enum Look: String, Sendable {
        case done, half, due, next, off
    }

    func look(at now: Moment) -> Look {
        switch row.state(at: now) {
        case .complete: .done
        case .incomplete: .half
        case .due: .due
        case .planned, .moved: .next
        case .cancelled: .off
        }
    }

    /// Whether the person has to record it: an own lesson nobody else takes, or a substitution.
    func isOwed(by person: Int64) -> Bool { row.substituteID == 0 || row.substituteID == person }
}
