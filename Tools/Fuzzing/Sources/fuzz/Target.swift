import Glibc
import Ingestion
import LegalDocuments
import Synchronization

/// What libFuzzer calls with each input: a file for the reader that LEXIGRAM_FUZZ_READER names.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Safety: libFuzzer lends `count` bytes for the length of the call.
    let input = unsafe start.map { unsafe Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    guard !input.isEmpty else { return 0 }
    let before = clock()
    let documents = reader.documents(input)
    for document in documents { check(document) }
    Tally.count(seconds: Double(clock() - before) / Double(CLOCKS_PER_SEC), isRead: !documents.isEmpty)
    return 0
}

private let reader: FuzzedReader = {
    // Safety: the environment is not written to while this runs.
    let name = unsafe getenv("LEXIGRAM_FUZZ_READER").map { unsafe String(cString: $0) } ?? ""
    guard let named = FuzzedReader(rawValue: name) else {
        fatalError("LEXIGRAM_FUZZ_READER is one of \(FuzzedReader.allCases.map(\.rawValue).joined(separator: " "))")
    }
    atexit { Tally.print() }
    return named
}()

/// How many inputs there were, how many gave a document, and how long the slowest took.
private enum Tally {
    /// Seconds of processor time that no input may take: unlike the clock on the wall, not lengthened by other programs.
    static let limit = 2.0
    private static let inputs = Atomic(0)
    private static let read = Atomic(0)
    private static let slowestMilliseconds = Atomic(0)

    static func count(seconds: Double, isRead: Bool) {
        precondition(seconds <= limit, "an input took \(seconds) s of processor time")
        inputs.wrappingAdd(1, ordering: .relaxed)
        if isRead { read.wrappingAdd(1, ordering: .relaxed) }
        slowestMilliseconds.max(Int(seconds * 1000), ordering: .relaxed)
    }

    static func print() {
        let slowest = slowestMilliseconds.load(ordering: .relaxed)
        Swift.print("TALLY", reader.rawValue, inputs.load(ordering: .relaxed), read.load(ordering: .relaxed), slowest)
    }
}

/// What every document promises, whatever it was read from.
private func check(_ document: LegalDocument) {
    precondition(!document.sources.isEmpty)
    var ids: Set<String> = []
    var finder = CitationFinder()
    for provision in document.provisions {
        precondition(!provision.id.isEmpty && ids.insert(provision.id).inserted, "ids repeat")
        precondition(!provision.text.utf8.contains(0), "NUL in a text")
        let length = provision.text.unicodeScalars.count
        for citation in finder.citations(in: provision.text) {
            precondition(citation.span.upperBound <= length, "a citation outside its text")
        }
    }
    precondition(!document.title.utf8.contains(0x0A), "line feed in a title")
}
