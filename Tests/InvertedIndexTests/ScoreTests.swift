import Glibc
import InvertedIndex
import Testing

/// Scores against the formula, worked out by hand from counts.
@Suite struct ScoreTests {
    private static let parameters = RankingParameters(
        saturation: 1.2, lengthNormalization: 0.75, titleWeight: 2, headingWeight: 0.5)

    private func bm25(_ frequency: Float, length: Float, average: Float, matching: Int, of total: Int) -> Float {
        let rarity = logf(1 + (Float(total - matching) + 0.5) / (Float(matching) + 0.5))
        return rarity * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / average))
    }

    private func scores(_ phrase: String, in snapshot: IndexSnapshot) throws -> [Float] {
        try snapshot.matches(all: [Clause([Phrase(phrase)])], parameters: Self.parameters).flatMap(\.scores)
    }

    @Test func aUnitsOwnTextScoresByBM25() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        // 3, 7 and 2 tokens: pairs of neighbouring characters.
        try writer.add(.plain("a", ["行政复议", "行政复议行政机关", "水费表"]))
        try writer.commit(at: 0)
        let scores = try scores("行政", in: try IndexSnapshot.open(folder))
        let expected = [
            bm25(1, length: 3, average: 4, matching: 2, of: 3), bm25(2, length: 7, average: 4, matching: 2, of: 3),
        ]
        #expect(scores.count == 2)
        for (score, wanted) in zip(scores, expected) { #expect(abs(score - wanted) < 2e-3) }
    }

    @Test func aTitleCountsForEachOfItsUnitsAndMoreThanAHeading() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        let units = ["甲乙丙", "丁戊己", "庚辛壬"].map { IndexUnit(text: $0) }
        try writer.add(
            IndexDocument(
                id: "a", columns: [0],
                spans: [
                    IndexSpan(field: .title, units: 0..<3, text: "节水条例"), IndexSpan(field: .heading, units: 1..<2, text: "节水措施"),
                ], units: units))
        try writer.commit(at: 0)
        let snapshot = try IndexSnapshot.open(folder)
        let scores = try scores("节水", in: snapshot)
        #expect(scores.count == 3)
        #expect(scores[0] == scores[2])
        let titleAlone = 2 * bm25(1, length: 3, average: 12, matching: 3, of: 3)
        #expect(abs(scores[1] - scores[0] - titleAlone / 4) < 2e-3)
    }

    @Test func scoresDoNotDependOnHowDocumentsLieInSegments() throws {
        let texts = (0..<40).map { "第\($0)号 行政许可" + String(repeating: "与行政处罚", count: $0 % 7) }
        func scores(commitEvery: Int) throws -> [Float] {
            let folder = TestFolder()
            for (index, text) in texts.enumerated() where index % commitEvery == 0 {
                let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
                _ = text
                for place in index..<min(index + commitEvery, texts.count) { try writer.add(.plain("d\(place)", [texts[place]])) }
                try writer.commit(at: 0)
            }
            return try self.scores("行政处罚", in: try IndexSnapshot.open(folder)).sorted()
        }
        #expect(try scores(commitEvery: 40) == scores(commitEvery: 7))
    }
}
