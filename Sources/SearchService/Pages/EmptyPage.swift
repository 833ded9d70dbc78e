import LegalDocuments
import LegalSearch

/// Nothing was found: which condition was too much, and what to do.
struct EmptyPage {
    let context: PageContext
    let parameters: SearchParameters
    let answer: SearchAnswer
    let conditions: ConditionCounts

    private var phrases: Phrases { context.phrases }

    var html: HTML {
        let frame = PageFrame(context: context, title: phrases.nothingFound, keptSettings: parameters.settings)
        return frame.html { html in
            html.element(.main, [.id("main"), .class("wrap cols"), .plain(.tabindex, "-1")]) { html in
                html.element(.div, [.class("body flow")]) { html in
                    html.element(.h1, text: phrases.nothingFound)
                    html.element(.p, say: phrases.noProvision)
                    notes(&html)
                    table(&html)
                    reasons(&html)
                    html.element(.p, [.class("soft")], text: phrases.notFoundIsNotNonexistent)
                }
            }
        }
    }

    private func notes(_ html: inout HTML) {
        html.element(.div, [.class("said")]) { html in
            html.element(
                .p, say: parameters.allVersions ? phrases.onEveryVersion : phrases.onDay(answer.asOf))
            let sentences = QueryNotes(context: context, parameters: parameters.with { $0.allVersions = false }, answer: answer)
                .sentences
            for sentence in sentences { html.element(.p, say: sentence) }
        }
    }

    private func table(_ html: inout HTML) {
        guard !conditions.conditions.isEmpty else { return }
        html.element(.h2, text: phrases.oneByOne)
        html.element(.table) { html in
            html.element(.caption, [.class("vh")], text: phrases.eachCondition)
            html.element(.thead) { html in
                html.element(.tr) { html in
                    html.element(.th, [.plain(.scope, "col")], text: phrases.condition)
                    html.element(.th, [.plain(.scope, "col")], text: phrases.aloneFinds)
                    html.element(.th, [.plain(.scope, "col")]) { html in
                        html.element(.span, [.class("vh")], text: phrases.action)
                    }
                }
            }
            html.element(.tbody) { html in
                for condition in conditions.conditions { row(&html, condition) }
            }
        }
    }

    private func row(_ html: inout HTML, _ condition: ConditionCounts.Condition) {
        html.element(.tr) { html in
            html.element(.th, [.plain(.scope, "row")], text: name(of: condition))
            html.element(.td, [.class("num")]) { html in
                if condition.total > 0 {
                    html.say(phrases.total(condition.total, exact: true, documents: parameters.groupsByDocument))
                } else {
                    html.text(phrases.none)
                }
            }
            html.element(.td) { html in way(&html, outOf: condition) }
        }
    }

    /// Without this condition where that finds something, else only this word where that does.
    private func way(_ html: inout HTML, outOf condition: ConditionCounts.Condition) {
        if condition.totalWithout == 0, condition.word != nil, condition.total > 0 {
            html.element(.a, [.href(context.search(condition.alone))], text: phrases.onlyThisWord)
            return
        }
        let label = condition.word == nil ? phrases.withoutFilter : phrases.dropWord
        html.element(.a, [.href(context.search(condition.without))], text: label)
        if condition.totalWithout > 0 {
            html.text(phrases.pick("，", ", "))
            html.say(phrases.total(condition.totalWithout, exact: true, documents: parameters.groupsByDocument))
        }
    }

    private func name(of condition: ConditionCounts.Condition) -> String {
        guard let filter = condition.filter else { return condition.word ?? "" }
        return "\(phrases.facetName(filter.key))\(phrases.pick("：", ": "))\(phrases.facetValue(filter.key, filter.value))"
    }

    private func reasons(_ html: inout HTML) {
        html.element(.h2, text: phrases.mayBe)
        html.element(.ul, [.class("plain")]) { html in
            html.element(.li, say: phrases.notHeld(Link(path: ["api", "stats"])))
            if !parameters.allVersions {
                let all = parameters.with {
                    $0.allVersions = true
                    $0.offset = 0
                }
                html.element(.li, say: phrases.anotherVersion(context.search(all)))
            }
            html.element(.li, say: phrases.otherWords)
        }
    }
}
