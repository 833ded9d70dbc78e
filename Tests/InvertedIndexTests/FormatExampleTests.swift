import InvertedIndex
import Testing

/// The worked example of Index/FORMAT.md, byte for byte: when these bytes change, the document changes with them.
@Suite struct FormatExampleTests {
    @Test func theExampleIsStillTrue() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        try writer.add(
            IndexDocument(
                id: "x", keywords: [], columns: [5], record: [0xAB],
                spans: [IndexSpan(field: .title, units: 0..<1, text: "水法")],
                units: [IndexUnit(text: "节水水费 A1", record: [])]))
        try writer.commit(at: 1_700_000_000)
        let manifest = String(decoding: try folder.read("manifest"), as: UTF8.self)
        #expect(manifest == Self.block("manifest"))
        let segment = try folder.read("1.segment")
        #expect(Self.hex(segment) == Self.block("segment"))
    }

    /// Lines of 24 bytes, the offset of each before it.
    private static func hex(_ bytes: [UInt8]) -> String {
        stride(from: 0, to: bytes.count, by: 24).map { start in
            let offset = String(start, radix: 16)
            let line = bytes[start..<min(start + 24, bytes.count)].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            return String(repeating: "0", count: 4 - offset.count) + offset + "  " + line.joined(separator: " ") + "\n"
        }.joined()
    }

    /// The fenced block of this name in the document.
    private static func block(_ name: String) -> String {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
        guard let file = try? MappedFile(path: root + "/Index/FORMAT.md").bytes,
            let bytes = file.array(0..<file.count)
        else { return "" }
        let parts = String(decoding: bytes, as: UTF8.self).split(separator: "```" + name + "\n", maxSplits: 1)
        return parts.count == 2 ? String(parts[1].split(separator: "```", maxSplits: 1)[0]) : ""
    }
}
