import SchoolRules

/// The load list: who teaches what to whom, and how many hours a week. It makes the pages.
struct LoadSheet {
    private struct Entry {
        let row: ListRow
        let classes: [RosterState.Class]
        let group: String
        let subject: Int64
        let teachers: [Int64]
        let hours: Int
        /// The page, if the school has it already.
        let page: Int64?
    }

    private var context: ListSchool
    private(set) var problems = ImportProblems()
    /// What the list comes to, teacher by teacher.
    private(set) var rows: [UnderstoodRow] = []
    private var groups: LoadGroups

    init(_ context: ListSchool) {
        self.context = context
        groups = LoadGroups(context)
    }

    mutating func write(_ sheets: [ListSheet]) throws -> ImportAnswer.Counts {
        let teachers = try TeacherNames(context)
        let pages = try PageFinding(context)
        var entries: [Entry] = []
        for row in sheets.flatMap(\.rows) where row.isGood {
            if let entry = try read(row, teachers, pages) { entries.append(entry) }
        }
        guard !problems.hasErrors else { return .init() }
        return try write(entries, teachers)
    }

    // MARK: Reading

    private mutating func read(_ row: ListRow, _ teachers: TeacherNames, _ pages: PageFinding) throws -> Entry? {
        var isWhole = true
        for column in [ListColumn.schoolClass, .subject, .teacher, .hours] where row[column].isEmpty {
            problems.add(.missingValue(column.headers[0]), at: row.place(column))
            isWhole = false
        }
        guard isWhole else { return nil }
        let (classes, group) = classes(row)
        let people = people(row, teachers)
        let hours = ListValues.hours(row[.hours])
        if hours == nil { problems.add(.badValue("bad_hours", row[.hours]), at: row.place(.hours)) }
        guard let hours, !classes.isEmpty, !people.isEmpty else { return nil }
        let subject = try subject(row)
        return Entry(
            row: row, classes: classes, group: group, subject: subject, teachers: people, hours: hours,
            page: page(row, classes, group, subject, people, pages))
    }

    /// `5А`, `5А/1`, `10А, 10Б`.
    private mutating func classes(_ row: ListRow) -> (classes: [RosterState.Class], group: String) {
        let parts = ListValues.several(row[.schoolClass])
        var group = row[.group]
        var found: [RosterState.Class] = []
        for (index, part) in parts.enumerated() {
            if let one = context.schoolClass(part) {
                found.append(one)
            } else if index == 1, parts.count == 2, group.isEmpty, Int(part) != nil {
                group = part
            } else {
                problems.add(.unknownClass(part), at: row.place(.schoolClass))
            }
        }
        return (found, group)
    }

    private mutating func people(_ row: ListRow, _ teachers: TeacherNames) -> [Int64] {
        let names = ListValues.several(row[.teacher])
        var found: [Int64] = []
        for name in names {
            switch teachers.find(name) {
            case .found(let id): found.append(id)
            case .unknown: problems.add(.unknownTeacher(name), at: row.place(.teacher))
            case .several(let candidates): problems.add(.ambiguousTeacher(name, candidates), at: row.place(.teacher))
            }
        }
        return found.count == names.count ? found : []
    }

    private mutating func subject(_ row: ListRow) throws -> Int64 {
        if let known = context.subject(row[.subject]) { return known }
        problems.add(.newSubject(row[.subject]), at: row.place(.subject))
        return try context.addSubject(row[.subject])
    }

    /// A page that is there, also under a group's other spelling; a class that is taught in groups only is not taught
    /// whole.
    private mutating func page(
        _ row: ListRow, _ classes: [RosterState.Class], _ group: String, _ subject: Int64, _ teachers: [Int64],
        _ pages: PageFinding
    ) -> Int64? {
        guard classes.count == 1 else { return nil }
        switch pages.find(class: classes[0].id, subject: subject, group: group, teachers: teachers) {
        case .found(let page): return page.id
        case .unknown: return nil
        case .several(let several):
            let words = [classes[0].name.compact, row[.subject]].joined(separator: ", ")
            problems.add(.ambiguousPage(words, several.map(\.groupName)), at: row.place(.group))
            return nil
        }
    }

    // MARK: Writing

    private struct Wanted {
        let teacher: Int64
        let entry: Entry
        var hours: Int { entry.hours }
    }

    private mutating func write(_ entries: [Entry], _ teachers: TeacherNames) throws -> ImportAnswer.Counts {
        var wanted: [Int64: [Wanted]] = [:]
        var order: [Int64] = []
        let named = Dictionary(grouping: entries.filter { !$0.group.isEmpty && $0.classes.count == 1 }) { entry in
            LoadGroups.Place(classID: entry.classes[0].id, subject: entry.subject)
        }
        for entry in entries {
            let page = try entry.page ?? newPage(for: entry, named)
            if wanted[page] == nil { order.append(page) }
            for teacher in entry.teachers {
                if let first = wanted[page]?.first(where: { $0.teacher == teacher }) {
                    problems.add(.duplicateRow(first.entry.row.number), at: entry.row.place)
                }
                wanted[page, default: []].append(Wanted(teacher: teacher, entry: entry))
            }
        }
        for (index, page) in order.enumerated() {
            context.advance?(index, order.count)
            try write(wanted[page] ?? [], page: page, teachers)
        }
        var counts = ImportAnswer.Counts()
        counts.pages = order.count
        counts.classes = Set(entries.flatMap(\.classes).map(\.id)).count
        counts.staff = Set(entries.flatMap(\.teachers)).count
        return counts
    }

    private mutating func newPage(for entry: Entry, _ named: [LoadGroups.Place: [Entry]]) throws -> Int64 {
        let classID = entry.classes.count == 1 ? entry.classes[0].id : 0
        let others = named[.init(classID: classID, subject: entry.subject)]?.map(\.group) ?? []
        let group = try groups.group(
            of: entry.classes, named: entry.group, beside: others, &problems, at: entry.row)
        return try context.roster.page(
            subject: entry.subject, group: group, class: classID, year: context.year, hours: entry.hours)
    }

    private mutating func write(_ wanted: [Wanted], page: Int64, _ teachers: TeacherNames) throws {
        let today = context.today.description
        let yesterday = context.today.adding(-1).description
        let known = (context.state.load[page] ?? []).filter { $0.to >= today }
        let ending = RosterEnding(writing: context.writing)
        for span in known where !wanted.contains(where: { $0.teacher == span.person }) {
            let name = teachers.name(of: span.person)?.short ?? "\(span.person)"
            if let first = wanted.first {
                problems.add(.loadEnded(name), at: first.entry.row.place(.teacher))
                tell(.ended, first.entry, teachers.name(of: span.person), hours: span.hours)
            }
            try ending.endLoad(page: page, teacher: span.person, to: yesterday)
        }
        let hadTeachers = !(context.state.load[page] ?? []).isEmpty
        let from = (hadTeachers ? max(context.today, context.yearFrom) : context.yearFrom).description
        for one in wanted {
            let span = known.first { $0.person == one.teacher }
            let change = span.map { $0.hours == one.hours ? UnderstoodRow.Change.same : .changed } ?? .new
            tell(change, one.entry, teachers.name(of: one.teacher), hours: one.hours, before: span?.hours)
            guard change != .same else { continue }
            try context.roster.addLoad(
                page: page, teacher: one.teacher, hours: one.hours, from: span?.from ?? from,
                to: span?.to ?? Day.forever.description)
        }
        try setHours(of: page, to: wanted.map(\.hours).max() ?? 0)
    }

    private mutating func tell(
        _ change: UnderstoodRow.Change, _ entry: Entry, _ teacher: PersonName?, hours: Int, before: Int? = nil
    ) {
        var row = UnderstoodRow(change: change, subject: context.subjectText(entry.subject))
        if change != .ended { row.place = RowPlace(entry.row.place) }
        row.values = [
            .schoolClass: entry.classes.map(\.name.compact).joined(separator: ", "), .group: entry.group,
            .teacher: teacher?.full ?? "", .hours: UnderstoodRow.hours(hours),
        ]
        if change == .changed, let before { row.before = UnderstoodRow.hours(before) }
        rows.append(row)
    }

    private func setHours(of page: Int64, to hours: Int) throws {
        let changed = try context.connection.run(
            """
            UPDATE page SET hours = \(hours), changed = changed + 1
            WHERE school_id = \(context.school) AND id = \(page) AND hours <> \(hours)
            """)
        if changed > 0 { try context.writing.audit("page.hours", "page/\(page)", after: "\(hours)") }
    }
}
