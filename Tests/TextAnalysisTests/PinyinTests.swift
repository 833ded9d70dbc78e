import TextAnalysis
import Testing

@Suite struct PinyinTests {
    private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    @Test(arguments: [
        ("xingzhengfuyi", 4), ("xzfy", 4), ("xingzfuyi", 4), ("xingzhengf", 3), ("x", 1), ("hangzheng", 2), ("xingzhengfuyifa", 5),
    ])
    func lettersSpellTheBeginningOfATitle(typed: String, count: Int) {
        #expect(Pinyin.spelledPrefix(of: scalars("行政复议法")[...], by: Array(typed.utf8)) == count)
    }

    @Test(arguments: ["zhengfu", "xingzhengfuyifax", "", String(repeating: "x", count: 100)])
    func otherLettersDoNot(typed: String) {
        #expect(Pinyin.spelledPrefix(of: scalars("行政复议法")[...], by: Array(typed.utf8)) == nil)
    }

    @Test func charactersSoundAlikeWhereAReadingIsShared() {
        #expect(Pinyin.soundAlike(scalars("正")[0], scalars("政")[0]))
        #expect(Pinyin.soundAlike(scalars("行")[0], scalars("航")[0]))
        #expect(!Pinyin.soundAlike(scalars("复")[0], scalars("议")[0]))
    }

    @Test(arguments: ["行", "政", "重", "复"])
    func theCharactersThatSoundLikeOneAreThoseThatSoundAlike(character: String) {
        let one = scalars(character)[0]
        let alike = (0x4E00...0x9FFF).filter { !Pinyin.readings(of: $0).isEmpty && Pinyin.soundAlike($0, one) }
        #expect(Pinyin.soundingLike(one) == Set(alike))
        #expect(alike.count > 1)
    }

    @Test func everyCharacterOfTheFirstLevelOfGB2312HasAReading() {
        #expect(scalars("啊阿的一是在不了有和人这中大为上个国").allSatisfy { !Pinyin.readings(of: $0).isEmpty })
        #expect(Pinyin.readings(of: 0x20BB7).isEmpty)
    }
}
