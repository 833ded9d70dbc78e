import LegalDocuments
import TextAnalysis

/// Finds for each article of a newer text the article of the older text that it was.
enum ArticlePairing {
    /// Shares of common bigrams from which two articles are taken for one.
    private static let likeness = 0.5
    /// An article that kept its number may have changed more.
    private static let likenessInPlace = 0.3
    /// Articles further apart than this are compared only where few are left.
    private static let widestShift = 80

    /// For each of the new provisions the place of its old one; nil where there was none.
    static func pairs(_ old: [Provision], _ new: [Provision]) -> [Int?] {
        var pairs: [Int?] = Array(repeating: nil, count: new.count)
        var isFree = Array(repeating: true, count: old.count)
        pairEqual(old, new, &pairs, &isFree)
        pairAlike(old, new, &pairs, &isFree)
        return pairs
    }

    /// The same words under the same number, then the same words anywhere.
    private static func pairEqual(_ old: [Provision], _ new: [Provision], _ pairs: inout [Int?], _ isFree: inout [Bool]) {
        let oldLetters = old.map { letters($0.text) }
        let newLetters = new.map { letters($0.text) }
        let byLabel = Dictionary(old.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for index in new.indices {
            guard let place = byLabel[new[index].id], isFree[place], oldLetters[place] == newLetters[index] else { continue }
            pairs[index] = place
            isFree[place] = false
        }
        var byLetters: [[UInt32]: [Int]] = [:]
        for place in old.indices where isFree[place] && !oldLetters[place].isEmpty { byLetters[oldLetters[place], default: []].append(place) }
        for index in new.indices where pairs[index] == nil {
            guard let place = byLetters[newLetters[index]]?.first(where: { isFree[$0] }) else { continue }
            pairs[index] = place
            isFree[place] = false
        }
    }

    /// The likest first; of two equally like, the one that kept its number.
    private static func pairAlike(_ old: [Provision], _ new: [Provision], _ pairs: inout [Int?], _ isFree: inout [Bool]) {
        let oldPlaces = old.indices.filter { isFree[$0] }
        let newPlaces = new.indices.filter { pairs[$0] == nil }
        let isLarge = oldPlaces.count * newPlaces.count > 250_000
        let oldBigrams = Dictionary(uniqueKeysWithValues: oldPlaces.map { ($0, bigrams(old[$0].text)) })
        var candidates: [(likeness: Double, new: Int, old: Int)] = []
        for index in newPlaces {
            let mine = bigrams(new[index].text)
            for place in oldPlaces where !isLarge || abs(place - index) <= widestShift {
                let share = Self.share(mine, oldBigrams[place] ?? [])
                let keptNumber = old[place].id == new[index].id
                if share >= (keptNumber ? likenessInPlace : likeness) { candidates.append((share + (keptNumber ? 0.1 : 0), index, place)) }
            }
        }
        candidates.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
        for candidate in candidates where pairs[candidate.new] == nil && isFree[candidate.old] {
            pairs[candidate.new] = candidate.old
            isFree[candidate.old] = false
        }
    }

    /// Dice's coefficient (1945) of two sets of bigrams.
    private static func share(_ left: Set<UInt64>, _ right: Set<UInt64>) -> Double {
        guard !left.isEmpty, !right.isEmpty else { return 0 }
        let (small, large) = left.count < right.count ? (left, right) : (right, left)
        // Sets of very different size cannot be alike enough.
        guard small.count * 6 >= large.count else { return 0 }
        let common = small.count { large.contains($0) }
        return 2 * Double(common) / Double(left.count + right.count)
    }

    private static func bigrams(_ text: String) -> Set<UInt64> {
        let letters = letters(text)
        return Set(zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
    }

    /// Folded, without marks and blanks.
    static func letters(_ text: String) -> [UInt32] {
        var folded: [UInt32] = []
        Folding.append(text, to: &folded)
        return folded.filter { CharacterClass.of($0) != .other }
    }
}
