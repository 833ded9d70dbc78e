internal import InvertedIndex
public import LegalDocuments
internal import Synchronization

/// A library opened for reading. Every call answers from one commit; ``refresh()`` moves on to a newer one.
///
/// Thread safe. Calls are synchronous and take milliseconds.
public final class Library: Sendable {
    private let directory: String
    private let state: Mutex<LibraryState>
    private let trouble: Mutex<String?> = Mutex(nil)

    /// Opens the last commit of the library in a folder.
    /// - Complexity: O(*s*) in its segments.
    public init(directory: String) throws(LibraryError) {
        self.directory = directory
        do throws(IndexError) {
            let snapshot = try IndexSnapshot.open(directory, configuration: DocumentCoding.configuration)
            state = Mutex(LibraryState(snapshot))
        } catch {
            throw .index(error)
        }
    }

    var current: LibraryState { state.withLock { $0 } }

    // MARK: Search

    public func search(_ request: SearchRequest) throws(SearchError) -> SearchAnswer {
        let query = try SearchRun.read(request)
        let clock = ContinuousClock()
        let start = clock.now
        do throws(IndexError) {
            var run = try SearchRun(request, read: query, state: current, today: WallClock.today())
            var answer = try run.answer()
            answer.tookMicroseconds = Int(start.duration(to: clock.now) / .microseconds(1))
            return answer
        } catch {
            throw .index(error)
        }
    }

    // MARK: Look-up

    /// Nil where no document has this id, or its record is damaged.
    public func document(id: String, asOf day: LegalDate?) -> DocumentAnswer? {
        let state = current
        guard let address = try? state.snapshot.document(withID: id) else { return nil }
        return try? resolution(state, day).answer(address)
    }

    /// What a reference leads to; nothing where it leads to none, or where the index is damaged on the way.
    public func resolve(_ reference: String, asOf day: LegalDate?) -> ReferenceAnswer {
        (try? resolve(reference: reference, asOf: day)) ?? .none(suggestions: [])
    }

    /// The same, with damage told apart from what is not held.
    public func resolve(reference: String, asOf day: LegalDate?) throws(LibraryError) -> ReferenceAnswer {
        do throws(IndexError) { return try resolution(current, day).resolve(reference) } catch { throw .index(error) }
    }

    public func lookUp(number typed: String, asOf day: LegalDate?) -> NumberAnswer {
        let number = DocumentNumber(typed)
        var answer = NumberAnswer(typed: typed, number: number, matches: [], near: [])
        let state = current
        guard let standings = try? state.standings(on: day ?? WallClock.today()) else { return answer }
        let lookup = ReferenceLookup(state: state, standings: standings)
        if let number {
            answer.matches = ((try? lookup.documents(numbered: number)) ?? []).compactMap { try? lookup.summary($0) }
        }
        let held = Set(answer.matches.map(\.id))
        let near = (try? lookup.near(PartialDocumentNumber(typed), limit: 10 + held.count)) ?? []
        answer.near = Array(near.filter { !held.contains($0.id) }.prefix(10))
        return answer
    }

    private func resolution(_ state: LibraryState, _ day: LegalDate?) throws(IndexError) -> ReferenceResolution {
        ReferenceResolution(state: state, standings: try state.standings(on: day ?? WallClock.today()))
    }

    /// Titles and numbers that begin with what was typed, with or without 中华人民共和国 before it.
    public func suggestions(for typed: String, limit: Int) -> [String] {
        guard !typed.isEmpty, limit > 0 else { return [] }
        var result: [String] = []
        for prefix in [typed, "中华人民共和国" + typed] {
            let found = (try? current.snapshot.keywords(withPrefix: DocumentKeyword.suggestion(prefix), limit: limit)) ?? []
            result += found.map { String($0.keyword.dropFirst(DocumentKeyword.suggestion("").count)) }
        }
        return Array(result.prefix(limit))
    }

    // MARK: The whole

    public func statistics() -> LibraryStatistics {
        let snapshot = current.snapshot
        let prefix = DocumentKeyword.kind("")
        let kinds = ((try? snapshot.keywords(withPrefix: prefix, limit: .max)) ?? [])
            .map { (kind: String($0.keyword.dropFirst(prefix.count)), count: $0.documents.count) }
            .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
        let bytes = snapshot.byteCounts
        return LibraryStatistics(
            documents: snapshot.documentCount, provisions: current.provisionCount, segments: snapshot.segmentCount,
            terms: snapshot.termCount, kinds: kinds, committedAt: snapshot.committedAt,
            bytes: LibraryStatistics.Bytes(
                total: bytes.total, dictionary: bytes.dictionary, postings: bytes.postings, positions: 0,
                text: bytes.text, other: bytes.other))
    }

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

    // MARK: Newer commits

    /// Rises with each commit.
    public var generation: UInt64 { current.snapshot.generation }

    /// Why the newest commit could not be opened; nil where it could.
    public var problem: String? { trouble.withLock { $0 } }

    /// Moves on to a newer commit, if there is one. Where it cannot be opened, the old one goes on being served.
    public func refresh() {
        do throws(IndexError) {
            let newest = try IndexSnapshot.generation(committedIn: directory, configuration: DocumentCoding.configuration)
            if newest != generation {
                let snapshot = try IndexSnapshot.open(directory, configuration: DocumentCoding.configuration)
                state.withLock { $0 = LibraryState(snapshot) }
            }
            trouble.withLock { $0 = nil }
        } catch {
            trouble.withLock { $0 = "\(error.file): \(error.reason)" }
        }
    }
}
