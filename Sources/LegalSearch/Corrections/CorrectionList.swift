import Ingestion
import LegalDocuments

/// The corrections that lie beside the sources of one indexing run, in files named corrections.jsonl.
struct CorrectionList: Sendable {
    static let fileName = "corrections.jsonl"

    private(set) var corrections: [Correction] = []
    /// Lines that are none, each under the file's path and the line's number.
    private(set) var problems: [IngestionError] = []

    init() {}

    /// Whether a path names a file of corrections.
    static func isCorrections(_ path: String) -> Bool { path == fileName || path.hasSuffix("/" + fileName) }

    init(files: [SourceWalker.File]) {
        for file in files {
            do throws(IngestionError) {
                read(try CorrectionSource.bytes(of: file.path), of: file.path)
            } catch {
                problems.append(error)
            }
        }
    }

    private mutating func read(_ bytes: [UInt8], of path: String) {
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            do throws(Correction.Problem) {
                corrections.append(try Correction(line: Array(line)))
            } catch {
                problems.append(IngestionError(source: "\(path):\(index + 1)", reason: .malformed(Self.words(error))))
            }
        }
    }

    private static func words(_ problem: Correction.Problem) -> String {
        switch problem {
        case .notJSON: "not a correction: {\"document\", \"field\", \"value\", \"reason\", \"by\", \"date\"}"
        case .unknownField(let name): "no field \(name)"
        case .notADate(let value): "not a date: \(value)"
        case .noDocument: "no document named"
        }
    }

    /// Puts right what is corrected of a document; a later line wins.
    /// - Returns: whether anything changed.
    func apply(to document: inout LegalDocument) -> Bool {
        let before = document
        for correction in corrections where correction.names(before) { _ = correction.apply(to: &document) }
        return document != before
    }

    /// Whether a document bears a correction that is no longer in the list, so that its source must be read again.
    func lacks(correctionsOf document: LegalDocument) -> Bool {
        document.origins.contains { field, origin in
            origin.hasPrefix(Correction.origin)
                && !corrections.contains { $0.field.rawValue == field && $0.origin == origin }
        }
    }
}
