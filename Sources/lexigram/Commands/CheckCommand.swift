import ArgumentParser
import LegalSearch

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "核对索引的每个字节 / Verify every checksum and record")

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let opened = try library.open()
        do throws(LibraryError) { try opened.check() } catch { throw Failure.report(error) }
        Output.line(Messages.current.sound)
    }
}
