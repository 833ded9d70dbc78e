import Testing
import TextAnalysis

@Test(arguments: [0x4E00, 0x9FFF, 0x3400, 0x4DBF, 0x3005, 0x3007, 0xFA0E, 0x20000, 0x2A6DF, 0x2EBF0, 0x30000, 0x323AF] as [UInt32])
func hanOfEveryBlockIsHan(scalar: UInt32) {
    #expect(CharacterClass.of(scalar) == .han)
}

@Test(arguments: Array("az09éжωあカ한\u{1820}\u{301}ー\u{E000}".unicodeScalars) + ["\u{10400}", "\u{1E900}"])
func lettersDigitsAndMarksOfOtherScriptsAreWords(scalar: Unicode.Scalar) {
    #expect(CharacterClass.of(scalar.value) == .word)
}

@Test(arguments: Array(" -().,、《》\"·%+/~…°\u{FFFD}\u{1F600}".unicodeScalars))
func blanksAndSignsAreNeither(scalar: Unicode.Scalar) {
    #expect(CharacterClass.of(scalar.value) == .other)
}

@Test func everyValueHasAClass() {
    for scalar in [0, 0x33FF, 0xD800, 0xFFFF, 0x10000, 0x2FFFE, 0x3FFFF, 0x40000, 0x10FFFF, 0x110000, .max] as [UInt32] {
        #expect(CharacterClass.of(scalar) != .han)
    }
}
