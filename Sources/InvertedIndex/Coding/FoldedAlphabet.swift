internal import TextAnalysis

/// What each character of a segment's alphabet folds to, so that coded text is folded while it is decoded.
package struct FoldedAlphabet: Sendable {
    /// Stands for a character that folds to nothing or to several, and for bytes that are no code: the text that holds
    /// one takes the longer way, which tells the two apart.
    private static let special = UInt32.max
    private let folded: [UInt32]

    /// - Complexity: O(*n*) in the characters of the alphabet; 5,000 take about 0.1 ms.
    package init(_ alphabet: MappedBytes) {
        folded = (0..<alphabet.count / 4).map { rank in
            guard let scalar = alphabet.uint32(rank), scalar <= 0x10_FFFF else { return Self.special }
            let folded = Folding.fold(scalar)
            return folded.count == 1 ? folded[0] : Self.special
        }
    }

    /// Appends the folded text coded in `range`; false where it holds a special character.
    package func append(_ range: Range<Int>, of bytes: MappedBytes, to output: inout [UInt32]) -> Bool {
        var place = range.lowerBound
        var last: UInt32 = 0
        while place < range.upperBound {
            let scalar = next(&place, before: range.upperBound, of: bytes)
            if scalar == Self.special { return false }
            if scalar == last && Folding.joinsRuns(scalar) { continue }
            last = scalar
            output.append(scalar)
        }
        return true
    }

    /// Whether ``count(of:in:of:)`` may be asked for the phrase: none of its characters joins with its like, and a word
    /// at its ends need not be looked at.
    package static func canCount(_ phrase: Phrase) -> Bool {
        let ends = [phrase.scalars.first, phrase.scalars.last].compactMap { $0 }
        return !phrase.scalars.contains(where: Folding.joinsRuns)
            && (phrase.matchesPartialWords || !ends.contains { CharacterClass.of($0) == .word })
    }

    /// Occurrences of a phrase in the text coded in `range`, which do not overlap; nil where the text holds a special
    /// character. The text is decoded only as far as each comparison goes, and kept nowhere.
    package func count(of phrase: [UInt32], in range: Range<Int>, of bytes: MappedBytes) -> UInt32? {
        guard let first = phrase.first else { return 0 }
        var place = range.lowerBound
        var count: UInt32 = 0
        while place < range.upperBound {
            let scalar = next(&place, before: range.upperBound, of: bytes)
            if scalar == Self.special { return nil }
            guard scalar == first else { continue }
            var ahead = place
            var matched = 1
            while matched < phrase.count, ahead < range.upperBound {
                let following = next(&ahead, before: range.upperBound, of: bytes)
                if following == Self.special { return nil }
                if following != phrase[matched] { break }
                matched += 1
            }
            if matched == phrase.count {
                count += 1
                place = ahead
            }
        }
        return count
    }

    /// The folded character whose code begins at `place`, which moves behind it.
    @inline(__always)
    private func next(_ place: inout Int, before end: Int, of bytes: MappedBytes) -> UInt32 {
        guard let first = bytes.byte(place) else { return Self.special }
        place += 1
        var rank = Int(first)
        if rank >= CharacterCode.singles {
            guard first != CharacterCode.escape, place < end, let second = bytes.byte(place) else { return Self.special }
            place += 1
            rank = CharacterCode.singles + (rank - CharacterCode.singles) * 256 + Int(second)
        }
        return rank < folded.count ? folded[rank] : Self.special
    }
}
