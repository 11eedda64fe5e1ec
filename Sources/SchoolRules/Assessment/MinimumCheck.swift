/// Kinds of work of which a student of some subjects needs marks in a term (002 IV.2).
public struct RequiredWork: Hashable, Codable, Sendable {
    /// Codes of subjects; empty means every subject.
    public let subjects: Set<String>
    /// Any of these kinds serves.
    public let kinds: Set<KindOfWork.ID>
    public let least: Int

    public init(subjects: Set<String> = [], kinds: Set<KindOfWork.ID>, least: Int = 1) {
        self.subjects = subjects
        self.kinds = kinds
        self.least = least
    }

    public func isAsked(in subject: String) -> Bool { subjects.isEmpty || subjects.contains(subject) }

    /// What a new school asks for: laboratory or practical work in the sciences; dictation, control work, essay or
    /// retelling in languages and mathematics.
    public static let standard = [
        RequiredWork(subjects: ["chemistry", "physics", "biology"], kinds: [4, 5]),
        RequiredWork(
            subjects: [
                "kyrgyz-language", "kazakh-language", "russian-language", "uzbek-language", "foreign-language",
                "english", "mathematics", "algebra", "geometry",
            ],
            kinds: [7, 8, 9, 10]),
    ]
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
    /// In the order of the works required in the subject.
    public let works: [Need]

    public var isMet: Bool { marks.isMet && control.isMet && works.allSatisfy(\.isMet) }

    public init(marks: Need, control: Need, works: [Need]) {
        self.marks = marks
        self.control = control
        self.works = works
    }

    /// Counts over all pages of the subject that the student was on. A year needs no marks of its own.
    public init(
        _ marks: [CurrentMark], parts: CriteriaParts = CriteriaParts(), subject: String = "", hoursPerWeek: Fraction,
        in kind: TermKind, by settings: AssessmentSettings
    ) {
        let counted = marks.filter { $0.counts && (settings.transferredCount || !$0.isTransferred) }
        self.init(
            byKind: Dictionary(grouping: counted) { $0.kind ?? 0 }.mapValues(\.count), points: parts.number,
            summative: parts.number - parts.formative.count, subject: subject, hoursPerWeek: hoursPerWeek, in: kind,
            by: settings)
    }

    /// From how many marks that count there are of each kind of work.
    /// - Parameters:
    ///   - points: works with points that no kind names; `summative` of them are for sections and terms.
    public init(
        byKind marks: [KindOfWork.ID: Int], points: Int = 0, summative: Int = 0, subject: String,
        hoursPerWeek: Fraction, in kind: TermKind, by settings: AssessmentSettings
    ) {
        let least = settings.minimumMarks.least(hoursPerWeek: hoursPerWeek, in: kind)
        let number = { (kinds: Set<KindOfWork.ID>) in kinds.reduce(0) { $0 + (marks[$1] ?? 0) } }
        self.init(
            marks: Need(needed: least.marks, has: marks.values.reduce(points, +)),
            control: Need(needed: least.control, has: number(settings.controlKinds) + summative),
            works: settings.requiredWorks.filter { $0.isAsked(in: subject) }
                .map { Need(needed: $0.least, has: number($0.kinds)) })
    }
}
