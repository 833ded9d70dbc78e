internal import TextAnalysis

/// Counts some characters in the folded texts of units, one text after the other, in memory that is used again.
///
///     let counter = CharacterCounter([0x517B, 0x72D7], in: snapshot)    // 养, 狗
///     let length = try counter.count(in: unit)
///     counter.counts                                                    // how often each stands in it
///
/// Texts are not decoded: only symbols that hold one of the characters are looked into. A text with a character that folds
/// to none or several is decoded and folded the longer way.
package final class CharacterCounter {
    /// For each character how often the last text held it, in the order in which they were given.
    package private(set) var counts: [UInt32]

    private let snapshot: IndexSnapshot
    private let characters: [UInt32]
    private let slots: CharacterSlots
    /// For each segment, made when a text of it is counted first.
    private var symbols: [SymbolMarks?]
    private var found: [MarkedSymbol] = []
    private var original: [UInt32] = []
    private var folded: [UInt32] = []

    /// - Parameter characters: folded, each once.
    package init(_ characters: [UInt32], in snapshot: IndexSnapshot) {
        self.snapshot = snapshot
        self.characters = characters
        slots = CharacterSlots(characters)
        counts = [UInt32](repeating: 0, count: characters.count)
        symbols = Array(repeating: nil, count: snapshot.segments.count)
    }

    /// Counts the characters in a unit's text, and returns how many scalars it has when folded.
    package func count(in unit: UnitAddress) throws(IndexError) -> Int {
        let segment = snapshot.segments[unit.segment].reader
        let range = try segment.codedText(unit.unit, isSpan: false)
        // Taken out of the object for the while: each access to it would be checked.
        var counted: [UInt32] = []
        swap(&counted, &counts)
        defer { swap(&counted, &counts) }
        for index in counted.indices { counted[index] = 0 }
        if let length = try marks(of: unit.segment).count(range, of: segment.unitText, slots, &counted, found: &found) { return length }
        for index in counted.indices { counted[index] = 0 }
        original.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        try segment.appendText(unit.unit, isSpan: false, to: &original)
        Folding.append(scalars: original, to: &folded)
        for scalar in folded {
            if let slot = slots.slot(of: scalar) { counted[slot] += 1 }
        }
        return folded.count
    }

    private func marks(of segment: Int) throws(IndexError) -> SymbolMarks {
        if let known = symbols[segment] { return known }
        let made = SymbolMarks(characters, try snapshot.segments[segment].reader.symbols())
        symbols[segment] = made
        return made
    }
}

/// A symbol in a text that holds one of some characters, and the symbol before it; -1 where none is.
private struct MarkedSymbol {
    let symbol: Int32
    let previous: Int32
}

/// The symbols of a segment that hold one of some characters.
private struct SymbolMarks {
    private let folded: FoldedSymbols
    private let holdings: SymbolHoldings
    /// For each symbol the number of its characters, 0 where it is not plain; the highest bit is set where it must be looked
    /// into.
    private var marks: [UInt8]
    private static let mark: UInt8 = 0x80
    /// Characters whose runs count as one must be seen too.
    private static let joining: [UInt32] = [0x20, 0x2D, 0x2026]

    init(_ characters: [UInt32], _ tables: SegmentReader.SymbolTables) {
        folded = tables.folded
        var marks = (0..<tables.folded.count).map(tables.folded.length)
        var holdings = SymbolHoldings(symbolCount: marks.count)
        let byCharacter = tables.symbolsByCharacter()
        for (slot, character) in characters.enumerated() {
            byCharacter.forEachSymbol(holding: character) { symbol in
                marks[symbol] |= Self.mark
                holdings.add(slot, to: symbol)
            }
        }
        for character in Self.joining {
            byCharacter.forEachSymbol(holding: character) { symbol in
                marks[symbol] |= Self.mark
                holdings.refuse(symbol)
            }
        }
        self.marks = marks
        self.holdings = holdings
    }

    /// Adds up the characters of the text coded in `range`, and returns its folded length; nil where a character folds to none
    /// or several.
    ///
    /// - Parameter found: room for marked symbols, used again from text to text.
    func count(
        _ range: Range<Int>, of bytes: MappedBytes, _ slots: CharacterSlots, _ counts: inout [UInt32],
        found: inout [MarkedSymbol]
    ) -> Int? {
        if found.count <= range.count {
            found = Array(repeating: MarkedSymbol(symbol: 0, previous: 0), count: 2 * range.count + 1)
        }
        guard let (foundCount, length) = find(range, of: bytes, slots, &counts, into: &found) else { return nil }
        var joined = 0
        for index in 0..<foundCount {
            let symbol = Int(found[index].symbol)
            if !holdings.count(symbol, &counts) {
                joined += look(into: symbol, behind: Int(found[index].previous), slots, &counts)
            }
        }
        return length - joined
    }

    /// Finds the marked symbols of a text, and how long it is, runs left as long as they are.
    private func find(
        _ range: Range<Int>, of bytes: MappedBytes, _ slots: CharacterSlots, _ counts: inout [UInt32],
        into found: inout [MarkedSymbol]
    ) -> (count: Int, length: Int)? {
        // One byte more than the text has is read, never used.
        guard let text = unsafe bytes.pointer(at: range.lowerBound, count: range.count + 1) else { return nil }
        let end = range.count
        return unsafe marks.withUnsafeBufferPointer { marks -> (Int, Int)? in
            unsafe found.withUnsafeMutableBufferPointer { found -> (Int, Int)? in
                // Each symbol takes a byte at least, so there is room for all.
                var foundCount = 0
                var length = 0
                var previous: Int32 = -1
                var isPlain = true
                var place = 0
                while place < end {
                    let first = Int(unsafe text.load(fromByteOffset: place, as: UInt8.self))
                    let second = Int(unsafe text.load(fromByteOffset: place &+ 1, as: UInt8.self))
                    let takesTwo = first >= TextCode.singles ? 1 : 0
                    let symbol = first &+ takesTwo &* ((first &- TextCode.singles) &* 255 &+ second)
                    guard symbol < marks.count else {
                        guard let character = unsafe FoldedSymbols.foldEscaped(text, at: place, end: end),
                            !Folding.joinsRuns(UInt32(character))
                        else { return nil }
                        if let slot = slots.slot(of: UInt32(character)) { counts[slot] += 1 }
                        length &+= 1
                        previous = -1
                        place &+= 4
                        continue
                    }
                    // Without branches: which symbols are marked cannot be foretold.
                    let mark = unsafe marks[symbol]
                    let characters = Int(mark & ~Self.mark)
                    isPlain = isPlain && characters > 0
                    length &+= characters
                    unsafe found[foundCount] = MarkedSymbol(symbol: Int32(truncatingIfNeeded: symbol), previous: previous)
                    foundCount &+= Int(mark >> 7)
                    previous = Int32(truncatingIfNeeded: symbol)
                    place &+= 1 &+ takesTwo
                }
                return place == end && isPlain ? (foundCount, length) : nil
            }
        }
    }

    /// Counts the characters of a symbol, and returns how many of them continue a run.
    private func look(into symbol: Int, behind previous: Int, _ slots: CharacterSlots, _ counts: inout [UInt32]) -> Int {
        var joined = 0
        var last: UInt16?
        if previous >= 0 { last = folded.characters(of: previous)[Int(folded.length(of: previous)) - 1] }
        for index in 0..<Int(folded.length(of: symbol)) {
            let character = folded.characters(of: symbol)[index]
            if character == last, Folding.joinsRuns(UInt32(character)) {
                joined += 1
            } else if let slot = slots.slot(of: UInt32(character)) {
                counts[slot] += 1
            }
            last = character
        }
        return joined
    }
}

/// The slots of the characters that each symbol holds, eight at most, so that a symbol is counted without being spelled out.
private struct SymbolHoldings {
    /// For each symbol the place of its slots; 0 where it has none.
    private var places: [UInt16]
    /// A slot a byte, the lowest first; ``none`` behind the last.
    private var slots: [UInt64] = [none]
    private static let none = UInt64.max
    /// Stands for symbols that must be spelled out: they hold a character whose runs count as one.
    private static let refused = UInt16.max

    init(symbolCount: Int) { places = Array(repeating: 0, count: symbolCount) }

    /// Notes that a symbol holds a character once, or once more.
    mutating func add(_ slot: Int, to symbol: Int) {
        guard slot < 0xFF, slots.count < Int(Self.refused) else { return refuse(symbol) }
        guard places[symbol] != Self.refused else { return }
        if places[symbol] == 0 {
            places[symbol] = UInt16(slots.count)
            slots.append(Self.none)
        }
        let place = Int(places[symbol])
        slots[place] = slots[place] << 8 | UInt64(slot)
    }

    mutating func refuse(_ symbol: Int) { places[symbol] = Self.refused }

    /// Counts the characters of a symbol; false where it must be spelled out.
    @inline(__always)
    func count(_ symbol: Int, _ counts: inout [UInt32]) -> Bool {
        let place = places[symbol]
        if place == Self.refused { return false }
        var rest = slots[Int(place)]
        while rest & 0xFF != 0xFF {
            counts[Int(rest & 0xFF)] &+= 1
            rest = rest >> 8 | 0xFF << 56
        }
        return true
    }
}

/// Which of some characters a character is.
private struct CharacterSlots {
    /// Open addressing; an entry is a character and its slot, or ``free``.
    private var entries: [(character: UInt32, slot: Int)]
    private let mask: UInt32
    private static let free: UInt32 = .max

    init(_ characters: [UInt32]) {
        var size = 128
        while size < 4 * characters.count { size *= 2 }
        mask = UInt32(size - 1)
        entries = Array(repeating: (Self.free, 0), count: size)
        for (slot, character) in characters.enumerated() {
            var place = Int(Self.hash(character) & mask)
            while entries[place].character != Self.free { place = (place + 1) & (size - 1) }
            entries[place] = (character, slot)
        }
    }

    @inline(__always)
    func slot(of character: UInt32) -> Int? {
        var place = Int(Self.hash(character) & mask)
        while entries[place].character != Self.free {
            if entries[place].character == character { return entries[place].slot }
            place = (place + 1) & Int(mask)
        }
        return nil
    }

    private static func hash(_ character: UInt32) -> UInt32 { (character &* 0x9E37_79B1) >> 12 }
}
