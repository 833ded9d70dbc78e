/// The Han runs of all units of a segment, one code for each character, in the order of the text.
///
/// Codes are given as characters are met, so that a character takes two bytes and common ones have low codes; 0 ends a run.
struct HanStream {
    /// The units in stretches: memory that grows without being copied, and work that can be shared out.
    private(set) var chunks: [HanChunk] = []
    /// Bigrams and lone characters.
    private(set) var tokenCount = 0
    private var alphabet = HanAlphabet()

    /// The character of each code; code 0 stands for none.
    var characters: [UInt32] { alphabet.characters }

    /// Whether a text might bring more distinct characters than there are codes for.
    func mayOverflow(by scalars: Int) -> Bool { alphabet.characters.count + scalars > HanAlphabet.capacity }

    /// Begins a unit, with room for so many codes.
    mutating func beginUnit(room: Int) {
        if chunks.last?.hasRoom(for: room) != true {
            let firstUnit = chunks.last.map { $0.firstUnit + $0.unitCount } ?? 0
            chunks.append(HanChunk(firstUnit: firstUnit, room: room))
        }
        chunks[chunks.count - 1].beginUnit()
    }

    /// Adds a run to the unit that was begun, which has room for it.
    mutating func appendRun(_ scalars: Span<UInt32>) {
        let chunk = chunks.count - 1
        for index in scalars.indices { chunks[chunk].append(alphabet.code(of: scalars[index])) }
        chunks[chunk].append(0)
    }

    /// Adds the runs of a unit's characters, where there is room for them; what is no Han goes to `words`.
    ///
    /// - Returns: how many words there were.
    mutating func appendUnit(_ reader: inout HanReader, _ words: (ArraySlice<UInt32>) -> Void) {
        reader.append(to: &chunks[chunks.count - 1], &alphabet, words)
    }

    /// Counts the terms of the unit that was begun, now that it is whole; returns how many they are.
    mutating func endUnit() -> Int {
        let count = chunks[chunks.count - 1].countTerms(codeCount: alphabet.characters.count)
        tokenCount += count
        return count
    }

    /// How many terms begin with a code.
    func termCount(ofFirst code: UInt16) -> Int { chunks.reduce(0) { $0 + Int($1.termCount(ofFirst: code)) } }

    /// Codes in the order of their characters, and the place of each in it. Code 0 stays where it is.
    func sortedCodes() -> (order: [UInt16], ranks: [UInt16]) {
        let characters = alphabet.characters
        let order = [0] + (1..<characters.count).sorted { characters[$0] < characters[$1] }.map { UInt16($0) }
        var ranks = [UInt16](repeating: 0, count: order.count)
        for (rank, code) in order.enumerated() { ranks[Int(code)] = UInt16(rank) }
        return (order, ranks)
    }
}

/// The Han characters of a segment and their codes.
struct HanAlphabet {
    /// The character of each code; code 0 stands for none.
    private(set) var characters: [UInt32] = [0]
    private var codeOfCharacter = [UInt16](repeating: 0, count: 0x1_0000)
    private var rareCodes: [UInt32: UInt16] = [:]

    /// Distinct characters at most; the ideographs of Unicode are more than there are codes. The highest number of 16 bits is
    /// no code.
    static let capacity = Int(UInt16.max)

    /// The code of a character, a new one where it has none.
    @inline(__always)
    mutating func code(of scalar: UInt32) -> UInt16 {
        if scalar < 0x1_0000 {
            let known = codeOfCharacter[Int(scalar)]
            return known != 0 ? known : newCode(scalar)
        }
        return rareCodes[scalar] ?? newCode(scalar)
    }

    private mutating func newCode(_ scalar: UInt32) -> UInt16 {
        let code = UInt16(characters.count)
        characters.append(scalar)
        if scalar < 0x1_0000 { codeOfCharacter[Int(scalar)] = code } else { rareCodes[scalar] = code }
        return code
    }
}
