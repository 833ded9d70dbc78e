/// The options of a subcommand: `--name value` in any order.
struct Arguments {
    private var values: [String: String] = [:]

    init(_ words: some Sequence<String>) throws {
        var iterator = words.makeIterator()
        while let word = iterator.next() {
            guard word.hasPrefix("--") else { throw UsageError("\(word) stands where an option is expected") }
            guard let value = iterator.next() else { throw UsageError("\(word) needs a value") }
            values[String(word.dropFirst(2))] = value
        }
    }

    func string(_ name: String) throws -> String {
        guard let value = values[name] else { throw UsageError("--\(name) is missing") }
        return value
    }

    func optionalString(_ name: String) -> String? { values[name] }

    /// A whole number above 0.
    func count(_ name: String, default fallback: Int) throws -> Int {
        guard let text = values[name] else { return fallback }
        guard let value = Int(text), value > 0 else { throw UsageError("--\(name) \(text) is not a whole number above 0") }
        return value
    }
}

/// A call that cannot be carried out as it stands.
struct UsageError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
