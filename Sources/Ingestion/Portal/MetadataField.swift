/// What a label in a page's header means.
enum MetadataField: Equatable, Sendable {
    case title, number, issuer, indexNumber
    /// The kind of document in the page's own word.
    case kind
    /// 主题分类 and its like: mostly a subject, sometimes the kind.
    case subject
    case date(DateField)
    /// 来源 and its like: the issuer where nothing better names it.
    case source
    /// Known as a label, so that it ends the value before it; says nothing that is kept.
    case other

    /// Labels without blanks and colon.
    static let labels: [String: MetadataField] = [
        "标题": .title, "信息名称": .title, "文件名称": .title, "公文标题": .title, "文件标题": .title, "名称": .title, "信息标题": .title,
        "发文字号": .number, "文号": .number, "文件编号": .number, "公文字号": .number, "发文文号": .number, "文件号": .number,
        "发文号": .number, "字号": .number, "公文文号": .number, "文件字号": .number,
        "公文编号": .number, "公文号": .number, "发文编号": .number, "批准文号": .number, "文件文号": .number, "法规文号": .number,
        "发文机关": .issuer, "发文单位": .issuer, "发布机构": .issuer, "发布机关": .issuer, "制定机关": .issuer, "制发机关": .issuer,
        "发布单位": .issuer, "印发机关": .issuer, "制定单位": .issuer, "发文机构": .issuer, "公开机构": .issuer, "颁布机关": .issuer,
        "制发单位": .issuer, "公布机关": .issuer, "发布部门": .issuer, "发文部门": .issuer, "公开主体": .issuer,
        "文件种类": .kind, "主题分类": .subject, "文种": .kind, "公文种类": .kind, "体裁": .subject, "体裁分类": .subject, "效力级别": .kind,
        "效力位阶": .kind, "法规类别": .subject, "法律性质": .kind, "文件类型": .subject,
        "索引号": .indexNumber, "信息索引号": .indexNumber, "索引编号": .indexNumber, "信息索引": .indexNumber,
        "成文日期": .date(.written), "成文时间": .date(.written), "生成日期": .date(.written), "签发日期": .date(.written),
        "印发日期": .date(.written), "发文日期": .date(.written), "发文时间": .date(.written), "签署日期": .date(.written),
        "印发时间": .date(.written), "制发日期": .date(.written), "形成日期": .date(.written), "形成时间": .date(.written), "产生日期": .date(.written), "产生时间": .date(.written),
        "生成时间": .date(.written), "签发时间": .date(.written), "签署时间": .date(.written), "制发时间": .date(.written),
        "发布日期": .date(.published), "发布时间": .date(.published), "公布日期": .date(.published), "公布时间": .date(.published),
        "公开日期": .date(.published), "公开时间": .date(.published), "颁布日期": .date(.published), "颁布时间": .date(.published),
        "发布日": .date(.published), "日期": .date(.published), "时间": .date(.published), "信息发布时间": .date(.published),
        "发表于": .date(.published), "发布于": .date(.published), "刊发于": .date(.published),
        "上网日期": .date(.published), "上网时间": .date(.published), "网站发布日期": .date(.published), "公告日期": .date(.published),
        "出版日期": .date(.published), "出版时间": .date(.published), "刊登日期": .date(.published), "刊发日期": .date(.published),
        "录入时间": .date(.published), "录入日期": .date(.published), "上传时间": .date(.published), "上传日期": .date(.published),
        "发稿时间": .date(.published), "公示日期": .date(.published), "公示时间": .date(.published), "公告时间": .date(.published),
        "信息发布日期": .date(.published), "发表时间": .date(.published), "发表日期": .date(.published), "更新时间": .other, "更新日期": .other, "下发日期": .date(.written),
        "通过日期": .date(.adopted), "通过时间": .date(.adopted), "批准日期": .date(.approved), "批准时间": .date(.approved),
        "施行日期": .date(.effective), "实施日期": .date(.effective), "生效日期": .date(.effective), "施行时间": .date(.effective),
        "实施时间": .date(.effective), "生效时间": .date(.effective), "执行日期": .date(.effective), "执行时间": .date(.effective),
        "废止日期": .date(.repealed), "废止时间": .date(.repealed), "失效日期": .date(.expires), "失效时间": .date(.expires),
        "有效期至": .date(.expires), "终止日期": .date(.expires), "有效期限至": .date(.expires), "截止日期": .other,
        "修订日期": .date(.version), "修正日期": .date(.version), "修改日期": .date(.version),
        "来源": .source, "信息来源": .source, "稿源": .source, "文章来源": .source, "供稿单位": .source, "来源单位": .source,
        "分类": .other, "主题词": .other, "关键词": .other, "有效性": .other, "时效性": .other, "效力状态": .other, "是否有效": .other,
        "状态": .other, "作者": .other, "编辑": .other, "责任编辑": .other, "浏览次数": .other, "浏览量": .other, "阅读": .other,
        "阅读次数": .other, "点击数": .other, "点击量": .other, "访问次数": .other, "字体": .other, "字体大小": .other, "打印": .other,
        "分享": .other, "分享到": .other, "公开方式": .other, "公开范围": .other, "公开形式": .other, "公开类别": .other, "公开时限": .other,
        "信息分类": .other, "主题类别": .other, "组配分类": .other, "服务对象": .other, "服务对象分类": .other, "有效期": .other,
        "有效期限": .other, "审核": .other, "信息类别": .other, "内容概述": .other, "所属主题": .other, "所属机构": .other, "公开事项": .other,
        "统一登记号": .other, "规范性文件统一编号": .other, "登记号": .other, "解读": .other, "下载": .other, "附件下载": .other,
    ]

    static let longestLabel = 9
    /// Scalars that a known label begins with.
    static let firstScalars: Set<Unicode.Scalar> = Set(labels.keys.compactMap { $0.unicodeScalars.first })
}
