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
        try folder.write(Array(manifest.replacing("format 3\n", with: "format 9\n").utf8), to: "manifest")
        #expect(throws: IndexError(file: folder.index + "/manifest", reason: .formatVersion(found: 9, readable: 3))) {
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

    @Test func bytesTooManyAreRefused() throws {
        let folder = try folder()
        for name in folder.names() where name != "lock" {
            let whole = try folder.read(name)
            for more: [UInt8] in [[0], [0x0A], [UInt8](repeating: 0x41, count: 40)] {
                try folder.write(whole + more, to: name)
                #expect(throws: IndexError.self, "\(name) with \(more.count) more") { _ = try IndexSnapshot.open(folder) }
            }
            try folder.write(whole, to: name)
        }
    }

    /// Any damage is found at open or by `verify`; what is read in spite of it gives an error or an answer, never a crash.
    @Test(arguments: [1, 8, 32])
    func everyDamagedByteIsFound(bits: Int) throws {
        let folder = try folder()
        var generator = SeededGenerator(UInt64(bits))
        for name in folder.names() where name != "lock" {
            let whole = try folder.read(name)
            let padding = name.hasSuffix(".segment") ? Self.padding(of: whole) : []
            for _ in 0..<(name.hasSuffix(".segment") ? 400 : 60) {
                var damaged = whole
                let place = Int.random(in: 0..<(whole.count - 4), using: &generator)
                switch bits {
                case 1: damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 8: damaged[place] ^= UInt8.random(in: 1...255, using: &generator)
                default: for byte in 0..<4 { damaged[place + byte] = UInt8.random(in: 0...255, using: &generator) }
                }
                try folder.write(damaged, to: name)
                guard let snapshot = try? IndexSnapshot.open(folder) else { continue }
                let changed = whole.indices.filter { whole[$0] != damaged[$0] }
                let isFound = (try? snapshot.verify()) == nil
                #expect(isFound || padding.isSuperset(of: changed), "\(name) at \(place)")
                exercise(snapshot)
            }
            try folder.write(whole, to: name)
        }
    }

    /// Places of a segment file that belong to no section: they say nothing, and no checksum covers them.
    private static func padding(of segment: [UInt8]) -> Set<Int> {
        let sections = sections(of: segment)
        var rest = Set((32 + sections.count * 24)..<segment.count)
        for section in sections.values { rest.subtract(section) }
        return rest
    }

    /// Where the sections of a segment file are, by number.
    private static func sections(of segment: [UInt8]) -> [Int: Range<Int>] {
        func number(_ place: Int, _ size: Int) -> Int {
            (0..<size).reduce(0) { $0 | Int(segment[place + $1]) << (8 * $1) }
        }
        var sections: [Int: Range<Int>] = [:]
        for index in 0..<number(12, 4) {
            let entry = 32 + index * 24
            let start = number(entry + 8, 8)
            sections[number(entry, 4)] = start..<(start + number(entry + 16, 8))
        }
        return sections
    }

    /// Behind the escape a damaged file can have any 24 bits, and folding would look them up in a table.
    @Test func aValueThatIsNoCharacterIsDamage() throws {
        let (symbols, text) = (TestFolder(), TestFolder())
        let decoder = try #require(SymbolDecoder(try symbols.mapped(SymbolTable(symbols: [[0x6CD5]]).encoded().bytes)))
        let bytes = try text.mapped([0, 1, 255, 0x00, 0x00, 0x11, 191])
        var scalars: [UInt32] = []
        #expect(decoder.append(0..<1, of: bytes, to: &scalars))
        #expect(!decoder.append(1..<2, of: bytes, to: &scalars), "a symbol that is not in the table")
        #expect(!decoder.append(2..<6, of: bytes, to: &scalars), "a scalar beyond U+10FFFF")
        #expect(!decoder.append(6..<7, of: bytes, to: &scalars), "a first byte without its second")
        #expect(scalars == [0x6CD5])
    }

    @Test func aPhraseInATextThatIsNoCodeIsDamage() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        try writer.add(.plain("x", ["行政复议"]))
        try writer.commit(at: 0)
        var segment = try folder.read("1.segment")
        // The symbols: four characters, each once, so by scalar value; the text: 行 政 复 议.
        let characters: [UInt8] = [1, 1, 1, 1, 0x0D, 0x59, 0x4C, 0x88, 0x3F, 0x65, 0xAE, 0x8B]
        let table = try #require(segment.indices.dropLast(11).first { segment[$0..<($0 + 4)].elementsEqual([1, 1, 1, 1]) })
        #expect(Set(segment[(table + 4)..<(table + 12)]) == Set(characters[4...]))
        let text = try #require((table + 12..<segment.count - 4).first { Set(segment[$0..<($0 + 4)]) == [0, 1, 2, 3] })
        segment[text + 2] = 190
        try folder.write(segment, to: "1.segment")
        let damage = IndexError(file: folder.index + "/1.segment", reason: .damaged(part: "unitText"))
        #expect(throws: damage) { try IndexSnapshot.open(folder).texts("政复议") }
        #expect(throws: damage) { try IndexSnapshot.open(folder).texts("议") }
    }

    /// Two spellings of one clause whose frequencies in a damaged file add up to more than 32 bits hold.
    @Test func frequenciesThatCannotBeDoNotOverflow() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        try writer.add(.plain("x", ["a a b b c c d d e e f f"]))
        try writer.commit(at: 0)
        var segment = try folder.read("1.segment")
        // Each of the six words has a list of one posting: its gap 0, its frequency 2.
        let lists = [[UInt8]](repeating: [1, 0, 2], count: 6).flatMap { $0 }
        let start = try #require(segment.indices.dropLast(17).first { Array(segment[$0..<($0 + 18)]) == lists })
        let largest: [UInt8] = [1, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F]
        for list in [start, start + 9] { segment.replaceSubrange(list..<(list + 7), with: largest) }
        try folder.write(segment, to: "1.segment")
        let snapshot = try IndexSnapshot.open(folder)
        _ = try snapshot.matches(all: [Clause([Phrase("a"), Phrase("d")])])
        #expect(throws: IndexError.self) { try snapshot.verify() }
    }

    /// Where a list's directory or the lower bytes of its ordinals are damaged, nothing is added outside of a window.
    @Test func questionsOverDamagedRanges() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        // One unit in eleven holds the word: that makes a list in ranges, the last of which is cut.
        let units = (0..<1_500).map { IndexUnit(text: $0 % 11 == 0 ? "复议" : "机关\($0 % 7)") }
        try writer.add(IndexDocument(id: "d", columns: [0], spans: [], units: units))
        try writer.commit(at: 1)
        let whole = try folder.read("1.segment")
        let clauses = ["复议", "机关"].map { Clause([Phrase($0)], weight: 1) }
        var answers = 0
        for place in stride(from: 0, to: whole.count, by: 3) {
            var damaged = whole
            damaged[place] ^= 0xA5
            try folder.write(damaged, to: "1.segment")
            guard let snapshot = try? IndexSnapshot.open(folder) else { continue }
            for windowCount in [48, 1_024] {
                let best = try? snapshot.best(
                    10, any: clauses, parameters: RankingParameters(), factors: nil, windowCount: windowCount)
                answers += best == nil ? 0 : 1
            }
        }
        #expect(answers > 0)
    }

    /// Commits beside a long segment take their symbols from its table, whatever that says.
    @Test func smallCommitsBesideDamagedSymbols() throws {
        let folder = TestFolder()
        var generator = SeededGenerator(21)
        let builder = try IndexWriter(
            folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem(), leastFrequent: 10_000)
        for number in 0..<760 { try builder.add(.plain("d\(number)", [RandomText.text(1_200, &generator)])) }
        try builder.commit(at: 1)
        let segment = try folder.read("1.segment")
        let symbols = try #require(Self.sections(of: segment)[2])
        #expect(symbols.count > 10_000)
        var commits = 0
        for round in 0..<24 {
            var damaged = segment
            for _ in 0...(round % 4) {
                // The lengths of the symbols come first.
                let place = Int.random(in: 0..<(round < 8 ? 2_000 : symbols.count), using: &generator)
                damaged[symbols.lowerBound + place] = [0, 1, 2, 8, 9, 0xD8, 0xFF].randomElement(using: &generator) ?? 0
            }
            let copy = try folder.copy()
            try copy.write(damaged, to: "1.segment")
            let writer = try IndexWriter(folder: copy.index, configuration: plainConfiguration)
            do throws(IndexError) {
                for number in 0..<3 {
                    try writer.add(.plain("n\(number)", [RandomText.text(300, &generator)]))
                    try writer.commit(at: 2)
                    commits += 1
                }
                let snapshot = try IndexSnapshot.open(copy.index, configuration: plainConfiguration)
                _ = try snapshot.best(10, all: [Clause([Phrase("行政")])])
            } catch {
                #expect(error.reason == .damaged(part: "symbols"))
            }
        }
        // The first commit of a writer asks for nobody's symbols.
        #expect(commits > 24)
    }

    /// An error of a damaged file names the file.
    @Test func damageNamesItsFile() throws {
        let folder = TestFolder()
        let path = folder.path + "/bytes"
        var cursor = try #require(PostingCursor(try folder.mapped([2, 1, 0xFF]), at: 0, ordinalLimit: 9))
        #expect(throws: IndexError(file: path, reason: .damaged(part: "postings"))) { try cursor.next() }
    }

    private func exercise(_ snapshot: IndexSnapshot) {
        for query in ["行政", "复议机关", "议", "abc", "第2", "样例条例"] { _ = try? snapshot.texts(query) }
        for words in [["行政", "复议"], ["机关", "复议机关"], ["abc", "行政"], ["应当"]] {
            let clauses = words.map { Clause([Phrase($0)]) }
            _ = try? snapshot.best(10, all: clauses)
            _ = try? snapshot.best(10, any: clauses)
            _ = try? snapshot.count(all: clauses)
        }
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
