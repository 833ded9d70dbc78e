/// Part of a document number, as somebody types who does not have all of it.
///
/// | Typed            | `code`  | `year` | `serial` |
/// |------------------|---------|--------|----------|
/// | 鄂府办发 93       | 鄂府办发 |        | 93       |
/// | 2023 62号        |         | 2023   | 62       |
/// | 〔2023〕62号      |         | 2023   | 62       |
/// | 鄂府发〔2023〕     | 鄂府发   | 2023   |          |
/// | 鄂府发            | 鄂府发   |        |          |
public struct PartialDocumentNumber: Sendable, Equatable {
    public var code: String?
    /// Four digits.
    public var year: String?
    /// Without leading zeros.
    public var serial: String?

    /// Nil when the text does not look like a number or part of one: a lone year, a date, ordinary words.
    public init?(_ text: String) {
        guard text.unicodeScalars.count <= 100 else { return nil }
        if let number = DocumentNumber(text) {
            code = number.code
            year = number.year.isEmpty ? nil : number.year
            serial = number.serial
            return
        }
        let compact = CompactText(text)
        let body = Self.body(of: compact)
        var codeEnd = body.lowerBound
        while codeEnd < body.upperBound, IssuingCode.mayContain(compact.scalars[codeEnd]),
            compact.scalars[codeEnd] != "第",
            compact.numeral(at: codeEnd) == nil
        {
            codeEnd += 1
        }
        let words = compact.scalars[body.lowerBound..<codeEnd]
        if !words.isEmpty {
            guard IssuingCodeScan.looksLikeCode(words) || (IssuingCode.isOrder(words) && codeEnd < body.upperBound)
            else { return nil }
            code = IssuingCode.standard(IssuingCode.written(compact, body.lowerBound..<codeEnd, original: text))
        }
        guard readTail(compact, codeEnd..<body.upperBound), code != nil || year != nil || serial != nil else {
            return nil
        }
    }

    /// Leaves the brackets of a year standing: 〔2023〕 is a part of a number, 2023 alone is not.
    private static func body(of text: CompactText) -> Range<Int> {
        let body = NumberFrame.body(of: text)
        guard let first = body.first, let last = body.last else { return body }
        let start = text.at(first - 1) == "(" ? first - 1 : first
        return start..<(text.at(last + 1) == ")" ? last + 2 : last + 1)
    }

    private mutating func readTail(_ text: CompactText, _ range: Range<Int>) -> Bool {
        if range.isEmpty { return true }
        let reader = NumberTailReader(text: text, limit: range.upperBound)
        if code == nil, let tail = reader.yearFirst(at: range.lowerBound), tail.end == range.upperBound,
            let value = tail.onlySerial,
            tail.shape != .loose || tail.hasSuffix || text.follows[tail.serials[0].range.lowerBound]
        {
            year = tail.yearText
            serial = String(value)
            return true
        }
        var place = range.lowerBound
        while text.at(place) == "(" { place += 1 }
        if let value = text.year(at: place) {
            let opened = place > range.lowerBound
            place += 4
            var closed = opened
            while place < range.upperBound, text.at(place) == ")" || (code != nil && text.at(place) == "年") {
                place += 1
                closed = true
            }
            if place == range.upperBound, closed || code != nil {
                year = String(value)
                return true
            }
        }
        return readSerial(text, range)
    }

    /// 第62号, 62号; after a code the bare 62.
    private mutating func readSerial(_ text: CompactText, _ range: Range<Int>) -> Bool {
        var place = range.lowerBound
        if text.at(place) == "第" { place += 1 }
        guard let (value, end) = text.numeral(at: place), (1...999_999).contains(value) else { return false }
        let hasSuffix = text.at(end) == "号"
        guard end + (hasSuffix ? 1 : 0) == range.upperBound, hasSuffix || code != nil else { return false }
        serial = String(value)
        return true
    }
}
