import CSodium

/// Secrets that are handed out, and comparing them in constant time.
public enum Tokens {
    /// Letters and digits nobody can guess; five bits a character, without those that look alike.
    public static func make(_ length: Int) -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789z".utf8)
        var bytes = [UInt8](repeating: 0, count: length)
        randombytes_buf(&bytes, length)
        return String(decoding: bytes.map { letters[Int($0 & 31)] }, as: UTF8.self)
    }

    /// Whether two secrets are the same, in a time that does not tell how much of them is.
    public static func areEqual(_ one: String, _ other: String) -> Bool {
        let (left, right) = (Array(one.utf8), Array(other.utf8))
        return left.count == right.count && sodium_memcmp(left, right, left.count) == 0
    }

    /// SHA-256, for keeping a token without being able to use it.
    public static func digest(_ token: String) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        let bytes = Array(token.utf8)
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return digest
    }
}
