import TextAnalysis

/// Folded text without its blanks, as the readers of numbers, dates and references go over it.
///
///     CompactText("鄂府發 〔２０２３〕62号")     // 鄂府发(2023)62号, a blank before the bracket
///
/// Brackets of every kind are `(` and `)`, every dash is `-`, traditional characters are simplified, letters are lower case.
struct CompactText {
    let scalars: [Unicode.Scalar]
    /// Offset of each scalar's origin in Unicode scalars of the text as given.
    let origins: [Int]
    /// Whether blanks or a line break stood before the scalar.
    let follows: [Bool]

    init(_ text: String) {
        let folded = FoldedText(text)
        var scalars: [Unicode.Scalar] = []
        var origins: [Int] = []
        var follows: [Bool] = []
        scalars.reserveCapacity(folded.scalars.count)
        origins.reserveCapacity(folded.scalars.count)
        follows.reserveCapacity(folded.scalars.count)
        var blank = false
        for (index, value) in folded.scalars.enumerated() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if scalar == " " {
                blank = true
                continue
            }
            scalars.append(scalar)
            origins.append(Int(folded.origins[index]))
            follows.append(blank)
            blank = false
        }
        self.scalars = scalars
        self.origins = origins
        self.follows = follows
    }

    /// The text of a plain article label, which folds to itself: 第二十三条之一, 第23条. Nil where any other character stands
    /// in it.
    init?(plainLabel text: String) {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(12)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "第", "条", "之": scalars.append(scalar)
            default: return nil
            }
        }
        self.scalars = scalars
        origins = Array(0..<scalars.count)
        follows = Array(repeating: false, count: scalars.count)
    }

    /// The words of a table, which stand apart by blanks.
    static func words(_ table: String) -> [String] {
        table.split { $0 == " " || $0 == "\n" }.map(String.init)
    }

    var count: Int { scalars.count }

    /// The scalar at a place, nil beyond the text.
    func at(_ index: Int) -> Unicode.Scalar? {
        index >= 0 && index < scalars.count ? scalars[index] : nil
    }

    func has(_ word: String, at index: Int) -> Bool {
        guard index >= 0 else { return false }
        var place = index
        for scalar in word.unicodeScalars {
            guard place < scalars.count, scalars[place] == scalar else { return false }
            place += 1
        }
        return true
    }

    /// Where the first of these words that stands at the place ends.
    func end(ofAny words: [String], at index: Int) -> Int? {
        words.first { has($0, at: index) }.map { index + $0.unicodeScalars.count }
    }

    func string(_ range: Range<Int>) -> String { String(folded: scalars[range]) }

    /// The range in Unicode scalars of the text as given.
    func originalSpan(of range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last, last < origins.count else { return 0..<0 }
        return origins[first]..<origins[last] + 1
    }
}

extension String {
    init(folded scalars: some Sequence<Unicode.Scalar>) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }

    /// The characters at these offsets in Unicode scalars, cut to the text.
    func slice(scalars range: Range<Int>) -> String {
        String(folded: unicodeScalars.dropFirst(range.lowerBound).prefix(range.count))
    }
}
