/// Unpacking a block of postings.
extension PostingCursor {
    /// Unpacks a block; the one numbered ``blockCount`` holds the postings behind the whole ones, and what is behind that
    /// is empty.
    mutating func load(_ number: Int) throws(IndexError) {
        block = number
        packedFrequencies = .none
        guard skipStart > 0 else {
            packedFrequencies = .unpacked
            highestFrequency = .max
            loaded = number == 0 ? documentFrequency : 0
            if single != .max { loadSingle() }
            return
        }
        guard number <= blockCount else {
            loaded = 0
            return
        }
        makeScratch()
        let base = number == 0 ? 0 : UInt64(lastOrdinal(of: number - 1)) + 1
        if ranges != nil {
            try loadRanges(number, base: base)
        } else if number < blockCount {
            try loadPacked(number, base: base)
        } else {
            try loadTail(base: base)
        }
    }

    private mutating func loadSingle() {
        makeScratch()
        unsafe ordinals[0] = single
        unsafe frequencies[0] = 1
    }

    mutating func makeScratch() {
        guard scratch === PostingScratch.none else { return }
        scratch = PostingScratch(listOf: documentFrequency)
        unsafe ordinals = scratch.ordinals
        unsafe frequencies = scratch.frequencies
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
            packed, width: Int(gapWidth), base: UInt32(base), into: ordinals)
        // Gaps of up to 24 bits cannot add up to a sum that wraps around, so the last ordinal bounds them all.
        guard unsafe ordinals[PackedBlock.count - 1] == UInt32(last),
            unsafe gapWidth <= 24 || Self.ascends(ordinals, PackedBlock.count)
        else { throw damage }
        packedFrequencies = .at(place + 2 + PackedBlock.byteCount(width: Int(gapWidth)), width: Int(frequencyWidth))
        loaded = PackedBlock.count
    }

    /// A block whose ordinals stand in ranges.
    private mutating func loadRanges(_ number: Int, base: UInt64) throws(IndexError) {
        let count = min(PackedBlock.count, documentFrequency - number * PackedBlock.count)
        loaded = 0
        guard count > 0 else { return }
        guard base < UInt64(ordinalLimit) else { throw damage }
        let place = try start(of: number)
        guard let width = bytes.byte(place), width <= 32,
            unsafe bytes.pointer(at: place + 1, count: PackedBlock.byteCount(width: Int(width))) != nil,
            spellRanges(from: UInt32(base), posting: number * PackedBlock.count, count: count),
            unsafe ordinals[count - 1] == lastOrdinal(of: number) || (number == blockCount && ordinals[count - 1] < ordinalLimit)
        else { throw damage }
        packedFrequencies = .at(place + 1, width: Int(width))
        loaded = count
    }

    /// Calls `body` with each posting of a list without blocks, and its frequency; nothing is unpacked.
    ///
    /// - Precondition: ``blockCount`` is 0.
    @inline(__always)
    func forEachOfFew(_ body: (UInt32, UInt32) throws(IndexError) -> Void) throws(IndexError) {
        guard skipStart > 0 else {
            if single != .max { return try body(single, 1) }
            for index in 0..<documentFrequency { unsafe try body(ordinals[index], frequencies[index]) }
            return
        }
        try forEachBehindBlocks(base: 0, count: documentFrequency) { _, ordinal, frequency throws(IndexError) in
            try body(ordinal, frequency)
        }
    }

    /// Calls `body` with the postings behind the blocks, each with its number among them and its frequency.
    ///
    /// - Parameter base: the least that the first ordinal can be.
    @inline(__always)
    private func forEachBehindBlocks(
        base: UInt64, count: Int, _ body: (Int, UInt32, UInt32) throws(IndexError) -> Void
    ) throws(IndexError) {
        var place = try start(of: blockCount)
        var next = base
        for index in 0..<count {
            guard let code = bytes.varint(&place) else { throw damage }
            next += UInt64(code >> 1)
            guard next < UInt64(ordinalLimit) else { throw damage }
            var frequency: UInt32 = 1
            if code & 1 == 0 {
                guard let more = bytes.varint(&place) else { throw damage }
                frequency = more
            }
            try body(index, UInt32(next), frequency)
            next += 1
        }
    }

    /// Appends all postings.
    consuming func appendAll(to ordinals: inout [UInt32], _ frequencies: inout [UInt32]) throws(IndexError) {
        for number in 0...blockCount {
            try load(number)
            unpackFrequencies()
            unsafe ordinals.append(contentsOf: UnsafeBufferPointer(start: self.ordinals, count: loaded))
            unsafe frequencies.append(contentsOf: UnsafeBufferPointer(start: self.frequencies, count: loaded))
        }
    }

    private mutating func loadTail(base: UInt64) throws(IndexError) {
        let count = documentFrequency - blockCount * PackedBlock.count
        let (ordinals, frequencies) = unsafe (self.ordinals, self.frequencies)
        try forEachBehindBlocks(base: base, count: count) { index, ordinal, frequency in
            unsafe ordinals[index] = ordinal
            unsafe frequencies[index] = frequency
        }
        packedFrequencies = .unpacked
        highestFrequency = .max
        loaded = count
    }

    /// Makes the frequencies of the loaded block stand in ``frequencies``. Returns what none of them exceeds.
    @discardableResult
    package mutating func unpackFrequencies() -> UInt32 {
        guard case .at(let place, let width) = packedFrequencies else { return highestFrequency }
        packedFrequencies = .unpacked
        highestFrequency = width >= 31 ? .max : 1 << UInt32(width)
        guard let packed = unsafe bytes.pointer(at: place, count: PackedBlock.byteCount(width: width)) else {
            return highestFrequency
        }
        unsafe PackedBlock.unpack(packed, width: width, adding: 1, into: frequencies)
        return highestFrequency
    }

    /// Whether numbers ascend.
    ///
    /// Safety: there are `count` of them.
    @unsafe static func ascends(_ ordinals: UnsafeMutablePointer<UInt32>, _ count: Int) -> Bool {
        // Numbers are below 2³¹, so 1 less than a difference has its highest bit set where the second is not above the first.
        var falls = SIMD4<UInt32>.zero
        var index = 1
        while index &+ 4 <= count {
            let here = unsafe UnsafeRawPointer(ordinals + index).loadUnaligned(as: SIMD4<UInt32>.self)
            let before = unsafe UnsafeRawPointer(ordinals + (index &- 1)).loadUnaligned(as: SIMD4<UInt32>.self)
            falls |= here &- before &- 1
            index &+= 4
        }
        var isFalling = (falls.x | falls.y | falls.z | falls.w) >> 31
        while index < count {
            isFalling |= unsafe (ordinals[index] &- ordinals[index &- 1] &- 1) >> 31
            index &+= 1
        }
        return isFalling == 0
    }

    /// The first place in the loaded block, from `start` on, whose ordinal is not below `target`; ``loaded`` if there is none.
    @inline(__always)
    func firstIndex(notBelow target: UInt32, from start: Int) -> Int {
        let end = loaded
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

}
