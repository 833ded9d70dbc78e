/// The other spellings of the numerals in a phrase, so that 第23条 finds 第二十三条 and the reverse.
///
/// The text is indexed as it stands and the query is varied, so a phrase search still finds the literal text.
public enum NumeralVariants {
    /// The folded phrase as given, then the same phrase with its numerals spelled otherwise, the likeliest first;
    /// each once, at most `limit` (but always the original).
    ///
    /// A numeral is a run of digits that is not part of a word or decimal (pm2.5), or a run of Han numerals that its
    /// neighbours mark as a number: 第 before it, a measure (年 条 号 …) after it, or a form that is nothing else.
    public static func alternatives(for scalars: [UInt32], limit: Int = 8) -> [[UInt32]] {
        let numerals = Numeral.all(in: scalars)
        let spellings = numerals.map { numeral in
            [Array(scalars[numeral.range])] + numeral.otherSpellings(in: scalars)
        }
        var found = [scalars]
        func add(_ choice: [Int]) {
            let phrase = replace(numerals, by: zip(spellings, choice).map { $0[min($1, $0.count - 1)] }, in: scalars)
            if !found.contains(phrase) { found.append(phrase) }
        }
        guard !numerals.isEmpty, limit > 1 else { return found }
        // A text keeps to one way of writing, so all numerals change together before they change apart.
        for rank in 1..<(spellings.map(\.count).max() ?? 1) where found.count < limit {
            add(Array(repeating: rank, count: numerals.count))
        }
        var choice = Array(repeating: 0, count: numerals.count)
        while found.count < limit, advance(&choice, within: spellings) {
            add(choice)
        }
        return found
    }

    /// Counts on by one, the first numeral fastest; false when every combination has been.
    private static func advance(_ choice: inout [Int], within spellings: [[[UInt32]]]) -> Bool {
        for place in choice.indices {
            choice[place] += 1
            if choice[place] < spellings[place].count { return true }
            choice[place] = 0
        }
        return false
    }

    private static func replace(_ numerals: [Numeral], by spellings: [[UInt32]], in scalars: [UInt32]) -> [UInt32] {
        var phrase: [UInt32] = []
        var position = 0
        for (numeral, spelling) in zip(numerals, spellings) {
            phrase += scalars[position..<numeral.range.lowerBound]
            phrase += spelling
            position = numeral.range.upperBound
        }
        return phrase + scalars[position...]
    }
}
