/// What a look at all the pages of a file has found, by their numbers from 1.
public struct PagesFound: Sendable, Equatable {
    /// Not what was written.
    public var wrong: [Int64] = []
    /// A single bit had flipped, and is put right whenever the page is read.
    public var mended: [Int64] = []
    /// How many have no seal.
    public var unsealed = 0
    /// What else is wrong with the file, in the engine's words; empty where nothing is.
    public var damage = ""

    public var isSound: Bool { wrong.isEmpty && damage.isEmpty }
    public var wantsWriting: Bool { !mended.isEmpty || unsealed > 0 }

    public init() {}
}

extension Connection {
    /// Looks at all pages of the file that hold anything, as they stand for this connection: those that the log has
    /// anew are not looked at in the file. Nothing on a server, which looks after its own files.
    func lookThrough() throws -> PagesFound {
        var found = PagesFound()
        guard !isPostgres else { return found }
        // What is in memory already says nothing of the file.
        try script("PRAGMA shrink_memory")
        found.damage = try damage() ?? ""
        found.wrong = PageWatch.pages(.wrong, of: file)
        found.mended = PageWatch.pages(.mended, of: file)
        found.unsealed = PageWatch.pages(.unsealed, of: file).count
        if isSealed == false { found.unsealed = try count("PRAGMA page_count") }
        // Whoever else reads the file must know of the visit until the pages it has left are written anew.
        if found.isSound, !found.wantsWriting { PageWatch.forgetVisit(file) }
        return found
    }

    /// Whether pages of the file have no seal, or a bit to be put right on the disk too, as far as they were read.
    var wantsSeals: Bool { isSealed == false || PageWatch.wantsSeals(file) }

    /// Looks at every page and, if one wants it, writes the whole file anew, every page with its seal.
    /// - Returns: whether the file was written.
    /// - Throws: ``StoreError/unfit(_:)`` if the engine's own check finds damage; the file is as it was.
    @discardableResult
    func sealPages() throws -> Bool {
        let found = try lookThrough()
        guard found.isSound else { throw StoreError.unfit("\(file) is damaged: \(found.damage)") }
        guard found.wantsWriting else { return false }
        try script("VACUUM")
        // What others still read stays in the log, and is sealed on its way from there.
        _ = try count("PRAGMA wal_checkpoint(TRUNCATE)")
        PageWatch.forget(file)
        return true
    }
}
