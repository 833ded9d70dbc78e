import LegalDocuments
import LegalSearch

/// What each tool answers: always with status and citation, and with the address under which the text stays.
struct ToolAnswers {
    let provider: any SearchProvider

    private let phrases = Phrases(language: .chinese)

    init(provider: any SearchProvider) { self.provider = provider }

    func answer(_ tool: String, _ arguments: ToolArguments) throws(ToolFault) -> [UInt8] {
        switch tool {
        case "search": try search(arguments)
        case "get_document": try document(arguments)
        case "get_provision": try provision(arguments)
        case "look_up_number": try number(arguments)
        case "check_citations": try citations(arguments)
        default: try versions(arguments)
        }
    }

    // MARK: Tools

    private func search(_ arguments: ToolArguments) throws(ToolFault) -> [UInt8] {
        var request = SearchRequest(query: try arguments.string("query") ?? "")
        request.limit = try arguments.integer("limit", in: 1...50) ?? 10
        request.offset = try arguments.integer("offset", in: 0...10_000) ?? 0
        request.asOf = try arguments.date("as_of")
        request.allVersions = try arguments.flag("all_versions")
        for key in [SearchFilter.Key.kind, .issuer, .region, .status] {
            if let value = try arguments.string(key.rawValue) { request.filters.append(SearchFilter(key: key, value: value)) }
        }
        let answer: SearchAnswer
        do throws(SearchError) { answer = try provider.search(request) } catch {
            if case .nothingToSearch = error { throw .nothingToSearch }
            throw error.indexFile == nil ? .argument("query", "太长 / too long") : .damaged
        }
        return written { json in
            json.member("total", answer.total)
            json.member("total_is_exact", answer.totalIsExact)
            json.member("as_of", answer.asOf.description)
            json.member("hidden_versions", answer.hiddenVersions)
            json.member("suggestions", answer.suggestions)
            json.member("hits") { $0.array { for hit in answer.hits { $0.element { self.hit(&$0, hit) } } } }
        }
    }

    private func document(_ arguments: ToolArguments) throws(ToolFault) -> [UInt8] {
        let wantsText = try arguments.flag("text")
        switch try resolve(arguments) {
        case .document(let answer, _), .noSuchProvision(let answer, _):
            return written { json in
                summary(&json, answer.summary, provision: nil)
                evidence(&json, answer)
                json.member("provisions") { json in
                    json.array { json in
                        for provision in answer.document.provisions {
                            json.element { json in
                                json.object { json in
                                    json.member("id", provision.id)
                                    json.member("label", provision.label)
                                    json.member("headings", provision.headings)
                                    if wantsText { json.member("text", provision.text) }
                                }
                            }
                        }
                    }
                }
            }
        case .several(let matches): return several(matches, "matches")
        case .none(let near): return several(near, "near")
        }
    }

    private func provision(_ arguments: ToolArguments) throws(ToolFault) -> [UInt8] {
        switch try resolve(arguments) {
        case .document(let answer, let id?):
            guard let provision = answer.document.provisions.first(where: { $0.id == id }) else { throw .notHeld(id) }
            return written { json in
                summary(&json, answer.summary, provision: provision)
                evidence(&json, answer)
                json.member("headings", provision.headings)
                json.member("text", provision.text)
            }
        case .document(let answer, nil):
            throw .argument("reference", "写出要哪一条，如“\(Citation(document: answer.document, label: "").short)第一条” / name the article")
        case .noSuchProvision(let answer, let asked):
            return written { json in
                json.member("missing_provision", asked)
                summary(&json, answer.summary, provision: nil)
            }
        case .several(let matches): return several(matches, "matches")
        case .none(let near): return several(near, "near")
        }
    }

    private func number(_ arguments: ToolArguments) throws(ToolFault) -> [UInt8] {
        let typed = try arguments.string("number") ?? ""
        let asOf = try arguments.date("as_of")
        let answer: NumberAnswer
        do throws(LibraryError) { answer = try provider.lookUp(number: typed, asOf: asOf) } catch { throw .damaged }
        return written { json in
            json.member("typed", answer.typed)
            json.member("read_as", orNull: answer.number?.canonical)
            list(&json, "matches", answer.matches)
            list(&json, "near", answer.near)
        }
    }

    private func citations(_ arguments: ToolArguments) throws(ToolFault) -> [UInt8] {
        let text = try arguments.string("text") ?? ""
        let asOf = try arguments.date("as_of")
        guard let checker = provider as? any CitationProvider else { throw .damaged }
        do throws(LibraryError) {
            return AnswerEncoder.json(try checker.check(CitedText(text), asOf: asOf), asOf: asOf)
        } catch {
            throw .damaged
        }
    }

    private func versions(_ arguments: ToolArguments) throws(ToolFault) -> [UInt8] {
        switch try resolve(arguments) {
        case .document(let answer, _), .noSuchProvision(let answer, _):
            return written { json in
                json.member("title", answer.document.title)
                json.member("versions") { json in
                    json.array { json in
                        for version in answer.versions {
                            json.element { json in
                                json.object {
                                    $0.member("document_id", version.id)
                                    $0.member("version", orNull: version.version?.description)
                                    $0.member("status", version.status.rawValue)
                                    $0.member("status_in_words", phrases.status(version.status))
                                    $0.member("uri", ModelContextResources.address(version.id))
                                }
                            }
                        }
                    }
                }
            }
        case .several(let matches): return several(matches, "matches")
        case .none(let near): return several(near, "near")
        }
    }

    private func resolve(_ arguments: ToolArguments) throws(ToolFault) -> ReferenceAnswer {
        let reference = try arguments.string("reference") ?? ""
        let asOf = try arguments.date("as_of")
        do throws(LibraryError) { return try provider.resolve(reference, asOf: asOf) } catch { throw .damaged }
    }

    // MARK: Values

    private func written(_ content: (inout JSONText) -> Void) -> [UInt8] {
        var json = JSONText()
        json.object(content)
        return json.bytes
    }

    private func hit(_ json: inout JSONText, _ hit: Hit) {
        let provision = hit.provision.map { Provision(id: $0.id, label: $0.label, text: "") }
        json.object { json in
            json.member("rank", hit.rank)
            summary(&json, hit.document, provision: provision)
            json.member("headings", hit.provision?.headings ?? [])
            json.member("snippet", hit.snippet.text)
        }
    }

    /// Citation and status before everything else.
    private func summary(_ json: inout JSONText, _ document: DocumentSummary, provision: Provision?) {
        let legal = LegalDocument(title: document.title, number: document.number, dates: document.dates)
        json.member("citation", Citation(document: legal, label: provision?.label ?? "").full(phrases))
        json.member("status", document.status.rawValue)
        json.member("status_in_words", phrases.status(document.status))
        json.member("text_kind", document.textKind.rawValue)
        json.member("document_id", document.id)
        json.member("provision_id", orNull: provision?.id)
        json.member("title", document.title)
        json.member("number", orNull: document.number)
        json.member("issuer", orNull: document.issuer)
        json.member("kind", document.kind.rawValue)
        json.member("version", orNull: document.dates.version?.description)
        json.member("effective", orNull: document.dates.effective?.description)
        json.member("uri", ModelContextResources.address(document.id, provision: provision?.id))
    }

    private func evidence(_ json: inout JSONText, _ answer: DocumentAnswer) {
        json.member("status_evidence") { json in
            json.array { json in
                for evidence in answer.statusEvidence {
                    json.element { json in
                        json.object {
                            $0.member("field", evidence.field)
                            $0.member("value", evidence.value)
                            $0.member("from", evidence.from)
                            $0.member("quote", orNull: evidence.quote)
                        }
                    }
                }
            }
        }
    }

    private func several(_ documents: [DocumentSummary], _ name: String) -> [UInt8] {
        written { json in
            if name == "near" { json.member("note", "本库没有，列出相近的；不等于没有这份文件 / not held here; near ones") }
            list(&json, name, documents)
        }
    }

    private func list(_ json: inout JSONText, _ name: String, _ documents: [DocumentSummary]) {
        json.member(name) { json in
            json.array { json in
                for document in documents { json.element { json in json.object { summary(&$0, document, provision: nil) } } }
            }
        }
    }
}
