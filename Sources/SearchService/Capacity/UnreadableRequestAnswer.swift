import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Says why where bytes could not be read as a request: the server's own answer to them is empty.
///
/// Nothing of such a request is known, so the sentence is in the first language.
final class UnreadableRequestAnswer: ChannelOutboundHandler, RemovableChannelHandler {
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let headerLimit: Int

    init(headerLimit: Int) { self.headerLimit = headerLimit }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        // All other refusals have a body.
        guard case .head(var head) = unwrapOutboundIn(data), head.status == .badRequest,
            head.headerFields[.contentLength] == "0"
        else { return context.write(data, promise: promise) }
        let problem = ProblemDetails(
            error: .unreadableRequest(limit: headerLimit), phrases: Phrases(language: .chinese), instance: "")
        let body = ByteBuffer(bytes: problem.json)
        head.headerFields[.contentType] = ProblemDetails.mediaType
        head.headerFields[.contentLength] = String(body.readableBytes)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: promise)
    }
}
