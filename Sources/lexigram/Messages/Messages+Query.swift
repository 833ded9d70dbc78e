import LegalSearch
import SearchService

extension Messages {
    func sentence(_ error: QuerySyntaxError) -> String { QuerySentences(inChinese: isChinese).sentence(error) }
}
