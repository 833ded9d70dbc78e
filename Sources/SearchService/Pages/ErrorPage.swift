import HTTPTypes

/// What went wrong and what to do, with the query kept in the box.
struct ErrorPage {
    let context: PageContext
    let error: ServiceError
    let requestID: String

    private var phrases: Phrases { context.phrases }

    var html: HTML {
        PageFrame(context: context, title: phrases.errorTitle(error)).html { html in
            html.element(.main, [.id("main"), .class("wrap cols"), .plain(.tabindex, "-1")]) { html in
                html.element(.div, [.class("body flow")]) { html in
                    html.element(.h1, text: phrases.errorTitle(error))
                    html.element(.p, text: phrases.errorDetail(error))
                    html.element(.h2, text: phrases.whatNow)
                    html.element(.ul, [.class("plain")]) { html in
                        html.element(.li, say: phrases.goHome(context.link([])))
                        if error == .failed { html.element(.li, say: phrases.seeHealth(Link(path: ["healthz"]))) }
                    }
                    facts(&html)
                }
            }
        }
    }

    private func facts(_ html: inout HTML) {
        html.element(.dl, [.class("facts")]) { html in
            html.element(.dt, text: phrases.circumstance)
            html.element(.dd, text: "\(error.status.code) \(error.status.reasonPhrase)")
            if error == .failed {
                html.element(.dt, text: phrases.requestNumber)
                html.element(.dd) { $0.element(.code, [.class("copy")], text: requestID) }
            }
        }
    }
}
