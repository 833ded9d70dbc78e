/// A document as Akoma Ntoso 3.0 XML (OASIS LegalDocumentML 1.0), valid against its schema.
///
/// What the standard has no place for (where each fact was read, whether the text is a digest) stands in `proprietary`, so
/// that reading the XML gives the same document again.
public struct AkomaNtosoDocument {
    /// As registered with IANA.
    public static let mediaType = "application/akn+xml"
    static let namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

    private let document: LegalDocument
    private let address: AkomaNtosoAddress

    /// - Parameter oldest: the oldest text held of the same law, after which the work is named; nil for this one.
    public init(_ document: LegalDocument, oldest: (id: String, version: LegalDate?)? = nil) {
        self.document = document
        address = AkomaNtosoAddress(of: document, oldest: oldest ?? (document.id, document.dates.version))
    }

    public var bytes: [UInt8] {
        var xml = XMLText()
        xml.element("akomaNtoso", [("xmlns", Self.namespace)]) { xml in
            let attributes: XMLText.Attributes = [("name", document.kind.rawValue), ("contains", "singleVersion")]
            if document.kind.isLaw {
                xml.element("act", attributes) { parts(&$0) }
            } else {
                xml.element("doc", attributes) { parts(&$0) }
            }
        }
        return xml.bytes
    }

    private func parts(_ xml: inout XMLText) {
        AkomaNtosoMeta(document, address).write(to: &xml)
        xml.element("preface") { xml in
            xml.element("p") { $0.element("docTitle", text: document.title) }
            if let number = document.number { xml.element("p") { $0.element("docNumber", text: number) } }
        }
        // A body must hold something: a preamble that is all there is stands in it.
        let preambles = document.provisions.prefix { $0.id == "preamble" && $0.headings.isEmpty }
        let others = document.provisions.dropFirst(preambles.count)
        if !preambles.isEmpty, !others.isEmpty {
            xml.element("preamble") { xml in
                for line in preambles.flatMap(\.lines) { xml.element("p", text: line) }
            }
        }
        let inBody = others.isEmpty ? Array(preambles) : Array(others)
        if document.kind.isLaw {
            xml.element("body") { AkomaNtosoHierarchy(inBody).write(to: &$0) }
        } else {
            xml.element("mainBody") { AkomaNtosoHierarchy(inBody).write(to: &$0) }
        }
    }
}

extension Provision {
    /// Its paragraphs (款), each with its items.
    var lines: [String] { text.split(separator: "\n").map(String.init) }
}
