public import ArgumentParser
public import LegalSearch

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "检索 / Search: words, “a phrase”, a number, 某法第几条, a question",
        discussion: """
            不要某个词，写成一个参数：'行政 -处罚'；以减号开头的，前面加 --。
            还有 甲 | 乙、括号、甲 NEAR/5 乙、标题:、年份:2020-2023 等，见 Documentation/Query.md。
            To leave a word out, write one argument: '行政 -处罚'; before one that begins with a dash, write --.
            """)

    @Argument(help: "检索内容 / what to search for")
    var query: [String] = []

    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: DayOption

    @Option(parsing: .unconditional, help: "最多几条 / hits at most, 0–1000")
    var limit = 10

    @Option(parsing: .unconditional, help: "跳过几条 / hits to skip")
    var offset = 0

    @Flag(help: "也显示旧文本 / show every version")
    var allVersions = false

    @Option(help: "document：每份文件只出一条 / one hit a document")
    var group: Grouping?

    @Option(
        name: .customLong("filter"),
        help: "K=V：kind issuer region year status number title document text_kind，可重复 / repeatable")
    var filters: [String] = []

    @Option(help: "relevance、newest、oldest、changed")
    var sort: SortOrder = .relevance

    @Flag(help: "检索内容是某法某条，找别的文件里相近的条款 / provisions elsewhere like the one named")
    var related = false

    @Option(help: "本地，它的法规排在前面 / your place, whose law comes first")
    var region: String?

    @Option(name: .customLong("ranking"), help: ArgumentHelp("排序参数 NAME=NUMBER，供 make tune 用", visibility: .hidden))
    var ranking: [String] = []

    @Flag(help: "输出 JSON / print JSON")
    var json = false

    @Flag(help: "列出分数的各部分 / show the parts of each score")
    var explain = false

    @Flag(help: "统计各类命中数 / count hits by kind, issuer, region, year, status")
    var facets = false

    @Option(help: "每行一个检索式的文件，- 为标准输入；与 --json 同用 / a query a line, - for standard input")
    var batch: String?

    enum Grouping: String, ExpressibleByArgument, CaseIterable { case document }

    func validate() throws {
        let messages = Messages.current
        guard SearchLimits.hits.contains(limit) else {
            throw ValidationError(messages.notInRange("--limit", SearchLimits.hits))
        }
        guard SearchLimits.offsets.contains(offset) else {
            throw ValidationError(messages.notInRange("--offset", SearchLimits.offsets))
        }
        for filter in filters {
            do throws(SearchFilter.Invalid) { _ = try SearchFilter(filter) } catch {
                throw ValidationError(messages.sentence(error))
            }
        }
        for setting in ranking where Self.settings([setting]) == nil { throw ValidationError(messages.notASetting(setting)) }
        if batch == nil && query.isEmpty && filters.isEmpty { throw ValidationError(messages.noQuery) }
        if batch != nil && (!json || !query.isEmpty) { throw ValidationError(messages.batchNeedsJSON) }
    }

    func run() throws {
        let library = try batch == nil ? library.open() : library.openPrepared()
        if let batch { return try run(batch: batch, in: library) }
        let answer: SearchAnswer
        do throws(SearchError) {
            answer = try library.search(request(query.joined(separator: " ")))
        } catch {
            if case .index = error { throw Failure.report(Messages.current.sentence(error), Failure.failed) }
            throw Failure.report(Messages.current.sentence(error), Failure.usage)
        }
        if json { Output.line(AnswerEncoder.json(answer)) } else { SearchText(answer, countsDocuments: group == .document).print() }
        if answer.total == 0 { throw Failure.partly }
    }

    /// One object for every line, whatever it holds.
    private func run(batch: String, in library: Library) throws {
        let lines = try Failure.reporting { () throws(InputError) in try InputLines(path: batch) }
        while let line = try Failure.reporting({ () throws(InputError) in try lines.next() }) {
            do throws(SearchError) {
                Output.line(AnswerEncoder.json(try library.search(request(line))))
            } catch {
                Output.line(AnswerEncoder.errorJSON(Messages.current.sentence(error)))
            }
        }
    }

    private func request(_ query: String) -> SearchRequest {
        SearchRequest(
            query: query, limit: limit, offset: offset, asOf: asOf.day, allVersions: allVersions,
            groupsByDocument: group == .document, filters: filters.compactMap { try? SearchFilter($0) },
            wantsFacets: facets, wantsExplanation: explain, sort: sort, region: region,
            ranking: Self.settings(ranking) ?? .standard, wantsRelated: related)
    }

    /// Nil where one of them is no setting.
    private static func settings(_ texts: [String]) -> RankingSettings? {
        var settings = RankingSettings.standard
        for text in texts {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let value = Float(parts[1]), settings.set(String(parts[0]), to: value) else { return nil }
        }
        return settings
    }
}

extension SortOrder: ExpressibleByArgument {}
