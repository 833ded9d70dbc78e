import InvertedIndex
import Testing

/// A search that is out of time stops where it is, and gives what it has.
@Suite struct SearchTimeTests {
    private static let clauses = [Clause([Phrase("行政")]), Clause([Phrase("复议机关")])]

    private static func snapshot(in folder: TestFolder) throws -> IndexSnapshot {
        let writer = try IndexWriter(folder: folder.index, configuration: plainConfiguration)
        for number in 0..<40 {
            let units = (0..<50).map { IndexUnit(text: "第\($0)条 行政复议机关，\(number)") }
            try writer.add(IndexDocument(id: "d\(number)", columns: [0], units: units))
        }
        try writer.commit(at: 1)
        return try IndexSnapshot.open(folder)
    }

    private static func found(_ snapshot: IndexSnapshot) throws -> [Int] {
        [
            try snapshot.best(10, all: clauses).count, try snapshot.best(10, any: clauses).count,
            try snapshot.count(all: clauses), try snapshot.ranked(10, all: clauses).units.joined().count,
            try snapshot.units(any: clauses).joined().count,
        ]
    }

    @Test func nothingIsLookedAtOnceTheTimeIsOver() throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(in: folder)
        let now = ContinuousClock.now
        let over = try SearchTime.$end.withValue(now) { try Self.found(snapshot) }
        #expect(over == [0, 0, 0, 0, 0])
        let long = try SearchTime.$end.withValue(now + .seconds(3_600)) { try Self.found(snapshot) }
        #expect(long == [10, 10, 2_000, 2_000, 2_000])
        let endless = try Self.found(snapshot)
        #expect(endless == long)
    }

    @Test func aCancelledTaskLooksAtNothing() async throws {
        let folder = TestFolder()
        let snapshot = try Self.snapshot(in: folder)
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try Self.found(snapshot)
        }
        task.cancel()
        #expect(try await task.value == [0, 0, 0, 0, 0])
    }
}
