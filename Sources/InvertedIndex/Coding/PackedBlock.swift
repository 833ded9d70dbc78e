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

    /// Unpacks 128 numbers, something added to each.
    ///
    /// Safety: the caller has seen that `byteCount(width:)` bytes lie behind `bytes`, that `width` is at most 32, and that
    /// `output` has room for 128 numbers.
    @unsafe static func unpack(
        _ bytes: UnsafeRawPointer, width: Int, adding number: UInt32 = 0, into output: UnsafeMutablePointer<UInt32>
    ) {
        let added = SIMD4<UInt32>(repeating: number)
        let output = UnsafeMutableRawPointer(output)
        // The usual widths have code of their own, where every shift is a constant.
        switch width {
        case 0: for row in 0..<32 { unsafe (output + row * 16).storeBytes(of: added, as: SIMD4<UInt32>.self) }
        case 1: unsafe unpackRows(bytes, 1, added, output)
        case 2: unsafe unpackRows(bytes, 2, added, output)
        case 3: unsafe unpackRows(bytes, 3, added, output)
        case 4: unsafe unpackRows(bytes, 4, added, output)
        default:
            for row in 0..<32 {
                let vector = unsafe self.row(row, of: bytes, width: width) &+ added
                unsafe (output + row * 16).storeBytes(of: vector, as: SIMD4<UInt32>.self)
            }
        }
    }

    /// Unpacks 128 gaps and adds them up: `output[i]` = `base` + the gaps through *i* + *i*. Sums wrap around.
    ///
    /// Safety: as for ``unpack(_:width:adding:into:)``.
    @unsafe static func unpackAscending(
        _ bytes: UnsafeRawPointer, width: Int, base: UInt32, into output: UnsafeMutablePointer<UInt32>
    ) {
        var carry = SIMD4<UInt32>(repeating: base &- 1)
        let output = UnsafeMutableRawPointer(output)
        switch width {
        case 1: unsafe ascendRows(bytes, 1, &carry, output)
        case 2: unsafe ascendRows(bytes, 2, &carry, output)
        case 3: unsafe ascendRows(bytes, 3, &carry, output)
        case 4: unsafe ascendRows(bytes, 4, &carry, output)
        case 5: unsafe ascendRows(bytes, 5, &carry, output)
        case 6: unsafe ascendRows(bytes, 6, &carry, output)
        case 7: unsafe ascendRows(bytes, 7, &carry, output)
        case 8: unsafe ascendRows(bytes, 8, &carry, output)
        case 9: unsafe ascendRows(bytes, 9, &carry, output)
        case 10: unsafe ascendRows(bytes, 10, &carry, output)
        default: for row in 0..<32 { unsafe ascendRow(row, bytes, width, &carry, output) }
        }
    }

    /// The first number, the first two, the first three, and all four added up. Shifts of 64-bit halves are what compilers
    /// make short code of; a carry from one number into the next would need sums beyond 32 bits.
    @inline(__always)
    private static func prefixSums(_ numbers: SIMD4<UInt32>) -> SIMD4<UInt32> {
        // Safety: both types are 16 bytes of plain numbers.
        var halves = unsafe unsafeBitCast(numbers, to: SIMD2<UInt64>.self)
        halves = halves &+ (halves &<< 32)
        let lower = SIMD2<UInt64>(0, halves.x)
        let pair = (lower & SIMD2(repeating: 0xFFFF_FFFF_0000_0000)) | (lower &>> 32)
        return unsafe unsafeBitCast(halves, to: SIMD4<UInt32>.self) &+ unsafeBitCast(pair, to: SIMD4<UInt32>.self)
    }

    @inline(__always)
    @unsafe private static func row(_ row: Int, of bytes: UnsafeRawPointer, width: Int) -> SIMD4<UInt32> {
        if width == 0 { return .zero }
        let mask = SIMD4<UInt32>(repeating: width == 32 ? .max : (1 &<< UInt32(width)) &- 1)
        let bit = row &* width
        let shift = UInt32(bit & 31)
        let place = unsafe bytes + (bit &>> 5) &* 16
        var vector = unsafe place.loadUnaligned(as: SIMD4<UInt32>.self) &>> SIMD4(repeating: shift)
        if Int(shift) &+ width > 32 {
            vector |= unsafe (place + 16).loadUnaligned(as: SIMD4<UInt32>.self) &<< SIMD4(repeating: 32 &- shift)
        }
        return vector & mask
    }

    // Loops written out: a compiler would not unroll so many rounds of its own accord, and only then are the shifts constants.

    @inline(__always)
    @unsafe private static func unpackRow(
        _ row: Int, _ bytes: UnsafeRawPointer, _ width: Int, _ added: SIMD4<UInt32>, _ output: UnsafeMutableRawPointer
    ) {
        let vector = unsafe self.row(row, of: bytes, width: width) &+ added
        unsafe (output + row &* 16).storeBytes(of: vector, as: SIMD4<UInt32>.self)
    }

    @inline(__always)
    @unsafe private static func unpackRows(
        _ bytes: UnsafeRawPointer, _ width: Int, _ added: SIMD4<UInt32>, _ output: UnsafeMutableRawPointer
    ) {
        unsafe unpackEight(0, bytes, width, added, output)
        unsafe unpackEight(8, bytes, width, added, output)
        unsafe unpackEight(16, bytes, width, added, output)
        unsafe unpackEight(24, bytes, width, added, output)
    }

    @inline(__always)
    @unsafe private static func unpackEight(
        _ row: Int, _ bytes: UnsafeRawPointer, _ width: Int, _ added: SIMD4<UInt32>, _ output: UnsafeMutableRawPointer
    ) {
        unsafe unpackRow(row, bytes, width, added, output)
        unsafe unpackRow(row &+ 1, bytes, width, added, output)
        unsafe unpackRow(row &+ 2, bytes, width, added, output)
        unsafe unpackRow(row &+ 3, bytes, width, added, output)
        unsafe unpackRow(row &+ 4, bytes, width, added, output)
        unsafe unpackRow(row &+ 5, bytes, width, added, output)
        unsafe unpackRow(row &+ 6, bytes, width, added, output)
        unsafe unpackRow(row &+ 7, bytes, width, added, output)
    }

    @inline(__always)
    @unsafe private static func ascendRow(
        _ row: Int, _ bytes: UnsafeRawPointer, _ width: Int, _ carry: inout SIMD4<UInt32>,
        _ output: UnsafeMutableRawPointer
    ) {
        let sum = unsafe prefixSums(self.row(row, of: bytes, width: width) &+ 1) &+ carry
        carry = SIMD4(repeating: sum.w)
        unsafe (output + row &* 16).storeBytes(of: sum, as: SIMD4<UInt32>.self)
    }

    @inline(__always)
    @unsafe private static func ascendRows(
        _ bytes: UnsafeRawPointer, _ width: Int, _ carry: inout SIMD4<UInt32>, _ output: UnsafeMutableRawPointer
    ) {
        unsafe ascendEight(0, bytes, width, &carry, output)
        unsafe ascendEight(8, bytes, width, &carry, output)
        unsafe ascendEight(16, bytes, width, &carry, output)
        unsafe ascendEight(24, bytes, width, &carry, output)
    }

    @inline(__always)
    @unsafe private static func ascendEight(
        _ row: Int, _ bytes: UnsafeRawPointer, _ width: Int, _ carry: inout SIMD4<UInt32>,
        _ output: UnsafeMutableRawPointer
    ) {
        unsafe ascendRow(row, bytes, width, &carry, output)
        unsafe ascendRow(row &+ 1, bytes, width, &carry, output)
        unsafe ascendRow(row &+ 2, bytes, width, &carry, output)
        unsafe ascendRow(row &+ 3, bytes, width, &carry, output)
        unsafe ascendRow(row &+ 4, bytes, width, &carry, output)
        unsafe ascendRow(row &+ 5, bytes, width, &carry, output)
        unsafe ascendRow(row &+ 6, bytes, width, &carry, output)
        unsafe ascendRow(row &+ 7, bytes, width, &carry, output)
    }
}
