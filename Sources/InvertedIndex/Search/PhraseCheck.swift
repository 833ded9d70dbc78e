internal import TextAnalysis

/// Looks for one phrase in the stored texts of units or spans, one after the other, in memory that is used again.
///
/// Texts are folded while they are decoded; one that holds a character which folds to none or several is decoded and folded
/// the longer way.
final class PhraseCheck {
    private let segment: SegmentReader
    private let isSpan: Bool
    private let phrase: Phrase
    private let tables: SegmentReader.SymbolTables
    /// The phrase in 16-bit characters; empty where it needs the longer way.
    private let needle: [UInt16]
    private var text = FoldedCharacters()
    private var original: [UInt32] = []
    private var folded: [UInt32] = []

    init(_ phrase: Phrase, in segment: SegmentReader, isSpan: Bool) throws(IndexError) {
        self.segment = segment
        self.isSpan = isSpan
        self.phrase = phrase
        tables = try segment.symbols()
        needle = Self.needle(of: phrase)
    }

    /// A word at an end must end in the text too, and a run of blanks counts as one: neither shows in the characters alone.
    private static func needle(of phrase: Phrase) -> [UInt16] {
        let ends = [phrase.scalars.first, phrase.scalars.last].compactMap { $0 }
        guard phrase.scalars.count > 1, phrase.scalars.allSatisfy({ $0 < 0x1_0000 && !Folding.joinsRuns($0) }),
            phrase.matchesPartialWords || !ends.contains(where: { CharacterClass.of($0) == .word })
        else { return [] }
        return phrase.scalars.map { UInt16($0) }
    }

    /// How often the phrase begins in the text; with `justOnce`, 1 where it does at all.
    func count(in ordinal: UInt32, justOnce: Bool = false) throws(IndexError) -> UInt32 {
        let (bytes, range) = try segment.codedText(ordinal, isSpan: isSpan)
        if !needle.isEmpty {
            let room = FoldedSymbols.room(forCodeBytes: range.count)
            let buffer = unsafe text.buffer(room: room)
            if let length = unsafe tables.folded.fold(range, of: bytes, into: buffer) {
                return unsafe Self.count(of: needle, in: buffer, length: length, justOnce: justOnce)
            }
        }
        original.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        try segment.appendText(ordinal, isSpan: isSpan, to: &original)
        Folding.append(scalars: original, to: &folded)
        return PhraseScan.count(of: phrase, in: folded)
    }

    /// Safety: `text` holds `length` characters and has room for eight more.
    @unsafe private static func count(
        of needle: [UInt16], in text: UnsafeMutablePointer<UInt16>, length: Int, justOnce: Bool
    ) -> UInt32 {
        typealias Characters = SIMD8<UInt16>
        var count: UInt32 = 0
        let first = Characters(repeating: needle[0])
        let second = Characters(repeating: needle[1])
        let end = length - needle.count + 1
        var place = 0
        while place < end {
            let here = unsafe UnsafeRawPointer(text + place).loadUnaligned(as: Characters.self)
            let next = unsafe UnsafeRawPointer(text + place + 1).loadUnaligned(as: Characters.self)
            // All bits of a lane are 0 where both characters agree.
            let difference = (here ^ first) | (next ^ second)
            let halves = unsafe unsafeBitCast(difference, to: SIMD2<UInt64>.self)
            if hasZero(halves.x) || hasZero(halves.y) {
                for lane in 0..<8 where difference[lane] == 0 && place + lane < end {
                    if unsafe holds(needle, text + place + lane) {
                        count += 1
                        if justOnce { return 1 }
                    }
                }
            }
            place += 8
        }
        return count
    }

    /// Whether one of four 16-bit numbers is 0: only then a borrow reaches the highest bit of one that has it clear.
    @inline(__always)
    private static func hasZero(_ four: UInt64) -> Bool {
        (four &- 0x0001_0001_0001_0001) & ~four & 0x8000_8000_8000_8000 != 0
    }

    @inline(__always)
    @unsafe private static func holds(_ needle: [UInt16], _ text: UnsafeMutablePointer<UInt16>) -> Bool {
        for index in 2..<max(needle.count, 2) where unsafe text[index] != needle[index] { return false }
        return true
    }
}

/// Room for the folded characters of one text.
///
/// Safety: `memory` has room for `capacity` characters and is given back in `deinit`; a pointer handed out is good until the
/// next call.
@safe private final class FoldedCharacters {
    private var memory = UnsafeMutablePointer<UInt16>.allocate(capacity: 1)
    private var capacity = 1

    /// - Parameter room: characters, to which comes what a last vector may read behind them.
    @unsafe func buffer(room: Int) -> UnsafeMutablePointer<UInt16> {
        if capacity < room + 16 {
            unsafe memory.deallocate()
            capacity = max(1024, 2 * (room + 16))
            unsafe memory = .allocate(capacity: capacity)
        }
        return unsafe memory
    }

    deinit { unsafe memory.deallocate() }
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
