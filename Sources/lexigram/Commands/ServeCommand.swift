import ArgumentParser
import Glibc
import LegalSearch
import Logging
import SearchService

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "在本机提供检索网页和接口 / Serve the search page and interface on this machine",
        discussion: """
            访问口令写在文件里（--token-file）或环境变量 LEXIGRAM_TOKEN 里，不写在命令行上，免得别人在进程列表里看到。
            The access token stands in a file (--token-file) or in $LEXIGRAM_TOKEN, never on the command line, where others could read it.
            """)

    @OptionGroup var library: LibraryOptions

    @Option(help: "监听地址 / address to listen on")
    var host = "127.0.0.1"

    @Option(parsing: .unconditional, help: "端口 / port")
    var port = 8686

    @Option(help: "写有访问口令的文件；不在本机监听时必须有口令 / file with the access token, needed to listen elsewhere")
    var tokenFile: String?

    @Option(help: "哪个网站的网页可以读接口（CORS）；默认都不可以 / web origin whose pages may read the interface; none by default")
    var allowOrigin: String?

    @Option(help: "每个请求记什么：routes 不记检索内容，queries 记，none 不记 / what is logged of a request: routes (nothing typed), queries, none")
    var accessLog = AccessLogOption.routes

    @Flag(help: "不启动，打印 systemd 服务文件 / print a systemd unit instead of serving")
    var install = false

    @Flag(help: "与 --install 同用：写成当前用户的服务 / with --install: write it as a service of this user")
    var user = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError(Messages.current.sentence(ServiceStartError.portOutOfRange(port)))
        }
        if user, !install { throw ValidationError(Messages.current.userNeedsInstall) }
    }

    func run() async throws {
        let token = try AccessToken.read(file: tokenFile)
        if install { return try printUnit() }
        // Named, so that the C library does not look at the file again for every line of the log and every date of today.
        _ = unsafe setenv("TZ", ":/etc/localtime", 0)
        let library = try library.openPrepared()
        var logger = Logger(label: "lexigram") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let configuration = ServiceConfiguration(
            host: host, port: port, accessToken: token, allowedOrigin: allowOrigin, accessLog: accessLog.value)
        let service = SearchService(provider: library, configuration: configuration, logger: logger)
        do {
            try await service.run { Output.line(Messages.current.serving($0)) }
        } catch let error as ServiceStartError {
            var code = Failure.failed
            if case .tokenNeeded = error { code = Failure.usage }
            throw Failure.report(Messages.current.sentence(error), code)
        }
    }

    private func printUnit() throws {
        let unit = ServiceUnit(
            index: library.path, host: host, port: port, tokenFile: tokenFile, accessLog: accessLog.rawValue, isOfUser: user)
        guard user else { return Output.line(unit.text) }
        do throws(ServiceUnit.WriteError) {
            Output.line(Messages.current.unitWritten(try unit.write()))
        } catch {
            throw Failure.report(Messages.current.sentence(error), Failure.failed)
        }
    }
}

/// ``ServiceConfiguration/AccessLog`` as it is typed.
enum AccessLogOption: String, ExpressibleByArgument, CaseIterable {
    case none, routes, queries

    var value: ServiceConfiguration.AccessLog {
        switch self {
        case .none: .none
        case .routes: .routes
        case .queries: .queries
        }
    }
}
