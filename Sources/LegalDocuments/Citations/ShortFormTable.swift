/// Short forms of titles, to be looked for backwards from where one may end.
struct ShortFormTable: Sendable {
    /// Key of a short form → the title it stands for.
    private var titles: [String: String] = [:]
    /// Last character → the lengths of the forms that end in it, the longest first.
    private var lengths: [Unicode.Scalar: [Int]] = [:]

    private static let longest = 30

    init(_ titles: [String: String] = [:]) {
        for (name, title) in titles { self[name] = title }
    }

    var isEmpty: Bool { titles.isEmpty }

    subscript(name: String) -> String? {
        get { titles.isEmpty ? nil : titles[name] }
        set {
            titles[name] = newValue
            let length = name.unicodeScalars.count
            guard let last = name.unicodeScalars.last, length <= Self.longest, !lengths[last, default: []].contains(length) else { return }
            lengths[last, default: []].append(length)
            lengths[last]?.sort(by: >)
        }
    }

    /// The longest form that ends before a place.
    func longest(in text: CompactText, endingAt end: Int) -> (range: Range<Int>, title: String)? {
        guard !titles.isEmpty, let last = text.at(end - 1), let lengths = lengths[last] else { return nil }
        for length in lengths where length >= 2 && length <= end {
            if let title = titles[text.string(end - length..<end)] { return (end - length..<end, title) }
        }
        return nil
    }
}
