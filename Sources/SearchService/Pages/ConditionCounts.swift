import LegalSearch

/// What each condition of a search that found nothing would find by itself.
struct ConditionCounts {
    struct Condition {
        /// A word of the query; nil for a filter.
        let word: String?
        let filter: SearchFilter?
        /// The search with this condition alone, and what it finds.
        let alone: SearchParameters
        let total: Int
        /// The search without this condition, and what it would find.
        let without: SearchParameters
        let totalWithout: Int
    }

    let conditions: [Condition]

    /// More conditions than these are not taken apart: each costs two searches.
    private static let most = 6

    init(parameters: SearchParameters, provider: any SearchProvider) {
        let words = PlainWords(parameters.query).words
        guard (2...Self.most).contains(words.count + parameters.filters.count) else {
            conditions = []
            return
        }
        let plain = parameters.with { $0.offset = 0 }
        func total(_ parameters: SearchParameters) -> Int {
            guard !parameters.query.isEmpty || !parameters.filters.isEmpty else { return 0 }
            var request = parameters.request
            request.limit = 0
            request.wantsFacets = false
            return (try? provider.search(request))?.total ?? 0
        }
        let ofWords = words.enumerated().map { index, word in
            let alone = plain.with {
                $0.query = word
                $0.filters = []
            }
            let without = plain.with {
                var rest = words
                rest.remove(at: index)
                $0.query = rest.joined(separator: " ")
            }
            return Condition(
                word: word, filter: nil, alone: alone, total: total(alone), without: without, totalWithout: total(without))
        }
        let ofFilters = parameters.filters.map { filter in
            let alone = plain.with {
                $0.query = ""
                $0.filters = [filter]
            }
            let without = plain.with { $0.filters.removeAll { $0 == filter } }
            return Condition(
                word: nil, filter: filter, alone: alone, total: total(alone), without: without, totalWithout: total(without))
        }
        conditions = ofWords + ofFilters
    }
}
