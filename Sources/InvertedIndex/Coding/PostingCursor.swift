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
    /// Blocks of 128; the postings behind them are one more, ``blockCount`` itself.
    let blockCount: Int
    private let skipStart: Int
    private let blockStart: Int
    /// The skip entries.
    ///
    /// Safety: `blockCount` entries lie within `bytes`, whose owner this value keeps.
    private let skips: UnsafeRawPointer?
    /// Where blocks are unpacked; made when the first one is.
    private(set) var scratch: PostingScratch
    /// The loaded block; -1 before the first.
    private(set) var block = -1
    /// The block that ``look(for:)`` has found.
    private(set) var looked = -1
    /// Where in the loaded block it stands.
    private(set) var index = 0
    /// Postings of the loaded block.
    private(set) var loaded = 0
    private var packedFrequencies = PackedFrequencies.none
    /// No frequency in ``scratch`` exceeds this.
    private var highestFrequency: UInt32 = .max

    /// Where the frequencies of the loaded block are, until somebody asks for one.
    private enum PackedFrequencies { case none, unpacked, at(Int, width: Int) }

    static let skipBytes = 12

    /// The bitmap of a long list of a ranked space.
    ///
    /// Safety: a bit for each ordinal below `ordinalLimit` lies within `bytes`, whose owner this value keeps.
    let bitmap: UnsafeRawPointer?
    /// How far the bitmap has been counted.
    var rank = BitmapRank()

    /// Postings that begin at `offset` of `bytes`; nil if the bytes cannot be such.
    ///
    /// - Parameter isRanked: whether they are of a space that is ranked by length, where long lists have bitmaps.
    package init?(_ bytes: MappedBytes, at offset: Int, ordinalLimit: Int, isRanked: Bool = false) {
        var place = offset
        guard let count = bytes.varint(&place), count <= ordinalLimit else { return nil }
        documentFrequency = Int(count)
        blockCount = documentFrequency / PackedBlock.count
        if isRanked, OrdinalBitmap.isKept(count: documentFrequency, of: ordinalLimit) {
            let byteCount = OrdinalBitmap.byteCount(limit: ordinalLimit)
            guard let bitmap = unsafe bytes.pointer(at: place, count: byteCount) else { return nil }
            unsafe self.bitmap = bitmap
            place += byteCount
        } else {
            unsafe bitmap = nil
        }
        skipStart = place
        blockStart = place + blockCount * Self.skipBytes + (blockCount > 0 ? 4 : 0)
        guard let skips = unsafe bytes.pointer(at: place, count: blockStart - place) else { return nil }
        unsafe self.skips = skips
        self.bytes = bytes
        self.ordinalLimit = UInt32(ordinalLimit)
        scratch = .none
    }

    /// A single posting of frequency 1, which has no bytes of its own.
    package init?(single ordinal: UInt32, in bytes: MappedBytes, ordinalLimit: Int) {
        guard ordinal < ordinalLimit else { return nil }
        self.init(ordinals: [ordinal], frequencies: [1], in: bytes, ordinalLimit: ordinalLimit)
    }

    /// Postings that were worked out and stand in memory, as if they were all of one block.
    ///
    /// - Precondition: ordinals ascend and are below the limit; there are as many frequencies.
    init(ordinals: [UInt32], frequencies: [UInt32], in bytes: MappedBytes, ordinalLimit: Int) {
        precondition(ordinals.count == frequencies.count)
        documentFrequency = ordinals.count
        blockCount = 0
        skipStart = 0
        blockStart = 0
        unsafe skips = nil
        unsafe bitmap = nil
        self.bytes = bytes
        self.ordinalLimit = UInt32(ordinalLimit)
        scratch = PostingScratch(ordinals, frequencies)
        packedFrequencies = .unpacked
        block = 0
        loaded = ordinals.count
        index = -1
    }

    /// How often the term occurs in the unit at ``ordinal``.
    @inline(__always)
    package var frequency: UInt32 {
        guard index < loaded, index >= 0 else { return 0 }
        switch packedFrequencies {
        case .unpacked: return unsafe scratch.frequencies[index]
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
        ordinal = unsafe index < loaded ? scratch.ordinals[index] : .max
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
        index = scratch.firstIndex(notBelow: target, from: max(index, 0), below: loaded)
        // Behind a whole block of smaller ordinals (it can only be the last one) nothing is left.
        ordinal = unsafe index < loaded ? scratch.ordinals[index] : .max
        return ordinal
    }

    /// Stands before the first posting again.
    mutating func restart() {
        looked = -1
        block = -1
        loaded = 0
        index = 0
        ordinal = .max
    }

    // MARK: Looking without unpacking

    /// The block that would hold `target`, at or behind the one that this said before; nothing is unpacked.
    @inline(__always)
    mutating func look(for target: UInt32) -> Int {
        if looked < block { looked = block }
        if looked < 0 || lastOrdinal(of: looked) < target { looked = blockHolding(target, from: max(looked + 1, 0)) }
        return looked
    }

    /// Stands in the block that ``look(for:)`` has found, at its beginning if it was not there already.
    @inline(__always)
    mutating func loadLooked() throws(IndexError) {
        if block != looked { try enter(looked) }
    }

    /// Unpacks a block and stands at its first posting.
    @inline(__always)
    mutating func enter(_ number: Int) throws(IndexError) {
        try load(number)
        index = 0
        ordinal = unsafe loaded > 0 ? scratch.ordinals[0] : .max
    }

    // MARK: Blocks

    /// The first block, from `start` on, whose last ordinal is not below `target`; the postings
    /// behind the blocks if there is none. Doubling steps, then halving ones.
    private func blockHolding(_ target: UInt32, from start: Int) -> Int {
        var low = start
        var step = 1
        while low + step <= blockCount, lastOrdinal(of: low + step - 1) < target {
            low += step
            step *= 2
        }
        var high = min(low + step - 1, blockCount)
        while low < high {
            let middle = (low + high) / 2
            if lastOrdinal(of: middle) < target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The last ordinal of a whole block; `UInt32.max` for what stands behind the blocks.
    @inline(__always)
    func lastOrdinal(of block: Int) -> UInt32 {
        guard block < blockCount, block >= 0, let skips = unsafe skips else { return .max }
        return unsafe skips.loadUnaligned(fromByteOffset: block &* Self.skipBytes, as: UInt32.self)
    }

    @inline(__always)
    func impact(of block: Int) -> BlockImpact {
        guard block < blockCount, block >= 0, let skips = unsafe skips else { return tailImpact }
        return BlockImpact(
            packed: unsafe skips.loadUnaligned(fromByteOffset: block &* Self.skipBytes &+ 8, as: UInt32.self))
    }

    /// The same for the postings behind the blocks of a list that has some.
    var tailImpact: BlockImpact {
        BlockImpact(packed: bytes.load(UInt32.self, at: skipStart &+ blockCount &* Self.skipBytes) ?? 0)
    }

    /// Where a block begins, counted from the first one.
    func start(of block: Int) throws(IndexError) -> Int {
        guard block > 0 else { return blockStart }
        guard let end = bytes.load(UInt32.self, at: skipStart + (block - 1) * Self.skipBytes + 4) else { throw damage }
        return blockStart + Int(end)
    }

    /// Unpacks a block; the one numbered ``blockCount`` holds the postings behind the whole ones, and what is behind that
    /// is empty.
    mutating func load(_ number: Int) throws(IndexError) {
        block = number
        packedFrequencies = .none
        guard skipStart > 0 else {
            packedFrequencies = .unpacked
            highestFrequency = .max
            loaded = number == 0 ? documentFrequency : 0
            return
        }
        guard number <= blockCount else {
            loaded = 0
            return
        }
        if scratch === PostingScratch.none { scratch = PostingScratch() }
        let base = number == 0 ? 0 : UInt64(lastOrdinal(of: number - 1)) + 1
        if number < blockCount {
            try loadPacked(number, base: base)
        } else {
            try loadTail(base: base)
        }
    }

    private mutating func loadPacked(_ number: Int, base: UInt64) throws(IndexError) {
        let place = try start(of: number)
        let last = UInt64(lastOrdinal(of: number))
        guard let gapWidth = bytes.byte(place), let frequencyWidth = bytes.byte(place + 1), gapWidth <= 32,
            frequencyWidth <= 32, last < UInt64(ordinalLimit), base <= last,
            let packed = unsafe bytes.pointer(
                at: place + 2, count: PackedBlock.byteCount(width: Int(gapWidth) + Int(frequencyWidth)))
        else { throw damage }
        unsafe PackedBlock.unpackAscending(
            packed, width: Int(gapWidth), base: UInt32(base), into: scratch.ordinals)
        // Gaps of up to 24 bits cannot add up to a sum that wraps around, so the last ordinal bounds them all.
        guard unsafe scratch.ordinals[PackedBlock.count - 1] == UInt32(last),
            gapWidth <= 24 || scratch.ascends(PackedBlock.count)
        else { throw damage }
        packedFrequencies = .at(place + 2 + PackedBlock.byteCount(width: Int(gapWidth)), width: Int(frequencyWidth))
        loaded = PackedBlock.count
    }

    private mutating func loadTail(base: UInt64) throws(IndexError) {
        let count = documentFrequency - blockCount * PackedBlock.count
        var place = try start(of: blockCount)
        var next = base
        for index in 0..<count {
            guard let code = bytes.varint(&place) else { throw damage }
            next += UInt64(code >> 1)
            guard next < UInt64(ordinalLimit) else { throw damage }
            unsafe scratch.ordinals[index] = UInt32(next)
            next += 1
            if code & 1 == 1 {
                unsafe scratch.frequencies[index] = 1
            } else {
                guard let frequency = bytes.varint(&place) else { throw damage }
                unsafe scratch.frequencies[index] = frequency
            }
        }
        packedFrequencies = .unpacked
        highestFrequency = .max
        loaded = count
    }

    /// Makes the frequencies of the loaded block stand in ``scratch``. Returns what none of them exceeds.
    @discardableResult
    mutating func unpackFrequencies() -> UInt32 {
        guard case .at(let place, let width) = packedFrequencies else { return highestFrequency }
        packedFrequencies = .unpacked
        highestFrequency = width >= 31 ? .max : 1 << UInt32(width)
        guard let packed = unsafe bytes.pointer(at: place, count: PackedBlock.byteCount(width: width)) else {
            return highestFrequency
        }
        unsafe PackedBlock.unpack(packed, width: width, adding: 1, into: scratch.frequencies)
        return highestFrequency
    }

    var damage: IndexError { IndexError(file: bytes.path, reason: .damaged(part: "postings")) }
}

/// Room for one unpacked block.
///
/// Safety: both pointers have room for a block's numbers, 128 or as many as were given, until `deinit`; whoever indexes them
/// stays below ``PostingCursor/loaded``.
@safe final class PostingScratch: @unchecked Sendable {
    /// What cursors have that have not unpacked anything; nobody writes to it.
    static let none = PostingScratch([], [])

    let ordinals: UnsafeMutablePointer<UInt32>
    let frequencies: UnsafeMutablePointer<UInt32>

    init() {
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * PackedBlock.count)
        unsafe ordinals = memory
        unsafe frequencies = memory + PackedBlock.count
    }

    init(_ ordinals: [UInt32], _ frequencies: [UInt32]) {
        let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: max(1, 2 * ordinals.count))
        unsafe self.ordinals = memory
        unsafe self.frequencies = memory + ordinals.count
        for index in ordinals.indices {
            unsafe self.ordinals[index] = ordinals[index]
            unsafe self.frequencies[index] = frequencies[index]
        }
    }

    deinit { unsafe ordinals.deallocate() }

    /// The first index in `start..<end` whose ordinal is not below `target`, else `end`.
    @inline(__always)
    func firstIndex(notBelow target: UInt32, from start: Int, below end: Int) -> Int {
        var low = start
        // The next few are the likeliest.
        while low < end, low < start + 4 {
            if unsafe ordinals[low] >= target { return low }
            low += 1
        }
        var step = 4
        while low + step < end, unsafe ordinals[low + step] < target {
            low += step
            step *= 2
        }
        var high = min(low + step, end)
        while low < high {
            let middle = (low + high) / 2
            if unsafe ordinals[middle] < target { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func ascends(_ count: Int) -> Bool {
        for index in 1..<count where unsafe ordinals[index - 1] >= ordinals[index] { return false }
        return true
    }
}
