import InvertedIndex
import LegalDocuments

/// The value that each document has in each facet, worked out once for a commit.
struct FacetTable: Sendable {
    private struct Field: Sendable {
        let key: SearchFilter.Key
        let values: [String]
        /// For each segment and document, the place of its value, or -1.
        let places: [[Int32]]
    }

    private let fields: [Field]

    init(_ snapshot: IndexSnapshot) throws(IndexError) {
        var fields: [Field] = []
        for key in [SearchFilter.Key.kind, .issuer, .region, .year] {
            var places = (0..<snapshot.segmentCount).map {
                [Int32](repeating: -1, count: snapshot.documentCount(ofSegment: $0))
            }
            var values: [String] = []
            let prefix = key.rawValue + "="
            for (keyword, documents) in try snapshot.keywords(withPrefix: prefix, limit: .max) {
                for address in documents { places[address.segment][address.document] = Int32(values.count) }
                values.append(String(keyword.dropFirst(prefix.count)))
            }
            fields.append(Field(key: key, values: values, places: places))
        }
        self.fields = fields
    }

    /// Facets over hits that are given as a number of hits for each document.
    func facets(of hitCounts: [(document: DocumentAddress, count: Int)], standings: DocumentStandings) -> [Facet] {
        var facets = fields.map { field in
            var counts = [Int](repeating: 0, count: field.values.count)
            for (address, count) in hitCounts {
                let place = field.places[address.segment][address.document]
                if place >= 0 { counts[Int(place)] += count }
            }
            return Facet(field: field.key.rawValue, values: Self.ordered(zip(field.values, counts).map { ($0, $1) }))
        }
        var statuses: [LegalStatus: Int] = [:]
        for (address, count) in hitCounts { statuses[standings[address].status, default: 0] += count }
        facets.append(
            Facet(
                field: SearchFilter.Key.status.rawValue,
                values: Self.ordered(statuses.map { ($0.key.rawValue, $0.value) })))
        return facets
    }

    private static func ordered(_ values: [(value: String, count: Int)]) -> [(value: String, count: Int)] {
        values.filter { $0.count > 0 }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
}
