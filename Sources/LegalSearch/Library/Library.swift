internal import Glibc
internal import InvertedIndex
public import LegalDocuments
internal import Synchronization

/// A library opened for reading. Every call answers from one commit; ``refresh()`` moves on to a newer one.
///
/// Thread safe. Calls are synchronous and take milliseconds.
public final class Library: Sendable {
    private let directory: String
    private let synonyms: SynonymTable
    private let shortForms: ShortForms
    private let state: Mutex<LibraryState>
    private let trouble: Mutex<String?> = Mutex(nil)

    /// Opens the last commit of the library in a folder.
    /// - Complexity: O(*s*) in its segments.
    public init(directory: String) throws(LibraryError) {
        self.directory = directory
        synonyms = try SynonymFile.table(besideIndex: directory)
        shortForms = try ShortFormsFile.shortForms(besideIndex: directory)
        do throws(IndexError) {
            let snapshot = try IndexSnapshot.open(directory, configuration: DocumentCoding.configuration)
            state = Mutex(LibraryState(snapshot, synonyms: synonyms, shortForms: shortForms))
        } catch {
            throw .index(error)
        }
    }

    private init(_ other: Library, state: LibraryState) {
        directory = other.directory
        synonyms = other.synonyms
        shortForms = other.shortForms
        self.state = Mutex(state)
    }

    /// The commit that is being read now, as a library of its own that is not refreshed unless asked.
    /// - Complexity: O(1); the files are shared.
    public func pinned() -> Library { Library(self, state: current) }

    var current: LibraryState { state.withLock { $0 } }

    // MARK: Search

    /// Stops where the request's time is over or the task has been cancelled.
    public func search(_ request: SearchRequest) throws(SearchError) -> SearchAnswer {
        let query = try SearchRun.read(request)
        let start = ContinuousClock.now
        let end = [request.timeLimit.map { start + $0 }, SearchTime.end].compactMap(\.self).min()
        let result: Result<SearchAnswer, IndexError>? = SearchTime.$end.withValue(end) {
            do throws(IndexError) {
                let run = try SearchRun(request, read: query, state: current, today: WallClock.today())
                let answer = try run.answer()
                return SearchTime.isOver ? nil : .success(answer)
            } catch {
                return .failure(error)
            }
        }
        switch result {
        case nil: throw .tookTooLong
        case .failure(let error): throw .index(error)
        case .success(var answer):
            answer.tookMicroseconds = Int(start.duration(to: .now) / .microseconds(1))
            return answer
        }
    }

    // MARK: Look-up

    /// Nil where no document has this id.
    public func document(id: String, asOf day: LegalDate?) throws(LibraryError) -> DocumentAnswer? {
        let state = current
        do throws(IndexError) {
            guard let address = try state.snapshot.document(withID: id) else { return nil }
            return try resolution(state, day).answer(address)
        } catch {
            throw .index(error)
        }
    }

    /// What a reference leads to. Damage on the way is an error: it is not the same as what is not held.
    public func resolve(_ reference: String, asOf day: LegalDate?) throws(LibraryError) -> ReferenceAnswer {
        do throws(IndexError) { return try resolution(current, day).resolve(reference) } catch { throw .index(error) }
    }

    public func lookUp(number typed: String, asOf day: LegalDate?) throws(LibraryError) -> NumberAnswer {
        let number = DocumentNumber(typed)
        let state = current
        do throws(IndexError) {
            let lookup = ReferenceLookup(state: state, standings: try state.standings(on: day ?? WallClock.today()))
            var matches: [DocumentSummary] = []
            let found = if let number { try lookup.documents(numbered: number) } else { try lookup.documents(listedIn: typed) }
            for address in found { matches.append(try lookup.summary(address)) }
            let near = matches.isEmpty ? try lookup.near(PartialDocumentNumber(typed)) : []
            return NumberAnswer(typed: typed, number: number, matches: matches, near: near)
        } catch {
            throw .index(error)
        }
    }

    private func resolution(_ state: LibraryState, _ day: LegalDate?) throws(IndexError) -> ReferenceResolution {
        ReferenceResolution(state: state, standings: try state.standings(on: day ?? WallClock.today()))
    }

    /// Titles and numbers for what was typed so far; see ``TitleSuggestions``.
    public func suggestions(for typed: String, limit: Int) -> [String] {
        (try? SuggestionList(state: current).suggestions(for: typed, limit: limit)) ?? []
    }

    // MARK: The whole

    public func statistics() -> LibraryStatistics { current.statistics() }

    /// Compares every checksum and reads every document.
    public func check() throws(LibraryError) {
        let snapshot = current.snapshot
        do throws(IndexError) {
            try snapshot.verify()
            for address in snapshot.documents() { _ = try DocumentCoding.document(address, in: snapshot) }
        } catch {
            throw .index(error)
        }
    }

    /// Every document, in the order of their ids, as it stands today.
    public func forEachDocument(_ body: (DocumentAnswer) throws -> Void) throws {
        let state = current
        let resolution = try resolution(state, nil)
        let addresses = try state.snapshot.documents().map { (id: try state.snapshot.id(of: $0), address: $0) }
        for (_, address) in addresses.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
            try body(try resolution.answer(address, withCitations: false))
        }
    }

    /// Works out what searches need of the commit as a whole, so that the first one need not wait for it.
    /// - Complexity: O(*n*) in documents and titles; some 50 ms for a few thousand.
    public func prepare() throws(LibraryError) {
        do throws(IndexError) { try current.prepare(on: WallClock.today()) } catch { throw .index(error) }
    }

    // MARK: Newer commits

    /// Rises with each commit.
    public var generation: UInt64 { current.snapshot.generation }

    /// Why the newest commit could not be opened; nil where it could.
    public var problem: String? { trouble.withLock { $0 } }

    /// Moves on to a newer commit, if there is one. Where it cannot be opened, where a file of the present one is gone or the
    /// disk is full, the old one goes on being served, and ``problem`` says so.
    public func refresh() {
        do throws(IndexError) {
            if try !current.snapshot.isCurrent(in: directory, configuration: DocumentCoding.configuration) {
                let snapshot = try IndexSnapshot.open(
                    directory, configuration: DocumentCoding.configuration, sharing: current.snapshot)
                let made = LibraryState(snapshot, synonyms: synonyms, shortForms: shortForms)
                try made.prepare(on: WallClock.today())
                state.withLock { $0 = made }
            }
            trouble.withLock { $0 = nil }
        } catch {
            trouble.withLock { $0 = "\(error.file): \(error.reason.words)" }
        }
    }
}

extension IndexError.Reason {
    /// For whoever looks after the service.
    fileprivate var words: String {
        switch self {
        case .notAnIndex: "no index"
        // Safety: the C library keeps the text for as long as the process runs.
        case .system(let operation, let code): unsafe "\(operation) failed: \(String(cString: strerror(code)))"
        default: "\(self)"
        }
    }
}
