import InvertedIndex
import TextAnalysis
import Testing

/// The index against a model of a page: every text folded and scanned for every phrase.
@Suite struct OracleTests {
    /// A few characters of each sort, so that phrases repeat, straddle punctuation and meet in both scripts.
    private static let alphabet = Array("法法条条行政复議议人a1２3.，、。 　（）〔〕—㈠臺台𠀀")

    private static func text(_ generator: inout SeededGenerator) -> String {
        String((0..<Int.random(in: 0...24, using: &generator)).map { _ in alphabet.randomElement(using: &generator)! })
    }

    private static func folded(_ text: String) -> [UInt32] {
        var scalars: [UInt32] = []
        Folding.append(text, to: &scalars)
        return scalars
    }

    /// Whether folded text holds the phrase; with `partial` false a word at its ends must be whole.
    private static func holds(_ text: [UInt32], _ phrase: Phrase) -> Bool {
        let needle = phrase.scalars
        guard needle.count <= text.count else { return false }
        return (0...(text.count - needle.count)).contains { start in
            guard needle.indices.allSatisfy({ text[start + $0] == needle[$0] }) else { return false }
            if phrase.matchesPartialWords { return true }
            func isWord(_ index: Int) -> Bool { text.indices.contains(index) && CharacterClass.of(text[index]) == .word }
            return !(isWord(start - 1) && isWord(start))
                && !(isWord(start + needle.count - 1) && isWord(start + needle.count))
        }
    }

    private struct Model {
        /// With the folded texts that count for each unit.
        var documents: [(id: String, texts: [String], fields: [[[UInt32]]])] = []

        mutating func put(_ id: String, title: String, heading: String, _ texts: [String]) {
            documents.removeAll { $0.id == id }
            let fields = texts.enumerated().map { index, text in
                [text, title, index == 0 ? "" : heading].map(OracleTests.folded)
            }
            documents.append((id, texts, fields))
        }

        /// "id/unit" of every unit that holds all of the phrases, each in its own text, in its title, or in the heading
        /// that stands over all units but the first.
        func matches(all: [Phrase], none: [Phrase]) -> Set<String> {
            var result: Set<String> = []
            for document in documents {
                for (index, fields) in document.fields.enumerated() {
                    func has(_ phrase: Phrase) -> Bool { fields.contains { OracleTests.holds($0, phrase) } }
                    if all.allSatisfy(has) && !none.contains(where: has) { result.insert("\(document.id)/\(index)") }
                }
            }
            return result
        }
    }

    private static func found(_ matches: [SegmentMatches], in snapshot: IndexSnapshot) throws -> Set<String> {
        var result: Set<String> = []
        for match in matches {
            for unit in match.units {
                let address = try snapshot.document(of: UnitAddress(segment: match.segment, unit: unit))
                let first = try snapshot.units(of: address).lowerBound
                result.insert("\(try snapshot.id(of: address))/\(unit - first)")
            }
        }
        return result
    }

    @Test(arguments: 1...6)
    func everyQueryFindsWhatAScanFinds(seed: Int) throws {
        var generator = SeededGenerator(UInt64(seed))
        let folder = TestFolder()
        var model = Model()
        // Several commits, so several segments, with documents replaced and removed on the way.
        for round in 0..<5 {
            let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration, postingLimit: 300)
            for _ in 0..<20 {
                let id = "d\(Int.random(in: 0..<60, using: &generator))"
                let (title, heading) = (Self.text(&generator), Self.text(&generator))
                let texts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in Self.text(&generator) }
                model.put(id, title: title, heading: heading, texts)
                var document = IndexDocument.plain(id, texts, title: title)
                document.spans.append(IndexSpan(field: .heading, units: 1..<texts.count, text: heading))
                try writer.add(document)
            }
            if let gone = model.documents.randomElement(using: &generator)?.id {
                model.documents.removeAll { $0.id == gone }
                #expect(try writer.remove(id: gone))
            }
            try writer.commit(at: Int64(round))
        }
        try check(model, folder, &generator)
        try IndexWriter(folder: folder.index, configuration: plainConfiguration).compact(at: 9)
        let compacted = try IndexSnapshot.open(folder)
        #expect(compacted.segmentCount == 1)
        try check(model, folder, &generator)
    }

    private func check(_ model: Model, _ folder: TestFolder, _ generator: inout SeededGenerator) throws {
        let snapshot = try IndexSnapshot.open(folder)
        #expect(snapshot.documentCount == model.documents.count)
        func phrase(_ generator: inout SeededGenerator) -> Phrase {
            // Cut from a text half of the time, so that long ones occur.
            let source = Array(model.documents.randomElement(using: &generator)!.texts.randomElement(using: &generator)!)
            let length = Int.random(in: 1...6, using: &generator)
            let partial = Bool.random(using: &generator)
            guard source.count > length, Bool.random(using: &generator) else {
                return Phrase(
                    String((0..<length).map { _ in Self.alphabet.randomElement(using: &generator)! }),
                    matchesPartialWords: partial)
            }
            let start = Int.random(in: 0...(source.count - length), using: &generator)
            return Phrase(String(source[start..<(start + length)]), matchesPartialWords: partial)
        }
        for _ in 0..<150 {
            let phrases = (0..<Int.random(in: 1...3, using: &generator)).map { _ in phrase(&generator) }.filter(\.isSearchable)
            guard let first = phrases.first else { continue }
            let excluded = Bool.random(using: &generator) ? [phrase(&generator)].filter(\.isSearchable) : []
            let clauses = phrases.map { Clause([$0]) }
            let matches = try snapshot.matches(all: clauses, excluding: excluded.map { Clause([$0]) })
            #expect(
                try Self.found(matches, in: snapshot) == model.matches(all: phrases, none: excluded),
                "all of \(phrases.map(\.scalars)) none of \(excluded.map(\.scalars))")
            let any = phrases.reduce(into: Set<String>()) { $0.formUnion(model.matches(all: [$1], none: [])) }
            #expect(try Self.found(try snapshot.matches(any: clauses), in: snapshot) == any)
            #expect(
                try Self.found(try snapshot.matches(all: [Clause(phrases)]), in: snapshot) == any,
                "alternatives of one clause, first \(first.scalars)")
        }
    }

    /// Where the general engines slip: single characters, two characters, phrases over punctuation, scattered pairs.
    @Test func whatOtherEnginesGetWrong() throws {
        let folder = TestFolder()
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        let texts = ["本市管理办法，自公布之日起施行。", "依据鄂府发〔2023〕62号、鄂府发［２０２３］６３号办理", "管好、理顺办事之法，号令一致"]
        try writer.add(.plain("a", texts))
        try writer.commit(at: 0)
        let snapshot = try IndexSnapshot.open(folder)
        #expect(try snapshot.texts("办法") == [texts[0]])
        #expect(try snapshot.texts("府") == [texts[1]])
        #expect(try snapshot.texts("法") == [texts[0], texts[2]])
        #expect(try snapshot.texts("办法，自公布") == [texts[0]])
        #expect(try snapshot.texts("管理办法") == [texts[0]])
        #expect(try snapshot.texts("鄂府发[2023]63号") == [texts[1]])
        #expect(try snapshot.texts("023] 62号") == [])
        #expect(try snapshot.texts("023]62号") == [texts[1]])
        #expect(try snapshot.texts("023]62号", partial: false) == [])
    }
}
