/// How a subject of a grade is assessed.
public enum AssessmentWay: String, Codable, CaseIterable, Sendable {
    /// Marks of a scale and their average.
    case marks
    /// Points for formative and summative work and their per cent.
    case criteria
    case passFail
    /// Words or levels, no marks.
    case words
}

/// The way of assessment of some grades and subjects from a day on. A change is a new regime: marks that were set keep
/// the scale they were set in.
public struct Regime: Hashable, Codable, Sendable, Identifiable {
    public let id: Int64
    public let country: Country
    public let grades: ClosedRange<Int>
    /// Codes of subjects; empty means all that no other regime names.
    public let subjects: Set<String>
    /// Named by the calendar year it starts in.
    public let schoolYear: Int
    public let validFrom: Day
    public let way: AssessmentWay
    /// Names of the scales of current and of final marks.
    public let scale: Scale.ID
    public let finalScale: Scale.ID
    public var settings: AssessmentSettings
    /// Whether the school has made it; else it is the country's.
    public let isOwn: Bool

    public init(
        id: Int64, country: Country, grades: ClosedRange<Int>, subjects: Set<String> = [], schoolYear: Int,
        validFrom: Day, way: AssessmentWay, scale: Scale.ID, finalScale: Scale.ID, settings: AssessmentSettings,
        isOwn: Bool = false
    ) {
        self.id = id
        self.country = country
        self.grades = grades
        self.subjects = subjects
        self.schoolYear = schoolYear
        self.validFrom = validFrom
        self.way = way
        self.scale = scale
        self.finalScale = finalScale
        self.settings = settings
        self.isOwn = isOwn
    }

    /// Whether a period cannot close without a final mark or level.
    public var needsFinals: Bool { finalScale != Scale.none.id }

    /// Whether it is for a grade and a subject on a day of its school year.
    public func holds(grade: Int, subject: String, on day: Day) -> Bool {
        grades.contains(grade) && (subjects.isEmpty || subjects.contains(subject)) && validFrom <= day
            && SchoolCalendar.schoolYear(containing: day) == schoolYear
    }

    /// The regime that holds: one that names the subject before one for all, then the latest, then
    /// the last made.
    public static func holding(_ regimes: [Regime], grade: Int, subject: String, on day: Day) -> Regime? {
        regimes.filter { $0.holds(grade: grade, subject: subject, on: day) }.max { one, other in
            one.rank < other.rank
        }
    }

    private var rank: (Int, Day, Int64) { (subjects.isEmpty ? 0 : 1, validFrom, id) }
}

extension CountryProfile {
    /// The regimes a new school starts a year with. Which grades are taught without marks is the school's setting.
    public func regimes(schoolYear: Int, unmarked: Set<Int>) -> [Regime] {
        let parts = grades.map { grade in
            unmarked.contains(grade) ? RegimePart.words(grade) : .usual(grade, country)
        }
        let named = country == .KZ ? RegimePart.kazakhPassFail(grades.filter { !unmarked.contains($0) }) : []
        return (parts + named).enumerated().map { index, part in
            Regime(
                id: Int64(index + 1), country: country, grades: part.grades, subjects: part.subjects,
                schoolYear: schoolYear, validFrom: SchoolCalendar.firstDay(of: schoolYear), way: part.way,
                scale: part.scale, finalScale: part.finalScale, settings: .standard(of: country))
        }
    }
}

private struct RegimePart {
    let grades: ClosedRange<Int>
    var subjects: Set<String> = []
    let way: AssessmentWay
    let scale: Scale.ID
    let finalScale: Scale.ID

    static func words(_ grade: Int) -> RegimePart {
        RegimePart(grades: grade...grade, way: .words, scale: Scale.none.id, finalScale: Scale.none.id)
    }

    static func usual(_ grade: Int, _ country: Country) -> RegimePart {
        RegimePart(
            grades: grade...grade, way: country == .KZ ? .criteria : .marks, scale: country.profile.scale.id,
            finalScale: country.profile.finalScale.id)
    }

    /// Order 125, para. 16: pass or fail without summative work; digital literacy in primary school only.
    static func kazakhPassFail(_ grades: [Int]) -> [RegimePart] {
        grades.map { grade in
            let subjects: Set = ["music", "physical-education", "art-and-labour"]
            return RegimePart(
                grades: grade...grade, subjects: grade <= 4 ? subjects.union(["digital-literacy"]) : subjects,
                way: .passFail, scale: Scale.passFail.id, finalScale: Scale.passFail.id)
        }
    }
}
