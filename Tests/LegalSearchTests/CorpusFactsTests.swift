import Ingestion
import LegalDocuments
import LegalSearch
import Testing

/// Every record in Corpus/ is held to the facts in Facts/corpus-facts.tsv: found by number, by title, by a word of its digest.
@Suite struct CorpusFactsTests {
    struct Fact: CustomTestStringConvertible, Sendable {
        let file, title, number, issuer, kind, written, published, adopted, approved, effective, keyword: String
        var testDescription: String { title }

        init?(_ line: Substring) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 11 else { return nil }
            (file, title, number, issuer, kind) = (fields[0], fields[1], fields[2], fields[3], fields[4])
            (written, published, adopted, approved) = (fields[5], fields[6], fields[7], fields[8])
            (effective, keyword) = (fields[9], fields[10])
        }
    }

    static let root = RepositoryFolder.path
    static let facts: [Fact] = RepositoryFolder.text("Tests/LegalSearchTests/Facts/corpus-facts.tsv")
        .split(separator: "\n").dropFirst().compactMap(Fact.init)
    static let shared: (library: TemporaryLibrary, opened: Library, report: IndexingReport)? = try? {
        let library = TemporaryLibrary()
        let writer = try LibraryWriter(directory: library.index)
        let report = try writer.index(sources: [root + "/Corpus"], jobs: 2, prune: false) { _ in }
        return (library, try library.open(), report)
    }()

    @Test func thereAreTwentyRecordsAndNoOtherDocument() throws {
        let report = try #require(Self.shared).report
        #expect(Self.facts.count == 20)
        #expect(report.documents == 20)
        #expect(report.skipped.isEmpty)
    }

    @Test(arguments: facts)
    func aRecordCarriesItsFactsAndIsADigest(fact: Fact) throws {
        let library = try #require(Self.shared).opened
        let answer = try #require(Self.document(of: fact, in: library))
        let document = answer.document
        #expect(document.title == fact.title)
        #expect(document.number ?? "" == fact.number)
        #expect(document.issuer ?? "" == fact.issuer)
        #expect(document.kind.rawValue == fact.kind)
        #expect(document.textKind == .digest)
        #expect(document.dates.written?.description ?? "" == fact.written)
        #expect(document.dates.published?.description ?? "" == fact.published)
        #expect(document.dates.adopted?.description ?? "" == fact.adopted)
        #expect(document.dates.approved?.description ?? "" == fact.approved)
        #expect(document.dates.effective?.description ?? "" == fact.effective)
    }

    @Test(arguments: facts)
    func aRecordIsFoundByItsTitle(fact: Fact) throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: fact.title))
        #expect(answer.hits.first?.document.source.hasSuffix(fact.file) == true)
    }

    @Test(arguments: facts)
    func aRecordIsFoundByAWordOfItsDigest(fact: Fact) throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: fact.keyword))
        let hit = try #require(answer.hits.first { $0.document.source.hasSuffix(fact.file) })
        #expect(!hit.snippet.highlights.isEmpty)
    }

    @Test(arguments: facts.filter { !$0.number.isEmpty })
    func aRecordIsFoundByItsNumber(fact: Fact) throws {
        let answer = try #require(Self.shared).opened.lookUp(number: fact.number, asOf: nil)
        #expect(answer.matches.map(\.title) == [fact.title])
    }

    /// The record's document, by the file it was read from.
    static func document(of fact: Fact, in library: Library) -> DocumentAnswer? {
        var found: DocumentAnswer?
        try? library.forEachDocument { answer in
            if answer.document.sources.contains(where: { $0.hasSuffix(fact.file) }) { found = answer }
        }
        return found
    }
}
