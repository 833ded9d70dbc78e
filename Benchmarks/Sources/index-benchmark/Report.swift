import FoundationEssentials

/// A step's result, as JSON in a file.
enum Report {
    static func write(_ value: some Encodable, to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try encoder.encode(value).write(to: URL(filePath: path))
    }
}
