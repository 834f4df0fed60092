"""Which numbers are quantities, with their span, value, unit and qualifiers, and which are not."""

from __future__ import annotations

import pytest

from yifa.reader import Figure, read_text

HEAD = "某县2024年法治政府建设情况报告\n一、主要工作\n"


def _figures(sentence: str) -> list[Figure]:
    reading = read_text(f"{HEAD}{sentence}\n", "某县.txt")
    assert all(reading.text[f.start : f.end] == f.text for f in reading.figures)
    return [f for f in reading.figures if f.start >= len(HEAD)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年受理案件1,590件，办结１２９３件。", "1,590件=1590件 １２９３件=1293件"),
        ("发放资料3.5万多份，惠及群众10余万人次。", "3.5万多份=35000份(多) 10余万人次=100000人次(余)"),
        ("罚款3000元，没收1500余万元，标的额2.5亿元。", "3000元=0.3万元 1500余万元=1500万元(余) 2.5亿元=25000万元"),
        ("调解纠纷三十余件，解答咨询百余人次，走访十几家。", "三十余件=30件(余) 百余人次=100人次(余) 十几家=10家(几)"),
        ("近百场宣讲，上千份材料，约50万人次。", "百场=100场(近) 千份=1000份(上) 50万人次=500000人次(约)"),
        ("召开专题会议两次，组织学习十二次。", "两次=2次 十二次=12次"),
        ("每个单位召开1—2个会，3至5人参加。", "1—2个=1~2个 3至5人=3~5人"),
        ("培训执法人员2000余人（次），接听热线201.7万件。", "2000余人（次）=2000人次(余) 201.7万件=2017000件"),
        ("覆盖率达95%以上，压减60％，百分之九十八点五的事项。", "95%=95%(以上) 60％=60% 百分之九十八点五=98.5%"),
        ("超八成群众满意，九成以上事项可网办。", "八成=80%(超) 九成=90%(以上)"),
        ("降低9.4个百分点，增长1.2倍。", "9.4个百分点=9.4个百分点 1.2倍=1.2倍"),
        ("拆除违建62897.81平方米，比任务多2.6万㎡。", "62897.81平方米=62897.81平方米 2.6万㎡=26000平方米"),
        ("位列全省第3名，前10名，连续5年获评优秀。", "第3名=3名 前10名=10名 5年=5年"),
        ("5个工作日内办结，公示7日内，为期2个月。", "5个工作日=5个工作日 7日=7日 2个月=2个月"),
        ("处理655件群众热线诉求，新收3起诉讼。", "655件=655件 3起=3起"),
        ("平均申请材料为1.2个/件，5县12镇参加。", "1.2个/件=1.2个/件 5县=5县 12镇=12镇"),
        ("召开 12 次会议，培训 1500 余人次，出台 3 部规章，满意率 98.5 %。",
         "12 次=12次 1500 余人次=1500人次(余) 3 部=3部 98.5 %=98.5%"),
        ("58名单位负责人述法，12名义务监督员，15家具备条件，3家门店，2次年度培训。",
         "58名=58名 12名=12名 15家=15家 3家=3家 2次=2次"),
        ("接入视频1.2万路，发放棉被1500床，平均年龄47岁。", "1.2万路=12000路 1500床=1500床 47岁=47岁"),
        ("审查合同43份(其中重大合同5份)，提出意见120余条。", "43份=43份 5份=5份 120余条=120条(余)"),
        ("办理案件1 234件，罚款1 2. 5万元，满意率9 8. 7 %。", "1 234件=1234件 1 2. 5万元=12.5万元 9 8. 7 %=98.7%"),
        ("出生率6.5‰，提高2百分点，下降0.8个千分点。", "6.5‰=6.5‰ 2百分点=2个百分点 0.8个千分点=0.8个千分点"),
        ("审批时限由法定的60日压缩为20日，公示期30日，不足7日，提前15日办结。",
         "60日=60日 20日=20日 30日=30日 7日=7日 15日=15日"),
        ("用户突破1900万，总投资1200亿，总人口4.17万，罚没约2.3亿。",
         "1900万=19000000None(突破) 1200亿=12000000万元 4.17万=41700人 2.3亿=23000万元(约)"),
        ("平均浓度29微克/立方米，无人机巡查30架次，讲座6讲。", "29微克/立方米=29微克/立方米 30架次=30架次 6讲=6讲"),
        ("参加人员一百二十人次，复议诉讼比为1.5∶1。", "一百二十人次=120人次 1.5∶1=1.5None"),
    ],
)  # fmt: skip
def test_a_quantity_has_its_span_value_unit_and_qualifiers(sentence: str, expected: str) -> None:
    found = []
    for figure in _figures(sentence):
        upper = f"~{figure.value_max:g}" if figure.value_max else ""
        marks = f"({'/'.join(figure.qualifiers)})" if figure.qualifiers else ""
        found.append(f"{figure.text}={figure.value:.10g}{upper}{figure.unit}{marks}")
    assert " ".join(found) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "深入实施“十四五”规划，落实两个责任，引入第三方评估，推进三项制度。",
        "创建5A级景区，建设500强企业总部，入选百强县，选派千名干部下乡。",
        "建立1个中心+5个平台+N个站点的体系，推行“1个中心、3支队伍”模式，组建“1+3+N”队伍。",
        "2024年11月15日，2023年-2024年，2023、2024年，1—11月，面向2035年，2021—2025年。",
        "12·4国家宪法日、3.15消费者权益日、4.15国家安全日，前三季度，二〇二四年。",
        "第36次常务会议，第3季度，第十四届人大三次会议，党的二十届三中全会。",
        "拨打12345、110，关注12348中国法网，登录8890平台，接入96345便民服务。",
        "依据国务院令第752号、国发〔2021〕33号、厦府[2024]8号、《某条例》第33条。",
        "建成15分钟法律服务圈，实现24小时不打烊，最多跑1次，只进1扇门。",
        "平台V2.0上线，升级到3.0版，5G覆盖，鄂ICP备05009168号，电话027-87673391，邮编430070。",
        "落实一把手责任，一岗双责，一件事一次办，一站式服务，八项规定精神，三年行动。",
        "浏览次数：1234次　发布时间：2024-01-15 09:30",
        "12月4日至30日集中宣传，截至30日，每月15日为接访日。",
    ],
)
def test_dates_numbers_of_documents_slogans_and_the_like_are_no_quantities(sentence: str) -> None:
    assert [f.text for f in _figures(sentence)] == []


def test_every_run_of_digits_is_a_figure_or_listed_as_none() -> None:
    reading = read_text(f"{HEAD}2024年收到45件，拨打12345，共3类，见国发〔2021〕33号。", "x")
    taken = {i for s in (*reading.figures, *reading.not_figures) for i in range(s.start, s.end)}
    loose = [i for i, c in enumerate(reading.text) if c.isdigit() and i not in taken]
    assert "".join(reading.text[i] for i in loose) == "12345"


def test_a_table_gives_units_from_its_headers_and_rows() -> None:
    table = "事项 | 行政处罚 | 信息公开\n数量（件） | 40 | 16\n占比 | 71.43% | 28.57\n"
    assert [(f.value, f.unit) for f in _figures(table)] == [(40, "件"), (16, "件"), (71.43, "%"), (28.57, "%")]


def test_a_column_headed_by_a_year_has_no_years_in_its_cells() -> None:
    table = "项目 | 2023年 | 2024年\n行政检查（次） | 41260 | 27105\n罚没金额（万元） | 9876.5 | 10402.1\n"
    units = [(f.value, f.unit) for f in _figures(table)]
    assert units == [(41260, "次"), (27105, "次"), (9876.5, "万元"), (10402.1, "万元")]


def test_the_line_above_a_table_gives_its_unit() -> None:
    table = "表1 执法情况（单位：件）\n单位 | 检查 | 处罚\n市场监管局 | 3120 | 418\n"
    assert [(f.value, f.unit) for f in _figures(table)] == [(3120, "件"), (418, "件")]


def test_a_change_is_two_figures_and_the_second_knows_the_first() -> None:
    first, second, points = _figures("败诉率从46.9%下降到37.5%，降低9.4个百分点。")
    assert (second.change_from, second.from_value, second.to_value) == (first.id, 46.9, 37.5)
    assert second.direction == "down"
    assert points.kind == "change"


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("共梳理文件900件，其中废止139件、修改18件。", {"139件": "900件", "18件": "900件"}),
        ("保留事项515项，由许可218项和其他297项构成。", {"218项": "515项", "297项": "515项"}),
        ("新收的151件里，以部门为被申请人的140件。", {"140件": "151件"}),
        ("拆除265处、62897平方米。其中，存量226处、62301平方米。", {"226处": "265处", "62301平方米": "62897平方米"}),
        ("收到45件（行政处罚20件、信息公开8件），办结29件。", {"20件": "45件", "8件": "45件"}),
        ("收到意见120条，其中采纳100条。另收到来信30条。", {"100条": "120条"}),
        ("梳理文件176件，保留121件、修改14件、废止41件。", {"121件": "176件", "14件": "176件", "41件": "176件"}),
        ("公开信息8913条，含政策文件206条、预决算168条。", {"206条": "8913条", "168条": "8913条"}),
        ("查出隐患1893条，其中重大隐患27条，整改1881条。", {"27条": "1893条"}),
        ("研究法治工作6次，召开专题会议2次，听取法治工作情况汇报4次。", {}),
        ("开展培训3场、宣传5次，发放资料8份。", {}),
    ],
)
def test_parts_know_their_total(sentence: str, parts: dict[str, str]) -> None:
    figures = _figures(sentence)
    by_id = {f.id: f.text for f in figures}
    assert {f.text: by_id[f.of_which] for f in figures if f.of_which} == parts
