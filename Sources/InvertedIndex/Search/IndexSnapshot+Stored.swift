/// What was put into the index and comes back as it went in.
extension IndexSnapshot {
    /// All live documents, in the order in which they were added.
    public func documents() -> [DocumentAddress] {
        segments.indices.flatMap { segment in
            (0..<segments[segment].reader.counts.documents).lazy
                .filter { !self.segments[segment].deleted.contains($0) }
                .map { DocumentAddress(segment: segment, document: $0) }
        }
    }

    /// Number of segments, for a caller that keeps something for each.
    public var segmentCount: Int { segments.count }

    /// Documents of a segment, deleted ones among them.
    public func documentCount(ofSegment segment: Int) -> Int { segments[segment].reader.counts.documents }

    public func id(of document: DocumentAddress) throws(IndexError) -> String {
        try segments[document.segment].reader.identifiedRecord(ofDocument: document.document).id
    }

    public func record(of document: DocumentAddress) throws(IndexError) -> (id: String, record: [UInt8]) {
        try segments[document.segment].reader.identifiedRecord(ofDocument: document.document)
    }

    public func column(_ column: Int, of document: DocumentAddress) throws(IndexError) -> Int64 {
        try segments[document.segment].reader.column(column, ofDocument: document.document)
    }

    public func keywords(of document: DocumentAddress) throws(IndexError) -> [String] {
        try segments[document.segment].reader.keywords(ofDocument: document.document)
    }

    /// The units of a document, in order.
    public func units(of document: DocumentAddress) throws(IndexError) -> Range<UInt32> {
        try segments[document.segment].reader.units(ofDocument: document.document)
    }

    /// The document that holds a unit.
    public func document(of unit: UnitAddress) throws(IndexError) -> DocumentAddress {
        DocumentAddress(
            segment: unit.segment, document: try segments[unit.segment].reader.document(ofUnit: unit.unit))
    }

    public func record(of unit: UnitAddress) throws(IndexError) -> [UInt8] {
        try segments[unit.segment].reader.unitRecord(unit.unit)
    }

    public func text(of unit: UnitAddress) throws(IndexError) -> String {
        try segments[unit.segment].reader.text(ofUnit: unit.unit)
    }

    public func spans(of document: DocumentAddress) throws(IndexError) -> [IndexSpan] {
        try segments[document.segment].reader.spanValues(ofDocument: document.document)
    }
}

extension String {
    /// A text from the values of Unicode scalars; a value that is none becomes U+FFFD.
    init(scalarValues: [UInt32]) {
        var view = String.UnicodeScalarView()
        for value in scalarValues { view.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
        self.init(view)
    }
}
