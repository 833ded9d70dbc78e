internal import TextAnalysis

/// What each symbol folds to, so that coded text is folded while it is decoded.
struct FoldedSymbols: Sendable {
    private(set) var characters: [SymbolStrings.Characters]
    /// 0 for a symbol that is not plain.
    private(set) var lengths: [UInt8]

    init(_ strings: SymbolStrings) {
        characters = strings.characters
        lengths = strings.lengths
        // Symbols share a few thousand characters, each of which is looked up once.
        var known = [Int32](repeating: Self.unknown, count: 0x1_0000)
        for symbol in characters.indices {
            for index in 0..<Int(lengths[symbol]) {
                let character = characters[symbol][index]
                if known[Int(character)] == Self.unknown {
                    known[Int(character)] = Self.fold(of: character).map(Int32.init) ?? Self.several
                }
                guard let folded = UInt16(exactly: known[Int(character)]) else {
                    lengths[symbol] = 0
                    break
                }
                characters[symbol][index] = folded
            }
        }
    }

    private static let unknown: Int32 = -1
    /// Folds to none or several.
    private static let several: Int32 = -2

    /// The one character of the basic plane that a character folds to; nil where it folds to none or several.
    private static func fold(of character: UInt16) -> UInt16? {
        Folding.single(UInt32(character)).flatMap { UInt16(exactly: $0) }
    }

    /// Whether a character folds to one, and that does not depend on its neighbours.
    static func isPlain(_ character: UInt16) -> Bool {
        fold(of: character).map { !Folding.joinsRuns(UInt32($0)) } ?? false
    }

    /// Room that ``fold(_:of:into:)`` needs for a text of so many bytes of code.
    static func room(forCodeBytes count: Int) -> Int { (count + 1) * TextCode.longest }

    /// Writes the folded text coded in `range`, and returns its length; nil where a character folds to none or several. Runs
    /// of blanks and the like are left as long as they are.
    ///
    /// Safety: `output` has room for ``room(forCodeBytes:)`` characters.
    @inline(__always)
    @unsafe func fold(_ range: Range<Int>, of bytes: MappedBytes, into output: UnsafeMutablePointer<UInt16>) -> Int? {
        // One byte more than the text has is read, never used.
        guard let text = unsafe bytes.pointer(at: range.lowerBound, count: range.count + 1) else { return nil }
        let end = range.count
        let count = UInt32(truncatingIfNeeded: lengths.count)
        var place = 0
        var length = 0
        return unsafe characters.withUnsafeBufferPointer { characters in
            unsafe lengths.withUnsafeBufferPointer { lengths in
                while place < end {
                    // Without branches: which codes take two bytes cannot be foretold. An escape makes a number beyond the table.
                    let first = UInt32(unsafe text.load(fromByteOffset: place, as: UInt8.self))
                    let second = UInt32(unsafe text.load(fromByteOffset: place &+ 1, as: UInt8.self))
                    let takesTwo: UInt32 = first >= UInt32(TextCode.singles) ? 1 : 0
                    let symbol = first &+ takesTwo &* ((first &- UInt32(TextCode.singles)) &* 255 &+ second)
                    guard symbol < count else {
                        guard let folded = unsafe Self.foldEscaped(text, at: place, end: end) else { return nil }
                        unsafe output[length] = folded
                        length &+= 1
                        place &+= 4
                        continue
                    }
                    let symbolLength = unsafe lengths[Int(symbol)]
                    guard symbolLength > 0 else { return nil }
                    unsafe UnsafeMutableRawPointer(output + length).storeBytes(
                        of: characters[Int(symbol)], as: SymbolStrings.Characters.self)
                    length &+= Int(symbolLength)
                    place &+= 1 &+ Int(takesTwo)
                }
                return place == end ? length : nil
            }
        }
    }

    /// What a character folds to that no symbol holds; nil where it folds to none or several, or where none is coded.
    ///
    /// Safety: `text` has `end` bytes.
    @unsafe static func foldEscaped(_ text: UnsafeRawPointer, at place: Int, end: Int) -> UInt16? {
        guard end - place >= 4, unsafe text.load(fromByteOffset: place, as: UInt8.self) == TextCode.escape else { return nil }
        let low = UInt16(littleEndian: unsafe text.loadUnaligned(fromByteOffset: place + 1, as: UInt16.self))
        guard unsafe text.load(fromByteOffset: place + 3, as: UInt8.self) == 0 else { return nil }
        return fold(of: low)
    }
}
