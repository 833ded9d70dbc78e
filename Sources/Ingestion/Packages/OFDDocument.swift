import LegalDocuments

/// Reads the pages of an OFD file: text objects, put back into lines by where they stand. What page templates hold is the
/// same on every page and left out. Source: GB/T 33190-2016, chapters 7 and 11.
struct OFDDocument {
    private let package: OfficePackage

    private static let mostPages = 5_000

    static func document(in package: OfficePackage, source: String) throws(IngestionError.Reason) -> LegalDocument {
        let reader = OFDDocument(package: package)
        guard let root = try package.xml("OFD.xml") else { throw .malformed("no OFD.xml") }
        var pages: [[PageLine]] = []
        var facts = DocumentFacts()
        for body in root.elements where body.name == "DocBody" {
            guard let location = body.child("DocRoot")?.text.trimmedBlanks else { continue }
            pages += try reader.pages(ofDocumentAt: Self.path(location, from: ""))
            if let title = body.child("DocInfo")?.child("Title")?.text { reader.offer(title, to: &facts) }
        }
        guard !pages.isEmpty else { throw .malformed("no pages") }
        let blocks = PageText.blocks(of: pages)
        guard !blocks.isEmpty else { throw .scanned }
        return try DocumentAssembly.document(blocks: blocks, facts: facts, source: source)
    }

    /// A title in the metadata is mostly the name of the file it was made from: it counts where it reads as a title.
    private func offer(_ title: String, to facts: inout DocumentFacts) {
        if title.contains("关于") || HeadingLabel.readsAsTitle(title) { facts.offerTitle(title, from: "DocInfo") }
    }

    private func pages(ofDocumentAt path: String) throws(IngestionError.Reason) -> [[PageLine]] {
        guard let document = try package.xml(path) else { throw .malformed("no \(path)") }
        var pages: [[PageLine]] = []
        for page in document.child("Pages")?.elements ?? [] where page.name == "Page" {
            guard let location = page["BaseLoc"] ?? page["baseloc"] else { continue }
            guard pages.count < Self.mostPages else { throw .tooManyEntries(limit: Self.mostPages) }
            let content = try package.xml(Self.path(location, from: path))
            pages.append(content.map(Self.lines) ?? [])
        }
        return pages
    }

    /// A location is absolute in the package, or relative to the part that names it.
    private static func path(_ location: String, from part: String) -> String {
        if location.hasPrefix("/") { return String(location.dropFirst()) }
        let folder = part.lastIndex(of: "/").map { part[...$0] } ?? ""
        return String(folder) + (location.hasPrefix("./") ? location.dropFirst(2) : location[...])
    }

    private struct Run {
        let x: Double
        let y: Double
        let width: Double
        let size: Double
        let text: String
    }

    private static func lines(of page: MarkupElement) -> [PageLine] {
        var runs: [Run] = []
        page.visit { element in
            if element.name == "TextObject" {
                addRuns(of: element, to: &runs)
                return false
            }
            return true
        }
        runs.sort { ($0.y, $0.x) < ($1.y, $1.x) }
        var lines: [PageLine] = []
        var current: [Run] = []
        func endLine() {
            let sorted = current.sorted { $0.x < $1.x }
            if let first = sorted.first, let last = sorted.last {
                lines.append(PageLine(text: joined(sorted), left: first.x, right: last.x + last.width, size: first.size))
            }
            current = []
        }
        for run in runs {
            // Runs of one line share a baseline but for a fraction of their height.
            if let first = current.first, run.y - first.y > 0.5 * max(first.size, 1) { endLine() }
            current.append(run)
        }
        endLine()
        return lines.filter { !$0.text.isBlank }
    }

    /// A gap wider than a character parts two columns or cells.
    private static func joined(_ runs: [Run]) -> String {
        var text = ""
        var end: Double?
        for run in runs {
            if let end, run.x - end > run.size { text += "　" }
            text += run.text
            end = run.x + run.width
        }
        return text
    }

    private static func addRuns(of object: MarkupElement, to runs: inout [Run]) {
        let boundary = numbers(object["Boundary"] ?? object["boundary"] ?? "")
        let size = numbers(object["Size"] ?? object["size"] ?? "").first ?? 4
        guard boundary.count >= 4 else { return }
        for code in object.elements where code.name == "TextCode" {
            let text = code.text
            guard !text.isEmpty else { continue }
            let x = boundary[0] + (numbers(code["X"] ?? code["x"] ?? "").first ?? 0)
            let y = boundary[1] + (numbers(code["Y"] ?? code["y"] ?? "").first ?? size)
            let width = max(0, boundary[0] + boundary[2] - x)
            runs.append(Run(x: x, y: y, width: width, size: size, text: text))
        }
    }

    private static func numbers(_ text: String) -> [Double] {
        text.split(separator: " ").prefix(8).compactMap { Double($0) }.filter { $0.isFinite && abs($0) < 1e7 }
    }
}
