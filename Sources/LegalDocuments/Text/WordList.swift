/// Words to look for at a place of compact text, kept as scalars so that nothing is decoded in a loop.
struct WordList: Sendable {
    private let byLast: [Unicode.Scalar: [[Unicode.Scalar]]]
    private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

    /// - Parameter table: the words, which stand apart by blanks.
    init(_ table: String) {
        let words = CompactText.words(table).map { Array($0.unicodeScalars) }
        byLast = Dictionary(grouping: words.filter { !$0.isEmpty }, by: { $0[$0.count - 1] })
        byFirst = Dictionary(grouping: words.filter { !$0.isEmpty }, by: { $0[0] })
    }

    /// Length of the longest word with which the slice ends; nil where it ends with none.
    func end(of slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let last = slice.last, let words = byLast[last] else { return nil }
        return words.filter { slice.count >= $0.count && slice.suffix($0.count).elementsEqual($0) }.map(\.count).max()
    }

    /// Length of the longest word with which the slice begins; nil where it begins with none.
    func start(of slice: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let first = slice.first, let words = byFirst[first] else { return nil }
        return words.filter { slice.starts(with: $0) }.map(\.count).max()
    }

    /// Where the first of the words stands in a slice.
    func first(in slice: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
        for place in slice.indices {
            if let length = start(of: slice[place...]) { return place..<place + length }
        }
        return nil
    }

    func contains(_ slice: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = slice.last, let words = byLast[last] else { return false }
        return words.contains { slice.elementsEqual($0) }
    }
}
