extension Phrases {
    func errorTitle(_ error: ServiceError) -> String {
        switch error {
        case .badParameter, .targetTooLong, .unreadableRequest: pick("这个请求读不懂", "This request cannot be read")
        case .queryTooLong: pick("写得太长了", "The query is too long")
        case .nothingToSearch: pick("没有可以检索的字", "Nothing to search for")
        case .querySyntax: pick("检索式写得不完整", "The query cannot be read")
        case .noSuchDocument: pick("没有这份文件", "No such document")
        case .noSuchPage: pick("没有这一页", "No such page")
        case .bodyTooLarge: pick("送来的太大了", "The body is too large")
        case .unreadableBody: pick("送来的读不懂", "The body cannot be read")
        case .methodNotAllowed: pick("这个地址不这样用", "This address is not used so")
        case .wrongHost: pick("地址不对", "Wrong address")
        case .tokenMissing: pick("需要访问口令", "An access token is needed")
        case .generationGone: pick("索引已经更新", "The index has moved on")
        case .overloaded, .tookTooLong: pick("服务正忙", "The service is busy")
        case .damaged: pick("索引有损坏", "The index is damaged")
        case .failed: pick("服务出了错", "The service failed")
        }
    }

    func errorDetail(_ error: ServiceError) -> String {
        switch error {
        case .badParameter(let name, let fault): pick("参数 \(name)：", "Parameter \(name): ") + parameterFault(fault)
        case .targetTooLong(let limit): pick("地址超过 \(limit) 个字节。", "The address is longer than \(limit) bytes.")
        case .unreadableRequest(let limit):
            pick(
                "不是 HTTP 请求，或者地址和请求头合起来超过 \(limit) 个字节。",
                "No request of HTTP, or address and headers together are longer than \(limit) bytes.")
        case .queryTooLong(let length, let limit):
            pick("检索内容有 \(length) 个字，最多 \(limit) 个字。", "The query has \(length) characters; \(limit) are allowed.")
        case .nothingToSearch:
            pick("检索内容里没有汉字、字母或者数字。", "The query holds no Han character, letter or digit.")
        case .querySyntax(let error): sentence(error)
        case .noSuchDocument(let id): pick("本库没有编号为“\(id)”的文件。", "No document held here has the id “\(id)”.")
        case .noSuchPage: pick("这个地址上没有内容。", "There is nothing at this address.")
        case .bodyTooLarge(let limit): pick("最多 \(limit) 个字节。", "At most \(limit) bytes are taken.")
        case .unreadableBody:
            pick("请送 UTF-8 的文字，或者能编入索引的文件。", "Send text in UTF-8, or a file of a form that can be indexed.")
        case .methodNotAllowed(let takes): pick("这个地址只接受 \(takes)。", "This address takes only \(takes).")
        case .wrongHost:
            pick("请用 localhost、127.0.0.1 或 [::1] 打开。", "Use localhost, 127.0.0.1 or [::1] to reach this service.")
        case .tokenMissing:
            pick("请在请求头里写 Authorization: Bearer 口令。", "Send the header Authorization: Bearer TOKEN.")
        case .generationGone(let generation):
            pick(
                "第 \(generation) 次提交的索引已不再保留，请从第一页重新检索。",
                "Commit \(generation) of the index is no longer held; search again from the first page.")
        case .overloaded: pick("等着答复的请求太多，请过一秒再试。", "Too many requests are waiting; try again in a second.")
        case .tookTooLong: pick("没有能在规定的时间里答复，请少写几个条件再试。", "The answer took too long; try again with fewer conditions.")
        case .damaged:
            pick(
                "这一处读不出来，不等于本库没有收。请运行 lexigram check，再重新编索引。",
                "This part could not be read, which does not mean it is not held. Run lexigram check, then index again.")
        case .failed: pick("请再试一次；如果一直这样，请看服务的日志。", "Try again; if it persists, see the service's log.")
        }
    }

    private func parameterFault(_ fault: ParameterFault) -> String {
        switch fault {
        case .missing: pick("没有写。", "missing.")
        case .repeated: pick("只能写一次。", "given more than once.")
        case .notUTF8: pick("不是有效的 UTF-8。", "not valid UTF-8.")
        case .notInRange(let value, let range):
            pick(
                "“\(value)”不是 \(range.lowerBound) 到 \(range.upperBound) 的整数。",
                "“\(value)” is not a whole number from \(range.lowerBound) to \(range.upperBound).")
        case .notADate(let value): pick("“\(value)”不是 YYYY-MM-DD 形式的日期。", "“\(value)” is not a date as YYYY-MM-DD.")
        case .notOneOf(let value, let choices):
            pick("“\(value)”不在可选之列：", "“\(value)” is none of: ") + choices.joined(separator: listSeparator)
                + pick("。", ".")
        case .filterWithoutValue(let value): pick("“\(value)”应写作 键:值。", "“\(value)” should be KEY:VALUE.")
        case .unknownFilter(let key, let choices):
            pick("没有“\(key)”这个键，可用：", "no key “\(key)”; there are: ") + choices.joined(separator: listSeparator)
                + pick("。", ".")
        case .tooLong(let limit): pick("超过 \(limit) 个字。", "longer than \(limit) characters.")
        case .tooMany(let limit): pick("多于 \(limit) 个。", "more than \(limit).")
        }
    }

    var whatNow: String { pick("可以这样做", "What you can do") }
    func goHome(_ link: Link) -> Sentence { sentence("\("回到首页", to: link)，重新检索。", "\("Go to the first page", to: link) and search again.") }
    func seeHealth(_ link: Link) -> Sentence {
        sentence("看看服务的状况：\("/healthz", to: link)", "See how the service is: \("/healthz", to: link)")
    }
    var circumstance: String { pick("情形", "Status") }
    var requestNumber: String { pick("编号", "Request") }
}
