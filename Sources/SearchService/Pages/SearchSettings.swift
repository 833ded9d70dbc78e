import LegalDocuments
import LegalSearch

/// How much was found, as of which day, in what order.
struct SearchSettings {
    let context: PageContext
    let parameters: SearchParameters
    let answer: SearchAnswer

    private var phrases: Phrases { context.phrases }

    func write(to html: inout HTML) {
        html.element(.form, [.class("bar asof"), .action(Link(path: ["search"]))]) { html in
            let kept = parameters.with {
                $0.offset = 0
                $0.asOf = nil
                $0.sort = .relevance
            }
            html.hiddenFields(kept.items + context.languageItems)
            html.element(.p) { html in
                html.element(
                    .strong,
                    say: phrases.total(answer.total, exact: answer.totalIsExact, documents: parameters.groupsByDocument))
            }
            html.element(.label) { html in
                html.text(phrases.asOfBefore + " ")
                html.void(
                    .input, [.plain(.type, "date"), .plain(.name, "as_of"), .plain(.value, answer.asOf.description)])
                html.text(" " + phrases.asOfAfter)
            }
            order(&html)
            html.element(.button, [.class("quiet")], text: phrases.update)
            explanationSwitch(&html)
        }
    }

    /// Explanations are left out until asked for: those of twenty hits are as long as the hits.
    private func explanationSwitch(_ html: inout HTML) {
        guard !answer.hits.isEmpty else { return }
        let link = context.search(parameters.with { $0.wantsExplanation.toggle() })
        html.element(.a, [.href(link)], text: parameters.wantsExplanation ? phrases.explainNoMore : phrases.explainOrder)
    }

    private func order(_ html: inout HTML) {
        html.element(.label) { html in
            html.text(phrases.order + " ")
            html.element(.select, [.plain(.name, "sort")]) { html in
                for order in SortOrder.allCases {
                    let value = Attribute.plain(.value, order.rawValue)
                    html.element(
                        .option, order == parameters.sort ? [value, .selected] : [value], text: phrases.sortOrder(order))
                }
            }
        }
    }
}

/// What was done to the query, in words: nothing is widened, narrowed or left out in silence.
struct QueryNotes {
    let context: PageContext
    let parameters: SearchParameters
    let answer: SearchAnswer

    private var phrases: Phrases { context.phrases }

    func write(to html: inout HTML) {
        let sentences = self.sentences
        guard !sentences.isEmpty else { return }
        html.element(.div, [.class("said")]) { html in
            for sentence in sentences { html.element(.p, say: sentence) }
        }
    }

    var sentences: [Sentence] {
        var sentences = answer.notes.map { note in
            phrases.note(note, literally: context.literalSearch(parameters.query)) { context.link(["n", $0]) }
        }
        if answer.notes.isEmpty, PlainWords(parameters.query).words.count > 1 { sentences.append(phrases.allWordsNeeded) }
        if answer.hiddenVersions > 0 {
            let all = parameters.with {
                $0.allVersions = true
                $0.offset = 0
            }
            sentences.append(phrases.hiddenVersions(answer.hiddenVersions, show: context.search(all)))
        }
        if parameters.allVersions {
            let current = parameters.with {
                $0.allVersions = false
                $0.offset = 0
            }
            sentences.append(phrases.everyVersionShown(hide: context.search(current)))
        }
        if !answer.suggestions.isEmpty { sentences.append(suggestions) }
        return sentences
    }

    private var suggestions: Sentence {
        phrases.didYouMean(
            answer.suggestions.prefix(5).map { suggestion in
                (suggestion, context.search(parameters.with {
                    $0.query = suggestion
                    $0.offset = 0
                }))
            })
    }
}

/// The words of a query that is nothing but words: no quotes, no operators, no fields.
struct PlainWords {
    /// Empty where the query holds anything else.
    let words: [String]

    init(_ query: String) {
        let special: Set<Character> = ["\"", "“", "”", "「", "」", ":", "：", "-", "|", "(", ")", "（", "）", "*", "《", "》", "/"]
        words = query.contains(where: { special.contains($0) }) ? [] : query.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
