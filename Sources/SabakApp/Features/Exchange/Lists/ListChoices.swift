/// What a person has said of the sheets of a file, beside what their columns hold.
struct ListChoices: Codable, Equatable, Sendable {
    /// Sheets that are not read.
    var skipped: Set<String> = []
    /// The number of the header's last row, by sheet; 0 where there is none.
    var headerRows: [String: Int] = [:]
}
