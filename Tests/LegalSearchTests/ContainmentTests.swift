import Glibc
import LegalSearch
import TextAnalysis
import Testing

/// What a reader would find by looking through the text, a phrase query finds: any string cut from any provision, across
/// punctuation too.
@Suite struct ContainmentTests {
    private static let texts = [
        "本办法自2023年12月1日起施行。", "犬只应当登记。遛狗的人，应当牵好绳子；绳长不超过1.5米（含）。", "第２３條所稱平台，由「2023年」的預算支出——不得超支。",
        "PM2.5、臭氧等六項指標……達到GB 3095-2012的，記為“優”。", "一、（一）1. ㈠𠮷字頭的檢查，面積１２㎡以上；12345", "其他、其它：甲/乙、丙·丁",
    ]

    @Test func everyStringCutFromAProvisionFindsIt() throws {
        let library = TemporaryLibrary()
        library.write(SampleLaw.markdown("样例市试验办法", history: "2020年1月1日 公布", Self.texts), to: "a.md")
        try library.indexPages()
        let opened = try library.open()
        var missing: [String] = []
        for (index, text) in Self.texts.enumerated() {
            let scalars = Array(text.unicodeScalars)
            for start in scalars.indices {
                for length in 1...min(20, scalars.count - start) {
                    let piece = String(String.UnicodeScalarView(scalars[start..<(start + length)]))
                    guard Self.isSearchable(piece) else { continue }
                    let request = SearchRequest(query: Self.quoted(piece), limit: 100, allVersions: true)
                    let hits = try opened.search(request).hits
                    if !hits.contains(where: { $0.provision?.id == "art_\(index + 1)" }) { missing.append(piece) }
                }
            }
        }
        #expect(missing.isEmpty, "\(missing.prefix(5))")
    }

    private static func isSearchable(_ text: String) -> Bool {
        var folded: [UInt32] = []
        Folding.append(text, to: &folded)
        return folded.contains { CharacterClass.of($0) != .other }
    }

    /// In the first pair of quotation marks that does not occur in the text.
    private static func quoted(_ text: String) -> String {
        let marks: [(Character, Character)] = [("“", "”"), ("「", "」"), ("『", "』"), ("\"", "\"")]
        let pair = marks.first { !text.contains($0.0) && !text.contains($0.1) } ?? marks[0]
        return "\(pair.0)\(text)\(pair.1)"
    }
}
