/// Which documents of a segment no longer count: one bit each, in a file of its own that a commit replaces.
package struct DeletedDocuments: Sendable, Equatable {
    private var words: [UInt64]
    package private(set) var count = 0

    package init(documents: Int) { words = [UInt64](repeating: 0, count: (documents + 63) / 64) }

    package func contains(_ document: Int) -> Bool {
        words[document >> 6] >> UInt64(document & 63) & 1 == 1
    }

    package mutating func insert(_ document: Int) {
        guard !contains(document) else { return }
        words[document >> 6] |= 1 << UInt64(document & 63)
        count += 1
    }

    /// "LXGDEL", two zero bytes, format version, number of documents, the words, and a checksum of all before it.
    package func encoded(documents: Int) -> [UInt8] {
        var writer = ByteWriter()
        writer.append(Self.magic)
        writer.uint32(SegmentLayout.version)
        writer.uint32(UInt32(documents))
        for word in words { writer.uint64(word) }
        writer.uint32(CRC32C.checksum(of: writer.bytes))
        return writer.bytes
    }

    /// Reads a file written by ``encoded(documents:)``, its checksum compared.
    package init(path: String, documents: Int) throws(IndexError) {
        let bytes = try MappedFile(path: path).bytes
        self.init(documents: documents)
        let expected = 16 + words.count * 8 + 4
        guard bytes.count == expected else {
            throw IndexError(file: path, reason: .wrongLength(expectedBytes: expected, foundBytes: bytes.count))
        }
        guard bytes.array(0..<8) == Self.magic, bytes.checksum(0..<(expected - 4)) == bytes.load(UInt32.self, at: expected - 4)
        else { throw IndexError(file: path, reason: .checksumMismatch(part: "deleted documents")) }
        guard bytes.uint32(2) == SegmentLayout.version, bytes.uint32(3) == UInt32(documents) else {
            throw IndexError(file: path, reason: .damaged(part: "deleted documents"))
        }
        for index in words.indices { words[index] = bytes.uint64(2 + index) ?? 0 }
        if documents % 64 != 0, let last = words.indices.last { words[last] &= (1 << UInt64(documents % 64)) - 1 }
        count = words.reduce(0) { $0 + $1.nonzeroBitCount }
    }

    private static let magic: [UInt8] = [0x4C, 0x58, 0x47, 0x44, 0x45, 0x4C, 0, 0]
}
