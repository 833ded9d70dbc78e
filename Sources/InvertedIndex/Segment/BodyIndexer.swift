internal import TextAnalysis

/// Gathers the terms of all units' texts, and writes their postings.
///
/// Han terms, which are nearly all, are kept as runs of characters and sorted at the end; words are gathered one by one. A
/// segment with more distinct characters than there are codes gathers its Han terms one by one too, slower but alike.
struct BodyIndexer {
    private var stream = HanStream()
    private var reader = HanReader()
    private var words = PostingAccumulator()
    /// Han terms gathered one by one.
    private var gathered = PostingAccumulator()
    private var isGathering = false
    private var unitCount: UInt32 = 0
    private var folded: [UInt32] = []
    private let leastFrequent: Int

    /// - Parameter leastFrequent: see ``FrequentGrams/threshold(units:least:)``.
    init(leastFrequent: Int) { self.leastFrequent = leastFrequent }

    /// A measure of the memory taken: terms held.
    var termCount: Int { stream.tokenCount + gathered.postingCount + words.postingCount }

    /// Takes the text of the next unit and returns the number of its tokens.
    mutating func add(_ text: String) -> Int {
        if let count = addInOnePass(text) { return count }
        folded.removeAll(keepingCapacity: true)
        Folding.append(text, to: &folded)
        if !isGathering, stream.mayOverflow(by: folded.count) { gatherAll() }
        if !isGathering { stream.beginUnit(room: 2 * folded.count + 1) }
        var count = addTokens()
        if !isGathering { count += stream.endUnit() }
        unitCount += 1
        return count
    }

    /// Nil where the text has to be folded first.
    private mutating func addInOnePass(_ text: String) -> Int? {
        guard !isGathering, let most = reader.read(text), !stream.mayOverflow(by: most) else { return nil }
        var count = 0
        stream.beginUnit(room: most + 1)
        stream.appendUnit(&reader) { word in
            words.add(word: WordCoding.bytes(of: word), ordinal: unitCount)
            count += 1
        }
        unitCount += 1
        return count + stream.endUnit()
    }

    /// Runs of Han go to the stream whole; what the tokenizer would make of them the sorter makes later. Returns how many tokens
    /// were gathered one by one.
    private mutating func addTokens() -> Int {
        let folded = folded
        let scalars = folded.span
        var tokens = 0
        var place = 0
        var kind = scalars.isEmpty ? CharacterClass.other : .of(scalars[0])
        while place < scalars.count {
            let start = place
            let run = kind
            repeat {
                place += 1
                kind = place < scalars.count ? .of(scalars[place]) : .other
            } while kind == run && place < scalars.count
            switch run {
            case .other: break
            case .han:
                if isGathering {
                    tokens += max(1, place - start - 1)
                    gather(folded[start..<place], ofUnit: unitCount)
                } else {
                    stream.appendRun(scalars.extracting(start..<place))
                }
            case .word:
                tokens += 1
                words.add(word: WordCoding.bytes(of: folded[start..<place]), ordinal: unitCount)
            }
        }
        return tokens
    }

    private mutating func gather(_ run: ArraySlice<UInt32>, ofUnit unit: UInt32) {
        if run.count == 1, let only = run.first { gathered.add(TermKey(only), ordinal: unit) }
        for (first, second) in zip(run, run.dropFirst()) { gathered.add(TermKey(first, second), ordinal: unit) }
    }

    /// Gathers what the stream holds, and everything that follows.
    private mutating func gatherAll() {
        for chunk in stream.chunks {
            for unit in 0..<chunk.unitCount {
                let scalars = chunk.codes(ofUnit: unit).map { stream.characters[Int(chunk.memory[$0])] }
                for run in scalars.split(separator: 0) { gather(run, ofUnit: UInt32(chunk.firstUnit + unit)) }
            }
        }
        stream = HanStream()
        isGathering = true
    }

    /// Writes everything; the indexer is used up.
    ///
    /// - Parameters:
    ///   - lengths: the code of each unit's length.
    ///   - threads: that terms are written by, 1 or 2.
    ///   - isReady: called before the second thread is needed.
    ///   - isDone: called when it is needed no more.
    consuming func encoded(
        lengths: [UInt8], threads: Int, isReady: () -> Void, isDone: () -> Void
    ) -> (space: PostingSpaceSections, grams: GramSections) {
        var space = PostingSpaceSections(lengths: lengths, room: stream.tokenCount * 2)
        var grams = FrequentGrams(threshold: FrequentGrams.threshold(units: Int(unitCount), least: leastFrequent))
        if isGathering {
            gathered.appendHan(to: &space)
            isReady()
            isDone()
        } else {
            let frequent = TermWriter(stream, lengths: lengths, threshold: grams.threshold)
                .write(to: &space, threads: threads, isReady: isReady)
            isDone()
            grams.find(in: stream, frequent: frequent, writingTo: &space)
        }
        words.appendWords(to: &space)
        return (space, GramSections(grams))
    }
}

/// The dictionary of frequent strings; their postings stand with those of the body's terms.
struct GramSections {
    let threshold: Int
    let longest: Int
    private(set) var offsets = ByteWriter()
    private(set) var bytes = ByteWriter()
    private(set) var pointers = ByteWriter()

    init(_ grams: FrequentGrams) {
        threshold = grams.threshold
        longest = grams.longest
        let named = grams.grams.map { (word: WordCoding.bytes(of: $0.scalars[...]), gram: $0) }
        for (word, gram) in named.sorted(by: { $0.word.lexicographicallyPrecedes($1.word) }) {
            offsets.uint32(UInt32(bytes.count))
            bytes.append(word)
            pointers.uint32(gram.pointer)
        }
        offsets.uint32(UInt32(bytes.count))
    }
}
