import LegalDocuments
import TextAnalysis

/// Compares the words quoted after a citation with the article itself: 第二条规定：“……”.
enum QuotationCheck {
    /// Scalars between a citation and the quotation that belongs to it.
    private static let widestGap = 16
    private static let longest = 2_000
    /// A shorter quotation is a term, not the article's words.
    private static let shortest = 6

    /// - Parameters:
    ///   - part: the paragraph or item that is cited.
    ///   - whole: the article, from which a quotation may go on into the next paragraph.
    static func quotation(
        in text: CitedText, after place: Int, from part: String, or whole: String
    ) -> CheckedCitation.Quotation? {
        guard let quoted = quoted(text, after: place) else { return nil }
        let words = letters(quoted)
        guard words.count >= shortest else { return nil }
        for source in [part, whole] where contains(letters(source), words) { return .init(text: quoted, matches: true, expected: nil) }
        return .init(text: quoted, matches: false, expected: part)
    }

    /// The words in quotation marks that follow at once, but for 规定 and a colon.
    private static func quoted(_ text: CitedText, after place: Int) -> String? {
        let scalars = text.scalars
        let opening: Set<Unicode.Scalar> = ["“", "\"", "「", "『"]
        let closing: Set<Unicode.Scalar> = ["”", "\"", "」", "』"]
        let end = min(scalars.count, place + widestGap)
        guard place <= end, let open = (place..<end).first(where: { opening.contains(scalars[$0]) }) else { return nil }
        let between = String(String.UnicodeScalarView(scalars[place..<open]))
        guard !between.contains("》"), !between.contains("。"), !between.contains("；"), between.contains("规定") || between.contains("：") || between.contains(":") || between.contains("明确")
        else { return nil }
        let limit = min(scalars.count, open + 1 + longest)
        guard let close = (open + 1..<max(open + 1, limit)).first(where: { closing.contains(scalars[$0]) }) else { return nil }
        return String(String.UnicodeScalarView(scalars[open + 1..<close]))
    }

    /// Folded, without marks and blanks: only different words count as a difference. An ellipsis parts a quotation.
    private static func letters(_ text: String) -> [UInt32] {
        var folded: [UInt32] = []
        Folding.append(text, to: &folded)
        return folded.filter { CharacterClass.of($0) != .other }
    }

    private static func contains(_ text: [UInt32], _ words: [UInt32]) -> Bool {
        guard words.count <= text.count, let first = words.first else { return false }
        for start in 0...text.count - words.count
        where text[start] == first && text[start..<start + words.count].elementsEqual(words) {
            return true
        }
        return false
    }
}
