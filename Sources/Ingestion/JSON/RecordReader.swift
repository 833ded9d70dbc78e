import FoundationEssentials
import LegalDocuments

/// Reads JSON Lines: one document a line, in the shape that `lexigram export --format jsonl` prints; also one object, or
/// one array of them. Documentation/Formats.md has the schema.
enum RecordReader {
    static func documents(in text: [UInt8], source: String) -> (documents: [LegalDocument], problems: [IngestionError]) {
        var documents: [LegalDocument] = []
        var problems: [IngestionError] = []
        for record in records(in: text) {
            let place = record.line.map { "\(source)/\($0)" } ?? source
            do throws(IngestionError.Reason) {
                for value in try decoded(record.bytes) { documents.append(try document(value, place)) }
            } catch {
                problems.append(IngestionError(source: place, reason: error))
            }
        }
        return (documents, problems)
    }

    private struct Record {
        /// From 1; nil where the file is one value.
        let line: Int?
        let bytes: ArraySlice<UInt8>
    }

    /// The lines, where the first is a value of its own; else the file as one value.
    private static func records(in text: [UInt8]) -> [Record] {
        var records: [Record] = []
        for (index, line) in text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            if records.isEmpty, line.last(where: { $0 > 0x20 }) != UInt8(ascii: "}") { return [Record(line: nil, bytes: text[...])] }
            records.append(Record(line: index + 1, bytes: line))
        }
        if records.count == 1, let only = records.first { return [Record(line: nil, bytes: only.bytes)] }
        return records
    }

    private static func decoded(_ bytes: ArraySlice<UInt8>) throws(IngestionError.Reason) -> [DocumentRecord] {
        let decoder = JSONDecoder()
        let data = Data(bytes)
        let isList = bytes.first { $0 > 0x20 } == UInt8(ascii: "[")
        do {
            return isList ? try decoder.decode([DocumentRecord].self, from: data) : [try decoder.decode(DocumentRecord.self, from: data)]
        } catch let error as DecodingError {
            throw .malformed(words(error))
        } catch {
            throw .malformed("not JSON")
        }
    }

    private static func words(_ error: DecodingError) -> String {
        func path(_ context: DecodingError.Context) -> String { context.codingPath.map(\.stringValue).joined(separator: ".") }
        return switch error {
        case .keyNotFound(let key, _): "no key \(key.stringValue)"
        case .typeMismatch(_, let context), .valueNotFound(_, let context): "wrong type of value at \(path(context))"
        case .dataCorrupted(let context): context.codingPath.isEmpty ? "not JSON" : "\(path(context)): \(context.debugDescription)"
        @unknown default: "not JSON"
        }
    }

    private static func document(_ record: DocumentRecord, _ place: String) throws(IngestionError.Reason) -> LegalDocument {
        var facts = DocumentFacts()
        let origins = record.origins ?? [:]
        func origin(_ field: String) -> String { origins[field] ?? "record" }
        facts.offerTitle(record.title, from: origin("title"))
        if let number = record.number { facts.offerNumber(number, from: origin("number")) }
        if let issuer = record.issuer { facts.offerIssuer(issuer, from: origin("issuer")) }
        if let kind = record.kind, !kind.isBlank { facts.offerKind(DocumentKind(rawValue: kind), from: origin("kind")) }
        if let number = record.indexNumber { facts.offerIndexNumber(number, from: origin("indexNumber")) }
        if record.textKind == TextKind.digest.rawValue { facts.textKind = .digest }
        facts.url = record.url
        for (field, written) in record.dates {
            guard let date = LegalDate(chinese: written) else { throw .malformed("\(field.rawValue) is no date: \(written.prefix(40))") }
            facts.offer(date, as: field, from: origin(field.rawValue))
        }
        guard let provisions = record.provisions else {
            let blocks = TextLines.lines(of: Array((record.text ?? "").utf8)).map { Block(text: $0) }
            guard !blocks.isEmpty else { throw .noContent }
            return try DocumentAssembly.document(blocks: blocks, facts: facts, source: place)
        }
        guard provisions.count <= IngestionLimits.provisions else { throw .tooManyProvisions(limit: IngestionLimits.provisions) }
        return whole(record, facts, provisions, place)
    }

    /// A record that is cut into provisions already is taken as it is.
    private static func whole(
        _ record: DocumentRecord, _ facts: DocumentFacts, _ provisions: [DocumentRecord.Unit], _ place: String
    ) -> LegalDocument {
        var names = ProvisionNames()
        let units = provisions.map { unit in
            let label = unit.label?.onOneLine ?? ""
            let id = unit.id.flatMap { $0.isBlank ? nil : $0 } ?? ArticleNumber(label: label)?.provisionID
            return Provision(
                id: id.map { names.unique($0) } ?? names.nextParagraphs(), label: label, headings: unit.headings ?? [], text: unit.text)
        }
        let number = facts.number.flatMap { DocumentNumber($0) }
        let kind = facts.kind ?? DocumentClassifier.kind(title: facts.title, issuer: facts.issuer, number: number) ?? .other
        let region = record.region ?? DocumentClassifier.region(title: facts.title, issuer: facts.issuer)
        return LegalDocument(
            title: facts.title, number: facts.number, issuer: facts.issuer, kind: kind, region: region, textKind: facts.textKind,
            dates: facts.dates, indexNumber: facts.indexNumber, url: facts.url,
            origins: facts.origins.merging(record.region != nil ? ["region": record.origins?["region"] ?? "record"] : [:]) { $1 },
            provisions: units, sources: [place])
    }
}
