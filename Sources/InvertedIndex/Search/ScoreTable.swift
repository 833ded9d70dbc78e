/// The part of BM25 that depends on how often a clause occurs and how long the text is, worked out for every pair of them.
///
/// Scores are whole numbers of 1/4096, so that they add up to the same sum in any order: a search that skips gives the
/// very scores of one that does not.
///
/// Safety: `values` has a value for each of ``frequencies`` frequencies and 256 codes, written in `init` alone and kept until
/// `deinit`.
@safe final class ScoreTable: Sendable {
    /// Sums count 1/4096.
    static let unit: Float = 4096
    /// Frequencies from here on are worked out one by one.
    private static let frequencies = 16
    /// Values for each frequency below that and each code of a length, in 1/4096.
    private nonisolated(unsafe) let values: UnsafeMutablePointer<UInt16>
    /// No posting has more.
    let highest: UInt32
    private let parameters: RankingParameters
    private let average: Float

    init(_ parameters: RankingParameters, average: Float) {
        self.parameters = parameters
        self.average = average
        let shortest = parameters.norm(length: Float(UnitLength.length(of: 0)), average: average)
        highest = UInt32(Self.value(Float(UInt32.max), norm: shortest, parameters))
        let norms = (0...255).map { parameters.norm(length: Float(UnitLength.length(of: UInt8($0))), average: average) }
        unsafe values = .allocate(capacity: Self.frequencies * norms.count)
        for frequency in 0..<Self.frequencies {
            for (code, norm) in norms.enumerated() {
                let value = Self.value(Float(frequency), norm: norm, parameters)
                unsafe (values + (frequency << 8 | code)).initialize(to: value)
            }
        }
    }

    deinit { unsafe values.deallocate() }

    private static func value(_ frequency: Float, norm: Float, _ parameters: RankingParameters) -> UInt16 {
        guard frequency > 0 else { return 0 }
        return UInt16(min(32_767, max(0, (parameters.saturated(frequency, norm: norm) * unit).rounded())))
    }

    @inline(__always)
    subscript(frequency: UInt32, lengthCode: UInt8) -> UInt32 {
        if frequency < Self.frequencies {
            return unsafe UInt32(values[Int(frequency) << 8 | Int(lengthCode)])
        }
        return rare(frequency, lengthCode)
    }

    private func rare(_ frequency: UInt32, _ lengthCode: UInt8) -> UInt32 {
        let norm = parameters.norm(length: Float(UnitLength.length(of: lengthCode)), average: average)
        return UInt32(Self.value(Float(frequency), norm: norm, parameters))
    }

    /// For loops that look up many: values of 16 frequencies times 256 codes.
    ///
    /// Safety: valid as long as the table lives.
    @inline(__always)
    @unsafe var allValues: UnsafePointer<UInt16> { unsafe UnsafePointer(values) }

    /// The most that a posting of a block can have.
    @inline(__always)
    func bound(_ impact: BlockImpact) -> UInt32 {
        var bound = self[1, impact.shortest]
        if impact.highest >= 2 { bound = max(bound, self[2, impact.shortestTwice]) }
        if impact.highest >= 3 {
            bound = max(bound, self[impact.highest == 255 ? .max : UInt32(impact.highest), impact.shortestMore])
        }
        return bound
    }
}

/// The weight of a clause as a whole number, to be multiplied with what ``ScoreTable`` has.
struct ScoreWeight: Sendable {
    /// In 1/1024, below 2¹⁷.
    let value: UInt32

    /// A weight above 0 never becomes 0: a term of nearly every text would not be found at all.
    init(_ weight: Float) { value = UInt32(min(131_071, max(weight > 0 ? 1 : 0, (weight * 1024).rounded()))) }

    /// A score in 1/4096. No product exceeds 32 bits: the table's values are below 2¹⁵.
    @inline(__always)
    static func * (weight: Self, value: UInt32) -> UInt32 { (weight.value &* value) &>> 10 }
}
