/// How the ordinals of a list of 128 postings and more are written.
package enum OrdinalLayout: UInt8, Sendable {
    /// Gaps, packed block by block.
    case packed = 0
    /// The same, and a bit for each ordinal there could be.
    case bitmap = 1
    /// A directory of ranges of 256 ordinals, and the lower byte of each.
    case ranges = 2

    /// The layout for ordinals below `limit`; with 0, for those of a space in which single ones are not looked up.
    init(_ ordinals: Span<UInt32>, of limit: Int) {
        if OrdinalBitmap.isKept(count: ordinals.count, of: limit) {
            self = .bitmap
        } else if OrdinalRanges.isKept(ordinals, of: limit) {
            self = .ranges
        } else {
            self = .packed
        }
    }

    /// Bytes that the ordinals take before the blocks.
    func byteCount(count: Int, limit: Int) -> Int {
        switch self {
        case .packed: 0
        case .bitmap: OrdinalBitmap.byteCount(limit: limit)
        case .ranges: OrdinalRanges.directoryBytes(limit: limit) + count
        }
    }
}

/// The ordinals of a long list as one bit for each there could be, beside the packed ones: whether an ordinal is among them
/// is then seen at once.
package enum OrdinalBitmap {
    /// Whether a list of `count` ordinals below `limit` has a bitmap: where a tenth of all are in it.
    package static func isKept(count: Int, of limit: Int) -> Bool {
        count >= PackedBlock.count && limit > 0 && count >= (limit + 9) / 10
    }

    package static func byteCount(limit: Int) -> Int { (limit + 63) / 64 * 8 }

    /// - Precondition: ordinals ascend strictly, below `limit`.
    static func append(_ ordinals: Span<UInt32>, of limit: Int, to writer: inout ByteWriter) {
        precondition(ordinals.count == 0 || ordinals[ordinals.count - 1] < limit)
        let byteCount = byteCount(limit: limit)
        unsafe writer.write(room: byteCount) { output in
            unsafe output.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
            for index in ordinals.indices {
                // Safety: the ordinal is not above the last one, which has its bit.
                let ordinal = Int(ordinals[index])
                let place = unsafe output + ordinal &>> 3
                let byte = unsafe place.load(as: UInt8.self) | 1 &<< UInt8(truncatingIfNeeded: ordinal & 7)
                unsafe place.storeBytes(of: byte, as: UInt8.self)
            }
            return byteCount
        }
    }
}
