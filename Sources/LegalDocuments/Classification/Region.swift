/// Provinces, prefectures and cities by their short names.
///
/// Source: the administrative divisions of the Ministry of Civil Affairs down to the prefecture level (2023), with the
/// names that cities bore when they made rules that are still quoted.
enum Region {
    /// Province with the cities, prefectures and leagues in it.
    private static let table = """
        北京
        天津
        河北 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安
        山西 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁
        内蒙古 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安 锡林郭勒 阿拉善
        辽宁 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛
        吉林 长春 四平 辽源 通化 白山 松原 白城 延边
        黑龙江 哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭
        上海
        江苏 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁
        浙江 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌
        安徽 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 巢湖
        福建 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 平潭
        江西 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶
        山东 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜
        河南 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源
        湖北 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架
        湖南 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西
        广东 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 横琴
        广西 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左
        海南 海口 三亚 三沙 儋州
        重庆
        四川 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山
        贵州 贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南
        云南 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆
        西藏 拉萨 日喀则 昌都 林芝 山南 那曲 阿里
        陕西 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛
        甘肃 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南
        青海 西宁 海东 海北 黄南 果洛 玉树 海西
        宁夏 银川 石嘴山 吴忠 固原 中卫
        新疆 乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子
        香港
        澳门
        台湾
        """

    private static let provinces = Set(
        table.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) })
    private static let cities = Set(
        table.split(separator: "\n").flatMap { $0.split(separator: " ").dropFirst().map(String.init) })
    /// What follows a place's name where it is a place's name: 黄山市 is one, 黄山 in a title may be the mountain.
    private static let citySuffixes = ["市", "盟", "地区", "经济特区", "新区", "林区", "自治州", "州"]
    private static let provinceSuffixes = ["省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区", "生产建设兵团"]
    private static let outlying: Set<String> = ["台湾", "香港", "澳门"]
    /// Cities whose names mean something else too, and count only with 市 or the like behind them.
    private static let ambiguous: Set<String> = [
        "黄山", "朝阳", "中山", "白山", "红河", "怒江", "普洱", "安康", "兴安", "海北", "海西", "海东", "阿里", "保山", "长治", "大庆", "广安", "大同",
        "黄南", "山南", "永州", "保定", "吉安",
    ]
    /// Peoples whose names stand before 自治州 and 自治县.
    private static let peoples = CompactText.words(
        """
        蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇 柯尔克孜 土
        达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 普米 塔吉克 怒 鄂温克 保安 裕固 独龙 鄂伦春 各
        """)

    /// The place at the start of a name: the innermost of 内蒙古自治区鄂尔多斯市….
    static func leading(_ name: CompactText) -> String? {
        var place = 0
        while let char = name.at(place), char == "《" || char == "(" || char == "\"" { place += 1 }
        // 中国（上海）自由贸易试验区条例
        if let inside = name.end(ofAny: ["中国("], at: place) { place = inside }
        var region: String?
        for length in 2...3 {
            let short = name.string(place..<min(place + length, name.count))
            guard provinces.contains(short) else { continue }
            let suffix = name.end(ofAny: provinceSuffixes, at: place + length)
            // 台湾同胞 and 香港居民 are people that national law is about.
            if outlying.contains(short), suffix == nil { return nil }
            region = short
            place = suffix ?? place + length
            break
        }
        // Between the name of a province and 自治州 stands only a people: 海南藏族自治州 is in Qinghai, and no part of Hainan.
        if let region, let end = name.end(ofAny: peoples.map { "\($0)族" }, at: place), name.has("自治州", at: end) {
            return region + "州"
        }
        return autonomous(name, at: place) ?? city(name, at: place) ?? region
    }

    private static func city(_ name: CompactText, at place: Int) -> String? {
        for length in (2...5).reversed() where place + length <= name.count {
            let short = name.string(place..<place + length)
            guard cities.contains(short) else { continue }
            if name.end(ofAny: citySuffixes, at: place + length) != nil || !ambiguous.contains(short) { return short }
        }
        return nil
    }

    /// 大理白族自治州 → 大理, 鄂温克族自治旗 → 鄂温克, 长阳土家族自治县 → 长阳.
    private static func autonomous(_ name: CompactText, at place: Int) -> String? {
        for end in place + 2..<max(place + 2, min(place + 18, name.count)) {
            guard name.end(ofAny: ["自治州", "自治县", "自治旗"], at: end) != nil else { continue }
            guard
                !(place..<end).contains(where: {
                    name.end(ofAny: ["民族", "实施", "关于", "的"], at: $0) == $0 + 2 || name.at($0) == "的"
                })
            else { return nil }
            return withoutPeoples(name.string(place..<end))
        }
        return nil
    }

    private static func withoutPeoples(_ name: String) -> String {
        var short = name
        var found = true
        while found {
            found = false
            for people in peoples.sorted(by: { $0.count > $1.count }) {
                for word in [people + "族", people] where short.hasSuffix(word) && short.count >= word.count + 2 {
                    // 布依 and 哈尼 end in characters that are names alone: only with 族, or where a people came before.
                    if word == people, people.count == 1 { continue }
                    short.removeLast(word.count)
                    found = true
                }
                if found { break }
            }
        }
        return short
    }
}
