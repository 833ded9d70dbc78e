/// What a folded scalar is to the tokenizer.
public enum CharacterClass: UInt8, Sendable {
    /// Blanks, punctuation, symbols: no token holds one.
    case other
    /// A Han character, in whatever plane, with 〇 and 々.
    case han
    /// A letter, digit or mark of any other script: Latin, digits, Cyrillic, kana, Mongolian, private use.
    case word

    /// - Complexity: O(1) in the basic plane and for every Han character, O(log *n*) for the rare rest.
    @inlinable
    public static func of(_ scalar: UInt32) -> CharacterClass {
        if scalar &- 0x4E00 < 0x5200 { return .han }
        if scalar < 0x80 {
            let isLetter = (scalar | 0x20) &- 0x61 < 26
            return isLetter || scalar &- 0x30 < 10 ? .word : .other
        }
        return CharacterClassTable.lookUp(scalar)
    }
}

/// Classes of the basic plane, one byte each, and the ranges of words above it.
@usableFromInline
struct CharacterClassTable: Sendable {
    private static let shared = CharacterClassTable()

    private var basic: [CharacterClass]
    private var ranges: [ClosedRange<UInt32>] = []

    private init() {
        basic = Array(repeating: .other, count: 0x10000)
        for entry in HexTable.entries(of: WordTable.text) {
            if entry.sources.lowerBound < 0x10000 {
                for scalar in entry.sources { basic[Int(scalar)] = .word }
            } else {
                ranges.append(entry.sources)
            }
        }
        // Radicals; 々〆〇; Hangzhou numerals; 〸–〻; extension A; unified; compatibility ideographs.
        let han: [ClosedRange<Int>] = [
            0x2E80...0x2FDF, 0x3005...0x3007, 0x3021...0x3029, 0x3038...0x303B, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF,
        ]
        for scalar in han.joined() { basic[scalar] = .han }
    }

    @usableFromInline
    static func lookUp(_ scalar: UInt32) -> CharacterClass {
        let table = shared
        if scalar < 0x10000 { return table.basic[Int(scalar)] }
        // Planes 2 and 3 are set aside for ideographs; their last two code points are not characters.
        if scalar >= 0x20000, scalar < 0x40000 { return scalar & 0xFFFF < 0xFFFE ? .han : .other }
        var low = 0
        var high = table.ranges.count
        while low < high {
            let middle = (low + high) / 2
            if table.ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
        }
        return low < table.ranges.count && table.ranges[low].contains(scalar) ? .word : .other
    }
}
