import LegalDocuments

/// The lines above a text: its title once more, the note on its history, its number.
/// They go to the facts, and what is left is text.
struct Preface {
    private(set) var facts: DocumentFacts
    /// The blocks without those that only repeat what the facts hold.
    private(set) var body: [Block]
    private var events: [HistoryEvent] = []

    /// Longest run of lines that can stand above a text.
    private static let mostLines = 60

    init(blocks: [Block], facts: DocumentFacts, origin: String) {
        self.facts = facts
        body = blocks
        findTitle(origin)
        var kept: [Block] = []
        var index = 0
        while index < body.count, index < Self.mostLines {
            let block = body[index]
            if Self.beginsText(block) { break }
            if let note = historyNote(at: index) {
                events += HistoryNote.events(in: note.text)
                index += note.lines
                continue
            }
            if let order = orderNumber(at: index) {
                self.facts.offerNumber(order.canonical, from: origin)
                index += 2
                continue
            }
            if !isTaken(block, origin) {
                if Self.isSentence(block) { break }
                kept.append(block)
            }
            index += 1
        }
        body.replaceSubrange(0..<index, with: kept)
        self.facts.offer(events, from: origin)
    }

    private static func beginsText(_ block: Block) -> Bool {
        if let label = ArticleLabel(block.text), label.isSetOff || label.continues(nil) { return true }
        return false
    }

    /// A sentence, or the addressee of a notice: what follows is text.
    private static func isSentence(_ block: Block) -> Bool {
        !HeadingLabel.endsAsHeading(block.text) || block.isTableRow || HeadingLabel.numbered(block.text) != nil
    }

    /// Where nothing else named the title: the block marked as one, or the lines in the middle at the top.
    private mutating func findTitle(_ origin: String) {
        guard facts.title.isEmpty else { return }
        if let marked = body.prefix(Self.mostLines).firstIndex(where: { $0.isTitle }) {
            let run = body[marked...].prefix(4).prefix { $0.isTitle }
            facts.offerTitle(run.map(\.text).joined(), from: origin)
            return
        }
        let start = body.prefix(Self.mostLines).firstIndex {
            !HistoryLine.isHistory($0.text) && !Self.isLetterhead($0) && DocumentNumber($0.text) == nil && !HeadingLabel.isAttachment($0.text)
        }
        guard let start else { return }
        let first = body[start]
        if first.isCentred || first.headingLevel > 0 {
            let run = body[start...].prefix(5).prefix {
                $0.isCentred == first.isCentred && $0.headingLevel == first.headingLevel && Self.canBeTitle($0.text)
            }
            facts.offerTitle(run.map(\.text).joined(), from: origin)
        } else if Self.canBeTitle(first.text), first.text.unicodeScalars.count <= 80 {
            facts.offerTitle(first.text, from: origin)
        }
    }

    /// 某市人民政府令 above 第12号: an order prints its number on two lines.
    private func orderNumber(at index: Int) -> DocumentNumber? {
        guard index + 1 < body.count else { return nil }
        let name = body[index].text.squeezed
        let rest = body[index + 1].text.squeezed
        guard name.hasSuffix("令") || name.hasSuffix("公告"), name.unicodeScalars.count <= 40, rest.unicodeScalars.count <= 16,
            rest.hasPrefix("第") || rest.hasPrefix("（第"), rest.hasSuffix("号") || rest.hasSuffix("号）")
        else { return nil }
        return DocumentNumber(name + rest.filter { $0 != "（" && $0 != "）" })
    }

    /// 某市人民政府文件, in red above the number.
    private static func isLetterhead(_ block: Block) -> Bool {
        block.isCentred && block.text.hasSuffix("文件") && block.text.unicodeScalars.count <= 40
            && !block.text.contains("关于")
    }

    static func canBeTitle(_ text: String) -> Bool {
        HeadingLabel.endsAsHeading(text) && HeadingLabel.division(text) == nil && !HeadingLabel.isContentsList(text)
            && !HistoryLine.isHistory(text) && ArticleLabel(text) == nil && DocumentNumber(text) == nil
            && !text.hasPrefix("（") && HeadingLabel.numbered(text) == nil
    }

    /// The note that begins here; one in brackets may run over a few lines.
    private func historyNote(at index: Int) -> (text: String, lines: Int)? {
        let first = body[index].text
        guard HistoryLine.isHistory(first) || first.hasPrefix("（") && first.utf8.count < 300 else { return nil }
        if first.hasPrefix("（"), !first.contains("）") {
            for end in (index + 1)..<max(index + 1, min(index + 5, body.count)) {
                let joined = body[index...end].map(\.text).joined()
                if HeadingLabel.division(body[end].text) != nil || ArticleLabel(body[end].text)?.isSetOff == true { break }
                if body[end].text.hasSuffix("）"), HistoryLine.isHistory(joined) { return (joined, end - index + 1) }
            }
        }
        return HistoryLine.isHistory(first) ? (first, 1) : nil
    }

    /// Whether the line says no more than the facts do now.
    private mutating func isTaken(_ block: Block, _ origin: String) -> Bool {
        if Self.isLetterhead(block) { return true }
        let squeezed = block.text.squeezed
        if squeezed.unicodeScalars.count >= 4, facts.title.squeezed.contains(squeezed) { return true }
        if block.isTitle, squeezed == facts.title.squeezed { return true }
        if squeezed.hasSuffix("号"), squeezed.unicodeScalars.count <= 40, let number = DocumentNumber(block.text) {
            facts.offerNumber(number.canonical, from: origin)
            return true
        }
        return takeNumberAndDay(block.text, origin)
    }

    /// （青府发〔2020〕3号　2020年3月5日）: a number and the day it was signed, and nothing else.
    private mutating func takeNumberAndDay(_ line: String, _ origin: String) -> Bool {
        guard line.utf8.count <= 150, let number = DocumentNumber.matches(in: line).first,
            let day = LegalDate.matches(in: line).first
        else { return false }
        let others = line.unicodeScalars.enumerated().filter { offset, scalar in
            !number.span.contains(offset) && !day.span.contains(offset) && !Blanks.contains(scalar) && !"（）()，,".unicodeScalars.contains(scalar)
        }
        guard others.isEmpty, number.span.upperBound <= day.span.lowerBound || day.span.upperBound <= number.span.lowerBound else { return false }
        facts.offerNumber(number.number.canonical, from: origin)
        facts.offer(day.date, as: .written, from: origin)
        return true
    }
}

/// A line of the note on a text's history: 2023年9月1日第十四届…会议修订.
enum HistoryLine {
    private static let deeds: [StaticString] = [
        "通过", "公布", "发布", "施行", "实施", "修正", "修订", "批准", "废止", "修改", "生效", "公告", "令第", "令　第", "会议", "颁布", "印发", "起执行",
    ]

    static func isHistory(_ line: String) -> Bool {
        guard line.utf8.count <= 6_000 else { return false }
        let scalars = line.unicodeScalars
        let bare = scalars.drop { "（(【[".unicodeScalars.contains($0) || Blanks.contains($0) }
        guard let first = bare.first, ChineseDigits.contains(first) || "根经自".unicodeScalars.contains(first) else {
            return false
        }
        let skipped = scalars.distance(from: scalars.startIndex, to: bare.startIndex)
        guard let date = LegalDate.matches(in: String(line.unicodeScalars.prefix(400))).first else { return false }
        let begins = date.span.lowerBound == skipped
        let after = scalars.dropFirst(date.span.upperBound).first { !Blanks.contains($0) }
        if begins {
            guard let after else { return true }
            if "）)".unicodeScalars.contains(after) { return true }
            if "，、,；：".unicodeScalars.contains(after) { return false }
        } else if skipped == 0 && first != "根" {
            return false
        }
        let hasInnerStop = scalars.dropLast(2).contains("。")
        return !hasInnerStop && line.holdsAny(deeds)
    }
}
