/// The best units found so far: a heap whose root is the worst of them.
///
/// Of equal scores the unit that stands first in the index is better.
struct BestUnits {
    struct Entry { var score: Float; var unit: UInt32 }

    private let limit: Int
    private var heap: [Entry] = []

    init(limit: Int) {
        self.limit = limit
        heap.reserveCapacity(min(limit, 128))
    }

    /// A score must exceed this, or equal it and stand before the worst entry, to get in.
    private(set) var threshold: Float = -.infinity

    var isFull: Bool { heap.count >= limit }

    /// Whether a unit with at most this score can get in.
    @inline(__always)
    func admits(_ score: Float, unit: UInt32) -> Bool {
        score > threshold || !isFull || (score == threshold && unit < (heap.first?.unit ?? 0))
    }

    mutating func add(_ score: Float, unit: UInt32) {
        guard limit > 0, admits(score, unit: unit) else { return }
        let entry = Entry(score: score, unit: unit)
        if heap.count < limit {
            heap.append(entry)
            siftUp()
        } else {
            heap[0] = entry
            siftDown()
        }
        if isFull { threshold = heap[0].score }
    }

    /// By falling score, equal ones by unit.
    func ordered() -> [Entry] { heap.sorted { Self.isWorse($1, $0) } }

    @inline(__always)
    private static func isWorse(_ left: Entry, _ right: Entry) -> Bool {
        left.score != right.score ? left.score < right.score : left.unit > right.unit
    }

    private mutating func siftUp() {
        var child = heap.count - 1
        while child > 0, Self.isWorse(heap[child], heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func siftDown() {
        var parent = 0
        while true {
            var worst = parent
            let child = 2 * parent + 1
            if child < heap.count, Self.isWorse(heap[child], heap[worst]) { worst = child }
            if child + 1 < heap.count, Self.isWorse(heap[child + 1], heap[worst]) { worst = child + 1 }
            if worst == parent { return }
            heap.swapAt(parent, worst)
            parent = worst
        }
    }
}
