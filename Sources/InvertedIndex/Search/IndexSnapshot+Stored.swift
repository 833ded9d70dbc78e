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

    /// The document that holds a unit, and which of its units it is.
    public func place(of unit: UnitAddress) throws(IndexError) -> (document: DocumentAddress, unit: Int) {
        let reader = segments[unit.segment].reader
        let document = try reader.document(ofUnit: unit.unit)
        let first = try reader.units(ofDocument: document).lowerBound
        return (DocumentAddress(segment: unit.segment, document: document), Int(unit.unit - first))
    }

    public func record(of unit: UnitAddress) throws(IndexError) -> [UInt8] {
        try segments[unit.segment].reader.unitRecord(unit.unit)
    }

    public func text(of unit: UnitAddress) throws(IndexError) -> String {
        try segments[unit.segment].reader.text(ofUnit: unit.unit)
    }

    /// Appends the scalars of a unit's text, for who needs no string.
    package func appendText(of unit: UnitAddress, to scalars: inout [UInt32]) throws(IndexError) {
        try segments[unit.segment].reader.appendText(unit.unit, isSpan: false, to: &scalars)
    }

    public func spans(of document: DocumentAddress) throws(IndexError) -> [IndexSpan] {
        try segments[document.segment].reader.spanValues(ofDocument: document.document)
    }
}

extension String {
    /// The same of an array, for other modules, for whom the general one is not specialized.
    package init(scalarValues: [UInt32]) { self.init(scalarValues: scalarValues[...]) }

    /// A text from the values of Unicode scalars; a value that is none becomes U+FFFD.
    package init(scalarValues: some Collection<UInt32>) {
        self = unsafe String(unsafeUninitializedCapacity: scalarValues.count * 4) { buffer in
            // Safety: no scalar takes more than four bytes, and the buffer has room for four of each.
            var place = 0
            for value in scalarValues {
                let scalar = Unicode.Scalar(value)?.value ?? 0xFFFD
                let length = scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x1_0000 ? 3 : 4
                if length == 1 {
                    unsafe buffer[place] = UInt8(scalar)
                } else {
                    var rest = scalar
                    for index in (1..<length).reversed() {
                        unsafe buffer[place + index] = UInt8(0x80 | rest & 0x3F)
                        rest >>= 6
                    }
                    // As many of the highest bits as the scalar takes bytes.
                    unsafe buffer[place] = UInt8(truncatingIfNeeded: 0xF00 >> UInt32(length)) | UInt8(rest)
                }
                place += length
            }
            return place
        }
    }
}
