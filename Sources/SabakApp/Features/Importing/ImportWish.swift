import SchoolRules

/// What a person wishes of a list.
struct ImportWish: Codable, Equatable, Sendable {
    var mappings = ListMappings()
    var choices = ListChoices()
    var decisions: [RowPlace: ListDecision] = [:]
    /// Rows that are not to be brought.
    var leftOut: Set<RowPlace> = []
    var leaving = ListLeaving()
    /// People whom a whole set of files does not name have left.
    var agreesToLeaving = false
    /// Bring the right rows and give the wrong ones back.
    var skipsBadRows = false
    /// The first day of a timetable.
    var firstDay = ""

    init() {}

    /// - Throws: `DecodingError` for what `json` has not written.
    init(json: String) throws { self = try KeptJSON.read(json, over: ImportWish()) }

    var json: String { get throws { try KeptJSON.text(self) } }
}
