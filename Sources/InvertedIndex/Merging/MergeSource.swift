/// Gives the documents of a segment back as they were added.
struct MergeSource {
    private let reader: SegmentReader

    init(_ reader: SegmentReader) { self.reader = reader }

    /// - Parameter withTexts: whether texts are wanted; else they are empty.
    func document(_ number: Int, withTexts: Bool) throws(IndexError) -> IndexDocument {
        let (id, record) = try reader.identifiedRecord(ofDocument: number)
        var columns: [Int64] = []
        for column in 0..<reader.counts.columns { columns.append(try reader.column(column, ofDocument: number)) }
        var units: [IndexUnit] = []
        for unit in try reader.units(ofDocument: number) {
            let text = withTexts ? try reader.text(ofUnit: unit) : ""
            units.append(IndexUnit(text: text, record: try reader.unitRecord(unit)))
        }
        return IndexDocument(
            id: id, keywords: try reader.keywords(ofDocument: number), columns: columns, record: record,
            spans: try reader.spanValues(ofDocument: number, withTexts: withTexts), units: units)
    }
}
