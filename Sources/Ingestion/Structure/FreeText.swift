import TextAnalysis

/// Cuts text that is not in articles: by 一、二、三、 where it is numbered so, else into groups of paragraphs.
enum FreeText {
    struct Piece: Equatable {
        /// The number of a section; nil for a group of paragraphs.
        var section: Int?
        /// 一、 or empty.
        var label: String
        var text: String
    }

    /// - Parameter nextSection: the number that the next section must have; 1 begins anew.
    static func pieces(of paragraphs: [String], nextSection: inout Int) -> [Piece] {
        let starts = sectionStarts(in: paragraphs, from: nextSection)
        guard let first = starts.first, starts.count > 1 || first.number > 1 else { return groups(of: paragraphs[...]) }
        var pieces = groups(of: paragraphs[..<first.index])
        for (position, start) in starts.enumerated() {
            let end = position + 1 < starts.count ? starts[position + 1].index : paragraphs.count
            let body = ([start.rest] + paragraphs[(start.index + 1)..<end]).filter { !$0.isEmpty }
            pieces.append(Piece(section: start.number, label: start.label, text: body.joined(separator: "\n")))
        }
        nextSection = (starts.last?.number ?? 0) + 1
        return pieces
    }

    private struct SectionStart {
        let index: Int
        let number: Int
        let label: String
        let rest: String
    }

    /// Lines numbered in sequence; a number out of sequence belongs to the section it stands in.
    private static func sectionStarts(in paragraphs: [String], from expected: Int) -> [SectionStart] {
        var starts: [SectionStart] = []
        var expected = expected
        for (index, paragraph) in paragraphs.enumerated() {
            guard let (digits, rest) = HeadingLabel.numbered(paragraph),
                let number = ChineseNumeral.value(of: digits), number == expected || (starts.isEmpty && number == 1)
            else { continue }
            starts.append(SectionStart(index: index, number: number, label: digits + "、", rest: rest))
            expected = number + 1
        }
        return starts
    }

    private static func groups(of paragraphs: ArraySlice<String>) -> [Piece] {
        var pieces: [Piece] = []
        var group: [String] = []
        var length = 0
        for paragraph in paragraphs {
            let count = paragraph.unicodeScalars.count
            if !group.isEmpty, length + count > IngestionLimits.paragraphGroupCharacters {
                pieces.append(Piece(section: nil, label: "", text: group.joined(separator: "\n")))
                (group, length) = ([], 0)
            }
            group.append(paragraph)
            length += count
        }
        if !group.isEmpty { pieces.append(Piece(section: nil, label: "", text: group.joined(separator: "\n"))) }
        return pieces
    }
}
