import LegalDocuments
import LegalSearch

/// Reads typed values of parameters; an error names the parameter.
struct ParameterReader {
    private let items: QueryItems

    /// At most so many filters, each so long.
    private static let filterCount = 20
    private static let filterLength = 300

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

    /// The filters, each once. Empty ones ask nothing, but count as given.
    func filters() throws(ServiceError) -> [SearchFilter] {
        guard items.count(of: "filter") <= Self.filterCount else {
            throw .badParameter(name: "filter", .tooMany(limit: Self.filterCount))
        }
        var filters: [SearchFilter] = []
        for value in items.all("filter") {
            let filter = try filter(value)
            if !filters.contains(filter) { filters.append(filter) }
        }
        return filters
    }

    private func filter(_ value: String) throws(ServiceError) -> SearchFilter {
        guard value.unicodeScalars.count <= Self.filterLength else {
            throw .badParameter(name: "filter", .tooLong(limit: Self.filterLength))
        }
        do {
            return try SearchFilter(value)
        } catch {
            switch error {
            case .noValue(let text): throw .badParameter(name: "filter", .filterWithoutValue(text))
            case .unknownKey(let key):
                throw .badParameter(name: "filter", .unknownFilter(key: key, SearchFilter.Key.allCases.map(\.rawValue)))
            case .badValue(_, let value, let allowed):
                throw .badParameter(name: "filter", .notOneOf(value: value.shortened, allowed))
            }
        }
    }
}

extension String {
    /// Long enough to recognise in a message, never longer than a line.
    var shortened: String {
        unicodeScalars.count <= 40 ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(40))) + "…"
    }
}
