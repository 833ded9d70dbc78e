import LegalDocuments

/// A sentence with marked places in it, written as one literal in either language:
///
///     "以 \(date: day) 有效的文本为准"
///
/// A plain `\(value)` is text, and escaped as such.
struct Sentence: ExpressibleByStringInterpolation {
    enum Piece {
        case text(String)
        case date(LegalDate)
        /// A document number: brackets set tight, never broken.
        case number(String)
        case count(Int)
        case code(String)
        case link(String, Link)
    }

    private(set) var pieces: [Piece]

    init(stringLiteral value: String) { pieces = [.text(value)] }

    init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

    init(text: String) { pieces = [.text(text)] }

    mutating func append(_ other: Sentence) { pieces += other.pieces }

    struct Interpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) { pieces.append(.text(literal)) }
        mutating func appendInterpolation(_ value: String) { pieces.append(.text(value)) }
        mutating func appendInterpolation(_ sentence: Sentence) { pieces += sentence.pieces }
        mutating func appendInterpolation(date: LegalDate) { pieces.append(.date(date)) }
        mutating func appendInterpolation(number: String) { pieces.append(.number(number)) }
        mutating func appendInterpolation(count: Int) { pieces.append(.count(count)) }
        mutating func appendInterpolation(code: String) { pieces.append(.code(code)) }
        mutating func appendInterpolation(_ text: String, to link: Link) { pieces.append(.link(text, link)) }
    }
}

extension HTML {
    mutating func say(_ sentence: Sentence) {
        for piece in sentence.pieces {
            switch piece {
            case .text(let value): text(value)
            case .date(let date): time(date)
            case .number(let value): element(.span, [.class("no")], text: value)
            case .count(let value): element(.span, [.class("num")], text: Phrases.grouped(value))
            case .code(let value): element(.code, text: value)
            case .link(let label, let link): element(.a, [.href(link)], text: label)
            }
        }
    }

    mutating func time(_ date: LegalDate) {
        element(.time, [.plain(.datetime, date.description)], text: Phrases(language: language).date(date))
    }
}
