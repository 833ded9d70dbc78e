/// The Han runs of all units of a segment, one code for each character, in the order of the text.
///
/// Codes are given as characters are met, so that a character takes two bytes; 0 ends a run.
struct HanStream {
    /// Runs one after the other, each ended by 0.
    private(set) var codes: [UInt16] = []
    /// Where the runs of each unit begin.
    private(set) var unitStarts: [UInt32] = []
    /// Bigrams and lone characters.
    private(set) var tokenCount = 0
    private var alphabet = HanAlphabet()
    /// The codes of one run.
    private var run: [UInt16] = []

    /// The character of each code; code 0 stands for none.
    var characters: [UInt32] { alphabet.characters }

    /// Whether a text might bring more distinct characters than there are codes for.
    func mayOverflow(by scalars: Int) -> Bool { alphabet.characters.count + scalars > HanAlphabet.capacity }

    mutating func beginUnit() { unitStarts.append(UInt32(codes.count)) }

    mutating func appendRun(_ scalars: Span<UInt32>) {
        let count = scalars.count + 1
        if run.count < count { run = [UInt16](repeating: 0, count: count * 2) }
        unsafe run.withUnsafeMutableBufferPointer { run in
            // Safety: the run has room for a code for each scalar and the 0 behind them.
            for index in scalars.indices { unsafe run[index] = alphabet.code(of: scalars[index]) }
            unsafe run[count - 1] = 0
        }
        codes.append(contentsOf: run[..<count])
        tokenCount += max(1, count - 2)
    }

    /// Gives the codes the order of the characters, so that sorting by code sorts terms as the dictionary has them.
    mutating func sortCodes() {
        let newCodes = alphabet.sort()
        unsafe codes.withUnsafeMutableBufferPointer { codes in
            unsafe newCodes.withUnsafeBufferPointer { newCodes in
                // Safety: every code is below the number of characters.
                for index in codes.indices { unsafe codes[index] = newCodes[Int(codes[index])] }
            }
        }
    }
}

/// The Han characters of a segment and their codes.
struct HanAlphabet {
    /// The character of each code; code 0 stands for none.
    private(set) var characters: [UInt32] = [0]
    private var codeOfCharacter = [UInt16](repeating: 0, count: 0x1_0000)
    private var rareCodes: [UInt32: UInt16] = [:]

    /// Distinct characters at most; the ideographs of Unicode are more than there are codes.
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

    /// Sorts the characters, and returns the new code of each old one. No code is asked for after that.
    mutating func sort() -> [UInt16] {
        let order = (1..<characters.count).sorted { characters[$0] < characters[$1] }
        var newCodes = [UInt16](repeating: 0, count: characters.count)
        for (rank, code) in order.enumerated() { newCodes[code] = UInt16(rank + 1) }
        characters = [0] + order.map { characters[$0] }
        return newCodes
    }
}
