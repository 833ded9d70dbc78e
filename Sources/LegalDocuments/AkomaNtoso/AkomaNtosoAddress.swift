/// Where a law stands in the Akoma Ntoso naming convention: `/akn/cn/act/2017-09-01/ID`, one of its texts
/// `…/zho@2023-09-01`, an article of it `…/~art_23`.
///
/// Source: OASIS, "Akoma Ntoso Naming Convention Version 1.0" (2019), sections 4 and 5. The number of the convention is the
/// id of the oldest text held: Chinese laws have no number that tells one from all others.
public struct AkomaNtosoAddress: Equatable, Sendable {
    /// `act` for law, `doc` for what is none.
    public var type: String
    /// When the work came into being; nil where nobody says.
    public var workDate: LegalDate?
    /// The id of the work's oldest text held.
    public var work: String
    /// The day that tells the text from other versions; nil for the work itself.
    public var expression: LegalDate?
    /// The provision's id; nil for the whole.
    public var portion: String?

    public init(
        type: String = "act", workDate: LegalDate? = nil, work: String, expression: LegalDate? = nil, portion: String? = nil
    ) {
        self.type = type
        self.workDate = workDate
        self.work = work
        self.expression = expression
        self.portion = portion
    }

    /// The address of a document's text.
    /// - Parameter oldest: the oldest text held of the same law.
    public init(of document: LegalDocument, oldest: (id: String, version: LegalDate?)) {
        self.init(
            type: document.kind.isLaw ? "act" : "doc",
            workDate: oldest.id == document.id ? Self.origin(of: document.dates) : oldest.version,
            work: oldest.id, expression: document.dates.version ?? Self.origin(of: document.dates))
    }

    private static func origin(of dates: DocumentDates) -> LegalDate? {
        dates.version ?? dates.published ?? dates.adopted ?? dates.written ?? dates.effective
    }

    /// Written where a date must stand and nobody knows one; the year 1 is in no document.
    static let unknownDate = "0001-01-01"
    static let language = "zho"

    /// The address of the work.
    public var workPath: String { "/akn/cn/\(type)/\(workDate?.description ?? Self.unknownDate)/\(work)" }

    /// The address of the text.
    public var expressionPath: String {
        "\(workPath)/\(Self.language)@\(expression?.description ?? Self.unknownDate)"
    }

    /// Reads the parts of a path behind `/akn/`; nil where they are no such address.
    ///
    /// Country and type are not looked at, nor is the work's date: the id alone tells the work.
    public init?(components: [String]) {
        guard components.count >= 4, components[0].hasPrefix("cn"), !components[3].isEmpty else { return nil }
        self.init(type: components[1], workDate: LegalDate(iso: components[2]), work: components[3])
        for part in components.dropFirst(4) {
            if part.hasPrefix(Self.language + "@") || part.hasPrefix("chi@") {
                let day = part.dropFirst(4)
                guard day.isEmpty || LegalDate(iso: day) != nil || day == Self.unknownDate[...] else { return nil }
                expression = LegalDate(iso: day)
            } else if let mark = part.firstIndex(of: "~") {
                portion = String(part[part.index(after: mark)...])
            } else if part != "!main", part != Self.language {
                return nil
            }
        }
    }
}
