import InvertedIndex
import Testing

/// Crash ⇒ recover, rot ⇒ refuse loudly.
@Suite struct DamageTests {
    private func folder() throws -> TestFolder {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        for number in 0..<30 {
            try writer.add(.plain("d\(number)", ["第\(number)条　行政复议机关应当受理。", "abc \(number)"], title: "样例条例\(number)"))
        }
        try writer.commit(at: 1)
        try writer.remove(id: "d3")
        try writer.commit(at: 2)
        return folder
    }

    @Test func anotherFormatAndAnotherAnalysisAreTwoErrors() throws {
        let folder = try folder()
        let manifest = String(decoding: try folder.read("manifest"), as: UTF8.self)
        try folder.write(Array(manifest.replacing("format 1\n", with: "format 9\n").utf8), to: "manifest")
        #expect(throws: IndexError(file: folder.index + "/manifest", reason: .formatVersion(found: 9, readable: 1))) {
            _ = try IndexSnapshot.open(folder)
        }
        // Told apart from damage only where the checksum is right, so the line is changed together with it.
        let lines = manifest.replacing("analysis 1\n", with: "analysis 8\n").split(separator: "\n").dropLast()
        let content = lines.joined(separator: "\n") + "\n"
        let sum = String(CRC32C.checksum(of: Array(content.utf8)), radix: 16)
        try folder.write(Array((content + "crc32c \(sum)\n").utf8), to: "manifest")
        #expect(throws: IndexError(file: folder.index + "/manifest", reason: .analysisVersion(found: 8, expected: 1))) {
            _ = try IndexSnapshot.open(folder)
        }
    }

    @Test func anotherContentVersionIsRefused() throws {
        let folder = try folder()
        #expect(throws: IndexError.self) {
            _ = try IndexSnapshot.open(folder.index, configuration: IndexConfiguration(contentVersion: 2, columnCount: 1))
        }
    }

    @Test func everyCutOfEveryFileIsRefused() throws {
        let folder = try folder()
        for name in folder.names() where name != "lock" {
            let whole = try folder.read(name)
            for cut in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
                try folder.write(Array(whole[..<cut]), to: name)
                #expect(throws: IndexError.self, "\(name) cut at \(cut)") { _ = try IndexSnapshot.open(folder) }
            }
            try folder.write(whole, to: name)
        }
        try IndexSnapshot.open(folder).verify()
    }

    /// Any flipped bit is found at open or by `verify`; what is read in spite of it gives an error or an answer, never a crash.
    @Test func everyFlippedBitIsFound() throws {
        let folder = try folder()
        var generator = SeededGenerator(11)
        for name in folder.names() where name != "lock" {
            let whole = try folder.read(name)
            for _ in 0..<(name.hasSuffix(".segment") ? 400 : 60) {
                var damaged = whole
                let place = Int.random(in: 0..<whole.count, using: &generator)
                damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                try folder.write(damaged, to: name)
                guard let snapshot = try? IndexSnapshot.open(folder) else { continue }
                let padding = (try? snapshot.verify()) != nil
                #expect(!padding || isPadding(place, of: whole), "\(name) at \(place)")
                exercise(snapshot)
            }
            try folder.write(whole, to: name)
        }
    }

    /// Bytes between sections belong to none and say nothing.
    private func isPadding(_ place: Int, of file: [UInt8]) -> Bool { file[place] == 0 }

    private func exercise(_ snapshot: IndexSnapshot) {
        for query in ["行政", "复议机关", "议", "abc", "第2", "样例条例"] { _ = try? snapshot.texts(query) }
        for address in snapshot.documents() {
            _ = try? snapshot.record(of: address)
            _ = try? snapshot.keywords(of: address)
            _ = try? snapshot.spans(of: address)
            for unit in (try? snapshot.units(of: address)) ?? 0..<0 {
                _ = try? snapshot.text(of: UnitAddress(segment: address.segment, unit: unit))
            }
        }
        _ = try? snapshot.keywords(withPrefix: "", limit: .max)
        _ = try? snapshot.document(withID: "d5")
    }
}
