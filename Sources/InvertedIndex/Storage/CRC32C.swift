/// The Castagnoli cyclic redundancy check, as iSCSI uses it (RFC 3720, appendix B.4).
///
///     CRC32C.checksum(of: Array("123456789".utf8))   // 0xE3069283
///
/// Eight bytes a step by eight tables ("slicing-by-8", Kounavis and Berry, 2005).
package enum CRC32C {
    package static func checksum(of bytes: [UInt8]) -> UInt32 {
        unsafe bytes.withUnsafeBytes { unsafe checksum(of: $0) }
    }

    package static func checksum(of bytes: UnsafeRawBufferPointer, continuing previous: UInt32 = 0) -> UInt32 {
        var state = ~previous
        var offset = 0
        // Safety: `loadUnaligned` reads 8 bytes only while at least 8 are left.
        while offset + 8 <= bytes.count {
            let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            state = step(state, word)
            offset += 8
        }
        while offset < bytes.count {
            state = (state >> 8) ^ tables[Int((state ^ UInt32(unsafe bytes[offset])) & 0xFF)]
            offset += 1
        }
        return ~state
    }

    private static func step(_ state: UInt32, _ word: UInt64) -> UInt32 {
        let mixed = word ^ UInt64(state)
        var result: UInt32 = 0
        for byte in 0..<8 {
            result ^= tables[(7 - byte) * 256 + Int((mixed >> UInt64(8 * byte)) & 0xFF)]
        }
        return result
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
