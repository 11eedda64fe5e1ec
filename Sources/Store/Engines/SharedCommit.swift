extension SQLiteSchool {
    /// One transaction, and one wait for the disk, for the changes that `next` hands out.
    ///
    /// The first needs no savepoint, because if it fails there is nothing else to keep; so a change alone costs what a
    /// transaction costs. Each of the others has its own. What one was told rests on what the others did before it, so
    /// if the commit fails nothing of it holds: all get that fault, the refused ones too.
    func commit(_ next: () -> (any Turn)?) -> [Ended] {
        guard let first = next() else { return [] }
        do {
            try writer.run("BEGIN IMMEDIATE")
            try run(first)
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
                ended.append((turn, error))
                guard writer.isInTransaction else { return ended.map { ($0.turn, error) } }
            }
        }
        do {
            try writer.run("COMMIT")
            commits.add(1, ordering: .relaxed)
            return ended
        } catch {
            rollBack()
            return ended.map { ($0.turn, error) }
        }
    }

    /// SQLite ends a transaction by itself when the disk is full or fails, also where the change did not pass that on.
    private func run(_ turn: any Turn) throws {
        try turn.run(on: writer)
        guard writer.isInTransaction else {
            throw StoreError.engine(
                Fault(.lost, code: "rollback"), message: "the transaction was undone meanwhile", statement: "COMMIT")
        }
    }

    private func runAside(_ turn: any Turn) throws {
        try writer.run("SAVEPOINT turn")
        do {
            try run(turn)
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
