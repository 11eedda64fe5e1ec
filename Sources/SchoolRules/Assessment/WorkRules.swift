/// How a school looks at works that are planned ahead.
public struct WorkRules: Hashable, Codable, Sendable {
    /// Kazakhstan's calendar of summative work (order 125): the number of works for sections in a term and of works
    /// for the term on a day, the last day, the day of a work for a section.
    public var criteria: Enforcement
    /// Russia's limits of load (order 704 and recommendations).
    public var load: Enforcement

    public init(criteria: Enforcement, load: Enforcement) {
        self.criteria = criteria
        self.load = load
    }

    /// What the law of the country says is refused; what it recommends is said.
    public static func standard(of country: Country) -> WorkRules {
        switch country {
        case .KG: WorkRules(criteria: .off, load: .off)
        case .KZ: WorkRules(criteria: .refuse, load: .off)
        case .RU: WorkRules(criteria: .off, load: .warn)
        }
    }

    /// What must be known of a work's surroundings to judge it.
    public struct Surroundings: Hashable, Sendable {
        /// Works of the work's own subject and students within the term.
        public var ofTerm: [PlannedWork]
        /// The same within the year.
        public var ofYear: [PlannedWork]
        /// Works of the whole class in the term. Groups that have the same work on the same day count as one.
        public var ofClass: [PlannedWork]
        /// The last day of the term with lessons.
        public var lastDay: Day
        public var lessonsInYear: Int

        public init(
            ofTerm: [PlannedWork], ofYear: [PlannedWork], ofClass: [PlannedWork], lastDay: Day, lessonsInYear: Int
        ) {
            self.ofTerm = ofTerm
            self.ofYear = ofYear
            self.ofClass = ofClass
            self.lastDay = lastDay
            self.lessonsInYear = lessonsInYear
        }
    }

    /// A warning, and whether the school refuses the work for it.
    public struct Finding: Hashable, Sendable {
        public let warning: WorkWarning
        public let isRefused: Bool
    }

    /// What is wrong with a work that is among its surroundings; warnings that do not concern it are not its own.
    public func findings(of work: PlannedWork.ID, in place: Surroundings) -> [Finding] {
        var found: [Finding] = []
        if criteria != .off {
            let calendar = CriteriaCalendar()
            let own = calendar.warnings(place.ofTerm, lastDay: place.lastDay).filter { !$0.isOfDay }
            let day = calendar.warnings(Self.oncePerSubject(place.ofClass, keeping: work), lastDay: place.lastDay)
                .filter(\.isOfDay)
            found += (own + day).map { Finding(warning: $0, isRefused: criteria == .refuse) }
        }
        if load != .off {
            found += LoadLimits.warnings(
                place.ofYear.filter { $0.sort != .section && $0.sort != .term }, lessonsInYear: place.lessonsInYear
            ).map { Finding(warning: $0, isRefused: load == .refuse) }
        }
        return found.filter { $0.warning.works.contains(work) }
    }

    /// Two groups of a class that write the same day are one work for each student.
    private static func oncePerSubject(_ works: [PlannedWork], keeping work: PlannedWork.ID) -> [PlannedWork] {
        let first = works.sorted { one, other in
            one.id == work || (other.id != work && one.id < other.id)
        }
        var seen: Set<String> = []
        return first.filter { seen.insert("\($0.sort.rawValue) \($0.subject) \($0.day)").inserted }
            .map { PlannedWork(id: $0.id, sort: $0.sort, subject: $0.subject, group: 0, day: $0.day) }
    }
}

extension WorkWarning {
    /// The works it speaks of.
    public var works: [PlannedWork.ID] {
        switch self {
        case .tooManySections(let works), .tooManyTermWorks(_, let works), .termWorkOnLastDay(let works),
            .termWorkBesideSection(_, let works), .tooManyControls(_, let works), .tooClose(let works),
            .atEdgeOfDay(let works):
            works
        }
    }

    /// Of a day of the whole class, whatever the subject.
    fileprivate var isOfDay: Bool {
        if case .tooManyTermWorks = self { true } else { false }
    }
}
