import InvertedIndex
import Testing
import TextAnalysis

/// Characters counted while texts are decoded are held against the folded texts themselves.
@Suite struct CharacterCounterTests {
    private static let texts = [
        "养狗的人应当登记，养犬的也是。", "條例與條文　　　ＡＢＣ——－－……", "", "㈠第一項；㎡ 与 𠮷野家的狗", "狗" + String(repeating: " ", count: 40) + "狗",
        String(repeating: "本条例所称养犬，是指……", count: 90),
    ]

    @Test func everyTextGivesWhatItsFoldedFormHolds() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        try writer.add(IndexDocument(id: "d", columns: [0], units: Self.texts.map { IndexUnit(text: $0) }))
        try writer.commit(at: 1)
        let snapshot = try IndexSnapshot.open(folder)
        let characters = "狗养条例与一 -…𠮷m".unicodeScalars.map(\.value)
        let counter = CharacterCounter(characters, in: snapshot)
        for (unit, text) in Self.texts.enumerated() {
            var folded: [UInt32] = []
            Folding.append(text, to: &folded)
            #expect(try counter.count(in: UnitAddress(segment: 0, unit: UInt32(unit))) == folded.count, "\(text)")
            #expect(counter.counts == characters.map { character in UInt32(folded.count { $0 == character }) }, "\(text)")
        }
    }

    @Test func manyCharactersAreToldApart() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        let characters = (0x4E00..<0x5200).map { UInt32($0) }.filter { Folding.fold($0) == [$0] }
        var text = String.UnicodeScalarView()
        for character in characters { text.append(Unicode.Scalar(character) ?? " ") }
        try writer.add(IndexDocument(id: "d", columns: [0], units: [IndexUnit(text: String(text))]))
        try writer.commit(at: 1)
        let counter = CharacterCounter(characters, in: try IndexSnapshot.open(folder))
        #expect(try counter.count(in: UnitAddress(segment: 0, unit: 0)) == characters.count)
        #expect(counter.counts.allSatisfy { $0 == 1 })
    }
}
