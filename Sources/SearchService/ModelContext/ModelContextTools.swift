import LegalDocuments
import LegalSearch

/// The tools an assistant may call, each with what it takes, in both languages.
struct ModelContextTools {
    let provider: any SearchProvider

    struct Argument {
        let name: String
        let type: String
        let description: String
        var isRequired = false
        var values: [String] = []
        /// Characters that it may have.
        var longest = 1_000
    }

    struct Tool {
        let name: String
        let title: String
        let description: String
        let arguments: [Argument]
    }

    func list(_ json: inout JSONText) {
        json.member("tools") { json in
            json.array { json in
                for tool in Self.all { json.element { Self.write(tool, to: &$0) } }
            }
        }
        ModelContextGreeting.lasting(&json)
    }

    /// An answer as text for the model and as data for the program. What a person would correct (an unknown id, a date
    /// that is none) is a result that says so; only a call that makes no sense is an error of the protocol.
    func call(_ parameters: JSONValue) throws(ModelContextError) -> ModelContextSession.ResultBody {
        guard let name = parameters["name"]?.string else { throw .init(.invalidParameters, "no name of a tool") }
        guard let tool = Self.all.first(where: { $0.name == name }) else {
            throw .init(.invalidParameters, "no tool \(name.shortened)")
        }
        let arguments = ToolArguments(parameters["arguments"] ?? .object([:]), of: tool)
        let content: [UInt8]
        let isError: Bool
        do throws(ToolFault) {
            try arguments.check()
            content = try ToolAnswers(provider: provider).answer(name, arguments)
            isError = false
        } catch {
            content = error.json
            isError = true
        }
        return { json in
            json.member("content") { json in
                json.array { json in
                    json.element { json in
                        json.object {
                            $0.member("type", "text")
                            $0.member("text", String(decoding: content, as: UTF8.self))
                        }
                    }
                }
            }
            json.member("structuredContent", json: content)
            json.member("isError", isError)
        }
    }

    private static func write(_ tool: Tool, to json: inout JSONText) {
        json.object { json in
            json.member("name", tool.name)
            json.member("title", tool.title)
            json.member("description", tool.description)
            json.member("inputSchema") { json in
                json.object { json in
                    json.member("type", "object")
                    json.member("properties") { $0.object { for argument in tool.arguments { write(argument, to: &$0) } } }
                    json.member("required", tool.arguments.filter(\.isRequired).map(\.name))
                    json.member("additionalProperties", false)
                }
            }
            json.member("annotations") { json in
                json.object {
                    $0.member("readOnlyHint", true)
                    $0.member("openWorldHint", false)
                }
            }
        }
    }

    private static func write(_ argument: Argument, to json: inout JSONText) {
        json.member(argument.name) { json in
            json.object {
                $0.member("type", argument.type)
                if !argument.values.isEmpty { $0.member("enum", argument.values) }
                $0.member("description", argument.description)
            }
        }
    }

    private static let asOf = Argument(
        name: "as_of", type: "string", description: "以哪一天为准，YYYY-MM-DD，默认今天 / the day whose texts count, today by default")

    static let all = [
        Tool(
            name: "search", title: "检索条文 / Search provisions",
            description: """
                按词、加引号的原话、文号、某法某条或问话检索，返回最相符的条款，各带引用格式和效力。
                Search by words, a quoted phrase, a document number, a law and its article, or a question. Returns the best \
                provisions, each with its citation and status.
                """,
            arguments: [
                Argument(name: "query", type: "string", description: "检索内容 / what to search for", isRequired: true),
                Argument(name: "limit", type: "integer", description: "1 到 50，默认 10 / 1 to 50, 10 by default"),
                Argument(name: "offset", type: "integer", description: "略过前面几条 / hits to pass over"),
                asOf,
                Argument(name: "all_versions", type: "boolean", description: "旧的和尚未施行的文本也要 / older and future texts too"),
                Argument(name: "kind", type: "string", description: "类别：法律、行政法规、地方性法规等 / kind of document, in Chinese"),
                Argument(name: "issuer", type: "string", description: "制定机关 / issuing body"),
                Argument(name: "region", type: "string", description: "地区 / region"),
                Argument(
                    name: "status", type: "string", description: "效力 / status", values: LegalStatus.allCases.map(\.rawValue)),
            ]),
        Tool(
            name: "get_document", title: "取一份文件 / Get a document",
            description: """
                按编号、文号或名称取一份文件：著录、效力及其依据、目录；text 为 true 时连同全文。
                A document by id, number or title: what is known of it, its status and why, its outline; with text, the whole text.
                """,
            arguments: [
                Argument(name: "reference", type: "string", description: "编号、文号或名称 / id, number or title", isRequired: true),
                Argument(name: "text", type: "boolean", description: "连同全文 / with the whole text"),
                asOf,
            ]),
        Tool(
            name: "get_provision", title: "取一条 / Get a provision",
            description: """
                取某法某条的原文，如“行政复议法第二十三条”，或“文件编号#art_23”。
                The text of one article: a law and its article, as 行政复议法第二十三条, or DOCUMENT-ID#art_23.
                """,
            arguments: [
                Argument(name: "reference", type: "string", description: "某法某条 / law and article", isRequired: true), asOf,
            ]),
        Tool(
            name: "look_up_number", title: "查文号 / Look up a document number",
            description: """
                查发文字号，括号用错、只记得一部分也行；没有时列出相近的。
                A document number in any spelling, or part of one; near ones where none is held.
                """,
            arguments: [Argument(name: "number", type: "string", description: "文号 / the number", isRequired: true), asOf]),
        Tool(
            name: "check_citations", title: "核对引用 / Check citations",
            description: """
                逐条核对一段文字里引用的文件和条文：现行有效、已修改、已废止、没有这一条、本库未收、文号与名称不符，引文与原文不同的也指出。
                Checks every document and article that a text cites: in force, superseded, repealed, no such article, not held \
                here, number and title apart; and quoted words that differ from the text.
                """,
            arguments: [
                Argument(
                    name: "text", type: "string", description: "要核对的文字，最多十万字 / the text, at most 100,000 characters",
                    isRequired: true, longest: 100_000),
                asOf,
            ]),
        Tool(
            name: "list_versions", title: "列出各版本 / List versions",
            description: "一部法律收有哪些版本，各自的日期和效力。\nThe versions held of a law, each with its date and status.",
            arguments: [
                Argument(name: "reference", type: "string", description: "编号、文号或名称 / id, number or title", isRequired: true), asOf,
            ]),
    ]
}
