import HTTPTypes
import Hummingbird

/// The first page, and the files that all pages share.
struct HomeRoutes {
    private let surroundings: RouteSurroundings

    init(_ surroundings: RouteSurroundings) { self.surroundings = surroundings }

    func add(to router: Router<BasicRequestContext>) {
        router.get("/", use: surroundings.handler(home))
        file("/style.css", PackageResources.style_css, "text/css; charset=utf-8", in: router)
        file("/script.js", PackageResources.script_js, "text/javascript; charset=utf-8", in: router)
        file("/icon.svg", PackageResources.icon_svg, "image/svg+xml", in: router)
        file("/openapi.json", PackageResources.openapi_json, "application/json; charset=utf-8", in: router)
    }

    private func home(_ request: Request) throws(ServiceError) -> Response {
        Response(page: HomePage(context: PageContext(request, provider: surroundings.provider)).html)
    }

    /// These are part of the program; no path leads to a file of the machine.
    private func file(_ path: RouterPath, _ bytes: [UInt8], _ mediaType: String, in router: Router<BasicRequestContext>) {
        let buffer = ByteBuffer(bytes: bytes)
        router.get(path) { _, _ in
            Response(status: .ok, headers: [.contentType: mediaType], body: ResponseBody(byteBuffer: buffer))
        }
    }
}
