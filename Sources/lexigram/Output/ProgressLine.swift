import LegalSearch

/// One line on a terminal that tells how far indexing has come; nothing where nobody looks.
final class ProgressLine {
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var shown: ContinuousClock.Instant?

    init() { start = clock.now }

    func show(_ progress: IndexingProgress) {
        guard Output.errorIsTerminal else { return }
        let now = clock.now
        if let shown, shown.duration(to: now) < .milliseconds(100), progress.done < progress.total { return }
        shown = now
        let seconds = max(start.duration(to: now) / .seconds(1), 0.001)
        let rate = Double(progress.bytes) / 1e6 / seconds
        let left = progress.done > 0 ? seconds * Double(progress.total - progress.done) / Double(progress.done) : 0
        Output.replaceErrorLine(
            with: Messages.current.progress(
                done: progress.done, total: progress.total, megabytesPerSecond: rate, secondsLeft: left))
    }

    func clear() { if shown != nil { Output.replaceErrorLine(with: "") } }
}
