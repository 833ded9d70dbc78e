/// What follows the issuing code of a document number: year and serial in one of the ways they are written.
///
/// | Written                                     | `shape`     |
/// |---------------------------------------------|-------------|
/// | 〔2023〕62号, (2023)第062, 〔2014〕号16        | bracketed   |
/// | 2023年第62号                                 | yearWord    |
/// | 2023-62, 2023 62, 202362                    | loose       |
/// | 62号2023年                                   | reversed    |
/// | 第711号, after 令 or 公告                      | order       |
/// | 第711号令, 2015年第41号公告                     | orderAfter  |
struct NumberTail {
    enum Shape { case bracketed, yearWord, loose, reversed, order, orderAfter }

    /// One serial of a list, or the two ends of a range.
    struct Serial {
        var values: ClosedRange<Int>
        var range: Range<Int>
    }

    var shape: Shape
    /// Nil for an order numbered without a year.
    var year: Int?
    /// More than one in a list: 〔2023〕93、95、96号.
    var serials: [Serial]
    /// Whether 号 was written.
    var hasSuffix: Bool
    var end: Int
    /// 令 or 公告 where it follows the number.
    var orderWord = ""

    var yearText: String { year.map(String.init) ?? "" }

    /// The serial where there is exactly one.
    var onlySerial: Int? {
        serials.count == 1 && serials[0].values.count == 1 ? serials[0].values.lowerBound : nil
    }

    init?(_ text: CompactText, at start: Int, limit: Int, afterOrderWord: Bool) {
        let reader = NumberTailReader(text: text, limit: limit)
        if let tail = reader.yearFirst(at: start) ?? reader.serialFirst(at: start) {
            self = tail
        } else if let tail = reader.order(at: start, afterOrderWord: afterOrderWord) {
            self = tail
        } else {
            return nil
        }
    }

    init(shape: Shape, year: Int?, serials: [Serial], hasSuffix: Bool, end: Int, orderWord: String = "") {
        self.shape = shape
        self.year = year
        self.serials = serials
        self.hasSuffix = hasSuffix
        self.end = end
        self.orderWord = orderWord
    }
}
