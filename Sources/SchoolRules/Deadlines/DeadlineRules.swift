/// A school's deadlines for every kind of entry. They never block: lateness is shown and counted, of the first entry
/// only.
public struct DeadlineRules: Hashable, Codable, Sendable {
    public var lesson: DeadlineRule
    public var attendance: DeadlineRule
    public var homework: DeadlineRule
    public var mark: DeadlineRule
    public var writtenMark: DeadlineRule
    public var nextDayIs: NextDay

    /// Lesson, attendance, homework: the day of the lesson (003 4.3, 4.5). Marks: norm the current study day
    /// (004 §3¶5), limit noon of the next working day (004 §1¶6). Written work: norm the day its checking ends
    /// (004 §3¶5), limit a week.
    public static let standard = DeadlineRules()

    public init(
        lesson: DeadlineRule = DeadlineRule(norm: .sameDay, limit: .sameDay),
        attendance: DeadlineRule = DeadlineRule(norm: .sameDay, limit: .sameDay),
        homework: DeadlineRule = DeadlineRule(norm: .sameDay, limit: .sameDay),
        mark: DeadlineRule = DeadlineRule(norm: .sameDay, limit: .nextDay(atMinute: 12 * 60)),
        writtenMark: DeadlineRule = DeadlineRule(norm: .sameDay, limit: .days(7)),
        nextDayIs: NextDay = .working
    ) {
        self.lesson = lesson
        self.attendance = attendance
        self.homework = homework
        self.mark = mark
        self.writtenMark = writtenMark
        self.nextDayIs = nextDayIs
    }

    public subscript(kind: EntryKind) -> DeadlineRule {
        switch kind {
        case .lesson: lesson
        case .attendance: attendance
        case .homework: homework
        case .mark: mark
        case .writtenMark: writtenMark
        }
    }

    /// The last minute, itself included, at which an entry is not late. It runs from the day of the lesson.
    ///
    /// Written work has two limits, and the nearer one holds: that of an ordinary mark from the day its checking ended,
    /// and so many days from the lesson for the checking itself (004 §3¶5).
    /// - Parameter longest: the days the school gives this kind of written work, instead of those for all kinds.
    public func due(
        _ kind: EntryKind, lesson: Moment, calendar: SchoolCalendar, grade: Int, checkedOn: Day? = nil,
        longest: Int? = nil
    ) -> Moment {
        guard kind == .writtenMark else {
            return end(of: self[kind].limit, from: lesson.day, calendar: calendar, grade: grade)
        }
        let last = end(
            of: longest.map(Limit.days) ?? writtenMark.limit, from: lesson.day, calendar: calendar, grade: grade)
        guard let checkedOn else { return last }
        return min(last, end(of: mark.limit, from: max(checkedOn, lesson.day), calendar: calendar, grade: grade))
    }

    /// The last minute, itself included, at which an entry keeps the norm; never after `due`.
    /// For written work it runs from the day the checking ended, where that is known.
    public func norm(
        of kind: EntryKind, lesson: Moment, calendar: SchoolCalendar, grade: Int, checkedOn: Day? = nil,
        longest: Int? = nil
    ) -> Moment {
        let from = kind == .writtenMark ? max(checkedOn ?? lesson.day, lesson.day) : lesson.day
        let norm = end(of: self[kind].norm, from: from, calendar: calendar, grade: grade)
        return min(
            norm, due(kind, lesson: lesson, calendar: calendar, grade: grade, checkedOn: checkedOn, longest: longest))
    }

    /// Judges a first entry by the moment it was made. An entry made ahead of the lesson is in time.
    public func timeliness(
        of kind: EntryKind, lesson: Moment, lessonEnd: Moment, entered: Moment,
        calendar: SchoolCalendar, grade: Int, checkedOn: Day? = nil, longest: Int? = nil
    ) -> Timeliness {
        let due = due(kind, lesson: lesson, calendar: calendar, grade: grade, checkedOn: checkedOn, longest: longest)
        let norm = norm(
            of: kind, lesson: lesson, calendar: calendar, grade: grade, checkedOn: checkedOn, longest: longest)
        if entered <= lessonEnd {
            return .inTime
        } else if entered > due {
            return .late
        } else if entered > norm {
            return .pastNorm
        } else {
            return .inTime
        }
    }

    private func end(of limit: Limit, from day: Day, calendar: SchoolCalendar, grade: Int) -> Moment {
        switch limit {
        case .sameDay: Moment(day: day, minute: 1439)
        case .days(let days): Moment(day: day.adding(days), minute: 1439)
        case .weekly: Moment(day: day.adding(7), minute: 1439)
        case .nextDay(let minute):
            switch nextDayIs {
            case .calendar: Moment(day: day.adding(1), minute: minute)
            case .working: Moment(day: calendar.nextWorkingDay(after: day, grade: grade), minute: minute)
            }
        }
    }
}
