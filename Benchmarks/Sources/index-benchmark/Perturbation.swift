/// More text of the same kind: every law again, one character in twenty exchanged for another out of the same text.
///
/// Characters keep their frequency, new bigrams come up as they do in a collection that grows, and each run draws the
/// same.
struct Perturbation {
    private static let oneIn: UInt64 = 20

    private let laws: [Law]
    private let pool: [Unicode.Scalar]
    private var generator = SplitMix64(state: 20_240_501)

    init(of laws: [Law]) {
        self.laws = laws
        // Every 30th article is enough to draw from.
        let articles = laws.lazy.flatMap(\.articles).enumerated().lazy.filter { $0.offset % 30 == 0 }
        pool = articles.flatMap { $0.element.unicodeScalars }
    }

    /// `count` copies, numbered on after the laws.
    func copies(_ count: Int) -> [Law] {
        var generator = generator
        var copies: [Law] = []
        let articles = laws.reduce(0) { $0 + $1.articles.count }
        for copy in 0..<max(0, count) {
            for law in laws {
                var changed = law
                changed.number += (copy + 1) * ((laws.last?.number ?? 0) + 1)
                changed.firstArticle += (copy + 1) * articles
                changed.articles = law.articles.map { changing($0, &generator) }
                copies.append(changed)
            }
        }
        return copies
    }

    private func changing(_ text: String, _ generator: inout SplitMix64) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isKept = scalar == "\n" || generator.next() % Self.oneIn != 0
            scalars.append(isKept ? scalar : pool[Int(generator.next() % UInt64(pool.count))])
        }
        return String(scalars)
    }
}

/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
