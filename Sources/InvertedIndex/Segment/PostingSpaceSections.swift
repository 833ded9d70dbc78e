/// The parts of a posting space as they go into a segment file.
struct PostingSpaceSections {
    private(set) var firsts = ByteWriter()
    private(set) var starts = ByteWriter()
    private(set) var seconds = ByteWriter()
    private(set) var hanPointers = ByteWriter()
    private(set) var wordOffsets = ByteWriter()
    private(set) var wordBytes = ByteWriter()
    private(set) var wordPointers = ByteWriter()
    private(set) var postings = ByteWriter()
    private var encoder = PostingListEncoder()
    private var previousFirst: UInt32?
    /// The code of each ordinal's length; empty where nothing is ranked by it.
    private let lengths: [UInt8]

    /// - Parameter room: bytes of postings that there may be, about, so that growing copies nothing.
    init(lengths: [UInt8] = [], room: Int = 0) {
        self.lengths = lengths
        postings.reserve(room)
    }

    var all: [ByteWriter] {
        [firsts, starts, seconds, hanPointers, wordOffsets, wordBytes, wordPointers, postings]
    }

    /// - Precondition: terms come in the order of their keys, before any word.
    mutating func append(_ key: TermKey, _ ordinals: Span<UInt32>, _ frequencies: Span<UInt32>) {
        if key.first != previousFirst {
            firsts.uint32(key.first)
            starts.uint32(UInt32(hanPointers.count / 4))
            previousFirst = key.first
        }
        seconds.uint24(key.second)
        hanPointers.uint32(write(ordinals, frequencies))
    }

    mutating func finishHan() { starts.uint32(UInt32(hanPointers.count / 4)) }

    /// - Precondition: words come in the order of their bytes.
    mutating func append(word: [UInt8], _ ordinals: Span<UInt32>, _ frequencies: Span<UInt32>) {
        wordOffsets.uint32(UInt32(wordBytes.count))
        wordBytes.append(word)
        wordPointers.uint32(write(ordinals, frequencies))
    }

    mutating func finishWords() { wordOffsets.uint32(UInt32(wordBytes.count)) }

    /// Writes postings and returns their pointer.
    mutating func write(_ ordinals: Span<UInt32>, _ frequencies: Span<UInt32>) -> UInt32 {
        if ordinals.count == 1, frequencies[0] == 1 {
            return PostingPointer.singleFlag | ordinals[0]
        }
        let offset = UInt32(postings.count)
        let lengths = lengths
        encoder.append(ordinals: ordinals, frequencies: frequencies, lengths: lengths.span, to: &postings)
        return offset
    }

    /// Appends the Han terms of another space.
    ///
    /// - Precondition: they come behind those of this one, with other first characters; neither is finished.
    mutating func append(_ other: PostingSpaceSections) {
        let (terms, offset) = (UInt32(hanPointers.count / 4), UInt32(postings.count))
        firsts.append(other.firsts.bytes)
        starts.append(other.starts.numbers.map { $0 + terms })
        seconds.append(other.seconds.bytes)
        hanPointers.append(other.hanPointers.numbers.map { $0 & PostingPointer.singleFlag != 0 ? $0 : $0 + offset })
        postings.append(other.postings.bytes)
        previousFirst = other.previousFirst ?? previousFirst
    }
}
