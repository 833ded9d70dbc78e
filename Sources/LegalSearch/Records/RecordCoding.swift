/// Writes the records that the index stores for us: numbers of seven bits a byte, strings with their length before them.
struct RecordWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ value: Int) {
        var rest = UInt64(bitPattern: Int64(value))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func string(_ text: String) {
        number(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Nil and the empty string are told apart by the number before them.
    mutating func optional(_ text: String?) {
        number(text == nil ? 0 : 1)
        if let text { string(text) }
    }
}

/// Reads what ``RecordWriter`` wrote. Every read gives nil where the bytes end too soon.
struct RecordReader {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func number() -> Int? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard place < bytes.count else { return nil }
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: value)) }
        }
        return nil
    }

    mutating func string() -> String? {
        guard let count = number(), count >= 0, count <= bytes.count - place else { return nil }
        defer { place += count }
        return String(decoding: bytes[place..<(place + count)], as: UTF8.self)
    }

    /// Outer nil: damage. Inner nil: no value.
    mutating func optional() -> String?? {
        guard let present = number() else { return nil }
        guard present == 1 else { return .some(nil) }
        guard let text = string() else { return nil }
        return .some(text)
    }

    /// A list that begins with its length.
    mutating func list<Element>(_ element: (inout RecordReader) -> Element?) -> [Element]? {
        guard let count = number(), count >= 0, count <= bytes.count else { return nil }
        var result: [Element] = []
        for _ in 0..<count {
            guard let value = element(&self) else { return nil }
            result.append(value)
        }
        return result
    }
}
