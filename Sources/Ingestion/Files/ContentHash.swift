/// Tells the bytes of one file from those of another; not for secrets. FNV-1a over words of eight bytes.
public enum ContentHash {
    private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3

    /// Never 0.
    ///
    /// - Complexity: O(*n*) in bytes.
    public static func of(_ bytes: [UInt8]) -> UInt64 {
        var hash = offset ^ UInt64(bytes.count)
        var at = 0
        while at + 8 <= bytes.count {
            var word: UInt64 = 0
            for index in at..<at + 8 { word = word << 8 | UInt64(bytes[index]) }
            hash = (hash ^ word) &* prime
            hash ^= hash >> 29
            at += 8
        }
        while at < bytes.count {
            hash = (hash ^ UInt64(bytes[at])) &* prime
            at += 1
        }
        return max(hash, 1)
    }

    /// Nil where the file cannot be read.
    public static func ofFile(atPath path: String) -> UInt64? {
        (try? FileBytes.read(path)).map { of($0) }
    }
}
