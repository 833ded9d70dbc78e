import Hummingbird
import NIOPosix
import Synchronization

/// Has the index look for a newer commit, at most once in half a second and only when somebody asks.
struct FreshIndex<Context: RequestContext>: RouterMiddleware {
    let provider: any SearchProvider
    let commits: RecentCommits
    private let clock = RefreshClock()

    init(provider: any SearchProvider, commits: RecentCommits) {
        self.provider = provider
        self.commits = commits
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if clock.isDue() {
            // To open a commit takes longer than other connections of this thread should wait.
            try await NIOThreadPool.singleton.runIfActive { [provider, commits] in
                provider.refresh()
                commits.hold()
            }
        }
        return try await next(request, context)
    }
}

/// Says yes at most twice a second.
private final class RefreshClock: Sendable {
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    func isDue() -> Bool {
        let now = ContinuousClock.now
        return last.withLock { last in
            if let last, now - last < .milliseconds(500) { return false }
            last = now
            return true
        }
    }
}
