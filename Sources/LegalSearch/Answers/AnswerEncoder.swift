public import Ingestion
public import LegalDocuments

/// The JSON of every answer, in one place for command line and service. Names and shapes are a contract with other
/// people's programs: add to them, never change them.
public enum AnswerEncoder {
    public static func json(_ answer: SearchAnswer) -> [UInt8] {
        write { writer in
            writer.field("query", answer.query)
            writer.field("total", answer.total)
            writer.key("total_is_exact")
            writer.boolean(answer.totalIsExact)
            writer.field("took_us", answer.tookMicroseconds)
            writer.field("as_of", answer.asOf.description)
            writer.field("hidden_versions", answer.hiddenVersions)
            writer.key("notes")
            writer.array(answer.notes) { $0.note($1) }
            writer.key("hits")
            writer.array(answer.hits) { $0.hit($1) }
            if let facets = answer.facets {
                writer.key("facets")
                writer.facets(facets)
            }
            writer.key("suggestions")
            writer.array(answer.suggestions) { $0.string($1) }
        }
    }

    /// One hit, as it stands among `hits`: for answers of one hit a line.
    public static func json(_ hit: Hit) -> [UInt8] {
        var writer = JSONWriter()
        writer.hit(hit)
        return writer.bytes
    }

    /// The document, flat, with its texts.
    public static func json(_ answer: DocumentAnswer) -> [UInt8] {
        write { $0.document(answer, provision: nil) }
    }

    public static func json(_ answer: ReferenceAnswer) -> [UInt8] {
        write { writer in
            switch answer {
            case .document(let document, let provision): writer.document(document, provision: provision)
            case .several(let summaries): writer.summaries("matches", summaries)
            case .noSuchProvision(let document, let asked):
                writer.summaries("matches", [])
                writer.field("missing_provision", asked)
                writer.summaries("suggestions", [document.summary])
            case .none(let suggestions):
                writer.summaries("matches", [])
                writer.summaries("suggestions", suggestions)
            }
        }
    }

    public static func json(_ answer: NumberAnswer) -> [UInt8] {
        write { writer in
            writer.field("typed", answer.typed)
            writer.key("number")
            if let number = answer.number {
                writer.object { $0.numberFields(number) }
            } else {
                writer.string(nil)
            }
            writer.summaries("matches", answer.matches)
            writer.summaries("near", answer.near)
        }
    }

    public static func json(_ statistics: LibraryStatistics) -> [UInt8] {
        write { writer in
            writer.field("documents", statistics.documents)
            writer.field("provisions", statistics.provisions)
            writer.field("segments", statistics.segments)
            writer.field("terms", statistics.terms)
            writer.field("committed_at", Int(statistics.committedAt))
            writer.key("kinds")
            writer.object { for (kind, count) in statistics.kinds { $0.field(kind, count) } }
            writer.key("bytes")
            writer.object {
                $0.field("total", statistics.bytes.total)
                $0.field("dictionary", statistics.bytes.dictionary)
                $0.field("postings", statistics.bytes.postings)
                $0.field("positions", statistics.bytes.positions)
                $0.field("text", statistics.bytes.text)
                $0.field("other", statistics.bytes.other)
            }
        }
    }

    public static func json(_ report: IndexingReport) -> [UInt8] {
        write { writer in
            writer.field("documents", report.documents)
            writer.field("provisions", report.provisions)
            writer.field("added", report.added)
            writer.field("updated", report.updated)
            writer.field("unchanged", report.unchanged)
            writer.field("removed", report.removed)
            writer.field("gone", report.gone)
            writer.field("copies", report.copies)
            writer.key("changes")
            writer.array(report.changes) { writer, change in
                writer.object {
                    $0.field("change", change.kind.rawValue)
                    $0.field("document", change.id)
                    $0.field("title", change.title)
                    $0.field("source", change.source)
                }
            }
            writer.key("skipped")
            writer.array(report.skipped) { $0.problem($1) }
            writer.key("seconds")
            writer.decimal(report.seconds)
            writer.key("stages")
            writer.object { object in
                for stage in StageTimes.Stage.allCases {
                    object.key(stage.rawValue)
                    object.decimal(report.stages.seconds(stage))
                }
            }
        }
    }

    /// What one file gives, with the origin of every field: `index --dry-run`.
    public static func json(_ reading: Reading, source: String) -> [UInt8] {
        write { writer in
            writer.field("source", source)
            writer.key("documents")
            writer.array(reading.documents) { writer, document in
                let answer = DocumentAnswer(document: document, status: .unknown, statusEvidence: [], versions: [])
                writer.object { $0.document(answer, provision: nil) }
            }
            writer.key("skipped")
            writer.array(reading.problems) { $0.problem($1) }
        }
    }

    /// The numbers of a line of text; spans are Unicode scalars of it.
    public static func json(_ numbers: [DocumentNumberMatch]) -> [UInt8] {
        write { writer in
            writer.key("numbers")
            writer.array(numbers) { writer, match in
                writer.object {
                    $0.numberFields(match.number)
                    $0.key("span")
                    $0.array([match.span.lowerBound, match.span.upperBound]) { $0.integer($1) }
                }
            }
        }
    }

    /// `{"error": …}`
    public static func errorJSON(_ message: String) -> [UInt8] { write { $0.field("error", message) } }

    private static func write(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(body)
        return writer.bytes
    }
}

extension JSONWriter {
    mutating func problem(_ problem: IngestionError) {
        object {
            $0.field("source", problem.source)
            $0.field("reason", problem.reason.description)
        }
    }

    mutating func field(_ name: String, _ value: String?) {
        key(name)
        string(value)
    }

    mutating func field(_ name: String, _ value: Int) {
        key(name)
        integer(value)
    }
}
