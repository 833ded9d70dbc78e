/// What each scalar folds to: a flat table for the Basic Multilingual Plane, a sorted list for the rest.
///
/// Decoded once, on first use, from the literals in `Tables/` (about 3 ms, 300 kB).
struct FoldTable: Sendable {
    /// Four bytes: the kind in the top eight bits, below it a scalar or the place of an expansion.
    struct Entry: Sendable {
        enum Kind: UInt32 {
            case scalar
            /// A scalar whose runs become one.
            case joining
            case dropped
            case expansion
        }

        private let bits: UInt32

        init(_ scalar: UInt32) {
            bits = scalar | (Folding.joinsRuns(scalar) ? Kind.joining : .scalar).rawValue << 24
        }

        init(expansionAt start: Int, count: Int) {
            bits = Kind.expansion.rawValue << 24 | UInt32(count) << 16 | UInt32(start)
        }

        static let dropped = Entry(bits: Kind.dropped.rawValue << 24)

        private init(bits: UInt32) { self.bits = bits }

        /// One scalar, with nothing to look at.
        @inline(__always) var isPlain: Bool { bits < 1 << 24 }
        @inline(__always) var kind: Kind { Kind(rawValue: bits >> 24) ?? .scalar }
        @inline(__always) var scalar: UInt32 { bits & 0xFF_FFFF }
        var expansion: Range<Int> {
            let start = Int(bits & 0xFFFF)
            return start..<start + Int(bits >> 16 & 0xFF)
        }
    }

    static let shared = FoldTable()

    /// 65,536 entries.
    private(set) var basic: [Entry]
    /// Scalars beyond the basic plane that fold to something else, ascending, and their entries.
    private var supplementary: [UInt32] = []
    private var supplementaryEntries: [Entry] = []
    private(set) var expansions: [UInt32] = []
    /// Scalars that one scalar folds to at most.
    private(set) var longestFold = 1

    private init() {
        basic = (0..<0x10000).map { Entry($0) }
        var pending: UInt32?
        for scalar in SimplifiedTable.text.unicodeScalars where scalar.value > 0x20 {
            if let source = pending {
                basic[Int(source)] = Entry(scalar.value)
                pending = nil
            } else {
                pending = scalar.value
            }
        }
        for text in [CompatibilityTable.text, PresentationTable.text] {
            for line in HexTable.entries(of: text) { add(line) }
        }
    }

    private mutating func add(_ line: HexTable.Entry) {
        for (step, source) in line.sources.enumerated() {
            let entry: Entry
            switch line.targets.count {
            case 0: entry = .dropped
            case 1: entry = Entry(line.targets[0] + UInt32(step))
            default:
                entry = Entry(expansionAt: expansions.count, count: line.targets.count)
                longestFold = max(longestFold, line.targets.count)
                expansions += line.targets
            }
            if source < 0x10000 {
                basic[Int(source)] = entry
            } else {
                supplementary.append(source)
                supplementaryEntries.append(entry)
            }
        }
    }

    func entry(of scalar: UInt32) -> Entry {
        guard scalar >= 0x10000 else { return basic[Int(scalar)] }
        var low = 0
        var high = supplementary.count
        while low < high {
            let middle = (low + high) / 2
            if supplementary[middle] < scalar { low = middle + 1 } else { high = middle }
        }
        return low < supplementary.count && supplementary[low] == scalar ? supplementaryEntries[low] : Entry(scalar)
    }
}
