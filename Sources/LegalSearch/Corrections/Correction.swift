import FoundationEssentials
import LegalDocuments

/// A value that a person put right: a line of corrections.jsonl.
struct Correction: Sendable, Equatable {
    enum Field: String, Sendable, CaseIterable {
        case title, number, issuer, kind, region, written, published, adopted, approved, effective, expires, repealed, version
    }

    /// Id, number or title of the document.
    var document: String
    var field: Field
    /// Nil to say that the value is not known.
    var value: String?
    var reason: String
    var by: String
    /// When it was put right, as written.
    var date: String

    /// How origins begin that a correction gave.
    static let origin = "人工核定"

    /// 人工核定：原件如此（张三，2024-05-01）
    var origin: String {
        let who = [by, date].filter { !$0.isEmpty }.joined(separator: "，")
        return Self.origin + (reason.isEmpty ? "" : "：" + reason) + (who.isEmpty ? "" : "（\(who)）")
    }

    func names(_ document: LegalDocument) -> Bool {
        if document.id == self.document || document.title == self.document { return true }
        guard let number = DocumentNumber(self.document) else { return false }
        return document.number.flatMap { DocumentNumber($0) } == number
    }

    /// - Returns: whether anything changed.
    func apply(to document: inout LegalDocument) -> Bool {
        let before = document
        switch field {
        case .title: document.title = value ?? document.title
        case .number: document.number = value.map { DocumentNumber($0)?.canonical ?? $0 }
        case .issuer: document.issuer = value
        case .kind: document.kind = DocumentKind(rawValue: value ?? DocumentKind.other.rawValue)
        case .region: document.region = value
        case .written: document.dates.written = day
        case .published: document.dates.published = day
        case .adopted: document.dates.adopted = day
        case .approved: document.dates.approved = day
        case .effective: document.dates.effective = day
        case .expires: document.dates.expires = day
        case .repealed: document.dates.repealed = day
        case .version: document.dates.version = day
        }
        document.origins[field.rawValue] = origin
        return document != before
    }

    private var day: LegalDate? { value.flatMap { LegalDate(iso: $0) } }
}

extension Correction {
    private struct Line: Decodable {
        var document: String
        var field: String
        var value: String?
        var reason: String?
        var by: String?
        var date: String?
    }

    enum Problem: Error, Equatable {
        case notJSON
        case unknownField(String)
        case notADate(String)
        case noDocument
    }

    init(line: [UInt8]) throws(Problem) {
        guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)) else { throw .notJSON }
        guard let field = Field(rawValue: read.field) else { throw .unknownField(read.field) }
        guard !read.document.isEmpty else { throw .noDocument }
        switch field {
        case .title, .number, .issuer, .kind, .region: break
        default:
            if let value = read.value, LegalDate(iso: value) == nil { throw .notADate(value) }
        }
        self.init(
            document: read.document, field: field, value: read.value, reason: read.reason ?? "", by: read.by ?? "",
            date: read.date ?? "")
    }
}
