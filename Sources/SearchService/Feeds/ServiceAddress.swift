import HTTPTypes
import Hummingbird

/// Where the caller reaches this service: for the addresses in a feed, which must be whole.
struct ServiceAddress {
    private let base: String

    /// Behind a proxy that speaks TLS the scheme is the proxy's to tell; `X-Forwarded-Proto: https` is believed for that alone.
    init(_ request: Request) {
        let host = request.head.authority ?? request.headers[HTTPField.Name("Host")!] ?? "localhost"
        let isSecure = request.headers[HTTPField.Name("X-Forwarded-Proto")!] == "https"
        base = (isSecure ? "https://" : "http://") + host
    }

    func url(_ link: Link) -> String { base + link.target }
}
