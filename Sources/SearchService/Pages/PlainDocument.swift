import LegalDocuments
import LegalSearch

/// A document as plain text, to be kept: title, what is known of it, then the text under its headings.
struct PlainDocument {
    private let answer: DocumentAnswer
    private let phrases: Phrases

    init(_ answer: DocumentAnswer, phrases: Phrases) {
        self.answer = answer
        self.phrases = phrases
    }

    var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) + [0x0A] }

    private var lines: [String] { head + text }

    private var head: [String] {
        let document = answer.document
        var lines = [document.title, ""]
        func fact(_ name: String, _ value: String?) { if let value { lines.append("\(name)：\(value)") } }
        fact(phrases.field("number"), document.number)
        fact(phrases.field("issuer"), document.issuer)
        fact(phrases.field("version"), document.dates.version?.description)
        fact(phrases.field("effective"), document.dates.effective?.description)
        fact(phrases.statusColumn, phrases.status(answer.status))
        fact(phrases.permanentAddress, "/d/\(document.id)")
        if document.textKind == .digest { lines.append(phrases.digest) }
        return lines + [""]
    }

    private var text: [String] {
        var lines: [String] = []
        var previous: [String] = []
        for provision in answer.document.provisions {
            let same = zip(provision.headings, previous).prefix { $0 == $1 }.count
            for heading in provision.headings.dropFirst(same) { lines += [heading, ""] }
            previous = provision.headings
            lines += [provision.label.isEmpty ? provision.text : provision.label + "　" + provision.text, ""]
        }
        return lines
    }
}
