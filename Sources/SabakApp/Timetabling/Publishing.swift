import SchoolRules
import Store

/// Turns timetable, bells and calendar into lesson rows.
///
/// Rows before the day never change, nor do recorded ones of days gone by; rows added, moved or cancelled by hand stay;
/// other rows with a trace of a person keep their id and move to the page's next free slot, or go to the list of
/// lessons without a place.
public enum Publishing {
    /// Publishes a version from its first day to the end of the year, in place of what was there.
    public static func publish(version: Int64, ids: Identity, in writing: Writing) throws -> PublishingResult {
        guard let from = try PublishingQueries.firstDay(of: version, school: writing.school, in: writing.connection)
        else { throw Refusal.notFound }
        let plan = try PublishingPlan.ofVersion(
            version, from: from, today: try PublishingQueries.today(writing), school: writing.school,
            in: writing.connection)
        try PublishingQueries.markPublished(version, in: writing)
        try PublishingQueries.apply(plan, because: "timetable", ids: ids, in: writing)
        try writing.audit("timetable.publish", "timetable/\(version)", before: "\(from)", after: plan.result.counts)
        return plan.result
    }

    /// Brings the lessons up to date after terms, days off or bells were edited.
    ///
    /// Days before today are only opened or closed for a page, their lessons are never given other times.
    public static func refresh(from: Day, ids: Identity, in writing: Writing) throws -> PublishingResult {
        let today = try PublishingQueries.today(writing)
        let plan = try PublishingPlan.ofCalendar(
            from: from, today: today, school: writing.school, in: writing.connection)
        guard !plan.result.changesNothing else { return plan.result }
        try PublishingQueries.apply(plan, because: "calendar", ids: ids, in: writing)
        try writing.audit("timetable.refresh", "timetable/year", before: "\(from)", after: plan.result.counts)
        return plan.result
    }
}

/// What publishing did, or would do, to the lessons.
public struct PublishingResult: Sendable, Equatable {
    public var kept = 0
    public var added = 0
    public var removed = 0
    public var moved = 0
    /// Recorded lessons for which the page has no free slot: the deputy places or cancels them.
    public var unplaced: [Int64] = []

    public var changesNothing: Bool { added == 0 && removed == 0 && moved == 0 && unplaced.isEmpty }

    var counts: String {
        "kept \(kept) added \(added) removed \(removed) moved \(moved) unplaced \(unplaced.count)"
    }
}
