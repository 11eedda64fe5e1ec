import SchoolRules
import Web

/// A new row of the load as typed.
struct LoadWish: Sendable {
    enum Group: Sendable, Equatable {
        case wholeClass
        case known(Int64)
        /// A new subgroup or group across classes.
        case new(String)
        /// A student of an individual curriculum.
        case student(Int64)
    }

    let form: Form
    let classID: Int64
    let hours: Int
    let from: Day
    private(set) var subject: Int64 = 0
    private(set) var group = Group.wholeClass
    /// 0: nobody yet.
    private(set) var teacher: Int64 = 0
    var problems = FormProblems()

    init(_ form: Form, offer: LoadOffer, year: Int) {
        self.form = form
        classID = offer.classID
        let typedHours = HoursWords.read(form["hours"] ?? "")
        hours = typedHours ?? 0
        let day = form["from"].flatMap { Day($0) }
        from = day ?? .forever
        if typedHours == nil { problems["hours"] = LoadTexts.badHours }
        if day.map(SchoolCalendar.schoolYear(containing:)) != year { problems["from"] = LoadTexts.noDay }
        if let id = form["subject"].flatMap({ Int64($0) }), offer.subjects.contains(where: { $0.id == id }) {
            subject = id
        } else {
            problems["subject"] = LoadTexts.noSubject
        }
        readTeacher(offer)
        readGroup(offer)
    }

    private mutating func readTeacher(_ offer: LoadOffer) {
        guard let typed = form["teacher"], !typed.isEmpty else { return }
        if let id = Int64(typed), offer.teachers.contains(where: { $0.id == id }) {
            teacher = id
        } else {
            problems["teacher"] = LoadTexts.noTeacherChosen
        }
    }

    private mutating func readGroup(_ offer: LoadOffer) {
        let typed = form["group"] ?? ""
        let id = typed.split(separator: "-").last.flatMap { Int64($0) } ?? 0
        if typed == "class", offer.classID != 0 {
            group = .wholeClass
        } else if typed.hasPrefix("group-"), offer.groups.contains(where: { $0.id == id }) {
            group = .known(id)
        } else if typed.hasPrefix("student-"), offer.students.contains(where: { $0.id == id }) {
            group = .student(id)
        } else if typed == "new" {
            let name = form["name"] ?? ""
            group = .new(name)
            if name.isEmpty || name.count > 40 { problems["name"] = LoadTexts.noGroupName }
            if offer.groups.contains(where: { $0.name == name }) { problems["name"] = LoadTexts.groupExists }
        } else {
            problems["group"] = LoadTexts.noGroup
        }
    }
}

/// A page given to another teacher, or to one more, from a day on.
struct HandOver: Sendable {
    /// 0: nobody leaves.
    let old: Int64
    let teacher: Int64
    let from: Day
    /// Hundredths of an hour; nil: those of the page.
    let hours: Int?
    private(set) var problems = FormProblems()

    init(old: Int64, teacher: Int64, from: Day, hours: Int?) {
        (self.old, self.teacher, self.from, self.hours) = (old, teacher, from, hours)
    }

    init(_ form: Form, year: Int) {
        old = form["old"].flatMap { Int64($0) } ?? 0
        teacher = form["teacher"].flatMap { Int64($0) } ?? 0
        let day = form["from"].flatMap { Day($0) }
        from = day ?? .forever
        let typed = form["hours"] ?? ""
        hours = HoursWords.read(typed)
        if !typed.isEmpty, hours == nil { problems["hours"] = LoadTexts.badHours }
        if teacher == 0 { problems["teacher"] = LoadTexts.noTeacherChosen }
        if teacher != 0, teacher == old { problems["teacher"] = LoadTexts.sameTeacher }
        if day.map(SchoolCalendar.schoolYear(containing:)) != year { problems["from"] = LoadTexts.noDay }
    }
}
