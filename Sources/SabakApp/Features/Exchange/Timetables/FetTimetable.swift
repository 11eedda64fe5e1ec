import SchoolRules
import Sheets

/// Reads files of FET: the data (`.fet`), which may hold the places of lessons as constraints, and the timetables it
/// writes beside them.
struct FetTimetable {
    private var draft = TimetableDraft()
    private let file: String
    private var days: [String: Int] = [:]
    private var hours: [String: TimetableDraft.Period] = [:]
    private var hourOrder: [TimetableDraft.Period] = []
    /// Groups of a set of students; a parallel is all its classes.
    private var groupIDs: [String: [String]] = [:]
    private var activities: [String: Activity] = [:]
    private var lessonIndexes: [String: Int] = [:]

    private struct Activity {
        let lesson: String
        let duration: Int
        let row: Int
    }

    /// - Parameter files: one data file, or a data file and timetables made of it: `NAME_activities.xml`, or
    ///   `NAME_subgroups.xml` and `NAME_teachers.xml`.
    /// - Throws: `SheetProblem` for what is no XML; other XML is a problem of the draft.
    static func read(_ files: [(name: String, bytes: [UInt8])]) throws -> TimetableDraft {
        var data: (MarkupElement, String)?
        var results: [MarkupElement] = []
        var others: [(String, String)] = []
        for file in files {
            let root = try MarkupFile.read(file.bytes, limits: TimetableDraft.limits)
            switch root.name.lowercased() {
            case "fet": data = (root, file.name)
            case "activities_timetable", "students_timetable", "teachers_timetable": results.append(root)
            default: others.append((root.name, file.name))
            }
        }
        guard let data else {
            var draft = TimetableDraft()
            let wrong = others.first ?? (results.first?.name ?? "", files.first?.name ?? "")
            draft.problems.add(
                results.isEmpty ? .wrongProgram(wrong.0) : .fetWithoutData, at: ImportPlace(file: wrong.1))
            return draft
        }
        var reader = FetTimetable(data.1)
        return reader.read(data.0, results)
    }

    private init(_ file: String) { self.file = file }

    private mutating func read(_ root: MarkupElement, _ results: [MarkupElement]) -> TimetableDraft {
        readFrame(root)
        readNames(root)
        readStudents(root)
        readActivities(root)
        let places = results.isEmpty ? constraints(root) : results.flatMap(results(of:))
        place(places, rooms: rooms(root))
        draft.refuseLostLetters(in: file)
        if draft.cards.isEmpty, !draft.problems.hasErrors {
            draft.problems.add(.nothingPlaced, at: ImportPlace(file: file))
        }
        return draft
    }

    private func place(_ table: String, _ row: Int) -> ImportPlace { ImportPlace(file: file, sheet: table, row: row) }

    // MARK: Days, hours, names

    /// Names stand in elements of their own, in old files right in the list.
    private func names(_ list: MarkupElement?, _ item: String) -> [String] {
        guard let list else { return [] }
        let items = list.children(item).map { $0.text(of: "Name") }
        return items.isEmpty ? list.children("Name").map(\.text) : items
    }

    private mutating func readFrame(_ root: MarkupElement) {
        let dayNames = names(root.child("Days_List"), "Day")
        let known = dayNames.compactMap(ListValues.weekday)
        let areKnown = known.count == dayNames.count && Set(known).count == known.count
        for (index, name) in dayNames.enumerated() { days[name] = areKnown ? known[index] : index + 1 }
        let hourNames = names(root.child("Hours_List"), "Hour")
        let periods = hourNames.compactMap(PeriodName.period)
        let isNumbered = periods.count == hourNames.count && Set(periods).count == periods.count
        hourOrder = hourNames.indices.map { isNumbered ? periods[$0] : .init(number: $0 + 1) }
        hours = Dictionary(zip(hourNames, hourOrder)) { first, _ in first }
        if dayNames.count > 7 { draft.problems.add(.fetDays(dayNames.count), at: ImportPlace(file: file)) }
    }

    private mutating func readNames(_ root: MarkupElement) {
        let teachers = root.child("Teachers_List")?.children("Teacher") ?? []
        draft.teachers = teachers.map { row in
            let long = row.text(of: "Long_Name")
            return .init(
                id: row.text(of: "Name"), name: long.isEmpty ? row.text(of: "Name") : long, short: row.text(of: "Name"))
        }
        let subjects = root.child("Subjects_List")?.children("Subject") ?? []
        draft.subjects = subjects.map { row in
            let long = row.text(of: "Long_Name")
            return .init(
                id: row.text(of: "Name"), name: long.isEmpty ? row.text(of: "Name") : long, short: row.text(of: "Name"))
        }
    }

    // MARK: Students

    /// A class is a year, or a group of a year that is a parallel.
    private mutating func readStudents(_ root: MarkupElement) {
        for year in root.child("Students_List")?.children("Year") ?? [] {
            let name = year.text(of: "Name")
            if isClass(name) || !year.children("Group").contains(where: { isClass($0.text(of: "Name")) }) {
                addClass(name, parts: year.children("Group"))
            } else {
                for group in year.children("Group") {
                    addClass(group.text(of: "Name"), parts: group.children("Subgroup"))
                }
                if groupIDs[name] == nil {
                    groupIDs[name] = year.children("Group").flatMap { groupIDs[$0.text(of: "Name")] ?? [] }
                }
            }
        }
    }

    private func isClass(_ name: String) -> Bool {
        guard let found = ClassCell.read(name) ?? ClassCell.title(name) else { return false }
        return !found.letter.isEmpty
    }

    private mutating func addClass(_ name: String, parts: [MarkupElement]) {
        guard groupIDs[name] == nil else { return }
        draft.classes.append(.init(id: name, title: name, name: ClassCell.title(name) ?? ClassCell.read(name)))
        draft.groups.append(.init(id: TimetableDraft.made + name, classID: name, name: "", isWholeClass: true))
        groupIDs[name] = [TimetableDraft.made + name]
        for part in parts {
            add(part.text(of: "Name"), in: name)
            for smaller in part.children("Subgroup") { add(smaller.text(of: "Name"), in: name) }
        }
    }

    private mutating func add(_ group: String, in schoolClass: String) {
        guard groupIDs[group] == nil else { return }
        groupIDs[group] = [group]
        let rest = group.hasPrefix(schoolClass) ? String(group.dropFirst(schoolClass.count)) : group
        let bare = String(rest.drop { " -_./:".contains($0) })
        draft.groups.append(
            .init(id: group, classID: schoolClass, name: bare.isEmpty ? group : bare, isWholeClass: false))
    }

    // MARK: Activities

    private mutating func readActivities(_ root: MarkupElement) {
        for (index, row) in (root.child("Activities_List")?.children("Activity") ?? []).enumerated() {
            guard row.text(of: "Active") != "false" else { continue }
            let split = row.text(of: "Activity_Group_Id")
            let id = row.text(of: "Id")
            let lesson = split.isEmpty || split == "0" ? id : "split:" + split
            let duration = max(1, Int(row.text(of: "Duration")) ?? 1)
            activities[id] = Activity(lesson: lesson, duration: duration, row: index + 1)
            if let known = lessonIndexes[lesson] {
                draft.lessons[known].hours += duration * 100
            } else if let new = self.lesson(row, lesson, duration, index + 1) {
                lessonIndexes[lesson] = draft.lessons.count
                draft.lessons.append(new)
            } else {
                activities[id] = nil
            }
        }
    }

    private mutating func lesson(
        _ row: MarkupElement, _ id: String, _ duration: Int, _ number: Int
    ) -> TimetableDraft.Lesson? {
        let subject = row.text(of: "Subject").isEmpty ? row.text(of: "Subject_Name") : row.text(of: "Subject")
        let sets = row.children("Students").map(\.text).filter { !$0.isEmpty }
        let unknown = sets.filter { groupIDs[$0] == nil }
        for name in unknown { draft.problems.add(.unknownID(name), at: place("Activities_List", number)) }
        guard unknown.count < sets.count || sets.isEmpty else { return nil }
        return TimetableDraft.Lesson(
            id: id, subject: subject, teachers: row.children("Teacher").map(\.text).filter { !$0.isEmpty },
            groups: sets.flatMap { groupIDs[$0] ?? [] }, hours: duration * 100, length: duration)
    }

    // MARK: Places

    private struct Place {
        let activity, day, hour, room: String
    }

    /// Activities held in their places by constraints of full weight.
    private func constraints(_ root: MarkupElement) -> [Place] {
        let list = root.child("Time_Constraints_List")?.children("ConstraintActivityPreferredStartingTime") ?? []
        return list.filter { row in
            row.text(of: "Active") != "false" && (Double(row.text(of: "Weight_Percentage")) ?? 100) >= 100
        }.map { row in
            Place(
                activity: row.text(of: "Activity_Id"),
                day: row.text(of: row.child("Preferred_Day") == nil ? "Day" : "Preferred_Day"),
                hour: row.text(of: row.child("Preferred_Hour") == nil ? "Hour" : "Preferred_Hour"), room: "")
        }
    }

    /// The timetable of the activities, or that of the subgroups or teachers: there an activity stands at each of its
    /// hours, the first of which is its beginning.
    private func results(of root: MarkupElement) -> [Place] {
        guard root.name.lowercased() == "activities_timetable" else {
            return root.children.flatMap { $0.children("Day") }.flatMap { day in
                day.children("Hour").flatMap { hour in
                    hour.children("Activity").map { activity in
                        Place(
                            activity: activity["id"], day: day["name"], hour: hour["name"],
                            room: hour.child("Room")?["name"] ?? "")
                    }
                }
            }
        }
        return root.children("Activity").map { row in
            Place(
                activity: row.text(of: "Id"), day: row.text(of: "Day"), hour: row.text(of: "Hour"),
                room: row.text(of: "Room"))
        }
    }

    private func rooms(_ root: MarkupElement) -> [String: String] {
        let list = root.child("Space_Constraints_List")?.children("ConstraintActivityPreferredRoom") ?? []
        let pairs = list.filter { $0.text(of: "Active") != "false" }.map { row in
            (row.text(of: "Activity_Id"), row.text(of: "Room"))
        }
        return Dictionary(pairs) { first, _ in first }
    }

    private mutating func place(_ places: [Place], rooms: [String: String]) {
        var placed: Set<String> = []
        for place in places {
            guard let activity = activities[place.activity], !place.day.isEmpty, !place.hour.isEmpty else { continue }
            guard let day = days[place.day], (1...7).contains(day), let first = hours[place.hour],
                let start = hourOrder.firstIndex(of: first), start + activity.duration <= hourOrder.count
            else {
                let name = "\(place.day) \(place.hour)"
                draft.problems.add(.wrongPeriod(name), at: self.place("Activities_List", activity.row))
                continue
            }
            guard placed.insert(place.activity).inserted else { continue }
            draft.placed += 1
            for period in hourOrder[start..<start + activity.duration] {
                draft.cards.append(
                    .init(
                        lesson: activity.lesson, weekday: day, period: period,
                        room: place.room.isEmpty ? rooms[place.activity] ?? "" : place.room, row: activity.row))
            }
        }
        draft.unplaced = activities.count - placed.count
    }
}
