import LegalDocuments
import LegalSearch
import Testing

@Suite struct ReferenceTests {
    private static let shared: (library: TemporaryLibrary, opened: Library)? = try? {
        let library = TemporaryLibrary()
        _ = try LibraryWriter(directory: library.index)
            .index(sources: [RepositoryFolder.path + "/Corpus"], jobs: 2, prune: false) { _ in }
        return (library, try library.open())
    }()

    @Test(arguments: [
        "鄂府发〔2023〕62号", "鄂府发[2023]62号", "鄂府发（2023）62", "鄂府发2023-62", "鄂府发〔２０２３〕６２号", "鄂府发 〔 2023 〕 62 号",
        "鄂府發〔2023〕62号", "发文字号：鄂府发【2023】第062号", "鄂府发2023 62", "鄂府发62号2023年", "鄂府发-2023-62",
    ])
    func everySpellingOfANumberOpensTheDocument(typed: String) throws {
        guard case .document(let answer, _) = try #require(Self.shared).opened.resolve(typed, asOf: nil) else {
            return #expect(Bool(false), "\(typed) did not open one document")
        }
        #expect(answer.document.number == "鄂府发〔2023〕62号")
    }

    @Test func anUnknownNumberIsNotFoundAndNearOnesAreNamed() throws {
        guard case .none(let near) = try #require(Self.shared).opened.resolve("鄂府办发〔2023〕94号", asOf: nil) else {
            return #expect(Bool(false), "something was found")
        }
        #expect(near.prefix(2).compactMap(\.number).sorted() == ["鄂府办发〔2023〕93号", "鄂府办发〔2023〕95号"])
    }

    @Test func partOfANumberListsWhatMatchesNearestFirst() throws {
        let answer = try #require(Self.shared).opened.lookUp(number: "鄂府办发 93", asOf: nil)
        #expect(answer.matches.isEmpty)
        #expect(answer.near.first?.number == "鄂府办发〔2023〕93号")
    }

    @Test func aDigestHoldsNoArticles() throws {
        guard case .noSuchProvision(let answer, let asked) = try #require(Self.shared).opened.resolve("行政复议法第五条", asOf: nil) else {
            return #expect(Bool(false), "an article was found in a digest")
        }
        #expect(answer.document.textKind == .digest)
        #expect(asked == "第五条")
    }

    @Test func suggestionsBeginAsTyped() throws {
        let opened = try #require(Self.shared).opened
        #expect(opened.suggestions(for: "行政复议", limit: 5).contains("中华人民共和国行政复议法"))
        #expect(opened.suggestions(for: "鄂府办发〔2023〕9", limit: 5).count == 4)
    }
}
