import ArgumentParser

@main
struct Lexigram: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lexigram",
        abstract: "中国法律文件的本机全文检索 / Full-text search of Chinese legal documents, offline",
        discussion: """
            索引的位置：--index，其次环境变量 LEXIGRAM_INDEX，再次当前文件夹下的 Index/store。
            The index is at --index, else $LEXIGRAM_INDEX, else Index/store under the current folder.
            退出码 / exit status: 0 完成 done, 1 失败 failed, 2 部分完成或没有找到 partly done or nothing found, 64 用法有误 wrong usage.
            """,
        subcommands: [
            IndexCommand.self, SearchCommand.self, ShowCommand.self, NumberCommand.self, CiteCommand.self, ListCommand.self,
            CompareCommand.self, ServeCommand.self, McpCommand.self, StatsCommand.self, CheckCommand.self, CompactCommand.self,
            RemoveCommand.self, ExportCommand.self,
        ])

    static func main() async {
        Output.takeStandardDescriptors()
        await main(nil)
    }
}
