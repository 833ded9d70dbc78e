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
                // A question's total is only a lower bound: the list ends where a step is not full.
                var next = parameters.offset + Self.step
                var isFull = first.count == Self.step
                while isFull, next < parameters.offset + parameters.limit {
                    let from = next
                    let step = try await surroundings.workers.run { try hits(from: from) }
                    try await writer.write(step.lines)
                    isFull = step.count == Self.step
                    next += Self.step
                }
                try await writer.finish(nil)
            })
        response.headers[.total] = "\(first.total)"
        response.headers[.generation] = "\(commit.generation)"
        return response
    }

    private func hits(from offset: Int) throws(ServiceError) -> (lines: ByteBuffer, count: Int, total: Int) {
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
            return (lines, answer.hits.count, answer.total)
        } catch {
            throw ServiceError(error)
        }
    }
}
