import InvertedIndex
import LegalSearch
import SearchService
import Testing

struct DamageTests {
    private static let damage = LibraryError.index(IndexError(file: "3.segment", reason: .damaged(part: "records")))

    @Test(arguments: ["/d/x", "/n/" + encoded("示府发〔2023〕62号"), "/api/documents/x", "/api/numbers/62"])
    func damageIsNotTakenForWhatIsNotHeld(target: String) async throws {
        let answer = try await ServiceClient(SampleLibrary(damage: Self.damage)).ask(target)
        #expect(answer.status == 500)
        #expect(answer.text.contains("索引有损坏"))
        #expect(!answer.text.contains("3.segment"), "names of files are for the log")
    }
}
