/// One transaction of a file, and one wait for the disk, for changes that come together.
struct SharedCommit {
    let writer: Connection

    /// The first needs no savepoint, because if it fails there is nothing else to keep; so a change alone costs what a
    /// transaction costs. Each of the others, which `next` hands out, has its own. What one was told rests on what the
    /// others did before it, so if the commit fails nothing of it holds: all get that fault, the refused ones too.
    func run(_ first: any Turn, and next: () -> (any Turn)?) -> [Ended] {
        do {
            writer.waitForLocks(atMost: first.left)
            defer { writer.waitForLocks(atMost: SQLiteHandle.longestWait) }
            try writer.run("BEGIN IMMEDIATE")
            try first.run(on: writer)
        } catch {
            rollBack()
            return [(first, error)]
        }
        var ended: [Ended] = [(first, nil)]
        while let turn = next() {
            do {
                try runAside(turn)
                ended.append((turn, nil))
            } catch {
                guard writer.isInTransaction else {
                    return ended.map { ($0.turn, StoreError.undone) } + [(turn, error)]
                }
                ended.append((turn, error))
            }
        }
        do {
            try writer.run("COMMIT")
            return ended
        } catch {
            rollBack()
            return ended.map { ($0.turn, error) }
        }
    }

    private func runAside(_ turn: any Turn) throws {
        try writer.run("SAVEPOINT turn")
        do {
            try turn.run(on: writer)
            try writer.run("RELEASE turn")
        } catch {
            undoAside()
            throw error
        }
    }

    private func undoAside() {
        do {
            try writer.run("ROLLBACK TO turn")
            try writer.run("RELEASE turn")
        } catch {
            rollBack()
        }
    }

    private func rollBack() {
        // A rollback that fails too leaves nothing behind: SQLite has then rolled back by itself.
        _ = try? writer.run("ROLLBACK")
    }
}
