/// Text of foreign files made fit for a terminal.
///
/// A saved page may hold escape sequences that rename the window or overwrite what stands on it, and marks that turn
/// the reading order around, so that a sentence reads as another. Each such character becomes U+FFFD.
enum PlainText {
    static let boldBegins = "\u{1B}[1m"
    static let boldEnds = "\u{1B}[0m"

    /// Line ends and tabs stay, and so does bold, where asked for.
    ///
    /// - Parameter keepingReturns: for files whose lines end in CR LF.
    static func printable(_ text: String, keepingBold: Bool, keepingReturns: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: { steers($0) && !(keepingReturns && $0 == "\r") }) else { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            if keepingBold, let bold = [boldBegins, boldEnds].first(where: { rest.starts(with: $0.unicodeScalars) }) {
                result += bold.unicodeScalars
                rest.removeFirst(bold.unicodeScalars.count)
            } else {
                result.append(steers(scalar) && !(keepingReturns && scalar == "\r") ? "\u{FFFD}" : scalar)
                rest.removeFirst()
            }
        }
        return String(result)
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F..<0xA0: true
        // Embeddings, overrides and isolates of the bidirectional algorithm (Unicode Annex 9).
        case 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
