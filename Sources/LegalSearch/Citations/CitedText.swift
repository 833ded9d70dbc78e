public import Ingestion
import LegalDocuments

/// A text whose citations are to be checked: a draft, a judgment, a report.
///
/// Plain text is taken as it is, so that places are those of the text as given. Of any other form that is read, the
/// title and the provisions follow one another, a line each for headings and paragraphs.
public struct CitedText: Sendable {
    public let text: String
    let scalars: [Unicode.Scalar]
    /// Where each line begins, in Unicode scalars.
    private let lineStarts: [Int]
    /// Where the text came as one document with its structure.
    private let document: LegalDocument?

    public init(_ text: String) { self.init(text, document: nil) }

    private init(_ text: String, document: LegalDocument?) {
        self.text = text
        self.document = document
        let scalars = Array(text.unicodeScalars)
        self.scalars = scalars
        lineStarts = [0] + scalars.indices.filter { scalars[$0] == "\n" }.map { $0 + 1 }
    }

    /// Reads a file's bytes, whatever their form and encoding.
    ///
    /// - Parameter source: the file's path, to be named in errors.
    public init(_ bytes: [UInt8], source: String) throws(IngestionError) {
        if let text = PlainTextSource.text(bytes) {
            self.init(text)
            return
        }
        let documents = try DocumentReader().documents(in: bytes, source: source)
        self.init(documents.map(Self.text).joined(separator: "\n"), document: documents.count == 1 ? documents[0] : nil)
    }

    /// The citations in the text, in their order.
    ///
    /// - Parameter shortForms: names of laws that the user has added.
    func citations(_ shortForms: ShortForms = .common) -> [Citation] {
        var finder = CitationFinder(shortForms: shortForms.titles)
        return finder.citations(in: text)
    }

    /// What the text says of articles of its own that it does not have. A collection of several documents has no own.
    func missingOwnArticles() -> [CheckedCitation] {
        guard text.unicodeScalars.contains("本"),
            let document = document ?? (try? DocumentReader().documents(in: Array(text.utf8), source: "").first)
        else { return [] }
        return OwnArticles(document)?.missing(in: self) ?? []
    }

    /// Every citation, with nothing to check it against.
    public func unchecked() -> [CheckedCitation] {
        citations().map { CheckedCitation(citation: $0, text: words(of: $0), line: line(of: $0), verdict: .unchecked) }
    }

    private static func text(_ document: LegalDocument) -> String {
        var lines = [document.title]
        var headings: [String] = []
        for provision in document.provisions {
            lines += provision.headings.dropFirst(zip(headings, provision.headings).prefix { $0 == $1 }.count)
            headings = provision.headings
            lines.append(provision.label.isEmpty ? provision.text : provision.label + "　" + provision.text)
        }
        return lines.joined(separator: "\n")
    }

    func words(of citation: Citation) -> String {
        String(String.UnicodeScalarView(scalars[citation.span.clamped(to: scalars.indices)]))
    }

    /// Where 第零条 or 第三十二条之之一 ends that stands at a place: what looks like an article and has no number of one.
    func unreadableArticle(after place: Int) -> Int? {
        guard scalars.indices.contains(place), scalars[place] == "第" else { return nil }
        var end = place + 1
        while end < scalars.count, end - place < 24, scalars[end].isNumeral { end += 1 }
        guard end < scalars.count, scalars[end] == "条" || scalars[end] == "條" else { return nil }
        end += 1
        while end < scalars.count, end - place < 32, scalars[end] == "之" || scalars[end].isNumeral { end += 1 }
        return end
    }

    /// From 1.
    func line(of citation: Citation) -> Int {
        var low = 0
        var high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= citation.span.lowerBound { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }
}

extension Unicode.Scalar {
    fileprivate var isNumeral: Bool {
        switch self {
        case "0"..."9", "０"..."９", "零", "〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千", "万", "两": true
        default: false
        }
    }
}
