import Hummingbird
import LegalDocuments
import LegalSearch

/// What every page needs to know of its request.
struct PageContext {
    let phrases: Phrases
    /// What stands in the search box.
    let query: String
    let statistics: LibraryStatistics
    /// Set where `?lang=` was given: links then carry it on.
    private let explicitLanguage: Language?
    /// This page in the other language; nil where its address is not ours to repeat.
    let inOtherLanguage: Link

    init(_ request: Request, provider: any SearchProvider, query: String = "") {
        explicitLanguage = request.explicitLanguage
        phrases = request.phrases
        self.query = query
        statistics = provider.statistics()
        let other = QueryItem("lang", phrases.language.other.tag)
        let items = (try? QueryItems(request.uri.query))?.without("lang") ?? []
        let path = PercentCoding.decoded(request.uri.path.utf8, plusIsSpace: false) ?? "/"
        inOtherLanguage = Link(path: path.split(separator: "/").map(String.init), items: items + [other])
    }

    var language: Language { phrases.language }

    /// A link within the service that stays in the language of this page.
    func link(_ path: [String], _ items: [QueryItem] = [], fragment: String? = nil) -> Link {
        Link(path: path, items: items + languageItems, fragment: fragment)
    }

    /// `lang` where it was asked for; forms carry it in a hidden field.
    var languageItems: [QueryItem] {
        explicitLanguage.map { [QueryItem("lang", $0.tag)] } ?? []
    }

    func search(_ parameters: SearchParameters) -> Link { link(["search"], parameters.items) }

    func search(_ query: String) -> Link { link(["search"], [QueryItem("q", query)]) }

    /// The query as literal text, whatever else it could be read as.
    func literalSearch(_ query: String) -> Link {
        search(query.contains("\"") ? query : "\"\(query)\"")
    }

    func document(_ id: String, query: String = "", asOf: LegalDate? = nil, provision: String? = nil) -> Link {
        var items: [QueryItem] = []
        if !query.isEmpty { items.append(QueryItem("q", query)) }
        if let asOf { items.append(QueryItem("as_of", asOf.description)) }
        return link(["d", id], items, fragment: provision)
    }
}
