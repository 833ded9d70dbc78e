import CLibXML2

/// Parses UTF-8 markup with libxml2: no network, no external files, no entities but the five of XML and those of HTML.
enum MarkupParser {
    /// The library must be set up once before threads share it.
    private static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// The `html` element of a page. Faulty markup is mended as browsers do, within what libxml2 can.
    ///
    /// - Throws: `tooDeep` where the parser stopped early: what follows would be missing in silence.
    static func html(_ utf8: [UInt8]) throws(IngestionError.Reason) -> MarkupElement {
        try StageTimes.measure(.parse, within: .structure) { () throws(IngestionError.Reason) in try parsedHTML(utf8) }
    }

    private static func parsedHTML(_ utf8: [UInt8]) throws(IngestionError.Reason) -> MarkupElement {
        precondition(isReady)
        // Safety: the context is ours until freed below; the tree it made is freed before it.
        guard let context = unsafe htmlNewParserCtxt() else { throw .malformed("out of memory") }
        defer { unsafe htmlFreeParserCtxt(context) }
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            | HTML_PARSE_COMPACT.rawValue
        let document = unsafe utf8.withUnsafeBytes { buffer in
            unsafe htmlCtxtReadMemory(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
                "UTF-8", Int32(options)
            )
        }
        defer { unsafe xmlFreeDoc(document) }
        if unsafe stoppedForDepth(context) { throw .tooDeep(limit: IngestionLimits.elementDepth) }
        guard let document = unsafe document, let root = unsafe xmlDocGetRootElement(document) else {
            throw .noContent
        }
        return unsafe MarkupCopy.element(root, isHTML: true)
    }

    /// The root element of a well-formed XML document.
    static func xml(_ utf8: [UInt8]) throws(IngestionError.Reason) -> MarkupElement {
        try StageTimes.measure(.parse, within: .structure) { () throws(IngestionError.Reason) in try parsedXML(utf8) }
    }

    private static func parsedXML(_ utf8: [UInt8]) throws(IngestionError.Reason) -> MarkupElement {
        precondition(isReady)
        if declaresEntities(utf8) { throw .entityForbidden }
        // Safety: as above.
        guard let context = unsafe xmlNewParserCtxt() else { throw .malformed("out of memory") }
        defer { unsafe xmlFreeParserCtxt(context) }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NOCDATA.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_COMPACT.rawValue
        let document = unsafe utf8.withUnsafeBytes { buffer in
            unsafe xmlCtxtReadMemory(
                context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count), nil,
                "UTF-8", Int32(options)
            )
        }
        defer { unsafe xmlFreeDoc(document) }
        if unsafe stoppedForDepth(context) { throw .tooDeep(limit: IngestionLimits.elementDepth) }
        guard let document = unsafe document, let root = unsafe xmlDocGetRootElement(document),
            unsafe context.pointee.wellFormed == 1
        else { throw .malformed(unsafe message(of: context)) }
        return unsafe MarkupCopy.element(root, isHTML: false)
    }

    /// Whether the parser's last word was that elements lie too deep; it stops for good after that.
    private static func stoppedForDepth(_ context: xmlParserCtxtPtr) -> Bool {
        let hasStopped = unsafe context.pointee.disableSAX != 0
        return hasStopped && (unsafe message(of: context)).contains("xcessive depth")
    }

    private static func message(of context: xmlParserCtxtPtr) -> String {
        let line = unsafe context.pointee.lastError.line
        // Safety: the message belongs to the context, which outlives this copy.
        guard let words = unsafe context.pointee.lastError.message else { return "not well-formed" }
        return "line \(line): " + (unsafe String(cString: words)).trimmedBlanks
    }

    /// A document type with entities is refused before the parser meets it.
    private static func declaresEntities(_ utf8: [UInt8]) -> Bool {
        let mark = Array("<!ENTITY".utf8)
        guard utf8.count >= mark.count else { return false }
        var at = 0
        let last = utf8.count - mark.count
        while at <= last {
            guard let next = utf8[at...last].firstIndex(of: mark[0]) else { return false }
            if utf8[next + 1] == mark[1], utf8[next..<next + mark.count].elementsEqual(mark) { return true }
            at = next + 1
        }
        return false
    }
}
