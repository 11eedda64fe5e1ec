import SchoolRules

/// Writes the record of one lesson: topic, homework and roll, then the cells.
struct LessonWriting {
    private let days: RecordedDays
    private let lesson: HeldLesson
    private let row: PlanRow?
    private let author: Int
    private let isTermWork: Bool
    private var chance: Chance
    private(set) var records: [DemoRecord] = []

    init(
        _ days: RecordedDays, _ lesson: HeldLesson, row: PlanRow?, author: Int, isTermWork: Bool, chance: Chance
    ) {
        self.days = days
        self.lesson = lesson
        self.row = row
        self.author = author
        self.isTermWork = isTermWork
        self.chance = chance
    }

    private var plan: SchoolPlan { days.plan }
    private var course: Course { plan.courses[lesson.course] }
    private var schoolClass: DemoClass { plan.classes[course.classIndex] }
    private var language: RecordLanguage { schoolClass.language }
    private var authorID: Int64 { plan.staff[author].id }
    private var isUnmarked: Bool {
        plan.country.profile.unmarkedGrades.contains(schoolClass.name.grade)
    }

    /// A lesson of an earlier day.
    mutating func record(
        _ fate: TeacherHabits.Fate, hours: WritingHours, opensDay: Bool, _ dues: inout DueTimes
    ) {
        let evening = hours.evening(of: lesson, author)
        switch fate {
        case .missing: return
        case .onTheDay: write(at: evening, without: nil, hours, opensDay, &dues)
        case .partly(let part): write(at: evening, without: part, hours, opensDay, &dues)
        case .nextDay:
            write(at: hours.later(lesson, by: 1, author) ?? evening, without: nil, hours, opensDay, &dues)
        case .later:
            let late = hours.later(lesson, by: 2, author, afternoon: true)
            write(at: late ?? evening, without: nil, hours, opensDay, &dues)
        }
    }

    /// A lesson that has begun this morning: half of the first ones are recorded, the second ones hardly.
    mutating func recordToday(opensDay: Bool, _ dues: inout DueTimes) {
        let isCasts = plan.castCourses.contains(lesson.course) && author == plan.castTeacher
        if lesson.substitute != nil || (isCasts && !opensDay) { return }
        let hours = WritingHours(plan, [], year: days.year)
        if lesson.end < 535, isCasts || chance.happens(500) {
            let instant = days.year.instant(lesson.day, min(538, lesson.end + 2 + author % 10))
            write(at: instant, without: nil, hours, opensDay, &dues)
        } else if lesson.start <= 535, !isCasts, chance.happens(120) {
            write(at: days.year.instant(lesson.day, 539), without: .homework, hours, opensDay, &dues)
        }
    }

    /// Topic and homework of a lesson to come.
    mutating func planAhead(_ hours: WritingHours) {
        var deed = deed(without: .roll)
        deed.material = ""
        if chance.happens(400), author != plan.castTeacher {
            deed.homework = ""
            deed.noHomework = false
        }
        let before = days.year.today.adding(-1)
        add(days.year.instant(before, 1_130 + author % 60), .lesson(deed))
    }

    private mutating func add(_ instant: Int64, _ deed: DemoRecord.Deed) {
        records.append(DemoRecord(instant: instant, author: authorID, deed: deed))
    }

    private mutating func deed(without part: LessonPart?) -> LessonDeed {
        let language = TeachingPlans.language(of: course.subject, in: schoolClass)
        var deed = LessonDeed(lesson: lesson.id, version: lesson.version)
        deed.kind = isUnmarked ? 0 : isTermWork ? CriteriaKinds.term : row?.kind ?? 0
        if part != .topic {
            deed.topic = row?.topic ?? Subject.named(course.subject)?.names[InterfaceLanguage.ru] ?? course.subject
            if isTermWork { deed.topic = language == .kk ? "ТЖБ: \(deed.topic)" : "СОч: \(deed.topic)" }
            deed.planRow = TeachingPlans.isKept(course) ? row?.number ?? 0 : 0
            deed.material = Assignments.material(language, &chance)
        }
        let homework = Assignments.homework(course, grade: schoolClass.name.grade, language, &chance)
        if part != .homework {
            deed.homework = homework ?? ""
            deed.noHomework = homework == nil
        }
        deed.isRollConfirmed = part != .roll
        return deed
    }

    private mutating func write(
        at instant: Int64, without part: LessonPart?, _ hours: WritingHours, _ opensDay: Bool, _ dues: inout DueTimes
    ) {
        let due = dues.due(lesson.day, grade: schoolClass.name.grade)
        var deed = deed(without: part)
        deed.isLate = instant > due.sameDay
        add(instant, .lesson(deed))
        guard part != .roll else { return }
        let cells = CellWriting(
            days, lesson, kind: deed.kind, author: authorID, instant: instant, due: due, language: language)
        for pupil in days.present(in: lesson) {
            records += cells.records(of: pupil, opensDay: opensDay, hours: hours, author: author, &chance)
        }
        addRemarks(at: instant)
    }

    private mutating func addRemarks(at instant: Int64) {
        let present = days.present(in: lesson)
        guard !present.isEmpty, lesson.day < days.year.today else { return }
        let pupil = chance.pick(present)
        let id = plan.pupils[pupil].id
        if days.absences.code(of: pupil, on: lesson.day) == nil, chance.happens(6) {
            let words = chance.pick(DemoWords.remarks(language))
            add(instant, .remark(lesson: lesson.id, student: id, words: words))
        }
        if days.absences.code(of: pupil, on: lesson.day) != nil, chance.happens(250) {
            add(instant, .ownHomework(lesson: lesson.id, student: id, words: DemoWords.ownHomework(language)))
        }
    }
}

/// Writes the cells of one lesson.
struct CellWriting {
    private let days: RecordedDays
    private let lesson: HeldLesson
    private let kind: Int
    private let author: Int64
    private let instant: Int64
    private let due: DueTimes.Due
    private let language: RecordLanguage
    private let weights: [Int: Int]
    private let maxima: [Int: Int]
    private let written: Set<Int>
    private let codes: [AbsenceCode]
    private let frequency: Int

    init(
        _ days: RecordedDays, _ lesson: HeldLesson, kind: Int, author: Int64, instant: Int64, due: DueTimes.Due,
        language: RecordLanguage
    ) {
        self.days = days
        self.lesson = lesson
        self.kind = kind
        self.author = author
        self.instant = instant
        self.due = due
        self.language = language
        let profile = days.plan.country.profile
        codes = profile.absenceCodes
        written = Set(profile.kindsOfWork.filter(\.isWritten).map(\.id))
        maxima = Dictionary(
            profile.kindsOfWork.filter { CriteriaKinds.givesPoints($0.id) }
                .map { ($0.id, Int($0.maximum?.nearest ?? 0)) }, uniquingKeysWith: { first, _ in first })
        weights = Dictionary(
            profile.kindsOfWork.map { ($0.id, $0.weight.hundredths) }, uniquingKeysWith: { first, _ in first })
        let course = days.plan.courses[lesson.course]
        let grade = days.plan.classes[course.classIndex].name.grade
        frequency = days.marking.frequency(
            course, kind: kind, isUnmarked: profile.unmarkedGrades.contains(grade))
    }

    func records(
        of index: Int, opensDay: Bool, hours: WritingHours, author teacher: Int, _ chance: inout Chance
    ) -> [DemoRecord] {
        let place = CellPlace(lesson: lesson.id, student: days.plan.pupils[index].id)
        if let code = absence(of: index, &chance) { return [record(place, [codeRow(code, 0)])] }
        var rows: [CellRow] = []
        if opensDay, !isCastToday(index), chance.happens(11) {
            rows.append(codeRow(AbsencePlan.late, chance.within(3...18)))
        }
        guard let mark = mark(of: index, hours, teacher, &chance) else {
            return rows.isEmpty ? [] : [record(place, rows)]
        }
        if mark.changedAt > instant {
            return (rows.isEmpty ? [] : [record(place, rows)]) + [later(place, mark, over: rows)]
        }
        rows.append(mark)
        if kind == 0, !isCastToday(index), chance.happens(8) {
            let second = days.marking.value(days.plan.pupils[index], days.plan.courses[lesson.course], &chance)
            rows.append(markRow(2, second, mark.kind, "", at: instant))
        }
        return [record(place, rows)] + correction(of: mark, place, rows, hours, teacher, &chance)
    }

    private func isCastToday(_ index: Int) -> Bool {
        index == days.cast.student && lesson.day == days.year.today
    }

    /// A mark with the moment of its entry; nil for most pupils of an ordinary lesson.
    private func mark(of index: Int, _ hours: WritingHours, _ teacher: Int, _ chance: inout Chance) -> CellRow? {
        let isCastToday = isCastToday(index)
        guard isCastToday || chance.happens(frequency) else { return nil }
        let course = days.plan.courses[lesson.course]
        let value = isCastToday ? best : days.marking.value(days.plan.pupils[index], course, &chance)
        let ownKind = kind == 0 || isCastToday ? days.marking.ordinaryKind(&chance) : kind
        let comment = comment(on: value, isCastToday: isCastToday, &chance)
        let when: Int64? =
            days.marking.isCheckedLater(kind)
            ? hours.later(lesson, by: chance.within(1...2), teacher, afternoon: true)
            : chance.happens(5) && !isCastToday ? hours.later(lesson, by: chance.within(1...3), teacher) : instant
        guard let when, when >= instant else { return nil }
        return markRow(1, value, ownKind, comment, at: when)
    }

    private var best: String { days.plan.country == .KZ ? "10" : "5" }

    private func absence(of index: Int, _ chance: inout Chance) -> Int? {
        if let code = days.absences.code(of: index, on: lesson.day) { return code }
        return days.absences.isTruant(index) && chance.happens(25) ? AbsencePlan.unexcused : nil
    }

    private func comment(on value: String, isCastToday: Bool, _ chance: inout Chance) -> String {
        if isCastToday { return DemoWords.praise(language)[1] }
        guard chance.happens(16) else { return "" }
        let isGood = value == "5" || value == "4" || (Int(value) ?? 0) > 6
        return chance.pick(isGood ? DemoWords.praise(language) : DemoWords.urging(language))
    }

    private func codeRow(_ code: Int, _ minutes: Int) -> CellRow {
        CellRow(
            slot: 0, value: String(code), kind: 0, weight: 0, minutes: minutes, comment: "",
            isLate: instant > due.sameDay, previous: "", changedAt: instant, version: 1)
    }

    private func markRow(_ slot: Int, _ value: String, _ kind: Int, _ comment: String, at when: Int64) -> CellRow {
        let maximum = maxima[kind] ?? 0
        return CellRow(
            slot: slot, value: maximum > 0 ? days.marking.points(value, of: maximum) : value, kind: kind,
            weight: weights[kind] ?? 100, minutes: 0, comment: comment,
            isLate: when > (written.contains(kind) ? due.written : due.mark), previous: "", changedAt: when, version: 1,
            maximum: maximum)
    }

    private func entry(_ rows: [CellRow]) -> CellEntry {
        let code = rows.first { $0.slot == 0 }
        let absence = code.flatMap { row in
            codes.first { String($0.id) == row.value }.map {
                CellAbsence($0, minutes: row.minutes > 0 ? row.minutes : nil)
            }
        }
        return CellEntry(marks: rows.filter { $0.slot > 0 }.map(\.value), absence: absence)
    }

    private func record(_ place: CellPlace, _ rows: [CellRow]) -> DemoRecord {
        let deed = CellDeed(
            place: place, rows: rows, over: 0, before: "", after: entry(rows).trace(language, codes),
            comment: rows.first { !$0.comment.isEmpty }?.comment ?? "")
        return DemoRecord(instant: instant, author: author, deed: .cell(deed))
    }

    /// A mark that joins the cell later than the rest of it.
    private func later(_ place: CellPlace, _ mark: CellRow, over rows: [CellRow]) -> DemoRecord {
        var mark = mark
        if !rows.isEmpty {
            mark.version = 2
            mark.isLate = false
        }
        let deed = CellDeed(
            place: place, rows: [mark], over: 0, before: entry(rows).trace(language, codes),
            after: entry(rows + [mark]).trace(language, codes), comment: mark.comment)
        return DemoRecord(instant: mark.changedAt, author: author, deed: .cell(deed))
    }

    /// Some marks are put right after some days, and the history keeps both.
    private func correction(
        of mark: CellRow, _ place: CellPlace, _ rows: [CellRow], _ hours: WritingHours, _ teacher: Int,
        _ chance: inout Chance
    ) -> [DemoRecord] {
        guard chance.happens(7), rows.count <= 1, mark.changedAt == instant,
            let when = hours.later(lesson, by: chance.within(1...5), teacher, afternoon: true), when > instant
        else { return [] }
        var changed = mark
        changed.value = days.marking.corrected(mark.value, &chance)
        changed.previous = mark.value
        changed.changedAt = when
        changed.version = 2
        let deed = CellDeed(
            place: place, rows: [changed], over: 1, before: entry(rows).trace(language, codes),
            after: entry([changed]).trace(language, codes), comment: "")
        return [DemoRecord(instant: when, author: author, deed: .cell(deed))]
    }
}
