import InvertedIndex

/// Asks an index what a query asks for, as a caller who wants the best ten would.
struct QueryRunner {
    static let parameters = RankingParameters(saturation: 1.2, lengthNormalization: 0.75, titleWeight: 2)
    static let limit = 10

    let snapshot: IndexSnapshot
    /// What a filter has left; nil where nothing is filtered.
    let factors: DocumentFactors?

    /// - Parameter share: one document in so many is left, drawn by a hash of its number; 1 leaves all, and filters nothing.
    init(snapshot: IndexSnapshot, keepingOneIn share: Int = 1) {
        self.snapshot = snapshot
        factors = share == 1 ? nil : DocumentFactors((0..<snapshot.segmentCount).map { segment in
            (0..<snapshot.documentCount(ofSegment: segment)).map { document in
                (UInt64(document + 1) &* 0x9E37_79B9_7F4A_7C15) >> 20 % UInt64(share) == 0 ? 1 : 0
            }
        })
    }

    /// The best ten, as addresses; nil where only their number is wanted.
    func best(_ query: Query) throws -> [ScoredUnit]? {
        switch query.kind {
        case .bestOfAll: try snapshot.best(Self.limit, all: query.clauses, parameters: Self.parameters, factors: factors)
        case .bestOfAny: try snapshot.best(Self.limit, any: query.clauses, parameters: Self.parameters, factors: factors)
        case .count: nil
        }
    }

    func count(_ query: Query) throws -> Int { try snapshot.count(all: query.clauses) }

    /// How many units match, whatever the query's class asks for.
    func matchCount(_ query: Query) throws -> Int {
        switch query.kind {
        case .bestOfAny: try snapshot.matches(any: query.clauses).reduce(0) { $0 + $1.units.count }
        case .bestOfAll, .count: try count(query)
        }
    }

    /// The article's number in the whole file.
    func article(_ unit: UnitAddress) throws -> Int {
        let place = try snapshot.place(of: unit)
        return try Int(snapshot.column(0, of: place.document)) + place.unit
    }
}
