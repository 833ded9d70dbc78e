import LegalDocuments
import LegalSearch

/// Why a text has the status it has, in one sentence.
struct StatusReason {
    let context: PageContext
    let answer: DocumentAnswer
    let asOf: LegalDate?

    private var phrases: Phrases { context.phrases }

    var sentence: Sentence {
        var sentence = phrases.reason
        guard !answer.statusEvidence.isEmpty else {
            sentence.append(phrases.nothingTold)
            return sentence
        }
        for (index, evidence) in answer.statusEvidence.enumerated() {
            if index > 0 { sentence.append(Sentence(text: phrases.pick("；", "; "))) }
            sentence.append(fact(evidence))
        }
        sentence.append(answer.status == .inForce ? phrases.nothingAgainst : phrases.sentence("。", "."))
        return sentence
    }

    /// 施行：2024年1月1日（据第九十条“本法自2024年1月1日起施行。”）
    private func fact(_ evidence: StatusEvidence) -> Sentence {
        let value: Sentence = LegalDate(iso: evidence.value).map { "\(date: $0)" } ?? Sentence(text: evidence.value)
        let quote = evidence.quote.map { phrases.quoted($0) } ?? ""
        let from = origin(evidence.from)
        let name = phrases.field(evidence.field)
        return phrases.sentence("\(name) \(value)（\(from)\(quote)）", "\(name) \(value) (\(from) \(quote))")
    }

    /// Another version is a link to it; anything else is where a value was read.
    private func origin(_ from: String) -> Sentence {
        if from != answer.document.id, let version = answer.versions.first(where: { $0.id == from }) {
            let name = version.version.map { phrases.date($0) } ?? version.id
            let link = context.document(version.id, asOf: asOf)
            return phrases.sentence("见\("\(name)文本", to: link)", "see \("the text of \(name)", to: link)")
        }
        return phrases.origin(from, provision: DocumentFacts(document: answer.document, phrases: phrases).place)
    }
}
