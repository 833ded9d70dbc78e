/// Reads the scalars of a text one after the other, quicker than its `unicodeScalars` do.
package enum ScalarScan {
    /// Reads one scalar. A `String` holds valid UTF-8, so the lead byte alone tells the length;
    /// the span's bounds checks stand behind that.
    @inline(__always)
    @inlinable
    package static func next(in bytes: borrowing Span<UInt8>, _ position: inout Int) -> UInt32 {
        let lead = UInt32(bytes[position])
        if lead < 0x80 {
            position += 1
            return lead
        }
        if lead >= 0xE0, lead < 0xF0 {
            let scalar = (lead & 0x0F) << 12 | trail(bytes, position + 1) << 6 | trail(bytes, position + 2)
            position += 3
            return scalar
        }
        if lead < 0xE0 {
            let scalar = (lead & 0x1F) << 6 | trail(bytes, position + 1)
            position += 2
            return scalar
        }
        let high = (lead & 0x07) << 18 | trail(bytes, position + 1) << 12
        let scalar = high | trail(bytes, position + 2) << 6 | trail(bytes, position + 3)
        position += 4
        return scalar
    }

    @inline(__always)
    @inlinable
    package static func trail(_ bytes: borrowing Span<UInt8>, _ position: Int) -> UInt32 {
        UInt32(bytes[position]) & 0x3F
    }
}
