/// What a person does in one request.
enum Kind: String, CaseIterable, Codable, Sendable {
    case myDay, journal, control, diaryDay, diaryWeek, diaryMarks, diaryAPI, entries, lesson, signIn

    /// Reads and writes are aimed at apart; signing in is costly on purpose.
    enum Group: String, CaseIterable, Codable, Sendable {
        case reads, writes, signIns
    }

    var group: Group {
        switch self {
        case .myDay, .journal, .control, .diaryDay, .diaryWeek, .diaryMarks, .diaryAPI: .reads
        case .entries, .lesson: .writes
        case .signIn: .signIns
        }
    }

    var title: String {
        switch self {
        case .myDay: "my day"
        case .journal: "journal page"
        case .control: "control, by the deputy"
        case .diaryDay: "diary, day"
        case .diaryWeek: "diary, week"
        case .diaryMarks: "diary, marks"
        case .diaryAPI: "diary, JSON"
        case .entries: "entry of one cell"
        case .lesson: "lesson recorded"
        case .signIn: "sign-in"
        }
    }
}
