import LegalDocuments
import TextAnalysis

/// Another spelling for a query that found little: 行正复议 → 行政复议, xingzhengfuyi → 行政复议.
///
/// The words of the titles are the dictionary: whatever in a title sounds like what was typed, or differs in one character, counts as a
/// correction, the more the more titles hold it.
struct DidYouMean {
    let index: TitleIndex
    private static let lengths = 3...12

    /// The likeliest correction; nil where titles hold what was typed, or nothing near it.
    func correction(of typed: String) -> String? {
        if let letters = TitleSuggestions.letters(typed), letters.count >= 4 { return spelled(by: letters) }
        let key = TitleKey.key(of: typed).unicodeScalars.map(\.value)
        guard Self.lengths.contains(key.count) || (key.count == 2 && key.allSatisfy { CharacterClass.of($0) == .han }) else {
            return nil
        }
        let typed = TypedSounds(key)
        var counts: [[UInt32]: Float] = [:]
        for entry in index.entries where entry.key.count >= key.count {
            for start in 0...(entry.key.count - key.count) {
                guard let worth = typed.worth(of: entry.key, from: start) else { continue }
                if worth == 0 { return nil }
                counts[Array(entry.key[start..<(start + key.count)]), default: 0] += worth
            }
        }
        return Self.best(counts)
    }

    private func spelled(by letters: [UInt8]) -> String? {
        var counts: [[UInt32]: Float] = [:]
        let first: UInt32 = 1 << UInt32(letters[0] &- 0x61)
        for entry in index.entries {
            for start in entry.initials.indices where entry.initials[start] & first != 0 {
                guard let count = Pinyin.spelledPrefix(of: entry.key[start...], by: letters), count >= 2 else { continue }
                // Few characters for many letters: whole readings were typed.
                counts[Array(entry.key[start..<(start + count)]), default: 0] += Float(letters.count) / Float(count)
            }
        }
        return Self.best(counts)
    }

    private static func best(_ counts: [[UInt32]: Float]) -> String? {
        counts.max { ($0.value, $1.key.count) < ($1.value, $0.key.count) || ($0.value == $1.value && $1.key.lexicographicallyPrecedes($0.key)) }
            .map { String(folded: $0.key) }
    }
}

/// What was typed, with all that sounds like it looked up beforehand: every place of every title is held against it.
private struct TypedSounds {
    private let typed: [UInt32]
    /// For each character of the CJK block the places of the typed ones that sound like it, as bits.
    private var places: [UInt16]

    private static let block: ClosedRange<UInt32> = 0x4E00...0x9FFF

    init(_ typed: [UInt32]) {
        self.typed = typed
        places = [UInt16](repeating: 0, count: Self.block.count)
        for (place, scalar) in typed.enumerated() {
            for other in Pinyin.soundingLike(scalar) where Self.block.contains(other) {
                places[Int(other - Self.block.lowerBound)] |= 1 << UInt16(place)
            }
        }
    }

    /// What the window of a title that begins at `start` is worth as a correction: 0 for what was typed itself, nil for none.
    func worth(of title: [UInt32], from start: Int) -> Float? {
        var differing = 0
        var alike = true
        for place in typed.indices where title[start + place] != typed[place] {
            differing += 1
            if differing > 2 { return nil }
            if !sounds(title[start + place], at: place) { alike = false }
        }
        if differing == 0 { return 0 }
        // Of two characters one that merely differs leaves hardly anything in common.
        if alike { return typed.count == 2 && differing > 1 ? nil : 10 }
        return differing == 1 && typed.count >= 4 ? 1 : nil
    }

    private func sounds(_ scalar: UInt32, at place: Int) -> Bool {
        Self.block.contains(scalar) && places[Int(scalar - Self.block.lowerBound)] & (1 << UInt16(place)) != 0
    }
}
