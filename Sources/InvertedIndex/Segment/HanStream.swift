/// The Han runs of all units of a segment, one code for each character, in the order of the text.
///
/// Codes are given as characters are met, so that a character takes two bytes and common ones have low codes; 0 ends a run.
struct HanStream: Sendable {
    /// The units in stretches: memory that grows without being copied, and work that can be shared out.
    let chunks: [HanChunk]
    /// The character of each code; code 0 stands for none.
    let characters: [UInt32]

    /// How many terms begin with each code.
    let termCounts: [Int]

    init(chunks: [HanChunk], characters: [UInt32]) {
        self.chunks = chunks
        self.characters = characters
        var counts = [Int](repeating: 0, count: characters.count)
        for chunk in chunks {
            for (code, count) in chunk.termCounts.enumerated() { counts[code] += Int(count) }
        }
        termCounts = counts
    }

    /// Bigrams and lone characters.
    var termCount: Int { termCounts.reduce(0, +) }

    /// Codes in the order of their characters, and the place of each in it. Code 0 stays where it is.
    func sortedCodes() -> (order: [UInt16], ranks: [UInt16]) {
        let order = [0] + (1..<characters.count).sorted { characters[$0] < characters[$1] }.map { UInt16($0) }
        var ranks = [UInt16](repeating: 0, count: order.count)
        for (rank, code) in order.enumerated() { ranks[Int(code)] = UInt16(rank) }
        return (order, ranks)
    }
}
