import SchoolRules

/// A week's timetable, which becomes a new version and is published.
struct TimetableSheet {
    private struct Entry {
        let row: ListRow
        let page: PageFinding.Page
        let slot: Slot
        let classID: Int64
    }

    private let context: ListSchool
    private(set) var problems = ImportProblems()
    private var entries: [Entry] = []
    private var bells: Set<[Int]> = []
    private var from: Day?

    /// - Parameter from: the first day, where the rows name none.
    init(_ context: ListSchool, from: Day? = nil) {
        self.context = context
        self.from = from
    }

    mutating func write(_ sheets: [ListSheet]) throws -> ImportAnswer.Counts {
        let pages = try PageFinding(context)
        let names = try TeacherNames(context)
        bells = Set(
            try context.connection.all(
                "SELECT DISTINCT shift, number FROM bell WHERE school_id = \(context.school) ORDER BY shift, number"
            ) { [$0.int(0), $0.int(1)] })
        var carried: [ListColumn: String] = [:]
        let rows = sheets.flatMap(\.rows)
        for (index, row) in rows.enumerated() where !row.isBlank {
            context.advance?(index, rows.count)
            read(row, pages, names, &carried)
        }
        checkClashes()
        var counts = ImportAnswer.Counts()
        counts.pages = Set(entries.map(\.page.id)).count
        counts.classes = Set(entries.map(\.classID)).count
        if !problems.hasErrors { try publish() }
        return counts
    }

    // MARK: Reading

    /// Class and weekday may stand in the first of several rows only.
    private mutating func read(
        _ row: ListRow, _ pages: PageFinding, _ names: TeacherNames, _ carried: inout [ListColumn: String]
    ) {
        for column in [ListColumn.schoolClass, .weekday] where !row[column].isEmpty { carried[column] = row[column] }
        guard !row.isRejected else { return }
        let className = carried[.schoolClass] ?? ""
        let day = carried[.weekday] ?? ""
        var isWhole = true
        for (column, value) in [
            (ListColumn.schoolClass, className), (.weekday, day), (.lesson, row[.lesson]), (.subject, row[.subject]),
        ] where value.isEmpty {
            problems.add(.missingValue(column.headers[0]), at: row.place(column))
            isWhole = false
        }
        readFirstDay(row)
        let slot = isWhole ? slot(row, day) : nil
        guard isWhole else { return }
        let found = find(row, className, pages, names)
        guard let slot else { return }
        for page in found {
            add(
                Slot(
                    page: page.id, weekday: slot.weekday, number: slot.number, shift: slot.shift, parity: slot.parity,
                    room: row[.room]), page, row, context.schoolClass(className)?.id ?? page.classID)
        }
    }

    private mutating func readFirstDay(_ row: ListRow) {
        guard !row[.from].isEmpty else { return }
        guard let day = ListValues.day(row[.from]), SchoolCalendar.schoolYear(containing: day) == context.year else {
            problems.add(.badDay(row[.from]), at: row.place(.from))
            return
        }
        if let from, from != day { problems.add(.severalDates, at: row.place(.from)) }
        from = day
    }

    private mutating func slot(_ row: ListRow, _ day: String) -> Slot? {
        let weekday = ListValues.weekday(day)
        if weekday == nil { problems.add(.badValue("bad_weekday", day), at: row.place(.weekday)) }
        let number = Int(row[.lesson].filter { $0 != "." }).flatMap { (0...14).contains($0) ? $0 : nil }
        if number == nil { problems.add(.badValue("bad_lesson", row[.lesson]), at: row.place(.lesson)) }
        let parity = ListValues.parity(row[.week])
        if parity == nil { problems.add(.badValue("bad_week", row[.week]), at: row.place(.week)) }
        let shift = row[.shift].isEmpty ? 0 : ["1", "2", "3"].firstIndex(of: shiftDigit(row[.shift])).map { $0 + 1 }
        if shift == nil { problems.add(.badValue("bad_shift", row[.shift]), at: row.place(.shift)) }
        guard let weekday, let number, let parity, let shift else { return nil }
        return Slot(page: 0, weekday: weekday, number: number, shift: shift, parity: parity)
    }

    private func shiftDigit(_ text: String) -> String {
        let digits = text.filter(\.isNumber)
        return digits.isEmpty ? String(text.uppercased().filter { $0 == "I" || $0 == "І" }.count) : digits
    }

    /// The page of a row. A row that names no group, in a class taught in groups only, is a lesson of all of them.
    private mutating func find(
        _ row: ListRow, _ className: String, _ pages: PageFinding, _ names: TeacherNames
    ) -> [PageFinding.Page] {
        guard let one = context.schoolClass(className) else {
            problems.add(.unknownClass(className), at: row.place(.schoolClass))
            return []
        }
        guard let subject = context.subject(row[.subject]) else {
            problems.add(.unknownSubject(row[.subject]), at: row.place(.subject))
            return []
        }
        var teachers: [Int64] = []
        for name in ListValues.several(row[.teacher]) {
            if case .found(let id) = names.find(name) { teachers.append(id) }
        }
        let words = [className, row[.subject], row[.group]].filter { !$0.isEmpty }.joined(separator: ", ")
        switch pages.find(class: one.id, subject: subject, group: row[.group], teachers: teachers) {
        case .found(let page): return [page]
        case .unknown:
            problems.add(.unknownPage(words), at: row.place(row[.group].isEmpty ? .subject : .group))
            return []
        case .several(let several):
            guard row[.group].isEmpty, several.allSatisfy({ $0.kind != "across" }) else {
                problems.add(.ambiguousPage(words, several.map(\.groupName)), at: row.place(.group))
                return []
            }
            problems.add(.allGroups(words, several.map(\.groupName)), at: row.place(.subject))
            return several
        }
    }

    /// A group across classes stands in the timetable of each of them: its place counts once.
    private mutating func add(_ slot: Slot, _ page: PageFinding.Page, _ row: ListRow, _ classID: Int64) {
        if let same = entries.first(where: { meets($0.slot, slot) && $0.page.id == page.id }) {
            if page.kind != "across" { problems.add(.duplicateRow(same.row.number), at: row.place) }
            return
        }
        let shift = slot.shift == 0 ? page.shift : slot.shift
        if !bells.contains([shift, slot.number]) {
            problems.add(.noBell(slot.number, shift: shift), at: row.place(.lesson))
        }
        entries.append(Entry(row: row, page: page, slot: slot, classID: classID))
    }

    private func meets(_ one: Slot, _ other: Slot) -> Bool {
        one.weekday == other.weekday && one.number == other.number && one.shift == other.shift
            && (one.parity == .every || other.parity == .every || one.parity == other.parity)
    }

    /// The same students or the same teacher in two places. The deputy may mean it, so it is only told.
    private mutating func checkClashes() {
        let places = Dictionary(grouping: entries.indices) { [entries[$0].slot.weekday, entries[$0].slot.number] }
        for place in places.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            let here = places[place] ?? []
            for (position, index) in here.enumerated() {
                let earlier = here[..<position].first { clash(entries[$0], entries[index]) }
                if let earlier { problems.add(.clash(entries[earlier].row.number), at: entries[index].row.place) }
            }
        }
    }

    private func clash(_ one: Entry, _ other: Entry) -> Bool {
        func shift(_ entry: Entry) -> Int { entry.slot.shift == 0 ? entry.page.shift : entry.slot.shift }
        let parities = (one.slot.parity, other.slot.parity)
        guard shift(one) == shift(other), parities.0 == .every || parities.1 == .every || parities.0 == parities.1
        else { return false }
        let isSameClass = one.page.classID != 0 && one.page.classID == other.page.classID
        if isSameClass, one.page.kind == "class" || other.page.kind == "class" { return true }
        return one.page.group == other.page.group || !teachers(one).isDisjoint(with: teachers(other))
    }

    private func teachers(_ entry: Entry) -> Set<Int64> {
        Set((context.state.load[entry.page.id] ?? []).filter { $0.to >= context.today.description }.map(\.person))
    }

    // MARK: Publishing

    private func publish() throws {
        guard try !isPresent() else { return }
        let writing = context.writing
        let version = context.ids.next()
        let first = try from ?? firstDay()
        try writing.connection.run(
            """
            INSERT INTO timetable_version (school_id, id, from_day)
            VALUES (\(writing.school), \(version), \(first.description))
            """)
        for entry in entries {
            let slot = entry.slot
            try writing.connection.run(
                """
                INSERT INTO timetable_slot (school_id, version_id, id, page_id, weekday, number, shift, parity, room)
                VALUES (\(writing.school), \(version), \(context.ids.next()), \(slot.page), \(slot.weekday),
                    \(slot.number), \(slot.shift), \(slot.parity.rawValue), \(slot.room))
                """)
        }
        try writing.audit("timetable.draft", "timetable/\(version)", after: "\(first) \(entries.count)")
        _ = try Publishing.publish(version: version, ids: context.ids, in: writing)
    }

    /// The first timetable of a school holds from the beginning of its year, a later one from the next Monday.
    private func firstDay() throws -> Day {
        let known = try context.connection.count(
            """
            SELECT count(*) FROM timetable_version
            WHERE school_id = \(context.school) AND published_at > 0 AND from_day >= \(context.yearFrom.description)
            """)
        let monday = context.today.monday.adding(7)
        return known == 0 ? context.yearFrom : max(monday, context.yearFrom)
    }

    /// Whether the newest published version says the same already.
    private func isPresent() throws -> Bool {
        let newest = try context.connection.first(
            """
            SELECT id, from_day FROM timetable_version
            WHERE school_id = \(context.school) AND published_at > 0 ORDER BY from_day DESC, published_at DESC, id DESC
            LIMIT 1
            """
        ) { ($0.integer(0), $0.text(1)) }
        guard let newest, from.map({ $0.description == newest.1 }) ?? true else { return false }
        let slots = try context.connection.all(
            """
            SELECT page_id, weekday, number, shift, parity, room FROM timetable_slot
            WHERE school_id = \(context.school) AND version_id = \(newest.0) ORDER BY id
            """
        ) { row in
            Slot(
                page: row.integer(0), weekday: row.int(1), number: row.int(2), shift: row.int(3),
                parity: SlotParity(rawValue: row.text(4)) ?? .every, room: row.text(5))
        }
        return Set(slots) == Set(entries.map(\.slot)) && slots.count == entries.count
    }
}
