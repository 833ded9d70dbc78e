/// The items of a query string (`application/x-www-form-urlencoded`), decoded, in their order.
///
/// A name or a value that is not UTF-8 is an error; a `%` without two digits after it stands for itself, as people type it.
struct QueryItems {
    private let items: [QueryItem]

    init(_ query: String?) throws(ServiceError) {
        var items: [QueryItem] = []
        for part in (query ?? "").utf8.split(separator: UInt8(ascii: "&")) {
            let separator = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            guard let name = PercentCoding.decoded(part[..<separator], plusIsSpace: true) else {
                throw .badParameter(name: "?", .notUTF8)
            }
            guard let value = PercentCoding.decoded(part[separator...].dropFirst(), plusIsSpace: true) else {
                throw .badParameter(name: name, .notUTF8)
            }
            items.append(QueryItem(name, value))
        }
        self.items = items
    }

    /// The value of a parameter that may stand only once; nil where it is absent or empty, as empty form fields are.
    func single(_ name: String) throws(ServiceError) -> String? {
        let values = all(name)
        guard values.count < 2 else { throw .badParameter(name: name, .repeated) }
        return values.first
    }

    /// All values of a parameter that are not empty.
    func all(_ name: String) -> [String] {
        items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    /// How often a parameter is given, empty or not.
    func count(of name: String) -> Int { items.count { $0.name == name } }

    /// All items but those of one name; the language switch keeps a page's other parameters.
    func without(_ name: String) -> [QueryItem] {
        items.filter { $0.name != name && !$0.value.isEmpty }
    }
}
