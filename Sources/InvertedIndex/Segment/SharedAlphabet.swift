internal import Synchronization

/// The Han characters of a segment and their codes, given by whoever meets one first.
///
/// Which code a character has shows nowhere in the segment.
final class SharedAlphabet: Sendable {
    private let alphabet = Mutex(HanAlphabet())

    /// The code of a character, a new one where it has none; nil where there are no more.
    func code(of scalar: UInt32) -> UInt16? { alphabet.withLock { $0.code(of: scalar) } }

    /// The character of each code; code 0 stands for none.
    var characters: [UInt32] { alphabet.withLock { $0.characters } }

    var count: Int { alphabet.withLock { $0.characters.count } }
}

private struct HanAlphabet {
    private(set) var characters: [UInt32] = [0]
    private var codeOfCharacter = [UInt16](repeating: 0, count: 0x1_0000)
    private var rareCodes: [UInt32: UInt16] = [:]

    /// Distinct characters at most; the ideographs of Unicode are more than there are codes. The highest number of 16 bits is
    /// no code.
    private static let capacity = Int(UInt16.max)

    mutating func code(of scalar: UInt32) -> UInt16? {
        if scalar < 0x1_0000 {
            let known = codeOfCharacter[Int(scalar)]
            return known != 0 ? known : newCode(scalar)
        }
        return rareCodes[scalar] ?? newCode(scalar)
    }

    private mutating func newCode(_ scalar: UInt32) -> UInt16? {
        guard characters.count < Self.capacity else { return nil }
        let code = UInt16(characters.count)
        characters.append(scalar)
        if scalar < 0x1_0000 { codeOfCharacter[Int(scalar)] = code } else { rareCodes[scalar] = code }
        return code
    }
}
