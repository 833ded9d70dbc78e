/// The small file that makes a commit: it names the segments which are the index.
///
/// Text, a line each, the last line a checksum of all before it; FORMAT.md, "Manifest".
package struct Manifest: Equatable, Sendable {
    package static let name = "manifest"
    package static let title = "Lexigram index"

    package struct Segment: Equatable, Sendable {
        /// Number of the segment; its file is `NUMBER.segment`.
        package var number: UInt64
        package var documents: Int
        package var units: Int
        /// Length of the file.
        package var bytes: Int
        /// Generation in which its file of deleted documents was written; nil where nothing is deleted.
        package var deletedIn: UInt64?
        package var deletedCount: Int

        package init(
            number: UInt64, documents: Int, units: Int, bytes: Int, deletedIn: UInt64?, deletedCount: Int
        ) {
            self.number = number
            self.documents = documents
            self.units = units
            self.bytes = bytes
            self.deletedIn = deletedIn
            self.deletedCount = deletedCount
        }

        var fileName: String { "\(number).segment" }
        var deletedFileName: String? { deletedIn.map { "\(number).\($0).deleted" } }
    }

    /// Rises by one with each commit.
    package var generation: UInt64
    /// Number that the next segment gets.
    package var nextSegment: UInt64
    package var analysisVersion: Int
    package var contentVersion: Int
    /// Seconds since 1970, negative before it.
    package var committedAt: Int64
    package var segments: [Segment]

    package func encoded() -> [UInt8] {
        var lines = [
            "\(Self.title)", "format \(SegmentLayout.version)", "analysis \(analysisVersion)",
            "content \(contentVersion)", "generation \(generation)", "next \(nextSegment)", "committed \(committedAt)",
        ]
        for segment in segments {
            let deleted = segment.deletedIn.map { "\($0)" } ?? "-"
            lines.append(
                "segment \(segment.number) \(segment.documents) \(segment.units) \(segment.bytes) \(deleted) \(segment.deletedCount)")
        }
        let content = Array((lines.joined(separator: "\n") + "\n").utf8)
        return content + Array("crc32c \(String(CRC32C.checksum(of: content), radix: 16))\n".utf8)
    }

    /// - Throws: `formatVersion` before any other complaint, so that a newer format is told from damage.
    package init(_ bytes: [UInt8], path: String, analysisVersion expectedAnalysis: Int, contentVersion expectedContent: Int)
        throws(IndexError)
    {
        let text = String(decoding: bytes, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first.map(String.init) == Self.title else { throw IndexError(file: path, reason: .notAnIndex) }
        let damage = IndexError(file: path, reason: .damaged(part: "manifest"))
        guard lines.count >= 9, let format = Self.number(lines[1], "format") else { throw damage }
        guard format == Int(SegmentLayout.version) else {
            throw IndexError(file: path, reason: .formatVersion(found: format, readable: Int(SegmentLayout.version)))
        }
        guard lines.removeLast().isEmpty else { throw damage }
        let checksumLine = lines.removeLast()
        let content = Array((lines.joined(separator: "\n") + "\n").utf8)
        guard checksumLine == "crc32c \(String(CRC32C.checksum(of: content), radix: 16))" else {
            throw IndexError(file: path, reason: .checksumMismatch(part: "manifest"))
        }
        guard let analysis = Self.number(lines[2], "analysis"), let contentVersion = Self.number(lines[3], "content"),
            let generation = Self.number(lines[4], "generation"), let next = Self.number(lines[5], "next"),
            let committed = Self.number(lines[6], "committed"), generation >= 0, next >= 0
        else { throw damage }
        guard analysis == expectedAnalysis else {
            throw IndexError(file: path, reason: .analysisVersion(found: analysis, expected: expectedAnalysis))
        }
        guard contentVersion == expectedContent else {
            throw IndexError(file: path, reason: .formatVersion(found: contentVersion, readable: expectedContent))
        }
        self.init(
            generation: UInt64(generation), nextSegment: UInt64(next), analysisVersion: analysis,
            contentVersion: contentVersion, committedAt: Int64(committed), segments: [])
        for line in lines[7...] {
            // A number not yet given out would be given out again, and a file in use written over.
            guard let segment = Self.segment(line), segment.number < nextSegment else { throw damage }
            segments.append(segment)
        }
    }

    package init(
        generation: UInt64, nextSegment: UInt64, analysisVersion: Int, contentVersion: Int, committedAt: Int64,
        segments: [Segment]
    ) {
        self.generation = generation
        self.nextSegment = nextSegment
        self.analysisVersion = analysisVersion
        self.contentVersion = contentVersion
        self.committedAt = committedAt
        self.segments = segments
    }

    private static func number(_ line: Substring, _ name: String) -> Int? {
        let words = line.split(separator: " ")
        guard words.count == 2, words[0] == name else { return nil }
        return Int(words[1])
    }

    private static func segment(_ line: Substring) -> Segment? {
        let words = line.split(separator: " ")
        guard words.count == 7, words[0] == "segment", let number = UInt64(words[1]), let documents = Int(words[2]),
            let units = Int(words[3]), let bytes = Int(words[4]), let deletedCount = Int(words[6]),
            documents >= 0, units >= 0, bytes >= 0, (0...documents).contains(deletedCount)
        else { return nil }
        let deletedIn = UInt64(words[5])
        guard (deletedIn != nil) == (words[5] != "-") else { return nil }
        return Segment(
            number: number, documents: documents, units: units, bytes: bytes, deletedIn: deletedIn,
            deletedCount: deletedCount)
    }
}
