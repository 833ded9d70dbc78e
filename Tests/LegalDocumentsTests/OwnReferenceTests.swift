import LegalDocuments
import Testing

@Suite struct OwnReferenceTests {
    private func found(_ text: String, titled title: String) -> [String] {
        OwnReference.matches(in: text, titled: title).map { reference in
            String(String.UnicodeScalarView(Array(text.unicodeScalars)[reference.span]))
        }
    }

    @Test func whatADocumentSaysOfItsOwnArticlesIsFound() {
        let text = "第九条　违反本办法第三条、第五条第二款的，责令改正。\n第十条　本办法的第四条至第六条不适用。"
        #expect(found(text, titled: "样例市停车办法（试行）") == ["本办法第三条", "第五条第二款", "本办法的第四条至第六条"])
        #expect(OwnReference.matches(in: text, titled: "样例市停车办法").map(\.place.label) == ["第三条", "第五条第二款", "第四条至第六条"])
    }

    @Test(arguments: [
        ("依照本法第三条处理。", "样例市停车办法"), ("依照本办法第三条处理。", "样例市停车条例"), ("原文为“违反本条例第三条的”。", "样例市停车条例"),
        ("本条例自公布之日起施行。", "样例市停车条例"), ("依照本条例处理，第三条除外。", "样例市停车条例"), ("依照本条例第三条处理。", "一份报告"), ("", ""),
    ])
    func whatIsAnothersOrNamesNoArticleIsNot(text: String, title: String) {
        #expect(found(text, titled: title).isEmpty)
    }
}
