import HTTPTypes
import NIOCore
import NIOHTTPTypes
import Synchronization

/// Closes a connection whose request does not come in whole in its time, and one too many from the same machine.
///
/// A caller that sends one byte every few seconds (slowloris) is never idle; what counts is when the request is whole.
/// A body that is longer than any may be ends the connection too, and so does an answer that says `Connection: close`.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let counts: ClientCounts
    private let requestTime: TimeAmount
    private let idleTime: TimeAmount
    private let bodyLimit: Int
    private var bodyBytes = 0
    private var endsAfterAnswer = false
    /// Whether all of the request has come, and all of its answer has gone: an answer may be quicker than a body.
    private var requestIsWhole = true
    private var answerIsWhole = true
    private var client: String?
    private var deadline: Scheduled<Void>?

    init(counts: ClientCounts, limits: ServiceConfiguration.Limits) {
        self.counts = counts
        requestTime = .seconds(Int64(limits.requestSeconds))
        idleTime = .seconds(Int64(limits.idleSeconds))
        bodyLimit = limits.bodyBytes
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        if let client { counts.leave(client) }
        client = nil
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            bodyBytes = 0
            requestIsWhole = false
            answerIsWhole = false
            close(context, in: requestTime)
        case .body(let part):
            bodyBytes += part.readableBytes
            if bodyBytes > bodyLimit { return context.close(promise: nil) }
        case .end:
            requestIsWhole = true
            if answerIsWhole { close(context, in: idleTime) } else { deadline?.cancel() }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(let head): endsAfterAnswer = head.headerFields[.connection] == "close"
        case .body: break
        case .end:
            answerIsWhole = true
            if endsAfterAnswer {
                close(context, in: .milliseconds(500))
            } else if requestIsWhole {
                close(context, in: idleTime)
            }
        }
        context.write(data, promise: promise)
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard client == nil else { return }
        if let address = context.remoteAddress?.ipAddress {
            guard counts.enter(address) else { return context.close(promise: nil) }
            client = address
        }
        close(context, in: requestTime)
    }

    private func close(_ context: ChannelHandlerContext, in time: TimeAmount) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: time) { context.close(promise: nil) }
    }
}

/// How many connections each other machine has open.
final class ClientCounts: Sendable {
    private let limit: Int
    private let open = Mutex<[String: Int]>([:])

    init(limit: Int) { self.limit = limit }

    /// False where the client has as many as it may. This machine's own are not counted.
    func enter(_ client: String) -> Bool {
        guard !Self.isLoopback(client) else { return true }
        return open.withLock { open in
            let count = open[client, default: 0]
            guard count < limit else { return false }
            open[client] = count + 1
            return true
        }
    }

    func leave(_ client: String) {
        guard !Self.isLoopback(client) else { return }
        open.withLock { open in
            let count = open[client, default: 1] - 1
            open[client] = count > 0 ? count : nil
        }
    }

    private static func isLoopback(_ client: String) -> Bool {
        client.hasPrefix("127.") || client == "::1" || client.hasPrefix("::ffff:127.")
    }
}
