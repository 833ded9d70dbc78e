/// The best units found so far. Of equal scores the unit that stands first in the index is better.
///
/// A few are kept as a heap whose root is the worst of them. Of many, a heap would be put in order again and again: they
/// are gathered until there are twice as many as wanted, and the worse half is dropped.
struct BestUnits {
    struct Entry { var score: Float; var unit: UInt32 }

    /// So many are kept as a heap.
    private static let heapLimit = 64

    private let limit: Int
    private let isHeap: Bool
    private var entries: [Entry] = []
    /// Whether ``threshold`` keeps anything out.
    private(set) var isFull = false

    init(limit: Int) {
        self.limit = limit
        isHeap = limit <= Self.heapLimit
    }

    /// Once full, a score must exceed this, or equal it and stand before the worst entry, to get in.
    private(set) var threshold: Float = -.infinity

    mutating func add(_ score: Float, unit: UInt32) {
        guard limit > 0, !isFull || score >= threshold else { return }
        // Many segments have nothing for it: then no memory is asked for.
        if entries.isEmpty { entries.reserveCapacity(min(limit, 4096) * (isHeap ? 1 : 2)) }
        let entry = Entry(score: score, unit: unit)
        if isHeap { insert(entry) } else { gather(entry) }
    }

    /// Puts them in order, by falling score, equal ones by unit, and gives them to whoever wants them.
    mutating func ordered<Result>(_ use: (Entry) -> Result) -> [Result] {
        if isHeap {
            orderFew()
        } else {
            entries.sort { Self.isWorse($1, $0) }
            if entries.count > limit { entries.removeLast(entries.count - limit) }
        }
        return entries.map(use)
    }

    @inline(__always)
    private static func isWorse(_ left: Entry, _ right: Entry) -> Bool {
        left.score != right.score ? left.score < right.score : left.unit > right.unit
    }

    /// A few are put in order by insertion: less than what a general sort sets up.
    private mutating func orderFew() {
        for index in entries.indices.dropFirst() {
            let entry = entries[index]
            var place = index
            while place > 0, Self.isWorse(entries[place - 1], entry) {
                entries[place] = entries[place - 1]
                place -= 1
            }
            entries[place] = entry
        }
    }

    // MARK: A heap

    /// As long as there is room entries need no order: few searches find more than that.
    private mutating func insert(_ entry: Entry) {
        if entries.count < limit {
            entries.append(entry)
            guard entries.count == limit else { return }
            for parent in (0..<(limit / 2)).reversed() { siftDown(from: parent) }
            isFull = true
        } else if Self.isWorse(entries[0], entry) {
            entries[0] = entry
            siftDown(from: 0)
        } else {
            return
        }
        threshold = entries[0].score
    }

    private mutating func siftDown(from start: Int) {
        let count = entries.count
        var parent = start
        while true {
            var worst = parent
            let left = 2 * parent + 1
            if left < count, Self.isWorse(entries[left], entries[worst]) { worst = left }
            if left + 1 < count, Self.isWorse(entries[left + 1], entries[worst]) { worst = left + 1 }
            if worst == parent { return }
            entries.swapAt(parent, worst)
            parent = worst
        }
    }

    // MARK: A gathering

    private mutating func gather(_ entry: Entry) {
        entries.append(entry)
        guard entries.count / 2 >= limit else { return }
        moveBestToFront()
        entries.removeLast(entries.count - limit)
        isFull = true
        threshold = entries.reduce(.infinity) { min($0, $1.score) }
    }

    /// Quickselect (Hoare, "Algorithm 65: Find", CACM 1961): afterwards the best `limit` entries come first.
    private mutating func moveBestToFront() {
        var low = 0
        var high = entries.count - 1
        while low < high {
            let pivot = entries[low + (high - low) / 2]
            var left = low
            var right = high
            while left <= right {
                while Self.isWorse(pivot, entries[left]) { left += 1 }
                while Self.isWorse(entries[right], pivot) { right -= 1 }
                guard left <= right else { break }
                entries.swapAt(left, right)
                left += 1
                right -= 1
            }
            if limit - 1 <= right {
                high = right
            } else if limit - 1 >= left {
                low = left
            } else {
                return
            }
        }
    }
}
