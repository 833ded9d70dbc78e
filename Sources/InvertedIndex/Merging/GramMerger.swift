/// Finds the frequent strings of several segments together, and where they stand.
///
/// What is frequent in all may be frequent in none of them, or in some: a string that a segment has no postings for is looked
/// for in it as any phrase is.
struct GramMerger {
    let sources: [MergedSource]

    /// - Parameters:
    ///   - bigrams: those in at least `threshold` units of all segments.
    ///   - space: takes the postings.
    func grams(
        ofFrequent bigrams: [[UInt32]], threshold: Int, writingTo space: inout PostingSpaceSections
    ) throws(IndexError) -> FrequentGrams {
        var result = FrequentGrams(threshold: threshold)
        var frequent = bigrams
        while result.longest < FrequentGrams.limit, frequent.count > 0 {
            var found: [FrequentGrams.Gram] = []
            var next: [[UInt32]] = []
            let byStart = Dictionary(grouping: frequent) { $0.dropLast() }
            for left in frequent {
                for right in byStart[left.dropFirst()] ?? [] {
                    let string = left + right.suffix(1)
                    let list = try units(holding: string)
                    guard !list.isEmpty else { continue }
                    let pointer = space.write(list.ordinals.span, list.frequencies.span)
                    found.append(FrequentGrams.Gram(scalars: string, pointer: pointer))
                    if list.count >= threshold { next.append(string) }
                }
            }
            if found.isEmpty { break }
            result.take(found)
            frequent = next
        }
        return result
    }

    private func units(holding string: [UInt32]) throws(IndexError) -> OrdinalList {
        var result = OrdinalList()
        let phrase = Phrase(folded: string)
        let word = WordCoding.bytes(of: string[...])
        for source in sources {
            let reader = source.reader
            var list = if let pointer = reader.grams.words.pointer(of: word) {
                try OrdinalList(reader.body.cursor(pointer))
            } else {
                try PhraseMatcher(unitsOf: reader).matches(phrase)
            }
            source.units.map(&list.ordinals, &list.frequencies, from: 0)
            result.ordinals += list.ordinals
            result.frequencies += list.frequencies
        }
        return result
    }
}
