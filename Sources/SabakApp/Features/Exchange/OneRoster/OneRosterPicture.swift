import SchoolRules
import Web

/// Turns a checked set into the picture of one school.
struct OneRosterPicture {
    let set: OneRosterSet
    let scope: OneRosterScope
    let profile: CountryProfile
    private var problems = ImportProblems()
    private var language: Language {
        profile.interfaceLanguages.first.flatMap { Language(rawValue: $0.rawValue) } ?? .ru
    }
    private var classes: [OneRosterSet.Class] = []
    private var rows: [String: [OneRosterSet.Enrolment]] = [:]

    init(_ set: OneRosterSet, _ scope: OneRosterScope, _ profile: CountryProfile) {
        self.set = set
        self.scope = scope
        self.profile = profile
    }

    /// The school of the set, with what is doubtful about it.
    static func draw(
        _ set: OneRosterSet, _ scope: OneRosterScope, _ profile: CountryProfile, _ problems: inout ImportProblems
    ) -> RosterPicture? {
        var drawing = OneRosterPicture(set, scope, profile)
        let picture = drawing.draw()
        problems.add(drawing.problems)
        return picture
    }

    private mutating func draw() -> RosterPicture? {
        let years = OneRosterYear(sessions: set.sessions)
        let all = set.classes.values.filter { $0.school == scope.school.id }
            .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
        guard let year = years.main(all), let bounds = years.bounds(of: year) else {
            problems.add(.noYear, at: ImportPlace(file: "academicSessions.csv"))
            return nil
        }
        classes = all.filter { (years.year(of: $0) ?? year) == year }
        if classes.count < all.count {
            problems.add(.otherYears(all.count - classes.count), at: ImportPlace(file: "classes.csv"))
        }
        var picture = RosterPicture(year: year, yearFrom: bounds.from, yearTo: bounds.to)
        picture.terms = years.terms(of: year, profile: profile)
        (picture.people, picture.links) = scope.people(
            classes: Set(classes.map(\.id)), in: language, &problems)
        sortRows(picture)
        picture.enrolmentCount = rows.values.reduce(0) { $0 + $1.count { $0.role == "student" } }
        drawClasses(&picture)
        drawPages(&picture)
        return picture
    }

    /// The rows of each class whose person may hold the role the row gives.
    private mutating func sortRows(_ picture: RosterPicture) {
        let own = Set(classes.map(\.id))
        for row in set.enrolments where own.contains(row.classID) {
            guard let person = picture.people[row.user] else { continue }
            if row.role == "student" ? person.isStudent : person.isStaff {
                rows[row.classID, default: []].append(row)
            } else {
                let place = ImportPlace(file: "enrollments.csv", row: row.row == 0 ? nil : row.row, column: "role")
                problems.add(.roleMismatch(row.user, row.role), at: place)
            }
        }
    }

    private mutating func drawClasses(_ picture: inout RosterPicture) {
        let homerooms = classes.filter(\.isHomeroom)
        guard !homerooms.isEmpty else {
            let derived = OneRosterHomerooms(set: set, scheduled: classes, rows: rows).classes(picture.people)
            picture.classes = derived.classes
            if !derived.classes.isEmpty {
                problems.add(.homeroomsDerived(derived.classes.count), at: ImportPlace(file: "classes.csv"))
            }
            if derived.unplaced > 0 {
                problems.add(.withoutClass(derived.unplaced), at: ImportPlace(file: "users.csv"))
            }
            return
        }
        var taken: Set<ClassName> = []
        for homeroom in homerooms {
            guard let name = name(of: homeroom, &taken) else { continue }
            var drawn = RosterPicture.Class(id: homeroom.id, name: name, room: homeroom.room)
            drawn.members = members(of: homeroom.id, picture)
            drawn.teacher = teachers(of: homeroom.id).first?.user
            picture.classes.append(drawn)
        }
        let placed = Set(picture.classes.flatMap(\.members).map(\.person))
        let without = picture.people.count { $0.value.isStudent && !placed.contains($0.key) }
        if without > 0 { problems.add(.withoutClass(without), at: ImportPlace(file: "enrollments.csv")) }
    }

    private mutating func name(of homeroom: OneRosterSet.Class, _ taken: inout Set<ClassName>) -> ClassName? {
        let place = ImportPlace(file: "classes.csv", row: homeroom.row == 0 ? nil : homeroom.row, column: "title")
        let grade = grade(of: homeroom)
        guard var name = ClassNameReading.name(title: homeroom.title, code: homeroom.code, grade: grade) else {
            problems.add(.classUnreadable(homeroom.title), at: place)
            return nil
        }
        if let grade, grade != name.grade { problems.add(.gradeMismatch(homeroom.title, grade), at: place) }
        var number = 2
        while !taken.insert(name).inserted {
            name = ClassName(grade: name.grade, letter: "\(name.letter)\(number)")
            number += 1
            problems.add(.classRenamed(homeroom.title, name.compact), at: place)
        }
        return name
    }

    /// The grade of a homeroom: its own, its course's, or that of most of its students.
    private func grade(of homeroom: OneRosterSet.Class) -> Int? {
        let said = homeroom.grades + (set.courses[homeroom.course]?.grades ?? [])
        if let grade = said.lazy.compactMap(OneRosterGrade.number).first { return grade }
        var votes: [Int: Int] = [:]
        for row in rows[homeroom.id] ?? [] where row.role == "student" {
            let grades = set.users[row.user]?.grades ?? []
            if let grade = grades.lazy.compactMap(OneRosterGrade.number).first { votes[grade, default: 0] += 1 }
        }
        return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private mutating func drawPages(_ picture: inout RosterPicture) {
        let audiences = OneRosterAudience(classes: picture.classes)
        for scheduled in classes where !scheduled.isHomeroom {
            let members = members(of: scheduled.id, picture)
            let course = set.courses[scheduled.course]
            let titles = [course?.title ?? "", scheduled.title].map(SubjectTitle.bare).filter { !$0.isEmpty }
            let wide = (scheduled.subjects.prefix(1) + (course?.subjects.prefix(1) ?? [])).map(\.self)
            picture.pages.append(
                .init(
                    id: scheduled.id, exactSubjects: titles, wideSubjects: wide,
                    newSubject: titles.first ?? wide.first ?? course?.title ?? scheduled.title,
                    audience: audiences.audience(of: scheduled, members, subjects: titles + wide), members: members,
                    teachers: teachers(of: scheduled.id).map { member($0, picture) }))
        }
    }

    /// The students of a class; somebody who is in it for the whole year is in it once.
    private func members(of classID: String, _ picture: RosterPicture) -> [RosterPicture.Member] {
        let all = (rows[classID] ?? []).filter { $0.role == "student" }.map { member($0, picture) }
        let whole = Set(all.filter { $0.from == nil && $0.to == nil }.map(\.person))
        var seen: Set<RosterPicture.Member> = []
        return all.filter { one in
            let isCovered = whole.contains(one.person) && (one.from != nil || one.to != nil)
            return !isCovered && seen.insert(one).inserted
        }
    }

    private func teachers(of classID: String) -> [OneRosterSet.Enrolment] {
        let own = (rows[classID] ?? []).filter { $0.role == "teacher" }
        return own.filter(\.isPrimary) + own.filter { !$0.isPrimary }
    }

    /// Days that are those of the whole year are no days of their own: an open end stays open.
    private func member(_ row: OneRosterSet.Enrolment, _ picture: RosterPicture) -> RosterPicture.Member {
        let from = row.from.flatMap { $0 <= picture.yearFrom ? nil : $0 }
        let to = row.to.flatMap { $0 >= picture.yearTo ? nil : $0 }
        return RosterPicture.Member(person: row.user, from: from, to: to)
    }
}
