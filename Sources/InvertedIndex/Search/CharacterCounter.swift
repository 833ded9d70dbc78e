internal import TextAnalysis

/// Counts some characters in the folded texts of units, one text after the other, in memory that is used again.
///
///     let counter = try CharacterCounter([0x517B, 0x72D7], in: snapshot)    // 养, 狗
///     let length = try counter.count(in: unit)
///     counter.counts                                                        // how often each stands in it
///
/// Texts are folded while they are decoded; one that holds a character which folds to none or several is decoded and folded
/// the longer way.
package final class CharacterCounter {
    /// For each character how often the last text held it, in the order in which they were given.
    package private(set) var counts: [UInt32]

    private let snapshot: IndexSnapshot
    private let slots: CharacterSlots
    private var text = FoldedCharacters()
    private var original: [UInt32] = []
    private var folded: [UInt32] = []

    /// - Parameter characters: folded, each once.
    package init(_ characters: [UInt32], in snapshot: IndexSnapshot) {
        self.snapshot = snapshot
        slots = CharacterSlots(characters)
        counts = [UInt32](repeating: 0, count: characters.count)
    }

    /// Counts the characters in a unit's text, and returns how many scalars it has when folded.
    package func count(in unit: UnitAddress) throws(IndexError) -> Int {
        for index in counts.indices { counts[index] = 0 }
        let segment = snapshot.segments[unit.segment].reader
        let (bytes, range) = try segment.codedText(unit.unit, isSpan: false)
        let buffer = unsafe text.buffer(room: FoldedSymbols.room(forCodeBytes: range.count))
        if let length = unsafe try segment.symbols().folded.fold(range, of: bytes, into: buffer) {
            return unsafe count(in: buffer, length: length)
        }
        original.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        try segment.appendText(unit.unit, isSpan: false, to: &original)
        Folding.append(scalars: original, to: &folded)
        for scalar in folded {
            if let slot = slots.slot(of: scalar) { counts[slot] += 1 }
        }
        return folded.count
    }

    /// Safety: `text` holds `length` characters.
    @unsafe private func count(in text: UnsafeMutablePointer<UInt16>, length: Int) -> Int {
        // Taken out of the object for the while: each access to it would be checked.
        var counted: [UInt32] = []
        swap(&counted, &counts)
        defer { swap(&counted, &counts) }
        let slots = slots
        var joined = 0
        for index in 0..<length {
            let character = unsafe UInt32(text[index])
            guard slots.mayHold(character) else { continue }
            if Folding.joinsRuns(character), index > 0, unsafe text[index - 1] == text[index] {
                joined += 1
            } else if let slot = slots.slot(of: character) {
                counted[slot] += 1
            }
        }
        return length - joined
    }
}

/// Which of some characters a character is.
private struct CharacterSlots {
    /// A bit for each character of the basic plane that is one of them or joins runs.
    private var bits = [UInt64](repeating: 0, count: 1024)
    /// Open addressing; an entry is a character and its slot, or ``free``.
    private var entries: [(character: UInt32, slot: Int)]
    private let mask: UInt32
    private static let free: UInt32 = .max

    init(_ characters: [UInt32]) {
        var size = 64
        while size < 2 * characters.count { size *= 2 }
        mask = UInt32(size - 1)
        entries = Array(repeating: (Self.free, 0), count: size)
        for (slot, character) in characters.enumerated() {
            var place = Int(Self.hash(character) & mask)
            while entries[place].character != Self.free { place = (place + 1) & (size - 1) }
            entries[place] = (character, slot)
            if character < 0x1_0000 { bits[Int(character >> 6)] |= 1 << UInt64(character & 63) }
        }
        for character: UInt32 in [0x20, 0x2D, 0x2026] where Folding.joinsRuns(character) {
            bits[Int(character >> 6)] |= 1 << UInt64(character & 63)
        }
    }

    /// - Precondition: the character is of the basic plane.
    @inline(__always)
    func mayHold(_ character: UInt32) -> Bool { bits[Int(character >> 6)] >> UInt64(character & 63) & 1 != 0 }

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
