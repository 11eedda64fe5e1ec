import SchoolRules
import Sheets

/// Matches another program's timetable with the school: its lessons become rows of a load list and of a timetable,
/// which are written as if the school had listed them itself.
struct TimetableBringing {
    private let draft: TimetableDraft
    private let file: String
    private let from: Day
    private(set) var problems = ImportProblems()
    /// The week as the school would have it.
    private(set) var rows: [UnderstoodRow] = []
    /// Names of teachers as the school has them, by ids of the file.
    private var teachers: [String: String] = [:]
    private var classNames: [String: ClassName] = [:]
    private var bells: [(shift: Int, number: Int, start: Int)] = []
    private let lessons: [String: TimetableDraft.Lesson]
    private let groups: [String: TimetableDraft.Group]
    private let placed: Set<String>

    init(_ draft: TimetableDraft, file: String, from: Day) {
        self.draft = draft
        self.file = file
        self.from = from
        lessons = Dictionary(draft.lessons.map { ($0.id, $0) }) { first, _ in first }
        groups = Dictionary(draft.groups.map { ($0.id, $0) }) { first, _ in first }
        placed = Set(draft.cards.map(\.lesson))
    }

    /// Writes everything in one transaction that is undone where there are errors.
    mutating func write(_ context: () throws -> ListSchool) throws {
        try matchTeachers(try context())
        try matchClasses(try context())
        guard !problems.hasErrors else { return }
        bells = try bells(try context())
        try addPages(try context())
        guard !problems.hasErrors else { return }
        var timetable = TimetableSheet(try context())
        _ = try timetable.write(reading(.timetable, timetableRows()).sheets)
        problems.add(timetable.problems)
        rows = timetable.rows.map { row in
            var row = row
            row.place = nil
            return row
        }
    }

    private func place(_ table: String, _ column: String? = nil) -> ImportPlace {
        ImportPlace(file: file, sheet: table, column: column)
    }

    private func bells(_ context: ListSchool) throws -> [(shift: Int, number: Int, start: Int)] {
        try context.connection.all(
            """
            SELECT DISTINCT shift, number, start_minute FROM bell WHERE school_id = \(context.school)
            ORDER BY shift, number, start_minute
            """
        ) { ($0.int(0), $0.int(1), $0.int(2)) }
    }

    // MARK: People and classes

    /// A school that has no staff yet takes the teachers of the file; any other knows its own.
    private mutating func matchTeachers(_ context: ListSchool) throws {
        let names = try TeacherNames(context)
        let isNew = !context.state.staff.contains { $0.value.to >= context.today.description }
        let used = Set(draft.lessons.flatMap(\.teachers))
        for teacher in draft.teachers where used.contains(teacher.id) {
            if isNew {
                try addTeacher(teacher, context)
                continue
            }
            switch match(teacher, names) {
            case .found(let id): teachers[teacher.id] = names.name(of: id)?.full ?? teacher.name
            case .unknown: problems.add(.unknownTeacher(teacher.name), at: place("teachers", teacher.name))
            case .several(let all):
                problems.add(.ambiguousTeacher(teacher.name, all), at: place("teachers", teacher.name))
            }
        }
    }

    /// By the name, in either order of its words, then by the short name.
    private func match(_ teacher: TimetableDraft.Teacher, _ names: TeacherNames) -> TeacherNames.Match {
        let name = NameCell(teacher.name).text
        let first = names.find(name)
        guard case .unknown = first else { return first }
        let words = name.split(separator: " ").map(String.init)
        let turned = words.count > 1 ? [words.last ?? ""] + words.dropLast() : words
        let second = names.find(turned.joined(separator: " "))
        guard case .unknown = second else { return second }
        return teacher.short.count > 3 ? names.find(teacher.short) : .unknown
    }

    private mutating func addTeacher(_ teacher: TimetableDraft.Teacher, _ context: ListSchool) throws {
        guard let name = NameCell(teacher.name).person else {
            problems.add(.badName(teacher.name), at: place("teachers", teacher.name))
            return
        }
        let id = try context.roster.addPerson(.init(name: name))
        try context.roster.employ(id, position: "", from: context.yearFrom.description)
        problems.add(.newTeacher(name.full), at: place("teachers", teacher.name))
        teachers[teacher.id] = name.full
    }

    /// A school that has no classes yet takes those of the file. Corridors and posts are no classes.
    private mutating func matchClasses(_ context: ListSchool) throws {
        let used = Dictionary(grouping: draft.groups, by: \.classID)
        for one in draft.classes {
            let groups = Set((used[one.id] ?? []).map(\.id))
            let lessons = Set(draft.lessons.filter { !groups.isDisjoint(with: $0.groups) }.map(\.id))
            guard !lessons.isEmpty else { continue }
            guard let name = one.name else {
                let cards = draft.cards.count { lessons.contains($0.lesson) }
                problems.add(.notAClass(one.title, cards), at: place("classes", one.title))
                continue
            }
            if !context.classes.contains(where: { $0.name == name }) {
                guard context.classes.isEmpty else {
                    problems.add(.unknownClass(one.title), at: place("classes", one.title))
                    continue
                }
                _ = try context.roster.addClass(name, year: context.year)
                problems.add(.newClass(name.compact), at: place("classes", one.title))
            }
            classNames[one.id] = name
        }
    }

    // MARK: Lessons as rows

    private struct Course: Hashable {
        let classes: [String]
        let subject: String
        let group: String
        let teachers: [String]
    }

    /// What a lesson is in the words of the school: one course a group, or one for a lesson of several whole classes.
    private func courses(_ lesson: TimetableDraft.Lesson) -> [Course] {
        let groups = lesson.groups.compactMap { self.groups[$0] }.filter { classNames[$0.classID] != nil }
        let subject = draft.subjects.first { $0.id == lesson.subject }?.name ?? lesson.subject
        let names = lesson.teachers.compactMap { teachers[$0] }
        let whole = groups.filter(\.isWholeClass).compactMap { classNames[$0.classID]?.compact }
        if whole.count > 1 { return [Course(classes: whole, subject: subject, group: "", teachers: names)] }
        return groups.map { group in
            let name = classNames[group.classID]?.compact ?? ""
            return Course(
                classes: [name], subject: subject, group: group.isWholeClass ? "" : group.name, teachers: names)
        }
    }

    /// Pages of lessons the load does not have yet.
    private mutating func addPages(_ context: ListSchool) throws {
        let pages = try PageFinding(context)
        var hours: [Course: Int] = [:]
        var order: [Course] = []
        for lesson in draft.lessons where placed.contains(lesson.id) || lesson.hours > 0 {
            for course in courses(lesson) where !isThere(course, pages, context) {
                if hours[course] == nil { order.append(course) }
                hours[course, default: 0] += max(lesson.hours, 50)
            }
        }
        var rows: [[String]] = []
        for course in order {
            let words = [course.classes.joined(separator: ", "), course.subject, course.group].filter { !$0.isEmpty }
            guard !course.teachers.isEmpty else {
                problems.add(.noTeacher(words.joined(separator: ", ")), at: place("lessons"))
                continue
            }
            problems.add(.newPage(words.joined(separator: ", ")), at: place("lessons"))
            let week = Double(min(hours[course] ?? 100, 6000)) / 100
            rows.append(
                [
                    course.classes.joined(separator: ", "), course.group, course.subject,
                    course.teachers.joined(separator: "; "), "\(week)",
                ])
        }
        guard !rows.isEmpty else { return }
        var load = LoadSheet(context)
        _ = try load.write(reading(.load, [["Класс", "Группа", "Предмет", "Учитель", "Часы"]] + rows).sheets)
        problems.add(load.problems)
    }

    private func isThere(_ course: Course, _ pages: PageFinding, _ context: ListSchool) -> Bool {
        guard let subject = context.subject(course.subject) else { return false }
        return course.classes.allSatisfy { name in
            guard let one = context.schoolClass(name) else { return false }
            let match = pages.find(class: one.id, subject: subject, group: course.group)
            if case .unknown = match { return false }
            return true
        }
    }

    private func timetableRows() -> [[String]] {
        let header = [
            "Класс", "День", "Урок", "Предмет", "Группа", "Учитель", "Кабинет", "Неделя", "Смена", "Действует с",
        ]
        var seen: Set<[String]> = []
        var rows: [[String]] = []
        for card in draft.cards {
            guard let lesson = lessons[card.lesson] else { continue }
            let period = period(card)
            let place = ["\(card.weekday)", "\(period.number)", Self.week(card.parity)]
            for course in courses(lesson) where !course.teachers.isEmpty {
                for name in course.classes where seen.insert(place + [name, course.subject, course.group]).inserted {
                    rows.append(
                        [name, place[0], place[1], course.subject, course.group]
                            + [course.teachers.joined(separator: "; "), card.room, place[2]]
                            + [period.shift == 0 ? "" : "\(period.shift)", from.description])
                }
            }
        }
        return [header] + rows
    }

    /// Programs that know no shifts number the lessons of the day through: what lies behind the last bell of the first
    /// shift is a lesson of the second, found by its time or by counting on.
    private func period(_ card: TimetableDraft.Card) -> TimetableDraft.Period {
        let period = card.period
        let last = bells.filter { $0.shift == 1 }.map(\.number).max() ?? 14
        guard period.shift == 0, period.number > last, bells.contains(where: { $0.shift == 2 }) else { return period }
        let near = bells.first { bell in bell.shift == 2 && period.start.map { abs($0 - bell.start) <= 10 } ?? false }
        return .init(number: near?.number ?? period.number - last, shift: 2)
    }

    private static func week(_ parity: SlotParity) -> String {
        switch parity {
        case .every: ""
        case .odd: "1"
        case .even: "2"
        }
    }

    private func reading(_ kind: ListKind, _ rows: [[String]]) -> ListReading {
        let lines = rows.enumerated().map { index, texts in
            SheetRow(number: index, cells: texts.map { $0.isEmpty ? Sheets.SheetCell.empty : Sheets.SheetCell($0) })
        }
        return ListReading([SheetTable(name: kind.rawValue, rows: lines)], named: file, kind: kind)
    }
}
