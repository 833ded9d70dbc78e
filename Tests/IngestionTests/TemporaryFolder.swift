import Glibc

/// A folder of a test's own, gone when the test is.
final class TemporaryFolder {
    let path: String
    /// What was made in it, in order.
    private var made: [String] = []

    init() {
        var template = Array("/tmp/ingestion-XXXXXX".utf8CString)
        // Safety: mkdtemp writes six characters into the template, which ends with a NUL.
        path = unsafe template.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, let made = unsafe mkdtemp(base) else { return "/tmp" }
            return unsafe String(cString: made)
        }
    }

    /// Writes a file, with the folders above it, and gives its path.
    func write(_ text: String, to name: String) -> String {
        let full = path + "/" + name
        for index in full.indices.dropFirst(path.count + 1) where full[index] == "/" {
            let folder = String(full[..<index])
            if unsafe mkdir(folder, 0o755) == 0 { made.append(folder) }
        }
        if let file = unsafe fopen(full, "w") {
            unsafe fputs(text, file)
            unsafe fclose(file)
            made.append(full)
        }
        return full
    }

    func link(_ name: String, to target: String) {
        unsafe symlink(target, path + "/" + name)
        made.append(path + "/" + name)
    }

    deinit {
        for name in made.reversed() { unsafe remove(name) }
        if path != "/tmp" { unsafe rmdir(path) }
    }
}
