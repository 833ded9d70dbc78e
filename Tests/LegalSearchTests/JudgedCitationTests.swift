import FoundationEssentials
import Glibc
import Ingestion
import LegalDocuments
import Testing

/// Holds citation finding against citations of the real collection, in three draws by seed of 300 each, judged by reading.
///
/// Facts/judged-citations.tsv has places and no text: the file, the provision, start and length in Unicode scalars of
/// its text. When the first draw was read, 3 of the 300 found were wrong and 8 had been missed (99.0 % and 97.4 %); when
/// the second was, after that had been mended, 2 were wrong and 2 had been missed (99.3 % and 99.3 %); of the
/// third, again after mending, none was wrong and 1 had been missed (100 % and 99.7 %). What these taught is in the code
/// now, so the list guards what works and no longer measures it.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["LEXIGRAM_SHARED"] != nil))
struct JudgedCitationTests {
    private struct Place: Hashable {
        var path: String
        var provision: String
    }

    private struct Span: Hashable {
        var start: Int
        var length: Int
    }

    private static let judged: [Place: Set<Span>] = {
        var judged: [Place: Set<Span>] = [:]
        for line in RepositoryFolder.text("Tests/LegalSearchTests/Facts/judged-citations.tsv").split(separator: "\n").dropFirst() {
            let row = line.split(separator: "\t").map(String.init)
            guard row.count == 4 else { continue }
            let place = Place(path: row[0], provision: row[1])
            judged[place, default: []] = judged[place] ?? []
            if let start = Int(row[2]), let length = Int(row[3]) { judged[place]?.insert(Span(start: start, length: length)) }
        }
        return judged
    }()

    @Test func ninetyNineInAHundredAreRightAndNinetySevenAreFound() throws {
        let shared = try #require(ProcessInfo.processInfo.environment["LEXIGRAM_SHARED"])
        let folder = TemporaryLibrary()
        #expect(unsafe system("tar -xJf '\(shared)/corpus/laws.tar.xz' -C '\(folder.pages)'") == 0)
        var found = 0
        var right = 0
        for path in Set(Self.judged.keys.map(\.path)) {
            let document = try #require(DocumentReader().documents(atPath: folder.pages + "/" + path).first)
            var finder = CitationFinder()
            for provision in document.provisions {
                let spans = finder.citations(in: provision.text).map { Span(start: $0.span.lowerBound, length: $0.span.count) }
                guard let truth = Self.judged[Place(path: path, provision: provision.id)] else { continue }
                found += spans.count
                right += spans.count { truth.contains($0) }
            }
        }
        let all = Self.judged.values.reduce(0) { $0 + $1.count }
        #expect(all == 896)
        #expect(Double(right) >= 0.99 * Double(found), "\(found - right) of \(found) are wrong")
        #expect(Double(right) >= 0.97 * Double(all), "\(all - right) of \(all) are missed")
    }
}
