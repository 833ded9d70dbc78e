import InvertedIndex
import TextAnalysis
import Testing

/// The two small files of a commit: the manifest, and the list of deleted documents of a segment.
@Suite struct CommitFileTests {
    private static let manifest = Manifest(
        generation: 12, nextSegment: 9, analysisVersion: Folding.version, contentVersion: 3, committedAt: 1_700_000_000,
        segments: [
            Manifest.Segment(number: 2, documents: 40, units: 900, bytes: 70_000, deletedIn: 11, deletedCount: 4),
            Manifest.Segment(number: 8, documents: 1, units: 0, bytes: 1_300, deletedIn: nil, deletedCount: 0),
        ])

    private func read(_ bytes: [UInt8]) throws(IndexError) -> Manifest {
        try Manifest(bytes, path: "manifest", analysisVersion: Folding.version, contentVersion: 3)
    }

    /// With the checksum put right, so that what the lines say is what is refused.
    private func changed(_ from: String, _ to: String) -> [UInt8] {
        let text = String(decoding: Self.manifest.encoded(), as: UTF8.self)
        let content = text.replacing(from, with: to).split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
        let sum = String(CRC32C.checksum(of: Array(content.utf8)), radix: 16)
        return Array((content + "crc32c \(sum)\n").utf8)
    }

    @Test func aManifestComesBack() throws {
        #expect(try read(Self.manifest.encoded()) == Self.manifest)
        var empty = Self.manifest
        empty.segments = []
        #expect(try read(empty.encoded()) == empty)
    }

    /// A clock before 1970 must not make an index that cannot be opened.
    @Test func aTimeBefore1970ComesBack() throws {
        var manifest = Self.manifest
        manifest.committedAt = -86_400
        #expect(try read(manifest.encoded()) == manifest)
    }

    @Test func nothingMayFollowTheChecksum() {
        for more in ["x", "segment 3 1 1 1 - 0", "\n", "x\n"] {
            #expect(throws: IndexError.self, "\(more)") { try read(Self.manifest.encoded() + Array(more.utf8)) }
        }
    }

    @Test func anyChangedByteOfAManifestIsRefused() {
        let sound = Self.manifest.encoded()
        for place in sound.indices {
            for change: UInt8 in [0x01, 0x10, 0x80] {
                var damaged = sound
                damaged[place] ^= change
                #expect(throws: IndexError.self, "byte \(place)") { try read(damaged) }
            }
        }
    }

    @Test(arguments: [
        ("segment 8 1 0 1300 - 0", "segment 8 1 0 1300 - 2"), ("segment 8 1 0", "segment 8 -1 0"),
        ("segment 8 1 0 1300 - 0", "segment 8 1 0 1300 -"), ("segment 8 1 0 1300 -", "segment 8 1 0 1300 x"),
        ("generation 12", "generation -12"), ("generation 12", "generation 99999999999999999999"),
        ("next 9", "next 8"), ("committed ", "commited "),
    ])
    func linesThatCannotBeAreDamage(from: String, to: String) {
        #expect(throws: IndexError(file: "manifest", reason: .damaged(part: "manifest"))) { try read(changed(from, to)) }
    }

    @Test func somethingElseIsNoManifest() {
        #expect(throws: IndexError(file: "manifest", reason: .notAnIndex)) { try read(Array("Dear Sir,\n".utf8)) }
        #expect(throws: IndexError(file: "manifest", reason: .notAnIndex)) { try read([]) }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 1_000])
    func deletedDocumentsComeBack(documents: Int) throws {
        var generator = SeededGenerator(UInt64(documents))
        var deleted = DeletedDocuments(documents: documents)
        let chosen = Set((0..<documents).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 })
        for document in chosen { deleted.insert(document) }
        if let again = chosen.first { deleted.insert(again) }
        #expect(deleted.count == chosen.count)
        let folder = TestFolder()
        let path = folder.path + "/1.1.deleted"
        let bytes = deleted.encoded(documents: documents)
        try POSIXFileSystem().write([bytes], to: path)
        let read = try DeletedDocuments(path: path, documents: documents)
        #expect(read == deleted)
        for document in 0..<documents { #expect(read.contains(document) == chosen.contains(document)) }
        for length in 0..<bytes.count {
            try POSIXFileSystem().write([Array(bytes[..<length])], to: path)
            #expect(throws: IndexError.self) { try DeletedDocuments(path: path, documents: documents) }
        }
    }

    /// A file of deleted documents from another commit fits the segment and has a right checksum all the same.
    @Test func deletedDocumentsOfAnotherCommitAreRefused() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        for number in 0..<4 { try writer.add(.plain("d\(number)", ["文字"])) }
        try writer.commit(at: 0)
        try writer.remove(id: "d0")
        try writer.commit(at: 0)
        let name = try #require(folder.names().first { $0.hasSuffix(".deleted") })
        var other = DeletedDocuments(documents: 4)
        other.insert(1)
        other.insert(2)
        try folder.write(other.encoded(documents: 4), to: name)
        #expect(throws: IndexError(file: folder.index + "/" + name, reason: .damaged(part: "deleted documents"))) {
            try IndexSnapshot.open(folder)
        }
    }
}
