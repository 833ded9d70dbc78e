/// The beginnings of every sixteenth word of a sorted dictionary, side by side: the steps that all look-ups share need no word of
/// the dictionary itself.
struct WordDirectory: Sendable {
    private static let step = 16

    /// The first eight bytes of the words, as ``WordDictionary/beginning(of:)`` has them; ascending.
    private let beginnings = MadeOnce<UInt64>()

    /// Where the first word stands, at most, whose beginning is not below `beginning`, and the last one, at least, that has it.
    func places(of beginning: UInt64, in words: WordDictionary) -> Range<Int> {
        let beginnings = unsafe beginnings.known ?? beginnings.keep(
            stride(from: 0, to: words.count, by: Self.step).map { words.beginning(of: $0) ?? .max })
        let count = (words.count + Self.step - 1) / Self.step
        let first = Self.index(count) { unsafe beginnings[$0] < beginning }
        let last = Self.index(count) { unsafe beginnings[$0] <= beginning }
        return (max(first, 1) - 1) * Self.step..<min(last * Self.step, words.count)
    }

    /// How many of the first numbers pass.
    @inline(__always)
    private static func index(_ count: Int, where passes: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if passes(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
