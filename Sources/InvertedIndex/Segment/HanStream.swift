/// The Han runs of all units of a segment, one code for each character, in the order of the text.
///
/// Codes are given as characters are met, so that a character takes two bytes; 0 ends a run.
struct HanStream {
    /// Runs one after the other, each ended by 0.
    private(set) var codes: [UInt16] = []
    /// Where the runs of each unit begin.
    private(set) var unitStarts: [UInt32] = []
    /// The character of each code; code 0 stands for none.
    private(set) var characters: [UInt32] = [0]
    /// Bigrams and lone characters.
    private(set) var tokenCount = 0
    private var codeOfCharacter = [UInt16](repeating: 0, count: 0x1_0000)
    private var rareCodes: [UInt32: UInt16] = [:]

    /// Distinct characters at most; the ideographs of Unicode are more than there are codes.
    static let capacity = Int(UInt16.max)

    /// Whether a text might bring more distinct characters than there are codes for.
    func mayOverflow(by scalars: Int) -> Bool { characters.count + scalars > Self.capacity }

    mutating func beginUnit() { unitStarts.append(UInt32(codes.count)) }

    @inline(__always)
    mutating func appendRun(_ scalars: ArraySlice<UInt32>) {
        for scalar in scalars { codes.append(code(of: scalar)) }
        codes.append(0)
        tokenCount += max(1, scalars.count - 1)
    }

    @inline(__always)
    private mutating func code(of scalar: UInt32) -> UInt16 {
        if scalar < 0x1_0000 {
            let known = codeOfCharacter[Int(scalar)]
            if known != 0 { return known }
            let code = newCode(scalar)
            codeOfCharacter[Int(scalar)] = code
            return code
        }
        if let known = rareCodes[scalar] { return known }
        let code = newCode(scalar)
        rareCodes[scalar] = code
        return code
    }

    private mutating func newCode(_ scalar: UInt32) -> UInt16 {
        characters.append(scalar)
        return UInt16(characters.count - 1)
    }

    /// Gives the codes the order of the characters, so that sorting by code sorts terms as the dictionary has them.
    mutating func sortCodes() {
        let order = (1..<characters.count).sorted { characters[$0] < characters[$1] }
        var newCodes = [UInt16](repeating: 0, count: characters.count)
        for (rank, code) in order.enumerated() { newCodes[code] = UInt16(rank + 1) }
        characters = [0] + order.map { characters[$0] }
        unsafe newCodes.withUnsafeBufferPointer { newCodes in
            // Every code is below the number of characters.
            for index in codes.indices { unsafe codes[index] = newCodes[Int(codes[index])] }
        }
    }
}
