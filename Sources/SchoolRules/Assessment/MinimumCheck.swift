/// Kinds of work of which a student of a subject needs some marks in a term (002 IV.2).
public struct RequiredWork: Hashable, Codable, Sendable {
    /// Any of these kinds serves.
    public let kinds: Set<KindOfWork.ID>
    public let least: Int

    public init(kinds: Set<KindOfWork.ID>, least: Int = 1) {
        self.kinds = kinds
        self.least = least
    }

    /// What a new school asks for: laboratory or practical work in the sciences, control work in languages and
    /// mathematics.
    public static func standard(subject code: String) -> [RequiredWork] {
        if ["chemistry", "physics", "biology"].contains(code) {
            [RequiredWork(kinds: [4, 5])]
        } else if code.hasSuffix("-language") || ["english", "mathematics", "algebra", "geometry"].contains(code) {
            [RequiredWork(kinds: [7, 8, 9, 10])]
        } else {
            []
        }
    }
}

/// A number that is asked for and the number that is there.
public struct Need: Hashable, Codable, Sendable {
    public let needed: Int
    public let has: Int

    public init(needed: Int, has: Int) {
        self.needed = needed
        self.has = has
    }

    public var isMet: Bool { has >= needed }
    public var missing: Int { max(0, needed - has) }
}

/// Whether a student has enough marks for a final one.
public struct MinimumCheck: Hashable, Sendable {
    public let marks: Need
    /// Of them for control or written work.
    public let control: Need
    /// In the order of the required works.
    public let works: [Need]

    public var isMet: Bool { marks.isMet && control.isMet && works.allSatisfy(\.isMet) }

    public init(marks: Need, control: Need, works: [Need]) {
        self.marks = marks
        self.control = control
        self.works = works
    }

    /// Counts over all pages of the subject that the student was on. A year needs no marks of its own.
    public init(
        _ marks: [CurrentMark], parts: CriteriaParts = CriteriaParts(), hoursPerWeek: Fraction, in kind: TermKind,
        by settings: AssessmentSettings
    ) {
        let least = settings.minimumMarks.least(hoursPerWeek: hoursPerWeek, in: kind)
        let counted = marks.filter { $0.counts && (settings.transferredCount || !$0.isTransferred) }
        let number = { (kinds: Set<KindOfWork.ID>) in counted.count { $0.kind.map(kinds.contains) ?? false } }
        let summative = parts.number - parts.formative.count
        self.init(
            marks: Need(needed: least.marks, has: counted.count + parts.number),
            control: Need(needed: least.control, has: number(settings.controlKinds) + summative),
            works: settings.requiredWorks.map { Need(needed: $0.least, has: number($0.kinds)) })
    }
}
