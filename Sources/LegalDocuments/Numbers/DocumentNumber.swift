/// A document number (发文字号): issuing code, year and serial.
///
///     DocumentNumber("鄂府發[2023] 062号")?.canonical     // "鄂府发〔2023〕62号"
///     DocumentNumber("国令第711号")?.canonical            // "国务院令第711号"
///
/// Two spellings of one number are equal and have the same ``key``. Standard form: GB/T 9704-2012, 7.2.5.
public struct DocumentNumber: Sendable, Codable {
    /// 机关代字: 鄂府发. For an order or announcement the issuer and the word: 国务院令.
    public let code: String
    /// Four digits; empty for an order numbered without a year.
    public let year: String
    /// The running number without leading zeros.
    public let serial: String

    init(code: String, year: String, serial: String) {
        self.code = code
        self.year = year
        self.serial = serial
    }

    /// 鄂府发〔2023〕62号; 国务院令第711号; 国家税务总局公告2015年第41号.
    public var canonical: String {
        if year.isEmpty { return "\(code)第\(serial)号" }
        if IssuingCode.announcesByYear(code) { return "\(code)\(year)年第\(serial)号" }
        return "\(code)〔\(year)〕\(serial)号"
    }

    /// The same for every spelling of the number: `鄂府发|2023|62`.
    public var key: String { Self.key(code: code, year: year, serial: serial) }

    /// The key of a number by its parts. With an empty serial, what the keys of that code and year begin with.
    public static func key(code: String, year: String, serial: String) -> String {
        "\(IssuingCode.key(of: code))|\(year)|\(serial)"
    }
}

extension DocumentNumber: Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.serial == right.serial && left.year == right.year && left.key == right.key
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

extension DocumentNumber: CustomStringConvertible {
    public var description: String { canonical }
}

extension DocumentNumber {
    /// Reads a text that is nothing but a number: what a person types, or the value of a page's 发文字号.
    ///
    /// A label, blanks, zero-width marks, brackets of any kind or none, Chinese and full-width digits, leading zeros and
    /// a missing 号 are read through. Nil for anything that is more than a number, or less.
    public init?(_ text: String) {
        guard text.unicodeScalars.count <= 200 else { return nil }
        let compact = CompactText(text)
        let body = NumberFrame.body(of: compact)
        guard !body.isEmpty else { return nil }
        let departmentEnd = IssuingCodeScan.departmentEnd(in: compact, from: body.lowerBound) ?? 0
        for codeEnd in body.dropFirst() where codeEnd >= departmentEnd {
            guard IssuingCode.mayContain(compact.scalars[codeEnd - 1]) else { return nil }
            // 第 belongs to the number.
            if compact.scalars[codeEnd - 1] == "第" { continue }
            let code = body.lowerBound..<codeEnd
            let isOrder = IssuingCode.isOrder(compact.scalars[code])
            guard let tail = NumberTail(compact, at: codeEnd, limit: body.upperBound, afterOrderWord: isOrder),
                tail.end == body.upperBound, let serial = tail.onlySerial,
                tail.hasSuffix || tail.shape == .bracketed || !IssuingCode.endsLikeLaw(compact.scalars[code])
            else { continue }
            let written = IssuingCode.written(compact, code, original: text) + tail.orderWord
            self.init(code: IssuingCode.standard(written), year: tail.yearText, serial: String(serial))
            return
        }
        return nil
    }
}
