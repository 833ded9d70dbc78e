/// Sizes of an index on disk, in bytes.
public struct IndexByteCounts: Sendable, Equatable {
    /// All files of the commit.
    public var total = 0
    public var dictionary = 0
    public var postings = 0
    /// Stored texts of units and spans.
    public var text = 0

    /// Records, columns, lengths, tables and headers.
    public var other: Int { total - dictionary - postings - text }
}

extension IndexSnapshot {
    /// Distinct terms, counted in each segment, keywords left out.
    public var termCount: Int { segments.reduce(0) { $0 + $1.reader.body.termCount + $1.reader.spans.termCount } }

    public var byteCounts: IndexByteCounts {
        var counts = IndexByteCounts()
        for segment in segments {
            counts.total += segment.reader.byteCount
            counts.dictionary += segment.reader.byteCount { $0.rawValue >= SegmentLayout.Space.body.rawValue && !$0.isPostings }
            counts.postings += segment.reader.byteCount { $0.isPostings }
            counts.text += segment.reader.byteCount {
                [.symbols, .unitText, .unitTextOffsets, .spanText, .spanTextOffsets].contains($0)
            }
        }
        return counts
    }
}

extension SegmentLayout.Section {
    fileprivate var isPostings: Bool { [.bodyPostings, .spanPostings, .keywordPostings].contains(self) }
}

extension IndexSnapshot {
    /// The symbols of a segment's text code.
    package func symbols(ofSegment segment: Int) throws(IndexError) -> SymbolTable {
        try segments[segment].reader.symbolTable()
    }

    /// Reads every section of every segment and compares its checksum.
    /// - Complexity: O(bytes).
    public func verify() throws(IndexError) {
        for segment in segments { try segment.reader.verify() }
    }
}
