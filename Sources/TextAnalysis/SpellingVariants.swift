/// Words that are written in two ways and mean one thing, which no fold of single characters may join: 其它 and 其他.
///
/// The text is indexed as it stands and the query is varied, as with ``NumeralVariants``.
public enum SpellingVariants {
    private static let groups: [[[UInt32]]] = [
        "其他 其它", "唯一 惟一", "部分 部份", "身份 身分", "成分 成份", "作出 做出", "作为 做为", "交代 交待", "坐落 座落",
        "想象 想像", "图像 图象", "当作 当做", "撤销 撤消", "糟蹋 糟踏", "人才 人材", "记录 纪录", "雇用 雇佣", "几率 机率",
    ].map { $0.split(separator: " ").map { $0.unicodeScalars.map(\.value) } }

    /// The phrase as given, then the same with each such word in its other spelling everywhere; at most `limit`.
    public static func alternatives(for scalars: [UInt32], limit: Int = 4) -> [[UInt32]] {
        var found = [scalars]
        for group in groups {
            for phrase in found {
                for spelling in group {
                    for other in group where other != spelling && found.count < limit {
                        let varied = replace(spelling, with: other, in: phrase)
                        if !found.contains(varied) { found.append(varied) }
                    }
                }
            }
        }
        return found
    }

    private static func replace(_ old: [UInt32], with new: [UInt32], in phrase: [UInt32]) -> [UInt32] {
        var result: [UInt32] = []
        var place = 0
        while place < phrase.count {
            if phrase[place...].starts(with: old) {
                result += new
                place += old.count
            } else {
                result.append(phrase[place])
                place += 1
            }
        }
        return result
    }
}
