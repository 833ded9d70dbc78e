import Synchronization

/// How many requests were answered, how, and how fast, since the start; in the text format that Prometheus reads.
///
/// Format: https://prometheus.io/docs/instrumenting/exposition_formats/ (version 0.0.4).
final class RequestCounts: Sendable {
    private struct Key: Hashable {
        let route: ServiceRoute
        let status: Int
    }

    private struct Times {
        var buckets = [UInt64](repeating: 0, count: RequestCounts.bounds.count)
        var count: UInt64 = 0
        var seconds = 0.0
    }

    private struct State {
        var requests: [Key: UInt64] = [:]
        var times: [ServiceRoute: Times] = [:]
    }

    private let state = Mutex(State())

    /// Upper bounds of the buckets, in seconds.
    private static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5]

    func add(route: ServiceRoute, status: Int, duration: Duration) {
        let seconds = duration / .seconds(1)
        state.withLock { state in
            state.requests[Key(route: route, status: status), default: 0] += 1
            var times = state.times[route] ?? Times()
            if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { times.buckets[bucket] += 1 }
            times.count += 1
            times.seconds += seconds
            state.times[route] = times
        }
    }

    func write(to text: inout MetricsText) {
        let state = state.withLock { $0 }
        text.family("lexigram_http_requests_total", "counter", "Requests answered, by route and status.")
        for (key, count) in state.requests.sorted(by: { ($0.key.route.name, $0.key.status) < ($1.key.route.name, $1.key.status) }) {
            text.sample("lexigram_http_requests_total", [("route", key.route.name), ("status", "\(key.status)")], "\(count)")
        }
        let name = "lexigram_http_request_duration_seconds"
        text.family(name, "histogram", "Time from a request's head to its answer's head.")
        for (route, times) in state.times.sorted(by: { $0.key.name < $1.key.name }) {
            var sum: UInt64 = 0
            for (bound, count) in zip(Self.bounds, times.buckets) {
                sum += count
                text.sample(name + "_bucket", [("route", route.name), ("le", "\(bound)")], "\(sum)")
            }
            text.sample(name + "_bucket", [("route", route.name), ("le", "+Inf")], "\(times.count)")
            text.sample(name + "_sum", [("route", route.name)], "\(times.seconds)")
            text.sample(name + "_count", [("route", route.name)], "\(times.count)")
        }
    }
}

/// Lines of metrics. Label values are escaped: backslash, quotation mark and line feed.
struct MetricsText {
    private(set) var text = ""

    mutating func family(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    mutating func sample(_ name: String, _ labels: [(String, String)] = [], _ value: String) {
        text += name
        if !labels.isEmpty {
            let parts = labels.map { "\($0)=\"\(Self.escaped($1))\"" }
            text += "{\(parts.joined(separator: ","))}"
        }
        text += " \(value)\n"
    }

    mutating func gauge(_ name: String, _ help: String, _ value: some BinaryInteger) {
        family(name, "gauge", help)
        sample(name, [], "\(value)")
    }

    private static func escaped(_ value: String) -> String {
        var escaped = ""
        for character in value {
            switch character {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
