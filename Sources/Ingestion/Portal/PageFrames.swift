/// Pages whose text stands in a frame: another file that the browser saved beside them.
enum PageFrames {
    /// A page with more text of its own is read itself, whatever its frames show.
    private static let mostOwnText = 600

    /// The bytes in UTF-8 of the frame that holds most, where the page itself holds hardly anything.
    static func content(
        of root: MarkupElement, _ frames: (String) -> [UInt8]?
    ) throws(IngestionError.Reason) -> [UInt8]? {
        var addresses: [String] = []
        root.visit { element in
            if element.name == "frame" || element.name == "iframe", let address = element["src"], !address.isBlank {
                addresses.append(address)
            }
            return true
        }
        guard !addresses.isEmpty, case let own = root.visibleText.utf8.count, own <= mostOwnText else { return nil }
        var best: (text: [UInt8], weight: Int) = ([], 2 * own)
        for address in addresses.prefix(16) {
            guard let bytes = frames(address), let text = try? TextDecoder.utf8(bytes), let page = try? MarkupParser.html(text) else { continue }
            let weight = page.visibleText.utf8.count
            if weight > best.weight { best = (text, weight) }
        }
        return best.text.isEmpty ? nil : best.text
    }
}
