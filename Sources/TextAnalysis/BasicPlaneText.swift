/// Takes a text apart into its characters of the basic plane, 16 bits each: what nearly every text consists of.
package enum BasicPlaneText {
    /// Writes the characters of `text` and returns how many they are; nil where one lies beyond the basic plane.
    ///
    /// Safety: `output` has room for as many characters as the text has bytes of UTF-8.
    @unsafe package static func read(_ text: String, into output: UnsafeMutablePointer<UInt16>) -> Int? {
        let bytes = text.utf8.span
        return unsafe bytes.withUnsafeBytes { bytes in
            var position = 0
            var count = 0
            // Safety: sixteen bytes are read only while at least sixteen are left. A `String` holds valid UTF-8, so a
            // character takes as many bytes as its first one says, and writes no more characters than it has bytes.
            while position &+ 16 <= bytes.count {
                let base = unsafe bytes.baseAddress! + position
                if unsafe readFour(base, into: output + count) {
                    position &+= 12
                    count &+= 4
                    continue
                }
                let word = unsafe base.loadUnaligned(as: UInt32.self).littleEndian
                if word & 0xF0 == 0xE0 {
                    unsafe output[count] = character(word)
                    position &+= 3
                } else if word & 0x80 == 0 {
                    unsafe output[count] = UInt16(truncatingIfNeeded: word & 0x7F)
                    position &+= 1
                } else if word & 0xF0 == 0xF0 {
                    return nil
                } else {
                    unsafe output[count] = UInt16(truncatingIfNeeded: (word & 0x1F) << 6 | (word >> 8) & 0x3F)
                    position &+= 2
                }
                count &+= 1
            }
            return unsafe readRest(bytes, from: position, into: output, count)
        }
    }

    /// Four characters of three bytes each; false where not all four are such.
    ///
    /// Safety: sixteen bytes can be read, and four characters written.
    @inline(__always)
    @unsafe private static func readFour(_ bytes: UnsafeRawPointer, into output: UnsafeMutablePointer<UInt16>) -> Bool {
        let words = unsafe SIMD4(
            bytes.loadUnaligned(as: UInt32.self), bytes.loadUnaligned(fromByteOffset: 3, as: UInt32.self),
            bytes.loadUnaligned(fromByteOffset: 6, as: UInt32.self), bytes.loadUnaligned(fromByteOffset: 9, as: UInt32.self))
        let others = (words & 0xF0) ^ 0xE0
        guard (others.x | others.y) | (others.z | others.w) == 0 else { return false }
        let characters = (words & 0x0F) &<< 12 | (words &>> 2) & 0xFC0 | (words &>> 16) & 0x3F
        let narrow = SIMD4<UInt16>(truncatingIfNeeded: characters)
        unsafe UnsafeMutableRawPointer(output).storeBytes(of: narrow, as: SIMD4<UInt16>.self)
        return true
    }

    /// The character of three bytes, the first lowest.
    @inline(__always)
    private static func character(_ word: UInt32) -> UInt16 {
        UInt16(truncatingIfNeeded: (word & 0x0F) &<< 12 | (word &>> 2) & 0xFC0 | (word &>> 16) & 0x3F)
    }

    /// Safety: as for ``read(_:into:)``, with `count` characters written.
    @unsafe private static func readRest(
        _ bytes: UnsafeRawBufferPointer, from start: Int, into output: UnsafeMutablePointer<UInt16>, _ written: Int
    ) -> Int? {
        let rest = unsafe bytes.bindMemory(to: UInt8.self).span
        var position = start
        var count = written
        while position < rest.count {
            let scalar = ScalarScan.next(in: rest, &position)
            guard scalar < 0x1_0000 else { return nil }
            unsafe output[count] = UInt16(truncatingIfNeeded: scalar)
            count &+= 1
        }
        return count
    }
}
