import InvertedIndex
import Testing

/// A segment made of several is held against one to which the same documents were added.
@Suite struct MergedSegmentTests {
    private static func text(_ length: Int, _ generator: inout SeededGenerator) -> String {
        RandomText.text(length, marks: ["，", " abc ", "2023"], oneIn: 9, &generator)
    }

    private static func document(_ number: Int, _ generator: inout SeededGenerator) -> IndexDocument {
        let units = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            IndexUnit(text: text(Int.random(in: 0...40, using: &generator), &generator), record: [UInt8(number % 251)])
        }
        let spans = number % 3 == 0 ? [IndexSpan(field: .title, units: units.indices, text: text(7, &generator))] : []
        return IndexDocument(
            id: "d\(number)", keywords: ["kind=\(number % 4)"], columns: [Int64(number)], record: [1, 2], spans: spans, units: units)
    }

    private func writer(_ folder: TestFolder, leastFrequent: Int) throws -> IndexWriter {
        try IndexWriter(
            folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem(), leastFrequent: leastFrequent)
    }

    /// With few units needed to make a string frequent, what is frequent in all is frequent in some segments only.
    @Test(arguments: [(1, 30, 12), (2, 90, 40), (3, 8, 40), (4, 200, 3)])
    func theSameAsAddingAllAnew(seed: Int, each: Int, leastFrequent: Int) throws {
        let (pieces, whole) = (TestFolder(), TestFolder())
        var generator = SeededGenerator(UInt64(seed))
        let documents = (0..<400).map { Self.document($0, &generator) }
        let many = try writer(pieces, leastFrequent: leastFrequent)
        let gone = Set((0..<400).filter { $0 % 7 == seed % 7 || (each...(2 * each)).contains($0) })
        for document in documents {
            try many.add(document)
            if document.columns[0] % Int64(each) == 0 { try many.commit(at: 1) }
        }
        for number in gone { try many.remove(id: "d\(number)") }
        try many.compact(at: 2)
        let one = try writer(whole, leastFrequent: leastFrequent)
        for (number, document) in documents.enumerated() where !gone.contains(number) { try one.add(document) }
        try one.commit(at: 2)
        let (left, right) = (try IndexSnapshot.open(pieces), try IndexSnapshot.open(whole))
        #expect(left.segmentCount == 1 && left.documentCount == right.documentCount && left.termCount == right.termCount)
        #expect(left.byteCounts == right.byteCounts)
        for _ in 0..<300 {
            let phrase = Self.text(Int.random(in: 1...7, using: &generator), &generator)
            let clause = Clause([Phrase(phrase, matchesPartialWords: true)])
            guard clause.alternatives[0].isSearchable else { continue }
            #expect(try left.matches(all: [clause]) == right.matches(all: [clause]), "\(phrase)")
            #expect(try left.count(all: [clause]) == right.count(all: [clause]), "\(phrase)")
        }
        for address in left.documents() {
            #expect(try left.id(of: address) == right.id(of: address))
            #expect(try left.keywords(of: address) == right.keywords(of: address))
            #expect(try left.column(0, of: address) == right.column(0, of: address))
            #expect(try left.spans(of: address) == right.spans(of: address))
            for unit in try left.units(of: address) {
                let unit = UnitAddress(segment: 0, unit: unit)
                #expect(try left.text(of: unit) == right.text(of: unit))
                #expect(try left.record(of: unit) == right.record(of: unit))
            }
        }
    }

    /// More than a text needs to be long, coded, and its table of symbols.
    private static let longText = SymbolTrainer.sampleSize + 200_000

    /// A second long segment is coded with the symbols of the first, so that both texts are copied when they become one.
    @Test func longTextsAreCopiedAsTheyAreCoded() throws {
        let folder = TestFolder()
        var generator = SeededGenerator(11)
        let writer = try writer(folder, leastFrequent: 10_000)
        var texts: [String] = []
        for number in 0..<1_500 {
            let text = Self.text(1_200, &generator)
            texts.append(text)
            try writer.add(.plain("d\(number)", [text], title: Self.text(9, &generator)))
            if number == 749 { try writer.commit(at: 1) }
        }
        try writer.commit(at: 2)
        let parts = try IndexSnapshot.open(folder)
        #expect(parts.segmentCount == 2 && parts.byteCounts.text > 2 * Self.longText)
        try writer.remove(id: "d3")
        try writer.compact(at: 3)
        let whole = try IndexSnapshot.open(folder)
        #expect(whole.segmentCount == 1)
        // One table of symbols less, and one document.
        #expect(whole.byteCounts.text < parts.byteCounts.text)
        texts.remove(at: 3)
        for (unit, text) in texts.enumerated() { #expect(try whole.text(of: UnitAddress(segment: 0, unit: UInt32(unit))) == text) }
    }

    /// Beside a long segment small ones take their symbols from it, merged ones too.
    @Test func smallSegmentsBesideALongOne() throws {
        let folder = TestFolder()
        var generator = SeededGenerator(12)
        let writer = try writer(folder, leastFrequent: 10_000)
        var texts: [String: String] = [:]
        for number in 0..<780 {
            let text = Self.text(1_200, &generator)
            texts["d\(number)"] = text + (number % 3 == 0 ? "𠀀\u{0}龘" : "")
            try writer.add(.plain("d\(number)", [texts["d\(number)"]!], title: Self.text(9, &generator)))
            if number >= 750 { try writer.commit(at: Int64(number)) }
        }
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.segmentCount > 2)
        #expect(snapshot.byteCounts.text > Self.longText)
        let strings = try (0..<snapshot.segmentCount).map { try snapshot.symbols(ofSegment: $0).symbols.filter { $0.count > 1 } }
        let known = Set(strings.max { $0.count < $1.count } ?? [])
        #expect(strings.allSatisfy { known.isSuperset(of: $0) } && strings.contains { !$0.isEmpty && $0.count < known.count })
        for address in snapshot.documents() {
            let unit = try #require(snapshot.units(of: address).first)
            #expect(try snapshot.text(of: UnitAddress(segment: address.segment, unit: unit)) == texts[snapshot.id(of: address)])
        }
        #expect(snapshot.documents().count == texts.count)
    }
}
