import ArgumentParser
import LegalSearch

struct CompactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compact", abstract: "把索引并成一段，去掉已删的 / Merge the index into one segment")

    @OptionGroup var library: LibraryOptions

    func run() throws {
        // A folder without an index is no place to make an empty one.
        _ = try library.open()
        let writer = try library.openForWriting()
        do throws(LibraryError) { try writer.compact() } catch { throw Failure.report(error) }
        Output.line(Messages.current.statistics(try library.open().statistics()))
    }
}
