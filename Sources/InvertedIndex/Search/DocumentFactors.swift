/// What each document counts for in a ranking: a factor for its units' scores. A document with factor 0 is left out.
public struct DocumentFactors: Sendable, Equatable {
    /// For each segment the factors of its documents, 0 or more.
    public let factors: [[Float]]
    let highest: Float
    /// For each segment the documents that are not left out, where these are so few that some search had better look at them alone.
    private let chosen: [[Range<Int>]]?
    private let share: (kept: Int, of: Int)

    /// A search looks at chosen documents alone where no more than one in so many is: the fewer units it could pass over for their
    /// scores, the sooner that is worth it.
    enum Threshold: Int {
        case severalClauses = 5
        case phrase = 10
        case termOrAny = 18
    }

    /// - Parameter factors: for each segment of a snapshot one factor a document.
    public init(_ factors: [[Float]]) {
        self.factors = factors
        var (highest, kept, all): (Float, Int, Int) = (0, 0, 0)
        for segment in factors {
            for factor in segment {
                highest = max(highest, factor)
                if factor > 0 { kept += 1 }
            }
            all += segment.count
        }
        self.highest = highest
        share = (kept, all)
        chosen = kept * Threshold.severalClauses.rawValue <= all ? factors.map(Self.runs) : nil
    }

    public static func == (left: Self, right: Self) -> Bool { left.factors == right.factors }

    /// Neighbouring documents that count.
    private static func runs(_ factors: [Float]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for document in factors.indices where factors[document] > 0 {
            if let last = runs.last, last.upperBound == document {
                runs[runs.count - 1] = last.lowerBound..<(document + 1)
            } else {
                runs.append(document..<(document + 1))
            }
        }
        return runs
    }

    func isSelective(_ threshold: Threshold) -> Bool { share.kept * threshold.rawValue <= share.of }

    /// The units of a segment's chosen documents, ascending and apart; nil where a search looks at all documents.
    func chosenUnits(
        ofSegment number: Int, in reader: SegmentReader, _ threshold: Threshold
    ) throws(IndexError) -> [Range<UInt32>]? {
        guard let chosen, isSelective(threshold) else { return nil }
        guard number < chosen.count else { return [] }
        var units: [Range<UInt32>] = []
        units.reserveCapacity(chosen[number].count)
        for documents in chosen[number] where documents.upperBound <= reader.counts.documents {
            let first = try reader.units(ofDocument: documents.lowerBound).lowerBound
            let end = try reader.units(ofDocument: documents.upperBound - 1).upperBound
            if first < end { units.append(first..<end) }
        }
        return units
    }
}
