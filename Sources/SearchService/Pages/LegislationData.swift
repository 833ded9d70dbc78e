import LegalDocuments
import LegalSearch

/// What a document page says to programs: a Legislation of schema.org, in JSON-LD 1.1.
struct LegislationData {
    private let answer: DocumentAnswer

    init(_ answer: DocumentAnswer) { self.answer = answer }

    private var document: LegalDocument { answer.document }

    var bytes: [UInt8] {
        let address = answer.akomaNtosoAddress
        let dates = document.dates
        var json = JSONText()
        json.object { json in
            json.member("@context", "https://schema.org")
            json.member("@type", "Legislation")
            json.member("@id", Link(path: address.expressionPath.split(separator: "/").map(String.init)).target)
            json.member("url", Link(path: ["d", document.id]).target)
            json.member("name", document.title)
            json.member("inLanguage", "zh")
            json.member("legislationType", document.kind.rawValue)
            if let number = document.number { json.member("legislationIdentifier", number) }
            if let day = dates.adopted ?? dates.written { json.member("legislationDate", day.description) }
            if let day = dates.version { json.member("legislationDateVersion", day.description) }
            if let day = dates.published { json.member("datePublished", day.description) }
            if let issuer = document.issuer {
                json.member("legislationPassedBy") { json in
                    json.object { json in
                        json.member("@type", "Organization")
                        json.member("name", issuer)
                    }
                }
            }
            json.member("legislationJurisdiction", document.region ?? "中国")
            if let force { json.member("legislationLegalForce", "https://schema.org/\(force)") }
            if let effective = dates.effective {
                // An open end is two points (ISO 8601-2).
                let end = dates.repealed ?? dates.expires
                json.member("temporalCoverage", "\(effective)/\(end?.description ?? "..")")
            }
        }
        return json.bytes
    }

    /// Nil where nobody knows.
    private var force: String? {
        switch answer.status {
        case .inForce: "InForce"
        case .notYet, .superseded, .repealed, .expired: "NotInForce"
        case .unknown: nil
        }
    }
}
