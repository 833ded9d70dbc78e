import InvertedIndex
import Testing

/// A search that skips is held against one that works out every match.
@Suite struct BestTests {
    private static func text(_ length: Int, _ generator: inout SeededGenerator) -> String {
        RandomText.text(length, &generator)
    }

    private static func document(_ number: Int, _ generator: inout SeededGenerator) -> IndexDocument {
        let units = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
            let isLong = Int.random(in: 0..<10, using: &generator) == 0
            return IndexUnit(text: text(Int.random(in: isLong ? 150...400 : 1...30, using: &generator), &generator))
        }
        var spans: [IndexSpan] = []
        if number % 3 == 0 {
            spans.append(IndexSpan(field: .title, units: 0..<units.count, text: text(6, &generator)))
            let start = Int.random(in: 0..<units.count, using: &generator)
            spans.append(IndexSpan(field: .heading, units: start..<units.count, text: text(4, &generator)))
        }
        return IndexDocument(id: "d\(number)", columns: [0], spans: spans, units: units)
    }

    private static func snapshot(_ folder: TestFolder, documents: Int, seed: UInt64) throws -> IndexSnapshot {
        var generator = SeededGenerator(seed)
        let writer = try IndexWriter(
            folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem(),
            leastFrequent: 40)
        for number in 0..<documents {
            try writer.add(document(number, &generator))
            if number == documents * 2 / 3 { try writer.commit(at: 0) }
        }
        for number in stride(from: 5, to: documents, by: 17) { try writer.remove(id: "d\(number)") }
        try writer.commit(at: 1)
        return try IndexSnapshot.open(folder)
    }

    private static func clauses(_ generator: inout SeededGenerator) -> [Clause] {
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            let lengths = Int.random(in: 0..<8, using: &generator) == 0 ? 1...1 : 2...5
            var phrases = [Phrase(text(Int.random(in: lengths, using: &generator), &generator), matchesPartialWords: true)]
            if Int.random(in: 0..<9, using: &generator) == 0 { phrases.append(Phrase("行政", matchesPartialWords: true)) }
            return Clause(phrases.filter(\.isSearchable), weight: Float.random(in: 0.5...2, using: &generator))
        }.filter { !$0.alternatives.isEmpty }
    }

    /// What `best` must give: every match, weighed, ordered by score and then as it stands.
    private static func expected(
        _ limit: Int, _ matches: [SegmentMatches], _ factors: [[Float]]?, _ snapshot: IndexSnapshot
    ) throws -> [ScoredUnit] {
        var all: [ScoredUnit] = []
        for match in matches {
            for (unit, score) in zip(match.units, match.scores) {
                let address = UnitAddress(segment: match.segment, unit: unit)
                let document = try snapshot.document(of: address)
                let factor = factors?[match.segment][document.document] ?? 1
                if factor > 0 { all.append(ScoredUnit(unit: address, score: score * factor)) }
            }
        }
        return Array(
            all.sorted {
                $0.score != $1.score
                    ? $0.score > $1.score : ($0.unit.segment, $0.unit.unit) < ($1.unit.segment, $1.unit.unit)
            }.prefix(limit))
    }

    /// A factor for each document of each segment, by its number there.
    private static func factors(_ snapshot: IndexSnapshot, _ factor: (Int) -> Float) -> [[Float]] {
        (0..<snapshot.segmentCount).map { segment in
            (0..<snapshot.documentCount(ofSegment: segment)).map(factor)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func theBestAreTheBestOfAllMatches(seed: UInt64) throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(folder, documents: 900, seed: seed)
        #expect(snapshot.segmentCount == 2)
        var generator = SeededGenerator(seed &+ 100)
        let factors = (0..<snapshot.segmentCount).map { segment in
            (0..<snapshot.documentCount(ofSegment: segment)).map { _ in
                [0, 0.5, 1, 1, 1.25].randomElement(using: &generator) ?? 1 as Float
            }
        }
        // So few documents that they are looked at alone; in the second segment none.
        let few = (0..<snapshot.segmentCount).map { segment in
            (0..<snapshot.documentCount(ofSegment: segment)).map { (document: Int) -> Float in
                guard segment == 0, document % 53 == 0 || document % 197 < 3 else { return 0 }
                return Float(document % 2 + 1)
            }
        }
        // So many that only a search for several clauses looks at them alone, and one for a phrase too.
        let shares = [6, 12].map { share in Self.factors(snapshot) { $0 % share == 0 ? Float(1 + $0 % 2) : 0 } }
        let parameters = RankingParameters(saturation: 1.2, lengthNormalization: 0.7, titleWeight: 2, headingWeight: 0.5)
        for _ in 0..<150 {
            let clauses = Self.clauses(&generator)
            let limit = [1, 3, 10, 200].randomElement(using: &generator) ?? 10
            for factors in [nil, factors, few] + shares {
                let all = try snapshot.matches(all: clauses, parameters: parameters)
                let best = try snapshot.best(
                    limit, all: clauses, parameters: parameters, factors: factors.map(DocumentFactors.init))
                #expect(best == (try Self.expected(limit, all, factors, snapshot)), "\(clauses)")
                let any = try snapshot.matches(any: clauses, parameters: parameters)
                let bestOfAny = try snapshot.best(
                    limit, any: clauses, parameters: parameters, factors: factors.map(DocumentFactors.init))
                #expect(bestOfAny == (try Self.expected(limit, any, factors, snapshot)), "\(clauses)")
                let inSmallWindows = try snapshot.best(
                    limit, any: clauses, parameters: parameters, factors: factors.map(DocumentFactors.init), windowCount: 48)
                #expect(inSmallWindows == bestOfAny, "\(clauses)")
            }
        }
    }

    /// As commits leave them: segments of a few units beside larger ones.
    @Test(arguments: [4, 5] as [UInt64])
    func theBestOfManySmallSegments(seed: UInt64) throws {
        let folder = TestFolder()
        var generator = SeededGenerator(seed)
        let writer = try IndexWriter(
            folder: folder.index, configuration: plainConfiguration, fileSystem: POSIXFileSystem(), leastFrequent: 40)
        for number in 0..<330 {
            try writer.add(Self.document(number, &generator))
            if number > 0, number % 7 == 0 { try writer.remove(id: "d\(number - 1)") }
            if number % 150 == 0 || number > 300 { try writer.commit(at: Int64(number)) }
        }
        let snapshot = try IndexSnapshot.open(folder)
        let sizes = (0..<snapshot.segmentCount).map { snapshot.documentCount(ofSegment: $0) }
        // Documents have one to nine units, a block 128 postings.
        #expect(sizes.contains { $0 < 14 } && sizes.contains { $0 > 128 }, "\(sizes)")
        let factors = sizes.map { (0..<$0).map { Float($0 % 4) } }
        for _ in 0..<200 {
            let clauses = Self.clauses(&generator)
            let limit = [1, 3, 10, 200].randomElement(using: &generator) ?? 10
            let all = try snapshot.matches(all: clauses)
            #expect(try snapshot.count(all: clauses) == all.reduce(0) { $0 + $1.units.count }, "\(clauses)")
            for factors in [nil, factors] {
                let best = try snapshot.best(limit, all: clauses, factors: factors.map(DocumentFactors.init))
                #expect(best == (try Self.expected(limit, all, factors, snapshot)), "\(clauses)")
                let any = try Self.expected(limit, try snapshot.matches(any: clauses), factors, snapshot)
                for windowCount in [48, 4096] {
                    let best = try snapshot.best(
                        limit, any: clauses, parameters: RankingParameters(), factors: factors.map(DocumentFactors.init),
                        windowCount: windowCount)
                    #expect(best == any, "\(clauses)")
                }
            }
        }
    }

    @Test func countsAreThoseOfAllMatches() throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(folder, documents: 600, seed: 9)
        var generator = SeededGenerator(77)
        for _ in 0..<150 {
            let clauses = Self.clauses(&generator)
            let matches = try snapshot.matches(all: clauses)
            #expect(try snapshot.count(all: clauses) == matches.reduce(0) { $0 + $1.units.count }, "\(clauses)")
        }
    }

    @Test(arguments: [4, 5] as [UInt64])
    func theBestAndAllTheOthersComeFromOnePass(seed: UInt64) throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(folder, documents: 600, seed: seed)
        var generator = SeededGenerator(seed &+ 50)
        for _ in 0..<150 {
            let clauses = Self.clauses(&generator)
            let limit = [0, 1, 10, 200].randomElement(using: &generator) ?? 10
            let all = try snapshot.matches(all: clauses).map(\.units)
            let ranked = try snapshot.ranked(limit, all: clauses)
            #expect(ranked.best == (try snapshot.best(limit, all: clauses)), "\(clauses)")
            if !clauses.isEmpty { #expect(ranked.units == all, "\(clauses)") }
            if !clauses.isEmpty { #expect(try snapshot.units(all: clauses) == all, "\(clauses)") }
            #expect(try snapshot.units(any: clauses) == snapshot.matches(any: clauses).map(\.units), "\(clauses)")
        }
    }

    /// Each phrase is also looked for by reading every text: the strings with postings of their own must not lose a match.
    @Test func phrasesOfFrequentPartsAreFoundWhereTheyStand() throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(folder, documents: 500, seed: 4)
        var texts: [String] = []
        for document in snapshot.documents() {
            for unit in try snapshot.units(of: document) {
                texts.append(try snapshot.text(of: UnitAddress(segment: document.segment, unit: unit)))
            }
        }
        var generator = SeededGenerator(12)
        for _ in 0..<400 {
            let phrase = Self.text(Int.random(in: 2...6, using: &generator), &generator)
            let found = try snapshot.matches(all: [Clause([Phrase(phrase)])]).reduce(0) { sum, match in
                try sum + match.units.filter {
                    try snapshot.text(of: UnitAddress(segment: match.segment, unit: $0)).contains(phrase)
                }.count
            }
            #expect(found == texts.filter { $0.contains(phrase) }.count, "\(phrase)")
        }
    }

    @Test func nothingAskedForGivesNothing() throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(folder, documents: 20, seed: 1)
        #expect(try snapshot.best(10, all: []).isEmpty)
        #expect(try snapshot.best(10, any: []).isEmpty)
        #expect(try snapshot.best(0, any: [Clause([Phrase("行政")])]).isEmpty)
        #expect(try snapshot.count(all: []) == 0)
        #expect(try snapshot.best(10, all: [Clause([Phrase("龘龘")])]).isEmpty)
    }

    /// More clauses than the search tells apart by bits take the plain way.
    @Test func seventyClausesAreAnsweredToo() throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(folder, documents: 200, seed: 2)
        let clauses = [Clause](repeating: Clause([Phrase("法条")]), count: 70)
        let one = try snapshot.count(all: [Clause([Phrase("法条")])])
        #expect(one > 0)
        #expect(try snapshot.count(all: clauses) == one)
        #expect(try snapshot.best(5, all: clauses).count == 5)
        #expect(try snapshot.best(5, any: clauses).count == 5)
    }
}
