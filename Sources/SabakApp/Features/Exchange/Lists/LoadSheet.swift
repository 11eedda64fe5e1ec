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

    private mutating func write(_ entries: [Entry], _ teachers: TeacherNames) throws -> ImportAnswer.Counts {
        var wanted: [Int64: [(teacher: Int64, hours: Int, row: ListRow)]] = [:]
        var order: [Int64] = []
        let named = Dictionary(grouping: entries.filter { !$0.group.isEmpty && $0.classes.count == 1 }) { entry in
            LoadGroups.Place(classID: entry.classes[0].id, subject: entry.subject)
        }
        for entry in entries {
            let page = try entry.page ?? newPage(for: entry, named)
            if wanted[page] == nil { order.append(page) }
            for teacher in entry.teachers {
                if let first = wanted[page]?.first(where: { $0.teacher == teacher }) {
                    problems.add(.duplicateRow(first.row.number), at: entry.row.place)
                }
                wanted[page, default: []].append((teacher, entry.hours, entry.row))
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

    private mutating func write(
        _ wanted: [(teacher: Int64, hours: Int, row: ListRow)], page: Int64, _ teachers: TeacherNames
    ) throws {
        let today = context.today.description
        let yesterday = context.today.adding(-1).description
        let known = (context.state.load[page] ?? []).filter { $0.to >= today }
        let ending = RosterEnding(writing: context.writing)
        for span in known where !wanted.contains(where: { $0.teacher == span.person }) {
            let name = teachers.name(of: span.person)?.short ?? "\(span.person)"
            if let row = wanted.first?.row { problems.add(.loadEnded(name), at: row.place(.teacher)) }
            try ending.endLoad(page: page, teacher: span.person, to: yesterday)
        }
        let hadTeachers = !(context.state.load[page] ?? []).isEmpty
        let from = (hadTeachers ? max(context.today, context.yearFrom) : context.yearFrom).description
        for (teacher, hours, _) in wanted {
            let span = known.first { $0.person == teacher }
            if let span, span.hours == hours { continue }
            try context.roster.addLoad(
                page: page, teacher: teacher, hours: hours, from: span?.from ?? from,
                to: span?.to ?? Day.forever.description)
        }
        try setHours(of: page, to: wanted.map(\.hours).max() ?? 0)
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

/// The groups a load list names. A group of a class is one for all its subjects; a new one gets its students in order
/// of the list, which is told.
struct LoadGroups {
    struct Place: Hashable {
        let classID: Int64
        let subject: Int64
    }
    private struct Name: Hashable {
        let classID: Int64
        let name: String
    }

    private let context: ListSchool
    private var known: [Name: Int64] = [:]

    init(_ context: ListSchool) {
        self.context = context
    }

    mutating func group(
        of classes: [RosterState.Class], named name: String, beside others: [String], _ problems: inout ImportProblems,
        at row: ListRow
    ) throws -> Int64 {
        if classes.count == 1, name.isEmpty { return classes[0].id }
        let classID = classes.count == 1 ? classes[0].id : 0
        let title = name.isEmpty ? classes.map(\.name.compact).joined(separator: ", ") : name
        let key = Name(classID: classID, name: searchFold(title))
        if let id = try known[key] ?? find(title, classID) {
            known[key] = id
            return id
        }
        let id = try context.roster.addGroup(
            kind: classID == 0 ? "across" : "subgroup", name: title, year: context.year, class: classID)
        known[key] = id
        for student in students(of: classes, named: title, beside: others) {
            try context.roster.enrol(student, in: id, from: context.yearFrom.description)
        }
        if classID != 0 {
            problems.add(.groupDivided(classes[0].name.compact), at: row.place(.group))
        }
        return id
    }

    private func find(_ title: String, _ classID: Int64) throws -> Int64? {
        let key = searchFold(title)
        return try context.connection.all(
            """
            SELECT id, name FROM study_group
            WHERE school_id = \(context.school) AND year = \(context.year) AND class_id = \(classID)
                AND kind IN ('subgroup', 'across')
            ORDER BY id
            """
        ) { ($0.integer(0), $0.text(1)) }.first { searchFold($0.1) == key }?.0
    }

    /// All students of several classes, or the share of one class: the first of two groups gets the first half.
    private func students(of classes: [RosterState.Class], named title: String, beside others: [String]) -> [Int64] {
        let all = classes.flatMap { context.members(of: $0.id) }
        guard classes.count == 1 else { return all }
        var names: [String] = []
        for name in others where !names.contains(searchFold(name)) { names.append(searchFold(name)) }
        guard let index = names.firstIndex(of: searchFold(title)), names.count > 1 else { return all }
        return Array(all[(all.count * index / names.count)..<(all.count * (index + 1) / names.count)])
    }
}
