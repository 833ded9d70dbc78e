/// 128 numbers of the same bit width, packed in four interleaved lanes.
///
/// Number *i* stands in lane *i* mod 4, row *i* / 4; each lane is a stream of bits, lowest first, cut into
/// 32-bit words, and the words of the four lanes lie side by side. A block of width *w* takes 16·*w* bytes, and one
/// vector instruction unpacks four numbers (the layout of Lemire and Boytsov, "Decoding billions of integers per
/// second through vectorization", 2015).
package enum PackedBlock {
    package static let count = 128

    /// Bits that the largest number needs, 0 through 32.
    package static func width(of values: ArraySlice<UInt32>) -> Int {
        32 - values.reduce(0, |).leadingZeroBitCount
    }

    package static func byteCount(width: Int) -> Int { 16 * width }

    /// - Precondition: `values` holds 128 numbers, none wider than `width`.
    package static func append(_ values: ArraySlice<UInt32>, width: Int, to writer: inout ByteWriter) {
        precondition(values.count == count)
        guard width > 0 else { return }
        var words = [SIMD4<UInt32>](repeating: .zero, count: width)
        for row in 0..<32 {
            let start = values.startIndex + row * 4
            let vector = SIMD4(values[start], values[start + 1], values[start + 2], values[start + 3])
            let bit = row * width
            let shift = UInt32(bit & 31)
            words[bit >> 5] |= vector &<< SIMD4(repeating: shift)
            if Int(shift) + width > 32 { words[(bit >> 5) + 1] |= vector &>> SIMD4(repeating: 32 - shift) }
        }
        writer.append(words)
    }

    /// Unpacks 128 numbers.
    ///
    /// Safety: the caller has seen that `byteCount(width:)` bytes lie behind `bytes`, that `width` is at most 32, and that
    /// `output` has room for 128 numbers.
    @inline(__always)
    @unsafe static func unpack(_ bytes: UnsafeRawPointer, width: Int, into output: UnsafeMutablePointer<UInt32>) {
        unsafe forEachRow(bytes, width: width) { row, vector in
            unsafe UnsafeMutableRawPointer(output + row * 4).storeBytes(of: vector, as: SIMD4<UInt32>.self)
        }
    }

    /// Unpacks 128 gaps and adds them up: `output[i]` = `base` + the gaps through *i* + *i*. Sums wrap around.
    ///
    /// Safety: as for ``unpack(_:width:into:)``.
    @inline(__always)
    @unsafe static func unpackAscending(
        _ bytes: UnsafeRawPointer, width: Int, base: UInt32, into output: UnsafeMutablePointer<UInt32>
    ) {
        var carry = SIMD4<UInt32>(repeating: base &- 1)
        unsafe forEachRow(bytes, width: width) { row, gaps in
            var sum = gaps &+ 1
            sum = sum &+ SIMD4(0, sum.x, sum.y, sum.z)
            sum = sum &+ SIMD4(0, 0, sum.x, sum.y)
            sum = sum &+ carry
            carry = SIMD4(repeating: sum.w)
            unsafe UnsafeMutableRawPointer(output + row * 4).storeBytes(of: sum, as: SIMD4<UInt32>.self)
        }
    }

    /// One number of a block.
    ///
    /// Safety: as for ``unpack(_:width:into:)``; `index` is below 128.
    @inline(__always)
    @unsafe static func number(_ index: Int, of bytes: UnsafeRawPointer, width: Int) -> UInt32 {
        guard width > 0 else { return 0 }
        let bit = (index >> 2) * width
        let shift = UInt64(bit & 31)
        let place = unsafe bytes + (bit >> 5) * 16 + (index & 3) * 4
        var value = UInt64(unsafe place.loadUnaligned(as: UInt32.self))
        if Int(shift) + width > 32 { value |= UInt64(unsafe (place + 16).loadUnaligned(as: UInt32.self)) << 32 }
        return UInt32(truncatingIfNeeded: (value >> shift) & ((1 << UInt64(width)) - 1))
    }

    @inline(__always)
    @unsafe private static func forEachRow(
        _ bytes: UnsafeRawPointer, width: Int, _ body: (Int, SIMD4<UInt32>) -> Void
    ) {
        guard width > 0 else {
            for row in 0..<32 { body(row, .zero) }
            return
        }
        let mask = SIMD4<UInt32>(repeating: width == 32 ? .max : (1 << UInt32(width)) - 1)
        var bit = 0
        for row in 0..<32 {
            let shift = UInt32(bit & 31)
            let place = unsafe bytes + (bit >> 5) * 16
            var vector = unsafe place.loadUnaligned(as: SIMD4<UInt32>.self) &>> SIMD4(repeating: shift)
            if Int(shift) + width > 32 {
                vector |= unsafe (place + 16).loadUnaligned(as: SIMD4<UInt32>.self) &<< SIMD4(repeating: 32 - shift)
            }
            body(row, vector & mask)
            bit += width
        }
    }
}
