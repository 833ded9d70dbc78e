import LegalDocuments

/// What a page says of its document outside the text: `meta` elements and the header's pairs.
enum PageMetadata {
    /// Takes the pairs; those of a table come before those of a line of small print.
    static func offer(_ pairs: [MetadataPairs.Pair], to facts: inout DocumentFacts, origin: String = "page table") {
        for pair in pairs {
            let from = "\(origin): \(pair.label)"
            switch pair.field {
            case .title: if pair.value.unicodeScalars.count >= 4 { facts.offerTitle(pair.value, from: from) }
            case .number: facts.offerNumber(pair.value, from: from)
            case .issuer: facts.offerIssuer(pair.value, from: from)
            case .indexNumber: facts.offerIndexNumber(pair.value, from: from)
            case .subject: offerKind(pair.value, to: &facts, from: from)
            case .kind:
                let name = pair.value.squeezed
                if name.unicodeScalars.count <= 20 { facts.offerKind(DocumentKind(rawValue: name), from: from) }
            case .date(let field):
                if let date = firstDate(in: pair.value) { facts.offer(date, as: field, from: from) }
            case .source, .other: break
            }
        }
    }

    /// 来源, where nothing else named the issuer.
    static func offerSources(_ pairs: [MetadataPairs.Pair], to facts: inout DocumentFacts) {
        for pair in pairs where pair.field == .source {
            facts.offerSource(pair.value, from: "page table: \(pair.label)")
        }
    }

    private static func firstDate(in text: String) -> LegalDate? {
        LegalDate(chinese: text) ?? LegalDate.matches(in: text).first?.date
    }

    /// A page's 主题分类 is mostly a subject; it is a kind only where it is one of the known ones.
    static func offerKind(_ text: String, to facts: inout DocumentFacts, from origin: String) {
        let name = text.squeezed
        let known: [DocumentKind] = [
            .constitution, .law, .administrativeRegulation, .judicialInterpretation, .localRegulation, .departmentalRule,
            .localRule, .normativeDocument, .judicialCase, .draft, .explanation, .news, .other,
        ]
        guard let kind = known.first(where: { $0.rawValue == name }) else { return }
        facts.offerKind(kind, from: origin)
    }

    /// The `meta` elements that portals fill for machines.
    static func offerMeta(of root: MarkupElement, to facts: inout DocumentFacts) {
        for (name, content) in metaElements(of: root) {
            let from = "meta: \(name)"
            switch name.lowercased() {
            case "articletitle", "og:title", "dc.title": offerMetaTitle(content, to: &facts, from: from)
            case "pubdate", "publishdate", "dc.date", "article:published_time":
                if let date = firstDate(in: content) { facts.offer(date, as: .published, from: from) }
            case "contentsource", "author", "dc.publisher": facts.offerSource(content, from: from)
            case "columnname": if let kind = KindSigns.kind(ofColumn: content) { facts.offerKind(kind, from: from) }
            case "url", "og:url": if facts.url == nil, content.contains("://") { facts.url = content.trimmedBlanks }
            case "lexigram:text-kind": if content.trimmedBlanks == "digest" { facts.textKind = .digest }
            default: break
            }
        }
        if let link = canonicalLink(of: root) { facts.url = link }
    }

    /// `<time datetime="2020-03-05">`: when the page was put out, where nothing else says so.
    static func offerTimeElement(of root: MarkupElement, to facts: inout DocumentFacts) {
        guard facts.dates.published == nil else { return }
        root.visit { element in
            if ElementStyle.isHidden(element) && element.name != "head" || element.name != "header" && PageChrome.isChrome(element) { return false }
            if element.name == "time", let date = firstDate(in: element["datetime"] ?? element.text) {
                facts.offer(date, as: .published, from: "time element")
            }
            return true
        }
    }

    /// Where a record of our own says each of its facts is from: `number=…; written=…`.
    static func applyFactOrigins(of root: MarkupElement, to facts: inout DocumentFacts) {
        for (name, content) in metaElements(of: root) where name == "lexigram:facts" {
            for part in content.split(separator: ";") {
                guard let equals = part.firstIndex(of: "=") else { continue }
                let field = part[..<equals].trimmedBlanks
                facts.setOrigin(of: field, to: part[part.index(after: equals)...].trimmedBlanks)
            }
        }
    }

    private static func offerMetaTitle(_ text: String, to facts: inout DocumentFacts, from origin: String) {
        let title = text.onOneLine
        if !title.hasSuffix("…"), !title.hasSuffix("...") { facts.offerTitle(title, from: origin) }
    }

    private static func metaElements(of root: MarkupElement) -> [(name: String, content: String)] {
        var found: [(String, String)] = []
        root.visit { element in
            if element.name == "meta", let name = element["name"] ?? element["property"], let content = element["content"],
                !content.isBlank {
                found.append((name, content))
            }
            return element.name == "html" || element.name == "head" || element.name == "meta"
        }
        return found
    }

    private static func canonicalLink(of root: MarkupElement) -> String? {
        root.child("head")?.elements.first { $0.name == "link" && $0["rel"]?.lowercased() == "canonical" }?["href"]
    }

    /// What browsers write into a page that they save: `<!-- saved from url=(0023)http://www.example.cn/ -->`.
    static func savedFrom(_ utf8: [UInt8]) -> String? {
        let head = String(decoding: utf8.prefix(2048), as: UTF8.self)
        guard head.holds("saved from url=("), let mark = head.firstRange(of: "saved from url=("), let end = head[mark.upperBound...].firstIndex(of: ")")
        else { return nil }
        let address = head[head.index(after: end)...].prefix { !$0.isWhitespace && $0 != ">" }
        return address.isEmpty ? nil : String(address)
    }
}
