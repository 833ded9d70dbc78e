"""Law-like Chinese out of word lists of our own, the same for the same seed: a text for whoever has no collection.

Words are drawn with falling frequency, so that some bigrams are in a third of the articles and many in one alone, as in
real text. What it says is nonsense.
"""
import random

from .articles import Article

LAWS, ARTICLES = 1200, 40
BODIES = "人民政府 主管部门 行政机关 监督机构 人民法院 检察机关 公安机关 审计部门 税务机关 市场监管部门 街道办事处 村民委员会 行业协会 评审委员会".split()
PERSONS = "公民 法人 申请人 当事人 经营者 生产者 消费者 劳动者 用人单位 监护人 承包方 投资人 负责人 利害关系人 工作人员 受让人".split()
ACTIONS = "制定 公布 审查 批准 登记 备案 检查 监督 管理 保护 建设 修复 征收 补偿 公示 听取 组织 协调 委托 撤销 变更 终止 移送 处理 处罚 赔偿 评估 验收 抽查 举报".split()
OBJECTS = ("规划 方案 计划 标准 许可证 营业执照 土地 草原 森林 水源 矿产 耕地 道路 桥梁 管线 房屋 档案 数据 食品 药品 设备 废物 噪声 车辆 船舶 合同 资金 预算 "
           "保险 工资 学校 医院 图书馆 养老机构 公园 文物 遗址 种子 化肥 牲畜 渔业 林木 能源 电力 燃气 供水 排水 消防 应急 气象 地震 档案馆 广告 商标 专利 软件 网络").split()
PLACES = "城市 乡镇 农村 自然保护区 开发区 沿海 边境 流域 山区 牧区 历史街区 景区 港口 机场 车站 市场 社区 园区".split()
ORDERS = ("{body}应当会同{body}{act}{object}，并将结果告知{person}。", "{person}违反前款规定的，由{body}责令改正，可以并处罚款。",
          "在{place}从事{object}{act}、{object}{act}活动的，应当向{body}提出申请。", "{body}负责{place}的{object}{act}工作，任何{person}不得干涉。",
          "{object}的{act}、{act}和{act}，依照国家有关规定办理。", "{person}对{body}作出的决定不服的，可以依法申请复议或者提起诉讼。",
          "鼓励{person}参与{place}{object}的{act}、{act}、{act}，对成绩显著的给予奖励。", "{body}应当自收到{object}材料之日起{days}日内{act}完毕。",
          "{place}内禁止擅自占用{object}、{object}、{object}、{object}、{object}。",
          "本条所称{object}，是指{place}内用于{act}{object}的设施、场所、设备、资料。")
DIGITS = "零一二三四五六七八九"


def numeral(number):
    """Chinese numerals of 1 through 99."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


class Words:
    """Draws a word of a list, each rarer than the one before it."""

    def __init__(self, words, chance):
        self.words, self.chance = list(words), chance
        self.chance.shuffle(self.words)
        self.weights = [1 / (rank + 1) for rank in range(len(self.words))]

    def __str__(self):
        return self.chance.choices(self.words, self.weights)[0]


def names(chance, count=4000):
    """Invented names of two to three characters of GB 2312, all of them simplified, so that most bigrams are rare."""
    some = [bytes([chance.randint(0xB0, 0xF7), chance.randint(0xA1, 0xF9)]).decode("gb2312") for _ in range(900)]
    return ["".join(chance.choice(some) for _ in range(chance.randint(2, 3))) for _ in range(count)]


def articles(seed=20240501, laws=LAWS):
    """The articles of as many laws."""
    chance = random.Random(seed)
    body, person, act, place = (Words(words, chance) for words in (BODIES, PERSONS, ACTIONS, PLACES))
    things, invented = Words(OBJECTS, chance), names(chance)
    made = []
    for law in range(laws):
        title = f"{chance.choice(invented)}{chance.choice(PLACES)}{chance.choice(OBJECTS)}{chance.choice(ACTIONS)}条例"
        for number in range(1, chance.randint(2, 2 * ARTICLES)):
            sentences = []
            for _ in range(chance.randint(1, 5)):
                thing = chance.choice(invented) + chance.choice(OBJECTS) if chance.random() < 0.15 else things
                sentences.append(chance.choice(ORDERS).format(
                    body=body, person=person, act=act, place=place, object=thing, days=numeral(chance.randint(2, 90))))
            made.append(Article(len(made), law, title, f"第{numeral(number)}条　" + "\n".join(sentences)))
    return made
