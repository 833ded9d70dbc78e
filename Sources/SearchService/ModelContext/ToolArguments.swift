import LegalDocuments

/// The arguments of a call, read as what they should be.
struct ToolArguments {
    private let value: JSONValue
    private let tool: ModelContextTools.Tool

    init(_ value: JSONValue, of tool: ModelContextTools.Tool) {
        self.value = value
        self.tool = tool
    }

    /// All that are needed are there, and none that is unknown.
    func check() throws(ToolFault) {
        guard case .object(let members) = value else { throw .argument("arguments", "应当是一个对象 / must be an object") }
        for name in members.keys.sorted() where !tool.arguments.contains(where: { $0.name == name }) {
            throw .argument(name, "没有这个参数 / no such argument")
        }
        for argument in tool.arguments where argument.isRequired {
            guard try string(argument.name) == nil else { continue }
            throw .argument(argument.name, "没有写 / missing")
        }
    }

    /// Nil where it is absent or blank.
    func string(_ name: String) throws(ToolFault) -> String? {
        switch value[name] {
        case nil, .null: return nil
        case .string(let text):
            let longest = tool.arguments.first { $0.name == name }?.longest ?? 0
            guard text.unicodeScalars.count <= longest else {
                throw .argument(name, "超过 \(longest) 字 / longer than \(longest) characters")
            }
            let trimmed = text.trimmingBlanks
            return trimmed.isEmpty ? nil : trimmed
        default: throw .argument(name, "应当是文字 / must be a string")
        }
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(ToolFault) -> Int? {
        switch value[name] {
        case nil, .null: return nil
        case .integer(let number) where range.contains(number): return number
        default:
            throw .argument(name, "应当是 \(range.lowerBound) 到 \(range.upperBound) 的整数 / must be from \(range.lowerBound) to \(range.upperBound)")
        }
    }

    func flag(_ name: String) throws(ToolFault) -> Bool {
        switch value[name] {
        case nil, .null: return false
        case .boolean(let flag): return flag
        default: throw .argument(name, "应当是 true 或 false / must be true or false")
        }
    }

    func date(_ name: String) throws(ToolFault) -> LegalDate? {
        guard let text = try string(name) else { return nil }
        guard let date = LegalDate(iso: text) else { throw .argument(name, "应当写作 YYYY-MM-DD / must be YYYY-MM-DD") }
        return date
    }
}

/// Why a call has no answer; the model reads it and may do better.
enum ToolFault: Error {
    case argument(String, String)
    case notHeld(String)
    case nothingToSearch
    case damaged

    var json: [UInt8] {
        var json = JSONText()
        json.object { json in
            switch self {
            case .argument(let name, let fault):
                json.member("error", "\(name)：\(fault)")
                json.member("argument", name)
            case .notHeld(let reference):
                json.member("error", "本库没有“\(reference.shortened)”，不等于没有这份文件 / not held here, which does not mean it does not exist")
            case .nothingToSearch:
                json.member("error", "检索内容里没有汉字、字母或者数字 / the query holds no Han character, letter or digit")
            case .damaged:
                json.member("error", "索引有损坏，这一处读不出来 / the index is damaged here")
            }
        }
        return json.bytes
    }
}
