/// Reads the notation of the generated tables: `source=target,target` or `first-last=target`, hexadecimal,
/// separated by blanks; a table of ranges has no `=`.
enum HexTable {
    struct Entry {
        var sources: ClosedRange<UInt32>
        var targets: [UInt32]
    }

    static func entries(of text: String) -> [Entry] {
        var entries: [Entry] = []
        for word in text.utf8.split(whereSeparator: { $0 <= 0x20 }) {
            let sides = word.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: true)
            let bounds = sides[0].split(separator: UInt8(ascii: "-")).map(number)
            let targets = sides.count < 2 ? [] : sides[1].split(separator: UInt8(ascii: ",")).map(number)
            entries.append(Entry(sources: bounds[0]...bounds[bounds.count - 1], targets: targets))
        }
        return entries
    }

    private static func number(_ digits: Substring.UTF8View) -> UInt32 {
        digits.reduce(0) { $0 << 4 | UInt32($1 < 0x40 ? $1 - 0x30 : $1 - 0x37) }
    }
}
