import Testing
import TextAnalysis

@Suite struct BasicPlaneTextTests {
    /// The characters of a text; nil where one lies beyond the basic plane.
    private func characters(_ text: String) -> [UInt16]? {
        var characters = [UInt16](repeating: 0, count: text.utf8.count + 1)
        let count = unsafe characters.withUnsafeMutableBufferPointer { unsafe BasicPlaneText.read(text, into: $0.baseAddress!) }
        return count.map { Array(characters[..<$0]) }
    }

    @Test func theCharactersOfAnyText() {
        var generator = SystemRandomNumberGenerator()
        let letters = ["a", "é", "法", "，", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{0}", "\u{D7FF}", "\u{E000}"]
        for length in 0..<200 {
            let text = (0..<length).map { _ in
                Bool.random(using: &generator) ? "法律" : letters.randomElement(using: &generator)!
            }.joined()
            #expect(characters(text) == Array(text.utf16))
            let (start, end) = (String(text.prefix(length / 2)), String(text.dropFirst(length / 2)))
            #expect(characters(start + "\u{10000}" + end) == nil)
        }
    }
}
