import LegalDocuments
import LegalSearch

/// Documents and provisions as resources, by the addresses that their pages have: `lexigram:///d/ID/art_23`.
struct ModelContextResources {
    let provider: any SearchProvider

    private static let prefix = "lexigram://"
    /// Resources of one list.
    private static let listLength = 100

    static func address(_ id: String, provision: String? = nil) -> String {
        prefix + Link(path: ["d", id] + (provision.map { [$0] } ?? [])).target
    }

    /// The newest first; the cursor is how many came before.
    func list(cursor: String?) throws(ModelContextError) -> ModelContextSession.ResultBody {
        var request = SearchRequest.everyDocument
        request.limit = Self.listLength
        if let cursor {
            guard let offset = Int(cursor), SearchLimits.offsets.contains(offset) else {
                throw .init(.invalidParameters, "no such cursor")
            }
            request.offset = offset
        }
        let answer: SearchAnswer
        do throws(SearchError) { answer = try provider.search(request) } catch { throw .init(.internalError, "the index cannot be read") }
        let next = request.offset + answer.hits.count
        return { json in
            json.member("resources") { $0.array { for hit in answer.hits { $0.element { Self.resource(&$0, hit.document) } } } }
            if next < answer.total, !answer.hits.isEmpty { json.member("nextCursor", "\(next)") }
            ModelContextGreeting.lasting(&json)
        }
    }

    private static func resource(_ json: inout JSONText, _ document: DocumentSummary) {
        let phrases = Phrases(language: .chinese)
        json.object { json in
            json.member("uri", address(document.id))
            json.member("name", document.id)
            json.member("title", document.title)
            let facts = [phrases.status(document.status), document.number, document.dates.version?.description]
            json.member("description", facts.compactMap { $0 }.joined(separator: "｜"))
            json.member("mimeType", "text/plain")
        }
    }

    func templates(_ json: inout JSONText) {
        json.member("resourceTemplates") { json in
            json.array { json in
                for (template, name, title) in [
                    ("lexigram:///d/{document}", "document", "一份文件的全文 / the text of a document"),
                    ("lexigram:///d/{document}/{provision}", "provision", "一条的原文 / the text of a provision"),
                ] {
                    json.element { json in
                        json.object {
                            $0.member("uriTemplate", template)
                            $0.member("name", name)
                            $0.member("title", title)
                            $0.member("mimeType", "text/plain")
                        }
                    }
                }
            }
        }
        ModelContextGreeting.lasting(&json)
    }

    func read(_ address: String?) throws(ModelContextError) -> ModelContextSession.ResultBody {
        guard let address, address.utf8.count <= 4_000, address.hasPrefix(Self.prefix + "/d/") else {
            throw .init(.invalidParameters, "an address is lexigram:///d/DOCUMENT or lexigram:///d/DOCUMENT/PROVISION")
        }
        let parts = address.dropFirst(Self.prefix.count + 3).split(separator: "/", omittingEmptySubsequences: false)
            .map { PercentCoding.decoded($0.utf8, plusIsSpace: false) ?? "" }
        guard parts.count <= 2, let id = parts.first else { throw .init(.resourceNotFound, "no such resource") }
        let found: DocumentAnswer?
        do throws(LibraryError) { found = try provider.document(id: id, asOf: nil) } catch {
            throw .init(.internalError, "the index is damaged here")
        }
        guard let found else { throw .init(.resourceNotFound, "no document \(id.shortened) is held") }
        let text = try Self.text(found, provision: parts.count == 2 ? parts[1] : nil)
        return { json in
            json.member("contents") { json in
                json.array { json in
                    json.element { json in
                        json.object {
                            $0.member("uri", address)
                            $0.member("mimeType", "text/plain")
                            $0.member("text", text)
                        }
                    }
                }
            }
            ModelContextGreeting.lasting(&json)
        }
    }

    /// Citation and status stand before a provision, as head and status do before a document.
    private static func text(_ answer: DocumentAnswer, provision id: String?) throws(ModelContextError) -> String {
        let phrases = Phrases(language: .chinese)
        guard let id else { return String(decoding: PlainDocument(answer, phrases: phrases).bytes, as: UTF8.self) }
        guard let provision = answer.document.provisions.first(where: { $0.id == id }) else {
            throw .init(.resourceNotFound, "no provision \(id.shortened) in \(answer.document.id)")
        }
        let citation = Citation(document: answer.document, label: provision.label).full(phrases)
        return "\(citation)（\(phrases.status(answer.status))）\n\n\(provision.text)\n"
    }
}
