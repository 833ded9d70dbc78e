import LegalDocuments
import LegalSearch
import Testing

/// Look-ups by number through an index of documents whose numbers are made up.
@Suite struct NearNumberTests {
    private static let held = [
        "样府发〔2021〕7号", "样府发〔2022〕7号", "样府发〔2022〕8号", "样府发〔2022〕10号", "样府办发〔2022〕8号", "样政规〔2022〕8号", "远府发〔2022〕8号",
        "国务院令第9001号", "国务院令第9003号", "法释〔2022〕8号",
    ]

    private static let opened: (library: TemporaryLibrary, opened: Library)? = try? {
        let library = TemporaryLibrary()
        for (index, number) in held.enumerated() { library.write(SampleRecord.json(number, index), to: "\(index).jsonl") }
        try library.indexPages()
        return (library, try library.open())
    }()

    private func lookUp(_ typed: String) throws -> NumberAnswer {
        try #require(Self.opened).opened.lookUp(number: typed, asOf: nil)
    }

    @Test(arguments: held)
    func everySpellingOfEveryNumberFindsItsDocument(number: String) throws {
        let read = try #require(DocumentNumber(number))
        for typed in SampleRecord.spellings(of: read) {
            #expect(try lookUp(typed).matches.map(\.number) == [number], "\(typed)")
        }
    }

    @Test(arguments: [
        // A year or a serial off by one, a sister code, a code that was misspelled.
        ("样府发〔2022〕9号", ["样府发〔2022〕8号", "样府发〔2022〕10号"]), ("样府发〔2020〕7号", ["样府发〔2021〕7号"]),
        ("样府办发〔2022〕7号", ["样府发〔2022〕7号", "样府办发〔2022〕8号"]), ("国务院令第9002号", ["国务院令第9001号", "国务院令第9003号"]),
        ("样府法〔2022〕10号", ["样府发〔2022〕10号"]),
    ])
    func aWrongNumberSuggestsTheNearestOnes(typed: String, near: [String]) throws {
        let answer = try lookUp(typed)
        #expect(answer.matches.isEmpty)
        #expect(Array(answer.near.compactMap(\.number).prefix(near.count)) == near)
    }

    @Test(arguments: [
        ("样府发〔2022〕", ["样府发〔2022〕7号", "样府发〔2022〕8号", "样府发〔2022〕10号"]), ("样府发 7", ["样府发〔2022〕7号", "样府发〔2021〕7号"]),
        ("2022 7号", ["样府发〔2022〕7号"]), ("〔2022〕10号", ["样府发〔2022〕10号"]),
    ])
    func aPartOfANumberListsWhatMatches(typed: String, near: [String]) throws {
        #expect(try lookUp(typed).near.compactMap(\.number) == near)
    }

    @Test(arguments: [
        ("样府发〔2022〕7、8号", ["样府发〔2022〕7号", "样府发〔2022〕8号"]), ("样府发〔2022〕7号、8号和10号", ["样府发〔2022〕7号", "样府发〔2022〕8号", "样府发〔2022〕10号"]),
        ("样府发〔2022〕7—10号", ["样府发〔2022〕7号", "样府发〔2022〕8号", "样府发〔2022〕10号"]),
    ])
    func aListOrARangeFindsEachOfItsDocuments(typed: String, numbers: [String]) throws {
        #expect(try lookUp(typed).matches.compactMap(\.number) == numbers)
        guard case .several(let documents) = try #require(Self.opened).opened.resolve(typed, asOf: nil) else {
            return #expect(Bool(false), "\(typed) did not lead to several documents")
        }
        #expect(documents.compactMap(\.number) == numbers)
    }

    @Test func aYearOrASerialAloneListsEveryCode() throws {
        #expect(Set(try lookUp("〔2021〕").near.compactMap(\.number)) == ["样府发〔2021〕7号"])
        #expect(Set(try lookUp("8号").near.compactMap(\.number)) == Set(Self.held.filter { $0.hasSuffix("〕8号") }))
    }

    @Test func aNumberThatIsHeldNeedsNoNearOnes() throws {
        #expect(try lookUp("样府发〔2022〕8号").near.isEmpty)
    }
}

/// Records with a number and nothing else of interest, and how people type numbers.
enum SampleRecord {
    static func json(_ number: String, _ index: Int) -> String {
        #"{"title":"第\#(index)份样例通知","number":"\#(number)","text":"样例。"}"# + "\n"
    }

    /// The spellings of design section 6: brackets of every kind or none, blanks, zero-width marks, other digits, 第,
    /// leading zeros, no 号, a label in front, the year behind.
    static func spellings(of number: DocumentNumber) -> [String] {
        let (code, year, serial) = (number.code, number.year, number.serial)
        let parted = code.map(String.init).joined(separator: "\u{200B}")
        let padded = String(repeating: "0", count: max(0, 3 - serial.count)) + serial
        guard !year.isEmpty else {
            return [
                "\(code)第\(serial)号", "\(code) 第 \(wide(serial)) 号", "\(code)（第\(serial)号）", "\(parted)第\(serial)号", "文号：\(code)第\(serial)號",
                "\(code)第\(chinese(serial))号",
            ]
        }
        let brackets = [
            ("〔", "〕"), ("[", "]"), ("［", "］"), ("(", ")"), ("（", "）"), ("【", "】"), ("﹝", "﹞"), ("〖", "〗"), ("〔", "]"), ("（", "〕"), ("〔", ""),
        ]
        // 〔20231号 may be the year 2023 and 1, or no year: where a bracket is lost, a blank must part the two.
        let bracketed = brackets.flatMap { open, close in
            let end = close.isEmpty ? " " : close
            return ["\(code)\(open)\(year)\(end)\(serial)号", "\(code)\(open)\(wide(year))\(end)第\(wide(padded))号"]
        }
        return bracketed + [
            "\(code) 〔 \(year) 〕 \(serial) 号", "\(code)〔\(chinese(year))〕\(serial)号", "\(code)〔\(chinese(year))〕\(chinese(serial))号",
            "\(parted)〔\(year)〕\u{FEFF}\(serial)号", "\(code)〔\(year)〕\(serial)", "\(code)\(year)-\(serial)号", "\(code)\(year)年\(serial)号",
            "\(code)\(year)年第\(serial)号", "\(code)\(serial)号\(year)年", "发文字号：\(code)〔\(year)〕\(serial)号", "（\(code)〔\(year)〕\(serial)号）",
            "\(code)〔\(year)〕\(serial)號",
        ] + (code.hasSuffix("法") ? [] : ["\(code)\(year) \(serial)", "\(code)\(year)-\(serial)"])
    }

    private static func wide(_ digits: String) -> String { mapped(digits, "０１２３４５６７８９") }
    private static func chinese(_ digits: String) -> String { mapped(digits, "〇一二三四五六七八九") }
    private static func mapped(_ digits: String, _ alphabet: String) -> String {
        let alphabet = Array(alphabet)
        return String(digits.map { $0.wholeNumberValue.map { alphabet[$0] } ?? $0 })
    }
}
