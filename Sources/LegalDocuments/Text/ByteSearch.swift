internal import Glibc

/// Plain searches by bytes, for the inner loops: the standard library's compare text by characters that are the same in
/// any normal form, which costs far more and finds nothing else in a Chinese word.
extension String {
    /// Whether the text holds these bytes.
    ///
    /// - Complexity: O(*n*) in the text, for a word whose first and last bytes seldom stand so far apart in it.
    package func holds(_ wanted: StaticString) -> Bool { firstPlace(of: wanted) != nil }

    package func holdsAny(_ words: [StaticString]) -> Bool { words.contains { holds($0) } }

    /// Where in UTF-8 the first of these bytes stands.
    package func firstPlace(of wanted: StaticString) -> Int? {
        let length = wanted.utf8CodeUnitCount
        guard length > 0, utf8.count >= length else { return nil }
        var text = self
        // Safety: both pointers are read only below the counts that belong to them.
        return text.withUTF8 { bytes in
            unsafe ByteSearch.place(of: UnsafeBufferPointer(start: wanted.utf8Start, count: length), in: bytes)
        }
    }

    /// Whether the text begins with the bytes of one of these words.
    package func opens(withAny words: [StaticString]) -> Bool {
        var text = self
        // Safety: both pointers are read only below the counts that belong to them.
        return text.withUTF8 { bytes in
            for word in words {
                let length = word.utf8CodeUnitCount
                guard length > 0, length <= bytes.count, let start = bytes.baseAddress else { continue }
                if unsafe memcmp(start, word.utf8Start, length) == 0 { return true }
            }
            return false
        }
    }
}

private enum ByteSearch {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Eight places at once: those where the first byte fits and, as far behind it as it must be, the last.
    static func place(of wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let reach = wanted.count - 1
        guard let text = bytes.baseAddress, let word = wanted.baseAddress else { return nil }
        let first = unsafe UInt64(wanted[0]) &* ones
        let last = unsafe UInt64(wanted[reach]) &* ones
        let end = bytes.count - reach
        let raw = unsafe UnsafeRawPointer(text)
        var at = 0
        // Safety: the later of the two loads ends at `at + reach + 8`, which is at most `end + reach`, the text's count.
        while at + 8 <= end {
            let unlike = unsafe (UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ first)
                | (UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + reach, as: UInt64.self)) ^ last)
            // The lowest bit set is exact; those above it may be false, and are compared.
            var found = (unlike &- ones) & ~unlike & highs
            while found != 0 {
                let place = at + found.trailingZeroBitCount / 8
                if unsafe memcmp(raw + place, word, wanted.count) == 0 { return place }
                found &= found &- 1
            }
            at += 8
        }
        while at < end {
            if unsafe bytes[at] == wanted[0], unsafe memcmp(raw + at, word, wanted.count) == 0 { return at }
            at += 1
        }
        return nil
    }
}
