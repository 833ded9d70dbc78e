import LegalDocuments

/// How much readable text an element holds.
struct TextWeight {
    /// Bytes of text outside links; those of sentences count five times.
    var text = 0
    /// Text runs that begin with 第…条.
    var labels = 0
    /// How many such runs stand before the element.
    var firstLabel = 0

    fileprivate static func += (sum: inout TextWeight, part: TextWeight) {
        sum.text += part.text
        sum.labels += part.labels
    }
}

/// The weights of a page's elements.
struct TextWeights {
    /// The numbers of all labels in document order.
    fileprivate(set) var numbers: [Int] = []
    fileprivate(set) var total = TextWeight()
    /// By the element's place in the page.
    private var byPlace: [TextWeight] = []

    /// Nothing for an element that was not weighed: hidden, a link, navigation where that is left out.
    func weight(of element: MarkupElement) -> TextWeight {
        element.place < byPlace.count ? byPlace[element.place] : TextWeight()
    }

    fileprivate mutating func set(_ weight: TextWeight, of element: MarkupElement) {
        while byPlace.count <= element.place { byPlace.append(TextWeight()) }
        byPlace[element.place] = weight
    }
}

/// A page weighed as a whole and without its navigation, in one walk.
struct PageWeights {
    private(set) var whole = TextWeights()
    private(set) var withoutChrome = TextWeights()

    private struct Sum {
        var whole: TextWeight
        var kept: TextWeight
    }

    init(of body: MarkupElement) {
        let sum = weigh(body, isInChrome: false)
        whole.total = sum.whole
        withoutChrome.total = sum.kept
    }

    private mutating func weigh(_ element: MarkupElement, isInChrome: Bool) -> Sum {
        var sum = Sum(whole: TextWeight(firstLabel: whole.numbers.count), kept: TextWeight(firstLabel: withoutChrome.numbers.count))
        if ElementStyle.isHidden(element) || element.name == "a" && element["href"] != nil { return sum }
        let isInChrome = isInChrome || PageChrome.isChrome(element)
        for child in element.children {
            switch child {
            case .text(let text): add(text, to: &sum, isInChrome)
            case .element(let inner):
                let part = weigh(inner, isInChrome: isInChrome)
                sum.whole += part.whole
                sum.kept += part.kept
            }
        }
        whole.set(sum.whole, of: element)
        if !isInChrome { withoutChrome.set(sum.kept, of: element) }
        return sum
    }

    private mutating func add(_ text: String, to sum: inout Sum, _ isInChrome: Bool) {
        guard text.utf8.count > 2, let first = text.unicodeScalars.first(where: { !Blanks.contains($0) }) else { return }
        let isSentence = text.utf8.count > 150 || text.holds("。") || text.holds("；")
        var weight = TextWeight(text: text.utf8.count * (isSentence ? 5 : 1))
        if first == "第", let label = ArticleLabel(text.trimmedBlanks) {
            weight.labels = 1
            whole.numbers.append(label.number.number)
            if !isInChrome { withoutChrome.numbers.append(label.number.number) }
        }
        sum.whole += weight
        if !isInChrome { sum.kept += weight }
    }
}
