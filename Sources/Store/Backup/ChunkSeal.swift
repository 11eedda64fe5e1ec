import CSodium

/// Seals the chunks of a backup one after another, or opens them in the same order.
///
/// With a key it is libsodium's secretstream (XChaCha20-Poly1305): a chunk that was changed, moved, doubled or left out
/// does not open, and the last one says that it is the last. Without a key each chunk carries a SHA-256 over itself and
/// the digest before it, which finds every accident, though not somebody who computes the digests anew.
struct ChunkSeal {
    private var state = crypto_secretstream_xchacha20poly1305_state()
    private let isSecret: Bool
    private let header: [UInt8]
    private var digest: [UInt8]

    /// Begins a new stream; completes the header.
    init(writing header: inout BackupHeader, key: BackupKey?, work: BackupKey.Work) throws {
        isSecret = key != nil
        if let key {
            header.seal = key.isPassphrase ? .passphrase : .keyFile
            if key.isPassphrase {
                header.work = work
                header.salt = Digest.random(16)
            }
            let material = try key.material(salt: header.salt, work: header.work)
            header.mark = BackupHeader.mark(of: material)
            crypto_secretstream_xchacha20poly1305_init_push(&state, &header.stream, material)
        }
        self.header = header.bytes
        digest = Digest.sha256(self.header)
    }

    /// Goes along a stream that was written with this header.
    /// - Throws: ``BackupRefusal`` if the key is missing or another one.
    init(reading header: BackupHeader, key: BackupKey?, of file: String) throws {
        isSecret = header.seal != .none
        self.header = header.bytes
        digest = Digest.sha256(self.header)
        guard isSecret else { return }
        guard let key else { throw header.seal == .keyFile ? BackupRefusal.needsKey : .needsPassphrase }
        guard key.isPassphrase == (header.seal == .passphrase) else {
            throw header.seal == .keyFile ? BackupRefusal.needsKey : .needsPassphrase
        }
        let material = try key.material(salt: header.salt, work: header.work)
        guard BackupHeader.mark(of: material) == header.mark else { throw BackupRefusal.otherKey }
        guard crypto_secretstream_xchacha20poly1305_init_pull(&state, header.stream, material) == 0 else {
            throw StoreError.tampered(file)
        }
    }

    /// How many bytes a sealed chunk has more than its content.
    var overhead: Int { isSecret ? crypto_secretstream_xchacha20poly1305_abytes() : 33 }

    mutating func seal(_ content: [UInt8], isLast: Bool) -> [UInt8] {
        guard isSecret else {
            let body = [isLast ? 1 : 0] + content
            digest = Digest.sha256(digest + body)
            return body + digest
        }
        var sealed = [UInt8](repeating: 0, count: content.count + overhead)
        let tag =
            isLast
            ? crypto_secretstream_xchacha20poly1305_tag_final() : crypto_secretstream_xchacha20poly1305_tag_message()
        crypto_secretstream_xchacha20poly1305_push(
            &state, &sealed, nil, content, UInt64(content.count), header, UInt64(header.count), tag)
        return sealed
    }

    /// The content of the next chunk and whether it is the last; nothing if it is not the chunk that was written.
    mutating func open(_ sealed: [UInt8]) -> (content: [UInt8], isLast: Bool)? {
        guard sealed.count >= overhead else { return nil }
        guard isSecret else {
            let body = Array(sealed.dropLast(32))
            digest = Digest.sha256(digest + body)
            return sealed.suffix(32).elementsEqual(digest) ? (Array(body.dropFirst()), body[0] == 1) : nil
        }
        var content = [UInt8](repeating: 0, count: sealed.count - overhead)
        var tag: UInt8 = 0
        let code = crypto_secretstream_xchacha20poly1305_pull(
            &state, &content, nil, &tag, sealed, UInt64(sealed.count), header, UInt64(header.count))
        return code == 0 ? (content, tag == crypto_secretstream_xchacha20poly1305_tag_final()) : nil
    }
}
