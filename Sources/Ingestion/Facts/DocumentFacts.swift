import LegalDocuments

/// The days of a document by name, as origins and metadata name them.
enum DateField: String, CaseIterable, Sendable {
    case written, published, adopted, approved, effective, expires, repealed, version
}

extension DocumentDates {
    subscript(field: DateField) -> LegalDate? {
        get {
            switch field {
            case .written: written
            case .published: published
            case .adopted: adopted
            case .approved: approved
            case .effective: effective
            case .expires: expires
            case .repealed: repealed
            case .version: version
            }
        }
        set {
            switch field {
            case .written: written = newValue
            case .published: published = newValue
            case .adopted: adopted = newValue
            case .approved: approved = newValue
            case .effective: effective = newValue
            case .expires: expires = newValue
            case .repealed: repealed = newValue
            case .version: version = newValue
            }
        }
    }
}

/// What is known of a document, gathered from its best source to its worst: the first value of a field stays.
struct DocumentFacts: Sendable {
    private(set) var title = ""
    private(set) var number: String?
    private(set) var issuer: String?
    private(set) var kind: DocumentKind?
    private(set) var indexNumber: String?
    private(set) var dates = DocumentDates()
    private(set) var origins: [String: String] = [:]
    private var suppliers: [(name: String, origin: String)] = []
    var textKind = TextKind.full
    var url: String?
    /// The day of this expression of the work, as Akoma Ntoso dates it.
    var expressionDate: LegalDate?

    mutating func offerTitle(_ text: String, from origin: String) {
        let line = text.onOneLine
        guard title.isEmpty, !line.isEmpty else { return }
        title = line
        origins["title"] = origin
    }

    /// Takes a number in its standard spelling; as written where it is none but names a number.
    mutating func offerNumber(_ text: String, from origin: String) {
        let written = text.onOneLine
        guard number == nil, !written.isEmpty, written.unicodeScalars.count <= 60 else { return }
        if let parsed = DocumentNumber(written) {
            number = parsed.canonical
        } else if written.unicodeScalars.contains(where: { ChineseDigits.contains($0) }) {
            number = written
        } else {
            return
        }
        origins["number"] = origin
    }

    mutating func offerIssuer(_ text: String, from origin: String) {
        let name = text.onOneLine
        guard issuer == nil, !name.isEmpty, name != "无", name != "本网", name.unicodeScalars.count <= 100 else { return }
        issuer = name
        origins["issuer"] = origin
    }

    /// 来源: who supplied the page, mostly the issuer; counts only where nothing else names the issuer.
    mutating func offerSource(_ text: String, from origin: String) {
        if suppliers.isEmpty || suppliers[0].name.isBlank { suppliers = [(text, origin)] }
    }

    /// Takes the supplier for the issuer, when all else has been read.
    mutating func settleIssuer() {
        for supplier in suppliers { offerIssuer(supplier.name, from: supplier.origin) }
    }

    mutating func offerKind(_ value: DocumentKind, from origin: String) {
        guard kind == nil else { return }
        kind = value
        origins["kind"] = origin
    }

    mutating func offerIndexNumber(_ text: String, from origin: String) {
        let value = text.onOneLine
        guard indexNumber == nil, !value.isEmpty else { return }
        indexNumber = value
        origins["indexNumber"] = origin
    }

    mutating func offer(_ date: LegalDate, as field: DateField, from origin: String) {
        guard dates[field] == nil else { return }
        dates[field] = date
        origins[field.rawValue] = origin
    }

    mutating func replaceVersion(by date: LegalDate, from origin: String) {
        dates.version = date
        origins[DateField.version.rawValue] = origin
    }

    /// A page's own word on where a fact of it is from takes the place of "read from this page".
    mutating func setOrigin(of field: String, to origin: String) {
        if origins[field] != nil { origins[field] = origin }
    }
}
