/// The laws that texts cite without title marks: 依照刑法第二百三十二条.
///
/// Titles without 中华人民共和国, as the National People's Congress passed them, repealed ones among them, and their short
/// forms in common use.
enum NamedLaws {
    private struct Node {
        var next: [Unicode.Scalar: Int] = [:]
        var isName = false
    }

    /// Names from their last character to their first.
    private static let nodes: [Node] = {
        var nodes = [Node()]
        let shortForms = TitleKey.knownShortForms.keys.filter { name in
            name.unicodeScalars.count >= 3 && ["法", "条例", "细则"].contains(where: name.hasSuffix)
        }
        for name in CompactText.words(table) + shortForms {
            var node = 0
            // Folded as texts are: 著作权 becomes 着作权.
            for scalar in CompactText(name).scalars.reversed() {
                if let known = nodes[node].next[scalar] {
                    node = known
                } else {
                    nodes.append(Node())
                    nodes[node].next[scalar] = nodes.count - 1
                    node = nodes.count - 1
                }
            }
            nodes[node].isName = true
        }
        return nodes
    }()

    private static let implementing = WordList("实施条例 实施细则 实施办法")

    /// Where the longest known name starts that ends before a place: a law's, or that of the rules that implement it.
    static func start(in text: CompactText, endingAt end: Int) -> Int? {
        if let length = implementing.end(of: text.scalars[..<end]), let start = name(in: text, endingAt: end - length) {
            return start
        }
        return name(in: text, endingAt: end)
    }

    /// Whether the words that follow make the name one of the rules that implement the law.
    static func isImplemented(_ text: CompactText, at end: Int) -> Bool {
        implementing.start(of: text.scalars[min(end, text.count)...]) != nil
    }

    private static func name(in text: CompactText, endingAt end: Int) -> Int? {
        var node = 0
        var place = end
        var best: Int?
        while place > 0, let next = nodes[node].next[text.scalars[place - 1]] {
            node = next
            place -= 1
            if nodes[node].isName { best = place }
        }
        return best
    }

    private static let table = """
        专利合作条约 维也纳领事关系公约 保护工业产权巴黎公约 承认及执行外国仲裁裁决公约 专利法 专利法实施细则 专属经济区和大陆架法 个人信息保护法 个人所得税法 个人独资企业法 中医药法 中国人民银行法 中外合作经营企业法 中外合资经营企业法 中小企业促进法 义务教育法
        乡村振兴促进法 乡镇企业法 产品质量法 人口与计划生育法 人民检察院组织法 人民武装警察法 人民法院组织法 人民警察法 人民调解法 人民防空法 人民陪审员法 仲裁法 价格法
        企业劳动争议处理条例 企业国有资产法 企业所得税法 企业破产法 会计法 传染病防治法 体育法 侵权责任法 促进科技成果转化法 保守国家秘密法 保险法 信托法 信访条例
        全国人民代表大会和地方各级人民代表大会代表法 全国人民代表大会和地方各级人民代表大会选举法 全国人民代表大会组织法 全民所有制工业企业法 公共图书馆法 公共文化服务保障法 公务员法
        公司法 公司登记管理条例 公益事业捐赠法 公职人员政务处分法 公证法 公路法 关税法 兵役法 军事设施保护法 军人保险法 军人地位和权益保障法 农业技术推广法 农业机械化促进法 农业法
        农业税条例 农产品质量安全法 农村土地承包法 农村土地承包经营纠纷调解仲裁法 农村集体经济组织法 农民专业合作社法 出口管制法 出境入境管理法 刑事诉讼法 刑法 刑法修正案 动物防疫法
        劳动争议调解仲裁法 劳动保障监察条例 劳动合同法 劳动合同法实施条例 劳动法 医师法 医疗器械监督管理条例 印花税法 危险化学品安全管理条例 反不正当竞争法 反分裂国家法 反垄断法
        反外国制裁法 反家庭暴力法 反恐怖主义法 反有组织犯罪法 反洗钱法 反电信网络诈骗法 反间谍法 反食品浪费法 可再生能源法 台湾同胞投资保护法 各级人民代表大会常务委员会监督法
        合伙企业法 合同法 商业银行法 商标法 商标法实施条例 噪声污染防治法 固体废物污染环境防治法 国务院组织法 国境卫生检疫法 国家公务员暂行条例 国家勋章和国家荣誉称号法 国家安全法
        国家情报法 国家赔偿法 国家通用语言文字法 国徽法 国旗法 国歌法 国籍法 国防交通法 国防动员法 国防教育法 国防法 国际刑事司法协助法 土地管理法 土地管理法实施条例 土壤污染防治法
        地方各级人民代表大会和地方各级人民政府组织法 城乡规划法 城市房地产管理法 城市规划法 基本医疗卫生与健康促进法 境外非政府组织境内活动管理法 增值税法 外商投资法
        外国中央银行财产司法强制措施豁免法 外国企业所得税法 外国国家豁免法 外汇管理条例 外资企业法 大气污染防治法 契税法 妇女权益保障法 婚姻法 学位法 学前教育法 安全生产法 审计法
        宪法 家庭教育促进法 密码法 对外关系法 对外贸易法 就业促进法 居民身份证法 工会法 工伤保险条例 广告法 建筑法 建设工程质量管理条例 引渡法 归侨侨眷权益保护法 律师法
        循环经济促进法 慈善法 戒严法 技术合同法 护照法 担保法 拍卖法 招标投标法 招标投标法实施条例 收养法 放射性污染防治法 政府信息公开条例 政府采购法 教师法 教育法 数据安全法
        文物保护法 旅游法 无线电管理条例 无障碍环境建设法 期货和衍生品法 未成年人保护法 村民委员会组织法 枪支管理法 标准化法 核安全法 档案法 检察官法 森林法 森林法实施条例
        残疾人保障法 母婴保健法 民事诉讼法 民办教育促进法 民族区域自治法 民法 民法典 民法总则 民法通则 民用航空法 气象法 水下文物保护管理条例 水土保持法 水污染防治法 水法
        治安管理处罚条例 治安管理处罚法 法官法 法律援助法 注册会计师法 测绘法 海上交通安全法 海事诉讼特别程序法 海关法 海关行政处罚实施条例 海南自由贸易港法 海商法 海域使用管理法
        海岛保护法 海洋环境保护法 海警法 消费者权益保护法 消防法 涉外民事关系法律适用法 涉外经济合同法 深海海底区域资源勘探开发法 清洁生产促进法 渔业法 港口法 湿地保护法
        澳门特别行政区基本法 澳门特别行政区驻军法 烟叶税法 烟草专卖法 烟草专卖法实施条例 煤炭法 爱国主义教育法 物业管理条例 物权法 特种设备安全法 献血法 环境保护法 环境保护税法
        环境噪声污染防治法 环境影响评价法 现役军官法 生物安全法 电信条例 电力法 电子商务法 电子签名法 电影产业促进法 畜牧法 疫苗管理法 监察官法 监察法 监狱法 石油天然气管道保护法
        矿产资源法 矿山安全法 社会保险法 社区矫正法 票据法 禁毒法 种子法 科学技术普及法 科学技术进步法 税收征收管理法 突发事件应对法 突发公共卫生事件应急条例 立法法 粮食安全保障法
        精神卫生法 红十字会法 经济合同法 统计法 继承法 缔结条约程序法 网络安全法 老年人权益保障法 耕地占用税法 职业教育法 职业病防治法 能源法 航道法 船员条例 船舶吨税法 节约能源法
        英雄烈士保护法 草原法 药品管理法 药品管理法实施条例 著作权法 著作权法实施条例 行政处罚法 行政复议法 行政强制法 行政监察法 行政许可法 行政诉讼法 计量法 证券投资基金法 证券法
        资产评估法 资源税法 车船税法 车辆购置税法 进出口商品检验法 进出境动植物检疫法 退役军人保障法 道路交通安全法 道路运输条例 邮政法 野生动物保护法 铁路法 银行业监督管理法
        长江保护法 防沙治沙法 防洪法 防震减灾法 陆地国界法 集会游行示威法 青藏高原生态保护法 非物质文化遗产法 预备役人员法 预备役军官法 预算法 预防未成年人犯罪法 领海及毗连区法
        食品卫生法 食品安全法 香港特别行政区基本法 香港特别行政区维护国家安全法 香港特别行政区驻军法 驻外外交人员法 高等教育法 黄河保护法 黑土地保护法
        """
}
