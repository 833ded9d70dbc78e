import LegalSearch

/// Buttons that narrow the hits by a field, each with the number of hits it leaves; a filter that is set is a link out of it.
///
/// Buttons of one form, because it holds the query once: a long question in each of two hundred links outweighs the hits.
struct FacetRail {
    let context: PageContext
    let parameters: SearchParameters
    let facets: [Facet]

    /// Values shown at once, and after unfolding.
    private static let shown = 8
    private static let unfolded = 40

    private var phrases: Phrases { context.phrases }

    func write(to html: inout HTML) {
        let known = facets.compactMap { facet in
            SearchFilter.Key(rawValue: facet.field).flatMap { facet.values.isEmpty ? nil : ($0, facet.values) }
        }
        let others = parameters.filters.filter { filter in
            !known.contains { key, values in key == filter.key && values.contains { $0.value == filter.value } }
        }
        guard !known.isEmpty || !others.isEmpty else { return }
        html.element(.aside, [.class("rail"), .ariaLabel(phrases.narrow)]) { html in
            html.element(.details) { html in
                html.element(.summary, text: phrases.narrow)
                html.element(.form, [.action(Link(path: ["search"]))]) { html in
                    html.hiddenFields(parameters.with { $0.offset = 0 }.items + context.languageItems)
                    for filter in others { list(&html, key: filter.key, values: [(filter.value, nil)], id: "x-\(filter.key.rawValue)") }
                    for (key, values) in known {
                        list(&html, key: key, values: values.map { ($0.value, Optional($0.count)) }, id: "f-\(key.rawValue)")
                    }
                }
            }
        }
        html.newline()
    }

    private func list(_ html: inout HTML, key: SearchFilter.Key, values: [(value: String, count: Int?)], id: String) {
        html.element(.h2, [.id(id)], text: phrases.facetName(key))
        html.element(.ul, [.ariaLabelledBy(id)]) { html in
            for value in values.prefix(Self.shown) { item(&html, key: key, value: value.value, count: value.count) }
        }
        let more = values.dropFirst(Self.shown).prefix(Self.unfolded)
        guard !more.isEmpty else { return }
        html.element(.details) { html in
            html.element(.summary, text: phrases.moreValues(more.count))
            html.element(.ul, [.ariaLabelledBy(id)]) { html in
                for value in more { item(&html, key: key, value: value.value, count: value.count) }
            }
        }
    }

    private func item(_ html: inout HTML, key: SearchFilter.Key, value: String, count: Int?) {
        let filter = SearchFilter(key: key, value: value)
        let isSet = parameters.filters.contains(filter)
        html.element(.li) { html in
            html.element(isSet ? .a : .button, isSet ? wayOut(of: filter) : wayInto(filter)) { html in
                html.text(phrases.facetValue(key, value) + (isSet ? " ×" : " "))
                if let count { html.element(.span, text: Phrases.grouped(count)) }
            }
        }
    }

    private func wayInto(_ filter: SearchFilter) -> [Attribute] {
        [.plain(.name, "filter"), .plain(.value, "\(filter.key.rawValue):\(filter.value)")]
    }

    private func wayOut(of filter: SearchFilter) -> [Attribute] {
        let without = parameters.with {
            $0.offset = 0
            $0.filters.removeAll { $0 == filter }
        }
        return [.href(context.search(without)), .ariaCurrent, .title(phrases.removeFilter)]
    }
}
