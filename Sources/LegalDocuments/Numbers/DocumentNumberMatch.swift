/// A document number found in running text.
public struct DocumentNumberMatch: Hashable, Sendable {
    public var number: DocumentNumber
    /// Where it stands, in Unicode scalars of the text as given. In a list (〔2023〕93、95号) the first number's span has the
    /// code and the year, the others' only their own serial.
    public var span: Range<Int>

    public init(number: DocumentNumber, span: Range<Int>) {
        self.number = number
        self.span = span
    }
}

extension DocumentNumber {
    /// The numbers inside running text, in their order.
    ///
    /// Strict: the words before the bracket must be able to be a code, and where the bracket is round or missing they must
    /// look like one (鄂府发), so that 项目（2023）62号楼 is none. Orders need an issuer before 令.
    ///
    /// - Complexity: O(*n*) in the text.
    public static func matches(in text: String) -> [DocumentNumberMatch] {
        let compact = CompactText(text)
        return matches(in: compact, original: text).map {
            DocumentNumberMatch(number: $0.number, span: compact.originalSpan(of: $0.range))
        }
    }

    /// The same in text that is folded already, with places of the compact text.
    static func matches(in text: CompactText, original: String) -> [(number: DocumentNumber, range: Range<Int>)] {
        NumberFinder(text, original: original).matches()
    }
}

/// Goes over one text from tail to tail: a year or a serial is found first, its code is then sought backwards.
private struct NumberFinder {
    let original: String
    let text: CompactText
    /// What the brackets were before folding made them all round.
    private let source: [Unicode.Scalar]

    init(_ text: CompactText, original: String) {
        // Only characters that folding must not change are looked up in it.
        self.original = IssuingCode.holdsKeptCharacters(original) ? original : ""
        self.text = text
        source = text.scalars.contains("(") ? Array(original.unicodeScalars) : []
    }

    func matches() -> [(number: DocumentNumber, range: Range<Int>)] {
        var found: [(number: DocumentNumber, range: Range<Int>)] = []
        var place = 1
        // No code starts before the end of the number found last.
        var free = 0
        while place < text.count {
            guard mayStartTail(at: place), let code = IssuingCodeScan.code(in: text, endingAt: place),
                code.lowerBound >= free
            else {
                place += 1
                continue
            }
            let isOrder = IssuingCode.isOrder(text.scalars[code])
            guard let tail = NumberTail(text, at: place, limit: text.count, afterOrderWord: isOrder),
                accepts(tail, code, at: place)
            else {
                place += 1
                continue
            }
            append(tail, code, to: &found)
            free = tail.end
            place = tail.end
        }
        return found
    }

    private func mayStartTail(at place: Int) -> Bool {
        guard IssuingCode.mayContain(text.scalars[place - 1]), text.scalars[place - 1] != "第" else { return false }
        switch text.scalars[place] {
        case "(", ")", "第", "-", "号": return true
        case let scalar: return CompactText.isNumeral(scalar)
        }
    }

    private func accepts(_ tail: NumberTail, _ code: Range<Int>, at place: Int) -> Bool {
        let words = text.scalars[code]
        guard tail.hasSuffix || !isGlued(tail.end), !isCounted(tail.end) else { return false }
        switch tail.shape {
        case .bracketed:
            if !hasRoundBracket(from: place, to: tail.end) && tail.hasSuffix { return true }
            return tail.hasSuffix
                ? IssuingCodeScan.endsLikeCode(words) || IssuingCodeScan.looksLikeCode(words)
                : IssuingCodeScan.looksLikeCode(words)
        case .loose:
            return IssuingCodeScan.looksLikeCode(words) && words.count >= 3 && !IssuingCode.isOrder(words)
        case .yearWord:
            return tail.hasSuffix && (isAnnouncement(code) || IssuingCodeScan.looksLikeCode(words))
        case .reversed:
            return IssuingCodeScan.looksLikeCode(words) && words.count >= 3
        case .order:
            return tail.hasSuffix && isAnnouncement(code)
        case .orderAfter:
            return namesIssuer(code)
        }
    }

    private func isAnnouncement(_ code: Range<Int>) -> Bool {
        IssuingCodeScan.namesOrderIssuer(text, code) || (text.string(code) == "公告")
    }

    private func namesIssuer(_ code: Range<Int>) -> Bool {
        let words = text.string(code)
        return IssuingCode.organEndings.contains(where: words.hasSuffix)
    }

    /// Whether words follow a number that lacks its 号: 2023-24年, 〔2023〕62个.
    private func isGlued(_ end: Int) -> Bool {
        guard let next = text.at(end), !text.follows[end] else { return false }
        return IssuingCode.mayContain(next) || next == "-" || next == "." || next == "%" || ("0"..."9").contains(next)
    }

    /// 62号楼, 3号线: a number of things.
    private func isCounted(_ end: Int) -> Bool {
        text.end(ofAny: ["楼", "线", "院", "店", "机组", "地块", "车间", "门", "房", "厅"], at: end) != nil
    }

    private func hasRoundBracket(from start: Int, to end: Int) -> Bool {
        text.origins[start..<min(end, text.count)].contains { origin in
            source.indices.contains(origin) && "()（）".unicodeScalars.contains(source[origin])
        }
    }

    private func append(_ tail: NumberTail, _ code: Range<Int>, to found: inout [(number: DocumentNumber, range: Range<Int>)]) {
        let written = IssuingCode.standard(IssuingCode.written(text, code, original: original) + tail.orderWord)
        for (index, serial) in tail.serials.enumerated() {
            let start = index == 0 ? code.lowerBound : serial.range.lowerBound
            let end = index == tail.serials.count - 1 ? tail.end : serial.range.upperBound
            for value in serial.values {
                let number = DocumentNumber(code: written, year: tail.yearText, serial: String(value))
                found.append((number, start..<end))
            }
        }
    }
}
