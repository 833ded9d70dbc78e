import LegalSearch
import Testing

@Suite struct SuggestionTests {
    private static let shared: (library: TemporaryLibrary, opened: Library)? = try? {
        let library = TemporaryLibrary()
        for (index, title) in ["中华人民共和国行政复议法", "行政处罚办法", "银行业监督管理法", "样例市行政程序条例"].enumerated() {
            let kind = title.hasSuffix("条例") ? "样例市人民代表大会常务委员会 通过" : "全国人民代表大会常务委员会 通过"
            library.write(
                SampleLaw.markdown(title, history: "2021年3月1日 第十三届\(kind)", ["为了规范\(index)，制定本法。"]), to: "\(index).md")
        }
        try library.indexPages()
        return (library, try library.open())
    }()

    /// What is typed, and the title that must be offered.
    @Test(arguments: [
        ("行政复", "中华人民共和国行政复议法"), ("复议", "中华人民共和国行政复议法"), ("xingzhengfuyi", "中华人民共和国行政复议法"),
        ("xzfy", "中华人民共和国行政复议法"), ("xingzhengf", "中华人民共和国行政复议法"), ("行正复议", "中华人民共和国行政复议法"),
        ("行政复义法", "中华人民共和国行政复议法"), ("行政议法", "中华人民共和国行政复议法"), ("行复政议", "中华人民共和国行政复议法"),
        ("jiandu", "银行业监督管理法"), ("银监法", "银行业监督管理法"), ("中华人民共和国行政复", "中华人民共和国行政复议法"),
    ])
    func aTitleIsOffered(typed: String, title: String) throws {
        #expect(try #require(Self.shared).opened.suggestions(for: typed, limit: 5).contains(title))
    }

    @Test(arguments: ["", "宇宙飞船", "zzzz", "🙂"])
    func whatIsInNoTitleOffersNothing(typed: String) throws {
        #expect(try #require(Self.shared).opened.suggestions(for: typed, limit: 5).isEmpty)
    }

    @Test(arguments: [("行正复议", "行政复议"), ("xingzhengfuyi", "行政复议")])
    func aQueryThatFindsNothingIsCorrected(query: String, correction: String) throws {
        #expect(try #require(Self.shared).opened.search(SearchRequest(query: query)).suggestions == [correction])
    }

    @Test func anAbbreviationOpensItsLaw() throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "银监法"))
        #expect(answer.hits.first?.document.title == "银行业监督管理法")
        #expect(answer.notes == [.readAsReference(title: "银行业监督管理法", article: nil)])
    }
}
