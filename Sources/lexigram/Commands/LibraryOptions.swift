import ArgumentParser
import Glibc
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

    /// Whether nobody has said where it is.
    var isDefault: Bool { directory == nil && path == "Index/store" }

    func open() throws -> Library {
        do throws(LibraryError) { return try Library(directory: path) } catch { throw Failure.report(error) }
    }

    /// For whoever answers many searches.
    func openPrepared() throws -> Library {
        let library = try open()
        do throws(LibraryError) { try library.prepare() } catch { throw Failure.report(error) }
        return library
    }

    func openForWriting() throws -> LibraryWriter {
        do throws(LibraryError) { return try LibraryWriter(directory: path) } catch { throw Failure.report(error) }
    }
}
