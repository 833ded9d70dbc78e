/// Why a file gave no document. Nothing else was affected.
public struct IngestionError: Error, Equatable, Sendable {
    public enum Reason: Error, Equatable, Sendable {
        /// No such file or folder.
        case missing
        /// The system refused to read it; its own words.
        case unreadable(String)
        /// No bytes, or nothing but blanks.
        case empty
        case tooLarge(bytes: Int, limit: Int)
        /// Bytes that are no text, with what their first bytes say: `PNG picture`, `binary data`.
        case notText(looksLike: String)
        /// A known format that is not read here: `PDF file`, `XML with the root element rss`.
        case unsupportedFormat(String)
        /// The parser's message, with the line.
        case malformed(String)
        /// An XML document type that declares entities.
        case entityForbidden
        /// Elements nested so deep that the parser gave up: the rest of the page would be lost.
        case tooDeep(limit: Int)
        case tooManyProvisions(limit: Int)
        /// A readable page without a document in it.
        case noContent
        /// Needs a password.
        case encrypted
        /// A file in an archive whose name leads out of it.
        case unsafePath
        /// A link in an archive.
        case link
        case tooManyEntries(limit: Int)
        /// Bytes that an archive may unpack to.
        case unpacksTooLarge(limit: Int)
        /// Pages without a text layer: a scan.
        case scanned
        /// The program that reads this format is not installed: its name, or names of which one is enough.
        case programMissing(String)
        case programFailed(String, words: String)
    }

    /// The path as the user gave it.
    public let source: String
    public let reason: Reason

    public init(source: String, reason: Reason) {
        self.source = source
        self.reason = reason
    }
}

extension IngestionError: CustomStringConvertible {
    public var description: String { "\(source): \(reason.description)" }
}

extension IngestionError.Reason: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing: "no such file or folder"
        case .unreadable(let words): "cannot be read: \(words)"
        case .empty: "empty"
        case .tooLarge(let bytes, let limit): "\(bytes) bytes, at most \(limit) are read"
        case .notText(let kind): "not a text: \(kind)"
        case .unsupportedFormat(let name): "not a format that is read: \(name)"
        case .malformed(let words): "malformed: \(words)"
        case .entityForbidden: "its document type declares entities, which are not read"
        case .tooDeep(let limit): "elements nested deeper than \(limit)"
        case .tooManyProvisions(let limit): "more than \(limit) provisions"
        case .noContent: "no document in it"
        case .encrypted: "encrypted"
        case .unsafePath: "its name leads out of the archive"
        case .link: "a link in an archive"
        case .tooManyEntries(let limit): "more than \(limit) files in it"
        case .unpacksTooLarge(let limit): "unpacks to more than \(limit) bytes"
        case .scanned: "pictures of pages without text"
        case .programMissing(let name): "needs \(name), which is not installed"
        case .programFailed(let name, let words): "\(name) could not read it: \(words)"
        }
    }
}
