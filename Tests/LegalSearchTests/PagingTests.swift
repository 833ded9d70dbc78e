import LegalSearch
import Testing

/// Pages of any size, to any depth, show what one long list shows.
@Suite struct PagingTests {
    /// Laws with many provisions that share words to a different extent, some of them in two versions.
    private static func library() throws -> (TemporaryLibrary, Library) {
        let library = TemporaryLibrary()
        var generator = Numbers(state: 7)
        let words = ["交易", "消费者", "有权", "要求", "说明", "情况", "登记", "机关", "公平", "平台", "经营者", "服务"]
        for law in 0..<30 {
            let articles = (1...8).map { number in
                (0..<(3 + generator.next(9))).map { _ in words[generator.next(words.count)] }.joined() + "，第\(number)款\(law)。"
            }
            for year in law % 5 == 0 ? [2019, 2021] : [2021] {
                let title = "样例\(law)种交易规则"
                library.write(
                    SampleLaw.markdown(title, history: "\(year)年3月1日 国务院 公布", articles), to: "\(law)-\(year).md")
            }
        }
        try library.indexPages()
        return (library, try library.open())
    }

    private struct Numbers {
        var state: UInt64

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    private static let requests: [SearchRequest] = {
        var requests: [SearchRequest] = []
        for query in ["交易 消费者", "交易 -登记", "消费者在平台交易时有权要求经营者说明什么情况？", "交易 | 登记", "交易"] {
            for groups in [false, true] {
                for every in [false, true] {
                    for sort in [SortOrder.relevance, .newest] {
                        requests.append(
                            SearchRequest(
                                query: query, allVersions: every, groupsByDocument: groups, sort: sort))
                    }
                }
            }
        }
        // A close look at the first few of a question must not make others come between them on later pages.
        for groups in [false, true] {
            var request = SearchRequest(query: "消费者在平台交易时有权要求经营者说明什么情况？", groupsByDocument: groups)
            request.ranking.closeDepth = 20
            requests.append(request)
        }
        return requests
    }()

    @Test func pagesOfAnySizeMakeTheWholeList() throws {
        let (folder, opened) = try Self.library()
        defer { withExtendedLifetime(folder) {} }
        for request in Self.requests {
            var whole = request
            whole.limit = 1_000
            let all = try opened.search(whole)
            #expect(all.totalIsExact && all.total == all.hits.count, "\(request)")
            #expect(Set(all.hits.map { [$0.document.id, $0.provision?.id ?? ""] }).count == all.hits.count)
            for size in [1, 7, 50] {
                var paged: [Hit] = []
                for offset in stride(from: 0, to: all.hits.count + size, by: size) where size > 1 || offset % 11 == 0 {
                    var page = request
                    (page.limit, page.offset) = (size, offset)
                    let found = try opened.search(page).hits
                    #expect(found == Array(all.hits.dropFirst(offset).prefix(size)), "\(request) \(size) \(offset)")
                    paged += found
                }
                if size > 1 { #expect(paged == all.hits) }
            }
        }
    }

    /// Ten thousand hits in: pages of a thousand and pages that fit no thousand show the same list, which has every hit once.
    @Test func deepPagesMakeOneList() throws {
        let library = TemporaryLibrary()
        for law in 0..<1_300 {
            let articles = (1...8).map { "第\($0)种交易应当公平，" + String(repeating: "交易", count: (law + $0) % 5) + "。" }
            let page = SampleLaw.markdown("样例\(law)规则", history: "\(2000 + law % 24)年3月1日 国务院 公布", articles)
            library.write(page, to: "\(law).md")
        }
        try library.indexPages()
        let opened = try library.open()
        for groups in [false, true] {
            for sort in SortOrder.allCases {
                let request = SearchRequest(query: "交易", groupsByDocument: groups, sort: sort)
                let (thousands, total) = try Self.pages(of: request, size: 1_000, in: opened)
                #expect(total == (groups ? 1_300 : 10_400) && thousands.count == total)
                #expect(Set(thousands).count == total)
                #expect(try Self.pages(of: request, size: 997, in: opened).hits == thousands, "\(groups) \(sort)")
            }
        }
        let beyond = SearchRequest(query: "交易", offset: SearchLimits.offsets.upperBound + 1)
        #expect(throws: SearchError.self) { try opened.search(beyond) }
    }

    /// The names of all hits, page by page, and how many there should be.
    private static func pages(
        of request: SearchRequest, size: Int, in library: Library
    ) throws -> (hits: [[String]], total: Int) {
        var (hits, total) = ([[String]](), 1)
        for offset in stride(from: 0, to: 20_000, by: size) where offset < total {
            var page = request
            (page.limit, page.offset) = (size, offset)
            let answer = try library.search(page)
            hits += answer.hits.map { [$0.document.id, $0.provision?.id ?? ""] }
            total = answer.total
        }
        return (hits, total)
    }

    @Test func beyondTheLastHitThereIsNothing() throws {
        let (folder, opened) = try Self.library()
        defer { withExtendedLifetime(folder) {} }
        for var request in Self.requests {
            request.offset = 10_000
            #expect(try opened.search(request).hits.isEmpty, "\(request.query)")
        }
    }

    /// A page does not say how many a question finds in all unless all are counted: for facets they are.
    @Test func facetsMakeTheTotalOfAQuestionExact() throws {
        let (folder, opened) = try Self.library()
        defer { withExtendedLifetime(folder) {} }
        var request = SearchRequest(query: "消费者在平台交易时有权要求经营者说明什么情况？", limit: 3)
        request.ranking.closeDepth = 10
        let bare = try opened.search(request)
        request.wantsFacets = true
        let counted = try opened.search(request)
        #expect(counted.totalIsExact && !bare.totalIsExact)
        #expect(bare.total <= counted.total && bare.hits == counted.hits)
        let kinds = try #require(counted.facets?.first { $0.field == "kind" })
        #expect(kinds.values.reduce(0) { $0 + $1.count } == counted.total)
        request.limit = 1_000
        #expect(try opened.search(request).hits.count == counted.total)
    }

    @Test func aSearchThatIsOutOfTimeSaysSo() throws {
        let (folder, opened) = try Self.library()
        defer { withExtendedLifetime(folder) {} }
        for var request in Self.requests {
            request.timeLimit = .zero
            #expect(throws: SearchError.tookTooLong) { try opened.search(request) }
            request.timeLimit = .seconds(3_600)
            #expect(try !opened.search(request).hits.isEmpty)
            #expect(throws: SearchError.tookTooLong) {
                try SearchDeadline.applying(.now) { try opened.search(request) }
            }
        }
    }
}
