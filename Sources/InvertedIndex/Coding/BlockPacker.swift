/// Packs 128 numbers as ``PackedBlock`` has them, quicker than that does.
enum BlockPacker {
    /// - Returns: the bytes written.
    ///
    /// Safety: 128 numbers can be read, none of them wider than `width`, and ``PackedBlock/byteCount(width:)`` bytes written.
    @unsafe static func pack(_ numbers: UnsafePointer<UInt32>, width: Int, into output: UnsafeMutableRawPointer) -> Int {
        guard width > 0 else { return 0 }
        let numbers = unsafe UnsafeRawPointer(numbers)
        var word = SIMD4<UInt32>.zero
        var used = 0
        var place = unsafe output
        for row in 0..<32 {
            let vector = unsafe numbers.loadUnaligned(fromByteOffset: row &* 16, as: SIMD4<UInt32>.self)
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

    /// Bits that the largest of 128 numbers needs.
    ///
    /// Safety: 128 numbers can be read.
    @unsafe static func width(of numbers: UnsafePointer<UInt32>) -> Int {
        let numbers = unsafe UnsafeRawPointer(numbers)
        var all = SIMD4<UInt32>.zero
        for row in 0..<32 { all |= unsafe numbers.loadUnaligned(fromByteOffset: row &* 16, as: SIMD4<UInt32>.self) }
        return 32 - (all.x | all.y | all.z | all.w).leadingZeroBitCount
    }
}
