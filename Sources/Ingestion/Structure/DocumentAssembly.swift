import LegalDocuments

/// Puts a document together from facts and blocks or lines, the same for all formats.
enum DocumentAssembly {
    /// From blocks whose meaning is still to be found.
    static func document(
        blocks: [Block], facts: DocumentFacts, source: String, hasMarkedHeadings: Bool = false,
        prefaceOrigin: String = "preface"
    ) throws(IngestionError.Reason) -> LegalDocument {
        let preface = Preface(blocks: blocks, facts: facts, origin: prefaceOrigin)
        var known = preface.facts
        var classifier = LineClassifier(blocks: preface.body, title: known.title, hasMarkedHeadings: hasMarkedHeadings)
        var lines = preface.body.map { classifier.line(for: $0) }
        if classifier.hasArticles, let start = SignatureBlock.closing(preface.body, into: &known) {
            lines.insert(.articlesEnd, at: start)
        }
        if known.textKind == .full, let kind = KindSigns.kind(
            title: known.title, blocks: blocks, hasArticles: classifier.hasArticles, hasNumber: known.number != nil) {
            known.offerKind(kind, from: "text")
        }
        SignatureBlock.read(preface.body, hasArticles: classifier.hasArticles, into: &known)
        return try document(lines: lines, facts: known, source: source)
    }

    /// From lines that the format itself has told apart.
    static func document(
        lines: [OutlineLine], facts: DocumentFacts, source: String
    ) throws(IngestionError.Reason) -> LegalDocument {
        let hasArticles = lines.contains { if case .article = $0 { true } else { false } }
        let joined = OutlineLine.joiningBrokenHeadings(lines)
        let lines = hasArticles ? OutlineLine.droppingContentsList(joined) : joined
        let provisions = try OutlineBuilder.provisions(of: lines, hasArticles: hasArticles)
        var facts = facts
        facts.settleIssuer()
        if facts.title.isEmpty { facts.offerTitle(title(fromFileName: source), from: "file name") }
        if let date = facts.expressionDate {
            facts.settleVersion(fileDate: date, from: "FRBRdate")
        } else {
            facts.settleVersion(fileDate: FileNameDate.date(in: source), from: "file name")
        }
        let number = facts.number.flatMap { DocumentNumber($0) }
        if let kind = DocumentClassifier.kind(title: facts.title, issuer: facts.issuer, number: number) {
            facts.offerKind(kind, from: "title")
        }
        if facts.textKind == .full { facts.offerValidity(in: provisions) }
        let region = DocumentClassifier.region(title: facts.title, issuer: facts.issuer)
        var origins = facts.origins
        if region != nil { origins["region"] = "title" }
        return LegalDocument(
            title: facts.title, number: facts.number, issuer: facts.issuer, kind: facts.kind ?? .other, region: region,
            textKind: facts.textKind, dates: facts.dates, indexNumber: facts.indexNumber, url: facts.url,
            origins: origins, provisions: provisions, sources: [source]
        )
    }

    private static func title(fromFileName path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
        guard FileNameDate.date(in: path) != nil, let open = stem.lastIndex(where: { $0 == "(" || $0 == "（" }) else {
            return stem.trimmedBlanks
        }
        return stem[..<open].trimmedBlanks
    }
}

/// The signature at the end of a notice: the issuing body, and below it the day it signed.
enum SignatureBlock {
    private static let bodyEndings = ["政府", "办公室", "办公厅", "委员会", "局", "厅", "院", "部", "会", "署", "行"]

    static func read(_ blocks: [Block], hasArticles: Bool, into facts: inout DocumentFacts) {
        let end = hasArticles ? blocks.firstIndex { ArticleLabel($0.text) != nil } ?? blocks.count : blocks.count
        let attachment = blocks[..<end].firstIndex { HeadingLabel.isAttachment($0.text) } ?? end
        let part = blocks[..<attachment].suffix(8)
        guard let index = part.lastIndex(where: { signedDay($0.text) != nil }), let date = signedDay(part[index].text) else { return }
        facts.offer(date, as: .written, from: "signature")
        guard index > part.startIndex else { return }
        let name = part[index - 1].text
        if isBodyName(name) { facts.offerIssuer(name, from: "signature") }
    }

    /// A body and a day below the last article: where they start, nil where there are none.
    static func closing(_ blocks: [Block], into facts: inout DocumentFacts) -> Int? {
        guard blocks.count > 2, let last = blocks.last, let date = signedDay(last.text), isBodyName(blocks[blocks.count - 2].text)
        else { return nil }
        facts.offer(date, as: .written, from: "signature")
        facts.offerIssuer(blocks[blocks.count - 2].text, from: "signature")
        return blocks.count - 2
    }

    /// 2020年3月5日 alone on a line; 2020-03-05 10:00 is a page's, not a signature's.
    private static func signedDay(_ text: String) -> LegalDate? {
        text.utf8.count < 60 && text.contains("年") ? LegalDate(chinese: text) : nil
    }

    private static func isBodyName(_ name: String) -> Bool {
        name.unicodeScalars.count <= 40 && !name.contains("。") && bodyEndings.contains { name.hasSuffix($0) }
    }
}
