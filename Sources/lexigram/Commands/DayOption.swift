import ArgumentParser
import LegalDocuments

/// `--as-of`.
struct DayOption: ParsableArguments {
    @Option(name: .customLong("as-of"), help: "以哪一天的文本为准，YYYY-MM-DD / the day whose versions count")
    var text: String?

    func validate() throws {
        if let text, LegalDate(iso: text) == nil { throw ValidationError(Messages.current.notADate(text)) }
    }

    var day: LegalDate? { text.flatMap { LegalDate(iso: $0) } }
}
