import TextAnalysis

/// Texts to throw at the analysis: what legal pages hold, mixed with the corners of Unicode.
struct RandomText: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64 (Steele, Lea and Flood 2014): small, and the same on every machine.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static let familiar = Array("第二十三条行政復議機關應當依法２３〇○〔［【（）】］〕“”「」——－―………　 \n\t，。：；、·・《》〈〉ＡbＣ㈠①㎡ﬁ½é\u{301}\u{200B}\u{AD}\u{FEFF}ｶﾞガßİ"
        .unicodeScalars)

    private mutating func scalar() -> Unicode.Scalar {
        switch Int.random(in: 0..<10, using: &self) {
        case 0..<6: return Self.familiar.randomElement(using: &self) ?? " "
        case 6, 7: return Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FFF, using: &self)) ?? " "
        case 8: return Unicode.Scalar(UInt32.random(in: 0...0xFFFF, using: &self)) ?? "\u{FFFD}"
        default: return Unicode.Scalar(UInt32.random(in: 0x10000...0x10FFFF, using: &self)) ?? " "
        }
    }

    mutating func text(upTo length: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &self) { text.append(scalar()) }
        return String(text)
    }

    static func texts(_ count: Int, seed: UInt64) -> [String] {
        var random = RandomText(seed: seed)
        return (0..<count).map { _ in random.text(upTo: 60) }
    }
}

/// The folded text, readable in a failure message.
func folded(_ text: String) -> String {
    var scalars: [UInt32] = []
    Folding.append(text, to: &scalars)
    return string(scalars)
}

func string(_ scalars: some Sequence<UInt32>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.compactMap { Unicode.Scalar($0) })
    return String(view)
}

func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
