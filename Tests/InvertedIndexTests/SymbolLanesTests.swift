import InvertedIndex
import Testing

/// Texts coded in lock step have the codes that each has by itself.
@Suite struct SymbolLanesTests {
    /// The longest symbol from place to place, looked for in the list of them.
    private func plainCode(of text: String, _ symbols: [[UInt16]]) -> [UInt8] {
        var numbers: [[UInt16]: Int] = [:]
        for (number, symbol) in symbols.enumerated() where !symbol.contains(0) && numbers[symbol] == nil {
            numbers[symbol] = number
        }
        let scalars = text.unicodeScalars.map(\.value)
        var code: [UInt8] = []
        var place = 0
        while place < scalars.count {
            let found = (1...TextCode.longest).reversed().lazy.compactMap { length -> (length: Int, number: Int)? in
                let string = scalars[place...].prefix(length).compactMap(UInt16.init(exactly:))
                return string.count == length ? numbers[string].map { (length, $0) } : nil
            }.first
            if let (length, number) = found {
                let rest = number - TextCode.singles
                code += rest < 0 ? [UInt8(number)] : [UInt8(TextCode.singles + rest / 256), UInt8(rest % 256)]
                place += length
            } else {
                let scalar = scalars[place]
                code += [TextCode.escape, UInt8(scalar & 0xFF), UInt8(scalar >> 8 & 0xFF), UInt8(scalar >> 16)]
                place += 1
            }
        }
        return code
    }

    private func expectAlike(_ texts: [String], _ table: SymbolTable) {
        var encoder = SymbolEncoder(table)
        var lanes = SymbolLanes(SymbolEncoder(table))
        var expected = ByteWriter()
        var starts: [Int] = []
        for text in texts {
            starts.append(expected.count)
            encoder.append(text, to: &expected)
        }
        #expect(expected.bytes == texts.flatMap { plainCode(of: $0, table.symbols) })
        var coded = ByteWriter()
        var found: [Int] = []
        lanes.append(texts, to: &coded) { found.append($0.count) }
        #expect(coded.bytes == expected.bytes)
        #expect(found == starts)
    }

    @Test func textsOfAllLengthsInAnyNumber() {
        var generator = SeededGenerator(11)
        let words = ["县级以上", "地方人民政府", "应当", "依法", "行政复议", "第", "条", "，", "。", "\n", "2023", "ab", "\u{0}", "é"]
        for count in [0, 1, 2, 3, 4, 5, 7, 60, 700] {
            let texts = (0..<count).map { _ in
                (0..<Int.random(in: 0...60, using: &generator)).map { _ in words.randomElement(using: &generator)! }.joined()
            }
            expectAlike(texts, SymbolTrainer(texts).table())
            // Symbols of another text: some characters begin none.
            expectAlike(texts, SymbolTrainer(["县级以上地方人民政府应当县级以上地方人民政府应当"]).table())
        }
    }

    @Test func textsBeyondTheBasicPlaneAndLongOnes() {
        let long = String(repeating: "县级以上地方人民政府应当依法受理。", count: 1_500)
        let texts = ["", "𠀀县级", long, "人民", "", "政府𠀀", long + "𠀀" + long, "\u{0}\u{0}", "依法"]
        expectAlike(texts, SymbolTrainer(texts).table())
        expectAlike(texts, SymbolTable(symbols: []))
    }

    /// A symbol's beginning need be none.
    @Test func symbolsWhoseBeginningsAreNone() {
        var generator = SeededGenerator(12)
        let letters: [UInt16] = [0x61, 0x62, 0x63, 0xFFFF, 0x4E00]
        for _ in 0..<200 {
            let symbols = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                (0..<Int.random(in: 1...8, using: &generator)).map { _ in letters.randomElement(using: &generator)! }
            }
            let texts = (0..<9).map { _ in
                String(decoding: (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                    letters.randomElement(using: &generator)!
                }, as: UTF16.self)
            }
            expectAlike(texts, SymbolTable(symbols: symbols))
        }
    }
}
