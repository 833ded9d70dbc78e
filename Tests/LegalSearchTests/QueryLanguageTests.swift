import LegalDocuments
import LegalSearch
import Testing

/// What each form of a query finds among three small laws; Documentation/Query.md shows the same forms.
@Suite struct QueryLanguageTests {
    private static let shared: (library: TemporaryLibrary, opened: Library)? = try? {
        let library = TemporaryLibrary()
        library.write(SampleLaw.dogs, to: "dogs.md")
        library.write(SampleLaw.water, to: "water.md")
        library.write(
            SampleLaw.markdown(
                "样例市租房办法", history: "2023年2月3日 样例市人民政府 公布",
                [
                    "出租人应当按照约定交付租赁物，其他事项由当事人约定。", "承租人应当妥善保管租赁物，绳索等物不得外挂。",
                    "租金支付期限没有约定的，由出租人和承租人协商。",
                ]), to: "rent.md")
        try library.indexPages()
        return (library, try library.open())
    }()

    private func found(_ query: String, limit: Int = 20) throws -> [String] {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: query, limit: limit))
        return answer.hits.map { String($0.document.title.dropFirst(3).prefix(1)) + ($0.provision.map { " \($0.id.dropFirst(4))" } ?? "") }
            .sorted()
    }

    @Test(arguments: [
        ("绳子 | 计量设施", ["犬 2", "节 2"]), ("绳子 OR 计量设施", ["犬 2", "节 2"]),
        ("(绳子 | 计量) 登记", ["犬 2"]), ("租赁物 -承租人", ["租 1"]), ("租赁物 NOT 承租人", ["租 1"]),
        ("租赁物 -(承租人 | 当事人)", []), ("出租人 NEAR/2 承租人", ["租 3"]), ("约定 邻近1 租赁物", []),
        ("标题:租房 租赁物", ["租 1", "租 2"]), ("title:*租房办法 条:2", ["租 2"]), ("条:第二条 标题:样例*条例", ["犬 2"]),
        ("年份:2022-2023 应当 -种类:地方政府规章 | 绳子", []), ("年份:2022 应当", ["节 2"]), ("年份：2021－2022 应当", ["犬 2", "节 2"]),
        ("-标题:租房 应当", ["犬 2", "节 2"]), ("其它事项", ["租 1"]), ("「约定的，由出租人」", ["租 3"]), ("绳", ["犬 2", "租 2"]),
    ])
    func eachFormFinds(query: String, expected: [String]) throws {
        if expected.isEmpty && query.contains("年份:2022-2023") {
            #expect(throws: SearchError.self) { try found(query) }
        } else {
            #expect(try found(query) == expected)
        }
    }

    private func error(_ query: String) throws -> QuerySyntaxError? {
        let opened = try #require(Self.shared).opened
        do throws(SearchError) {
            _ = try opened.search(SearchRequest(query: query))
        } catch {
            if case .syntax(let error) = error { return error }
        }
        return nil
    }

    @Test func anErrorPointsAtItsPlace() throws {
        let cases: [(String, QuerySyntaxError.Reason, Int)] = [
            ("登记 “绳子", .notClosed("“"), 3), ("登记 (绳子", .notClosed("("), 3), ("登记) 绳子", .notOpened(")"), 2),
            ("登记 |", .missingOperand("|"), 3), ("| 登记", .missingOperand("|"), 0), ("登记 ()", .missingOperand("()"), 3),
            ("登记 NEAR/3", .missingOperand("NEAR"), 3), ("登记 NEAR/3 (绳子)", .notNearable, 10),
            ("登记 | 标题:犬", .fieldInside("|"), 0), ("(标题:犬) 登记", .fieldInside("()"), 0),
        ]
        for (query, reason, place) in cases {
            let found = try error(query)
            #expect(found?.reason == reason, "\(query)")
            #expect(found?.place == place, "\(query)")
        }
    }

    @Test func aFieldThatIsNoneAndAValueThatCannotBeAreRefused() throws {
        guard case .unknownField("colour", let known)? = try error("colour:红 登记")?.reason else {
            Issue.record("colour is no field")
            return
        }
        #expect(known.contains("标题"))
        for query in ["年份:明年 登记", "年份:2023-2020 登记", "效力:也许 登记", "条:很多", "文号:六十二", "标题:"] {
            guard case .badValue? = try error(query)?.reason else {
                Issue.record("\(query) is refused")
                continue
            }
        }
    }

    /// Deep, long and odd input ends quickly with an answer or an error, never a crash.
    @Test func oddInputIsAnsweredOrRefused() throws {
        let opened = try #require(Self.shared).opened
        let odd = [
            String(repeating: "(", count: 3_000), String(repeating: "甲 ", count: 1_999), String(repeating: "甲|", count: 1_500),
            String(repeating: "“", count: 500), "-", "--", "- -", "|", "NEAR/5", "()", "\u{0}\u{1}\u{7F}", "🙂🙂", "«»", "标题:“”",
            "-(-(-绳子))", "(登记) (绳子)", "\u{200B}绳\u{200B}子",
        ]
        for query in odd {
            do throws(SearchError) { _ = try opened.search(SearchRequest(query: query)) } catch {
                if case .index = error { Issue.record("\(query.prefix(20)): \(error)") }
            }
        }
    }

    @Test func inAQuestionMarksAreOnlyPunctuation() throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "房东（个人）不退“押金 应该怎么办呢？"))
        #expect(answer.notes.first == .readAsQuestion)
    }

    @Test func ofThreeWordsTheOneThatFindsNothingIsDroppedAndNamed() throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "登记 绳子 火星"))
        #expect(answer.notes == [.droppedWord(QueryNote.WordHits(word: "火星", hits: 0))])
        #expect(answer.hits.first?.provision?.id == "art_2")
    }

    @Test func everydayWordsFindTheLegalOnesAndItIsSaid() throws {
        let answer = try #require(Self.shared).opened.search(SearchRequest(query: "房东把房子租给我，东西坏了谁来负责呢？"))
        guard case .widened(let widenings)? = answer.notes.last else {
            Issue.record("房东 is widened")
            return
        }
        #expect(widenings.contains { $0.word == "房东" && $0.added == ["出租人"] })
        #expect(answer.hits.contains { $0.document.title == "样例市租房办法" })
    }
}
