import InvertedIndex
import Testing

struct SampleAlphabetTests {
    @Test func charactersAreNumberedInTheirOrder() {
        let alphabet = SampleAlphabet(of: Array("法律，法\u{0}ab\u{FFFF}".utf16))
        #expect(alphabet.characters == Array("ab律法，\u{FFFF}".utf16).sorted())
        #expect(alphabet.limit == 7)
        #expect(alphabet.number(of: 0) == 0)
        for (place, character) in alphabet.characters.enumerated() {
            #expect(alphabet.number(of: character) == UInt16(place + 1))
            #expect(alphabet.character(UInt16(place + 1)) == character)
        }
    }

    @Test func anySampleHoldsWhatItIsMadeOf() {
        var generator = SeededGenerator(5)
        for count in [0, 1, 63, 64, 65, 1_000, 70_000] {
            let sample = (0..<count).map { _ in UInt16.random(in: 0...(.max), using: &generator) }
            let alphabet = SampleAlphabet(of: sample)
            #expect(alphabet.characters == Set(sample).subtracting([0]).sorted())
            #expect(sample.allSatisfy { $0 == 0 || alphabet.character(alphabet.number(of: $0)) == $0 })
        }
    }

    @Test func allCharactersAreNotTooMany() {
        let alphabet = SampleAlphabet(of: Array(0...UInt16.max))
        #expect(alphabet.limit == 0x1_0000)
        #expect(alphabet.number(of: .max) == .max)
    }
}
