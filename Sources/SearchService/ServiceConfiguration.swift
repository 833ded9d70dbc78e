/// Where the service listens and what it lets in.
public struct ServiceConfiguration: Sendable {
    /// A name or an address. Anything but loopback needs an ``accessToken``.
    public var host: String
    /// 0 lets the system choose one.
    public var port: Int
    /// Callers send it as `Authorization: Bearer …`, browsers as the password of Basic. Nil or empty: nobody is asked.
    public var accessToken: String?
    /// The one web origin whose pages may read the interface (CORS), as `https://law.example`. Nil: none may.
    public var allowedOrigin: String?
    public var accessLog: AccessLog
    public var limits: Limits

    /// What is written for each request.
    public enum AccessLog: String, Sendable, CaseIterable {
        case none
        /// Method, route, status and time; nothing that was typed.
        case routes
        /// The path with its query string too.
        case queries
    }

    /// Upper bounds on what one caller may ask.
    public struct Limits: Sendable {
        /// Unicode scalars of a query.
        public var queryLength = 1_000
        /// Hits of one answer.
        public var hits = 100
        /// Hits of one streamed answer.
        public var streamedHits = 10_000
        /// The largest number of hits that may be passed over.
        public var offset = 10_000
        /// Bytes of a path with its query string, as sent.
        public var targetLength = 16_384
        /// Bytes of all header fields of a request.
        public var headerBytes = 32_768
        /// Bytes of a request's body.
        public var bodyBytes = 8_388_608
        /// Connections open at once; more wait to be taken.
        public var connections = 768
        /// Of these, from one other machine; more are closed at once. This machine's own programs share the whole.
        public var connectionsPerClient = 32
        /// Requests being answered or waiting for it; more are told to come back.
        public var requests = 128
        /// After so long without an answer a request is told that it took too long.
        public var answerSeconds = 10
        /// A request must have come in whole within this time of its first byte, or of the connection.
        public var requestSeconds = 10
        /// After this many seconds without a byte a connection is closed.
        public var idleSeconds = 60

        public init() {}
    }

    public init(
        host: String = "127.0.0.1", port: Int = 8686, accessToken: String? = nil, allowedOrigin: String? = nil,
        accessLog: AccessLog = .routes, limits: Limits = Limits()
    ) {
        self.host = host
        self.port = port
        self.accessToken = accessToken
        self.allowedOrigin = allowedOrigin
        self.accessLog = accessLog
        self.limits = limits
    }

    /// Whether only this machine can reach the service.
    public var listensOnLoopback: Bool {
        host == "localhost" || host == "::1" || host == "[::1]" || isIPv4Loopback
    }

    /// 127.0.0.0/8.
    private var isIPv4Loopback: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// The token where one is set.
    var requiredToken: String? {
        guard let accessToken, !accessToken.isEmpty else { return nil }
        return accessToken
    }
}
