import SchoolRules
import Sheets

/// Reads the files of a set by the rules of the format. Pure: no database, no clock.
struct OneRosterReader {
    /// What the school has imported before; nil for a new school.
    let known: OneRosterKnown?
    private(set) var problems = ImportProblems()
    private var ids: [OneRosterFile: Set<String>] = [:]
    private var tables: [OneRosterFile: OneRosterTable] = [:]

    init(known: OneRosterKnown? = nil) { self.known = known }

    /// The set, where it could be understood far enough; its problems are in ``problems``.
    mutating func read(_ source: OneRosterFiles) -> OneRosterSet? {
        guard let manifest = readManifest(source), let version = manifest.version else { return nil }
        for file in version.rosterFiles { readTable(file, source, manifest, version) }
        checkPresence(of: version.files, source, manifest)
        checkReferences()
        checkRecords()
        guard !tables.isEmpty else { return nil }
        var set = OneRosterRecords(tables: tables, version: version).set()
        for file in version.rosterFiles { set.modes[file] = tables[file]?.mode ?? .absent }
        if version == .v12 { checkRoles(set) }
        return set
    }

    private mutating func readManifest(_ source: OneRosterFiles) -> OneRosterManifest? {
        let name = OneRosterManifest.name
        guard let bytes = source.files[name] else {
            let inFolder = source.others.first { $0.hasSuffix("/" + name) }
            problems.add(inFolder.map { .notAtRoot($0) } ?? .fileMissing(name), at: ImportPlace(file: name))
            return nil
        }
        guard let table = table(name, bytes) else { return nil }
        for other in source.others.sorted() where !other.hasPrefix("__MACOSX/") && !other.hasPrefix(".") {
            problems.add(.unknownFile, at: ImportPlace(file: other))
        }
        return OneRosterManifest(table, &problems)
    }

    private mutating func readTable(
        _ file: OneRosterFile, _ source: OneRosterFiles, _ manifest: OneRosterManifest, _ version: OneRosterVersion
    ) {
        guard let mode = manifest.modes[file.rawValue], mode != .absent else {
            if file.isRequired, known == nil {
                problems.add(.requiredFileAbsent(file.name), at: manifest.place(of: file.rawValue))
            }
            return
        }
        if mode == .delta, known == nil { problems.add(.deltaNeedsSchool, at: manifest.place(of: file.rawValue)) }
        guard let bytes = source.files[file.name], let table = table(file.name, bytes) else { return }
        let widths = OneRosterWidths.count(bytes)
        guard let own = OneRosterTable(table, file, mode, version, widths: widths, &problems) else { return }
        tables[file] = own
        ids[file] = OneRosterCells(table: own).check(version, &problems).union(own.lostIDs)
    }

    /// Whether the files the manifest names are there, and nothing else.
    private mutating func checkPresence(
        of files: [String], _ source: OneRosterFiles, _ manifest: OneRosterManifest
    ) {
        for file in files {
            let isThere = source.files[file + ".csv"] != nil
            switch manifest.modes[file] {
            case .bulk, .delta:
                if !isThere { problems.add(.fileMissing(file + ".csv"), at: manifest.place(of: file)) }
            case .absent:
                if isThere { problems.add(.fileIgnored, at: ImportPlace(file: file + ".csv")) }
            case nil:
                let isNeeded = OneRosterFile(rawValue: file) != nil
                let place = ImportPlace(file: isThere ? file + ".csv" : OneRosterManifest.name)
                problems.add(
                    isThere && isNeeded ? .fileNotNamed(file) : .fileNotNamedUnread(file), at: place)
            }
        }
        for name in source.files.keys.sorted() where !files.contains(String(name.dropLast(4))) {
            if name != OneRosterManifest.name { problems.add(.unknownFile, at: ImportPlace(file: name)) }
        }
    }

    private mutating func table(_ name: String, _ bytes: [UInt8]) -> SheetTable? {
        do {
            return try CSVFile.readUTF8(bytes, named: name)
        } catch {
            problems.add(.sheet(error), at: ImportPlace(file: name, row: error.row))
            return nil
        }
    }

    // MARK: What holds between rows and files

    private mutating func checkReferences() {
        for (file, table) in tables.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for column in table.columns {
                switch column.kind {
                case .reference(let target): check(table, column.name, target) { [$0[column.name]] }
                case .references(let target): check(table, column.name, target) { $0.list(column.name) }
                default: break
                }
            }
            if file == .demographics { check(table, "sourcedId", .users) { [$0.id] } }
        }
    }

    private mutating func check(
        _ table: OneRosterTable, _ column: String, _ target: OneRosterFile, _ named: (OneRosterRow) -> [String]
    ) {
        guard let reachable = reachable(target) else { return }
        let place = ImportPlace(file: table.file.name)
        for row in table.rows {
            for id in named(row) where !id.isEmpty && OneRosterCells.isID(id) && !reachable.contains(id) {
                problems.add(.unknownReference(id, in: target.name), at: place.row(row.number, column))
            }
        }
    }

    /// The ids a row may refer to; nil where the file could not be read, so that one fault is not told a thousand
    /// times.
    private func reachable(_ file: OneRosterFile) -> Set<String>? {
        let before = known?.ids(of: file) ?? []
        if let table = tables[file] {
            return table.mode == .bulk ? ids[file] : (ids[file] ?? []).union(before)
        }
        return file.isRequired && known == nil ? nil : file == .userProfiles && known != nil ? nil : before
    }

    private mutating func checkRecords() {
        for (file, from, to) in [
            (OneRosterFile.academicSessions, "startDate", "endDate"), (.enrollments, "beginDate", "endDate"),
            (.roles, "beginDate", "endDate"),
        ] {
            for row in tables[file]?.rows ?? [] {
                guard let first = row.day(from), let last = row.day(to), last < first else { continue }
                problems.add(.datesReversed, at: ImportPlace(file: file.name, row: row.number, column: to))
            }
        }
        for file in [OneRosterFile.courses, .classes] {
            for row in tables[file]?.rows ?? [] where row.list("subjectCodes").count != row.list("subjects").count {
                let counts = (row.list("subjects").count, row.list("subjectCodes").count)
                let place = ImportPlace(file: file.name, row: row.number, column: "subjectCodes")
                problems.add(.unequalSubjects(names: counts.0, codes: counts.1), at: place)
            }
        }
    }

    /// In version 1.2 a user without a row of roles is nobody.
    private mutating func checkRoles(_ set: OneRosterSet) {
        guard set.mode(.roles) != .absent, tables[.users] != nil else { return }
        for user in set.users.values.sorted(by: { $0.row < $1.row })
        where user.roles.isEmpty && known?.users[user.id] == nil {
            problems.add(.noRole(user.id), at: ImportPlace(file: "users.csv", row: user.row, column: "sourcedId"))
        }
    }
}
