import SchoolRules

/// The school year around a day, with its calendar, in the school's local time.
struct DemoYear: Sendable {
    let today: Day
    let number: Int
    let country: Country
    let calendar: SchoolCalendar
    let time: LocalTime
    /// The first day of lessons.
    let first: Day
    /// From when on people belong to the school: the first day, or today if that is earlier.
    let start: Day

    init(today: Day, country: Country) {
        self.today = today
        self.country = country
        let profile = country.profile
        number = SchoolCalendar.schoolYear(containing: today)
        calendar = profile.calendar(schoolYear: number, language: .ru)
        time = LocalTime(zone: profile.timeZone)
        first = calendar.terms.map(\.from).min() ?? today
        start = min(first, today)
    }

    /// Nine o'clock of today: later nothing has happened.
    var now: Int64 { instant(today, 540) }
    /// When the school was founded, and its people entered.
    var founded: Int64 { instant(start.adding(-12), 600) }
    /// When the timetable was published and accounts were opened.
    var opened: Int64 { instant(start.adding(-4), 900) }

    func instant(_ day: Day, _ minute: Int) -> Int64 { time.instant(Moment(day: day, minute: minute)) }

    /// The days of lessons of a grade from one day to another, both within.
    func schoolDays(grade: Int, from: Day, to: Day) -> [Day] {
        from > to ? [] : (from...to).filter { calendar.isSchoolDay($0, grade: grade) }
    }

    /// The weekday whose timetable today has, a Friday on a weekend.
    var weekday: Int { country.profile.weekdays.contains(today.weekday) ? today.weekday : 5 }
}

/// The last moments at which first entries are in time, by day and grade.
struct DueTimes {
    struct Due {
        let sameDay, mark, written: Int64
    }

    private struct GradeDay: Hashable {
        let grade: Int
        let day: Day
    }

    private let year: DemoYear
    private let rules: DeadlineRules
    private var known: [GradeDay: Due] = [:]

    init(_ year: DemoYear) {
        self.year = year
        rules = year.country.profile.deadlines
    }

    mutating func due(_ day: Day, grade: Int) -> Due {
        let key = GradeDay(grade: grade, day: day)
        if let due = known[key] { return due }
        let lesson = Moment(day: day, minute: 600)
        func last(_ kind: EntryKind) -> Int64 {
            // The last minute is in time to its end.
            year.time.instant(rules.due(kind, lesson: lesson, calendar: year.calendar, grade: grade)) + 59_999
        }
        let due = Due(sameDay: last(.attendance), mark: last(.mark), written: last(.writtenMark))
        known[key] = due
        return due
    }
}
