/// Exact look-up.
extension IndexSnapshot {
    /// Live documents that carry the keyword.
    /// - Complexity: O(*s* log *n* + *k*) for *s* segments and *k* documents found.
    public func documents(withKeyword keyword: String) throws(IndexError) -> [DocumentAddress] {
        let word = Array(keyword.utf8)
        var result: [DocumentAddress] = []
        for index in segments.indices {
            guard var cursor = try segments[index].reader.keywords.cursor(ofWord: word) else { continue }
            try appendLive(&cursor, segment: index, to: &result)
        }
        return result
    }

    /// The document with this id.
    public func document(withID id: String) throws(IndexError) -> DocumentAddress? {
        try documents(withKeyword: Self.idKeyword(id)).last
    }

    /// Keywords that begin with `prefix` and the live documents that carry each, ascending; at most `limit` keywords
    /// of each segment are looked at.
    public func keywords(withPrefix prefix: String, limit: Int) throws(IndexError) -> [(keyword: String, documents: [DocumentAddress])] {
        var found: [String: [DocumentAddress]] = [:]
        let bytes = Array(prefix.utf8)
        for segment in segments.indices {
            let space = segments[segment].reader.keywords
            var index = space.words.firstIndex(notBefore: bytes)
            let end = limit > space.words.count - index ? space.words.count : index + limit
            while index < end, let word = space.words.word(at: index), word.starts(with: bytes) {
                guard let pointer = space.words.pointer(at: index) else { throw segments[segment].reader.damage("dictionary") }
                var cursor = try space.cursor(pointer)
                var documents: [DocumentAddress] = []
                try appendLive(&cursor, segment: segment, to: &documents)
                if !documents.isEmpty { found[String(decoding: word, as: UTF8.self), default: []] += documents }
                index += 1
            }
        }
        return found.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }

    private func appendLive(
        _ cursor: inout PostingCursor, segment: Int, to result: inout [DocumentAddress]
    ) throws(IndexError) {
        while try cursor.next() != .max {
            guard !segments[segment].deleted.contains(Int(cursor.ordinal)) else { continue }
            result.append(DocumentAddress(segment: segment, document: Int(cursor.ordinal)))
        }
    }
}
