/// A folded text with the way back to the original, so that highlights are cut from what the reader sees.
///
///     let folded = FoldedText("㈠　行政")
///     folded.scalars                      // ( 一 ) blank 行 政
///     folded.origins                      // 0 0 0 1 2 3
///     folded.originalRange(of: 4..<6)     // 2..<4
public struct FoldedText: Sendable, Equatable {
    /// What ``Folding/append(_:to:)`` gives.
    public let scalars: [UInt32]
    /// For each folded scalar, the offset in Unicode scalars of the original scalar it came from. Never decreasing.
    public let origins: [Int32]
    /// Unicode scalars in the original.
    public let originalCount: Int

    /// - Complexity: O(*n*) in bytes of UTF-8. Offsets are 32 bits wide: texts up to 2³¹ − 1 scalars.
    public init(_ text: String) {
        var scalars: [UInt32] = []
        var origins: [Int32] = []
        let expected = text.utf8.count / 2
        scalars.reserveCapacity(expected)
        origins.reserveCapacity(expected)
        originalCount = FoldScan.scan(text) { scalar, origin in
            scalars.append(scalar)
            origins.append(Int32(truncatingIfNeeded: origin))
        }
        self.scalars = scalars
        self.origins = origins
    }

    /// The same of a text that is given as the values of its scalars.
    public init(scalars original: [UInt32]) {
        var scalars: [UInt32] = []
        var origins: [Int32] = []
        scalars.reserveCapacity(original.count)
        origins.reserveCapacity(original.count)
        FoldScan.scan(original) { scalar, origin in
            scalars.append(scalar)
            origins.append(Int32(truncatingIfNeeded: origin))
        }
        self.scalars = scalars
        self.origins = origins
        originalCount = original.count
    }

    /// The original scalars that a folded range came from: from the origin of its first scalar through the origin of its last.
    ///
    /// An empty range gives an empty one. Bounds beyond the text are cut to it.
    public func originalRange(of range: Range<Int>) -> Range<Int> {
        let cut = range.clamped(to: 0..<scalars.count)
        guard !cut.isEmpty else {
            let place = cut.lowerBound < origins.count ? Int(origins[cut.lowerBound]) : originalCount
            return place..<place
        }
        return Int(origins[cut.lowerBound])..<Int(origins[cut.upperBound - 1]) + 1
    }
}
