import CLibXML2

/// Copies libxml2's tree into values of our own, so that nothing of the library outlives the parse.
struct MarkupCopy {
    /// Of HTML; elements of XML have no traits.
    private var traits: ElementTraitReader?
    private var count = 0

    static func element(_ root: xmlNodePtr, isHTML: Bool) -> MarkupElement {
        var copy = MarkupCopy(traits: isHTML ? ElementTraitReader() : nil)
        return unsafe copy.element(root, depth: 0)
    }

    /// Safety of all below: the node belongs to a document that the caller keeps until the copy is made,
    /// and libxml2 ends every name and text with a NUL.
    private mutating func element(_ node: xmlNodePtr, depth: Int) -> MarkupElement {
        let name = unsafe node.pointee.name.map { unsafe Self.string($0) } ?? ""
        let attributes = unsafe Self.attributes(of: node)
        let place = count
        count += 1
        var children: [MarkupNode] = []
        // The parser stops at this depth itself; the bound keeps the recursion finite whatever it does.
        var next = depth < 2 * IngestionLimits.elementDepth ? unsafe node.pointee.children : nil
        while let child = unsafe next {
            switch unsafe child.pointee.type {
            case XML_ELEMENT_NODE:
                children.append(.element(unsafe element(child, depth: depth + 1)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                if let content = unsafe child.pointee.content { children.append(.text(unsafe Self.string(content))) }
            default:
                break
            }
            unsafe next = child.pointee.next
        }
        if traits != nil { children = TurnedPages.shown(children) }
        return MarkupElement(
            name: name, attributes: attributes, children: children, line: Int(unsafe node.pointee.line), place: place,
            traits: traits?.traits(name: name, attributes: attributes, children: children) ?? [])
    }

    private static func attributes(of node: xmlNodePtr) -> [MarkupElement.Attribute] {
        var attributes: [MarkupElement.Attribute] = []
        var next = unsafe node.pointee.properties
        while let attribute = unsafe next {
            if let name = unsafe attribute.pointee.name {
                var value = ""
                var part = unsafe attribute.pointee.children
                while let text = unsafe part {
                    if let content = unsafe text.pointee.content {
                        if value.isEmpty { value = unsafe string(content) } else { value += unsafe string(content) }
                    }
                    unsafe part = text.pointee.next
                }
                attributes.append(MarkupElement.Attribute(name: unsafe string(name), value: value))
            }
            unsafe next = attribute.pointee.next
        }
        return attributes
    }

    private static func string(_ text: UnsafePointer<xmlChar>) -> String {
        unsafe String(cString: text)
    }

    private static func string(_ text: UnsafeMutablePointer<xmlChar>) -> String {
        unsafe String(cString: text)
    }
}
