import LegalDocuments

/// Reads typed values of parameters; an error names the parameter.
struct ParameterReader {
    private let items: QueryItems

    init(_ items: QueryItems) { self.items = items }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(ServiceError) -> Int? {
        guard let text = try items.single(name) else { return nil }
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let value = Int(text),
            range.contains(value)
        else { throw .badParameter(name: name, .notInRange(value: text.shortened, range)) }
        return value
    }

    func date(_ name: String) throws(ServiceError) -> LegalDate? {
        guard let text = try items.single(name) else { return nil }
        guard let date = LegalDate(iso: text) else { throw .badParameter(name: name, .notADate(value: text.shortened)) }
        return date
    }

    func flag(_ name: String) throws(ServiceError) -> Bool {
        guard let text = try choice(name, of: ["1", "true", "0", "false"]) else { return false }
        return text == "1" || text == "true"
    }

    func choice(_ name: String, of choices: [String]) throws(ServiceError) -> String? {
        guard let text = try items.single(name) else { return nil }
        guard choices.contains(text) else {
            throw .badParameter(name: name, .notOneOf(value: text.shortened, choices))
        }
        return text
    }
}

extension String {
    /// Long enough to recognise in a message, never longer than a line.
    var shortened: String {
        unicodeScalars.count <= 40 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(40))) + "…"
    }
}
