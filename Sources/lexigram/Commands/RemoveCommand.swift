import ArgumentParser
import LegalDocuments
import LegalSearch

struct RemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "从索引里去掉一份文件 / Take a document out of the index")

    @Argument(help: "文号、名称或编号 / a number, a title or an id")
    var reference: [String]

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let reference = reference.joined(separator: " ")
        let messages = Messages.current
        let found: ReferenceAnswer
        let library = try library.open()
        do throws(LibraryError) { found = try library.resolve(reference, asOf: nil) } catch { throw Failure.report(error) }
        switch found {
        case .document(let answer, nil):
            // With the text in force gone, an older one of the same title would look like it.
            guard answer.versions.count < 2 || reference == answer.document.id else {
                throw Failure.report(messages.severalToRemove(answer.versions.map(\.id)), Failure.partly)
            }
            try remove(answer.document)
        case .several(let summaries):
            throw Failure.report(messages.severalToRemove(summaries.map(\.id)), Failure.partly)
        case .document, .noSuchProvision:
            throw Failure.report(messages.onlyWholeDocuments, Failure.usage)
        case .none:
            throw Failure.report(messages.notHeld(reference), Failure.partly)
        }
    }

    private func remove(_ document: LegalDocument) throws {
        let writer = try library.openForWriting()
        let wasThere: Bool
        do throws(LibraryError) { wasThere = try writer.remove(documentID: document.id) } catch { throw Failure.report(error) }
        // Another process may have been quicker.
        guard wasThere else { throw Failure.report(Messages.current.notHeld(document.id), Failure.partly) }
        Output.line(Messages.current.removed(document))
    }
}
