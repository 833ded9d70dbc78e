import InvertedIndex
import Testing

/// The examples of Index/FORMAT.md, byte for byte.
@Suite struct FormatExampleTests {
    @Test func theExampleIndexHasTheseBytes() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        try writer.add(
            IndexDocument(
                id: "x", keywords: [], columns: [5], record: [0xAB],
                spans: [IndexSpan(field: .title, units: 0..<1, text: "水法")],
                units: [IndexUnit(text: "节水水费 A1", record: [])]))
        try writer.commit(at: 1_700_000_000)
        #expect(String(decoding: try folder.read("manifest"), as: UTF8.self) == FormatExample.manifest)
        #expect(Self.hex(try folder.read("1.segment"), withOffsets: true) == FormatExample.segment)
    }

    @Test func theExamplePostingsHaveTheseBytes() throws {
        #expect(try postings([(3, 1), (4, 2), (10, 1)]) == FormatExample.shortPostings)
        let even = (0..<128).map { (UInt32($0) * 2, UInt32(1)) }
        #expect(try postings(even + [(300, 3)]) == FormatExample.longPostings)
        let tens = (0..<128).map { (UInt32($0) * 10, UInt32(1)) }
        #expect(try postings(tens, lengths: [UInt8](repeating: 9, count: 1_281)) == FormatExample.rangesPostings)
    }

    private func postings(_ list: [(ordinal: UInt32, frequency: UInt32)], lengths: [UInt8] = []) throws -> String {
        var writer = ByteWriter()
        var encoder = PostingListEncoder()
        encoder.append(
            ordinals: list.map(\.ordinal)[...], frequencies: list.map(\.frequency)[...], lengths: lengths, to: &writer)
        let folder = TestFolder()
        let limit = lengths.isEmpty ? 301 : lengths.count
        var cursor = try #require(PostingCursor(try folder.mapped(writer.bytes), at: 0, ordinalLimit: limit))
        for posting in list {
            #expect(try cursor.next() == posting.ordinal)
            #expect(cursor.frequency == posting.frequency)
        }
        return Self.hex(writer.bytes)
    }

    @Test func theExampleOfDeletedDocumentsHasTheseBytes() {
        var deleted = DeletedDocuments(documents: 3)
        deleted.insert(1)
        #expect(Self.hex(deleted.encoded(documents: 3)) == FormatExample.deleted)
    }

    @Test(arguments: [
        ("manifest", FormatExample.manifest), ("segment", FormatExample.segment),
        ("short-postings", FormatExample.shortPostings), ("long-postings", FormatExample.longPostings),
        ("ranges-postings", FormatExample.rangesPostings), ("deleted", FormatExample.deleted),
    ])
    func theDocumentShowsTheSameBytes(name: String, bytes: String) throws {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        let document = String(decoding: try TestFolder.bytes(of: root + "/Index/FORMAT.md"), as: UTF8.self)
        #expect(document.contains("```\(name)\n\(bytes)```\n"))
    }

    /// Lines of 24 bytes, with the offset of each before it where asked for.
    private static func hex(_ bytes: [UInt8], withOffsets: Bool = false) -> String {
        stride(from: 0, to: bytes.count, by: 24).map { start in
            let line = bytes[start..<min(start + 24, bytes.count)].map { padded(Int($0), 2) }.joined(separator: " ")
            return (withOffsets ? padded(start, 4) + "  " : "") + line + "\n"
        }.joined()
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let hex = String(number, radix: 16)
        return String(repeating: "0", count: max(0, digits - hex.count)) + hex
    }
}
