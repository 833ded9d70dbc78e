/// Packs 128 numbers as ``PackedBlock`` has them, quicker than that does: numbers are given four at a time, row by row, and need
/// not stand anywhere.
enum BlockPacker {
    /// - Returns: the bytes written.
    ///
    /// Safety: ``PackedBlock/byteCount(width:)`` bytes can be written. No number is wider than `width`, else others are wrong.
    @inline(__always)
    @unsafe static func pack(width: Int, into output: UnsafeMutableRawPointer, _ row: (Int) -> SIMD4<UInt32>) -> Int {
        guard width > 0 else { return 0 }
        var word = SIMD4<UInt32>.zero
        var used = 0
        var place = unsafe output
        for index in 0..<rows {
            let vector = row(index)
            word |= vector &<< SIMD4(repeating: UInt32(truncatingIfNeeded: used))
            used &+= width
            if used >= 32 {
                unsafe place.storeBytes(of: word, as: SIMD4<UInt32>.self)
                unsafe place += 16
                used &-= 32
                // What did not fit; nothing where all of the row did.
                word = used == 0 ? .zero : vector &>> SIMD4(repeating: UInt32(truncatingIfNeeded: width &- used))
            }
        }
        return PackedBlock.byteCount(width: width)
    }

    /// Bits that the largest of the numbers needs.
    @inline(__always)
    static func width(_ row: (Int) -> SIMD4<UInt32>) -> Int {
        var all = SIMD4<UInt32>.zero
        for index in 0..<rows { all |= row(index) }
        return 32 - (all.x | all.y | all.z | all.w).leadingZeroBitCount
    }

    private static let rows = PackedBlock.count / 4
}
