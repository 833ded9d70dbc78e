/// The characters of a symbol as one number.
struct PackedSymbol: Hashable, Comparable {
    /// The first character in the highest bits, 0 behind the last: numbers are in the order of the strings.
    let characters: UInt128

    /// Nil where there are none, too many, or a NUL among them.
    init?(_ symbol: [UInt16]) {
        guard 1...TextCode.longest ~= symbol.count, !symbol.contains(0) else { return nil }
        var characters: UInt128 = 0
        for (place, character) in symbol.enumerated() { characters |= UInt128(character) << Self.shift(place) }
        self.characters = characters
    }

    /// A character alone.
    ///
    /// - Precondition: it is not NUL.
    init(_ character: UInt16) { characters = UInt128(character) << Self.shift(0) }

    private init(characters: UInt128) { self.characters = characters }

    private static func shift(_ place: Int) -> UInt128 { UInt128(112 - 16 * place) }

    var count: Int { TextCode.longest - characters.trailingZeroBitCount / 16 }

    /// 0 behind the last.
    subscript(place: Int) -> UInt16 {
        place < TextCode.longest ? UInt16(truncatingIfNeeded: characters >> Self.shift(place)) : 0
    }

    var unpacked: [UInt16] { (0..<count).map { self[$0] } }

    /// One symbol behind another.
    ///
    /// - Precondition: together they are not too long.
    func joined(with other: PackedSymbol) -> PackedSymbol {
        PackedSymbol(characters: characters | other.characters >> UInt128(16 * count))
    }

    /// The same with other characters, none of them NUL.
    func map(_ character: (UInt16) -> UInt16) -> PackedSymbol {
        var mapped: UInt128 = 0
        for place in 0..<count { mapped |= UInt128(character(self[place])) << Self.shift(place) }
        return PackedSymbol(characters: mapped)
    }

    static func < (left: Self, right: Self) -> Bool { left.characters < right.characters }
}
