import ArgumentParser
import LegalSearch

/// Ends a command with a sentence on standard error.
enum Failure {
    static let failed = ExitCode(1)
    static let partly = ExitCode(2)
    static let usage = ExitCode(64)

    static func report(_ error: LibraryError) -> ExitCode { report(Messages.current.sentence(error), failed) }

    static func reporting<Value>(_ body: () throws(InputError) -> Value) throws -> Value {
        do throws(InputError) { return try body() } catch { throw report(Messages.current.sentence(error), failed) }
    }

    static func report(_ sentence: String, _ code: ExitCode) -> ExitCode {
        Output.complain(sentence)
        return code
    }
}
