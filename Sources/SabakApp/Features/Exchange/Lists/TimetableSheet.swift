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
    /// The week the list comes to, and what of the present one ends.
    private(set) var rows: [UnderstoodRow] = []
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
        guard !problems.hasErrors else { return counts }
        let newest = try PublishedWeek.newest(context)
        tell(Set(newest?.slots ?? []), pages, names)
        if !context.isTrial { try publish(over: newest) }
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

    private func teachers(_ entry: Entry) -> Set<Int64> { teachers(of: entry.page.id) }

    private func teachers(of page: Int64) -> Set<Int64> {
        Set((context.state.load[page] ?? []).filter { $0.to >= context.today.description }.map(\.person))
    }

    private func publish(over newest: PublishedWeek?) throws {
        let slots = entries.map(\.slot)
        if newest?.isSame(as: slots, from: from) != true { try PublishedWeek.publish(slots, from: from, context) }
    }

    // MARK: Telling

    private mutating func tell(_ present: Set<Slot>, _ pages: PageFinding, _ names: TeacherNames) {
        let wanted = Set(entries.map(\.slot))
        rows = entries.map { entry in
            row(entry.slot, entry.page, names, present.contains(entry.slot) ? .same : .new, RowPlace(entry.row.place))
        }
        let known = Dictionary(pages.pages.map { ($0.id, $0) }) { first, _ in first }
        let gone = present.subtracting(wanted).sorted {
            ($0.weekday, $0.number, $0.page) < ($1.weekday, $1.number, $1.page)
        }
        rows += gone.compactMap { slot in known[slot.page].map { row(slot, $0, names, .ended, nil) } }
    }

    private func row(
        _ slot: Slot, _ page: PageFinding.Page, _ names: TeacherNames, _ change: UnderstoodRow.Change,
        _ place: RowPlace?
    ) -> UnderstoodRow {
        var row = UnderstoodRow(change: change, place: place, subject: context.subjectText(page.subject))
        let people = teachers(of: page.id).sorted().compactMap { names.name(of: $0)?.short }
        row.values = [
            .schoolClass: context.classes.first { $0.id == page.classID }?.name.compact ?? page.groupName,
            .group: page.classID == 0 ? "" : page.groupName, .weekday: "\(slot.weekday)", .lesson: "\(slot.number)",
            .shift: slot.shift == 0 ? "" : "\(slot.shift)", .week: slot.parity == .every ? "" : slot.parity.rawValue,
            .room: slot.room, .teacher: people.joined(separator: ", "),
        ]
        return row
    }
}
