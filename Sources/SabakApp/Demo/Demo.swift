import SchoolRules
import Store
import Web

/// What kind of demo schools somebody wants. The same wish gives the same schools; salts and passwords' hashes aside.
public struct DemoWish: Sendable {
    /// In each school; 20 at least.
    public var students = 620
    public var schools = 1
    public var seed: UInt64 = 1
    /// The day at whose nine o'clock the schools stand still.
    public var today: Day
    public var country = Country.KG

    public init(today: Day) { self.today = today }
}

/// A demo school with those who can sign in to it.
public struct DemoSchool: Sendable {
    public let id: Int64
    public let name: String
    public let cast: [DemoCast.Member]
}

/// An expected "no" of making demo schools.
public struct DemoRefusal: Error {
    public let words: String
}

/// Makes schools of invented people with a recorded year, for trying things out and for tests.
public enum Demo {
    /// Makes the schools in an empty data directory.
    public static func make(
        _ wish: DemoWish, in path: String, passwords: Passwords = Passwords(),
        report: @escaping (String) -> Void = { _ in }
    ) throws -> [DemoSchool] {
        try make(wish, in: try Store(path: path), passwords: passwords, report: report)
    }

    /// Makes the schools in an empty store.
    /// - Parameter report: called with a line for people whenever a step is done.
    /// - Throws: ``DemoRefusal`` for a store with schools, or a wish that cannot be granted.
    public static func make(
        _ wish: DemoWish, in store: Store, passwords: Passwords = Passwords(),
        report: @escaping (String) -> Void = { _ in }
    ) throws -> [DemoSchool] {
        guard (20...6000).contains(wish.students) else {
            throw DemoRefusal(words: "a demo school has 20 to 6000 students.")
        }
        guard (1...1000).contains(wish.schools) else { throw DemoRefusal(words: "1 to 1000 schools can be made.") }
        guard try store.schoolList().isEmpty else {
            throw DemoRefusal(
                words:
                    "\(store.path) already holds schools, and nothing was changed. Choose an empty place."
            )
        }
        return try (0..<wish.schools).map { index in
            try DemoSchoolMaking(wish, index: index, store: store, passwords: passwords, report: report).make()
        }
    }
}

/// Makes one of the schools, from its people to the last mark.
struct DemoSchoolMaking {
    let wish: DemoWish
    let store: Store
    let passwords: Passwords
    let report: (String) -> Void
    private let ids: Identity
    private let seed: UInt64
    private let name: String
    private let year: DemoYear

    init(
        _ wish: DemoWish, index: Int, store: Store, passwords: Passwords, report: @escaping (String) -> Void
    ) {
        self.wish = wish
        self.store = store
        self.passwords = passwords
        self.report = report
        year = DemoYear(today: wish.today, country: wish.country)
        // Each school has an hour of ids of its own, so that it does not depend on how many there are.
        let start = DemoYear(today: wish.today, country: wish.country).founded + Int64(index) * 3_600_000
        ids = Identity(node: 0) { start }
        var chance = Chance(seed: wish.seed, for: "school \(index)")
        seed = chance.next()
        name = DemoWords.schoolName(index + 7, wish.country)
    }

    func make() throws -> DemoSchool {
        var plan = SchoolPlan(students: wish.students, country: wish.country, year: year, seed: seed)
        let id = ids.next()
        let school = try store.add(school: id, name: name, country: wish.country.rawValue, at: year.founded)
        do {
            let cast = try school.whileMaking { try fill(school, by: &plan) }
            return DemoSchool(id: id, name: name, cast: cast)
        } catch {
            try store.discard(school: id)
            throw error
        }
    }

    private func fill(_ school: SchoolStore, by plan: inout SchoolPlan) throws -> [DemoCast.Member] {
        let slots = try WeekPlanning(plan, seed: seed).slots(for: &plan)
        let roster = DemoRoster(school: school, ids: ids, year: year, name: name)
        try roster.write(&plan, slots: slots)
        report("\(name): \(plan.pupils.count) students in \(plan.classes.count) classes, \(plan.staff.count) staff")
        try roster.addLessonsOfToday(plan, slots: slots, report: report)
        let lessons = try TimetableReading(plan, year: year).lessons(of: school)
        report("\(name): timetable of \(slots.count) places a week")
        let cast = try DemoCast(plan, lessons: lessons, year: year, seed: seed)
        let members = try cast.open(school, in: store, passwords: passwords, at: year.opened + 180_000)
        let changed = ChangedLessons(plan, cast: cast, lessons: lessons, year: year, seed: seed)
        let days = RecordedDays(plan, cast: cast, lessons: changed.lessons, year: year, seed: seed)
        let life = AssessmentLife(
            plan, year: year, cast: cast, lessons: changed.lessons, absences: days.absences, seed: seed)
        let count = try RecordWriting(school: school, year: year, ids: ids)
            .write(
                life.live(changed.records + days.records()) + FinishedTerms(plan: plan, year: year).records(),
                report: { report("\(name): \($0)") })
        try roster.finish(store: store)
        report("\(name): \(count) records up to \(year.today) 09:00")
        return members
    }
}
