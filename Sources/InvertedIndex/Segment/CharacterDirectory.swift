/// Where, among the sorted first characters of a dictionary, those of 32 neighbouring code points stand: that leaves five steps of a
/// binary search, all in one line of the cache.
struct CharacterDirectory: Sendable {
    private static let neighbours: UInt32 = 32
    /// Characters of the basic plane are in it.
    private static let limit: UInt32 = 0x1_0000
    private static let stretches = Int(limit / neighbours)

    private let characters: MappedBytes
    /// For each stretch of code points how many characters stand before it, and at the end those of all.
    private let starts = MadeOnce<UInt32>()

    /// - Parameter characters: an ascending array of 32-bit numbers.
    init(_ characters: MappedBytes) { self.characters = characters }

    /// Where a character must be looked for; nil beyond the basic plane.
    @inline(__always)
    func places(near character: UInt32) -> Range<Int>? {
        guard character < Self.limit else { return nil }
        let stretch = Int(character / Self.neighbours)
        let starts = unsafe starts.known ?? starts.keep(makeStarts())
        let (start, end) = unsafe (Int(starts[stretch]), Int(starts[stretch + 1]))
        return start <= end ? start..<end : nil
    }

    private func makeStarts() -> [UInt32] {
        var starts: [UInt32] = []
        starts.reserveCapacity(Self.stretches + 1)
        for place in 0..<(characters.count / 4) {
            let character = min(characters.uint32(place) ?? Self.limit, Self.limit)
            while starts.count * Int(Self.neighbours) <= character, starts.count <= Self.stretches {
                starts.append(UInt32(place))
            }
        }
        while starts.count <= Self.stretches { starts.append(UInt32(characters.count / 4)) }
        return starts
    }
}
