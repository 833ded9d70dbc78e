import CZlib
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix

/// Sends texts of some length packed (gzip, RFC 1952) to callers that take it so.
///
/// A streamed answer goes as it is: its first lines should not wait for its last.
struct Compression<Context: RequestContext>: RouterMiddleware {
    /// Shorter ones fit into a packet or two as they are.
    private static var leastBytes: Int { 1_400 }
    /// More than a page of hits; takes a millisecond.
    private static var largeBytes: Int { 65_536 }
    /// More than any page; zlib counts in 32 bits.
    private static var mostBytes: Int { 64_000_000 }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        guard Self.accepts(request.headers[.acceptEncoding]), response.headers[.contentEncoding] == nil,
            let length = response.body.contentLength, (Self.leastBytes...Self.mostBytes).contains(length),
            let type = response.headers[.contentType], Self.isText(type)
        else { return response }
        guard let packed = try await Self.packed(response.body) else { return response }
        response.body = ResponseBody(byteBuffer: packed)
        response.headers[.contentLength] = "\(packed.readableBytes)"
        response.headers[.contentEncoding] = "gzip"
        if response.headers[.vary] == nil { response.headers[.vary] = "Accept-Encoding" }
        return response
    }

    /// Whether `Accept-Encoding` names gzip, or anything, without a weight of nothing.
    private static func accepts(_ field: String?) -> Bool {
        guard let field else { return false }
        return field.split(separator: ",").contains { coding in
            let parts = coding.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard let name = parts.first, ["gzip", "x-gzip", "*"].contains(name) else { return false }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return weight > 0
        }
    }

    private static func isText(_ type: String) -> Bool {
        type.hasPrefix("text/") || ["json", "xml", "javascript"].contains { type.contains($0) }
    }

    /// Nil where packing did not make it shorter. A large one is packed on another thread, because the connections of this
    /// one would wait for it.
    private static func packed(_ body: ResponseBody) async throws -> ByteBuffer? {
        let gathered = GatheredBody()
        try await body.write(gathered)
        let buffer = gathered.buffer
        guard buffer.readableBytes > largeBytes else { return buffer.gzipped() }
        return try await NIOThreadPool.singleton.runIfActive { buffer.gzipped() }
    }
}

/// Keeps what a body writes.
private final class GatheredBody: ResponseBodyWriter {
    var buffer = ByteBuffer()

    func write(_ part: ByteBuffer) async throws { buffer.writeImmutableBuffer(part) }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension ByteBuffer {
    /// Fast rather than small: pages pack to a quarter at once.
    private static var level: Int32 { 3 }

    /// Nil where packing would not make it shorter.
    fileprivate func gzipped() -> ByteBuffer? {
        let capacity = readableBytes
        var target = ByteBuffer()
        // Safety: zlib reads and writes within the two buffers, which are alive for the length of the call.
        unsafe target.writeWithUnsafeMutableBytes(minimumWritableBytes: capacity) { output in
            unsafe withUnsafeReadableBytes { input in
                unsafe lexigram_gzip(
                    input.baseAddress?.assumingMemoryBound(to: UInt8.self), input.count,
                    output.baseAddress?.assumingMemoryBound(to: UInt8.self), capacity, Self.level)
            }
        }
        return target.readableBytes > 0 ? target : nil
    }
}
