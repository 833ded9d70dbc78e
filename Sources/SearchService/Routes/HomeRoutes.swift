import Hummingbird

/// The first page, and the one style sheet of all pages.
struct HomeRoutes {
    let provider: any SearchProvider

    func add(to router: Router<BasicRequestContext>) {
        router.get("/") { request, _ in
            Response(page: HomePage(context: PageContext(request, provider: provider)).html)
        }
        router.get("/style.css") { _, _ in
            Response(bytes: PackageResources.style_css, mediaType: "text/css; charset=utf-8")
        }
    }
}
