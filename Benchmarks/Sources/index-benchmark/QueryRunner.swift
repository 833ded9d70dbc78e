import InvertedIndex

/// Asks an index what a query asks for, as a caller who wants the best ten would.
struct QueryRunner {
    static let parameters = RankingParameters(saturation: 1.2, lengthNormalization: 0.75, titleWeight: 2)
    static let limit = 10

    let snapshot: IndexSnapshot

    /// The best ten, as addresses; nil where only their number is wanted.
    func best(_ query: Query) throws -> [ScoredUnit]? {
        switch query.kind {
        case .bestOfAll: try snapshot.best(Self.limit, all: query.clauses, parameters: Self.parameters)
        case .bestOfAny: try snapshot.best(Self.limit, any: query.clauses, parameters: Self.parameters)
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
        let document = try snapshot.document(of: unit)
        let place = try unit.unit - snapshot.units(of: document).lowerBound
        return try Int(snapshot.column(0, of: document)) + Int(place)
    }
}
