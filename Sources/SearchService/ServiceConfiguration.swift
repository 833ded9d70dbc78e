/// Where the service listens and what it lets in.
public struct ServiceConfiguration: Sendable {
    /// A name or an address. Anything but loopback needs an ``accessToken``.
    public var host: String
    /// 0 lets the system choose one.
    public var port: Int
    /// Callers send it as `Authorization: Bearer …`. Nil or empty: nobody is asked.
    public var accessToken: String?
    public var limits: Limits

    /// Upper bounds on what one caller may ask.
    public struct Limits: Sendable {
        /// Unicode scalars of a query.
        public var queryLength = 1_000
        /// Hits of one answer.
        public var hits = 100
        /// The largest number of hits that may be passed over.
        public var offset = 10_000
        /// Bytes of a path with its query string, as sent.
        public var targetLength = 16_384
        /// Bytes of all header fields of a request.
        public var headerBytes = 32_768
        /// Connections open at once; more wait.
        public var connections = 256
        /// After this many seconds without a byte a connection is closed.
        public var idleSeconds = 60

        public init() {}
    }

    public init(
        host: String = "127.0.0.1", port: Int = 8686, accessToken: String? = nil, limits: Limits = Limits()
    ) {
        self.host = host
        self.port = port
        self.accessToken = accessToken
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
