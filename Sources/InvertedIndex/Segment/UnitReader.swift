internal import TextAnalysis

/// Reads the texts of units, batch by batch.
struct UnitReader: Sendable {
    private let alphabet: SharedAlphabet
    private var reader = HanReader()

    init(_ alphabet: SharedAlphabet) { self.alphabet = alphabet }

    mutating func read(_ texts: [String], firstUnit: Int) -> ReadUnits {
        var result = ReadUnits()
        var words: [(word: [UInt8], unit: UInt32)] = []
        var folded: [UInt32] = []
        for (number, text) in texts.enumerated() {
            let unit = UInt32(firstUnit + number)
            let wordsBefore = words.count
            func add(_ word: ArraySlice<UInt32>) { words.append((WordCoding.bytes(of: word), unit)) }
            if let most = reader.read(text) {
                let chunk = result.beginUnit(firstUnit + number, room: most + 1)
                reader.append(to: &result.chunks[chunk], alphabet, add)
            } else {
                folded.removeAll(keepingCapacity: true)
                Folding.append(text, to: &folded)
                let chunk = result.beginUnit(firstUnit + number, room: folded.count + 1)
                reader.append(folded: folded.span, to: &result.chunks[chunk], alphabet, add)
            }
            result.tokenCounts.append(words.count - wordsBefore)
        }
        result.words = words
        result.hasOverflown = reader.hasOverflown
        result.countTerms(codeCount: alphabet.count)
        return result
    }
}

/// What was read of units that follow one another.
struct ReadUnits: Sendable {
    fileprivate(set) var chunks: [HanChunk] = []
    /// Tokens of each unit.
    fileprivate(set) var tokenCounts: [Int] = []
    /// With their units.
    fileprivate(set) var words: [(word: [UInt8], unit: UInt32)] = []
    /// Whether there were more Han characters than codes; then codes are missing.
    fileprivate(set) var hasOverflown = false

    /// Begins a unit, with room for so many codes; returns the chunk that it is in.
    fileprivate mutating func beginUnit(_ unit: Int, room: Int) -> Int {
        if chunks.last?.hasRoom(for: room) != true { chunks.append(HanChunk(firstUnit: unit, room: room)) }
        chunks[chunks.count - 1].beginUnit()
        return chunks.count - 1
    }

    fileprivate mutating func countTerms(codeCount: Int) {
        var unit = 0
        for chunk in chunks.indices {
            chunks[chunk].countTerms(codeCount: codeCount) { count in
                tokenCounts[unit] += count
                unit += 1
            }
        }
    }
}
