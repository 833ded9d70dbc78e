import LegalDocuments

/// The values inside answers.
extension JSONWriter {
    mutating func hit(_ hit: Hit) {
        object { writer in
            writer.field("rank", hit.rank)
            writer.key("score")
            writer.decimal(hit.score)
            writer.key("document")
            writer.summary(hit.document)
            writer.key("provision")
            if let provision = hit.provision {
                writer.object {
                    $0.field("id", provision.id)
                    $0.field("label", provision.label)
                    $0.key("headings")
                    $0.array(provision.headings) { $0.string($1) }
                }
            } else {
                writer.string(nil)
            }
            writer.key("snippet")
            writer.object {
                $0.field("text", hit.snippet.text)
                $0.key("highlights")
                $0.array(hit.snippet.highlights) { $0.array([$1.lowerBound, $1.upperBound]) { $0.integer($1) } }
            }
            if let parts = hit.explanation {
                writer.key("explanation")
                writer.object { for part in parts { $0.key(part.name); $0.decimal(part.value) } }
            }
        }
    }

    mutating func numberFields(_ number: DocumentNumber) {
        field("code", number.code)
        field("year", number.year)
        field("serial", number.serial)
        field("canonical", number.canonical)
    }

    mutating func summary(_ summary: DocumentSummary) { object { $0.summaryFields(summary) } }

    mutating func summaries(_ name: String, _ summaries: [DocumentSummary]) {
        key(name)
        array(summaries) { $0.summary($1) }
    }

    mutating func summaryFields(_ summary: DocumentSummary) {
        field("id", summary.id)
        field("title", summary.title)
        field("number", summary.number)
        field("issuer", summary.issuer)
        field("kind", summary.kind.rawValue)
        field("region", summary.region)
        let dates = summary.dates
        for (name, date) in [
            ("written", dates.written), ("published", dates.published), ("adopted", dates.adopted),
            ("approved", dates.approved), ("effective", dates.effective), ("expires", dates.expires),
            ("repealed", dates.repealed), ("version", dates.version),
        ] {
            field(name, date?.description)
        }
        field("status", summary.status.rawValue)
        key("status_evidence")
        array(summary.statusEvidence) { writer, evidence in
            writer.object {
                $0.field("field", evidence.field)
                $0.field("value", evidence.value)
                $0.field("from", evidence.from)
                $0.field("quote", evidence.quote)
            }
        }
        field("text_kind", summary.textKind.rawValue)
        field("source", summary.source)
        if let changedAt = summary.changedAt { field("changed_at", WallClock.timestamp(changedAt)) }
    }

    /// - Parameter provision: the one that was asked for, if one was.
    mutating func document(_ answer: DocumentAnswer, provision: String?) {
        summaryFields(answer.summary)
        if let provision { field("provision", provision) }
        if let part = answer.part {
            key("part")
            object {
                $0.field("label", part.place.label)
                $0.field("text", part.text)
            }
        }
        let document = answer.document
        field("index_number", document.indexNumber)
        field("url", document.url)
        key("sources")
        array(document.sources) { $0.string($1) }
        key("origins")
        object { for (name, origin) in document.origins.sorted(by: { $0.key < $1.key }) { $0.field(name, origin) } }
        key("versions")
        array(answer.versions) { writer, version in
            writer.object {
                $0.field("id", version.id)
                $0.field("version", version.version?.description)
                $0.field("status", version.status.rawValue)
            }
        }
        if answer.hasCitations {
            cites(answer.cites)
            citedBy(answer.citedBy)
        }
        key("provisions")
        array(document.provisions) { writer, provision in
            writer.object {
                $0.field("id", provision.id)
                $0.field("label", provision.label)
                $0.key("headings")
                $0.array(provision.headings) { $0.string($1) }
                $0.field("text", provision.text)
            }
        }
    }

    mutating func facets(_ facets: [Facet]) {
        object { writer in
            for facet in facets {
                writer.key(facet.field)
                writer.array(facet.values) { writer, value in
                    writer.object {
                        $0.field("value", value.value)
                        $0.field("count", value.count)
                    }
                }
            }
        }
    }

    /// What was done to the query, by name and with what it was done to.
    mutating func note(_ note: QueryNote) {
        object { writer in
            switch note {
            case .readAsNumber(let canonical):
                writer.field("note", "read-as-number")
                writer.field("number", canonical)
            case .readAsReference(let title, let article):
                writer.field("note", "read-as-reference")
                writer.field("title", title)
                writer.field("article", article)
            case .relaxedPhrases(let words):
                writer.field("note", "relaxed-phrases")
                writer.key("words")
                writer.array(words) { $0.string($1) }
            case .relaxedToAnyWord: writer.field("note", "relaxed-to-any-word")
            case .readAsQuestion: writer.field("note", "read-as-question")
            case .ignored(let words):
                writer.field("note", "ignored")
                writer.key("words")
                writer.array(words) { $0.string($1) }
            case .droppedWord(let dropped):
                writer.field("note", "dropped-word")
                writer.field("word", dropped.word)
                writer.field("hits", dropped.hits)
            case .hitsOfWords(let words):
                writer.field("note", "hits-of-words")
                writer.key("words")
                writer.array(words) { writer, word in
                    writer.object {
                        $0.field("word", word.word)
                        $0.field("hits", word.hits)
                    }
                }
            case .widened(let widenings):
                writer.field("note", "widened")
                writer.key("words")
                writer.array(widenings) { writer, widening in
                    writer.object {
                        $0.field("word", widening.word)
                        $0.key("added")
                        $0.array(widening.added) { $0.string($1) }
                    }
                }
            }
        }
    }
}

extension DocumentAnswer {
    /// What lists tell of this document.
    public var summary: DocumentSummary {
        DocumentSummary(
            id: document.id, title: document.title, number: document.number, issuer: document.issuer,
            kind: document.kind, region: document.region, dates: document.dates, status: status,
            statusEvidence: statusEvidence, textKind: document.textKind, source: document.sources.first ?? "")
    }
}
