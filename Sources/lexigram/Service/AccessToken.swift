import Glibc

/// The access token, from where only its owner can read it.
enum AccessToken {
    /// Longer ones are a wrong file.
    private static let mostBytes = 4_096

    /// The first line of the file, else `$LEXIGRAM_TOKEN`; nil where there is neither.
    static func read(file: String?) throws -> String? {
        guard let file else {
            // Safety: the string is copied at once; nothing here changes the environment.
            guard let value = unsafe getenv("LEXIGRAM_TOKEN") else { return nil }
            let token = unsafe String(cString: value)
            return token.isEmpty ? nil : token
        }
        let lines = try Failure.reporting { () throws(InputError) in try InputLines(path: file) }
        let line = try Failure.reporting { () throws(InputError) in try lines.next() } ?? ""
        let token = line.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
        guard !token.isEmpty, token.utf8.count <= mostBytes else {
            throw Failure.report(Messages.current.noToken(in: file), Failure.failed)
        }
        return token
    }
}
