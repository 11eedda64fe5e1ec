import SchoolRules
import Sheets

/// Reads the XML export of aSc Timetables, of 2012 and of older forms.
struct AscTimetable {
    private var draft = TimetableDraft()
    private let file: String
    private let root: MarkupElement
    private let masks: AscMasks
    private var rooms: [String: String] = [:]
    private var lengths: [String: Int] = [:]
    private var teacherIDs: Set<String> = []
    private var subjectIDs: Set<String> = []
    private var classIDs: Set<String> = []
    private var groupClasses: [String: String] = [:]
    private var wholes: [String: String] = [:]

    /// - Throws: `SheetProblem` for what is no XML; another program's XML is a problem of the draft.
    static func read(_ bytes: [UInt8], named file: String) throws -> TimetableDraft {
        let root = try MarkupFile.read(bytes, limits: TimetableDraft.limits)
        guard root.name == "timetable" else {
            var draft = TimetableDraft()
            draft.problems.add(.wrongProgram(root.name), at: ImportPlace(file: file))
            return draft
        }
        var reader = AscTimetable(root, file)
        return reader.read()
    }

    private init(_ root: MarkupElement, _ file: String) {
        self.root = root
        self.file = file
        masks = AscMasks(root)
    }

    private mutating func read() -> TimetableDraft {
        readNames()
        readGroups()
        readLessons()
        readCards()
        draft.countUnplaced()
        refuseLimited()
        draft.refuseLostLetters(in: file)
        if draft.cards.isEmpty, !draft.problems.hasErrors {
            draft.problems.add(.nothingPlaced, at: ImportPlace(file: file))
        }
        return draft
    }

    private func table(_ name: String) -> [MarkupElement] { root.children(name).flatMap(\.children) }

    private func place(_ table: String, _ row: Int, _ column: String? = nil) -> ImportPlace {
        ImportPlace(file: file, sheet: table, row: row, column: column)
    }

    // MARK: Names

    private mutating func readNames() {
        draft.teachers = table("teachers").map { row in
            let parts = [row["lastname"], row["firstname"]].filter { !$0.isEmpty }
            let name = row["name"].isEmpty ? parts.joined(separator: " ") : row["name"]
            return .init(id: row["id"], name: name.trimmedSpaces, short: row["short"])
        }
        draft.subjects = table("subjects").map { row in
            .init(id: row["id"], name: row["name"].isEmpty ? row["short"] : row["name"], short: row["short"])
        }
        draft.classes = table("classes").map { row in
            let title = row["name"].isEmpty ? row["short"] : row["name"]
            let name = [title, row["short"]].lazy.compactMap(ClassCell.title).first ?? ClassCell.read(title)
            return .init(id: row["id"], title: title, name: name)
        }
        teacherIDs = Set(draft.teachers.map(\.id))
        subjectIDs = Set(draft.subjects.map(\.id))
        classIDs = Set(draft.classes.map(\.id))
        for row in table("classrooms") { rooms[row["id"]] = row["name"].isEmpty ? row["short"] : row["name"] }
    }

    private mutating func readGroups() {
        for (index, row) in table("groups").enumerated() {
            let classID = row["classid"].isEmpty ? row["classids"] : row["classid"]
            guard classIDs.contains(classID) else {
                draft.problems.add(.unknownID(classID), at: place("groups", index + 1, "classid"))
                continue
            }
            groupClasses[row["id"]] = classID
            let isWhole = row["entireclass"] == "1" || (row["entireclass"].isEmpty && row["divisiontag"] == "0")
            draft.groups.append(
                .init(
                    id: row["id"], classID: classID, name: row["name"], isWholeClass: isWhole,
                    division: row["divisiontag"]))
            if isWhole { wholes[classID] = row["id"] }
        }
    }

    /// The group that is a whole class; made where the file has none.
    private mutating func whole(_ classID: String) -> String? {
        if let known = wholes[classID] { return known }
        guard classIDs.contains(classID) else { return nil }
        let id = TimetableDraft.made + classID
        draft.groups.append(.init(id: id, classID: classID, name: "", isWholeClass: true))
        wholes[classID] = id
        return id
    }

    // MARK: Lessons

    private mutating func readLessons() {
        for (index, row) in table("lessons").enumerated() {
            guard let lesson = lesson(row, id: row["id"], place("lessons", index + 1)) else { continue }
            draft.lessons.append(lesson)
        }
    }

    private mutating func lesson(_ row: MarkupElement, id: String, _ place: ImportPlace) -> TimetableDraft.Lesson? {
        let subject = row["subjectid"]
        guard subjectIDs.contains(subject) else {
            draft.problems.add(.unknownID(subject), at: place)
            return nil
        }
        let teachers = ids(row, "teacherids", "teacherid").filter { id in
            let isKnown = teacherIDs.contains(id)
            if !isKnown { draft.problems.add(.unknownID(id), at: place) }
            return isKnown
        }
        var groups = ids(row, "groupids", "groupid").filter { groupClasses[$0] != nil }
        let named = Set(groups.compactMap { groupClasses[$0] })
        for classID in ids(row, "classids", "classid") where !named.contains(classID) {
            if let id = whole(classID) { groups.append(id) } else { draft.problems.add(.unknownID(classID), at: place) }
        }
        lengths[id] = max(1, Int(Double(row["periodspercard"]) ?? 1))
        return TimetableDraft.Lesson(
            id: id, subject: subject, teachers: teachers, groups: groups,
            rooms: ids(row, "classroomids", "classroomid").compactMap { rooms[$0] }, hours: hours(row),
            length: lengths[id] ?? 1)
    }

    private func ids(_ row: MarkupElement, _ several: String, _ one: String) -> [String] {
        let text = row[several].isEmpty ? row[one] : row[several]
        return text.split(separator: ",").map { $0.trimmedSpaces }.filter { !$0.isEmpty }
    }

    /// `2.0` hours a week; a comma where the machine of the school writes one.
    private func hours(_ row: MarkupElement) -> Int {
        guard let value = Double(row["periodsperweek"].replacing(",", with: ".")), (0..<100).contains(value) else {
            return 0
        }
        return Int((value * 100).rounded())
    }

    // MARK: Cards

    private mutating func readCards() {
        var made: [String: String] = [:]
        for (index, row) in table("cards").enumerated() {
            let place = place("cards", index + 1)
            guard let lesson = lessonID(row, place, &made) else { continue }
            guard let days = masks.weekdays(row) else {
                draft.problems.add(.wrongMask(row["days"] + row["day"]), at: place)
                continue
            }
            // A card without a day or a period waits on the table beside the timetable.
            guard !days.isEmpty, !row["period"].isEmpty, let parity = parity(row, place) else { continue }
            guard let period = masks.period(row["period"]) else {
                draft.problems.add(.wrongPeriod(row["period"]), at: place)
                continue
            }
            draft.placed += 1
            if masks.isPartOfYear(row) { draft.problems.add(.partOfYear, at: place) }
            let room = ids(row, "classroomids", "classroomid").compactMap { rooms[$0] }.joined(separator: ", ")
            for day in days {
                for offset in 0..<(lengths[lesson] ?? 1) {
                    draft.cards.append(
                        .init(
                            lesson: lesson, weekday: day,
                            period: masks.following(period, by: offset), parity: parity,
                            room: room, row: index + 1))
                }
            }
        }
    }

    /// The lesson of a card; older exports have none and name class, subject and teacher in the card.
    private mutating func lessonID(
        _ row: MarkupElement, _ place: ImportPlace, _ made: inout [String: String]
    ) -> String? {
        if !row["lessonid"].isEmpty {
            guard lengths[row["lessonid"]] != nil else {
                draft.problems.add(.unknownID(row["lessonid"]), at: place)
                return nil
            }
            return row["lessonid"]
        }
        let key = ["subjectid", "classids", "classid", "groupids", "groupid", "teacherids", "teacherid"]
            .map { row[$0] }.joined(separator: "|")
        if let known = made[key] { return known }
        let id = "card:\(made.count + 1)"
        guard let lesson = lesson(row, id: id, place) else { return nil }
        draft.lessons.append(lesson)
        made[key] = id
        return id
    }

    private mutating func parity(_ row: MarkupElement, _ place: ImportPlace) -> SlotParity? {
        switch masks.parity(row["weeks"]) {
        case .parity(let parity): return parity
        case .wrong: draft.problems.add(.wrongMask(row["weeks"]), at: place)
        case .longCycle: draft.problems.add(.weekCycle(row["weeks"]), at: place)
        }
        return nil
    }

    /// The free licence writes ten cards, or ten lessons, and says nothing of the others.
    private mutating func refuseLimited() {
        let named = draft.lessons.reduce(0) { $0 + ($1.hours + 99) / 100 }
        let isCut = draft.placed == 10 && (draft.unplaced > 0 || draft.classes.count > 10)
        let isSaid = root.attributes.values.contains { $0.contains("limited") }
        guard isCut || (isSaid && draft.unplaced > 0) else { return }
        draft.problems.add(.exportLimited(draft.placed, max(named, draft.placed)), at: ImportPlace(file: file))
    }
}
