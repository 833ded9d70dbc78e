import ArgumentParser
import Glibc
import LegalDocuments
import LegalSearch

/// Where the index is: the same for every command that uses one.
struct LibraryOptions: ParsableArguments {
    @Option(name: .customLong("index"), help: "索引文件夹 / folder of the index")
    var directory: String?

    var path: String {
        if let directory { return directory }
        // Safety: the string is copied at once; nothing here changes the environment.
        if let value = unsafe getenv("LEXIGRAM_INDEX") {
            let path = unsafe String(cString: value)
            if !path.isEmpty { return path }
        }
        return "Index/store"
    }

    func open() throws -> Library {
        do throws(LibraryError) { return try Library(directory: path) } catch { throw Failure.report(error) }
    }

    func openForWriting() throws -> LibraryWriter {
        do throws(LibraryError) { return try LibraryWriter(directory: path) } catch { throw Failure.report(error) }
    }
}

/// `--as-of`.
struct DayOption: ParsableArguments {
    @Option(name: .customLong("as-of"), help: "以哪一天的文本为准，YYYY-MM-DD / the day whose versions count")
    var text: String?

    func validate() throws {
        if let text, LegalDate(iso: text) == nil { throw ValidationError(Messages.current.notADate(text)) }
    }

    var day: LegalDate? { text.flatMap { LegalDate(iso: $0) } }
}

/// Ends a command with a sentence on standard error.
enum Failure {
    static let failed = ExitCode(1)
    static let partly = ExitCode(2)
    static let usage = ExitCode(64)

    static func report(_ error: LibraryError) -> ExitCode { report(Messages.current.sentence(error), failed) }

    static func report(_ sentence: String, _ code: ExitCode) -> ExitCode {
        Output.complain(sentence)
        return code
    }
}
