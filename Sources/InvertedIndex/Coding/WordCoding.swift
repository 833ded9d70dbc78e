/// Words in the dictionary are the UTF-8 of their folded characters.
enum WordCoding {
    static func bytes(of scalars: ArraySlice<UInt32>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(scalars.count)
        append(scalars, to: &bytes)
        return bytes
    }

    static func append(_ scalars: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
        for value in scalars {
            if value < 0x80 {
                bytes.append(UInt8(value))
            } else if let scalar = Unicode.Scalar(value) {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}
