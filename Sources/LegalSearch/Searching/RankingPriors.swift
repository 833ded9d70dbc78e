import InvertedIndex
import LegalDocuments

/// What ranking makes of its settings: parameters for the index, and factors by authority and currency.
extension RankingSettings {
    /// For words that must all be there: a title that holds them is a strong hint.
    var words: RankingParameters {
        RankingParameters(
            saturation: wordSaturation, lengthNormalization: wordLength, titleWeight: wordTitle,
            headingWeight: wordHeading)
    }

    /// For a sentence, most of whose words are in no title: the text counts.
    var questions: RankingParameters {
        RankingParameters(
            saturation: questionSaturation, lengthNormalization: questionLength, titleWeight: questionTitle,
            headingWeight: questionHeading)
    }

    /// Authority by rank of the kind (``DocumentKind/rank``) and currency, as a factor for the score.
    /// - Parameter isOfPlace: whether it holds where the query asks for: there local law is what is wanted.
    func factor(rank: Int, status: LegalStatus, isDigest: Bool, isOfPlace: Bool = false) -> Float {
        let authority: Float =
            switch rank {
            case 0, 1: law
            case 2: regulation
            case 3: interpretation
            case 4, 5: localRule
            case 6, 7: normative
            default: notLaw
            }
        let currency: Float =
            switch status {
            case .inForce, .unknown, .notYet: 1
            case .superseded: superseded
            case .repealed, .expired: lapsed
            }
        return (isOfPlace ? max(place, authority) : authority) * currency * (isDigest ? digest : 1)
    }
}

/// The factor that is the same for every search.
enum RankingPriors {
    static func factor(rank: Int, status: LegalStatus, isDigest: Bool) -> Float {
        RankingSettings.standard.factor(rank: rank, status: status, isDigest: isDigest)
    }
}
