import Ingestion
import LegalSearch

/// Shows what would be read from files, with the origin of every field, and writes no index.
enum DryRun {
    static func run(_ sources: [String], json: Bool) throws {
        let found: (files: [SourceWalker.File], problems: [IngestionError])
        do throws(IngestionError) {
            found = try SourceWalker.files(under: sources)
        } catch {
            throw Failure.report(LibraryError.source(error))
        }
        var problems = found.problems
        var count = 0
        let candidates = AttachmentCandidates(found.files)
        let pages = found.files.filter { candidates.surround($0.path) }
        let others = pages.isEmpty ? found.files : found.files.filter { !candidates.surround($0.path) }
        var attached: Set<String> = []
        for file in pages + others where !attached.contains(file.path) {
            let reading = DocumentReader().read(atPath: file.path, joining: candidates)
            attached.formUnion(reading.attached)
            problems += reading.problems
            count += reading.documents.count
            if json {
                Output.line(AnswerEncoder.json(reading, source: file.path))
            } else {
                for document in reading.documents { Output.line(Messages.current.preview(of: document)) }
            }
        }
        for problem in problems { Output.complain(Messages.current.skipped(problem)) }
        if !problems.isEmpty { throw count == 0 ? Failure.report(LibraryError.nothingRead(problems)) : Failure.partly }
    }
}
