internal import TextAnalysis

/// What each symbol folds to, so that coded text is folded while it is decoded.
///
/// Safety: `characters` and `lengths` have ``count`` entries, written in `init` alone and kept until `deinit`.
@safe final class FoldedSymbols: Sendable {
    typealias Characters = SymbolStrings.Characters

    /// Symbols.
    let count: Int
    private nonisolated(unsafe) let characters: UnsafeMutablePointer<Characters>
    /// 0 for a symbol that is not plain.
    private nonisolated(unsafe) let lengths: UnsafeMutablePointer<UInt8>

    init(_ strings: SymbolStrings) {
        count = strings.lengths.count
        unsafe characters = .allocate(capacity: max(1, count))
        unsafe lengths = .allocate(capacity: max(1, count))
        // Many symbols share a few thousand characters, each of which is looked up once.
        var known = [Int32](repeating: Self.unknown, count: count < Self.many ? 0 : 0x1_0000)
        for symbol in 0..<count {
            let folded = Self.fold(strings.characters[symbol], count: strings.lengths[symbol], &known)
            unsafe (characters + symbol).initialize(to: folded ?? strings.characters[symbol])
            unsafe (lengths + symbol).initialize(to: folded == nil ? 0 : strings.lengths[symbol])
        }
    }

    deinit {
        unsafe characters.deallocate()
        unsafe lengths.deallocate()
    }

    /// - Precondition: there is such a symbol.
    @inline(__always)
    func characters(of symbol: Int) -> Characters { unsafe characters[symbol] }

    /// 0 for a symbol that is not plain.
    ///
    /// - Precondition: there is such a symbol.
    @inline(__always)
    func length(of symbol: Int) -> UInt8 { unsafe lengths[symbol] }

    /// Nil where a character folds to none or several.
    private static func fold(_ symbol: Characters, count: UInt8, _ known: inout [Int32]) -> Characters? {
        var result = symbol
        for index in 0..<Int(count) {
            let character = symbol[index]
            if known.isEmpty {
                guard let folded = fold(of: character) else { return nil }
                result[index] = folded
                continue
            }
            if known[Int(character)] == Self.unknown {
                known[Int(character)] = Self.fold(of: character).map(Int32.init) ?? Self.several
            }
            guard let folded = UInt16(exactly: known[Int(character)]) else { return nil }
            result[index] = folded
        }
        return result
    }

    /// To look up the characters of fewer symbols takes less than to make a table of all characters.
    private static let many = 2_048
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

    /// Room that ``fold(_:from:to:into:length:limit:)`` needs for a text of so many bytes of code.
    static func room(forCodeBytes count: Int) -> Int { (count + 1) * TextCode.longest }

    /// Folds coded text on from a place until it has at least `limit` characters or ends; false where a character folds to none or
    /// several. Runs of blanks and the like are left as long as they are.
    ///
    /// Safety: `text` has `end` bytes and one more, which is read and never used; `output` has room for ``room(forCodeBytes:)``
    /// characters, of which `length` are written.
    @inline(__always)
    @unsafe func fold(
        _ text: UnsafeRawPointer, from place: inout Int, to end: Int, into output: UnsafeMutablePointer<UInt16>,
        length: inout Int, limit: Int
    ) -> Bool {
        while place < end, length < limit {
            // Four symbols take eight bytes at most: they are shifted out of one number, which is faster than to load each.
            while place &+ 8 <= end, length < limit {
                var codes = UInt64(littleEndian: unsafe text.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                guard unsafe append(&codes, &place, to: output, &length), unsafe append(&codes, &place, to: output, &length),
                    unsafe append(&codes, &place, to: output, &length), unsafe append(&codes, &place, to: output, &length)
                else { break }
            }
            guard place < end else { break }
            var codes = UInt64(unsafe text.load(fromByteOffset: place, as: UInt8.self))
            codes |= UInt64(unsafe text.load(fromByteOffset: place &+ 1, as: UInt8.self)) << 8
            if unsafe append(&codes, &place, to: output, &length) { continue }
            guard let folded = unsafe Self.foldEscaped(text, at: place, end: end) else { return false }
            unsafe output[length] = folded
            length &+= 1
            place &+= 4
        }
        return place <= end
    }

    /// Writes what the lowest symbol of `codes` folds to, and moves behind it; false, and nothing is done, where there is no plain
    /// symbol.
    ///
    /// Safety: as for ``fold(_:from:to:into:length:limit:)``.
    @inline(__always)
    @unsafe private func append(
        _ codes: inout UInt64, _ place: inout Int, to output: UnsafeMutablePointer<UInt16>, _ length: inout Int
    ) -> Bool {
        // Worked out without comparing, which would be compiled to a branch: which codes take two bytes cannot be foretold. An escape
        // makes a number beyond the table.
        let first = Int(codes & 0xFF)
        let takesTwo = (first &+ (256 &- TextCode.singles)) &>> 8
        let symbol = first &+ takesTwo &* ((first &- TextCode.singles) &* 255 &+ Int((codes &>> 8) & 0xFF))
        guard symbol < count else { return false }
        let symbolLength = unsafe Int(lengths[symbol])
        guard symbolLength > 0 else { return false }
        unsafe UnsafeMutableRawPointer(output + length).storeBytes(of: characters[symbol], as: Characters.self)
        length &+= symbolLength
        place &+= 1 &+ takesTwo
        codes = codes &>> UInt64(truncatingIfNeeded: 8 &+ takesTwo &* 8)
        return true
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
