extension Store {
    /// Takes a school's file as it is, though pages are not what was written: somebody has written into it with another
    /// program and says so, or what is wrong is worth less than what a restore would lose. It goes into the chain.
    /// - Parameter proof: whether the school's records hold together.
    /// - Returns: the pages, by number from 1; none where nothing is wrong, and then nothing was done.
    /// - Throws: ``StoreError/locked(_:)`` while another program has the data directory, ``StoreError/unfit(_:)`` if
    ///   the file or the chain does not hold together even so; only a restore helps then.
    public func acceptPages(
        of id: Int64, who: String, why: String, at instant: Int64, proof: (Store) throws -> AuditVerification
    ) throws -> [Int64] {
        var pages: [Int64] = []
        try alone(with: []) {
            let school = try school(id)
            pages = try school.lookThrough().wrong
            guard !pages.isEmpty else { return }
            try school.acceptPages {
                if let bad = try proof(self).firstBad { throw StoreError.unfit("audit row \(bad.seq): \(bad.why)") }
                try school.writeNow(by: .command("check database"), at: instant) { writing in
                    let list = pages.map(String.init).joined(separator: " ")
                    try writing.audit("school.acceptPages", "school/\(id)", before: list, reason: why, text: who)
                }
                try school.sealPages()
            }
            try anchors(of: id).keep(try school.read { try AuditHead.read($0, school: id) }, at: instant)
        }
        return pages
    }
}
