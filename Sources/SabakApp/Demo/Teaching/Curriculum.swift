import SchoolRules

/// Teachers of one field share its hours.
enum Department: Int, CaseIterable {
    case primary, stateLanguage, russian, foreign, mathematics, computing, history, biology, geography, physics
    case chemistry, music, craft, sport
}

/// How a class is divided for a subject.
enum Division {
    case whole, halves, girlsAndBoys
}

/// One subject of the weekly plan.
struct CurriculumLine {
    let subject: String
    let department: Department
    let division: Division
    /// A week in grades 1…11, in hundredths.
    private let hoursByGrade: [Int]

    /// - Parameter hours: grades 1 to 11, a point for none.
    init(_ subject: String, _ department: Department, _ division: Division, _ hours: String) {
        self.subject = subject
        self.department = department
        self.division = division
        hoursByGrade = hours.split(separator: " ").map { word in
            word == "½" ? 50 : (Int(word) ?? 0) * 100
        }
    }

    init(_ subject: String, _ department: Department, _ hours: String) {
        self.init(subject, department, .whole, hours)
    }

    func hours(grade: Int) -> Int { (1...11).contains(grade) ? hoursByGrade[grade - 1] : 0 }
}

/// The weekly plan of a country's school, five days of at most six lessons.
enum Curriculum {
    static func lines(of country: Country) -> [CurriculumLine] {
        switch country {
        case .KG: kyrgyzstan
        case .KZ: kazakhstan
        case .RU: russia
        }
    }

    private static let kyrgyzstan = [
        CurriculumLine("kyrgyz-language", .stateLanguage, "8 8 7 7 3 3 3 2 2 1 1"),
        CurriculumLine("kyrgyz-literature", .stateLanguage, ". . . . 2 2 2 2 2 3 3"),
        CurriculumLine("russian-language", .russian, .halves, "2 3 3 3 4 4 4 3 3 3 3"),
        CurriculumLine("english", .foreign, .halves, ". . 2 2 3 3 2 2 2 2 2"),
        CurriculumLine("mathematics", .mathematics, "4 4 5 5 5 5 . . . . ."),
        CurriculumLine("algebra", .mathematics, ". . . . . . 3 3 3 3 3"),
        CurriculumLine("geometry", .mathematics, ". . . . . . 2 2 2 2 2"),
        CurriculumLine("computer-science", .computing, .halves, ". . . . 1 1 1 1 1 1 1"),
        CurriculumLine("history", .history, ". . . . 2 2 2 2 2 2 2"),
        CurriculumLine("man-and-society", .history, ". . . . 1 1 1 1 1 1 1"),
        CurriculumLine("homeland-studies", .primary, "1 2 2 2 . . . . . . ."),
        CurriculumLine("natural-science", .biology, ". . . . 2 . . . . . ."),
        CurriculumLine("biology", .biology, ". . . . . 2 2 2 2 2 1"),
        CurriculumLine("geography", .geography, ". . . . . 2 2 2 2 1 1"),
        CurriculumLine("physics", .physics, ". . . . . . 2 2 2 2 3"),
        CurriculumLine("chemistry", .chemistry, ". . . . . . . 2 2 2 2"),
        CurriculumLine("astronomy", .physics, ". . . . . . . . . . 1"),
        CurriculumLine("music", .music, "1 1 1 1 1 1 . . . . ."),
        CurriculumLine("fine-art", .craft, "2 2 2 2 1 1 1 . . . ."),
        CurriculumLine("technology", .craft, .girlsAndBoys, ". . . . 2 1 1 2 1 . ."),
        CurriculumLine("physical-education", .sport, "2 2 2 3 2 2 2 2 2 2 2"),
        CurriculumLine("religious-culture", .history, ". . . . . . . . 1 . ."),
        CurriculumLine("pre-military-training", .sport, ". . . . . . . . . 1 1"),
        CurriculumLine("manas-studies", .stateLanguage, ". . . . . . . . . 1 1"),
    ]

    /// Grades 1 to 6 by order 500; 7 to 11 are a likely plan.
    private static let kazakhstan = [
        CurriculumLine("primer", .stateLanguage, "6 . . . . . . . . . ."),
        CurriculumLine("kazakh-language", .stateLanguage, ". 4 4 4 3 3 3 2 2 1 1"),
        CurriculumLine("literary-reading", .stateLanguage, ". 3 3 3 . . . . . . ."),
        CurriculumLine("kazakh-literature", .stateLanguage, ". . . . 2 2 2 2 2 2 2"),
        CurriculumLine("russian-language", .russian, ". 2 2 2 3 3 3 3 3 2 2"),
        CurriculumLine("foreign-language", .foreign, .halves, ". . 2 2 3 3 3 3 3 3 3"),
        CurriculumLine("mathematics", .mathematics, "4 4 5 5 5 5 . . . . ."),
        CurriculumLine("algebra", .mathematics, ". . . . . . 3 3 3 4 4"),
        CurriculumLine("geometry", .mathematics, ". . . . . . 2 2 2 2 2"),
        CurriculumLine("digital-literacy", .primary, "½ 1 1 1 . . . . . . ."),
        CurriculumLine("computer-science", .computing, .halves, ". . . . 1 1 1 1 1 1 1"),
        CurriculumLine("natural-science", .biology, "1 1 1 1 2 2 . . . . ."),
        CurriculumLine("world-around", .primary, "1 1 1 1 . . . . . . ."),
        CurriculumLine("history-of-kazakhstan", .history, ". . . . 2 2 2 2 2 2 2"),
        CurriculumLine("world-history", .history, ". . . . 1 1 1 1 1 1 1"),
        CurriculumLine("geography", .geography, ". . . . . . 1 1 1 1 1"),
        CurriculumLine("biology", .biology, ". . . . . . 2 2 2 2 2"),
        CurriculumLine("physics", .physics, ". . . . . . 2 2 2 2 2"),
        CurriculumLine("chemistry", .chemistry, ". . . . . . 1 2 2 2 2"),
        CurriculumLine("law", .history, ". . . . . . . . 1 . ."),
        CurriculumLine("music", .music, "1 1 1 1 1 1 . . . . ."),
        CurriculumLine("fine-art", .craft, "1 1 1 1 . . . . . . ."),
        CurriculumLine("labour", .craft, "1 1 1 1 . . . . . . ."),
        CurriculumLine("art-and-labour", .craft, .girlsAndBoys, ". . . . 2 2 1 1 . . ."),
        CurriculumLine("physical-education", .sport, "3 3 3 3 3 3 3 3 3 3 3"),
        CurriculumLine("pre-military-training", .sport, ". . . . . . . . . 1 1"),
        CurriculumLine("elective", .history, ". . . . ½ ½ . . . . ."),
    ]

    private static let russia = [
        CurriculumLine("russian-language", .stateLanguage, "5 5 5 5 5 6 4 3 3 2 2"),
        CurriculumLine("literary-reading", .stateLanguage, "4 4 4 4 . . . . . . ."),
        CurriculumLine("literature", .stateLanguage, ". . . . 3 3 2 2 3 3 3"),
        CurriculumLine("foreign-language", .foreign, .halves, ". 2 2 2 3 3 3 3 3 3 3"),
        CurriculumLine("mathematics", .mathematics, "4 4 4 4 5 5 . . . . ."),
        CurriculumLine("algebra", .mathematics, ". . . . . . 3 3 3 4 4"),
        CurriculumLine("geometry", .mathematics, ". . . . . . 2 2 2 2 2"),
        CurriculumLine("computer-science", .computing, .halves, ". . . . . . 1 1 1 1 1"),
        CurriculumLine("world-around", .primary, "2 2 2 2 . . . . . . ."),
        CurriculumLine("history", .history, ". . . . 2 2 2 2 2 2 2"),
        CurriculumLine("social-studies", .history, ". . . . . 1 1 1 1 2 2"),
        CurriculumLine("geography", .geography, ". . . . 1 1 2 2 2 1 1"),
        CurriculumLine("biology", .biology, ". . . . 1 1 1 2 2 1 1"),
        CurriculumLine("physics", .physics, ". . . . . . 2 2 2 2 2"),
        CurriculumLine("chemistry", .chemistry, ". . . . . . . 2 2 1 1"),
        CurriculumLine("music", .music, "1 1 1 1 1 1 1 1 . . ."),
        CurriculumLine("fine-art", .craft, "1 1 1 1 1 1 1 . . . ."),
        CurriculumLine("labour", .craft, .girlsAndBoys, "1 1 1 1 2 2 2 1 1 . ."),
        CurriculumLine("physical-education", .sport, "2 2 2 2 2 2 2 2 2 2 2"),
        CurriculumLine("pre-military-training", .sport, ". . . . . . . 1 1 1 1"),
    ]
}
