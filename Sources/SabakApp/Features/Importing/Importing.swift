import HTTPTypes
import SchoolRules
import Sheets
import Store
import Web

/// Lists of a school come in through the browser: upload, columns, what would change, and only then are they written.
enum Importing {
    static let routes: [Route] = [
        .needs(.anyOf(ImportKind.rights), .get, "/imports", bodyLimit: nil, index),
        .needs(.anyOf(ImportKind.rights), .get, "/imports/new/{kind}", bodyLimit: nil, form),
        .needs(
            .anyOf(ImportKind.rights), .post, "/imports/new/{kind}", bodyLimit: UploadedFiles.mostBytes + (4 << 20),
            upload),
        .needs(.anyOf(ImportKind.rights), .get, "/imports/{list}", bodyLimit: nil, show),
        .needs(.anyOf(ImportKind.rights), .post, "/imports/{list}/columns", bodyLimit: 524_288, setColumns),
        .needs(.anyOf(ImportKind.rights), .post, "/imports/{list}/answers", bodyLimit: 524_288, answerQuestions),
        .needs(.anyOf(ImportKind.rights), .post, "/imports/{list}/check", check),
        .needs(.anyOf(ImportKind.rights), .post, "/imports/{list}/remove", remove),
        .needs(.anyOf(ImportKind.rights), .get, "/imports/{list}/rejects", bodyLimit: nil, rejects),
    ]

    private static func index(_ visit: Visit) throws -> Answer {
        let lists = try visit.read { try ImportingQueries.lists(visit, in: $0) }
        return ImportListPage(visit: visit, lists: lists).answer()
    }

    // MARK: Upload

    private static func kind(_ visit: Visit) throws -> ImportKind {
        guard let kind = visit.asked.parameters["kind"].flatMap(ImportKind.init(rawValue:)) else {
            throw Refusal.notFound
        }
        try visit.require(.right(kind.right))
        return kind
    }

    private static func form(_ visit: Visit) throws -> Answer {
        try UploadPage(visit: visit, kind: try kind(visit)).answer()
    }

    private static func upload(_ visit: Visit) async throws -> Answer {
        let kind = try kind(visit)
        let sent: UploadForm
        switch UploadForm.read(visit, kind) {
        case .success(let form): sent = form
        case .failure(let problem): return try UploadPage(visit: visit, kind: kind, problem: problem).answer()
        }
        let readable = try await visit.app.imports.read { try sent.opened(kind) }
        guard case .success(let files) = readable else {
            return try UploadPage(visit: visit, kind: kind, problem: readable.problem(day: sent.day)).answer()
        }
        let (ids, language) = (visit.app.ids, visit.language)
        let id = try await visit.write { writing -> Int64? in
            let open = try ImportingQueries.openCount(
                of: writing.author.person, school: writing.school, in: writing.connection)
            guard open < ImportingQueries.mostOpen else { return nil }
            return try ImportingQueries.add(files, sent.wish, language: language, ids: ids, in: writing)
        }
        guard let id else {
            let problem = UploadForm.Problem(words: ImportingTexts.tooMany, day: sent.day)
            return try UploadPage(visit: visit, kind: kind, problem: problem).answer()
        }
        guard kind.list == nil else { return .see("/imports/\(id)") }
        return try await begin(try visit.read { try ImportingQueries.list(id, visit, in: $0) }, visit, .checking)
    }

    // MARK: One list

    private static func list(_ visit: Visit) throws -> BroughtList {
        let id = try visit.id("list")
        return try visit.read { try ImportingQueries.list(id, visit, in: $0) }
    }

    private static func show(_ visit: Visit) async throws -> Answer {
        let list = try list(visit)
        let wantsColumns = visit.asked.query["step"] == "columns" && list.kind.list != nil
        switch list.state {
        case .uploaded where list.kind.list != nil: return try await columns(list, visit)
        case .ready where wantsColumns, .failed where wantsColumns: return try await columns(list, visit)
        case .checking, .running:
            return ImportProgressPage(visit: visit, list: list, progress: visit.app.imports.progress(of: list.id))
                .answer()
        case .uploaded, .failed: return ImportBrokenPage(visit: visit, list: list).answer()
        case .ready: return ImportPreviewPage(visit: visit, list: list).answer()
        case .done:
            let hasRejects = try visit.read {
                try ImportingQueries.hasRejects(list.id, school: visit.school.id, in: $0)
            }
            return ImportResultPage(visit: visit, list: list, hasRejects: hasRejects).answer()
        }
    }

    /// The list as its columns are understood now.
    private static func reading(_ list: BroughtList, _ visit: Visit) async throws -> ListReading? {
        guard let kind = list.kind.list else { throw Refusal.notFound }
        let (store, wish, id) = (visit.store, list.wish, list.id)
        return try await visit.app.imports.read {
            let (sources, mappings) = try store.read { connection in
                (
                    try ImportingQueries.files(of: id, purpose: "source", school: store.id, in: connection),
                    try ImportingQueries.mappings(school: store.id, in: connection)
                )
            }
            let files = try UploadedFiles(list.kind, sources)
            return ListReading(
                try files.tables(), named: files.files.first?.name ?? "", kind: kind,
                mappings: wish.mappings.over(mappings), choices: wish.choices)
        }
    }

    private static func columns(_ list: BroughtList, _ visit: Visit) async throws -> Answer {
        guard let reading = try await reading(list, visit) else { throw Refusal.notFound }
        return ImportColumnsPage(visit: visit, list: list, reading: reading).answer()
    }

    private static func setColumns(_ visit: Visit) async throws -> Answer {
        let list = try list(visit)
        guard let before = try await reading(list, visit) else { throw Refusal.notFound }
        let form = ColumnsForm(visit.asked.form, before, list.wish)
        try await visit.write { try ImportingQueries.keep(form.wish, of: list, state: .uploaded, in: $0) }
        let kept = try Self.list(visit)
        guard !form.isToBeSeen else { return .see("/imports/\(list.id)") }
        guard let after = try await reading(kept, visit), !after.hasSheetErrors else {
            return .see("/imports/\(list.id)")
        }
        return try await begin(kept, visit, .checking)
    }

    private static func answerQuestions(_ visit: Visit) async throws -> Answer {
        let list = try list(visit)
        guard list.state == .ready else { throw Refusal.changedMeanwhile }
        let form = AnswersForm(visit.asked.form, list)
        try await visit.write { try ImportingQueries.keep(form.wish, of: list, state: .ready, in: $0) }
        return try await begin(try Self.list(visit), visit, form.isToBeWritten ? .running : .checking)
    }

    private static func check(_ visit: Visit) async throws -> Answer {
        try await begin(try list(visit), visit, .checking)
    }

    private static func begin(_ list: BroughtList, _ visit: Visit, _ state: ImportState) async throws -> Answer {
        let language = visit.language
        let claim = try await visit.write {
            try ImportingQueries.claim(list, for: state, language: language, in: $0)
        }
        let work = ImportWork(
            list: list.spoken(in: language), claim: claim, store: visit.store, wholeStore: visit.app.store,
            ids: visit.app.ids,
            author: visit.author, clock: visit.app.clock, log: visit.app.config.log)
        visit.app.imports.begin(list.id) { advance in
            if state == .running { work.run(advance) } else { work.check(advance) }
        }
        return .see("/imports/\(list.id)")
    }

    private static func remove(_ visit: Visit) async throws -> Answer {
        let list = try list(visit)
        guard !list.state.isUnderWay else { throw Refusal.changedMeanwhile }
        try await visit.write { try ImportingQueries.remove(list.id, in: $0) }
        return .see("/imports?note=removed")
    }

    private static func rejects(_ visit: Visit) throws -> Answer {
        let list = try list(visit)
        let found = try visit.read { connection in
            try ImportingQueries.files(of: list.id, purpose: "rejects", school: visit.school.id, in: connection)
        }
        guard let file = found.first else { throw Refusal.notFound }
        return .download(
            file.bytes, named: file.name,
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
}

extension ListReading {
    /// Whether something is wrong that choosing columns mends.
    fileprivate var hasSheetErrors: Bool {
        let codes: Set<String> = ["missing_column", "duplicate_column", "no_rows", "lost_letters"]
        return problems.list.contains { $0.severity == .error && codes.contains($0.code) }
    }
}

extension BroughtList {
    fileprivate func spoken(in language: Language) -> BroughtList {
        BroughtList(
            id: id, kind: kind, state: state, claim: claim, name: name, person: person, personName: personName, at: at,
            changedAt: changedAt, language: language, wish: wish, report: report)
    }
}
