import Ingestion
import LegalDocuments

/// What libFuzzer calls with each input. The first byte says what the rest is: a file as it stands, or a part of a Word
/// or OFD package, which is packed first, as mutated ZIP files seldom get past their checksums.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safety: libFuzzer lends `count` bytes for the length of the call.
    let input = unsafe start.map { unsafe Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    guard let selector = input.first else { return 0 }
    let rest = Array(input.dropFirst())
    let file = PackedInput.file(selector: selector, rest)
    let reading = DocumentReader().read(file.bytes, source: file.name)
    for document in reading.documents { check(document) }
    return 0
}

/// What every document promises, whatever it was read from.
private func check(_ document: LegalDocument) {
    precondition(!document.sources.isEmpty)
    var ids: Set<String> = []
    for provision in document.provisions {
        precondition(!provision.id.isEmpty && ids.insert(provision.id).inserted, "ids repeat")
        precondition(!provision.text.utf8.contains(0), "NUL in a text")
    }
    precondition(!document.title.utf8.contains(0x0A), "line feed in a title")
}
