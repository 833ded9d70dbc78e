import Ingestion
import InvertedIndex
import LegalSearch
import SearchService

/// Errors as sentences: the file, the reason, what to do.
extension Messages {
    func sentence(_ error: InputError) -> String {
        let path = error.path == "-" ? pick("标准输入", "standard input") : error.path
        return pick("读不了 \(path)：\(system(error.code))。请检查路径。", "Cannot read \(path): \(system(error.code)). Check the path.")
    }

    func cannotWrite(_ code: Int32) -> String {
        pick("写不出结果：\(system(code))。", "Cannot write the answer: \(system(code)).")
    }

    func exportFailed(_ error: IndexError) -> String {
        pick("导出中断。", "Export stopped. ") + sentence(error)
    }

    var exportNeedsFolder: String {
        pick("akn 每份一个文件：用 --output 指定文件夹，或者指名一份。", "akn is a file each: name a folder with --output, or one document.")
    }

    var exportTakesNoFolder: String {
        pick("--output 只用于导出全部文件为 akn。", "--output is only for all documents as akn.")
    }

    func cannotWriteFile(_ path: String) -> String {
        pick("写不了 \(path)：看看有没有权限、还有没有空间。", "Cannot write \(path): see whether you may, and whether there is room.")
    }

    func exported(_ count: Int, to folder: String) -> String {
        pick("导出 \(count) 份到 \(folder)。", "Exported \(count) documents to \(folder).")
    }

    func sentence(_ error: LibraryError) -> String {
        switch error {
        case .index(let error): sentence(error)
        case .source(let problem):
            pick("读不了 \(problem.source)：", "Cannot read \(problem.source): ") + reason(problem.reason)
                + pick("请检查路径。索引没有改动。", " Check the path. The index is unchanged.")
        case .nothingRead(let problems):
            problems.isEmpty
                ? pick("没有可读的文件。索引没有改动。", "There was no file to read. The index is unchanged.")
                : pick(
                    "\(problems.count) 个文件都没有读出内容，原因见上。索引没有改动。",
                    "None of the \(problems.count) files gave a document. The index is unchanged.")
        case .malformedSynonyms(let file, let line, let text):
            pick(
                "\(file) 第 \(line) 行“\(text)”应当写成：日常的词 > 法律的词。",
                "\(file), line \(line): “\(text)” must be: everyday words > words of the law.")
        case .malformedShortForms(let file, let line, let text):
            pick(
                "\(file) 第 \(line) 行“\(text)”应当写成：简称 > 法律的名称。",
                "\(file), line \(line): “\(text)” must be: short forms > the title of the law.")
        }
    }

    func sentence(_ error: SearchError) -> String {
        switch error {
        case .queryTooLong(let count, let limit):
            pick("检索内容有 \(count) 个字，最多 \(limit) 个。请缩短。", "The query has \(count) characters, at most \(limit) are allowed. Shorten it.")
        case .nothingToSearch:
            pick("检索内容里没有汉字、字母或者数字。", "The query holds no Han character, letter or digit.")
        case .limitOutOfRange(_, let range): notInRange("limit", range)
        case .offsetOutOfRange(_, let range): notInRange("offset", range)
        case .index(let error): sentence(error)
        case .syntax(let error): sentence(error)
        case .tookTooLong: pick("检索超过了规定的时间，已停止。", "The search took longer than allowed and was stopped.")
        }
    }

    func sentence(_ error: IndexError) -> String {
        let file = error.file.isEmpty ? pick("索引", "the index") : error.file
        let opening = pick("\(file)：", "\(file): ")
        return opening + cause(error.reason)
    }

    private func cause(_ reason: IndexError.Reason) -> String {
        let rebuild = pick("请换一个文件夹重新 lexigram index。", "Index the sources again into a new folder.")
        switch reason {
        case .notAnIndex:
            return pick("这里没有索引。请先运行 lexigram index 文件夹，或用 --index 指明位置。", "no index here. Run lexigram index FOLDER first, or name the place with --index.")
        case .folderInUse:
            return pick("文件夹里有别的文件，不在其中建索引。请用 --index 另指一个空文件夹。", "the folder holds other files; no index is made among them. Name an empty folder with --index.")
        case .formatVersion(let found, let readable):
            return pick("索引格式是第 \(found) 版，本程序读第 \(readable) 版。", "format version \(found); this program reads \(readable). ") + rebuild
        case .analysisVersion(let found, let expected):
            return pick("索引的分词是第 \(found) 版，本程序用第 \(expected) 版。", "text analysis version \(found); this program uses \(expected). ") + rebuild
        case .wrongLength(let expected, let found):
            return pick("应有 \(expected) 字节，实有 \(found) 字节，文件不完整。", "\(found) bytes where \(expected) belong: the file is damaged. ") + rebuild
        case .checksumMismatch(let part):
            return pick("校验和不符（\(part)），文件已损坏。", "checksum mismatch (\(part)): the file is damaged. ") + rebuild
        case .damaged(let part):
            return pick("内容有误（\(part)），文件已损坏。", "wrong content (\(part)): the file is damaged. ") + rebuild
        case .locked:
            return pick("另一个程序正在写这个索引。请等它结束再试。", "another process is writing to this index. Try again when it has finished.")
        case .system(let operation, let code):
            return pick("系统不允许 \(operation)：\(system(code))。", "\(operation) failed: \(system(code)).")
        case .tooLarge(let part):
            return pick("一段索引装不下（\(part)）。请分几次编入。", "too large for one segment (\(part)). Index in smaller steps.")
        }
    }

    func reason(_ reason: IngestionError.Reason) -> String {
        switch reason {
        case .missing: pick("没有这个文件或文件夹。", "no such file or folder.")
        case .unreadable(let words): pick("打不开：\(system(words))。", "cannot be opened: \(words).")
        case .empty: pick("是空的。", "it is empty.")
        case .tooLarge(let bytes, let limit): pick("有 \(bytes) 字节，最多读 \(limit)。", "\(bytes) bytes, at most \(limit) are read.")
        case .notText(let kind): pick("不是文字，像是 \(fileKind(kind))。", "not a text but \(kind).")
        case .unsupportedFormat(let name): pick("还不能读这种格式：\(fileKind(name))。", "a format that is not read: \(name).")
        case .malformed(let words): pick("格式有误：\(words)。", "malformed: \(words).")
        case .entityForbidden: pick("声明了实体（DOCTYPE ENTITY），为安全不读。", "it declares entities, which are not read for safety.")
        case .tooDeep(let limit): pick("嵌套超过 \(limit) 层，读不全，因此不收。", "nested deeper than \(limit), so it could not be read whole.")
        case .tooManyProvisions(let limit): pick("超过 \(limit) 条。", "more than \(limit) provisions.")
        case .noContent: pick("里面没有找到文件正文。", "no document was found in it.")
        case .encrypted: pick("加了密码，打不开。请去掉密码再编入。", "it is encrypted. Remove the password and index it again.")
        case .unsafePath: pick("名称指到压缩包以外，为安全不读。", "its name leads out of the archive, so it is not read.")
        case .link: pick("压缩包里的链接，不跟随。", "a link in an archive, which is not followed.")
        case .tooManyEntries(let limit): pick("里面的文件超过 \(limit) 个。请分开编入。", "more than \(limit) files in it. Index them in parts.")
        case .unpacksTooLarge(let limit):
            pick("解开后超过 \(limit) 字节，疑为压缩炸弹，不再读。", "it unpacks to more than \(limit) bytes, as a zip bomb would; the rest is not read.")
        case .scanned: pick("只有扫描图像，没有文字。请先做文字识别。", "a scan without text. Run text recognition on it first.")
        case .programMissing(let name): pick("要装上 \(name) 才能读。", "it takes \(name) to read, which is not installed.")
        case .programFailed(let name, let words): pick("\(name) 读不了：\(words)。", "\(name) could not read it: \(words).")
        }
    }

    func sentence(_ error: ServiceStartError) -> String {
        switch error {
        case .addressInUse(let host, let port):
            pick("\(host):\(port) 已被占用。请用 --port 换一个端口。", "\(host):\(port) is in use. Choose another with --port.")
        case .addressNotAvailable(let host, let port, let reason):
            pick("不能在 \(host):\(port) 监听：\(reason)。", "Cannot listen on \(host):\(port): \(reason).")
        case .tokenNeeded(let host):
            pick("在 \(host) 监听会让别的机器访问，须设口令：--token-file 或环境变量 LEXIGRAM_TOKEN。", "Listening on \(host) lets other machines in; set a token with --token-file or LEXIGRAM_TOKEN.")
        case .portOutOfRange(let port): pick("端口 \(port) 不在 0 到 65535 之间。", "Port \(port) is not from 0 to 65535.")
        }
    }

    func sentence(_ error: ServiceUnit.WriteError) -> String {
        pick("写不了 \(error.path)：\(error.words)", "cannot write \(error.path): \(error.words)")
    }
}
