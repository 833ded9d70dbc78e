/// The Model Context Protocol over a stream of lines: the caller reads and writes, this answers.
///
/// ``receive(_:)`` never waits and may be called while ``answer(_:)`` works on another thread; that is how a
/// cancellation overtakes the request it is about.
public struct ModelContextServer: Sendable {
    private let session: ModelContextSession

    /// A message that wants an answer.
    public struct Message: Sendable {
        fileprivate let message: ModelContextMessage
    }

    public init(provider: any SearchProvider) { session = ModelContextSession(provider: provider) }

    /// Takes a line as it came; nil where nothing is to be answered.
    public func receive(_ line: String) -> Message? {
        line.trimmingBlanks.isEmpty ? nil : session.receive(line).map { Message(message: $0) }
    }

    /// The line to send back, without its end; nil where the request was cancelled.
    public func answer(_ message: Message) -> [UInt8]? { session.answer(message.message) }
}
