/// Readings of Han characters, without tones: what people type on a keyboard before the characters appear.
///
///     Pinyin.readings(of: 0x884C)                       // 行: xing, hang
///     Pinyin.spelledPrefix(of: 行政复议法, by: xzfy)       // 4
///
/// The characters of GB 2312 are known; for any other there is no reading.
public enum Pinyin {
    private static let table: [UInt32: [[UInt8]]] = {
        var table: [UInt32: [[UInt8]]] = [:]
        for line in PinyinTable.text.split(separator: "\n") {
            let parts = line.split(separator: " ")
            for pair in stride(from: 0, to: parts.count - 1, by: 2) {
                let reading = Array(parts[pair].utf8)
                for scalar in parts[pair + 1].unicodeScalars { table[scalar.value, default: []].append(reading) }
            }
        }
        return table
    }()

    /// In ASCII, the commonest first.
    public static func readings(of scalar: UInt32) -> [[UInt8]] { table[scalar] ?? [] }

    /// Whether two characters can be read alike.
    public static func soundAlike(_ left: UInt32, _ right: UInt32) -> Bool {
        left == right || readings(of: left).contains { readings(of: right).contains($0) }
    }

    /// The characters that are read as one reading.
    private static let characters: [[UInt8]: [UInt32]] = {
        var characters: [[UInt8]: [UInt32]] = [:]
        for (scalar, readings) in table { for reading in readings { characters[reading, default: []].append(scalar) } }
        return characters
    }()

    /// All characters that can be read as this one can, itself among them where it has a reading; in no order.
    public static func soundingLike(_ scalar: UInt32) -> Set<UInt32> {
        Set(readings(of: scalar).flatMap { characters[$0] ?? [] })
    }

    /// Letters that ``spelledPrefix(of:by:)`` follows; longer typing spells nothing.
    public static let longestTyping = 63

    /// How many characters at the start of a text `typed` spells, each by its whole reading or its first letter
    /// (xingzfy and xzfy both spell 行政复议); nil where it does not. The last reading may be unfinished. Characters that
    /// are not Han must be typed as they are.
    ///
    /// - Complexity: O(*n*·*k*) for *n* letters, and *k* ways to read a character.
    public static func spelledPrefix(of text: ArraySlice<UInt32>, by typed: [UInt8]) -> Int? {
        guard !typed.isEmpty, typed.count <= longestTyping else { return nil }
        // Bit n: the characters so far can be spelled by the first n letters.
        var reached: UInt64 = 1
        for (index, scalar) in text.enumerated() {
            var next: UInt64 = 0
            let candidates = scalar < 0x80 ? [] : readings(of: scalar)
            for place in 0..<typed.count where reached & (1 << UInt64(place)) != 0 {
                if scalar < 0x80, UInt32(typed[place]) == scalar { next |= 1 << UInt64(place + 1) }
                for reading in candidates where reading.first == typed[place] {
                    next |= 1 << UInt64(place + 1)
                    let rest = typed[place...]
                    if rest.starts(with: reading) { next |= 1 << UInt64(place + reading.count) }
                    if reading.starts(with: rest) { return index + 1 }
                }
            }
            if next & (1 << UInt64(typed.count)) != 0 { return index + 1 }
            if next == 0 { return nil }
            reached = next
        }
        return nil
    }

    /// The first letters a character's readings begin with, as bits: a is 1.
    public static func initials(of scalar: UInt32) -> UInt32 {
        readings(of: scalar).reduce(0) { $0 | (1 << UInt32(($1.first ?? 0x61) &- 0x61)) }
    }
}
