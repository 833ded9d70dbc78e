/// Walks one term's postings upwards, whole blocks skipped where it can.
///
/// Before the first ``next()`` or ``advance(to:)`` and after the last posting, ``ordinal`` is `UInt32.max`. Copies share
/// the memory of the loaded block: only one of them may go on.
@safe package struct PostingCursor {
    /// How many postings there are.
    package let documentFrequency: Int
    package private(set) var ordinal: UInt32 = .max

    let bytes: MappedBytes
    /// Ordinals are below this; a larger one in the file is damage.
    let ordinalLimit: UInt32
    /// The single posting of a list that has no bytes of its own; `UInt32.max` for all other lists.
    let single: UInt32
    /// Blocks of 128; the postings behind them are one more, ``blockCount`` itself.
    let blockCount: Int
    let skipStart: Int
    private let blockStart: Int
    /// The skip entries.
    ///
    /// Safety: `blockCount` entries lie within `bytes`, whose owner this value keeps.
    private let skips: UnsafeRawPointer?
    /// Where blocks are unpacked; made when the first one is.
    var scratch: PostingScratch
    /// The ordinals of the loaded block.
    ///
    /// Safety: ``loaded`` of them are set, in memory that `scratch` keeps.
    var ordinals: UnsafeMutablePointer<UInt32>
    /// Their frequencies, once ``unpackFrequencies()`` has been called for the block.
    ///
    /// Safety: as for ``ordinals``.
    var frequencies: UnsafeMutablePointer<UInt32>
    /// The loaded block; -1 before the first.
    var block = -1
    /// The block that ``look(for:)`` has found.
    private(set) var looked = -1
    /// Where in the loaded block it stands.
    var index = 0
    /// Postings of the loaded block.
    var loaded = 0
    var packedFrequencies = PackedFrequencies.none
    /// No frequency in ``frequencies`` exceeds this.
    var highestFrequency: UInt32 = .max

    /// Where the frequencies of the loaded block are, until somebody asks for one.
    enum PackedFrequencies { case none, unpacked, at(Int, width: Int) }

    static let skipBytes = 12

    /// The bitmap of a long list.
    ///
    /// Safety: a bit for each ordinal below `ordinalLimit` lies within `bytes`, whose owner this value keeps.
    let bitmap: UnsafeRawPointer?
    /// The ordinals of a list in ranges, within `bytes`.
    let ranges: MappedRanges?
    /// How far the bitmap has been counted.
    var rank = BitmapRank()

    /// Postings that begin at `offset` of `bytes`; nil if the bytes cannot be such.
    package init?(_ bytes: MappedBytes, at offset: Int, ordinalLimit: Int) {
        var place = offset
        guard let count = bytes.varint(&place), count <= ordinalLimit else { return nil }
        documentFrequency = Int(count)
        blockCount = documentFrequency / PackedBlock.count
        var layout = OrdinalLayout.packed
        if blockCount > 0 {
            guard let known = bytes.byte(place).flatMap(OrdinalLayout.init) else { return nil }
            layout = known
            place += 1
        }
        let start = place
        place += layout.byteCount(count: documentFrequency, limit: ordinalLimit)
        skipStart = place
        blockStart = place + blockCount * Self.skipBytes + (blockCount > 0 ? 4 : 0)
        // Behind the ordinals stand sixteen bytes of skips at least, so that so many may be read behind the former.
        guard let begin = unsafe bytes.pointer(at: start, count: blockStart - start) else { return nil }
        unsafe bitmap = layout == .bitmap ? begin : nil
        ranges = unsafe layout == .ranges ? MappedRanges(begin, limit: ordinalLimit, count: documentFrequency) : nil
        unsafe self.skips = begin + (place - start)
        self.bytes = bytes
        self.ordinalLimit = UInt32(ordinalLimit)
        single = .max
        scratch = .none
        unsafe self.ordinals = scratch.ordinals
        unsafe self.frequencies = scratch.frequencies
    }

    /// A single posting of frequency 1, which has no bytes of its own.
    package init?(single ordinal: UInt32, in bytes: MappedBytes, ordinalLimit: Int) {
        guard ordinal < ordinalLimit else { return nil }
        self.init(.none, count: 1, single: ordinal, in: bytes, ordinalLimit: ordinalLimit)
    }

    /// Postings that were worked out and stand in memory, as if they were all of one block.
    ///
    /// - Precondition: ordinals ascend and are below the limit; there are as many frequencies.
    init(ordinals: [UInt32], frequencies: [UInt32], in bytes: MappedBytes, ordinalLimit: Int) {
        precondition(ordinals.count == frequencies.count)
        self.init(
            PostingScratch(ordinals, frequencies), count: ordinals.count, single: .max, in: bytes, ordinalLimit: ordinalLimit)
        packedFrequencies = .unpacked
        block = 0
        loaded = ordinals.count
        index = -1
    }

    /// Postings that are not in the bytes.
    private init(_ scratch: PostingScratch, count: Int, single: UInt32, in bytes: MappedBytes, ordinalLimit: Int) {
        documentFrequency = count
        blockCount = 0
        skipStart = 0
        blockStart = 0
        unsafe skips = nil
        unsafe bitmap = nil
        ranges = nil
        self.bytes = bytes
        self.ordinalLimit = UInt32(ordinalLimit)
        self.single = single
        self.scratch = scratch
        unsafe self.ordinals = scratch.ordinals
        unsafe self.frequencies = scratch.frequencies
    }

    /// How often the term occurs in the unit at ``ordinal``.
    @inline(__always)
    package var frequency: UInt32 {
        guard index < loaded, index >= 0 else { return 0 }
        switch packedFrequencies {
        case .unpacked: return unsafe frequencies[index]
        case .none: return 0
        case .at(let place, let width):
            guard let packed = unsafe bytes.pointer(at: place, count: PackedBlock.byteCount(width: width)) else { return 0 }
            return unsafe PackedBlock.number(index, of: packed, width: width) &+ 1
        }
    }

    /// Steps to the next posting and returns its ordinal, `UInt32.max` at the end.
    @inline(__always)
    package mutating func next() throws(IndexError) -> UInt32 {
        index += 1
        if index >= loaded {
            try load(block + 1)
            index = 0
        }
        ordinal = unsafe index < loaded ? ordinals[index] : .max
        return ordinal
    }

    /// Steps to the first posting at or above `target`, staying where one already is. Returns its ordinal.
    @inline(__always)
    package mutating func advance(to target: UInt32) throws(IndexError) -> UInt32 {
        if ordinal >= target && block >= 0 && index >= 0 { return ordinal }
        return try seek(target)
    }

    private mutating func seek(_ target: UInt32) throws(IndexError) -> UInt32 {
        if block < 0 || lastOrdinal(of: block) < target {
            try load(blockHolding(target, from: block + 1))
            index = 0
        }
        index = firstIndex(notBelow: target, from: max(index, 0))
        // Behind a whole block of smaller ordinals (it can only be the last one) nothing is left.
        ordinal = unsafe index < loaded ? ordinals[index] : .max
        return ordinal
    }

    /// Stands before the first posting again.
    package mutating func restart() {
        looked = -1
        block = -1
        loaded = 0
        index = 0
        rank = BitmapRank()
        ordinal = .max
    }

    // MARK: Looking without unpacking

    /// The block that would hold `target`, at or behind the one that this said before; nothing is unpacked.
    @inline(__always)
    package mutating func look(for target: UInt32) -> Int {
        if looked < block { looked = block }
        if looked < 0 || lastOrdinal(of: looked) < target { looked = blockHolding(target, from: max(looked + 1, 0)) }
        return looked
    }

    /// Stands in the block that ``look(for:)`` has found, at its beginning if it was not there already.
    @inline(__always)
    package mutating func loadLooked() throws(IndexError) {
        if block != looked { try enter(looked) }
    }

    /// Unpacks a block and stands at its first posting.
    @inline(__always)
    mutating func enter(_ number: Int) throws(IndexError) {
        try load(number)
        index = 0
        ordinal = unsafe loaded > 0 ? ordinals[0] : .max
    }

    // MARK: Blocks

    // What looks at the cursor as it stands is inlined or gets the few fields that it needs: this value is large, and would be copied for
    // each call.

    /// The first block, from `start` on, whose last ordinal is not below `target`; the postings behind the blocks if there is none.
    /// Doubling steps, then halving ones.
    ///
    /// Safety: there are `blockCount` entries of skips.
    @unsafe private static func blockHolding(
        _ target: UInt32, from start: Int, in skips: UnsafeRawPointer?, blockCount: Int
    ) -> Int {
        guard let skips = unsafe skips else { return blockCount }
        var low = start
        var step = 1
        while low + step <= blockCount, unsafe lastOrdinal(of: low + step - 1, in: skips) < target {
            low += step
            step *= 2
        }
        var high = min(low + step - 1, blockCount)
        while low < high {
            let middle = (low + high) / 2
            if unsafe lastOrdinal(of: middle, in: skips) < target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    @inline(__always)
    private func blockHolding(_ target: UInt32, from start: Int) -> Int {
        unsafe Self.blockHolding(target, from: start, in: skips, blockCount: blockCount)
    }

    @inline(__always)
    @unsafe private static func lastOrdinal(of block: Int, in skips: UnsafeRawPointer) -> UInt32 {
        unsafe skips.loadUnaligned(fromByteOffset: block &* skipBytes, as: UInt32.self)
    }

    /// The last ordinal of a whole block; `UInt32.max` for what stands behind the blocks.
    @inline(__always)
    package func lastOrdinal(of block: Int) -> UInt32 {
        guard block < blockCount, block >= 0, let skips = unsafe skips else { return .max }
        return unsafe Self.lastOrdinal(of: block, in: skips)
    }

    @inline(__always)
    func impact(of block: Int) -> BlockImpact {
        guard block < blockCount, block >= 0, let skips = unsafe skips else { return tailImpact }
        return BlockImpact(
            packed: unsafe skips.loadUnaligned(fromByteOffset: block &* Self.skipBytes &+ 8, as: UInt32.self))
    }

    /// The same for the postings behind the blocks of a list that has some.
    @inline(__always)
    var tailImpact: BlockImpact {
        BlockImpact(packed: bytes.load(UInt32.self, at: skipStart &+ blockCount &* Self.skipBytes) ?? 0)
    }

    /// Where a block begins, counted from the first one.
    @inline(__always)
    func start(of block: Int) throws(IndexError) -> Int {
        guard block > 0 else { return blockStart }
        guard let end = bytes.load(UInt32.self, at: skipStart + (block - 1) * Self.skipBytes + 4) else { throw damage }
        return blockStart + Int(end)
    }

    var damage: IndexError { IndexError(file: bytes.path, reason: .damaged(part: "postings")) }
}
