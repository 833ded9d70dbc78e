package import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The pages and the programming interface over one index.
///
///     let service = try SearchService(provider: library, configuration: ServiceConfiguration(), logger: logger)
///     try await service.run { address in print("listening on \(address)") }
public struct SearchService: Sendable {
    private let provider: any SearchProvider
    private let configuration: ServiceConfiguration
    private let logger: Logger

    public init(provider: any SearchProvider, configuration: ServiceConfiguration, logger: Logger) {
        self.provider = provider
        self.configuration = configuration
        self.logger = logger
    }

    /// Answers until SIGTERM or SIGINT; requests under way are finished first.
    ///
    /// `onListening` is called once, with the address that is listened on: `http://127.0.0.1:8686/`.
    /// - Throws: ``ServiceStartError`` where it could not start.
    public func run(onListening: @escaping @Sendable (String) -> Void) async throws {
        guard (0...65_535).contains(configuration.port) else {
            throw ServiceStartError.portOutOfRange(configuration.port)
        }
        guard configuration.listensOnLoopback || configuration.requiredToken != nil else {
            throw ServiceStartError.tokenNeeded(host: configuration.host)
        }
        // Before the threads that read, search and write are started: they inherit it.
        SchedulingClass.takeTurns()
        do {
            try await group(onListening: onListening).run()
        } catch let error as IOError {
            throw startError(error)
        } catch let error as SocketAddressError {
            throw ServiceStartError.addressNotAvailable(
                host: configuration.host, port: configuration.port, reason: "\(error)")
        }
    }

    /// The application under the two signals. A request that will not end is cut off, so that all ends within two seconds.
    private func group(onListening: @escaping @Sendable (String) -> Void) -> ServiceGroup {
        var group = ServiceGroupConfiguration(
            services: [application(onListening: onListening)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        group.maximumGracefulShutdownDuration = .milliseconds(1_500)
        return ServiceGroup(configuration: group)
    }

    /// The application with its routes; tests ask it without a socket.
    package func application(onListening: @escaping @Sendable (String) -> Void) -> some ApplicationProtocol {
        var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
        decoder.maxHeaderFieldSize = configuration.limits.headerBytes
        decoder.maxHeaderListSize = configuration.limits.headerBytes
        decoder.maxHeaderFieldCount = 100
        let host = bindHost
        let limits = configuration.limits
        let clients = ClientCounts(limit: limits.connectionsPerClient)
        return Application(
            responder: ServiceRouter(provider: provider, configuration: configuration, logger: logger).build()
                .buildResponder(),
            server: HTTPServerBuilder { [decoder] responder in
                let connections = HTTP1Channel(
                    responder: responder,
                    configuration: .init(
                        additionalChannelHandlers: [
                            ConnectionGuard(counts: clients, limits: limits),
                            UnreadableRequestAnswer(headerLimit: limits.headerBytes),
                        ],
                        idleTimeout: .seconds(Int64(limits.idleSeconds)), httpDecoderConfiguration: decoder))
                return LoopBoundConnections(connections: connections)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: configuration.port),
                // Many may knock at once: who finds no place in the queue tries again only a second later.
                backlog: 1_024,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    configuration.limits.connections, logger: logger)),
            onServerRunning: { channel in
                // Four at a time is usual: hundreds that knock at once would wait for seconds while others are answered.
                try? await channel.setOption(.maxMessagesPerRead, value: 256).get()
                onListening(Self.address(host: host, port: channel.localAddress?.port))
            },
            eventLoopGroupProvider: .shared(ServiceLoops.group), logger: logger)
    }

    /// Whether a request that names this host, as its Host header does, is answered on loopback.
    package static func answersHost(_ authority: String?) -> Bool {
        HostCheck<BasicRequestContext>.isLoopback(authority)
    }

    /// Without the brackets that an IPv6 address has in a URL.
    private var bindHost: String {
        let host = configuration.host
        return host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    }

    private static func address(host: String, port: Int?) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "http://\(name)\(port.map { ":\($0)" } ?? "")/"
    }

    private func startError(_ error: IOError) -> ServiceStartError {
        error.errnoCode == EADDRINUSE
            ? .addressInUse(host: configuration.host, port: configuration.port)
            : .addressNotAvailable(host: configuration.host, port: configuration.port, reason: "\(error)")
    }
}
