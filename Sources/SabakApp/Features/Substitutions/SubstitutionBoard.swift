import SchoolRules
import Store
import Web

/// The lessons of a day with everybody who teaches or substitutes, to find who is free when.
struct SubstitutionBoard: Sendable {
    struct Candidate: Sendable {
        let teacher: ListedTeacher
        /// Teaches the subject of the lesson.
        let isOfSubject: Bool
    }

    let view: SubstitutionForms.View
    let lessons: [DayLesson]
    let pages: [Int64: TaughtPage]
    let staff: [ListedTeacher]
    private let closed: ClosedTerms

    init(_ view: SubstitutionForms.View, _ visit: Visit, in connection: Connection) throws {
        self.view = view
        let school = visit.school.id
        let year = SchoolCalendar.schoolYear(containing: view.day)
        let all = try TaughtPages.all(year: year, on: view.day, school: school, in: connection)
        pages = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
        lessons = try DayLessons.on(view.day, school: school, in: connection)
        staff = try ListedTeacher.all(on: view.day, school: school, in: connection)
        closed = try ClosedTerms(year: year, school: school, in: connection)
    }

    /// The teachers with lessons on the day, in order of the alphabet, and how many they have.
    var teachers: [(teacher: ListedTeacher, count: Int)] {
        let counts = lessons.filter { !$0.isCancelled }
            .flatMap { pages[$0.page]?.teachers.map(\.id) ?? [] }
            .reduce(into: [Int64: Int]()) { $0[$1, default: 0] += 1 }
        return staff.compactMap { person in counts[person.id].map { (person, $0) } }
    }

    /// Whether lessons of the day have no teacher at all.
    var hasVacancies: Bool {
        lessons.contains { !$0.isCancelled && pages[$0.page]?.teachers.isEmpty ?? false }
    }

    /// The lessons of the teacher who is away, or of nobody, still to be held.
    var toSubstitute: [DayLesson] {
        lessons.filter { lesson in
            guard !lesson.isCancelled, let page = pages[lesson.page] else { return false }
            return view.isVacancy ? page.teachers.isEmpty : page.teachers.contains { $0.id == view.teacher }
        }
    }

    var substituted: [DayLesson] { lessons.filter { $0.substitute != nil } }

    /// Who is free at the time of a lesson: of the same subject first.
    func candidates(for lesson: DayLesson) -> [Candidate] {
        let busy = busy(at: lesson)
        let subject = pages[lesson.page]?.subjectID
        let ofSubject = Set(pages.values.filter { $0.subjectID == subject }.flatMap(\.teachers).map(\.id))
        let free = staff.filter { $0.id != view.teacher && !busy.contains($0.id) }
            .map { Candidate(teacher: $0, isOfSubject: ofSubject.contains($0.id)) }
        return free.filter(\.isOfSubject) + free.filter { !$0.isOfSubject }
    }

    /// Why a wish cannot be: a lesson that is not there, or somebody who is not free.
    func problem(with wish: SubstitutionForms.Wish, _ language: Language) -> Text? {
        var taken: [(person: Int64, lesson: DayLesson)] = []
        for choice in wish.choices {
            guard let lesson = toSubstitute.first(where: { $0.id == choice.lesson }) else {
                return SubstitutionTexts.noSuchLesson
            }
            let isFree = candidates(for: lesson).contains { $0.teacher.id == choice.person }
            let isTaken = taken.contains {
                $0.person == choice.person && $0.lesson.overlaps(start: lesson.start, end: lesson.end)
            }
            if !isFree || isTaken {
                let name = staff.first { $0.id == choice.person }?.name.short ?? ""
                return SubstitutionTexts.notFree(name, DateWords.clock(lesson.start))
            }
            taken.append((choice.person, lesson))
        }
        return nil
    }

    /// - Throws: ``Refusal/termClosed`` for lessons of a closed term.
    func requireOpen(_ wish: SubstitutionForms.Wish) throws {
        for choice in wish.choices {
            let page = lessons.first { $0.id == choice.lesson }.flatMap { pages[$0.page] }
            if closed.contain(view.day, grade: page?.grade ?? 0) { throw Refusal.termClosed }
        }
    }

    private func busy(at lesson: DayLesson) -> Set<Int64> {
        let others = lessons.filter {
            $0.id != lesson.id && !$0.isCancelled && $0.overlaps(start: lesson.start, end: lesson.end)
        }
        return Set(
            others.flatMap { other -> [Int64] in
                if let substitute = other.substitute { return [substitute.person] }
                return pages[other.page]?.teachers.map(\.id) ?? []
            })
    }
}
