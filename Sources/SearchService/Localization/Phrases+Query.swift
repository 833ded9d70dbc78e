import LegalSearch

extension Phrases {
    func sentence(_ error: QuerySyntaxError) -> String { QuerySentences(inChinese: language == .chinese).sentence(error) }
}
