internal import TextAnalysis

/// Gathers the terms of all units' texts, and writes their postings.
///
/// Han terms, which are nearly all, are kept as runs of characters and sorted at the end; words are gathered one by one. A
/// segment with more distinct characters than there are codes gathers its Han terms one by one too, slower but alike.
struct BodyIndexer {
    private let alphabet = SharedAlphabet()
    private let leastFrequent: Int
    private let threads: Int
    private var reader: UnitReader
    /// For texts that are read on another thread.
    private var sideReader: UnitReader
    /// Texts that are read, or being read, in batches.
    private(set) var texts: [[String]] = []
    /// Texts behind them.
    private var pending: [String] = []
    private var pendingBytes = 0
    /// Batches behind the units that were taken in, in their order.
    private var batches: [Batch] = []
    private var unitCount = 0
    private var chunks: [HanChunk] = []
    private var words = PostingAccumulator()
    /// Whether there are more distinct characters than codes.
    private var hasOverflown = false
    /// Tokens of the units that were taken in.
    private(set) var tokenCount = 0
    /// Those of them that are words.
    private var wordCount = 0
    /// The code of the length of each of them.
    private(set) var lengths: [UInt8] = []

    private struct Batch {
        /// With the other thread's reader, where that read it.
        let work: SideWork<(units: ReadUnits, reader: UnitReader?)>
        /// Bytes of its texts.
        let bytes: Int

        var isDone: Bool { work.isDone }
    }

    /// Bytes of text that are read together.
    private static let batchBytes = 1 << 20
    /// Tokens that a byte of text can make: a scalar of three bytes folds to four words at most.
    private static let tokensOfByte = 2

    /// - Parameters:
    ///   - leastFrequent: see ``FrequentGrams/threshold(units:least:)``.
    ///   - threads: that texts are read and terms are written by, 1 or 2.
    init(leastFrequent: Int, threads: Int) {
        self.leastFrequent = leastFrequent
        self.threads = threads
        reader = UnitReader(alphabet)
        sideReader = reader
    }

    /// Takes the text of the next unit.
    mutating func add(_ text: String) {
        pending.append(text)
        // An empty text takes memory too.
        pendingBytes += text.utf8.count + 8
        if pendingBytes >= Self.batchBytes { readPending(mayWait: true) }
    }

    /// A measure of the memory taken: whether so many terms are held. Texts are read for it only where they might matter.
    mutating func holds(_ limit: Int) -> Bool {
        let unread = batches.reduce(pendingBytes) { bytes, batch in bytes + batch.bytes }
        if termCount + unread * Self.tokensOfByte < limit { return false }
        readAll()
        return termCount >= limit
    }

    private var termCount: Int { tokenCount - wordCount + words.postingCount }

    /// Reads all texts that were added, to be called before what is known of them is asked for.
    mutating func finishReading() {
        readAll()
        // Characters without a code were passed over.
        if hasOverflown { countAnew() }
    }

    private mutating func readAll() {
        readPending(mayWait: false)
        takeBatches(waiting: true)
    }

    /// Lets another thread read what is pending, if it may wait and that has nothing to do, and reads it here otherwise.
    private mutating func readPending(mayWait: Bool) {
        guard !pending.isEmpty else { return }
        let (texts, firstUnit, bytes) = (pending, unitCount, pendingBytes)
        self.texts.append(texts)
        (pending, pendingBytes) = ([], 0)
        unitCount += texts.count
        takeBatches(waiting: false)
        if mayWait, threads > 1, batches.allSatisfy(\.isDone) {
            let reader = sideReader
            let work = SideWork {
                var reader = reader
                let units = reader.read(texts, firstUnit: firstUnit)
                return (units: units, reader: Optional(reader))
            }
            work.begin()
            batches.append(Batch(work: work, bytes: bytes))
        } else {
            let units = reader.read(texts, firstUnit: firstUnit)
            batches.append(Batch(work: SideWork(value: (units: units, reader: nil)), bytes: bytes))
        }
    }

    /// Takes in the batches that were read, up to the first one that was not.
    private mutating func takeBatches(waiting: Bool) {
        var count = 0
        for batch in batches {
            guard waiting || batch.isDone else { break }
            let (units, reader) = batch.work.value()
            if let reader { sideReader = reader }
            take(units)
            count += 1
        }
        batches.removeFirst(count)
    }

    private mutating func take(_ units: ReadUnits) {
        chunks += units.chunks
        hasOverflown = hasOverflown || units.hasOverflown
        wordCount += units.words.count
        for (word, unit) in units.words { words.add(word: word, ordinal: unit) }
        for count in units.tokenCounts {
            tokenCount += count
            lengths.append(UnitLength.code(for: count))
        }
    }

    /// Writes everything; the indexer is used up.
    ///
    /// - Parameters:
    ///   - isReady: called before the second thread is needed.
    ///   - isDone: called when it is needed no more.
    /// - Precondition: reading is finished.
    consuming func encoded(
        isReady: () -> Void, isDone: () -> Void
    ) -> (space: PostingSpaceSections, grams: GramSections) {
        var grams = FrequentGrams(threshold: FrequentGrams.threshold(units: unitCount, least: leastFrequent))
        let stream = HanStream(chunks: chunks, characters: alphabet.characters)
        var space = PostingSpaceSections(lengths: lengths, room: hasOverflown ? 0 : stream.termCount * 2)
        if hasOverflown {
            isReady()
            isDone()
            gathered().appendHan(to: &space)
        } else {
            let frequent = TermWriter(stream, lengths: lengths, threshold: grams.threshold)
                .write(to: &space, threads: threads, isReady: isReady)
            isDone()
            grams.find(in: stream, frequent: frequent, writingTo: &space)
        }
        words.appendWords(to: &space)
        return (space, GramSections(grams))
    }

    /// The Han terms of all texts, one by one.
    private func gathered() -> PostingAccumulator {
        var gathered = PostingAccumulator()
        forEachToken { token, unit in
            switch token {
            case .bigram(let first, let second): gathered.add(TermKey(first, second), ordinal: UInt32(unit))
            case .character(let character): gathered.add(TermKey(character), ordinal: UInt32(unit))
            case .word: break
            }
        }
        return gathered
    }

    private mutating func countAnew() {
        var counts = [Int](repeating: 0, count: unitCount)
        forEachToken { _, unit in counts[unit] += 1 }
        tokenCount = counts.reduce(0, +)
        lengths = counts.map { UnitLength.code(for: $0) }
    }

    /// As the tokenizer cuts the texts.
    private func forEachToken(_ body: (Token, Int) -> Void) {
        var folded: [UInt32] = []
        for (unit, text) in texts.joined().enumerated() {
            folded.removeAll(keepingCapacity: true)
            Folding.append(text, to: &folded)
            CJKBigramTokenizer().forEachToken(in: folded) { token, _ in body(token, unit) }
        }
    }
}
