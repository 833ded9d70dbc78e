internal import Synchronization

/// The score tables that were asked for last, of one commit and those that follow it.
final class ScoreTables: Sendable {
    private let known: Mutex<[Entry]> = Mutex([])
    /// More are not kept: a commit changes the average.
    private static let most = 16

    private struct Entry {
        let parameters: RankingParameters
        let average: Float
        let table: ScoreTable
    }

    /// What the parameters make of every frequency and length, where texts have so many terms on average.
    func table(_ parameters: RankingParameters, average: Float) -> ScoreTable {
        known.withLock { known in
            if let place = known.firstIndex(where: { $0.average == average && $0.parameters == parameters }) {
                let entry = known.remove(at: place)
                known.append(entry)
                return entry.table
            }
            let table = ScoreTable(parameters, average: average)
            if known.count >= Self.most { known.removeFirst() }
            known.append(Entry(parameters: parameters, average: average, table: table))
            return table
        }
    }
}
