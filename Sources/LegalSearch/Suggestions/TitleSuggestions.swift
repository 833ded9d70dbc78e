import LegalDocuments
import TextAnalysis

/// Titles for what was typed so far: by their beginning, by words inside, by pinyin or its first letters, and with one
/// character wrong, missing, too many, or written as another that sounds alike.
struct TitleSuggestions {
    let index: TitleIndex

    /// Best ways of matching first, then the weightiest titles; at most `limit`.
    ///
    /// - Complexity: O(*n*) in the characters of all titles.
    func titles(for typed: String, limit: Int) -> [String] {
        let key = TitleKey.key(of: typed).unicodeScalars.map(\.value)
        guard !key.isEmpty, limit > 0 else { return [] }
        let letters = Self.letters(typed)
        var found: [String] = []
        var seen: Set<Int> = []
        func add(where matches: (TitleIndex.Entry) -> Bool) {
            guard found.count < limit else { return }
            for (place, entry) in index.entries.enumerated() where !seen.contains(place) && matches(entry) {
                seen.insert(place)
                found.append(entry.title)
                if found.count == limit { return }
            }
        }
        add { $0.key.starts(with: key) }
        if let letters { add { Pinyin.spelledPrefix(of: $0.key[...], by: letters) != nil } }
        add { Self.holds($0.key, key) }
        if let letters { add { Self.isSpelled(inside: $0, by: letters) } }
        if letters == nil, key.count >= 3 {
            add { TitleDistance.begins($0.key, nearlyWith: key) }
            add { Self.runs(key, through: $0.key) }
        }
        return found
    }

    /// What was typed as letters of pinyin; nil where it is something else.
    static func letters(_ typed: String) -> [UInt8]? {
        let bytes = typed.utf8.filter { $0 != 0x20 && $0 != 0x27 }.map { $0 | 0x20 }
        guard bytes.count >= 2, bytes.count <= Pinyin.longestTyping, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return nil
        }
        return bytes
    }

    private static func isSpelled(inside entry: TitleIndex.Entry, by letters: [UInt8]) -> Bool {
        let first: UInt32 = 1 << UInt32(letters[0] &- 0x61)
        return entry.initials.indices.contains { place in
            entry.initials[place] & first != 0 && Pinyin.spelledPrefix(of: entry.key[place...], by: letters) != nil
        }
    }

    static func holds(_ text: [UInt32], _ word: [UInt32]) -> Bool {
        guard word.count <= text.count, let first = word.first else { return false }
        return (0...(text.count - word.count)).contains { text[$0] == first && text[$0...].starts(with: word) }
    }

    /// Whether the characters stand in the title in this order, others between them: 银监法 in 银行业监督管理法.
    static func runs(_ characters: [UInt32], through title: [UInt32]) -> Bool {
        var place = 0
        for scalar in title where place < characters.count && characters[place] == scalar { place += 1 }
        return place == characters.count
    }
}

/// How far typing may be from a title.
enum TitleDistance {
    /// Whether the title begins with `typed` but for one character: another, one too few or too many, two exchanged; or any
    /// number of characters that sound alike.
    static func begins(_ title: [UInt32], nearlyWith typed: [UInt32]) -> Bool {
        if soundsAlike(typed, title.prefix(typed.count)) { return true }
        guard let split = typed.indices.first(where: { $0 >= title.count || title[$0] != typed[$0] }) else { return true }
        let rest = typed[split...]
        guard split < title.count else { return false }
        let titleRest = title[split...]
        if titleRest.dropFirst().starts(with: rest.dropFirst()) || titleRest.starts(with: rest.dropFirst())
            || titleRest.dropFirst().starts(with: rest)
        {
            return true
        }
        return rest.count > 1 && titleRest.count > 1 && rest[split] == titleRest[split + 1] && rest[split + 1] == titleRest[split]
            && titleRest.dropFirst(2).starts(with: rest.dropFirst(2))
    }

    static func soundsAlike(_ left: [UInt32], _ right: ArraySlice<UInt32>) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { Pinyin.soundAlike($0, $1) }
    }
}
