import FoundationEssentials
import SearchService

/// A systemd unit for the service with what it may do cut down to reading its index (systemd.exec(5)).
struct ServiceUnit {
    let index: String
    let host: String
    let port: Int
    let tokenFile: String?
    let accessLog: String
    /// A service of the user who writes it, not of the system.
    let isOfUser: Bool

    struct WriteError: Error {
        let path: String
        let words: String
    }

    var text: String {
        var lines = ["[Unit]", "Description=Lexigram 法律文件检索 / search of legal documents", "After=network.target", "", "[Service]"]
        lines.append("ExecStart=" + command)
        if let tokenFile { lines.append("LoadCredential=token:" + Self.specifiersKept(Self.absolute(tokenFile))) }
        lines += ["Restart=on-failure", "TimeoutStopSec=5", "LimitNOFILE=4096", ""]
        lines += ["# 只读索引，不写任何文件。 / It reads the index and writes nothing."]
        lines += Self.sandbox + (isOfUser ? [] : ["DynamicUser=yes", "ProtectHome=read-only"])
        if isLoopback { lines += ["IPAddressDeny=any", "IPAddressAllow=localhost"] }
        lines += ["", "[Install]", "WantedBy=" + (isOfUser ? "default.target" : "multi-user.target")]
        return lines.joined(separator: "\n")
    }

    private static let sandbox = [
        "NoNewPrivileges=yes", "ProtectSystem=strict", "PrivateTmp=yes", "PrivateDevices=yes", "ProtectClock=yes",
        "ProtectHostname=yes", "ProtectKernelLogs=yes", "ProtectKernelModules=yes", "ProtectKernelTunables=yes",
        "ProtectControlGroups=yes", "ProtectProc=invisible", "RestrictNamespaces=yes", "RestrictRealtime=yes",
        "RestrictSUIDSGID=yes", "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6", "LockPersonality=yes",
        "MemoryDenyWriteExecute=yes", "CapabilityBoundingSet=", "SystemCallArchitectures=native",
        "SystemCallFilter=@system-service", "UMask=0077",
    ]

    private var isLoopback: Bool { ServiceConfiguration(host: host).listensOnLoopback }

    private var command: String {
        var words = [Self.program, "serve", "--index", Self.absolute(index), "--host", host, "--port", "\(port)"]
        words += ["--access-log", accessLog]
        var line = words.map(Self.quoted).joined(separator: " ")
        // %d is the folder in which systemd puts credentials.
        if tokenFile != nil { line += " --token-file %d/token" }
        return line
    }

    /// - Returns: the path it was written to.
    func write() throws(WriteError) -> String {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? ""
        let configured = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let folder = (configured ?? home + "/.config") + "/systemd/user"
        let path = folder + "/lexigram.service"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data((text + "\n").utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw WriteError(path: path, words: "\(error)")
        }
        return path
    }

    private static let program: String =
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? absolute(CommandLine.arguments[0])

    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// As systemd.service(5) reads a command line: in quotation marks, with its own marks doubled.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/.-_:".unicodeScalars.contains(scalar)
        }
        guard !isPlain else { return word }
        let escaped = word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("$", with: "$$")
        return "\"\(specifiersKept(escaped))\""
    }

    private static func specifiersKept(_ text: String) -> String { text.replacing("%", with: "%%") }
}
