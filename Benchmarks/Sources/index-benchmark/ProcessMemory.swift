import FoundationEssentials

/// What the kernel says of this process's memory, in millions of bytes.
enum ProcessMemory {
    /// Resident pages that no file backs.
    static var anonymous: Double { megabytes(of: "RssAnon") }
    static var resident: Double { megabytes(of: "VmRSS") }
    /// The most that was resident since the start, or since ``resetPeak()``.
    static var peak: Double { megabytes(of: "VmHWM") }

    /// Lets ``peak`` begin anew (proc(5), clear_refs).
    static func resetPeak() throws {
        try Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    private static func megabytes(of field: String) -> Double {
        Double(ProcessStatus.numbers(in: "/proc/self/status")[field] ?? 0) * 1024 / 1e6
    }
}

/// Lines of the form `name: number` in a file of /proc.
enum ProcessStatus {
    static func numbers(in path: String) -> [String: Int] {
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return [:] }
        var numbers: [String: Int] = [:]
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let digits = line[colon...].drop { !$0.isNumber }.prefix { $0.isNumber }
            numbers[String(line[..<colon])] = Int(digits)
        }
        return numbers
    }
}
