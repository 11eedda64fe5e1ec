import SchoolRules
import Store
import Web

/// The people of a demo school who can sign in, each standing for a role.
public struct DemoCast {
    /// Somebody with sign-in name and password.
    public struct Member: Sendable {
        public let role: String
        public let name: PersonName
        public let login: String
        public let password: String
        public let person: Int64
    }

    private let plan: SchoolPlan
    private let seed: UInt64
    let student: Int
    let substitute: Int
    /// Whose lessons of today the substitute takes, and which of them.
    let awayToday: Int?
    let substitutedLessons: Set<Int64>
    private let parents: [(role: String, person: Int64, name: PersonName)]

    /// - Throws: ``DemoRefusal`` if the school is too small for everybody to have something to do.
    init(_ plan: SchoolPlan, lessons: [HeldLesson], year: DemoYear, seed: UInt64) throws {
        self.plan = plan
        self.seed = seed
        let families = CastFamilies(plan)
        let staff = [plan.castTeacher, plan.otherTeacher, plan.teacherParent, plan.classes[plan.castClass].leader]
        guard staff.allSatisfy({ $0 >= 0 }), let student = families.student,
            let parents = families.parents(of: student)
        else {
            throw DemoRefusal(words: "the school is too small for its cast; ask for more --students or another --seed.")
        }
        self.student = student
        self.parents = parents
        let standIn = CastSubstitute(plan, lessons.filter { $0.day == year.today })
        guard let found = standIn.found else {
            throw DemoRefusal(words: "nobody is free to stand in; ask for more --students or another --seed.")
        }
        (awayToday, substitute, substitutedLessons) = found
    }

    /// Whether a place in the staff belongs to the cast.
    func isStaff(_ index: Int) -> Bool {
        [plan.castTeacher, plan.otherTeacher, plan.teacherParent, substitute, plan.classes[plan.castClass].leader]
            .contains(index)
    }

    /// Opens the accounts of the cast, in its order.
    func open(_ school: SchoolStore, in store: Store, passwords: Passwords, at instant: Int64) throws -> [Member] {
        var chance = Chance(seed: seed, for: "passwords")
        let people = people()
        let words = people.map { _ in CastPassword.make(&chance) }
        let hashes = words.map(passwords.hashNow)
        return try school.writeNow(by: .command("demo"), at: instant) { writing in
            try people.indices.map { index in
                let (role, person, name) = people[index]
                let opening = AccountOpening(store: store)
                let login = try opening.login(of: person, school: school, in: writing.connection)
                try opening.open(person: person, login: login, in: writing)
                try SignInQueries.keep(password: hashes[index], of: person, in: writing)
                try DutyQueries.accept(by: person, in: .ru, in: writing)
                return Member(role: role, name: name, login: login, password: words[index], person: person)
            }
        }
    }

    private func people() -> [(role: String, person: Int64, name: PersonName)] {
        func staff(_ role: String, _ index: Int) -> (String, Int64, PersonName) {
            (role, plan.staff[index].id, plan.staff[index].name)
        }
        func office(_ role: String, _ position: DemoWords.Position) -> (String, Int64, PersonName) {
            staff(role, plan.staff.firstIndex { $0.position == position } ?? 0)
        }
        let pupil = plan.pupils[student]
        return [
            office("director", .director), office("deputy", .deputy), office("administrator", .administrator),
            office("responsible", .responsible), office("clerk", .clerk), staff("teacher", plan.castTeacher),
            staff("classTeacher", plan.classes[plan.castClass].leader), staff("otherTeacher", plan.otherTeacher),
            staff("substitute", substitute), staff("teacherParent", plan.teacherParent),
            ("student", pupil.id, pupil.name),
        ] + parents
    }
}

/// Passwords that can be read aloud: two words and a number.
enum CastPassword {
    static func make(_ chance: inout Chance) -> String {
        "\(chance.pick(first))-\(chance.pick(second))-\(chance.within(10...99))"
    }

    private static let first = [
        "kyzyl", "kok", "ak", "sary", "jashyl", "altyn", "kumush", "bek", "chong", "kichi", "jaryk", "tynch", "jany",
        "bat", "suluu", "kubat",
    ]
    private static let second = [
        "bulut", "terek", "suu", "tash", "alma", "kalem", "kitep", "kush", "tulpar", "jyldyz", "bulak", "archa",
        "too", "kun", "daraq", "gul",
    ]
}

/// Chooses the student of the cast and the parents.
struct CastFamilies {
    private let plan: SchoolPlan

    init(_ plan: SchoolPlan) { self.plan = plan }

    /// A girl of the cast's class who is there all year, an only child with a parent outside the staff.
    var student: Int? {
        let own = plan.pupils.indices.filter { index in
            let household = plan.households[plan.pupils[index].household]
            return plan.pupils[index].classIndex == plan.castClass && isPlain(index)
                && household.guardians.allSatisfy { $0.staff == nil }
        }
        let girls = own.filter { plan.pupils[$0].sex == .f }
        return girls.first { isOnlyChild($0) } ?? girls.first ?? own.first
    }

    func parents(of student: Int) -> [(role: String, person: Int64, name: PersonName)]? {
        let own = plan.pupils[student].household
        let two = families { household in
            household.pupils.count == 2 && Set(household.pupils.map { plan.pupils[$0].classIndex }).count == 2
        }
        let other = families { household in
            household.pupils.allSatisfy { plan.pupils[$0].classIndex != plan.castClass }
        }.filter { plan.households[$0].pupils.count == 1 }
        let outside = two.filter { index in
            index != own && plan.households[index].pupils.allSatisfy { plan.pupils[$0].classIndex != plan.castClass }
        }
        guard let pair = outside.first ?? two.first(where: { $0 != own }),
            let stranger = other.first(where: { $0 != own && $0 != pair })
        else { return nil }
        return [("parent", own), ("parentOfTwo", pair), ("otherParent", stranger)].map { role, household in
            let guardian = plan.households[household].guardians[0]
            return (role, guardian.id, guardian.name)
        }
    }

    private func families(_ isWanted: (Household) -> Bool) -> [Int] {
        plan.households.indices.filter { index in
            let household = plan.households[index]
            return household.guardians.allSatisfy { $0.staff == nil } && household.pupils.allSatisfy(isPlain)
                && isWanted(household)
        }
    }

    private func isPlain(_ index: Int) -> Bool {
        let pupil = plan.pupils[index]
        return pupil.movedTo == nil && pupil.to == .forever && pupil.from == plan.year.start
            && pupil.ownSubjects.isEmpty
    }

    private func isOnlyChild(_ index: Int) -> Bool {
        plan.households[plan.pupils[index].household].pupils.count == 1
    }
}

/// Chooses who is away today and who stands in: an early lesson of another class, and one of the cast's class if
/// that teacher has one.
struct CastSubstitute {
    private let plan: SchoolPlan
    private let today: [HeldLesson]
    private let busy: BusyTeachers

    init(_ plan: SchoolPlan, _ today: [HeldLesson]) {
        self.plan = plan
        self.today = today
        busy = BusyTeachers(today, plan)
    }

    var found: (away: Int?, substitute: Int, lessons: Set<Int64>)? {
        let early = today.filter { $0.start < 540 && isOfOthers($0) }
        let ranked = early.sorted { (rank($0), $0.start, $0.id) < (rank($1), $1.start, $1.id) }
        let late = today.filter { $0.start >= 540 && isOfOthers($0) }
        for lesson in ranked + late {
            let away = plan.courses[lesson.course].teacher
            let withCast = lessonWithCast(of: away)
            let free = plan.staff.indices.filter { mayStandIn($0, away: away) && busy.isFree($0, at: lesson) }
            let best = free.first { index in withCast.map { busy.isFree(index, at: $0) } ?? true } ?? free.first
            guard let best else { continue }
            return (away, best, Set([lesson.id] + (withCast.map { [$0.id] } ?? [])))
        }
        return nil
    }

    private var taken: Set<Int> {
        [plan.castTeacher, plan.otherTeacher, plan.teacherParent, plan.classes[plan.castClass].leader]
    }

    private func isOfOthers(_ lesson: HeldLesson) -> Bool {
        let course = plan.courses[lesson.course]
        return course.classIndex != plan.castClass && !taken.contains(course.teacher)
    }

    private func mayStandIn(_ index: Int, away: Int) -> Bool {
        index != away && plan.staff[index].hours > 0 && plan.staff[index].leads < 0 && !taken.contains(index)
    }

    private func lessonWithCast(of teacher: Int) -> HeldLesson? {
        today.first {
            let course = plan.courses[$0.course]
            return course.teacher == teacher && course.classIndex == plan.castClass && $0.start >= 540
        }
    }

    /// Best is somebody whom the cast's class misses too; who leads a class is missed least gladly.
    private func rank(_ lesson: HeldLesson) -> Int {
        let teacher = plan.courses[lesson.course].teacher
        return (lessonWithCast(of: teacher) == nil ? 2 : 0) + (plan.staff[teacher].leads >= 0 ? 1 : 0)
    }
}
