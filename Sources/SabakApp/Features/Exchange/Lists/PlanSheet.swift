import SchoolRules
import Sheets

/// Plans: topics by subject and grade, attached to the pages they are for.
struct PlanSheet {
    private struct Key: Hashable {
        let subject: Int64
        let grade: Int
        /// The class, where the plan is for one class only.
        let letter: String?
    }
    private struct Topic {
        let section, topic, homework, note: String
        let hours, kind: Int
    }

    private let context: ListSchool
    private(set) var problems = ImportProblems()
    /// The topics as they are understood.
    private(set) var rows: [UnderstoodRow] = []
    private var topics: [Key: [Topic]] = [:]
    private var order: [Key] = []
    private var kinds: [String: Int] = [:]

    /// The pages plans may be attached to; nil: all.
    private let ownPages: Set<Int64>?

    /// - Parameter teacher: who brings plans for the own pages only.
    init(_ context: ListSchool, teacher: Int64? = nil) {
        self.context = context
        let today = context.today.description
        ownPages = teacher.map { teacher in
            Set(
                context.state.load.filter { _, spans in
                    spans.contains { $0.person == teacher && $0.from <= today && $0.to >= today }
                }.keys)
        }
    }

    mutating func write(_ sheets: [ListSheet]) throws -> ImportAnswer.Counts {
        for kind in try SchoolFacts.kindsOfWork(school: context.school, in: context.connection) {
            for names in [kind.names, kind.short] {
                for name in [names.ky, names.ru, names.kk, names.en] where kinds[searchFold(name)] == nil {
                    kinds[searchFold(name)] = kind.id
                }
            }
        }
        for sheet in sheets { read(sheet) }
        var counts = ImportAnswer.Counts()
        guard !problems.hasErrors else { return counts }
        let pages = try PageFinding(context).pages.filter { ownPages?.contains($0.id) ?? true }
        for key in order {
            let own = pages.filter { page in
                page.subject == key.subject && grade(of: page) == key.grade
                    && (key.letter == nil || context.classes.first { $0.id == page.classID }?.name.letter == key.letter)
            }
            if own.isEmpty {
                let place = sheets.first?.place ?? ImportPlace(file: "")
                guard ownPages == nil else {
                    problems.add(.notTaught(context.subjectName(key.subject), key.grade), at: place)
                    continue
                }
                problems.add(.noPages(context.subjectName(key.subject), key.grade), at: place)
            }
            try write(topics[key] ?? [], for: key, to: own.map(\.id))
            counts.pages += own.count
            counts.classes += Set(own.map(\.classID)).count
        }
        return counts
    }

    // MARK: Reading

    /// Subject, class and section stand in each row, in the first of many, or above the header.
    private mutating func read(_ sheet: ListSheet) {
        var subject = title(.subject, sheet) ?? SubjectTitle.bare(sheet.name)
        var grade =
            title(.grade, sheet) ?? title(.schoolClass, sheet) ?? sheet.schoolClass?.compact
            ?? sheet.name.filter(\.isNumber)
        var section = ""
        for row in sheet.rows where !row.isBlank {
            if !row[.subject].isEmpty { subject = row[.subject] }
            let written = row[.grade].isEmpty ? row[.schoolClass] : row[.grade]
            if !written.isEmpty { grade = written }
            if !row[.section].isEmpty { section = row[.section] }
            guard !row.isRejected else { continue }
            guard !row[.topic].isEmpty else {
                if row[.section].isEmpty || !row[.hours].isEmpty {
                    problems.add(.missingValue(ListColumn.topic.headers[0]), at: row.place(.topic))
                }
                continue
            }
            guard let key = key(subject, grade, row) else { continue }
            if topics[key] == nil { order.append(key) }
            if topics[key]?.count == PlanWriting.mostRows { problems.add(.planTooLong, at: row.place) }
            let topic = topic(row, section)
            topics[key, default: []].append(topic)
            tell(topic, key, row)
        }
    }

    private mutating func tell(_ topic: Topic, _ key: Key, _ row: ListRow) {
        var told = UnderstoodRow(place: RowPlace(row.place), subject: context.subjectText(key.subject))
        told.values = [
            .grade: "\(key.grade)\(key.letter ?? "")", .section: topic.section, .topic: topic.topic,
            .hours: UnderstoodRow.hours(topic.hours), .kind: topic.kind == 0 ? "" : row[.kind],
            .homework: topic.homework,
        ]
        rows.append(told)
    }

    /// The value beside a title above the header: `Предмет: Математика`, or in the next cell.
    private func title(_ column: ListColumn, _ sheet: ListSheet) -> String? {
        for row in sheet.titles {
            for (index, text) in row.texts.enumerated() {
                let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmedSpaces }
                guard let first = parts.first, ListColumn.named(first, in: .plan) == column else { continue }
                let value = parts.count == 2 && !parts[1].isEmpty ? parts[1] : row[index + 1].trimmedSpaces
                if !value.isEmpty { return value }
            }
        }
        return nil
    }

    private mutating func key(_ subject: String, _ grade: String, _ row: ListRow) -> Key? {
        guard !subject.isEmpty, !grade.isEmpty else {
            problems.add(.unknownShape, at: row.place)
            return nil
        }
        guard let id = context.subject(subject) else {
            problems.add(.unknownSubject(subject), at: row.place(.subject))
            return nil
        }
        guard let name = ClassCell.read(grade) else {
            problems.add(.badValue("bad_class", grade), at: row.place(row[.grade].isEmpty ? .schoolClass : .grade))
            return nil
        }
        return Key(subject: id, grade: name.grade, letter: name.letter.isEmpty ? nil : name.letter)
    }

    private mutating func topic(_ row: ListRow, _ section: String) -> Topic {
        var hours = 100
        if !row[.hours].isEmpty {
            hours = ListValues.hours(row[.hours]) ?? 0
            if hours == 0 { problems.add(.badValue("bad_hours", row[.hours]), at: row.place(.hours)) }
        }
        var kind = 0
        if !row[.kind].isEmpty {
            kind = kinds[searchFold(row[.kind])] ?? 0
            if kind == 0 { problems.add(.unknownKind(row[.kind]), at: row.place(.kind)) }
        }
        return Topic(
            section: section, topic: row[.topic], homework: row[.homework], note: row[.note], hours: hours, kind: kind)
    }

    /// The grade of a page; that of a group across classes is the one of its students.
    private func grade(of page: PageFinding.Page) -> Int? {
        if let grade = page.grade { return grade }
        let students = Set((context.state.members[page.group] ?? []).map(\.person))
        return context.classes.first { one in
            (context.state.members[one.id] ?? []).contains { students.contains($0.person) }
        }?.name.grade
    }

    // MARK: Writing

    private func write(_ topics: [Topic], for key: Key, to pages: [Int64]) throws {
        let rows = topics.enumerated().map { index, topic in
            PlanRow(
                number: index + 1, section: topic.section, topic: topic.topic, hours: topic.hours, kind: topic.kind,
                homework: topic.homework, note: topic.note)
        }
        _ = try PlanWriting.write(
            title: "\(context.subjectName(key.subject)), \(key.grade)\(key.letter ?? "")", subject: key.subject,
            grade: key.grade, author: context.writing.author.person, rows: rows, pages: pages, ids: context.ids,
            in: context.writing)
    }
}
