internal import Glibc

/// Parameters of the score.
///
/// Each clause of a query scores a unit by BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
/// and Beyond", 2009) for its own text, and adds a weighted BM25 for each span that holds the clause too.
public struct RankingParameters: Sendable, Equatable {
    /// How soon more occurrences stop to count.
    public var saturation: Float
    /// How much long texts are held back, 0 through 1.
    public var lengthNormalization: Float
    /// Weight of a title against a unit's own text.
    public var titleWeight: Float
    public var headingWeight: Float

    public init(
        saturation: Float = 1.2, lengthNormalization: Float = 0.75, titleWeight: Float = 1, headingWeight: Float = 0.5
    ) {
        self.saturation = saturation
        self.lengthNormalization = lengthNormalization
        self.titleWeight = titleWeight
        self.headingWeight = headingWeight
    }

    func weight(of field: SpanField) -> Float {
        switch field {
        case .title: titleWeight
        case .heading: headingWeight
        }
    }

    /// Average length assumed for a span: titles and headings are about this long everywhere.
    static let averageSpanLength: Float = 12

    /// ln(1 + (N − n + ½) / (n + ½)), above 0 also where everything matches and the sum would round to 1.
    static func inverseFrequency(matching count: Int, of total: Int) -> Float {
        log1pf((Float(total - count) + 0.5) / (Float(count) + 0.5))
    }

    /// What holds a text of some length back.
    func norm(length: Float, average: Float) -> Float {
        saturation * (1 - lengthNormalization + lengthNormalization * length / average)
    }

    func saturated(_ frequency: Float, norm: Float) -> Float { frequency * (saturation + 1) / (frequency + norm) }
}
