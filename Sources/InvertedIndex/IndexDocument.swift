/// A document as the index takes it: units that are found and ranked, spans whose text counts for several of
/// them, keywords for exact look-up, numbers for filtering, and records that come back as they went in.
///
/// The index does not know what any of it means.
public struct IndexDocument: Sendable, Equatable {
    /// Unique in an index: a document added later under the same id takes the earlier one's place.
    public var id: String
    /// Exact strings the document can be looked up by, whole or by prefix. Not analysed.
    public var keywords: [String]
    /// As many as ``IndexConfiguration/columnCount``.
    public var columns: [Int64]
    /// Opaque bytes.
    public var record: [UInt8]
    public var spans: [IndexSpan]
    public var units: [IndexUnit]

    public init(
        id: String, keywords: [String] = [], columns: [Int64] = [], record: [UInt8] = [], spans: [IndexSpan] = [],
        units: [IndexUnit]
    ) {
        self.id = id
        self.keywords = keywords
        self.columns = columns
        self.record = record
        self.spans = spans
        self.units = units
    }
}

/// The unit of retrieval: a piece of text, kept as given.
public struct IndexUnit: Sendable, Equatable {
    public var text: String
    /// Opaque bytes.
    public var record: [UInt8]

    public init(text: String, record: [UInt8] = []) {
        self.text = text
        self.record = record
    }
}

/// A text that counts for each of several neighbouring units, such as a title or a heading, and is indexed once.
public struct IndexSpan: Sendable, Equatable {
    public var field: SpanField
    /// Units of the document, counted from 0.
    public var units: Range<Int>
    public var text: String

    public init(field: SpanField, units: Range<Int>, text: String) {
        self.field = field
        self.units = units
        self.text = text
    }
}

/// What a span is; its weight in ranking depends on it.
public enum SpanField: UInt8, Sendable, CaseIterable {
    case title = 0
    case heading = 1
}

/// What an index must agree on with whoever uses it.
public struct IndexConfiguration: Sendable, Equatable {
    /// Version of the meaning of records, keywords and columns; another one found on disk is refused.
    public var contentVersion: Int
    /// Numbers kept for each document.
    public var columnCount: Int

    public init(contentVersion: Int, columnCount: Int) {
        self.contentVersion = contentVersion
        self.columnCount = columnCount
    }
}
