import HTTPTypes
import Hummingbird
import LegalSearch
import NIOCore

/// A large result as JSON lines: one hit a line, as in `hits`, sent as they are found and all from one commit.
struct HitStream {
    private let surroundings: RouteSurroundings
    private let commit: any SearchProvider
    private let parameters: SearchParameters

    /// Hits of one step.
    private static let step = 500

    init(_ surroundings: RouteSurroundings, commit: any SearchProvider, parameters: SearchParameters) {
        self.surroundings = surroundings
        // Held, for the service may move on to a newer commit between two steps.
        self.commit = commit.pinnedProvider()
        self.parameters = parameters
    }

    /// The first step is taken before the head is sent, so that an error still has its status.
    func response() throws(ServiceError) -> Response {
        let first = try hits(from: parameters.offset)
        var response = Response(
            status: .ok, headers: [.contentType: "application/x-ndjson; charset=utf-8"],
            body: ResponseBody { writer in
                try await writer.write(first.lines)
                var next = parameters.offset + Self.step
                while next < end(total: first.total) {
                    let from = next
                    try await writer.write(try await surroundings.workers.run { try hits(from: from).lines })
                    next += Self.step
                }
                try await writer.finish(nil)
            })
        response.headers[.total] = "\(first.total)"
        response.headers[.generation] = "\(commit.generation)"
        return response
    }

    /// Where the last hit that was asked for ends.
    private func end(total: Int) -> Int { min(total, parameters.offset + parameters.limit) }

    private func hits(from offset: Int) throws(ServiceError) -> (lines: ByteBuffer, total: Int) {
        var request = parameters.request
        request.wantsFacets = false
        request.offset = offset
        request.limit = max(0, min(Self.step, parameters.offset + parameters.limit - offset))
        do {
            let answer = try commit.search(request)
            var lines = ByteBuffer()
            for hit in answer.hits {
                lines.writeBytes(AnswerEncoder.json(hit))
                lines.writeInteger(UInt8(ascii: "\n"))
            }
            return (lines, answer.total)
        } catch {
            throw ServiceError(error)
        }
    }
}
