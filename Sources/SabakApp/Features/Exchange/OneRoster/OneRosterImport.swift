import SchoolRules
import Store
import Web

/// What somebody wants of a OneRoster set.
public struct OneRosterWish: Sendable {
    public enum Target: Sendable {
        case newSchool(name: String, country: Country)
        case school(Int64)
    }
    public var target: Target
    /// The school of the set, where it has several.
    public var org: String?
    public var allowsRemoval = false
    /// What of the set is brought.
    var part = OneRosterPart.whole
    public var isDryRun = false

    public init(target: Target, org: String? = nil, allowsRemoval: Bool = false, isDryRun: Bool = false) {
        self.target = target
        self.org = org
        self.allowsRemoval = allowsRemoval
        self.isDryRun = isDryRun
    }
}

/// A set may come in two parts, since people are the clerk's and the load is the deputy's (A35, A37).
enum OneRosterPart: Sendable {
    case whole
    /// People, families, classes and who is in them.
    case people
    /// Pages, their groups and teachers, of people and classes the school has already.
    case teaching
}

/// Imports a set of OneRoster 1.1 or 1.2: a new school, or the present state of one.
public struct OneRosterImport: Sendable {
    let store: Store
    let wish: OneRosterWish
    let ids: Identity
    let instant: Int64
    /// Who changes the school; without it the command.
    var author: Author?
    /// Is done in the transaction of the import, with what it answers.
    var closing: (@Sendable (Writing, ImportAnswer) throws -> Void)?

    public init(_ wish: OneRosterWish, store: Store, ids: Identity, at instant: Int64) {
        self.wish = wish
        self.store = store
        self.ids = ids
        self.instant = instant
    }

    /// Reads a folder or a zip file and does what the wish says. Any error writes nothing.
    public func run(path: String) throws -> ImportAnswer {
        do {
            return try run(try OneRosterFiles(path: path), named: path)
        } catch let failure as OneRosterFiles.Failure {
            let place = ImportPlace(file: path)
            switch failure {
            case .missing: return answer(.unreadable, ImportProblems(.noSuchFile, at: place), path)
            case .unreadable(let problem):
                return answer(.unreadable, ImportProblems(.sheet(problem), at: place), path)
            case .refused(let problem): return answer(.refused, ImportProblems(.sheet(problem), at: place), path)
            }
        }
    }

    func run(_ files: OneRosterFiles, named name: String) throws -> ImportAnswer {
        let (country, known, time) = try target()
        let today = time.moment(instant).day
        var reader = OneRosterReader(known: known)
        let set = reader.read(files)
        var problems = reader.problems
        guard let set, !problems.hasErrors else { return answer(.refused, problems, name) }
        let whole = known.map(set.merged) ?? set
        let scope = OneRosterScope.choose(whole, org: wish.org, known: known, &problems)
        let picture = scope.flatMap { OneRosterPicture.draw(whole, $0, country.profile, &problems) }
        guard let scope, let picture, !problems.hasErrors else { return answer(.refused, problems, name) }
        if wish.part == .teaching {
            try checkKnown(picture, &problems)
        } else {
            try checkNames(picture, &problems)
            try checkRemoval(picture, today, &problems)
        }
        var answer = answer(problems.hasErrors ? .refused : .done, problems, name, picture.counts)
        if wish.part == .teaching { answer.rows = picture.rows }
        if wish.part == .people { answer.changes = try changes(picture, today) }
        if !wish.isDryRun, !problems.hasErrors {
            answer.school = try write(picture, whole, scope.school.id, today: today, answer)
        }
        return answer
    }

    private func target() throws -> (Country, OneRosterKnown?, LocalTime) {
        switch wish.target {
        case .newSchool(_, let country): return (country, nil, LocalTime(zone: country.profile.timeZone))
        case .school(let id):
            return try store.school(id).read { connection in
                let facts = try connection.first(
                    "SELECT country, time_zone FROM school WHERE school_id = \(id)"
                ) { (Country(rawValue: $0.text(0)), $0.text(1)) }
                let time = LocalTime(zone: facts?.1 ?? "UTC")
                let known = try OneRosterMemory.read(connection, school: id, today: time.moment(instant).day)
                return (facts?.0 ?? .KG, known, time)
            }
        }
    }

    private func changes(_ picture: RosterPicture, _ today: Day) throws -> ListChanges? {
        guard case .school(let id) = wish.target else { return nil }
        let state = try store.school(id).read { try RosterState($0, school: id) }
        return OneRosterChanges(picture: picture, state: state, today: today).changes
    }

    /// A class that the file renames must not meet one of the school that the file knows nothing of.
    private func checkNames(_ picture: RosterPicture, _ problems: inout ImportProblems) throws {
        guard case .school(let id) = wish.target else { return }
        let classes = try store.school(id).read { try RosterState($0, school: id) }.classes
            .filter { $0.year == picture.year }
        let brought = Set(picture.classes.map(\.id))
        for one in picture.classes where !one.id.isEmpty && classes.contains(where: { $0.externalID == one.id }) {
            let isTaken = classes.contains {
                $0.name == one.name && $0.externalID != one.id
                    && ($0.externalID.isEmpty || !brought.contains($0.externalID))
            }
            if isTaken { problems.add(.classNameTaken(one.name), at: ImportPlace(file: "classes.csv")) }
        }
    }

    /// The load is given to people and classes that are there.
    private func checkKnown(_ picture: RosterPicture, _ problems: inout ImportProblems) throws {
        guard case .school(let id) = wish.target else { return }
        let state = try store.school(id).read { try RosterState($0, school: id) }
        let teachers = Set(picture.pages.flatMap(\.teachers).map(\.person))
        let names = Set(state.classes.filter { $0.year == picture.year }.map(\.name))
        let missing =
            teachers.count { state.byExternalID[$0] == nil }
            + picture.classes.count { !names.contains($0.name) }
        if missing > 0 { problems.add(.peopleFirst(missing), at: ImportPlace(file: "users.csv")) }
    }

    /// A bulk file says of everybody it does not name that he has left; one that drops many is more likely a mistake.
    private func checkRemoval(_ picture: RosterPicture, _ today: Day, _ problems: inout ImportProblems) throws {
        guard case .school(let id) = wish.target else { return }
        let before = try store.school(id).read { connection in
            let state = try RosterState(connection, school: id)
            let learning = state.learning(on: today.description)
            let guarding = state.guarding(on: today.description)
            return state.byExternalID.filter {
                state.isActive($0.value, on: today.description, learning: learning, guarding: guarding)
            }.map(\.key)
        }
        let gone = before.count { !picture.isActive($0) }
        if gone > 0, wish.part == .people, !wish.allowsRemoval {
            problems.add(.leavingUnagreed(gone, of: before.count), at: ImportPlace(file: "users.csv"))
        } else if gone * 5 > before.count, !wish.allowsRemoval {
            problems.add(.massRemoval(gone, of: before.count), at: ImportPlace(file: "users.csv"))
        } else if gone > 0 {
            problems.add(.peopleLeave(gone), at: ImportPlace(file: "users.csv"))
        }
    }

    private func write(
        _ picture: RosterPicture, _ set: OneRosterSet, _ org: String, today: Day, _ answer: ImportAnswer
    ) throws -> Int64 {
        let author = author ?? .command("import oneroster")
        switch wish.target {
        case .school(let id):
            let school = try store.school(id)
            try school.writeNow(by: author, at: instant) { writing in
                try reconcile(picture, set, org, school: school, today: today, in: writing)
                try closing?(writing, answer)
            }
            return id
        case .newSchool(let name, let country):
            let id = ids.next()
            let founding = SchoolFounding(name: name, country: country, year: picture.year)
            let school = try store.add(school: id, name: name, country: country.rawValue, at: instant)
            do {
                try school.writeNow(by: author, at: instant) { writing in
                    try founding.write(ids: ids, in: writing)
                    try OneRosterTerms(picture: picture, ids: ids).write(in: writing)
                    try reconcile(picture, set, org, school: school, today: today, in: writing)
                }
            } catch {
                try store.discard(school: id)
                throw error
            }
            return id
        }
    }

    private func reconcile(
        _ picture: RosterPicture, _ set: OneRosterSet, _ org: String, school: SchoolStore, today: Day,
        in writing: Writing
    ) throws {
        let roster = try RosterWriting(writing: writing, ids: ids)
        let state = try RosterState(writing.connection, school: writing.school)
        // The load may come long after the people, and holds from the beginning of the year all the same.
        let isFirst =
            try wish.part == .teaching
            ? state.pages.allSatisfy { $0.externalID.isEmpty } : OneRosterMemory.isEmpty(writing)
        let accounts = AccountOpening(store: store)
        var work = RosterReconciliation(picture, state, roster, today: today, isFirst: isFirst) { person in
            let login = try accounts.login(of: person, school: school, in: writing.connection)
            try accounts.open(person: person, login: login, in: writing)
        }
        try work.write(wish.part)
        try OneRosterMemory.keep(set, school: org, in: writing)
    }

    private func answer(
        _ outcome: ImportAnswer.Outcome, _ problems: ImportProblems, _ file: String,
        _ counts: ImportAnswer.Counts = .init()
    ) -> ImportAnswer {
        var school: Int64?
        if case .school(let id) = wish.target { school = id }
        return ImportAnswer(outcome: outcome, school: school, counts: counts, problems: problems.shown(in: file))
    }
}

/// Puts the terms a set gives in the place of those of the country.
struct OneRosterTerms {
    let picture: RosterPicture
    let ids: Identity

    func write(in writing: Writing) throws {
        guard !picture.terms.isEmpty else { return }
        let school = writing.school
        try writing.connection.run("DELETE FROM term WHERE school_id = \(school) AND year = \(picture.year)")
        for term in picture.terms {
            try writing.connection.run(
                """
                INSERT INTO term (school_id, id, year, number, kind, grade_from, grade_to, from_day, to_day)
                VALUES (\(school), \(ids.next()), \(picture.year), \(term.number), \(term.kind.rawValue),
                    \(term.gradeFrom), \(term.gradeTo), \(term.from.description), \(term.to.description))
                """)
        }
        try writeBreaks(in: writing)
        try writing.audit("term.import", "year/\(picture.year)", after: "\(picture.terms.count)")
    }

    /// Between quarters or trimesters there is a break; the breaks of the country give way to it.
    private func writeBreaks(in writing: Writing) throws {
        let fine = picture.terms.filter { $0.gradeFrom == 0 }
        guard fine.count > 2, let first = fine.first, let last = fine.last else { return }
        let (from, to) = (first.from.description, last.to.description)
        try writing.connection.run(
            """
            DELETE FROM day_off
            WHERE school_id = \(writing.school) AND kind = 'vacation' AND grade_to >= 11 AND from_day >= \(from)
                AND to_day <= \(to)
            """)
        for (term, next) in zip(fine, fine.dropFirst()) where term.to.adding(1) < next.from {
            let (start, end) = (term.to.adding(1).description, next.from.adding(-1).description)
            let name = ExchangeTexts.vacation
            try writing.connection.run(
                """
                INSERT INTO day_off (school_id, id, kind, from_day, to_day, grade_from, grade_to, name_ky, name_ru,
                    name_kk, name_en)
                VALUES (\(writing.school), \(ids.next()), 'vacation', \(start), \(end), 0, 99, \(name.ky), \(name.ru),
                    \(name.kk), \(name.en))
                """)
        }
    }
}
