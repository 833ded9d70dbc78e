import HeapModule
import InvertedIndex

/// A hit before it is dressed.
struct Candidate: Sendable, Comparable {
    var score: Float
    /// Parts equal scores: the later first where hits are sorted by when they changed.
    var day: Float = 0
    let unit: UnitAddress
    let document: DocumentAddress
    /// The document itself is the hit, not the unit.
    var isDocument = false
    /// The query names it outright; its score comes from no text.
    var isNamed = false
    /// What the score is made of, for its explanation: a factor, and what a close look added.
    var prior: Float = 1
    var characters: Float = 0
    var lawShare: Float = 0
    /// What a close look counted: the share of the question's characters that the text holds, by weight, and its folded length.
    var coverage: Float = 0
    var length: Float = 0
    /// What ``LearnedOrder`` made of all that.
    var learned = LearnedFactor.none

    /// Puts candidates in their order, the best first: they are large, so their places are sorted and each is moved once.
    static func sort(_ candidates: inout [Candidate]) {
        var keys = candidates.indices.map { (score: candidates[$0].score, place: Int32(truncatingIfNeeded: $0)) }
        keys.sort { left, right in
            left.score != right.score
                ? left.score > right.score : candidates[Int(left.place)] > candidates[Int(right.place)]
        }
        candidates = keys.map { candidates[Int($0.place)] }
    }

    /// Lesser is worse. Equal scores go by the place in the index, so that pages never overlap.
    static func < (left: Candidate, right: Candidate) -> Bool {
        if left.score != right.score { return left.score < right.score }
        if left.day != right.day { return left.day < right.day }
        return (left.unit.segment, left.unit.unit) > (right.unit.segment, right.unit.unit)
    }
}

/// Keeps the best of many candidates.
///
/// - Complexity: O(*n* log *k*) at worst to keep *k* of *n*; candidates that come too late cost one comparison.
struct BestCandidates {
    private let limit: Int
    private var kept = Heap<Candidate>()

    init(limit: Int) { self.limit = limit }

    mutating func add(_ candidate: Candidate) {
        if kept.count < limit {
            kept.insert(candidate)
        } else if let worst = kept.min, worst < candidate {
            kept.replaceMin(with: candidate)
        }
    }

    /// Best first.
    func ordered() -> [Candidate] { kept.unordered.sorted(by: >) }
}
