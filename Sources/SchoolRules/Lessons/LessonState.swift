/// How far a lesson has come on its way into the register.
public enum LessonState: String, Codable, CaseIterable, Sendable {
    /// Not begun; what is entered ahead shows as planned and does not count as held.
    case planned
    /// Begun, and nothing recorded.
    case due
    /// Begun, and some of topic, roll and homework recorded.
    case incomplete
    /// Topic, roll and homework decision are there.
    case complete
    case cancelled
    /// Held at another time, under another row.
    case moved
}

/// What a lesson needs to be complete : the roll counts only when confirmed (004 §3¶4), "no homework" is a decision.
public enum LessonPart: String, Codable, CaseIterable, Sendable {
    case topic, roll, homework
}

/// The state at a moment. Cancelled and moved come before everything else.
public func lessonState(
    start: Moment, now: Moment, topic: Bool, rollConfirmed: Bool, homeworkDecided: Bool,
    isCancelled: Bool = false, isMovedAway: Bool = false
) -> LessonState {
    let missing = missingParts(topic: topic, rollConfirmed: rollConfirmed, homeworkDecided: homeworkDecided)
    if isCancelled {
        return .cancelled
    } else if isMovedAway {
        return .moved
    } else if now < start {
        return .planned
    } else if missing.isEmpty {
        return .complete
    } else {
        return missing.count == LessonPart.allCases.count ? .due : .incomplete
    }
}

/// What is still to be recorded, in the order of work.
public func missingParts(topic: Bool, rollConfirmed: Bool, homeworkDecided: Bool) -> [LessonPart] {
    var missing: [LessonPart] = []
    if !topic { missing.append(.topic) }
    if !rollConfirmed { missing.append(.roll) }
    if !homeworkDecided { missing.append(.homework) }
    return missing
}

/// Absences are entered as they happened, so not before the lesson begins (002 VI.2.2).
/// An absence announced by the family is another record.
public func absenceMayBeEntered(start: Moment, now: Moment) -> Bool {
    now >= start
}
