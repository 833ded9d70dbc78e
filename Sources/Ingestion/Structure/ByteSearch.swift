/// Plain searches by bytes, for the inner loops: the standard library's compare text by characters that are the same in
/// any normal form, which costs far more and finds nothing else in a Chinese word.
extension String {
    /// Whether the text holds these bytes.
    ///
    /// - Complexity: O(*n*) in the text, for a word whose first byte is rare in it.
    func holds(_ wanted: StaticString) -> Bool {
        let length = wanted.utf8CodeUnitCount
        guard length > 0, utf8.count >= length else { return false }
        var text = self
        // Safety: both pointers are read only below the counts that belong to them.
        return text.withUTF8 { bytes in
            let needle = unsafe UnsafeBufferPointer(start: wanted.utf8Start, count: length)
            let first = unsafe needle[0]
            var at = 0
            let last = bytes.count - length
            while at <= last {
                if unsafe bytes[at] == first {
                    var matched = 1
                    while matched < length, unsafe bytes[at + matched] == needle[matched] { matched += 1 }
                    if matched == length { return true }
                }
                at += 1
            }
            return false
        }
    }

    func holdsAny(_ words: [StaticString]) -> Bool { words.contains { holds($0) } }

    /// Whether the text begins with the bytes of one of these words.
    func opens(withAny words: [StaticString]) -> Bool {
        var text = self
        // Safety: both pointers are read only below the counts that belong to them.
        return text.withUTF8 { bytes in
            for word in words {
                let length = word.utf8CodeUnitCount
                guard length > 0, length <= bytes.count else { continue }
                let start = unsafe UnsafeBufferPointer(start: word.utf8Start, count: length)
                var matched = 0
                while matched < length, unsafe bytes[matched] == start[matched] { matched += 1 }
                if matched == length { return true }
            }
            return false
        }
    }
}
