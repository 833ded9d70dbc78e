/// The codes of a segment's texts, text by text.
///
/// Safety: the pointers lie within `offsets` and `content`, which this keeps: one offset more than there are texts, and all codes.
@safe struct CodedTextReader {
    private let offsets: MappedBytes
    private let content: MappedBytes
    private let starts: UnsafeRawPointer
    private let codes: UnsafeRawPointer
    private let count: Int

    /// Nil where there are not so many offsets.
    init?(offsets: MappedBytes, content: MappedBytes, count: Int) {
        guard let starts = unsafe offsets.pointer(at: 0, count: (count + 1) * 4),
            let codes = unsafe content.pointer(at: 0, count: content.count)
        else { return nil }
        self.offsets = offsets
        self.content = content
        self.count = count
        unsafe self.starts = starts
        unsafe self.codes = codes
    }

    /// Where the code of a text begins and how many bytes it has, behind which another can be read; nil where the offsets have none
    /// such.
    @inline(__always)
    @unsafe func bytes(of ordinal: UInt32) -> (start: UnsafeRawPointer, count: Int)? {
        guard ordinal < count else { return nil }
        let place = Int(ordinal) &* 4
        let start = Int(unsafe starts.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        let end = Int(unsafe starts.loadUnaligned(fromByteOffset: place &+ 4, as: UInt32.self))
        guard start <= end, end < content.count else { return nil }
        return unsafe (codes + start, end &- start)
    }
}
