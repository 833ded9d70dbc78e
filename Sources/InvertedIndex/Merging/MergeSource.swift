/// Gives the documents of a segment back as they were added.
struct MergeSource {
    private let reader: SegmentReader

    init(_ reader: SegmentReader) { self.reader = reader }

    func document(_ number: Int) throws(IndexError) -> IndexDocument {
        let (id, record) = try reader.identifiedRecord(ofDocument: number)
        var columns: [Int64] = []
        for column in 0..<reader.counts.columns { columns.append(try reader.column(column, ofDocument: number)) }
        var units: [IndexUnit] = []
        for unit in try reader.units(ofDocument: number) {
            units.append(IndexUnit(text: try reader.text(ofUnit: unit), record: try reader.unitRecord(unit)))
        }
        return IndexDocument(
            id: id, keywords: try reader.keywords(ofDocument: number), columns: columns, record: record,
            spans: try reader.spanValues(ofDocument: number), units: units)
    }
}
