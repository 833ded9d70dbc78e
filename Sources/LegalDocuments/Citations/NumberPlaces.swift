/// The document numbers of a line by where they begin and end.
struct NumberPlaces {
    typealias Entry = (number: DocumentNumber, range: Range<Int>)

    let entries: [Entry]
    private let byStart: [Int: Int]
    private let byEnd: [Int: Int]

    init(_ entries: [Entry] = []) {
        self.entries = entries
        byStart = Dictionary(entries.enumerated().map { ($1.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        byEnd = Dictionary(entries.enumerated().map { ($1.range.upperBound, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func starting(at place: Int) -> Entry? { byStart[place].map { entries[$0] } }

    func ending(at place: Int) -> Entry? { byEnd[place].map { entries[$0] } }

    /// The first number that begins in a range.
    func first(in range: Range<Int>) -> Entry? { range.lazy.compactMap { starting(at: $0) }.first }
}
