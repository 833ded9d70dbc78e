import Synchronization

/// The last few commits that answers were made from, so that a list can be paged through while the index changes.
///
/// A commit that is held costs no copy: its files stay mapped, even those that a newer one has done away with.
final class RecentCommits: Sendable {
    private let provider: any SearchProvider
    private let held = Mutex<[any SearchProvider]>([])

    /// The present one and three before it.
    private static let most = 4

    init(_ provider: any SearchProvider) { self.provider = provider }

    /// Holds the present commit.
    func hold() {
        let generation = provider.generation
        held.withLock { held in
            guard held.last?.generation != generation else { return }
            held.append(provider.pinnedProvider())
            if held.count > Self.most { held.removeFirst() }
        }
    }

    /// The commit of this generation; nil where it is no longer held.
    func provider(generation: UInt64) -> (any SearchProvider)? {
        if generation == provider.generation { return provider }
        return held.withLock { held in held.last { $0.generation == generation } }
    }
}
