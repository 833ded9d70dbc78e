/// A unit's length in tokens as one byte: exact below 16, then three bits of mantissa.
///
///     UnitLength.code(for: 135)        // 40
///     UnitLength.length(of: 40)        // 128
///
/// Ranking needs a length to within an eighth (the same trade as Lucene's norms).
package enum UnitLength {
    package static func code(for length: Int) -> UInt8 {
        guard length >= 16 else { return UInt8(max(length, 0)) }
        let exponent = (Int.bitWidth - 1 - length.leadingZeroBitCount) - 3
        let code = 16 + (exponent - 1) * 8 + ((length >> exponent) - 8)
        return UInt8(min(code, 255))
    }

    package static func length(of code: UInt8) -> Int {
        guard code >= 16 else { return Int(code) }
        let rest = Int(code) - 16
        return (8 + rest % 8) << (rest / 8 + 1)
    }
}
