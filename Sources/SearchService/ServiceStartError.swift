/// Why the service did not start. Nothing was changed.
public enum ServiceStartError: Error, Equatable, Sendable {
    /// Another program listens there already.
    case addressInUse(host: String, port: Int)
    /// The host is not one of this machine's, or the port is not ours to take.
    case addressNotAvailable(host: String, port: Int, reason: String)
    /// Other machines could reach this host, and no access token is set.
    case tokenNeeded(host: String)
    /// Not 0 to 65,535.
    case portOutOfRange(Int)
}

extension ServiceStartError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .addressInUse(let host, let port): "\(host):\(port) is in use"
        case .addressNotAvailable(let host, let port, let reason): "cannot listen on \(host):\(port): \(reason)"
        case .tokenNeeded(let host): "listening on \(host) needs an access token"
        case .portOutOfRange(let port): "no port has the number \(port)"
        }
    }
}
