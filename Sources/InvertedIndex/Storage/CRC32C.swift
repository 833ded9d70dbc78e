/// The Castagnoli cyclic redundancy check, as iSCSI uses it (RFC 3720, appendix B.4).
///
///     CRC32C.checksum(of: Array("123456789".utf8))   // 0xE3069283
///
/// Eight bytes a step by eight tables ("slicing-by-8", Kounavis and Berry, 2005). Each step waits for the one before, so long data
/// is checked at three places at once, and the three sums are put together: what bytes do to a sum does not hang on the sum.
package enum CRC32C {
    package static func checksum(of bytes: [UInt8]) -> UInt32 {
        unsafe bytes.withUnsafeBytes { unsafe checksum(of: $0) }
    }

    package static func checksum(of bytes: UnsafeRawBufferPointer, continuing previous: UInt32 = 0) -> UInt32 {
        guard let start = bytes.baseAddress else { return previous }
        var state = ~previous
        var offset = 0
        unsafe tables.withUnsafeBufferPointer { tables in
            // Safety: as many bytes are read as are left.
            while bytes.count - offset >= 3 * stretch {
                state = unsafe threeStretches(start + offset, state, tables)
                offset += 3 * stretch
            }
            while bytes.count - offset >= 8 {
                state = unsafe step(state, start + offset, tables)
                offset += 8
            }
            while offset < bytes.count {
                state = unsafe (state >> 8) ^ tables[Int((state ^ UInt32(bytes[offset])) & 0xFF)]
                offset += 1
            }
        }
        return ~state
    }

    /// Bytes of each of the three places.
    private static let stretch = 4_096

    /// Safety: three stretches can be read.
    @unsafe private static func threeStretches(
        _ bytes: UnsafeRawPointer, _ state: UInt32, _ tables: UnsafeBufferPointer<UInt32>
    ) -> UInt32 {
        var (first, second, third): (UInt32, UInt32, UInt32) = (state, 0, 0)
        var offset = 0
        while offset < stretch {
            unsafe first = step(first, bytes + offset, tables)
            unsafe second = step(second, bytes + (stretch + offset), tables)
            unsafe third = step(third, bytes + (2 * stretch + offset), tables)
            offset += 8
        }
        return passedStretch(passedStretch(first) ^ second) ^ third
    }

    /// Safety: eight bytes can be read, and there are eight tables.
    @inline(__always)
    @unsafe private static func step(
        _ state: UInt32, _ bytes: UnsafeRawPointer, _ tables: UnsafeBufferPointer<UInt32>
    ) -> UInt32 {
        let mixed = unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) ^ UInt64(state)
        var result: UInt32 = 0
        for byte in 0..<8 {
            result ^= unsafe tables[(7 - byte) &* 256 &+ Int((mixed &>> UInt64(8 &* byte)) & 0xFF)]
        }
        return result
    }

    /// What becomes of a sum while a stretch of zeros is read.
    private static func passedStretch(_ state: UInt32) -> UInt32 {
        var result: UInt32 = 0
        var rest = state
        while rest != 0 {
            result ^= passedBits[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return result
    }

    /// The same of each bit.
    private static let passedBits: [UInt32] = (0..<32).map { bit in
        var state: UInt32 = 1 << UInt32(bit)
        for _ in 0..<stretch { state = (state >> 8) ^ tables[Int(state & 0xFF)] }
        return state
    }

    private static let tables: [UInt32] = {
        let polynomial: UInt32 = 0x82F6_3B78
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for index in 0..<256 {
            var value = UInt32(index)
            for _ in 0..<8 { value = (value & 1) == 1 ? (value >> 1) ^ polynomial : value >> 1 }
            tables[index] = value
        }
        for slice in 1..<8 {
            for index in 0..<256 {
                let before = tables[(slice - 1) * 256 + index]
                tables[slice * 256 + index] = (before >> 8) ^ tables[Int(before & 0xFF)]
            }
        }
        return tables
    }()
}
