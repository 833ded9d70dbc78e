public import LegalDocuments

/// Citations in JSON.
extension AnswerEncoder {
    /// `{"citations": […]}`; spans are Unicode scalars of the text checked.
    public static func json(_ citations: [CheckedCitation], asOf day: LegalDate?) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            if let day { writer.field("as_of", day.description) }
            writer.key("citations")
            writer.array(citations) { $0.checked($1) }
        }
        return writer.bytes
    }
}

extension AnswerEncoder {
    /// A line of the ledger: the document as in lists, and what became of its bases.
    public static func json(_ entry: LedgerEntry) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.summaryFields(entry.document)
            writer.key("changed_bases")
            writer.array(entry.changedBases) { writer, basis in
                writer.object {
                    $0.field("document", basis.document)
                    $0.field("title", basis.title)
                    $0.field("status", basis.status.rawValue)
                    $0.field("since", basis.since?.description)
                }
            }
        }
        return writer.bytes
    }

    /// Two versions, article by article.
    public static func json(_ comparison: VersionComparison) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("old", comparison.old.id)
            writer.field("new", comparison.new.id)
            writer.key("articles")
            writer.array(comparison.articles) { writer, change in
                writer.object {
                    $0.field("change", change.kind.rawValue)
                    $0.field("old", change.old?.id)
                    $0.field("new", change.new?.id)
                    $0.key("words")
                    $0.array(change.words) { writer, run in
                        writer.object {
                            $0.field("kind", run.kind.rawValue)
                            $0.field("text", run.text)
                        }
                    }
                }
            }
        }
        return writer.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func checked(_ checked: CheckedCitation) {
        object { writer in
            writer.span(checked.citation.span)
            writer.field("line", checked.line)
            writer.field("text", checked.text)
            writer.named(checked.citation)
            writer.field("verdict", checked.verdict.rawValue)
            writer.field("document", checked.document?.id)
            writer.field("document_title", checked.document?.title)
            writer.field("provision", checked.provision)
            writer.field("suggestion", checked.suggestion)
            guard let quotation = checked.quotation else { return }
            writer.key("quotation")
            writer.object {
                $0.field("text", quotation.text)
                $0.key("matches")
                $0.boolean(quotation.matches)
                $0.field("expected", quotation.expected)
            }
        }
    }

    mutating func cites(_ made: [CitationMade]) {
        key("cites")
        array(made) { writer, made in
            writer.object {
                $0.field("provision", made.provision)
                $0.span(made.citation.span)
                $0.named(made.citation)
                $0.field("document", made.target?.document)
                $0.field("document_status", made.target?.status.rawValue)
                $0.field("document_provision", made.target?.provision)
            }
        }
    }

    mutating func citedBy(_ received: [CitationReceived]) {
        key("cited_by")
        array(received) { writer, received in
            writer.object {
                $0.field("document", received.document)
                $0.field("title", received.title)
                $0.field("status", received.status.rawValue)
                $0.field("provision", received.provision)
                $0.field("label", received.label)
                $0.field("kind", received.relation.rawValue)
                $0.field("article", received.place?.label)
            }
        }
    }

    private mutating func span(_ span: Range<Int>) {
        key("span")
        array([span.lowerBound, span.upperBound]) { $0.integer($1) }
    }

    private mutating func named(_ citation: Citation) {
        field("title", citation.title)
        field("number", citation.number?.canonical)
        field("article", citation.place?.label)
        field("kind", citation.relation.rawValue)
    }
}
