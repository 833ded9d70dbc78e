import LegalDocuments

/// The facts in an Akoma Ntoso document's `meta` and `preface`.
enum AkomaNtosoMetadata {
    static func facts(of document: MarkupElement) -> DocumentFacts {
        var facts = DocumentFacts()
        guard let meta = document.child("meta") else { return facts }
        readProprietary(meta, into: &facts)
        let identification = meta.child("identification")
        if let work = identification?.child("FRBRWork") { readWork(work, meta, into: &facts) }
        readLifecycle(meta, into: &facts)
        if let element = identification?.child("FRBRExpression")?.child("FRBRdate"),
            field(ofDateNamed: element["name"] ?? "") != nil {
            facts.expressionDate = date(of: element)
        }
        if let title = document.child("preface")?.descendant("docTitle") {
            facts.offerTitle(title.text, from: "preface")
        }
        if document.name == "act" || document.name == "doc" || document.name == "bill", let name = document["name"],
            name.unicodeScalars.contains(where: { $0.value > 0x2E80 }) {
            facts.offerKind(DocumentKind(rawValue: name.trimmedBlanks), from: "name")
        }
        return facts
    }

    /// A record of our own: what sort of text it is, and each known fact with where it is from.
    private static func readProprietary(_ meta: MarkupElement, into facts: inout DocumentFacts) {
        for element in meta.elements where element.name == "proprietary" {
            for inner in element.elements {
                if inner.name == "textKind", inner.text.trimmedBlanks == "digest" { facts.textKind = .digest }
                guard inner.name == "fact", let name = inner["name"], let value = inner["value"] else { continue }
                offer(name, value, from: inner["from"] ?? "record", to: &facts)
            }
        }
    }

    private static func offer(_ name: String, _ value: String, from origin: String, to facts: inout DocumentFacts) {
        switch name {
        case "title": facts.offerTitle(value, from: origin)
        case "number": facts.offerNumber(value, from: origin)
        case "issuer": facts.offerIssuer(value, from: origin)
        case "kind": if !value.isBlank { facts.offerKind(DocumentKind(rawValue: value.trimmedBlanks), from: origin) }
        case "indexNumber": facts.offerIndexNumber(value, from: origin)
        default:
            guard let field = DateField(rawValue: name), let date = LegalDate(iso: value.trimmedBlanks) else { return }
            facts.offer(date, as: field, from: origin)
        }
    }

    private static func readWork(_ work: MarkupElement, _ meta: MarkupElement, into facts: inout DocumentFacts) {
        for element in work.elements {
            switch element.name {
            case "FRBRalias":
                if element["name"] == "title" || element["name"] == nil {
                    facts.offerTitle(element["value"] ?? "", from: "FRBRalias")
                }
            case "FRBRnumber":
                facts.offerNumber(element["value"] ?? "", from: "FRBRnumber")
            case "FRBRdate":
                if let date = date(of: element), let field = field(ofDateNamed: element["name"] ?? "") {
                    facts.offer(date, as: field, from: "FRBRdate")
                }
            case "FRBRauthor":
                if let name = organization(element["href"], in: meta) { facts.offerIssuer(name, from: "FRBRauthor") }
            default: break
            }
        }
    }

    private static func date(of element: MarkupElement) -> LegalDate? {
        guard let value = element["date"] else { return nil }
        return LegalDate(iso: value.trimmedBlanks.prefix(10))
    }

    /// The names are free words in the standard; these are in use. Nil for a day that is none of the document's.
    private static func field(ofDateNamed name: String) -> DateField? {
        switch name.lowercased().filter({ $0.isLetter }) {
        case "promulgation", "promulgated", "publication", "published", "generation", "": .published
        case "adoption", "adopted", "enactment", "enacted", "passed": .adopted
        case "approval", "approved": .approved
        case "written", "signature", "signed", "creation": .written
        case "effective", "entryintoforce", "commencement", "inforce": .effective
        case "repeal", "repealed": .repealed
        case "expiry", "expires": .expires
        case "amendment", "amended", "version", "expression": .version
        default: nil
        }
    }

    private static func organization(_ reference: String?, in meta: MarkupElement) -> String? {
        guard let reference, reference.hasPrefix("#"), let references = meta.child("references") else { return nil }
        let wanted = reference.dropFirst()
        return references.elements.first { ($0["eid"] ?? $0["id"]) == String(wanted) }?["showas"]
    }

    private static func readLifecycle(_ meta: MarkupElement, into facts: inout DocumentFacts) {
        guard let lifecycle = meta.child("lifecycle") else { return }
        var last: LegalDate?
        for event in lifecycle.elements where event.name == "eventRef" {
            guard let date = date(of: event) else { continue }
            if event["type"] == "repeal" {
                facts.offer(date, as: .repealed, from: "lifecycle")
            } else if last.map({ $0 < date }) ?? true {
                last = date
            }
        }
        // One of the events may be the entry into force, which only the note in words can tell.
        if let last, lifecycle.elements.contains(where: { $0["type"] == "amendment" }) {
            facts.offer(last, as: .version, from: "lifecycle")
        }
    }

    /// The note on the history in the preface.
    static func offerPreface(of document: MarkupElement, to facts: inout DocumentFacts) {
        guard let preface = document.child("preface") else { return }
        var events: [HistoryEvent] = []
        preface.visit { element in
            guard element.name == "p" else { return true }
            if element.descendant("docTitle") == nil { events += HistoryNote.events(in: element.text) }
            return false
        }
        facts.offer(events, from: "preface")
    }
}
