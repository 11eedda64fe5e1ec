import SchoolRules

/// Whom a lesson is for, within a class.
enum CourseGroup: Hashable {
    case whole
    case half(Int)
    case girls, boys
    case single(Int)
}

/// A group of a class.
struct GroupPlace: Hashable {
    let classIndex: Int
    let group: CourseGroup
}

struct DemoClass {
    let name: ClassName
    let shift: Int
    let language: RecordLanguage
    let size: Int
    var id: Int64 = 0
    var room = ""
    /// The class teacher, as a place in the staff.
    var leader = -1
    /// From this size on the class is divided for languages and crafts.
    var isDivided: Bool { size >= 16 }
}

struct DemoPupil {
    var name: PersonName
    let sex: Sex
    let birth: Day
    let household: Int
    /// The class at the start of the year, or the first one.
    var classIndex: Int
    /// From weak to strong, around 0.
    let ability: Int
    var from: Day
    var to = Day.forever
    /// Another class from a day on.
    var movedTo: (classIndex: Int, from: Day)?
    /// Subjects that the pupil learns by an individual plan.
    var ownSubjects: Set<String> = []
    var id: Int64 = 0
}

struct Household {
    struct Guardian {
        var name: PersonName
        let sex: Sex
        let birth: Day
        var id: Int64 = 0
        /// A place in the staff, for a parent who works at the school.
        var staff: Int?
    }

    var guardians: [Guardian]
    var pupils: [Int] = []
}

struct DemoTeacher {
    var name: PersonName
    let sex: Sex
    var birth: Day
    let position: DemoWords.Position
    var department: Department?
    /// A week, in hundredths.
    var hours = 0
    var leads = -1
    var id: Int64 = 0
}

/// One subject of one class or group, taught by one teacher: a page of the journal.
struct Course {
    let classIndex: Int
    let subject: String
    let department: Department
    /// A week, in hundredths.
    let hours: Int
    let group: CourseGroup
    var teacher = -1
    var page: Int64 = 0
    var groupID: Int64 = 0
    var place: GroupPlace { GroupPlace(classIndex: classIndex, group: group) }
}

/// A school as it is thought out before anything is written.
struct SchoolPlan {
    let country: Country
    let year: DemoYear
    var classes: [DemoClass]
    var pupils: [DemoPupil] = []
    var households: [Household] = []
    var staff: [DemoTeacher] = []
    var courses: [Course] = []
    /// The class whose people are the cast, and two of its courses that one teacher has on today's first two lessons.
    var castClass = 0
    var castTeacher = -1
    var castCourses: [Int] = []
    /// A teacher who has nothing to do with that class and leads no other.
    var otherTeacher = -1
    /// A teacher with a child in the school.
    var teacherParent = -1

    var alphabet: Alphabet { country.profile.alphabet }
    var mainLanguage: RecordLanguage { country.profile.recordLanguages[0] }

    init(students: Int, country: Country, year: DemoYear, seed: UInt64) {
        self.country = country
        self.year = year
        var chance = Chance(seed: seed, for: "classes")
        classes = ClassPlanning(students: students, country: country).classes(&chance)
        castClass = classes.firstIndex { $0.name.grade == 9 } ?? classes.count - 1
        Population(country: country, year: year, seed: seed).fill(&self)
        Staffing(country: country, year: year, seed: seed).fill(&self)
        TeacherParent.choose(in: &self)
    }

    /// Who is in a group, and from when to when.
    func members(of place: GroupPlace) -> [(pupil: Int, from: Day, to: Day)] {
        pupils.indices.flatMap { index in
            stays(of: index).filter { $0.place == place }.map { (index, $0.from, $0.to) }
        }
    }

    /// All groups of a pupil with their days.
    func stays(of index: Int) -> [(place: GroupPlace, from: Day, to: Day)] {
        let pupil = pupils[index]
        var stays: [(GroupPlace, Day, Day)] = []
        let last = pupil.movedTo.map { $0.from.adding(-1) } ?? pupil.to
        for group in groups(of: index, in: pupil.classIndex) {
            stays.append((GroupPlace(classIndex: pupil.classIndex, group: group), pupil.from, last))
        }
        if let moved = pupil.movedTo {
            for group in groups(of: index, in: moved.classIndex) {
                stays.append((GroupPlace(classIndex: moved.classIndex, group: group), moved.from, pupil.to))
            }
        }
        if !pupil.ownSubjects.isEmpty {
            stays.append((GroupPlace(classIndex: pupil.classIndex, group: .single(index)), pupil.from, pupil.to))
        }
        return stays
    }

    private func groups(of index: Int, in classIndex: Int) -> [CourseGroup] {
        guard classes[classIndex].isDivided else { return [.whole] }
        return [.whole, .half(index % 2), pupils[index].sex == .f ? .girls : .boys]
    }
}
