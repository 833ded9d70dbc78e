/// The distinct characters of a sample, numbered from 1 in their order: tables with a place for each are then no larger than
/// the sample needs. NUL is 0, and is not counted.
package struct SampleAlphabet {
    /// By number, which is one more than the place here.
    package private(set) var characters: [UInt16] = []
    /// A bit for each character that is there.
    private var bits = [UInt64](repeating: 0, count: 0x1_0000 / 64)
    /// How many stand before each word of bits.
    private var ranks = [UInt16](repeating: 0, count: 0x1_0000 / 64)

    package init(of sample: [UInt16]) {
        for character in sample { bits[Int(character) / 64] |= 1 << UInt64(character % 64) }
        bits[0] &= ~1
        for word in bits.indices {
            ranks[word] = UInt16(characters.count)
            var rest = bits[word]
            while rest != 0 {
                characters.append(UInt16(word * 64 + rest.trailingZeroBitCount))
                rest &= rest - 1
            }
        }
    }

    /// Numbers are below this.
    package var limit: Int { characters.count + 1 }

    /// - Precondition: the character is of the sample.
    package func number(of character: UInt16) -> UInt16 {
        let word = Int(character) / 64
        let through = bits[word] & (UInt64.max >> UInt64(63 - character % 64))
        return ranks[word] + UInt16(through.nonzeroBitCount)
    }

    /// - Precondition: the number is above 0 and below ``limit``.
    package func character(_ number: UInt16) -> UInt16 { characters[Int(number) - 1] }
}
