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
        for word in words {
            for lane in 0..<4 { writer.uint32(word[lane]) }
        }
    }

    /// Unpacks 128 numbers into `output`; false where the bytes are too short.
    ///
    /// - Precondition: `output` has room for 128 numbers.
    package static func unpack(_ bytes: MappedBytes, at offset: Int, width: Int, into output: inout [UInt32]) -> Bool {
        guard width <= 32, offset >= 0, offset <= bytes.count - byteCount(width: width) else { return false }
        guard width > 0 else {
            for index in 0..<count { output[index] = 0 }
            return true
        }
        let mask = SIMD4<UInt32>(repeating: width == 32 ? .max : (1 << UInt32(width)) - 1)
        for row in 0..<32 {
            let bit = row * width
            let shift = UInt32(bit & 31)
            let place = offset + (bit >> 5) * 16
            guard var vector = bytes.load(SIMD4<UInt32>.self, at: place) else { return false }
            vector = vector &>> SIMD4(repeating: shift)
            if Int(shift) + width > 32 {
                guard let next = bytes.load(SIMD4<UInt32>.self, at: place + 16) else { return false }
                vector |= next &<< SIMD4(repeating: 32 - shift)
            }
            vector &= mask
            for lane in 0..<4 { output[row * 4 + lane] = vector[lane] }
        }
        return true
    }
}
