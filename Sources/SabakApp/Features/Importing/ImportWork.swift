import SchoolRules
import Sheets
import Store
import Web

/// The work on a list beside the requests: checking it, and bringing it in.
struct ImportWork: Sendable {
    let list: BroughtList
    /// The claim under which the work is done.
    let claim: Int64
    let store: SchoolStore
    let wholeStore: Store
    let ids: Identity
    let author: Author
    let clock: Clock
    let log: @Sendable (String) -> Void

    /// Finds out what the list would do, and keeps it.
    func check(_ advance: @escaping ListAdvance) {
        work("check") {
            let report = try report(isDryRun: true, advance)
            try store.writeNow(by: author, at: clock.now()) { writing in
                try ImportingQueries.end(list.id, claim: claim, as: .ready, report, in: writing)
            }
        }
    }

    /// Brings the list in, whole or not at all. Where something is wrong after all, it is checked anew.
    func run(_ advance: @escaping ListAdvance) {
        work("run") {
            let report = try report(isDryRun: false, advance)
            guard !report.isGood else { return }
            let found = try self.report(isDryRun: true, advance)
            try store.writeNow(by: author, at: clock.now()) { writing in
                try ImportingQueries.end(list.id, claim: claim, as: .ready, found, in: writing)
            }
        }
    }

    private func work(_ name: String, _ steps: () throws -> Void) {
        do {
            try steps()
        } catch is ImportingQueries.ClaimLost {
            log("import \(list.id): \(name) came to nothing, somebody else has the list")
        } catch {
            log("fault import \(list.id) \(name): \(error)")
            fail()
        }
    }

    private func fail() {
        do {
            try store.writeNow(by: author, at: clock.now()) { writing in
                try ImportingQueries.end(list.id, claim: claim, as: .failed, nil, in: writing)
            }
        } catch {
            // The next start of the program marks it.
            log("fault import \(list.id): \(error)")
        }
    }

    private func report(isDryRun: Bool, _ advance: @escaping ListAdvance) throws -> ImportReport {
        let (files, mappings) = try store.read { connection in
            (
                try ImportingQueries.files(of: list.id, purpose: "source", school: store.id, in: connection),
                try ImportingQueries.mappings(school: store.id, in: connection)
            )
        }
        let uploaded = try UploadedFiles(list.kind, files)
        if let kind = list.kind.list {
            return ImportReport(try bring(uploaded, kind, mappings, isDryRun, advance))
        } else if [.people, .teaching].contains(list.kind) {
            return ImportReport(try bringRoster(uploaded, isDryRun))
        } else {
            return ImportReport(try bringTimetable(uploaded, isDryRun, advance))
        }
    }

    private func bring(
        _ files: UploadedFiles, _ kind: ListKind, _ kept: ListMappings, _ isDryRun: Bool,
        _ advance: @escaping ListAdvance
    ) throws -> ImportAnswer {
        let wish = list.wish
        var work = ListImport(kind, school: store, ids: ids, at: clock.now(), isDryRun: isDryRun)
        // A check shows what would come if the wrong rows were left out.
        work.skipsBadRows = isDryRun || wish.skipsBadRows
        work.mappings = wish.mappings.over(kept)
        work.choices = wish.choices
        work.decisions = wish.decisions
        work.leftOut = wish.leftOut
        work.leaving = wish.leaving
        work.from = wish.firstDay.isEmpty ? nil : Day(wish.firstDay)
        work.planner = kind == .plan ? author.person : nil
        work.author = author
        work.advance = advance
        let (list, claim) = (list, claim)
        work.closing = { writing, answer in
            try ImportingQueries.keep(wish.mappings, in: writing)
            try Self.close(list, claim: claim, ImportReport(answer), in: writing)
            guard let rejects = answer.rejects, rejects.count > 0 else { return }
            let book = UploadedFiles.File(
                name: RejectsBook.fileName(list.name, list.language),
                bytes: try rejects.document(list.language).bytes())
            try ImportingQueries.add(book, purpose: "rejects", number: 1, to: list.id, in: writing)
        }
        return try work.run(try files.tables(), named: files.files.first?.name ?? "")
    }

    private func bringTimetable(
        _ files: UploadedFiles, _ isDryRun: Bool, _ advance: @escaping ListAdvance
    ) throws -> TimetableAnswer {
        var work = TimetableImport(
            list.kind == .fet ? .fet : .asc, school: store, from: Day(list.wish.firstDay) ?? .forever, ids: ids,
            at: clock.now(), isDryRun: isDryRun)
        work.author = author
        work.advance = advance
        let (list, claim) = (list, claim)
        work.closing = { writing, answer in
            try Self.close(list, claim: claim, ImportReport(answer), in: writing)
        }
        return try work.run(files.files.map { ($0.name, $0.bytes) })
    }

    /// The clerk's part of a OneRoster set, or the deputy's.
    private func bringRoster(_ files: UploadedFiles, _ isDryRun: Bool) throws -> ImportAnswer {
        var wish = OneRosterWish(
            target: .school(store.id), allowsRemoval: list.wish.agreesToLeaving, isDryRun: isDryRun)
        wish.part = list.kind == .people ? .people : .teaching
        var work = OneRosterImport(wish, store: wholeStore, ids: ids, at: clock.now())
        work.author = author
        let (list, claim) = (list, claim)
        work.closing = { writing, answer in
            try Self.close(list, claim: claim, ImportReport(answer), in: writing)
        }
        return try work.run(try files.roster(), named: list.name)
    }

    /// What was uploaded is not needed any more.
    private static func close(
        _ list: BroughtList, claim: Int64, _ report: ImportReport, in writing: Writing
    ) throws {
        try ImportingQueries.end(list.id, claim: claim, as: .done, report, in: writing)
        try ImportingQueries.removeFiles(of: list.id, in: writing)
    }
}
