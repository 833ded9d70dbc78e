import Foundation
import HTTPTypes
import LegalDocuments
import SearchService
import Testing

struct AkomaNtosoTests {
    private let id = SampleDocuments.current.id

    @Test func aDocumentIsHadAsAkomaNtoso() async throws {
        let answer = try await ServiceClient().ask("/api/documents/\(encoded(id))?format=akn&download=1")
        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == "application/akn+xml")
        #expect(answer.headers[.contentDisposition]?.hasSuffix(".xml") == true)
        #expect(answer.text.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<akomaNtoso xmlns="))
        #expect(answer.text.contains("<article eId=\"art_3\"><num>第三条</num>"))
        let page = try await ServiceClient().ask("/d/\(encoded(id))")
        #expect(page.text.contains("format=akn&amp;download=1\">Akoma Ntoso</a>"))
    }

    @Test func anAddressOfTheConventionLeadsToItsText() async throws {
        let linked = try await linkedData(of: id)
        let address = try #require(linked["@id"] as? String)
        #expect(address.hasPrefix("/akn/cn/act/"))
        let answer = try await ServiceClient().ask(address)
        #expect(answer.status == 302)
        #expect(answer.headers[.location]?.hasPrefix("/d/") == true)
        let article = try await ServiceClient().ask(address + "/~art_3")
        #expect(article.headers[.location]?.hasSuffix("#art_3") == true)
        let xml = try await ServiceClient().ask(address, headers: [.accept: "application/akn+xml"])
        #expect(xml.status == 303)
        #expect(xml.headers[.location]?.hasSuffix("?format=akn") == true)
        for path in ["/akn/cn/act", "/akn/cn/act/2020-01-01/nothing", "/akn/x/y/z/w"] {
            #expect(try await ServiceClient().ask(path).status == 404)
        }
    }

    @Test func aPageTellsProgramsWhatItIs() async throws {
        let linked = try await linkedData(of: id)
        #expect(linked["@type"] as? String == "Legislation")
        #expect(linked["name"] as? String == SampleDocuments.current.title)
        #expect(linked["legislationLegalForce"] as? String == "https://schema.org/InForce")
        #expect(linked["temporalCoverage"] as? String == "2024-06-01/..")
        #expect((linked["legislationPassedBy"] as? [String: Any])?["name"] as? String == SampleDocuments.current.issuer)
    }

    private func linkedData(of id: String) async throws -> [String: Any] {
        let page = try await ServiceClient().ask("/d/\(encoded(id))")
        let start = try #require(page.text.firstRange(of: "<script type=\"application/ld+json\">"))
        let rest = page.text[start.upperBound...]
        let end = try #require(rest.firstRange(of: "</script>"))
        let object = try JSONSerialization.jsonObject(with: Data(rest[..<end.lowerBound].utf8))
        return try #require(object as? [String: Any])
    }
}
