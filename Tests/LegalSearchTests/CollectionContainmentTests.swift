import Foundation
import Glibc
import InvertedIndex
import LegalDocuments
import LegalSearch
import TextAnalysis
import Testing

/// On a real collection, whose index LEXIGRAM_CONTAINMENT_INDEX names: strings cut from provisions by seed, each searched
/// for as a phrase, must find as many provisions as a scan of all folded texts (`make check-containment`).
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LEXIGRAM_CONTAINMENT_INDEX"] != nil, "no index is named"))
struct CollectionContainmentTests {
    private static let strings = 20_000
    /// SplitMix64 (Steele, Lea and Flood 2014).
    private struct Draw: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// A provision with everything that counts for it: its own text, its document's title and number, the headings over it.
    private struct Page {
        let own: String
        let folded: [[UInt32]]
    }

    @Test func everyStringIsFoundAsOftenAsAScanFindsIt() throws {
        let index = try #require(ProcessInfo.processInfo.environment["LEXIGRAM_CONTAINMENT_INDEX"])
        let library = try Library(directory: index)
        let pages = try Self.pages(of: library)
        let cuts = Self.cuts(from: pages)
        let scanned = PhraseScanner(cuts.map { Self.spellings(of: $0) }).counts(in: pages.map(\.folded))
        var wrong: [String] = []
        for (cut, expected) in zip(cuts, scanned) {
            let request = SearchRequest(query: Self.quoted(cut), limit: 20, allVersions: true, wantsExplanation: true)
            let answer = try library.search(request)
            // A string that is a title brings its documents too.
            let total = answer.total - answer.hits.count { $0.explanation?.first?.name == "named" }
            if total != expected { wrong.append("\(Self.quoted(cut)): \(total), a scan finds \(expected)") }
        }
        print("\(cuts.count) strings, \(pages.count) provisions, \(wrong.count) wrong")
        #expect(wrong.isEmpty, "\(wrong.prefix(20).joined(separator: "\n"))")
    }

    private static func pages(of library: Library) throws -> [Page] {
        var pages: [Page] = []
        try library.forEachDocument { answer in
            let document = answer.document
            let over = [document.title, document.number].compactMap { $0 }.map(folded)
            // A document without provisions is found by its title.
            if document.provisions.isEmpty { pages.append(Page(own: "", folded: over)) }
            for provision in document.provisions {
                let own = provision.label.isEmpty ? provision.text : provision.label + "\u{3000}" + provision.text
                pages.append(Page(own: own, folded: [folded(own)] + over + provision.headings.map(folded)))
            }
        }
        return pages
    }

    /// One to twenty characters each, with a letter, a digit or a Han character, and without the marks that would end a phrase.
    private static func cuts(from pages: [Page]) -> [String] {
        var draw = Draw(state: 2_026)
        var cuts: [String] = []
        while cuts.count < strings, let page = pages.randomElement(using: &draw) {
            let scalars = Array(page.own.unicodeScalars)
            guard let start = scalars.indices.randomElement(using: &draw) else { continue }
            let end = min(scalars.count, start + Int.random(in: 1...20, using: &draw))
            let text = String(String.UnicodeScalarView(scalars[start..<end]))
            guard folded(text).contains(where: { CharacterClass.of($0) != .other }) else { continue }
            cuts.append(text)
        }
        return cuts
    }

    /// What the search takes for one: other numerals and other spellings of a word.
    private static func spellings(of text: String) -> [[UInt32]] {
        SpellingVariants.alternatives(for: folded(text)).flatMap { NumeralVariants.alternatives(for: $0) }.map {
            Array($0.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
        }
    }

    private static func folded(_ text: String) -> [UInt32] {
        var scalars: [UInt32] = []
        Folding.append(text, to: &scalars)
        return scalars
    }

    private static func quoted(_ text: String) -> String {
        let marks: [(Character, Character)] = [("“", "”"), ("「", "」"), ("『", "』"), ("\"", "\""), ("《", "》")]
        let pair = marks.first { !text.contains($0.0) && !text.contains($0.1) } ?? marks[0]
        return "\(pair.0)\(text)\(pair.1)"
    }
}

/// Counts the pages that hold each of many phrases in one pass over them: phrases wait at their first two characters.
struct PhraseScanner {
    private var byStart: [UInt64: [(phrase: [UInt32], number: Int)]] = [:]
    private let count: Int

    /// - Parameter phrases: for each number the spellings that count as one.
    init(_ phrases: [[[UInt32]]]) {
        count = phrases.count
        for (number, spellings) in phrases.enumerated() {
            for phrase in spellings { byStart[Self.start(phrase[...]), default: []].append((phrase, number)) }
        }
    }

    /// - Parameter pages: the texts of each page.
    func counts(in pages: [[[UInt32]]]) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        var lastPage = [Int](repeating: -1, count: count)
        for (page, texts) in pages.enumerated() {
            for text in texts {
                for place in text.indices {
                    for length in 1...2 where place + length <= text.count {
                        for (phrase, number) in byStart[Self.start(text[place..<(place + length)])] ?? []
                        where lastPage[number] != page && (phrase.count > 1) == (length == 2) && text[place...].starts(with: phrase) {
                            lastPage[number] = page
                            counts[number] += 1
                        }
                    }
                }
            }
        }
        return counts
    }

    private static func start(_ scalars: ArraySlice<UInt32>) -> UInt64 {
        let first = UInt64(scalars.first ?? 0)
        return scalars.count > 1 ? first << 32 | UInt64(scalars[scalars.startIndex + 1]) : first
    }
}
