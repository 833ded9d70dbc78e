/// Where a phrase stands in a text, by the same rules as matching.
public enum PhraseOccurrences {
    /// Calls `body` with the range of each occurrence in folded text; they do not overlap.
    public static func forEach(_ phrase: Phrase, in folded: [UInt32], _ body: (Range<Int>) -> Void) {
        PhraseScan.forEachMatch(of: phrase, in: folded, body)
    }
}
