/// A list of strings as bytes: their number, then each one's length and UTF-8; numbers as varints.
enum ListCoding {
    static func encode(_ strings: [String]) -> [UInt8] {
        var writer = ByteWriter()
        writer.varint(UInt32(strings.count))
        for string in strings {
            writer.varint(UInt32(string.utf8.count))
            writer.append(string.utf8)
        }
        return writer.bytes
    }

    /// The list at the beginning of `range`, and where it ends; nil if the bytes hold none.
    static func decode(_ bytes: MappedBytes, _ range: Range<Int>) -> (strings: [String], end: Int)? {
        var place = range.lowerBound
        guard let count = bytes.varint(&place), Int(count) <= range.count else { return nil }
        var strings: [String] = []
        for _ in 0..<count {
            guard let length = bytes.varint(&place), place + Int(length) <= range.upperBound,
                let content = bytes.array(place..<(place + Int(length)))
            else { return nil }
            strings.append(String(decoding: content, as: UTF8.self))
            place += Int(length)
        }
        return (strings, place)
    }
}
