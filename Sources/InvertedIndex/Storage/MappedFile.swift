internal import Glibc

/// A file mapped read-only into memory.
@safe package final class MappedFile: Sendable {
    package let path: String
    /// All bytes of the file.
    package let bytes: MappedBytes
    /// Which file it is, whatever stands under its name later.
    let identity: FileIdentity
    private let owner: Mapping

    package init(path: String) throws(IndexError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw IndexError(file: path, reason: .system(operation: "open", code: errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw IndexError(file: path, reason: .system(operation: "fstat", code: errno))
        }
        let owner = try Mapping(descriptor: descriptor, count: Int(status.st_size), path: path)
        self.path = path
        self.owner = owner
        identity = FileIdentity(status)
        self.bytes = unsafe MappedBytes(base: owner.base, count: owner.count, owner: owner)
    }
}

/// A file as the system knows it. As long as it is mapped its number is not given to another.
struct FileIdentity: Equatable, Sendable {
    private let device: UInt64
    private let number: UInt64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }

    /// Nil where nothing stands under the path.
    init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// Owns one mapping and ends it.
@safe package final class Mapping: Sendable {
    /// Safety: mapped read-only for `count` bytes and unmapped only in `deinit`; a committed file is never
    /// written again (FORMAT.md, "Commit"), so what is read through it does not change.
    nonisolated(unsafe) let base: UnsafeRawPointer
    package let count: Int
    package let path: String

    package init(descriptor: Int32, count: Int, path: String) throws(IndexError) {
        self.count = count
        self.path = path
        guard count > 0 else {
            unsafe base = UnsafeRawPointer(bitPattern: 1)!
            return
        }
        guard let address = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0),
            unsafe address != MAP_FAILED
        else { throw IndexError(file: path, reason: .system(operation: "mmap", code: errno)) }
        unsafe base = UnsafeRawPointer(address)
    }

    deinit { if count > 0 { unsafe munmap(UnsafeMutableRawPointer(mutating: base), count) } }
}

/// A stretch of a mapped file. Every read is checked against its bounds and gives nil outside of them:
/// offsets and counts come from the file and may be damaged. Numbers are little-endian.
@safe package struct MappedBytes: Sendable {
    /// Safety: `count` bytes from `base` lie within the mapping that `owner` keeps alive.
    private nonisolated(unsafe) let base: UnsafeRawPointer
    package let count: Int
    private let owner: Mapping

    @unsafe init(base: UnsafeRawPointer, count: Int, owner: Mapping) {
        unsafe self.base = base
        self.count = count
        self.owner = owner
    }

    /// The file they are of.
    package var path: String { owner.path }

    @inline(__always)
    package func byte(_ offset: Int) -> UInt8? {
        guard offset >= 0, offset < count else { return nil }
        return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }

    /// The number at `index` of an array of 32-bit numbers.
    @inline(__always)
    package func uint32(_ index: Int) -> UInt32? { load(UInt32.self, at: index &* 4) }

    @inline(__always)
    package func uint64(_ index: Int) -> UInt64? { load(UInt64.self, at: index &* 8) }

    /// The number at `index` of an array of 24-bit numbers.
    @inline(__always)
    package func uint24(_ index: Int) -> UInt32? {
        let offset = index &* 3
        guard offset >= 0, offset <= count - 3 else { return nil }
        let low = unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self)
        return unsafe UInt32(UInt16(littleEndian: low)) | UInt32(base.load(fromByteOffset: offset + 2, as: UInt8.self)) << 16
    }

    /// Where an ascending array of 32-bit numbers reaches `value`; their number where it does not.
    func firstIndex32(notBelow value: UInt32) -> Int { firstIndex32(notBelow: value, in: 0..<(count / 4)) }

    /// The same within a range of them; its end where they do not reach the value there.
    func firstIndex32(notBelow value: UInt32, in range: Range<Int>) -> Int {
        guard range.lowerBound >= 0, range.upperBound <= count / 4 else { return range.upperBound }
        return Self.firstIndex(notBelow: value, from: range.lowerBound, count: range.count) { index in
            UInt32(littleEndian: unsafe base.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
        }
    }

    /// Where, within a range of an ascending array of 24-bit numbers, they reach `value`; the range's end where they do not.
    func firstIndex24(notBelow value: UInt32, in range: Range<Int>) -> Int {
        guard range.lowerBound >= 0, range.upperBound <= count / 3 else { return range.upperBound }
        return Self.firstIndex(notBelow: value, from: range.lowerBound, count: range.count) { index in
            let place = unsafe base + index &* 3
            let low = UInt16(littleEndian: unsafe place.loadUnaligned(as: UInt16.self))
            return unsafe UInt32(low) | UInt32(place.load(fromByteOffset: 2, as: UInt8.self)) << 16
        }
    }

    /// Binary search with as many steps whatever it finds, and no branch that hangs on a number: nobody could foretell it.
    @inline(__always)
    private static func firstIndex(notBelow value: UInt32, from first: Int, count: Int, number: (Int) -> UInt32) -> Int {
        var start = first
        var length = count
        while length > 1 {
            let half = length / 2
            // The upper half of the difference has all bits set where the number is below the value, and none elsewhere. A
            // comparison would be compiled to a branch.
            let difference = UInt64(number(start &+ half &- 1)) &- UInt64(value)
            start &+= half & Int(truncatingIfNeeded: difference &>> 32)
            length &-= half
        }
        return length == 1 && number(start) < value ? start &+ 1 : start
    }

    /// A fixed-width value at a byte offset. Sound for any `Value` because only integers and vectors of them are asked for.
    @inline(__always)
    package func load<Value: BitwiseCopyable>(_: Value.Type, at offset: Int) -> Value? {
        guard offset >= 0, offset <= count - MemoryLayout<Value>.size else { return nil }
        return unsafe base.loadUnaligned(fromByteOffset: offset, as: Value.self)
    }

    /// Where `count` bytes from `offset` lie; nil where they do not all lie within. Valid while this value, or a copy, lives.
    @inline(__always)
    @unsafe package func pointer(at offset: Int, count: Int) -> UnsafeRawPointer? {
        guard offset >= 0, count >= 0, count <= self.count, offset <= self.count - count else { return nil }
        return unsafe base + offset
    }

    package func slice(_ range: Range<Int>) -> MappedBytes? {
        guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
        return unsafe MappedBytes(base: base + range.lowerBound, count: range.count, owner: owner)
    }

    package func array(_ range: Range<Int>) -> [UInt8]? {
        guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
        return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    package func checksum(_ range: Range<Int>) -> UInt32? {
        guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
        return unsafe CRC32C.checksum(of: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// A number of 7 bits a byte, lowest first; moves `offset` behind it. Nil if it does not end in time or exceeds 32 bits.
    @inline(__always)
    package func varint(_ offset: inout Int) -> UInt32? {
        guard let first = byte(offset) else { return nil }
        offset &+= 1
        if first < 0x80 { return UInt32(first) }
        var value = UInt64(first & 0x7F)
        for shift in stride(from: UInt64(7), through: 28, by: 7) {
            guard let next = byte(offset) else { return nil }
            offset &+= 1
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value <= UInt32.max ? UInt32(value) : nil }
        }
        return nil
    }
}
