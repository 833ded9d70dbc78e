/// The bytes of one term's postings; FORMAT.md, "Postings", has the grammar.
///
/// A posting is the ordinal of a unit (or span, or document) that holds the term, and how often it does.
package struct PostingListEncoder {
    private var gaps = [UInt32](repeating: 0, count: PackedBlock.count)
    private var frequencies = [UInt32](repeating: 0, count: PackedBlock.count)

    package init() {}

    /// - Precondition: ordinals ascend strictly; frequencies are at least 1, and there are as many.
    package mutating func append(ordinals: ArraySlice<UInt32>, frequencies counts: ArraySlice<UInt32>, to writer: inout ByteWriter) {
        precondition(ordinals.count == counts.count)
        writer.varint(UInt32(ordinals.count))
        let blockCount = ordinals.count / PackedBlock.count
        var blocks = ByteWriter()
        var next: UInt32 = 0
        for block in 0..<blockCount {
            for index in 0..<PackedBlock.count {
                let place = block * PackedBlock.count + index
                let ordinal = ordinals[ordinals.startIndex + place]
                gaps[index] = ordinal - next
                frequencies[index] = counts[counts.startIndex + place] - 1
                next = ordinal + 1
            }
            writer.uint32(next - 1)
            writer.uint32(UInt32(blocks.count))
            let gapWidth = PackedBlock.width(of: gaps[...])
            let frequencyWidth = PackedBlock.width(of: frequencies[...])
            blocks.byte(UInt8(gapWidth))
            blocks.byte(UInt8(frequencyWidth))
            PackedBlock.append(gaps[...], width: gapWidth, to: &blocks)
            PackedBlock.append(frequencies[...], width: frequencyWidth, to: &blocks)
        }
        for place in (blockCount * PackedBlock.count)..<ordinals.count {
            let ordinal = ordinals[ordinals.startIndex + place]
            let frequency = counts[counts.startIndex + place]
            appendTail(gap: ordinal - next, frequency: frequency, to: &blocks)
            next = ordinal + 1
        }
        writer.append(blocks.bytes)
    }

    /// The gap doubled, its lowest bit telling that the frequency is 1; else the frequency follows.
    private func appendTail(gap: UInt32, frequency: UInt32, to writer: inout ByteWriter) {
        precondition(gap < 1 << 31)
        writer.varint(gap << 1 | (frequency == 1 ? 1 : 0))
        if frequency != 1 { writer.varint(frequency) }
    }
}

/// Walks one term's postings upwards, whole blocks skipped where it can.
///
/// Before the first ``next()`` or ``advance(to:)`` and after the last posting, ``ordinal`` is `UInt32.max`.
package struct PostingCursor {
    /// How many postings there are.
    package let documentFrequency: Int
    package private(set) var ordinal: UInt32 = .max
    package private(set) var frequency: UInt32 = 0

    private let bytes: MappedBytes
    /// Ordinals are below this; a larger one in the file is damage.
    private let ordinalLimit: UInt32
    private let blockCount: Int
    private let skipStart: Int
    private let blockStart: Int
    private var block = -1
    private var index = 0
    private var loaded = 0
    private var ordinals: [UInt32]
    private var frequencies: [UInt32]

    /// Postings that begin at `offset` of `bytes`; nil if the bytes cannot be such.
    package init?(_ bytes: MappedBytes, at offset: Int, ordinalLimit: Int) {
        var place = offset
        guard let count = bytes.varint(&place), count <= ordinalLimit else { return nil }
        documentFrequency = Int(count)
        blockCount = documentFrequency / PackedBlock.count
        skipStart = place
        blockStart = place + blockCount * 8
        guard blockStart <= bytes.count else { return nil }
        self.bytes = bytes
        self.ordinalLimit = UInt32(ordinalLimit)
        ordinals = [UInt32](repeating: 0, count: PackedBlock.count)
        frequencies = [UInt32](repeating: 0, count: PackedBlock.count)
    }

    /// A single posting of frequency 1, which has no bytes of its own.
    package init?(single ordinal: UInt32, in bytes: MappedBytes, ordinalLimit: Int) {
        guard ordinal < ordinalLimit else { return nil }
        documentFrequency = 1
        blockCount = 0
        skipStart = 0
        blockStart = 0
        self.bytes = bytes
        self.ordinalLimit = UInt32(ordinalLimit)
        ordinals = [ordinal]
        frequencies = [1]
        block = 0
        loaded = 1
        index = -1
    }

    /// Steps to the next posting and returns its ordinal, `UInt32.max` at the end.
    package mutating func next() throws(IndexError) -> UInt32 {
        index += 1
        if index >= loaded {
            try load(block + 1)
            index = 0
        }
        return settle()
    }

    /// Steps to the first posting at or above `target`, from where the cursor stands; it never goes back.
    package mutating func advance(to target: UInt32) throws(IndexError) -> UInt32 {
        if ordinal >= target && ordinal != .max { return ordinal }
        if block < 0 || (loaded > 0 && ordinals[loaded - 1] < target) || index >= loaded {
            let wanted = try blockHolding(target)
            if wanted > block {
                try load(wanted)
                index = 0
            } else {
                index = loaded
            }
        }
        index = max(index, 0)
        while index < loaded && ordinals[index] < target { index += 1 }
        return settle()
    }

    private mutating func settle() -> UInt32 {
        guard index < loaded else {
            ordinal = .max
            return .max
        }
        ordinal = ordinals[index]
        frequency = frequencies[index]
        return ordinal
    }

    /// The first block after the loaded one whose last ordinal reaches `target`; the tail has number `blockCount`.
    private func blockHolding(_ target: UInt32) throws(IndexError) -> Int {
        var low = block + 1
        var step = 1
        while low < blockCount, try lastOrdinal(of: low) < target {
            let far = min(low + step, blockCount)
            if far < blockCount, try lastOrdinal(of: far) < target {
                low = far + 1
                step *= 2
            } else {
                low += 1
                step = 1
            }
        }
        return low
    }

    private func lastOrdinal(of block: Int) throws(IndexError) -> UInt32 {
        guard let value = bytes.load(UInt32.self, at: skipStart + block * 8) else { throw damage }
        return value
    }

    private mutating func load(_ number: Int) throws(IndexError) {
        guard number <= blockCount, blockCount > 0 || skipStart > 0 else {
            loaded = 0
            block = number
            return
        }
        block = number
        let base = number == 0 ? 0 : try UInt64(lastOrdinal(of: number - 1)) + 1
        if number < blockCount {
            try loadPacked(number, base: base)
        } else {
            try loadTail(base: base)
        }
    }

    private mutating func loadPacked(_ number: Int, base: UInt64) throws(IndexError) {
        guard let relative = bytes.load(UInt32.self, at: skipStart + number * 8 + 4) else { throw damage }
        let place = blockStart + Int(relative)
        guard let gapWidth = bytes.byte(place), let frequencyWidth = bytes.byte(place + 1),
            PackedBlock.unpack(bytes, at: place + 2, width: Int(gapWidth), into: &ordinals),
            PackedBlock.unpack(
                bytes, at: place + 2 + PackedBlock.byteCount(width: Int(gapWidth)), width: Int(frequencyWidth),
                into: &frequencies)
        else { throw damage }
        var next = base
        for index in 0..<PackedBlock.count {
            next += UInt64(ordinals[index])
            ordinals[index] = UInt32(truncatingIfNeeded: next)
            next += 1
            frequencies[index] &+= 1
        }
        guard next <= UInt64(ordinalLimit), try next == UInt64(lastOrdinal(of: number)) + 1 else { throw damage }
        loaded = PackedBlock.count
    }

    private mutating func loadTail(base: UInt64) throws(IndexError) {
        let count = documentFrequency - blockCount * PackedBlock.count
        var place = try tailStart()
        var next = base
        for index in 0..<count {
            guard let code = bytes.varint(&place) else { throw damage }
            next += UInt64(code >> 1)
            guard next < UInt64(ordinalLimit) else { throw damage }
            ordinals[index] = UInt32(next)
            next += 1
            if code & 1 == 1 {
                frequencies[index] = 1
            } else {
                guard let frequency = bytes.varint(&place) else { throw damage }
                frequencies[index] = frequency
            }
        }
        loaded = count
    }

    private func tailStart() throws(IndexError) -> Int {
        guard blockCount > 0 else { return blockStart }
        guard let relative = bytes.load(UInt32.self, at: skipStart + (blockCount - 1) * 8 + 4) else { throw damage }
        let place = blockStart + Int(relative)
        guard let gapWidth = bytes.byte(place), let frequencyWidth = bytes.byte(place + 1), gapWidth <= 32,
            frequencyWidth <= 32
        else { throw damage }
        return place + 2 + PackedBlock.byteCount(width: Int(gapWidth) + Int(frequencyWidth))
    }

    private var damage: IndexError { IndexError(file: bytes.path, reason: .damaged(part: "postings")) }
}
