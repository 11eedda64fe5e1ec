import SchoolRules
import Store

/// What a handler of the page has found before it reads the page itself.
struct JournalOpening: Sendable {
    let page: FoundPage
    let grade: Int
    let terms: [JournalTerm]
    let term: JournalTerm

    /// The page through what the visitor may see, and the term that was asked for or is now.
    /// - Throws: ``Refusal/notFound``; 422 for a term that the grade does not have.
    init(_ id: Int64, term wish: String?, for visit: Visit, in connection: Connection) throws {
        page = try visit.page(id, withSubstitutionsIn: connection)
        grade = try CellQueries.grade(of: page, school: visit.school.id, in: connection)
        terms = try JournalQueries.terms(year: page.year, grade: grade, school: visit.school.id, in: connection)
        if let wish {
            guard let number = Int(wish), (1...12).contains(number) else { throw JournalTexts.unknownTerm }
            guard let term = terms.first(where: { $0.number == number }) else { throw Refusal.notFound }
            self.term = term
        } else {
            term = Self.current(of: terms, on: visit.today) ?? Self.wholeYear(page.year)
        }
    }

    /// The term a day lies in; in a break the one just ended, before the year the first.
    private static func current(of terms: [JournalTerm], on day: Day) -> JournalTerm? {
        let rules = SchoolCalendar(
            terms: terms.map {
                Term(id: 0, number: $0.number, kind: $0.kind, gradeFrom: 0, gradeTo: 0, from: $0.from, to: $0.to)
            }, daysOff: [])
        return rules.currentTerm(on: day, grade: 0).flatMap { now in terms.first { $0.from == now.from } }
    }

    private static func wholeYear(_ year: Int) -> JournalTerm {
        JournalTerm(
            number: 0, kind: .quarter, from: SchoolCalendar.firstDay(of: year),
            to: SchoolCalendar.lastDay(of: year), isClosed: false)
    }
}

extension Visit {
    /// A page the visitor may read, with the lessons of it that are the visitor's to substitute.
    func page(_ id: Int64, withSubstitutionsIn connection: Connection) throws -> FoundPage {
        var page = try page(id, in: connection)
        if page.writable == .nothing, may(.writeLesson, over: .lesson) {
            let lessons = try FinderQueries.lessonsSubstituted(
                by: person.id, page: id, school: school.id, on: today, in: connection)
            if !lessons.isEmpty { page.writable = .lessons(lessons) }
        }
        return page
    }
}

extension JournalSheet {
    /// Reads a page of a term as far as the visitor may see it, in a number of questions that does not grow.
    static func read(_ opening: JournalOpening, for visit: Visit, in connection: Connection) throws -> JournalSheet {
        let (page, term, school) = (opening.page, opening.term, visit.school.id)
        let all = try LessonRow.all(of: page.id, from: term.from, to: term.to, school: school, in: connection)
        let lessons = page.lessons.map { visible in all.filter { visible.contains($0.id) } } ?? all
        let kinds = try SchoolFacts.kindsOfWork(school: school, in: connection)
        let debts = try DebtReading(.grade(opening.grade), on: visit.today, school: school, in: connection)
        let assessment = try PageAssessment(
            page, grade: opening.grade, term: term, before: opening.terms.last { $0.to < term.from }?.from,
            kinds: kinds, country: visit.school.country, school: school, in: connection)
        var sheet = try JournalSheet(
            page: page, term: term, lessons: lessons,
            students: students(opening, assessment, debts, for: visit, in: connection),
            codes: SchoolFacts.absenceCodes(school: school, in: connection), kinds: kinds,
            reading: assessment.reading, debts: debts
        ) { filler in
            try JournalQueries.entries(of: lessons.map(\.id), school: school, in: connection) { filler.take($0) }
        }
        sheet.foreign = try ForeignMark.all(
            in: lessons.filter { $0.substituteID != 0 }.map(\.id), school: school, connection)
        if term.isClosed, page.writable == .everything {
            sheet.isUnlocked = try PageFreeze(
                page, grade: opening.grade, for: visit.person.id, at: visit.now, school: school, in: connection
            ).allows(term.to)
        }
        return sheet
    }

    private static func students(
        _ opening: JournalOpening, _ assessment: PageAssessment, _ debts: DebtReading, for visit: Visit,
        in connection: Connection
    ) throws -> [JournalStudent] {
        let (page, term, school) = (opening.page, opening.term, visit.school.id)
        var students = try JournalQueries.students(
            group: page.group, from: term.from, to: term.to, school: school, in: connection)
        if let classes = page.classes {
            let own = try JournalQueries.students(
                ofClasses: classes, from: term.from, to: term.to, school: school, in: connection)
            students.removeAll { !own.contains($0.id) }
        }
        let others = try CellQueries.otherPages(of: page.id, students: nil, school: school, in: connection)
        // A substitute sees the lesson and its list, not the rest of the term.
        if page.lessons == nil {
            try addElsewhere(&students, others, opening, assessment, debts, school: school, in: connection)
        }
        let exempt = try FinalQueries.facts(of: page.id, school: school, in: connection).map {
            try Exemption.stays(subject: $0.subject, from: term.from, to: term.to, school: school, in: connection)
        }
        for index in students.indices { students[index].exempt = exempt?[students[index].id] ?? [] }
        try nameDestinations(&students, of: page, until: term.to, for: visit, in: connection)
        guard page.kind != "individual" else { return students }
        return withoutIndividual(students, others, term: term)
    }

    /// Marks that count and stand on other pages of the subject, or in the term before where both make one number.
    private static func addElsewhere(
        _ students: inout [JournalStudent], _ others: [OtherPage], _ opening: JournalOpening,
        _ assessment: PageAssessment, _ debts: DebtReading, school: Int64, in connection: Connection
    ) throws {
        let (reading, days, term) = (assessment.reading, assessment.days, opening.term)
        var pages = Dictionary(others.map { ($0.page, $0.scale) }) { first, _ in first }
        var sums = try MarkSums.brought(
            reading, on: (pages.keys + [opening.page.id]).sorted(), from: days.from, to: days.to, school: school,
            in: connection)
        if !others.isEmpty {
            sums.add(
                try MarkSums.read(
                    reading, on: pages, students: Set(others.map(\.student)).sorted(), from: days.from, to: days.to,
                    debts: debts, school: school, in: connection))
        }
        if days.from < term.from {
            pages = [opening.page.id: opening.page.scale]
            sums.add(
                try MarkSums.read(
                    reading, on: pages, students: students.map(\.id), from: days.from, to: term.from.adding(-1),
                    debts: debts, school: school, in: connection))
        }
        for index in students.indices { students[index].elsewhere = sums[students[index].id] ?? MarkSum() }
    }

    /// A student with an individual plan in the subject is not on the page of the class for that time.
    private static func withoutIndividual(
        _ students: [JournalStudent], _ others: [OtherPage], term: JournalTerm
    ) -> [JournalStudent] {
        let own = Dictionary(grouping: others.filter(\.isIndividual), by: \.student)
        guard !own.isEmpty else { return students }
        let (from, to) = (term.from.description, term.to.description)
        return students.compactMap { student in
            var student = student
            student.individual = (own[student.id] ?? []).map(\.stay)
            let isAway = student.individual.contains { stay in
                stay.from <= max(from, student.stays[0].from) && stay.to >= min(to, student.lastDay)
            }
            return isAway ? nil : student
        }
    }

    /// Where those who have left went: what the order says, else the group they joined next.
    private static func nameDestinations(
        _ students: inout [JournalStudent], of page: FoundPage, until end: Day, for visit: Visit,
        in connection: Connection
    ) throws {
        let leavers = students.filter { $0.lastDay < end.description && $0.destination.isEmpty }
        guard let earliest = leavers.map(\.lastDay).min() else { return }
        let moves = try JournalQueries.moves(
            of: leavers.map(\.id), after: earliest, school: visit.school.id, in: connection)
        for index in students.indices where students[index].destination.isEmpty {
            let next = moves.first {
                $0.student == students[index].id && $0.kind == page.kind && $0.from > students[index].lastDay
            }
            guard let next else { continue }
            let group = next.kind == "class" ? "" : next.groupName
            students[index].destination = group.isEmpty ? next.className?.display(visit.language) ?? "" : group
        }
    }
}
