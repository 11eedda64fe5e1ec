/// A control or summative work that is planned or announced for a day.
public struct PlannedWork: Hashable, Sendable, Identifiable {
    public enum Sort: String, Codable, CaseIterable, Sendable {
        /// For a section (СОр, БЖБ).
        case section
        /// For the term (СОч, ТЖБ).
        case term
        /// A control work without criteria.
        case control
    }

    public let id: Int64
    public let sort: Sort
    public let subject: String
    /// The class, or another group of students that share their days.
    public let group: Int64
    public let day: Day
    /// The first or the last lesson of the group's day.
    public let isAtEdge: Bool

    public init(id: Int64, sort: Sort, subject: String, group: Int64, day: Day, isAtEdge: Bool = false) {
        self.id = id
        self.sort = sort
        self.subject = subject
        self.group = group
        self.day = day
        self.isAtEdge = isAtEdge
    }
}

/// What is wrong with planned works, with the works concerned in order of day.
public enum WorkWarning: Hashable, Sendable {
    /// More than three works for sections in a subject and a quarter.
    case tooManySections([PlannedWork.ID])
    /// More than three works for the term on one day.
    case tooManyTermWorks(Day, [PlannedWork.ID])
    case termWorkOnLastDay([PlannedWork.ID])
    /// A work for the term on the day of one for a section, of the same subject.
    case termWorkBesideSection(Day, [PlannedWork.ID])
    /// More control works than a tenth of the subject's hours.
    case tooManyControls(allowed: Int, [PlannedWork.ID])
    /// Two works of a subject within two and a half weeks.
    case tooClose([PlannedWork.ID])
    /// At the first or last lesson of a day.
    case atEdgeOfDay([PlannedWork.ID])
}

/// Kazakhstan's calendar of summative work.
public struct CriteriaCalendar: Hashable, Codable, Sendable {
    public var sectionsPerTerm = 3
    public var termWorksPerDay = 3

    public init() {}

    /// Checks the works of one term for any groups. The last day is the last with lessons, or the end of the term.
    public func warnings(_ works: [PlannedWork], lastDay: Day) -> [WorkWarning] {
        let sorted = works.sorted { ($0.group, $0.day, $0.id) < ($1.group, $1.day, $1.id) }
        let sections = sorted.filter { $0.sort == .section }
        let terms = sorted.filter { $0.sort == .term }
        return tooManySections(sections) + tooManyTermWorks(terms) + onLastDay(terms, lastDay)
            + besideSections(terms, sections)
    }

    private func tooManySections(_ sections: [PlannedWork]) -> [WorkWarning] {
        grouped(sections) { "\($0.group) \($0.subject)" }
            .filter { $0.count > sectionsPerTerm }.map { .tooManySections($0.map(\.id)) }
    }

    private func tooManyTermWorks(_ terms: [PlannedWork]) -> [WorkWarning] {
        grouped(terms) { "\($0.group) \($0.day)" }
            .filter { $0.count > termWorksPerDay }.map { .tooManyTermWorks($0[0].day, $0.map(\.id)) }
    }

    private func onLastDay(_ terms: [PlannedWork], _ lastDay: Day) -> [WorkWarning] {
        let late = terms.filter { $0.day >= lastDay }
        return late.isEmpty ? [] : [.termWorkOnLastDay(late.map(\.id))]
    }

    private func besideSections(_ terms: [PlannedWork], _ sections: [PlannedWork]) -> [WorkWarning] {
        terms.compactMap { work in
            let beside = sections.filter {
                $0.group == work.group && $0.subject == work.subject && $0.day == work.day
            }
            return beside.isEmpty ? nil : .termWorkBesideSection(work.day, [work.id] + beside.map(\.id))
        }
    }
}

/// Groups that keep the order of their first members.
private func grouped(_ works: [PlannedWork], by key: (PlannedWork) -> String) -> [[PlannedWork]] {
    var order: [String] = []
    var groups: [String: [PlannedWork]] = [:]
    for work in works {
        let name = key(work)
        if groups[name] == nil { order.append(name) }
        groups[name, default: []].append(work)
    }
    return order.compactMap { groups[$0] }
}
