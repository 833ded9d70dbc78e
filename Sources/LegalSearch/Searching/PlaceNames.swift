import InvertedIndex
import TextAnalysis

/// The regions whose law a commit holds, by the names that people use for them: 鄂尔多斯市 and 鄂尔多斯.
struct PlaceNames: Sendable {
    private static let suffixes = [
        "维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "盟", "州", "县", "区", "旗",
    ]

    private let places: [(name: [UInt32], documents: [DocumentAddress])]

    init(_ snapshot: IndexSnapshot) throws(IndexError) {
        var places: [(name: [UInt32], documents: [DocumentAddress])] = []
        let prefix = DocumentKeyword.region("")
        for (keyword, documents) in try snapshot.keywords(withPrefix: prefix, limit: .max) {
            places.append((Self.shortName(keyword.dropFirst(prefix.count)), documents))
        }
        self.places = places
    }

    /// Documents of every region that the text names; empty where it names none.
    func documents(ofPlacesIn text: String) -> Set<DocumentAddress> {
        var folded: [UInt32] = []
        Folding.append(text, to: &folded)
        var result: Set<DocumentAddress> = []
        for place in places where Self.holds(folded, place.name) { result.formUnion(place.documents) }
        return result
    }

    private static func shortName(_ region: Substring) -> [UInt32] {
        var folded: [UInt32] = []
        let suffix = suffixes.first { region.hasSuffix($0) && region.count >= $0.count + 2 }
        Folding.append(String(region.dropLast(suffix?.count ?? 0)), to: &folded)
        return folded
    }

    private static func holds(_ text: [UInt32], _ word: [UInt32]) -> Bool {
        guard word.count >= 2, word.count <= text.count else { return false }
        return (0...(text.count - word.count)).contains { text[$0...].starts(with: word) }
    }
}
