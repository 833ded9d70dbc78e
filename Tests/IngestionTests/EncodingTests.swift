import Glibc
import Ingestion
import LegalDocuments
import Testing

@Suite struct EncodingTests {
    private static let page = "<html><head><meta charset=\"CHARSET\"><title>测试办法</title></head><body><h1>青石市测试办法</h1>"
        + "<p>第一条　为了测试，制定本办法。</p><p>第二条　本办法适用于龘龘。</p></body></html>"

    private static func page(declaring charset: String) -> String {
        guard let mark = page.firstRange(of: "CHARSET") else { return page }
        return page.replacingCharacters(mark, charset)
    }

    @Test(arguments: ["gb2312", "gbk", "GB18030", "x-unknown"])
    func bytesOfGB18030AreReadWhateverTheyAreCalled(declared: String) throws {
        let document = try read(try encode(Self.page(declaring: declared), "GB18030"))
        #expect(document.title == "青石市测试办法")
        #expect(document.provisions.map(\.text) == ["为了测试，制定本办法。", "本办法适用于龘龘。"])
    }

    @Test(arguments: ["gb2312", "utf-8", "big5"])
    func wellFormedUTF8WinsOverWhatIsDeclared(declared: String) throws {
        #expect(try read(Self.page(declaring: declared)).title == "青石市测试办法")
    }

    @Test(arguments: [("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]), ("UTF-16LE", []), ("UTF-8", [0xEF, 0xBB, 0xBF])])
    func marksAndPatternsTellUTF16(encoding: String, mark: [UInt8]) throws {
        let document = try read(mark + (try encode(Self.page(declaring: "utf-16"), encoding)))
        #expect(document.provisions.count == 2)
        #expect(document.title == "青石市测试办法")
    }

    @Test func big5IsReadWhereItIsDeclared() throws {
        let text = "<html><head><meta charset=big5></head><body><h1>測試條例草案</h1><p>第一條　為了測試，制定本條例。</p></body></html>"
        let document = try read(try encode(text, "BIG5"))
        #expect(document.title == "測試條例草案")
        #expect(document.provisions.first?.text == "為了測試，制定本條例。")
    }

    @Test func aBrokenByteCostsOneCharacter() throws {
        var bytes = try encode(Self.page(declaring: "gb2312"), "GB18030")
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: "<")))
        bytes.insert(0xFF, at: place)
        let document = try read(bytes)
        #expect(document.provisions.count == 2)
        var utf8 = Array(Self.page(declaring: "utf-8").utf8)
        utf8.insert(0xFF, at: 100)
        #expect(try read(utf8).provisions.count == 2)
    }

    @Test func aPlainTextWithoutAnyMarkupIsReadInEitherEncoding() throws {
        let text = "青石市测试办法\n第一条　为了测试。\n第二条　本办法自2020年1月1日起施行。\n"
        for bytes in [Array(text.utf8), try encode(text, "GB18030")] {
            let document = try read(bytes, as: "notes.txt")
            #expect(document.title == "青石市测试办法")
            #expect(document.provisions.map(\.id) == ["art_1", "art_2"])
        }
    }

    @Test func nulBytesInATextAreDropped() throws {
        let document = try read("<html><body><h1>青石市测试办法</h1><p>第一条\u{0}　为了\u{0}测试，制定本办法。</p></body></html>")
        #expect(document.provisions.first?.text == "为了测试，制定本办法。")
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, _ text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}

/// The text in another encoding, by the system's iconv.
private func encode(_ text: String, _ encoding: String) throws -> [UInt8] {
    // Safety: the converter is closed below; iconv stays inside the two buffers whose counts it is given.
    let opened = unsafe iconv_open(encoding, "UTF-8")
    let converter = unsafe try #require(opened)
    defer { unsafe iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let size = output.count
    var left = input.count
    var free = size
    unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe output.withUnsafeMutableBufferPointer { target in
            var from = source.baseAddress
            var to = target.baseAddress
            _ = unsafe iconv(converter, &from, &left, &to, &free)
        }
    }
    #expect(left == 0)
    return output.prefix(size - free).map { UInt8(bitPattern: $0) }
}
