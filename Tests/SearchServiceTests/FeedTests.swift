import FoundationEssentials
import HTTPTypes
import LegalDocuments
import SearchService
import Testing

struct FeedTests {
    @Test func theFeedListsDocumentsWithTheirStatusAndCounts() async throws {
        let feed = try await ServiceClient().ask("/feed.atom?limit=2")
        #expect(feed.status == 200)
        #expect(feed.headers[.contentType] == "application/atom+xml; charset=utf-8")
        #expect(feed.text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\""))
        #expect(feed.text.occurrences(of: "<entry>") == 2)
        #expect(feed.text.contains("<opensearch:startIndex>1</opensearch:startIndex>"))
        #expect(feed.text.contains("rel=\"next\" type=\"application/atom+xml\" href=\"http://localhost/feed.atom?limit=2&amp;offset=2\""))
        #expect(feed.text.contains("scheme=\"urn:lexigram:status\" term=\"in-force\" label=\"现行有效\""))
    }

    @Test func aSavedQueryHasAFeedOfItsOwn() async throws {
        let target = "/feed.atom?q=\(encoded("岸线"))"
        let feed = try await ServiceClient().ask(target)
        #expect(feed.text.contains("<title>Lexigram：岸线</title>"))
        #expect(feed.text.contains("rel=\"self\" type=\"application/atom+xml\" href=\"http://localhost/feed.atom?q=%E5%B2%B8%E7%BA%BF\""))
        let page = try await ServiceClient().ask("/search?q=\(encoded("岸线"))")
        #expect(page.text.contains("rel=\"alternate\" type=\"application/atom+xml\" href=\"/feed.atom?q=岸线\""))
    }

    @Test func noValueBecomesMarkupInAFeed() async throws {
        let feed = try await ServiceClient().ask("/feed.atom?q=\(encoded("湖泊"))")
        #expect(feed.text.contains("&lt;script&gt;alert(&quot;湖泊&quot;)&lt;/script&gt;"))
        #expect(!feed.text.contains("<script>") && !feed.text.contains("\u{0}"))
    }

    @Test func aBrowserLearnsHowToSearchHere() async throws {
        let description = try await ServiceClient().ask("/opensearch.xml")
        #expect(description.headers[.contentType] == "application/opensearchdescription+xml; charset=utf-8")
        #expect(description.text.contains("template=\"http://localhost/search?q={searchTerms}\""))
        #expect(description.text.contains("template=\"http://localhost/api/suggest?format=opensearch&amp;q={searchTerms}\""))
        let home = try await ServiceClient().ask("/")
        #expect(home.text.contains("<link rel=\"search\" type=\"application/opensearchdescription+xml\""))
        let suggestions = try await ServiceClient().ask("/api/suggest?q=\(encoded("示例市湖泊"))&format=opensearch")
        #expect(suggestions.text.hasPrefix("[\"示例市湖泊\",[\"示例市湖泊保护条例\""))
    }

    @Test func theSiteMapNamesEveryDocument() async throws {
        let map = try await ServiceClient().ask("/sitemap.xml")
        #expect(map.headers[.contentType] == "application/xml; charset=utf-8")
        #expect(map.text.contains("<loc>http://localhost/d/\(Self.address(SampleDocuments.current.id))</loc>"))
        #expect(try await ServiceClient().ask("/sitemap.xml?list=0").status == 400)
    }

    /// As links write it: upper-case digits, plain letters as they are.
    private static func address(_ id: String) -> String {
        id.utf8.map { byte in
            let isPlain = byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + String(byte, radix: 16).uppercased()
        }.joined()
    }
}
