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
