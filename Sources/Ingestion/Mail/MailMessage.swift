/// A page and what belongs to it in one file (MHTML), as browsers save it. Source: RFC 2557, RFC 2045, RFC 2046.
struct MailMessage {
    struct Part {
        /// Lower case, without parameters: `text/html`.
        let type: String
        let location: String?
        let identifier: String?
        let bytes: [UInt8]
    }

    private(set) var parts: [Part] = []
    private var start: String?
    private var location: String?

    private static let deepestParts = 4
    private static let mostParts = 10_000

    /// Whether the bytes begin with the header of a message in parts that belong together.
    static func isSavedPage(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { $0 > 0x20 }), [0x46, 0x66, 0x4D, 0x6D, 0x53, 0x73, 0x43, 0x63, 0x44, 0x64].contains(first)
        else { return false }
        let header = MailHeader(bytes[...].prefix(8192))
        return header["mime-version"] != nil && (header["content-type"] ?? "").lowercased().hasPrefix("multipart/")
    }

    init(_ bytes: [UInt8]) throws(IngestionError.Reason) {
        let header = MailHeader(bytes[...])
        location = header["snapshot-content-location"]
        start = header.parameter("start", of: "content-type")
        try read(bytes[header.end...], header, depth: 0)
    }

    /// The page itself: what the message calls its start, else its first page.
    var page: Part? {
        let pages = parts.filter { $0.type == "text/html" || $0.type == "application/xhtml+xml" }
        let chosen = start.flatMap { start in pages.first { $0.identifier == start } } ?? pages.first
        guard let chosen else { return nil }
        return Part(type: chosen.type, location: chosen.location ?? location, identifier: chosen.identifier, bytes: chosen.bytes)
    }

    /// The part that a page names in a frame, by its address or as `cid:`.
    func part(named address: String) -> [UInt8]? {
        if address.hasPrefix("cid:") {
            let wanted = "<" + address.dropFirst(4) + ">"
            return parts.first { $0.identifier == wanted }?.bytes
        }
        return parts.first { part in part.location.map { $0 == address || $0.hasSuffix("/" + address) } ?? false }?.bytes
    }

    private mutating func read(_ body: ArraySlice<UInt8>, _ header: MailHeader, depth: Int) throws(IngestionError.Reason) {
        let type = header["content-type"]?.split(separator: ";").first.map { $0.trimmedBlanks.lowercased() } ?? "text/plain"
        if type.hasPrefix("multipart/") {
            guard depth < Self.deepestParts else { throw .tooDeep(limit: Self.deepestParts) }
            guard let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty else {
                throw .malformed("a message in parts without a boundary")
            }
            for piece in MailBody.parts(of: body, boundary: boundary) {
                let inner = MailHeader(piece)
                try read(piece[inner.end...], inner, depth: depth + 1)
            }
            return
        }
        guard parts.count < Self.mostParts else { throw .tooManyEntries(limit: Self.mostParts) }
        // What no frame can be is not decoded.
        guard type.hasPrefix("text/") && type != "text/css" || type == "application/xhtml+xml" else { return }
        let coding = header["content-transfer-encoding"]?.lowercased() ?? "8bit"
        parts.append(
            Part(
                type: type, location: header["content-location"], identifier: header["content-id"],
                bytes: MailBody.decoded(body, coding: coding, charset: header.parameter("charset", of: "content-type"))))
    }
}
