public import ArgumentParser
import LegalDocuments
public import LegalSearch

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "文件台账 / The ledger: every document with its dates and status",
        discussion: """
            --basis-changed 只列出台后依据已被废止或修改的；--expires-by 只列到那一天为止到期的：一年一次的清理用得上。
            --basis-changed lists what rests on a document repealed or amended since; --expires-by what runs out by a day.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, jsonl }

    @OptionGroup var library: LibraryOptions
    @OptionGroup var asOf: DayOption

    @Option(name: .customLong("filter"), help: "K=V，可多次 / may be repeated")
    var filters: [String] = []

    @Option(help: "number title issuer written published effective expires status")
    var sort: LedgerRequest.Sort = .title

    @Option(help: "至多列出几份 / at most so many")
    var limit: Int?

    @Option(help: "table csv jsonl")
    var format: Format = .table

    @Option(help: "到哪一天为止到期，YYYY-MM-DD / what expires by a day")
    var expiresBy: String?

    @Flag(help: "只列依据已变的 / only what rests on something repealed or amended since")
    var basisChanged = false

    private static let limits = 0...10_000_000

    func validate() throws {
        if let limit, !Self.limits.contains(limit) { throw ValidationError(Messages.current.notInRange("--limit", Self.limits)) }
        if let expiresBy, LegalDate(iso: expiresBy) == nil { throw ValidationError(Messages.current.notADate(expiresBy)) }
        for filter in filters {
            do throws(SearchFilter.Invalid) { _ = try SearchFilter(filter) } catch {
                throw ValidationError(Messages.current.sentence(error))
            }
        }
    }

    func run() throws {
        let request = LedgerRequest(
            filters: filters.compactMap { try? SearchFilter($0) }, sort: sort, asOf: asOf.day,
            expiresBy: expiresBy.flatMap { LegalDate(iso: $0) }, basisChanged: basisChanged)
        let library = try library.open()
        let entries: [LedgerEntry]
        do throws(LibraryError) { entries = try library.ledger(request) } catch { throw Failure.report(error) }
        let listed = limit.map { Array(entries.prefix($0)) } ?? entries
        let messages = Messages.current
        switch format {
        case .table: LedgerText(listed, of: entries.count).print()
        case .csv: Output.text(LedgerTable.csv(listed, headings: messages.ledgerHeadings, status: messages.status))
        case .jsonl: for entry in listed { Output.line(AnswerEncoder.json(entry)) }
        }
    }
}

extension LedgerRequest.Sort: ExpressibleByArgument {}
