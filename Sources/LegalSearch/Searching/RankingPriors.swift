import InvertedIndex
import LegalDocuments

/// Every number by which ranking is set, in one place.
enum RankingPriors {
    /// For words that must all be there: a title that holds them is a strong hint.
    static let words = RankingParameters(
        saturation: 1.5, lengthNormalization: 0.75, titleWeight: 1, headingWeight: 0.4)
    /// For a sentence, most of whose words are in no title: the text counts, and length less.
    static let questions = RankingParameters(
        saturation: 1.5, lengthNormalization: 0.65, titleWeight: 0.3, headingWeight: 0.3)

    /// Added where the query is a document's title or its short form.
    static let exactTitle: Float = 1_000
    /// Weight of a pair of characters that only asks (什么, 怎么) against one that tells.
    static let functionWord: Float = 0.3

    /// Authority and currency as a factor for the score. Measured on real questions: local rules and cases a little
    /// below national law.
    static func factor(rank: Int, status: LegalStatus, isDigest: Bool) -> Float {
        let authority: Float =
            switch rank {
            case 0, 1: 1.2
            case 2, 3: 1
            case 4, 5: 0.7
            case 6, 7: 0.8
            default: 0.7
            }
        let currency: Float =
            switch status {
            case .inForce, .unknown, .notYet: 1
            case .superseded: 0.9
            case .repealed, .expired: 0.8
            }
        return authority * currency * (isDigest ? 0.9 : 1)
    }
}
