import TextAnalysis

/// What is known of issuing codes (机关代字): which characters they hold, how they end, where they start in a sentence.
enum IssuingCode {
    /// Ends of order and announcement codes.
    private static let announcements = ["公告", "通告", "布告"]
    /// Ordinary words that end in 令.
    private static let noOrders = ["命令", "指令", "禁令", "法令", "号令", "勒令", "责令", "口令", "政令", "时令", "司令", "律令"]
    /// Standard characters that folding takes for the traditional form of another, though counties bear them in their
    /// names: 乾县 is no 干县.
    private static let keptAsWritten: Set<Unicode.Scalar> = ["乾"]
    static let republic = "中华人民共和国"

    static func mayContain(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "、" || (CharacterClass.of(scalar.value) != .other && !("0"..."9").contains(scalar))
    }

    /// Whether a number without a year may follow: 国务院令, 公告.
    static func isOrder(_ code: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        // Nearly every code ends otherwise, which is seen without folding anything.
        guard let last = code.last, last == "令" || last == "告" || !(0x4E00...0x9FFF).contains(last.value) else { return false }
        let tail = String(folded: code.suffix(2))
        return tail.hasSuffix("令") ? !noOrders.contains(tail) : announcements.contains(tail)
    }

    /// Whether the words end as the names of laws do: 行政处罚法2021 5 is no number.
    static func endsLikeLaw(_ code: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
        code.last.map { "法典例定则".unicodeScalars.contains($0) } ?? false
    }

    /// Whether the standard form is 2015年第41号: an announcement under the issuer's name in full.
    static func announcesByYear(_ code: String) -> Bool {
        guard announcements.contains(where: code.hasSuffix) else { return false }
        let issuer = code.dropLast(2)
        return issuer.isEmpty || organEndings.contains(where: issuer.hasSuffix)
    }

    static let organEndings = [
        "人民政府", "政府", "委员会", "国务院", "部", "总局", "局", "署", "法院", "检察院", "厅", "办公室", "人民银行", "会", "主席", "行署",
    ]

    static func holdsKeptCharacters(_ text: String) -> Bool { text.unicodeScalars.contains(where: keptAsWritten.contains) }

    /// The code as it is to be shown: simplified, without blanks.
    static func written(_ text: CompactText, _ range: Range<Int>, original: String) -> String {
        let folded = text.string(range).replacing("(", with: "（").replacing(")", with: "）")
        guard holdsKeptCharacters(original) else { return folded }
        let source = Array(original.unicodeScalars)
        return String(
            folded: range.map { place in
                let scalar = source[text.origins[place]]
                return keptAsWritten.contains(scalar) ? scalar : text.scalars[place]
            })
    }

    /// One code for the several names of one series: 国令 is the code of 国务院令, and the state's name adds nothing.
    static func standard(_ code: String) -> String {
        guard isOrder(code.unicodeScalars) else { return code }
        let short = code.replacing(republic, with: "")
        return short == "国令" ? "国务院令" : short.unicodeScalars.count > 1 ? short : code
    }

    static func key(of code: String) -> String {
        var folded: [UInt32] = []
        Folding.append(code, to: &folded)
        return String(folded: folded.compactMap(Unicode.Scalar.init))
    }
}
