/// Symbols laid out for decoding: eight characters each, whether used or not, so that one copy writes a whole symbol.
struct SymbolStrings: Sendable {
    typealias Characters = SIMD8<UInt16>

    private(set) var characters: [Characters] = []
    private(set) var lengths: [UInt8] = []

    /// Nil where the bytes are no symbol table.
    init?(_ table: MappedBytes) {
        var place = 0
        var total = 0
        // The lengths come first; where they end is where their sum says that the characters fill the rest.
        while place < table.count, place + 2 * total < table.count {
            guard let length = table.byte(place), length > 0, length <= TextCode.longest else { return nil }
            lengths.append(length)
            total += Int(length)
            place += 1
        }
        guard place + 2 * total == table.count, lengths.count <= TextCode.capacity else { return nil }
        characters.reserveCapacity(lengths.count)
        for length in lengths {
            var symbol = Characters.zero
            for index in 0..<Int(length) {
                symbol[index] = table.load(UInt16.self, at: place) ?? 0
                place += 2
            }
            characters.append(symbol)
        }
    }
}

/// Walks over the codes of a text.
struct SymbolScan {
    enum Step { case symbol(Int), scalar(UInt32), end, damage }

    private let bytes: MappedBytes
    private var place: Int
    private let end: Int

    init(_ bytes: MappedBytes, _ range: Range<Int>) {
        self.bytes = bytes
        place = range.lowerBound
        end = min(range.upperBound, bytes.count)
    }

    @inline(__always)
    mutating func next() -> Step {
        guard place < end, let first = bytes.byte(place) else { return place == end ? .end : .damage }
        place &+= 1
        if first < TextCode.singles { return .symbol(Int(first)) }
        if first < TextCode.escape {
            guard place < end, let second = bytes.byte(place) else { return .damage }
            place &+= 1
            return .symbol(TextCode.singles &+ (Int(first) &- TextCode.singles) &* 256 &+ Int(second))
        }
        guard place + 3 <= end, let low = bytes.load(UInt16.self, at: place), let high = bytes.byte(place + 2) else {
            return .damage
        }
        place &+= 3
        let scalar = UInt32(low) | UInt32(high) << 16
        return scalar <= 0x10_FFFF ? .scalar(scalar) : .damage
    }
}

/// Turns codes back into text.
package struct SymbolDecoder: Sendable {
    private let strings: SymbolStrings

    /// Nil where the bytes are no symbol table.
    package init?(_ table: MappedBytes) {
        guard let strings = SymbolStrings(table) else { return nil }
        self.strings = strings
    }

    init(_ strings: SymbolStrings) { self.strings = strings }

    /// Appends the scalars coded in `range` of `bytes`; false if the bytes are no such code.
    package func append(_ range: Range<Int>, of bytes: MappedBytes, to output: inout [UInt32]) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return false }
        var scan = SymbolScan(bytes, range)
        while true {
            switch scan.next() {
            case .symbol(let symbol):
                guard symbol < strings.lengths.count else { return false }
                let characters = strings.characters[symbol]
                for index in 0..<Int(strings.lengths[symbol]) { output.append(UInt32(characters[index])) }
            case .scalar(let scalar): output.append(scalar)
            case .end: return true
            case .damage: return false
            }
        }
    }
}
