import InvertedIndex
import LegalDocuments

/// What a search must know of every document of a commit, laid out flat and worked out once for it.
struct DocumentTable: Sendable {
    struct Row: Sendable {
        let units: Range<UInt32>
        /// Documents of one work share it; from 0 and dense.
        let family: Int
        /// As ``DocumentColumn/nature`` has it.
        let nature: Int64
        /// Day of the version since 1970, or ``DocumentColumn/none``.
        let version: Int64
        /// As ``DocumentColumn/changed`` has it.
        let changed: Int64

        var rank: Int { Int(nature & 0xFF) }
        var isDigest: Bool { nature & DocumentColumn.isDigest != 0 }
    }

    /// For each segment one row a document, deleted ones among them.
    let rows: [[Row]]
    let familyCount: Int

    subscript(address: DocumentAddress) -> Row { rows[address.segment][address.document] }

    /// - Complexity: O(*n*) in documents.
    init(_ snapshot: IndexSnapshot) throws(IndexError) {
        var families: [Int64: Int] = [:]
        var rows: [[Row]] = []
        for segment in 0..<snapshot.segmentCount {
            var found: [Row] = []
            for document in 0..<snapshot.documentCount(ofSegment: segment) {
                let address = DocumentAddress(segment: segment, document: document)
                let hash = try snapshot.column(DocumentColumn.family.rawValue, of: address)
                let family = families[hash] ?? families.count
                families[hash] = family
                found.append(
                    Row(
                        units: try snapshot.units(of: address), family: family,
                        nature: try snapshot.column(DocumentColumn.nature.rawValue, of: address),
                        version: try snapshot.column(DocumentColumn.version.rawValue, of: address),
                        changed: try snapshot.column(DocumentColumn.changed.rawValue, of: address)))
            }
            rows.append(found)
        }
        self.rows = rows
        familyCount = families.count
    }

    /// Calls `body` with each document that holds some of the units, and where these stand in the list.
    ///
    /// - Parameter units: of one segment, ascending.
    func forEachDocument(
        of units: [UInt32], segment: Int, _ body: (DocumentAddress, Range<Int>) throws(IndexError) -> Void
    ) throws(IndexError) {
        let rows = rows[segment]
        var document = 0
        var start = 0
        while start < units.count {
            document = Self.document(of: units[start], in: rows, from: document)
            guard document < rows.count else { return }
            let end = rows[document].units.upperBound
            var next = start + 1
            while next < units.count, units[next] < end { next += 1 }
            try body(DocumentAddress(segment: segment, document: document), start..<next)
            start = next
        }
    }

    func document(of unit: UnitAddress) -> DocumentAddress {
        DocumentAddress(
            segment: unit.segment, document: Self.document(of: unit.unit, in: rows[unit.segment], from: 0))
    }

    /// The first document from `start` on that ends behind the unit: by longer and longer steps, then by halves.
    private static func document(of unit: UInt32, in rows: [Row], from start: Int) -> Int {
        var low = start
        var step = 1
        while low + step < rows.count, rows[low + step - 1].units.upperBound <= unit {
            low += step
            step *= 2
        }
        var high = min(low + step, rows.count)
        while low < high {
            let middle = low + (high - low) / 2
            if rows[middle].units.upperBound <= unit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
