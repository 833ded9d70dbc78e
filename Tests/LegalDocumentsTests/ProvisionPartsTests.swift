import LegalDocuments
import Testing

@Suite struct ProvisionPartsTests {
    private let parts = ProvisionParts(
        "收费应当公开。\n有下列情形之一的，可以减免：\n（一）生活困难的；\n（二）有下列事由的：\n1.受灾；\n2.患病；\n（三）其他。\n减免的办法另行制定。")

    @Test func paragraphsItemsAndSubitemsAreCountedAsLawyersCount() {
        #expect(parts.paragraphCount == 3)
        #expect(parts.text(paragraph: 1, item: nil) == "收费应当公开。")
        #expect(parts.text(paragraph: 2, item: 1) == "（一）生活困难的；")
        #expect(parts.text(paragraph: 2, item: 2) == "（二）有下列事由的：\n1.受灾；\n2.患病；")
        #expect(parts.text(paragraph: 2, item: 2, subitem: 2) == "2.患病；")
        #expect(parts.text(paragraph: 3, item: nil) == "减免的办法另行制定。")
    }

    @Test func anItemIsFoundWithoutItsParagraph() {
        #expect(parts.text(paragraph: nil, item: 3) == "（三）其他。")
    }

    @Test func whatIsNotThereIsNil() {
        #expect(parts.text(paragraph: 4, item: nil) == nil)
        #expect(parts.text(paragraph: 1, item: 1) == nil)
        #expect(parts.text(paragraph: 2, item: 9) == nil)
    }
}
