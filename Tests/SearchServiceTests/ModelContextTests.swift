import FoundationEssentials
import InvertedIndex
import LegalDocuments
import LegalSearch
import SearchService
import Testing

struct ModelContextTests {
    private let server = ModelContextServer(provider: SampleLibrary())

    private struct Line: Decodable {
        struct Failure: Decodable { let code: Int }
        struct Result: Decodable {
            struct Content: Decodable { let text: String? }
            struct Named: Decodable { let name: String }
            let protocolVersion: String?
            let supportedVersions: [String]?
            let resultType: String
            let isError: Bool?
            let content: [Content]?
            let contents: [Content]?
            let tools: [Named]?
        }
        let id: Int?
        let result: Result?
        let error: Failure?
    }

    private func ask(_ text: String) throws -> Line? {
        guard let message = server.receive(text), let answer = server.answer(message) else { return nil }
        #expect(!answer.contains(0x0A), "an answer is one line")
        return try JSONDecoder().decode(Line.self, from: Data(answer))
    }

    private func call(_ tool: String, _ arguments: String) throws -> Line.Result {
        let line = try ask(#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(tool)","arguments":\#(arguments)}}"#)
        return try #require(line?.result)
    }

    @Test(arguments: [("2024-11-05", "2024-11-05"), ("2025-11-25", "2025-11-25"), ("1999-01-01", "2025-11-25")])
    func theClientsVersionCountsWhereItIsSpoken(asked: String, answered: String) throws {
        let line = try ask(#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"\#(asked)"}}"#)
        #expect(line?.result?.protocolVersion == answered)
    }

    @Test func theNewestVersionNeedsNoHandshake() throws {
        let line = try ask(#"{"jsonrpc":"2.0","id":1,"method":"server/discover"}"#)
        #expect(line?.result?.supportedVersions?.contains("2026-07-28") == true)
        let unknown = try ask(#"{"jsonrpc":"2.0","id":1,"method":"ping","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2099-01-01"}}}"#)
        #expect(unknown?.error?.code == -32_022)
    }

    @Test func aHitCarriesCitationAndStatus() throws {
        let result = try call("search", #"{"query":"岸线"}"#)
        let text = try #require(result.content?.first?.text)
        #expect(result.isError == false)
        #expect(text.contains(#""citation":"《示例市湖泊保护条例》（2024年3月1日文本）第一条","status":"in-force","status_in_words":"现行有效""#))
        #expect(text.contains(#""uri":"lexigram:///d/%E7%A4%BA"#))
    }

    @Test func citationsInATextComeBackOneByOne() throws {
        let result = try call("check_citations", #"{"text":"根据《示例市湖泊保护条例》第一条，制定本办法。"}"#)
        let text = try #require(result.content?.first?.text)
        #expect(result.isError == false)
        #expect(text.contains(#""title":"示例市湖泊保护条例""#) && text.contains(#""verdict":"unchecked""#))
        #expect(try call("check_citations", "{}").isError == true)
    }

    @Test(arguments: [
        ("search", "{}"), ("search", #"{"query":1}"#), ("search", #"{"query":"a","limit":51}"#), ("search", #"{"query":"a","as_of":"x"}"#),
        ("search", #"{"query":"a","colour":"red"}"#), ("search", #"{"query":"("}"#), ("search", "[]"), ("look_up_number", #"{"number":" "}"#),
    ])
    func aCallThatCannotBeAnsweredSaysWhy(tool: String, arguments: String) throws {
        let result = try call(tool, arguments)
        #expect(result.isError == true)
        #expect(result.content?.first?.text?.contains("error") == true)
    }

    @Test(arguments: [
        ("{", -32_700), ("[]", -32_600), (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32_600), (#"{"jsonrpc":"2.0","id":1}"#, -32_600),
        (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32_600), (#"{"jsonrpc":"2.0","id":1,"method":"none"}"#, -32_601),
        (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"none"}}"#, -32_602),
        (#"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///etc/passwd"}}"#, -32_602),
        (#"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"lexigram:///d/none"}}"#, -32_002),
        (String(repeating: "[", count: 100_000), -32_700), (String(repeating: " ", count: 1_100_000) + "x", -32_600),
    ])
    func whatIsNoRequestIsAnError(line: String, code: Int) throws {
        #expect(try ask(line)?.error?.code == code)
    }

    @Test func whatIsCancelledIsNotAnswered() throws {
        let request = #"{"jsonrpc":"2.0","id":7,"method":"tools/list"}"#
        let message = try #require(server.receive(request))
        #expect(server.receive(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":7}}"#) == nil)
        #expect(server.answer(message) == nil)
        #expect(try ask(request)?.result?.tools?.count == 6, "the id may be used again")
        #expect(server.receive(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":99}}"#) == nil)
    }

    @Test func aProvisionIsReadByItsAddress() throws {
        let address = "lexigram:///d/" + encoded(SampleDocuments.current.id) + "/art_1"
        let line = try ask(#"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"\#(address)"}}"#)
        let text = try #require(line?.result?.contents?.first?.text)
        #expect(text.hasPrefix("《示例市湖泊保护条例》（2024年3月1日文本）第一条（现行有效）"))
    }

    @Test func damageIsNotTakenForWhatIsNotHeld() throws {
        let damage = LibraryError.index(.init(file: "1.segment", reason: .damaged(part: "records")))
        let server = ModelContextServer(provider: SampleLibrary(damage: damage))
        let message = try #require(server.receive(#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"look_up_number","arguments":{"number":"62"}}}"#))
        let answer = String(decoding: try #require(server.answer(message)), as: UTF8.self)
        #expect(answer.contains("索引有损坏") && answer.contains("\"isError\":true"))
    }
}
