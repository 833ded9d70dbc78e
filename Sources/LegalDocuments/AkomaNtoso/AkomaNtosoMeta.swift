/// The `meta` of an Akoma Ntoso document: what it is called, when things happened to it, who made it.
struct AkomaNtosoMeta {
    private let document: LegalDocument
    private let address: AkomaNtosoAddress

    init(_ document: LegalDocument, _ address: AkomaNtosoAddress) {
        self.document = document
        self.address = address
    }

    /// What the names of `FRBRdate` and our own facts call the days.
    private var days: [(fact: String, name: String, day: LegalDate?)] {
        let dates = document.dates
        return [
            ("written", "written", dates.written), ("published", "publication", dates.published),
            ("adopted", "adoption", dates.adopted), ("approved", "approval", dates.approved),
            ("effective", "effective", dates.effective), ("expires", "expiry", dates.expires),
            ("repealed", "repeal", dates.repealed), ("version", "version", dates.version),
        ]
    }

    func write(to xml: inout XMLText) {
        xml.element("meta") { xml in
            xml.element("identification", [("source", "#lexigram")]) { xml in
                xml.element("FRBRWork") { work(&$0) }
                xml.element("FRBRExpression") { expression(&$0) }
                xml.element("FRBRManifestation") { manifestation(&$0) }
            }
            if let published = document.dates.published ?? document.dates.written {
                xml.void(
                    "publication", [("date", published.description), ("name", "publication"), ("showAs", document.title)])
            }
            lifecycle(&xml)
            references(&xml)
            record(&xml)
        }
    }

    // MARK: Identification

    private func work(_ xml: inout XMLText) {
        names(address.workPath, &xml)
        xml.void("FRBRalias", [("value", document.title), ("name", "title")])
        let known = days.compactMap { day in day.day.map { (day.name, $0) } }.filter { $0.0 != "version" }
        for (name, day) in known { date(day.description, name, &xml) }
        if known.isEmpty { date(address.workDate?.description ?? AkomaNtosoAddress.unknownDate, "unknown", &xml) }
        author(&xml)
        xml.void("FRBRcountry", [("value", "cn")])
        if let number = document.number { xml.void("FRBRnumber", [("value", number)]) }
    }

    private func expression(_ xml: inout XMLText) {
        names(address.expressionPath, &xml)
        date(address.expression?.description ?? AkomaNtosoAddress.unknownDate, document.dates.version == nil ? "unknown" : "version", &xml)
        author(&xml)
        xml.void("FRBRlanguage", [("language", AkomaNtosoAddress.language)])
    }

    private func manifestation(_ xml: inout XMLText) {
        names(address.expressionPath + ".akn", &xml)
        date(address.expression?.description ?? AkomaNtosoAddress.unknownDate, "unknown", &xml)
        xml.void("FRBRauthor", [("href", "#lexigram"), ("as", "#editor")])
        xml.void("FRBRformat", [("value", "application/akn+xml")])
    }

    private func names(_ path: String, _ xml: inout XMLText) {
        xml.void("FRBRthis", [("value", path + "/!main")])
        xml.void("FRBRuri", [("value", path)])
    }

    private func date(_ day: String, _ name: String, _ xml: inout XMLText) {
        xml.void("FRBRdate", [("date", day), ("name", name)])
    }

    private func author(_ xml: inout XMLText) {
        let href = document.issuer == nil ? "/akn/ontology/organization/cn/unknown" : "#issuer"
        xml.void("FRBRauthor", [("href", href), ("as", "#author")])
    }

    // MARK: Life, names, record

    private func lifecycle(_ xml: inout XMLText) {
        let dates = document.dates
        var events: [(type: String, day: LegalDate)] = []
        if let day = dates.adopted ?? dates.published ?? dates.written { events.append(("generation", day)) }
        if let day = dates.version, events.first.map({ $0.day < day }) ?? false { events.append(("amendment", day)) }
        if let day = dates.repealed { events.append(("repeal", day)) }
        guard !events.isEmpty else { return }
        xml.element("lifecycle", [("source", "#lexigram")]) { xml in
            for (index, event) in events.enumerated() {
                xml.void(
                    "eventRef",
                    [
                        ("eId", "event_\(index + 1)"), ("date", event.day.description), ("type", event.type),
                        ("source", "#original"),
                    ])
            }
        }
    }

    private func references(_ xml: inout XMLText) {
        xml.element("references", [("source", "#lexigram")]) { xml in
            xml.void("original", [("eId", "original"), ("href", address.workPath), ("showAs", document.title)])
            if let issuer = document.issuer {
                xml.void(
                    "TLCOrganization",
                    [("eId", "issuer"), ("href", "/akn/ontology/organization/cn/\(issuer.filter { !$0.isWhitespace })"), ("showAs", issuer)])
            }
            xml.void(
                "TLCOrganization",
                [("eId", "lexigram"), ("href", "/akn/ontology/organization/lexigram"), ("showAs", "Lexigram")])
            xml.void("TLCRole", [("eId", "author"), ("href", "/akn/ontology/role/author"), ("showAs", "制定机关")])
            xml.void("TLCRole", [("eId", "editor"), ("href", "/akn/ontology/role/editor"), ("showAs", "整理")])
        }
    }

    /// Every fact with where it was read.
    private func record(_ xml: inout XMLText) {
        var facts: [(name: String, value: String)] = [("title", document.title)]
        for (name, value) in [("number", document.number), ("issuer", document.issuer), ("indexNumber", document.indexNumber)] {
            if let value { facts.append((name, value)) }
        }
        if document.kind != .other { facts.append(("kind", document.kind.rawValue)) }
        for day in days { if let value = day.day { facts.append((day.fact, value.description)) } }
        xml.element("proprietary", [("source", "#lexigram"), ("xmlns:lexigram", "urn:lexigram:record")]) { xml in
            if document.textKind == .digest { xml.element("lexigram:textKind", text: "digest") }
            for fact in facts {
                xml.void(
                    "lexigram:fact",
                    [("name", fact.name), ("value", fact.value), ("from", document.origins[fact.name] ?? "record")])
            }
        }
    }
}
