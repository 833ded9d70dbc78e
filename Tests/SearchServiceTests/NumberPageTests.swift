import HTTPTypes
import SearchService
import Testing

struct NumberPageTests {
    @Test(arguments: ["示府发〔2023〕62号", "示府发[2023]62号", "示府发（２０２３）62"])
    func oneMatchLeadsToTheDocument(typed: String) async throws {
        let answer = try await ServiceClient().ask("/n/" + encoded(typed))
        #expect(answer.status == 302)
        #expect(answer.headers[.location] == "/d/%E7%A4%BA%E5%BA%9C%E5%8F%91-2023-62")
    }

    @Test func anUnknownNumberListsNearOnes() async throws {
        let page = try await ServiceClient().ask("/n/" + encoded("示府发[2023]63號"))
        #expect(page.status == 404)
        #expect(page.text.contains("您输入的是“示府发[2023]63號”，按文号读作 <span class=\"no\">示府发〔2023〕63号</span>"))
        #expect(page.text.contains("本库未收"))
        #expect(page.text.contains("<h2>相近的文号</h2>"))
        #expect(page.text.contains("<span class=\"no\">示府发〔2023〕62号</span>"))
    }

    @Test func whatIsNoNumberIsSaidToBeNone() async throws {
        let page = try await ServiceClient().ask("/n/" + encoded("湖泊"))
        #expect(page.status == 404)
        #expect(page.text.contains("“湖泊”不像一个完整的文号"))
    }

    @Test func theFormLeadsToTheNumber() async throws {
        let form = try await ServiceClient().ask("/n")
        #expect(form.text.contains("<form class=\"find\" action=\"/n\">"))
        let answer = try await ServiceClient().ask("/n?q=\(encoded("示府发 62"))")
        #expect(answer.status == 302)
        #expect(answer.headers[.location] == "/n/%E7%A4%BA%E5%BA%9C%E5%8F%91%2062")
    }
}
