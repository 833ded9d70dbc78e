import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import LegalSearch
import Logging
import NIOCore
import SearchService
import Testing

/// The routes for citations, versions and the ledger, over a library of three small laws.
@Suite struct CitationRoutesTests {
    /// A library that is gone when the test ends.
    private final class LawFolder: Sendable {
        let path: String

        init() throws {
            var template = Array("/tmp/lexigram-service-XXXXXX".utf8CString)
            path = unsafe template.withUnsafeMutableBufferPointer { unsafe String(cString: mkdtemp($0.baseAddress!)) }
            unsafe mkdir(path + "/pages", 0o755)
            write("样例市收费条例", "2010年1月1日 样例市人民代表大会常务委员会 通过", ["收费应当公开。", "本条例自2010年3月1日起施行。"], to: "old.md")
            write(
                "样例市收费条例", "2010年1月1日 样例市人民代表大会常务委员会 通过\n\n2020年1月1日 样例市人民代表大会常务委员会 修正",
                ["收费应当公开、合理。", "本条例自2010年3月1日起施行。"], to: "new.md")
            write("样例市停车办法", "2012年1月1日 样例市人民政府 公布", ["根据《样例市收费条例》，制定本办法。", "本办法自2012年2月1日起施行。"], to: "parking.md")
            _ = try LibraryWriter(directory: path + "/index").index(sources: [path + "/pages"], jobs: 1, prune: false) { _ in }
        }

        deinit { unsafe system("rm -rf '\(path)'") }

        private func write(_ title: String, _ history: String, _ articles: [String], to name: String) {
            let body = articles.enumerated().map { "第\(["一", "二", "三"][$0])条　\($1)" }.joined(separator: "\n\n")
            let text = "# \(title)\n\n\(history)\n\n<!-- INFO END -->\n\n\(body)\n"
            guard let file = unsafe fopen("\(path)/pages/\(name)", "w") else { return }
            unsafe fputs(text, file)
            unsafe fclose(file)
        }
    }

    private struct Answer {
        let status: Int
        let text: String
        let headers: HTTPFields
    }

    private func ask(_ target: String, method: HTTPRequest.Method = .get, body: String? = nil) async throws -> Answer {
        let folder = try LawFolder()
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let service = SearchService(
            provider: try Library(directory: folder.path + "/index"), configuration: ServiceConfiguration(), logger: logger)
        return try await service.application { _ in }.test(.router) { client in
            try await client.execute(uri: target, method: method, body: body.map { ByteBuffer(string: $0) }) { response in
                Answer(status: Int(response.status.code), text: String(buffer: response.body), headers: response.headers)
            }
        }
    }

    @Test func aPostedTextIsCheckedCitationByCitation() async throws {
        let answer = try await ask("/api/cite", method: .post, body: "依照《样例市收费条例》第一条和第九条办理。")
        #expect(answer.status == 200)
        #expect(answer.text.contains(#""span":[2,14],"line":1,"text":"《样例市收费条例》第一条""#))
        #expect(answer.text.contains(#""verdict":"in-force""#))
        #expect(answer.text.contains(#""verdict":"no-such-article""#))
    }

    @Test func whatIsNoTextIsRefusedAsSuch() async throws {
        let answer = try await ask("/api/cite", method: .post, body: "\u{89}PNG\r\n\u{1A}\n\0\0\0\0\0\0\0\0\0\0")
        #expect(answer.status == 422 || answer.text.contains(#""citations":[]"#))
    }

    @Test func theLedgerIsAPageAndATable() async throws {
        let page = try await ask("/list?basis_changed=1")
        #expect(page.status == 200)
        #expect(page.text.contains("样例市停车办法"))
        #expect(page.text.contains("已被修改"))
        let table = try await ask("/list?format=csv")
        #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
        #expect(table.text.unicodeScalars.first == "\u{FEFF}")
        #expect(table.text.split(separator: "\r\n").count == 4)
        #expect(try await ask("/list?sort=colour").status == 400)
    }

    @Test func twoVersionsAreComparedWithTheirWordsMarked() async throws {
        let old = encoded("样例市收费条例-2010-01-01")
        let new = encoded("样例市收费条例-2020-01-01")
        let page = try await ask("/compare?old=\(old)&new=\(new)")
        #expect(page.status == 200)
        #expect(page.text.contains("<ins>、合理</ins>"))
        #expect(try await ask("/compare?old=\(old)").status == 400)
        #expect(try await ask("/compare?old=\(old)&new=none").status == 404)
        #expect(try await ask("/api/compare?old=\(old)&new=\(new)").text.contains(#""change":"changed""#))
    }

    @Test func datedAddressesLeadToTheVersionOfThatDay() async throws {
        let id = encoded("样例市收费条例-2020-01-01")
        let article = try await ask("/d/\(id)/art_1?at=2015-01-01")
        #expect(article.status == 302)
        #expect(article.headers[.location]?.contains("2010-01-01") == true)
        #expect(article.headers[.location]?.hasSuffix("#art_1") == true)
        #expect(try await ask("/d/\(id)?at=2015-01-01").headers[.location]?.contains("2010-01-01") == true)
        #expect(try await ask("/d/\(id)/art_99").status == 404)
    }

    @Test func aDocumentsPageTellsWhatItCitesAndWhatCitesIt() async throws {
        #expect(try await ask("/d/\(encoded("样例市停车办法-2012-01-01"))").text.contains("引用的文件（1 处）"))
        #expect(try await ask("/d/\(encoded("样例市收费条例-2020-01-01"))").text.contains("被哪些文件引用（1 处）"))
    }
}
