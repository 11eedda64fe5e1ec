import SchoolRules
import Store

/// Brings the pages of a year, their groups and their teachers to the picture.
struct RosterPages {
    private struct Key: Hashable {
        let subject: Int64
        let group: Int64
    }

    private let picture: RosterPicture
    private let state: RosterState
    private let roster: RosterWriting
    private let people: [String: Int64]
    private let classes: [ClassName: Int64]
    private let spans: RosterSpans
    private var subjects: [String: Int64] = [:]
    private var taken: Set<Key>
    private var groupCounts: [Key: Int] = [:]
    private var ending: RosterEnding { RosterEnding(writing: roster.writing) }
    private var today: String { spans.today.description }
    private var yesterday: String { spans.today.adding(-1).description }

    init(
        _ picture: RosterPicture, _ state: RosterState, _ roster: RosterWriting, people: [String: Int64],
        classes: [ClassName: Int64], spans: RosterSpans
    ) {
        self.picture = picture
        self.state = state
        self.roster = roster
        self.people = people
        self.classes = classes
        self.spans = spans
        taken = Set(state.pages.filter { $0.year == picture.year }.map { Key(subject: $0.subject, group: $0.group) })
    }

    mutating func write() throws {
        try readSubjects()
        let own = state.pages.filter { $0.year == picture.year && !$0.externalID.isEmpty }
        let known = Dictionary(own.map { ($0.externalID, $0) }) { first, _ in first }
        for page in picture.pages {
            if let old = known[page.id] {
                try update(old, to: page)
                try writeLoad(old.id, page.teachers)
            } else {
                try writeLoad(try add(page), page.teachers)
            }
        }
        let wanted = Set(picture.pages.map(\.id))
        for old in own where !wanted.contains(old.externalID) { try end(old) }
    }

    private mutating func readSubjects() throws {
        let school = roster.writing.school
        var found: [String: Int64] = [:]
        try roster.writing.connection.each(
            "SELECT id, search, code FROM subject WHERE school_id = \(school) ORDER BY position DESC, id DESC"
        ) { row in
            if !row.text(2).isEmpty { found["code " + row.text(2)] = row.integer(0) }
            for name in row.text(1).split(separator: "|") { found[String(name)] = row.integer(0) }
        }
        subjects = found
    }

    // MARK: New pages

    private mutating func add(_ page: RosterPicture.Page) throws -> Int64 {
        var subject = try subject(of: page)
        var group = whole(page.audience)
        if let wholeGroup = group, taken.contains(Key(subject: subject, group: wholeGroup)) {
            // Two pages of one class under a wide name, such as algebra and geometry: each gets its own subject.
            let own = try self.subject(named: page.newSubject)
            if taken.contains(Key(subject: own, group: wholeGroup)) { group = nil } else { subject = own }
        }
        let classID = classID(of: page.audience)
        let groupID: Int64
        if let group {
            groupID = group
        } else {
            groupID = try addGroup(page.audience, class: classID, subject: subject, externalID: page.id)
            for change in spans.changes(from: [], to: page.members, ids: people) {
                try change.apply(toGroup: groupID, roster)
            }
        }
        taken.insert(Key(subject: subject, group: groupID))
        return try roster.page(
            subject: subject, group: groupID, class: classID, year: picture.year, hours: 0, externalID: page.id)
    }

    private mutating func subject(of page: RosterPicture.Page) throws -> Int64 {
        for name in page.exactSubjects + page.wideSubjects {
            if let known = known(name) { return known }
        }
        return try subject(named: page.newSubject)
    }

    private func known(_ name: String) -> Int64? {
        subjects[searchFold(name)] ?? SubjectSynonyms.code(of: name).flatMap { subjects["code " + $0] }
    }

    private mutating func subject(named name: String) throws -> Int64 {
        if let known = known(name) { return known }
        let id = try roster.addSubject(code: "", names: Names(ky: name, ru: name, kk: name, en: name))
        subjects[searchFold(name)] = id
        return id
    }

    /// The group of a whole class; nil where a group of its own is needed.
    private func whole(_ audience: RosterPicture.Audience) -> Int64? {
        if case .whole(let name) = audience { classes[name] } else { nil }
    }

    private func classID(of audience: RosterPicture.Audience) -> Int64 {
        switch audience {
        case .whole(let name), .part(let name, _): classes[name] ?? 0
        case .across: 0
        }
    }

    private mutating func addGroup(
        _ audience: RosterPicture.Audience, class classID: Int64, subject: Int64, externalID: String
    ) throws -> Int64 {
        let number = groupCounts[Key(subject: subject, group: classID), default: 0] + 1
        groupCounts[Key(subject: subject, group: classID)] = number
        let name: String
        switch audience {
        case .part(_, let own), .across(let own): name = own.isEmpty ? String(number) : own
        case .whole: name = String(number)
        }
        return try roster.addGroup(
            kind: classID == 0 ? "across" : "subgroup", name: name, year: picture.year, class: classID,
            externalID: externalID)
    }

    // MARK: Pages that are there

    private mutating func update(_ old: RosterState.Page, to page: RosterPicture.Page) throws {
        if whole(page.audience) == old.group { return }
        if old.groupKind == "class" {
            try regroup(old, to: page)
        } else {
            for change in spans.changes(from: state.members[old.group] ?? [], to: page.members, ids: people) {
                try change.apply(toGroup: old.group, roster)
            }
        }
    }

    /// A page of a whole class becomes a page of a part of it: the past of the class stays the past of the group.
    private mutating func regroup(_ old: RosterState.Page, to page: RosterPicture.Page) throws {
        let classID = classID(of: page.audience)
        let group = try addGroup(page.audience, class: classID, subject: old.subject, externalID: page.id)
        let past = state.members[old.group] ?? []
        for span in past { try roster.enrol(span.person, in: group, from: span.from, to: span.to) }
        for change in spans.changes(from: past, to: page.members, ids: people) {
            try change.apply(toGroup: group, roster)
        }
        let writing = roster.writing
        try writing.connection.run(
            """
            UPDATE page SET group_id = \(group), class_id = \(classID), changed = changed + 1
            WHERE school_id = \(writing.school) AND id = \(old.id)
            """)
        try writing.connection.run(
            "UPDATE lesson SET group_id = \(group) WHERE school_id = \(writing.school) AND page_id = \(old.id)")
        try writing.audit("page.regroup", "page/\(old.id)", before: "\(old.group)", after: "\(group)")
        taken.insert(Key(subject: old.subject, group: group))
    }

    private func end(_ page: RosterState.Page) throws {
        try writeLoad(page.id, [])
        guard page.groupKind != "class" else { return }
        for change in spans.changes(from: state.members[page.group] ?? [], to: [], ids: people) {
            try change.apply(toGroup: page.group, roster)
        }
    }

    // MARK: Teachers

    private func writeLoad(_ page: Int64, _ teachers: [RosterPicture.Member]) throws {
        for change in spans.changes(from: state.load[page] ?? [], to: teachers, ids: people) {
            switch change {
            case .add(let person, let from, let to):
                try roster.addLoad(page: page, teacher: person, hours: 0, from: from, to: to)
            case .extend(let person, let from, let to):
                let hours = state.load[page]?.first { $0.person == person && $0.from == from }?.hours ?? 0
                try roster.addLoad(page: page, teacher: person, hours: hours, from: from, to: to)
            case .end(let person, let to):
                try ending.endLoad(page: page, teacher: person, to: to)
            }
        }
    }
}
