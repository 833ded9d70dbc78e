public import LegalSearch

/// Why a query cannot be read, said with its place, on pages and on the command line.
public struct QuerySentences: Sendable {
    private let isChinese: Bool

    /// In Chinese, or else in English.
    public init(inChinese: Bool) {
        isChinese = inChinese
    }

    private func pick(_ chinese: String, _ english: String) -> String { isChinese ? chinese : english }

    public func sentence(_ error: QuerySyntaxError) -> String {
        pick("检索式第 \(error.place + 1) 个字处：", "At character \(error.place + 1) of the query: ") + cause(error.reason)
    }

    private func cause(_ reason: QuerySyntaxError.Reason) -> String {
        switch reason {
        case .notClosed(let mark): pick("“\(mark)”没有配对的另一半。", "nothing closes “\(mark)”.")
        case .notOpened(let mark): pick("“\(mark)”前面没有与它配对的。", "nothing opens “\(mark)”.")
        case .missingOperand("()"): pick("括号里没有要找的字。", "the brackets hold nothing to search for.")
        case .missingOperand(let mark):
            pick("“\(mark)”的旁边缺少要找的字。", "there is nothing to search for beside “\(mark)”.")
        case .notNearable: pick("NEAR 只连词和引号里的话，不连括号。", "NEAR joins words and phrases, not brackets.")
        case .unknownField(let name, let known):
            pick("没有“\(name)”这个字段。可用：\(known.joined(separator: "、"))。", "there is no field “\(name)”. Use one of: \(known.joined(separator: ", ")).")
        case .badValue(let field, let value, let allowed): badValue(field, value, allowed)
        case .fieldInside(let mark):
            pick(
                "字段条件要写在最外层，不能放在“\(mark)”里。", "conditions on fields stand outermost, not with “\(mark)”.")
        case .tooManyTerms(let limit): pick("词太多，最多 \(limit) 个。", "too many terms; \(limit) are allowed.")
        case .tooDeep(let limit): pick("括号套得太深，最多 \(limit) 层。", "brackets too deep; \(limit) levels are allowed.")
        }
    }

    private func badValue(_ field: String, _ value: String, _ allowed: [String]) -> String {
        guard !value.isEmpty else { return pick("“\(field)：”后面没有写内容。", "“\(field):” has no value.") }
        return pick(
            "“\(field)”不能是“\(value)”。例如：\(allowed.joined(separator: "、"))。",
            "“\(field)” cannot be “\(value)”. For example: \(allowed.joined(separator: ", ")).")
    }
}
