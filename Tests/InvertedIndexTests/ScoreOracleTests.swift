import Glibc
import InvertedIndex
import TextAnalysis
import Testing

/// Every score of random documents worked out again from their texts, and the ranking with it.
@Suite struct ScoreOracleTests {
    /// A field's weight and the folded text, with its length as the index keeps it.
    private struct Field {
        let weight: Float
        let text: [UInt32]
        let length: Float
        let tokens: Int

        init(_ text: String, weight: Float) {
            self.weight = weight
            var folded: [UInt32] = []
            Folding.append(text, to: &folded)
            var count = 0
            CJKBigramTokenizer().forEachToken(in: folded) { _, _ in count += 1 }
            self.text = folded
            tokens = count
            length = Float(UnitLength.length(of: UnitLength.code(for: count)))
        }

        /// Occurrences that do not overlap, of a phrase of Han characters.
        func count(_ phrase: Phrase) -> Float {
            var count: Float = 0
            var place = 0
            while place + phrase.scalars.count <= text.count {
                let holds = text[place..<(place + phrase.scalars.count)].elementsEqual(phrase.scalars)
                count += holds ? 1 : 0
                place += holds ? phrase.scalars.count : 1
            }
            return count
        }
    }

    private struct Unit {
        let name: String
        let body: Field
        let spans: [Field]
        var isLive = true
    }

    private static let parameters = RankingParameters(
        saturation: 1.5, lengthNormalization: 0.6, titleWeight: 2, headingWeight: 0.5)

    /// ln(1 + (N − n + ½) / (n + ½)) · f·(k + 1) / (f + k·(1 − b + b·length/average)) for the text, and for each span over
    /// the unit the same times its weight, with an average of 12 and with n the units under spans that hold the clause.
    private static func score(_ clause: Clause, _ unit: Unit, among units: [Unit]) -> Float? {
        func count(_ field: Field) -> Float { clause.alternatives.reduce(0) { $0 + field.count($1) } }
        func rarity(_ matching: Int) -> Float {
            let matching = Float(min(units.count, max(matching, 1)))
            return clause.weight * logf(1 + (Float(units.count) - matching + 0.5) / (matching + 0.5))
        }
        func saturated(_ field: Field, average: Float) -> Float {
            let frequency = count(field)
            let norm = parameters.saturation
                * (1 - parameters.lengthNormalization + parameters.lengthNormalization * field.length / average)
            return frequency * (parameters.saturation + 1) / (frequency + norm)
        }
        guard count(unit.body) > 0 || unit.spans.contains(where: { count($0) > 0 }) else { return nil }
        let average = Float(units.reduce(0) { $0 + $1.body.tokens }) / Float(units.count)
        // How rare a phrase is, its rarest pair of characters says; several spellings are counted.
        var matching = units.filter { count($0.body) > 0 }.count
        if clause.alternatives.count == 1, let phrase = clause.alternatives.first {
            let pairs = zip(phrase.scalars, phrase.scalars.dropFirst()).map { Phrase(folded: [$0, $1]) }
            matching = pairs.map { pair in units.filter { $0.body.count(pair) > 0 }.count }.min() ?? matching
        }
        let inBody = rarity(matching)
        let inSpans = rarity(units.reduce(0) { $0 + $1.spans.filter { count($0) > 0 }.count })
        return unit.spans.reduce(inBody * saturated(unit.body, average: average)) {
            $0 + inSpans * $1.weight * saturated($1, average: 12)
        }
    }

    private static func text(_ generator: inout SeededGenerator, _ lengths: ClosedRange<Int>) -> String {
        // No character twice, so that a pair never overlaps itself.
        let characters = Array("行政复议机关水法许可，。")
        return (0..<Int.random(in: lengths, using: &generator)).map { _ in
            String(characters.randomElement(using: &generator)!)
        }.joined()
    }

    /// Adds a document of three units, a title over all and a heading over the last two.
    private static func add(
        _ id: String, to writer: IndexWriter, _ units: inout [Unit], _ generator: inout SeededGenerator
    ) throws {
        let (title, heading) = (text(&generator, 3...14), text(&generator, 2...6))
        let texts = (0..<3).map { _ in text(&generator, 0...60) }
        var document = IndexDocument.plain(id, texts)
        document.spans = [
            IndexSpan(field: .title, units: 0..<3, text: title), IndexSpan(field: .heading, units: 1..<3, text: heading),
        ]
        try writer.add(document)
        for index in units.indices where units[index].name.hasPrefix(id + "/") { units[index].isLive = false }
        for (index, text) in texts.enumerated() {
            let titleField = Field(title, weight: parameters.titleWeight)
            let spans = index == 0 ? [titleField] : [titleField, Field(heading, weight: parameters.headingWeight)]
            units.append(Unit(name: "\(id)/\(index)", body: Field(text, weight: 1), spans: spans))
        }
    }

    private static let queries: [[Clause]] = [
        [Clause([Phrase("行政")])],
        [Clause([Phrase("复议机")])],
        [Clause([Phrase("水法"), Phrase("许可")], weight: 2.5)],
        [Clause([Phrase("行政")]), Clause([Phrase("机关")], weight: 0.5)],
        [Clause([Phrase("法许"), Phrase("可行政")]), Clause([Phrase("议机")]), Clause([Phrase("水")], weight: 0)],
    ]

    @Test(arguments: 1...3)
    func everyScoreIsWhatTheFormulaSays(seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed) &+ 400)
        let folder = TestFolder()
        var units: [Unit] = []
        // One fewer than are merged.
        for round in 0..<3 {
            let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
            for number in 0..<12 { try Self.add("d\(round * 9 + number)-", to: writer, &units, &generator) }
            try writer.commit(at: 0)
        }
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.segmentCount == 3 && units.contains { !$0.isLive })
        for query in Self.queries { try check(query, snapshot, units) }
        // Compacting forgets what was replaced, and it no longer counts in any average.
        try IndexWriter(folder: folder.index, configuration: plainConfiguration).compact(at: 0)
        for query in Self.queries { try check(query, try IndexSnapshot.open(folder), units.filter(\.isLive)) }
    }

    private func check(_ query: [Clause], _ snapshot: IndexSnapshot, _ units: [Unit]) throws {
        var all: [String: Float] = [:]
        var any: [String: Float] = [:]
        // A clause without weight adds nothing to a score and is asked for all the same.
        for unit in units where unit.isLive {
            let scores = query.map { Self.score($0, unit, among: units) }
            let sum = scores.reduce(0) { $0 + ($1 ?? 0) }
            if !scores.contains(nil) { all[unit.name] = sum }
            if scores.contains(where: { $0 != nil }) { any[unit.name] = sum }
        }
        #expect(!all.isEmpty)
        try expect(all, snapshot.matches(all: query, parameters: Self.parameters), in: snapshot)
        try expect(any, snapshot.matches(any: query, parameters: Self.parameters), in: snapshot)
    }

    private func expect(_ expected: [String: Float], _ matches: [SegmentMatches], in snapshot: IndexSnapshot) throws {
        var found: [String: Float] = [:]
        for match in matches {
            for (unit, score) in zip(match.units, match.scores) {
                let address = try snapshot.document(of: UnitAddress(segment: match.segment, unit: unit))
                found["\(try snapshot.id(of: address))/\(unit - (try snapshot.units(of: address).lowerBound))"] = score
            }
        }
        #expect(Set(found.keys) == Set(expected.keys))
        for (name, score) in expected { #expect(abs((found[name] ?? .nan) - score) < 4e-3 * max(1, score), "\(name)") }
        // Scores are kept in 1/4096, so what the formula tells apart by less may change places.
        func ranked(_ scores: [String: Float]) -> [Float] { Array(scores.values.sorted(by: >).prefix(3)) }
        #expect(zip(ranked(found), ranked(expected)).allSatisfy { abs($0 - $1) < 4e-3 * max(1, $1) })
    }
}
