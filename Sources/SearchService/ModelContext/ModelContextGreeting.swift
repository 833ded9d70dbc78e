/// What is said before anything is asked: who this is, and what it can do.
enum ModelContextGreeting {
    /// The handshake: the client's version where it is spoken here, else ours.
    static func initialize(_ wanted: String?) -> ModelContextSession.ResultBody {
        let isKnown = wanted.map { ModelContextSession.versions.contains($0) } ?? false
        return { json in
            json.member("protocolVersion", isKnown ? wanted ?? "" : ModelContextSession.handshakeVersion)
            about(&json)
            json.member("serverInfo") { serverInfo(&$0) }
        }
    }

    static func discover(_ json: inout JSONText) {
        json.member("supportedVersions", ModelContextSession.versions)
        about(&json)
        lasting(&json)
        json.member("_meta") { $0.object { $0.member("io.modelcontextprotocol/serverInfo") { serverInfo(&$0) } } }
    }

    /// How long a client may keep a result: not at all, for a commit may come at any time.
    static func lasting(_ json: inout JSONText) {
        json.member("ttlMs", 0)
        json.member("cacheScope", "private")
    }

    private static func about(_ json: inout JSONText) {
        json.member("capabilities") { json in
            json.object { json in
                json.member("tools") { $0.object { $0.member("listChanged", false) } }
                json.member("resources") { json in
                    json.object {
                        $0.member("subscribe", false)
                        $0.member("listChanged", false)
                    }
                }
            }
        }
        json.member("instructions", instructions)
    }

    private static func serverInfo(_ json: inout JSONText) {
        json.object {
            $0.member("name", "lexigram")
            $0.member("title", "Lexigram 法律文件检索 / search of Chinese legal documents")
            $0.member("version", "1.0.0")
        }
    }

    private static let instructions = """
        本机收录的中国法律、法规、规章和规范性文件。引用条文前先用 search 或 get_provision 取得原文，写明 citation，并说明 status：\
        superseded、repealed、expired 不是现行有效的文本；text_kind 为 digest 的只是提要，不能当作条文。没有查到，不等于没有这样的规定。
        Chinese laws, regulations and official documents held on this machine. Before you quote, fetch the text with search or \
        get_provision, give its citation and say its status: superseded, repealed and expired texts are not in force, and a \
        digest is not the text. That nothing was found does not mean there is no such rule.
        """
}
