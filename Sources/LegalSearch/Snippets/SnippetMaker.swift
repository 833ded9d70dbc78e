import InvertedIndex
import LegalDocuments
import TextAnalysis

/// Cuts the piece of a text that shows best what matched, at the ends of sentences, and marks the matches.
struct SnippetMaker {
    /// About so many characters, in Unicode scalars.
    static let length = 120
    private static let ellipsis: [UInt32] = [0x2026, 0x2026]

    let phrases: [Phrase]

    /// - Parameter scalars: the values of a text's Unicode scalars.
    func snippet(of scalars: [UInt32]) -> Snippet {
        let marks = marks(in: scalars)
        let window = trimmed(window(scalars, marks), scalars)
        var shown: [UInt32] = []
        shown.reserveCapacity(window.count + 2 * Self.ellipsis.count)
        if window.lowerBound > 0 { shown += Self.ellipsis }
        let shift = shown.count - window.lowerBound
        for scalar in scalars[window] { shown.append(scalar == 0x0A ? 0x20 : scalar) }
        if window.upperBound < scalars.count { shown += Self.ellipsis }
        let highlights = marks.filter { window.lowerBound <= $0.lowerBound && $0.upperBound <= window.upperBound }
            .map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
        return Snippet(text: String(scalarValues: shown), highlights: highlights)
    }

    /// Where the phrases stand in the original, ascending; touching ones joined.
    func marks(in scalars: [UInt32]) -> [Range<Int>] {
        guard !phrases.isEmpty else { return [] }
        let folded = FoldedText(scalars: scalars)
        let sketch = CharacterSketch(folded.scalars)
        var ranges: [Range<Int>] = []
        for phrase in phrases where sketch.mayHold(phrase.scalars) {
            PhraseOccurrences.forEach(phrase, in: folded.scalars) { ranges.append(folded.originalRange(of: $0)) }
        }
        ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        var joined: [Range<Int>] = []
        for range in ranges {
            if let last = joined.last, range.lowerBound <= last.upperBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    /// The stretch with the most marked characters, begun at a sentence where one begins near.
    private func window(_ scalars: [UInt32], _ marks: [Range<Int>]) -> Range<Int> {
        guard scalars.count > Self.length else { return 0..<scalars.count }
        var best = 0..<0
        var bestWeight = -1
        for (index, mark) in marks.enumerated() {
            let weight = marks[index...].prefix { $0.upperBound <= mark.lowerBound + Self.length }.reduce(0) { $0 + $1.count }
            if weight > bestWeight {
                bestWeight = weight
                best = mark
            }
        }
        var start = best.lowerBound
        while start > 0, best.lowerBound - start < Self.length * 2 / 3, !Self.endsSentence(scalars[start - 1]) {
            start -= 1
        }
        if start > 0 && !Self.endsSentence(scalars[start - 1]) { start = max(0, best.lowerBound - 20) }
        return start..<end(scalars, from: start, holding: best)
    }

    /// Without blanks at the ends.
    private func trimmed(_ range: Range<Int>, _ scalars: [UInt32]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Self.isBlank(scalars[start]) { start += 1 }
        while end > start, Self.isBlank(scalars[end - 1]) { end -= 1 }
        return start..<end
    }

    private func end(_ scalars: [UInt32], from start: Int, holding mark: Range<Int>) -> Int {
        let limit = min(scalars.count, max(start + Self.length, mark.upperBound))
        if limit == scalars.count { return limit }
        var end = limit
        while end > max(mark.upperBound, start + Self.length / 2), !Self.endsSentence(scalars[end - 1]) { end -= 1 }
        return end > max(mark.upperBound, start + Self.length / 2) ? end : limit
    }

    private static func isBlank(_ scalar: UInt32) -> Bool { Unicode.Scalar(scalar)?.properties.isWhitespace ?? false }

    /// 。 ； ！ ？ and their like, and the end of a line.
    private static func endsSentence(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x3002, 0xFF1B, 0xFF01, 0xFF1F, 0x0A, 0x3B, 0x21, 0x3F: true
        default: false
        }
    }
}

/// Tells quickly of most phrases that they are not in a text: which characters stand in it, by their lowest bits.
private struct CharacterSketch {
    private var bits = [UInt64](repeating: 0, count: 16)

    init(_ text: [UInt32]) {
        for scalar in text { bits[Int(scalar >> 6 & 15)] |= 1 << UInt64(scalar & 63) }
    }

    func mayHold(_ phrase: [UInt32]) -> Bool {
        phrase.allSatisfy { bits[Int($0 >> 6 & 15)] & 1 << UInt64($0 & 63) != 0 }
    }
}
