import SchoolRules

/// Which marks a pupil gets in a lesson.
struct Marking {
    private let country: Country
    private let seed: UInt64

    init(_ country: Country, seed: UInt64) {
        self.country = country
        self.seed = seed
    }

    /// Out of a thousand present pupils.
    func frequency(_ course: Course, kind: Int, isUnmarked: Bool) -> Int {
        if isUnmarked { return 0 }
        switch kind {
        case 8, 9, 22, 23: return 960
        case 3, 6: return 620
        case 4, 5, 11: return 380
        case _: return [.sport, .music, .craft].contains(course.department) ? 120 : 215
        }
    }

    /// A kind of work whose marks come some days later.
    func isCheckedLater(_ kind: Int) -> Bool { [8, 9, 22, 23].contains(kind) }

    /// The kind of a mark in a lesson that has none of its own.
    func ordinaryKind(_ chance: inout Chance) -> Int {
        country == .KZ ? 21 : chance.happens(220) ? 2 : 1
    }

    func value(_ pupil: DemoPupil, _ course: Course, _ chance: inout Chance) -> String {
        let talent = Chance(seed: seed &+ UInt64(pupil.id & 0xffff), for: course.subject)
        var copy = talent
        let score = pupil.ability + copy.bell() / 4 + chance.bell() * 6 / 10
        if country == .KZ { return String(min(10, max(3, 7 + score / 20))) }
        switch score {
        case 32...: return "5"
        case -18..<32: return "4"
        case -78 ..< -18: return "3"
        case _: return "2"
        }
    }

    /// Points of a work, as good as a mark of ten.
    func points(_ mark: String, of maximum: Int) -> String { String((Int(mark) ?? 5) * maximum / 10) }

    /// What a teacher has put right afterwards: one better, seldom one worse.
    func corrected(_ value: String, _ chance: inout Chance) -> String {
        let number = Int(value) ?? 4
        let best = country == .KZ ? 10 : 5
        return String(number >= best || chance.happens(200) ? max(2, number - 1) : number + 1)
    }
}
