import InvertedIndex
import Testing
import TextAnalysis

/// Dictionaries that are large enough for directories in memory: of first characters by code point, of words by beginning.
@Suite struct DictionaryTests {
    /// Han characters, some of them beyond the basic plane, with gaps between them.
    private static let characters = stride(from: 0x4E00, to: 0x6E00, by: 37).map { $0 }
        + stride(from: 0x2_0000, to: 0x2_0400, by: 111).map { $0 }

    /// Words that share beginnings of eight bytes and more, and one that is the beginning of others.
    private static let words = (0..<80).flatMap { number in
        ["x\(number)", "abcdefgh\(number)", "abcdefghijklmnop\(number * 7)", "k\(number * 31)q"]
    } + ["abcdefgh", "abcdefg", "a"]

    private static func text(_ scalars: [Int]) -> String {
        String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
    }

    private static func snapshot(_ folder: TestFolder) throws -> IndexSnapshot {
        let units = characters.indices.dropLast().map { text([characters[$0], characters[$0 + 1]]) } + words
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem())
        try writer.add(IndexDocument(id: "d", columns: [0], spans: [], units: units.map { IndexUnit(text: $0) }))
        try writer.commit(at: 0)
        return try IndexSnapshot.open(folder)
    }

    private static func count(_ text: String, in snapshot: IndexSnapshot) throws -> Int {
        try snapshot.count(all: [Clause([Phrase(text)], weight: 1)])
    }

    /// Not another spelling of the same character.
    private static func isOther(_ character: Int, than other: Int) -> Bool {
        Folding.fold(UInt32(character)) != Folding.fold(UInt32(other))
    }

    @Test func everyTermIsFoundAndNoOther() throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(folder)
        for place in Self.characters.indices.dropLast() {
            let (first, second) = (Self.characters[place], Self.characters[place + 1])
            #expect(try Self.count(Self.text([first, second]), in: snapshot) == 1)
            if Self.isOther(first + 1, than: first) { #expect(try Self.count(Self.text([first + 1, second]), in: snapshot) == 0) }
            if Self.isOther(second + 1, than: second) { #expect(try Self.count(Self.text([first, second + 1]), in: snapshot) == 0) }
        }
        for word in Self.words {
            #expect(try Self.count(word, in: snapshot) == 1, "\(word)")
            #expect(try Self.count(word + "z", in: snapshot) == 0, "\(word)")
        }
        for absent in ["0", "abcdef", "abcdefghijklmnop", "zzzzzzzzzz", "k"] {
            #expect(try Self.count(absent, in: snapshot) == 0, "\(absent)")
        }
    }
}
