import ArgumentParser
import LegalSearch
import Logging
import SearchService

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "在本机提供检索网页和接口 / Serve the search page and interface on this machine")

    @OptionGroup var library: LibraryOptions

    @Option(help: "监听地址 / address to listen on")
    var host = "127.0.0.1"

    @Option(parsing: .unconditional, help: "端口 / port")
    var port = 8686

    @Option(help: "访问口令；不在本机监听时必须有 / access token, needed to listen elsewhere")
    var token: String?

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError(Messages.current.sentence(ServiceStartError.portOutOfRange(port)))
        }
    }

    func run() async throws {
        let library = try library.open()
        var logger = Logger(label: "lexigram") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let configuration = ServiceConfiguration(host: host, port: port, accessToken: token)
        let service = SearchService(provider: library, configuration: configuration, logger: logger)
        do {
            try await service.run { Output.line(Messages.current.serving($0)) }
        } catch let error as ServiceStartError {
            var code = Failure.failed
            if case .tokenNeeded = error { code = Failure.usage }
            throw Failure.report(Messages.current.sentence(error), code)
        }
    }
}
