/// A Han term as one number: two characters, or one that stands alone.
///
/// The first character's scalar value stands above bit 21, the second's below it; 0 below it means that the
/// character stands alone. Sorting the numbers sorts the terms by their first character.
struct TermKey: Hashable, Comparable, Sendable {
    let value: UInt64

    init(_ first: UInt32, _ second: UInt32 = 0) {
        value = UInt64(first) << 21 | UInt64(second)
    }

    init(value: UInt64) { self.value = value }

    var first: UInt32 { UInt32(truncatingIfNeeded: value >> 21) }
    var second: UInt32 { UInt32(truncatingIfNeeded: value & 0x1F_FFFF) }

    static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
