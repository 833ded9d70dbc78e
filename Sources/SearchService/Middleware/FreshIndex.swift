import Hummingbird
import Synchronization

/// Has the index look for a newer commit, at most once a second and only when somebody asks.
struct FreshIndex<Context: RequestContext>: RouterMiddleware {
    let provider: any SearchProvider
    private let clock = RefreshClock()

    init(provider: any SearchProvider) { self.provider = provider }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if clock.isDue() { provider.refresh() }
        return try await next(request, context)
    }
}

/// Says yes once a second.
private final class RefreshClock: Sendable {
    private let last = Mutex<ContinuousClock.Instant?>(nil)

    func isDue() -> Bool {
        let now = ContinuousClock.now
        return last.withLock { last in
            if let last, now - last < .seconds(1) { return false }
            last = now
            return true
        }
    }
}
