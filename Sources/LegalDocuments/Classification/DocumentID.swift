import TextAnalysis

/// Ids of documents: stable, readable, fit for an address.
///
///     DocumentID.base(number: DocumentNumber("鄂府发〔2023〕62号"), title: "…", date: nil)      // 鄂府发-2023-62
///     DocumentID.base(number: nil, title: "中华人民共和国行政复议法", date: LegalDate(iso: "2023-09-01"))  // 行政复议法-2023-09-01
public enum DocumentID {
    /// Characters of an id at most.
    public static let maximumLength = 80
    /// What a base leaves free for a part's name or a hash that tells two documents apart.
    private static let reserve = 16

    /// The id that number, title and date suggest. Not unique: the index adds to it where two documents ask for the same.
    ///
    /// A number counts where it names one document: an order's or an announcement's does not always, so those go by
    /// title and date. At most 64 characters, which leaves 16 of ``maximumLength`` for an addition.
    public static func base(number: DocumentNumber?, title: String, date: LegalDate?) -> String {
        if let number, !number.year.isEmpty, !IssuingCode.isOrder(number.code.unicodeScalars) {
            return cut(slug("\(IssuingCode.key(of: number.code))-\(number.year)-\(number.serial)"), to: maximumLength - reserve)
        }
        let ending = date.map { "-\($0)" } ?? ""
        let name = cut(
            slug(title.replacing(IssuingCode.republic, with: "")),
            to: maximumLength - reserve - ending.unicodeScalars.count)
        if !name.isEmpty { return name + ending }
        let whole = cut(slug(title), to: maximumLength - reserve - ending.unicodeScalars.count)
        return (whole.isEmpty ? "无题" : whole) + ending
    }

    /// Whether a text is made as ids are: 1 through 80 letters, digits, Han characters and inner hyphens.
    public static func isValid(_ id: String) -> Bool {
        let scalars = id.unicodeScalars
        return (1...maximumLength).contains(scalars.count) && scalars.first != "-" && scalars.last != "-"
            && scalars.allSatisfy { $0 == "-" || CharacterClass.of($0.value) != .other }
    }

    /// Han characters as written, since folding turns some into rarer ones (著作权 into 着作权); everything else folded,
    /// with one hyphen for every run of other characters.
    private static func slug(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for original in text.unicodeScalars {
            let folded = CharacterClass.of(original.value) == .han ? [original.value] : Folding.fold(original.value)
            for scalar in folded.compactMap(Unicode.Scalar.init) {
                if CharacterClass.of(scalar.value) != .other {
                    kept.append(scalar)
                } else if let last = kept.last, last != "-" {
                    kept.append("-")
                }
            }
        }
        return cut(String(kept), to: .max)
    }

    private static func cut(_ slug: String, to length: Int) -> String {
        var kept = slug.unicodeScalars.prefix(max(0, length))
        while kept.last == "-" { kept.removeLast() }
        return String(kept)
    }
}
