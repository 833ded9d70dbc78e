extension SynonymTable {
    /// The groups that come with the program, by field of life. Written by hand from the words of the law; a word that is the
    /// law's own needs no group, and has none. Documentation/Query.md says how to add to them.
    static let standard: SynonymTable = {
        // A test reads every field, so a malformed line does not come this far.
        return (try? SynonymTable(fields.joined(separator: "\n"))) ?? SynonymTable()
    }()

    package static let fields = [
        labour, family, inheritance, housing, consumer, traffic, injury, debt, business, criminal, administrative, social,
        procedure,
    ]

    private init() {}
}
