/// Links to the other pages of hits: the first, the neighbours, the last.
struct Pager {
    let context: PageContext
    let parameters: SearchParameters
    let total: Int
    /// The service passes over no more hits than these.
    let lastOffset: Int

    private var pageCount: Int {
        let reachable = lastOffset / parameters.limit + 1
        return min(max(1, (total - 1) / parameters.limit + 1), reachable)
    }

    func write(to html: inout HTML) {
        guard parameters.limit > 0, total > parameters.limit else { return }
        let current = parameters.offset / parameters.limit + 1
        let phrases = context.phrases
        html.element(.nav, [.class("pages"), .ariaLabel(phrases.paging)]) { html in
            if current > 1 {
                html.element(.a, [link(to: current - 1), .plain(.rel, "prev")], text: phrases.previous)
            }
            var last = 0
            for page in Self.shown(current: current, of: pageCount) {
                if page > last + 1 { html.element(.span, [.ariaHidden], text: "…") }
                html.element(
                    .a, page == current ? [link(to: page), .ariaCurrentPage] : [link(to: page)], text: String(page))
                last = page
            }
            if current < pageCount {
                html.element(.a, [link(to: current + 1), .plain(.rel, "next")], text: phrases.next)
            }
        }
    }

    /// The numbers of the pages that have a link, ascending.
    static func shown(current: Int, of count: Int) -> [Int] {
        (1...max(1, count)).filter { $0 == 1 || $0 == count || abs($0 - current) <= 3 }
    }

    private func link(to page: Int) -> Attribute {
        .href(context.search(parameters.with { $0.offset = min((page - 1) * parameters.limit, lastOffset) }))
    }
}
