internal import TextAnalysis

/// One of the segments that become one: what is left of it, and where that goes.
struct MergedSource {
    let reader: SegmentReader
    let deleted: DeletedDocuments
    private(set) var units: OrdinalMap
    private(set) var spans: OrdinalMap
    private(set) var documents: OrdinalMap

    /// - Parameter first: the numbers that the next document, unit and span get; moved behind those of this segment.
    init(
        _ reader: SegmentReader, without deleted: DeletedDocuments, from first: inout (documents: Int, units: Int, spans: Int)
    ) throws(IndexError) {
        self.reader = reader
        self.deleted = deleted
        documents = OrdinalMap(from: first.documents)
        units = OrdinalMap(from: first.units)
        spans = OrdinalMap(from: first.spans)
        if deleted.count > 0 {
            for document in 0..<reader.counts.documents {
                let isKept = !deleted.contains(document)
                documents.add(1, isKept)
                units.add(try reader.units(ofDocument: document).count, isKept)
                spans.add(try reader.spans(ofDocument: document).count, isKept)
            }
            first = (documents.next, units.next, spans.next)
        } else {
            first.documents += reader.counts.documents
            first.units += reader.counts.units
            first.spans += reader.counts.spans
        }
    }

    /// Tokens of the units that are left.
    func tokenCount() throws(IndexError) -> Int {
        var count = reader.counts.tokens
        var folded: [UInt32] = []
        for document in 0..<reader.counts.documents where deleted.contains(document) {
            for unit in try reader.units(ofDocument: document) {
                folded.removeAll(keepingCapacity: true)
                Folding.append(try reader.text(ofUnit: unit), to: &folded)
                CJKBigramTokenizer().forEachToken(in: folded) { _, _ in count -= 1 }
            }
        }
        return count
    }
}

/// Where ordinals of a segment go in the segment that it becomes part of.
struct OrdinalMap {
    private let start: Int
    /// The new number of each ordinal, ``gone`` for what is deleted; empty where nothing is.
    private var table: [UInt32] = []
    /// The number behind the last that was given.
    private(set) var next: Int

    static let gone = UInt32.max

    init(from start: Int) {
        self.start = start
        next = start
    }

    /// Goes on with so many ordinals that are kept, or are not.
    mutating func add(_ count: Int, _ isKept: Bool) {
        for _ in 0..<count {
            table.append(isKept ? UInt32(next) : Self.gone)
            if isKept { next += 1 }
        }
    }

    /// Gives the postings from a place on their new ordinals, and drops those that are gone. A damaged file's frequency of 0 becomes 1.
    func map(_ ordinals: inout [UInt32], _ frequencies: inout [UInt32], from first: Int) {
        if table.isEmpty {
            let start = UInt32(start)
            for index in first..<ordinals.count {
                ordinals[index] &+= start
                frequencies[index] = max(1, frequencies[index])
            }
            return
        }
        var kept = first
        for index in first..<ordinals.count {
            let ordinal = self[ordinals[index]]
            guard ordinal != Self.gone else { continue }
            ordinals[kept] = ordinal
            frequencies[kept] = max(1, frequencies[index])
            kept += 1
        }
        ordinals.removeLast(ordinals.count - kept)
        frequencies.removeLast(frequencies.count - kept)
    }

    @inline(__always)
    subscript(ordinal: UInt32) -> UInt32 {
        table.isEmpty ? ordinal &+ UInt32(start) : Int(ordinal) < table.count ? table[Int(ordinal)] : Self.gone
    }
}
