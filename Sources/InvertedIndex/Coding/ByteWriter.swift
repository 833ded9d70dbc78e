/// Bytes being written, numbers little-endian.
package struct ByteWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package var count: Int { bytes.count }

    @inline(__always)
    package mutating func byte(_ value: UInt8) { bytes.append(value) }

    @inline(__always)
    package mutating func uint32(_ value: UInt32) { integer(value) }

    package mutating func uint64(_ value: UInt64) { integer(value) }

    package mutating func uint24(_ value: UInt32) {
        bytes.append(UInt8(truncatingIfNeeded: value))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
        bytes.append(UInt8(truncatingIfNeeded: value >> 16))
    }

    @inline(__always)
    package mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    /// Seven bits a byte, lowest first; the high bit says that another byte follows.
    @inline(__always)
    package mutating func varint(_ value: UInt32) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    package mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    // Numbers are appended, and read again, as they lie in memory: this machine's order is the file's, little-endian.

    mutating func append(_ vectors: [SIMD4<UInt32>]) {
        unsafe vectors.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    mutating func append(_ numbers: [UInt32]) {
        unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    /// The bytes as numbers of 32 bits.
    var numbers: [UInt32] {
        unsafe bytes.withUnsafeBytes { bytes in
            (0..<(bytes.count / 4)).map { unsafe bytes.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self) }
        }
    }

    /// Lets `body` write bytes behind the last; it returns how many it wrote.
    ///
    /// Safety: `body` writes at most `room` bytes, and as many as it says.
    @inline(__always)
    @unsafe mutating func write(room: Int, _ body: (UnsafeMutableRawPointer) -> Int) {
        bytes.append(addingCapacity: room) { output in
            unsafe output.withUnsafeMutableBufferPointer { buffer, count in
                guard let start = buffer.baseAddress else { return }
                count += unsafe body(UnsafeMutableRawPointer(start + count))
            }
        }
    }

    /// Forgets the bytes and keeps their memory.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    package mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }
}
