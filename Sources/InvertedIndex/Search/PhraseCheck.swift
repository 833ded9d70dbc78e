internal import TextAnalysis

/// Looks for one phrase in the stored texts of units or spans, one after the other, in memory that is used again.
///
/// Texts are folded while they are decoded; one that holds a character which folds to none or several is decoded and folded
/// the longer way.
///
/// Safety: `needle` has `needleCount` characters and `memory` room for `capacity` until `deinit`; a search is of one thread.
@safe final class PhraseCheck {
    private let segment: SegmentReader
    private let isSpan: Bool
    private let phrase: Phrase
    private let symbols: FoldedSymbols
    private let texts: CodedTextReader
    /// The phrase in 16-bit characters; none where it needs the longer way.
    private let needle: UnsafeMutablePointer<UInt16>
    private let needleCount: Int
    private var memory: UnsafeMutablePointer<UInt16>
    private var capacity = 1024
    /// Something of the texts that were touched, so that no compiler leaves it out.
    private var touched: UInt8 = 0
    private var original: [UInt32] = []
    private var folded: [UInt32] = []

    init(_ phrase: Phrase, in segment: SegmentReader, isSpan: Bool) throws(IndexError) {
        self.segment = segment
        self.isSpan = isSpan
        self.phrase = phrase
        symbols = try segment.symbols().folded
        texts = try segment.codedTexts(ofSpans: isSpan)
        let scalars = phrase.scalars
        needleCount = Self.isPlain(phrase) ? scalars.count : 0
        unsafe needle = .allocate(capacity: max(1, needleCount))
        for index in 0..<needleCount { unsafe (needle + index).initialize(to: UInt16(truncatingIfNeeded: scalars[index])) }
        unsafe memory = .allocate(capacity: capacity)
    }

    deinit {
        unsafe needle.deallocate()
        unsafe memory.deallocate()
    }

    /// A word at an end must end in the text too, and a run of blanks counts as one: neither shows in the characters alone.
    private static func isPlain(_ phrase: Phrase) -> Bool {
        let scalars = phrase.scalars
        guard let first = scalars.first, let last = scalars.last, scalars.count > 1,
            scalars.allSatisfy({ $0 < 0x1_0000 && !Folding.joinsRuns($0) })
        else { return false }
        return phrase.matchesPartialWords || (CharacterClass.of(first) != .word && CharacterClass.of(last) != .word)
    }

    /// How often the phrase begins in the text; `limit` where it does so often or more. Behind that the text is not read.
    func count(in ordinal: UInt32, atMost limit: UInt32 = .max) throws(IndexError) -> UInt32 {
        if needleCount > 0, let text = unsafe texts.bytes(of: ordinal),
            let count = unsafe count(in: text.start, end: text.count, atMost: limit)
        {
            return count
        }
        original.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        try segment.appendText(ordinal, isSpan: isSpan, to: &original)
        Folding.append(scalars: original, to: &folded)
        return min(limit, PhraseScan.count(of: phrase, in: folded))
    }

    /// Touches the texts of some units that are about to be looked at: memory fetches several at a time, but one after the other
    /// where each waits for what was found in the one before.
    func touch(_ units: CandidateBuffer) {
        guard needleCount > 0 else { return }
        var sum: UInt8 = 0
        for index in 0..<units.count {
            guard let text = unsafe texts.bytes(of: units[index]) else { continue }
            for line in unsafe stride(from: 0, to: text.count, by: Self.lineBytes) {
                sum &+= unsafe text.start.load(fromByteOffset: line, as: UInt8.self)
            }
        }
        touched = sum
    }

    /// Bytes that memory fetches at a time.
    private static let lineBytes = 64

    /// Characters after which a text is looked through before it is decoded further, where a few occurrences are enough.
    private static let stretch = 96

    /// Nil where a character folds to none or several.
    ///
    /// Safety: as for ``FoldedSymbols/fold(_:from:to:into:length:limit:)``.
    @unsafe private func count(in text: UnsafeRawPointer, end: Int, atMost most: UInt32) -> UInt32? {
        let characters = unsafe room(FoldedSymbols.room(forCodeBytes: end))
        var (place, length, looked, count) = (0, 0, 0, UInt32(0))
        repeat {
            let limit = most < .max ? length &+ Self.stretch : Int.max
            guard unsafe symbols.fold(text, from: &place, to: end, into: characters, length: &length, limit: limit) else {
                return nil
            }
            let behind = length &- needleCount &+ 1
            if looked < behind {
                unsafe count &+= Self.count(of: needle, needleCount, in: characters, looked..<behind, atMost: most &- count)
                looked = behind
            }
        } while place < end && count < most
        return count
    }

    /// Memory for so many characters and what a last vector may read behind them.
    @inline(__always)
    @unsafe private func room(_ count: Int) -> UnsafeMutablePointer<UInt16> {
        if capacity < count &+ 16 { grow(to: 2 * (count + 16)) }
        return unsafe memory
    }

    private func grow(to count: Int) {
        unsafe memory.deallocate()
        capacity = count
        unsafe memory = .allocate(capacity: count)
    }

    /// How many times the phrase begins at some places of a text, `limit` where it does so often or more.
    ///
    /// Safety: the phrase has room behind each of the places, and the text for eight characters more.
    @unsafe private static func count(
        of needle: UnsafeMutablePointer<UInt16>, _ needleCount: Int, in text: UnsafeMutablePointer<UInt16>,
        _ places: Range<Int>, atMost limit: UInt32
    ) -> UInt32 {
        typealias Characters = SIMD8<UInt16>
        var count: UInt32 = 0
        // Its two first characters and its last at their distance are hardly ever met but where the whole phrase is.
        let first = unsafe Characters(repeating: needle[0])
        let second = unsafe Characters(repeating: needle[1])
        let last = unsafe Characters(repeating: needle[needleCount - 1])
        var place = places.lowerBound
        let end = places.upperBound
        while place < end {
            let here = unsafe UnsafeRawPointer(text + place).loadUnaligned(as: Characters.self)
            let next = unsafe UnsafeRawPointer(text + place + 1).loadUnaligned(as: Characters.self)
            let far = unsafe UnsafeRawPointer(text + place + needleCount - 1).loadUnaligned(as: Characters.self)
            // All bits of a lane are 0 where the characters agree.
            let halves = unsafe unsafeBitCast((here ^ first) | (next ^ second) | (far ^ last), to: SIMD2<UInt64>.self)
            let (low, high) = (zeros(halves.x), zeros(halves.y))
            if low | high != 0 {
                unsafe count &+= occurrences(low, from: place, before: end, of: needle, needleCount, in: text)
                unsafe count &+= occurrences(high, from: place &+ 4, before: end, of: needle, needleCount, in: text)
                if count >= limit { return limit }
            }
            place &+= 8
        }
        return count
    }

    /// At how many of four places, those whose highest bits are set, the phrase stands.
    @inline(__always)
    @unsafe private static func occurrences(
        _ places: UInt64, from start: Int, before end: Int, of needle: UnsafeMutablePointer<UInt16>, _ needleCount: Int,
        in text: UnsafeMutablePointer<UInt16>
    ) -> UInt32 {
        var count: UInt32 = 0
        var rest = places
        while rest != 0 {
            let place = start &+ rest.trailingZeroBitCount / 16
            if place < end, unsafe holds(needle, needleCount, text + place) { count &+= 1 }
            rest &= rest &- 1
        }
        return count
    }

    /// The highest bit of each of four 16-bit numbers that is 0; above the lowest of them some more may be set for nothing.
    @inline(__always)
    private static func zeros(_ four: UInt64) -> UInt64 {
        (four &- 0x0001_0001_0001_0001) & ~four & 0x8000_8000_8000_8000
    }

    @inline(__always)
    @unsafe private static func holds(
        _ needle: UnsafeMutablePointer<UInt16>, _ needleCount: Int, _ text: UnsafeMutablePointer<UInt16>
    ) -> Bool {
        var index = 0
        while index < needleCount {
            if unsafe text[index] != needle[index] { return false }
            index &+= 1
        }
        return true
    }
}

/// Looks for a phrase in folded text.
enum PhraseScan {
    /// How often the phrase begins. Where it does not match partial words, a word at its end must end in the text too.
    static func count(of phrase: Phrase, in text: [UInt32]) -> UInt32 {
        var count: UInt32 = 0
        forEachMatch(of: phrase, in: text, overlapping: true) { _ in count += 1 }
        return count
    }

    /// Calls `body` with the range of each occurrence in `text`; those that overlap the one before only where asked.
    static func forEachMatch(
        of phrase: Phrase, in text: [UInt32], overlapping: Bool = false, _ body: (Range<Int>) -> Void
    ) {
        let needle = phrase.scalars
        guard let first = needle.first, needle.count <= text.count else { return }
        let limit = text.count - needle.count
        var place = 0
        while place <= limit {
            if text[place] == first && holds(needle, in: text, at: place) {
                let range = place..<(place + needle.count)
                if phrase.matchesPartialWords || hasWordBounds(range, in: text) {
                    body(range)
                    place = overlapping ? place + 1 : range.upperBound
                    continue
                }
            }
            place += 1
        }
    }

    @inline(__always)
    private static func holds(_ needle: [UInt32], in text: [UInt32], at place: Int) -> Bool {
        for index in 1..<max(needle.count, 1) where text[place + index] != needle[index] { return false }
        return true
    }

    private static func hasWordBounds(_ range: Range<Int>, in text: [UInt32]) -> Bool {
        func joined(_ left: Int, _ right: Int) -> Bool {
            left >= 0 && right < text.count && CharacterClass.of(text[left]) == .word
                && CharacterClass.of(text[right]) == .word
        }
        return !joined(range.lowerBound - 1, range.lowerBound) && !joined(range.upperBound - 1, range.upperBound)
    }
}
