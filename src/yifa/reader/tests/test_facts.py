"""What a report says about itself."""

from __future__ import annotations

from datetime import date

import pytest

from yifa.reader import read_text


@pytest.mark.parametrize(
    ("text", "organ", "place", "level", "year", "published"),
    [
        ("某省人民政府关于2023年法治政府建设情况的报告\n发布时间：2024-04-01\n一、甲\n",
         "某省人民政府", "某省", "省", 2023, date(2024, 4, 1)),
        ("甲市人民政府\n关于2022年度法治政府建设情况的报告\n一、甲\n", "甲市人民政府", "甲市", "市", 2022, None),
        ("甲市乙县2024年法治政府建设年度报告\n一、甲\n", "甲市乙县人民政府", "乙县", "县区", 2024, None),
        ("丙区司法局2025年度法治政府建设工作总结\n发布日期：2026年1月5日\n一、甲\n",
         "丙区司法局", "丙区", "县区", 2025, date(2026, 1, 5)),
        ("2020年丁区法治政府建设情况\n来源：司法局　更新时间：2021/03/29 11:30:01\n一、甲\n",
         "丁区人民政府", "丁区", "县区", 2020, date(2021, 3, 29)),
        ("今天是：2019年10月31日\n戊镇2023年度法治政府建设工作报告\n一、甲\n",
         "戊镇人民政府", "戊镇", "乡镇街道", 2023, None),
        ("己街道办事处2024年法治政府建设情况报告\n一、甲\n", "己街道办事处", "己街道", "乡镇街道", 2024, None),
        ("庚自治州人民政府关于二〇二三年法治政府建设情况的报告\n一、甲\n",
         "庚自治州人民政府", "庚自治州", "市", 2023, None),
        ("发文机构:中共甲市辛区委全面依法治区委员会办公室 |\n成文日期:2024-03-28 09:00 |\n"
         "名 称:辛区2023年法治政府建设年度报告 |\n一、甲\n",
         "中共甲市辛区委全面依法治区委员会办公室", "辛区", "县区", 2023, date(2024, 3, 28)),
        ("关于壬县2024年度法治政府建设情况的报告\n一、甲\n内容。\n壬县人民政府\n2025年1月10日\n",
         "壬县人民政府", "壬县", "县区", 2024, None),
        ("甲市应急管理局关于2024年度法治政府建设工作的报告\n一、甲\n", "甲市应急管理局", "甲市", "市", 2024, None),
        ("子县2024年\n法治政府建设工作情况报告\n2025-01-20 09:12 来源：县司法局 浏览：35\n一、甲\n",
         "子县人民政府", "子县", "县区", 2024, date(2025, 1, 20)),
        ("丑市丑区政府信息公开\n丑区人民政府关于2024年法治政府建设情况的报告\n时间：[2025-02-01]\n一、甲\n",
         "丑区人民政府", "丑区", "县区", 2024, date(2025, 2, 1)),
        ("寅县住房和城乡建设局2024年度法治政府建设工作报告\n一、甲\n",
         "寅县住房和城乡建设局", "寅县", "县区", 2024, None),
        ("卯市文化市场综合执法支队2024年度法治政府建设报告\n一、甲\n",
         "卯市文化市场综合执法支队", "卯市", "市", 2024, None),
        ("辰县经济开发区管理委员会2024年法治政府建设年度报告\n一、甲\n",
         "辰县经济开发区管理委员会", "辰县经济开发区", "县区", 2024, None),
        ("巳县乡村振兴局2024年法治政府建设情况报告\n一、甲\n", "巳县乡村振兴局", "巳县", "县区", 2024, None),
        ("癸旗2024年法治政府建设工作情况报告\n一、甲\n", "癸旗人民政府", "癸旗", "县区", 2024, None),
    ],
)  # fmt: skip
def test_facts_are_read(  # noqa: PLR0917
    text: str, organ: str, place: str, level: str, year: int, published: date | None
) -> None:
    facts = read_text(text, "x").facts
    assert (facts.issuing_body, facts.jurisdiction, facts.level) == (organ, place, level)
    assert (facts.report_year, facts.publication_date) == (year, published)


def test_a_county_level_city_is_told_by_its_townships() -> None:
    town = "甲市2024年法治政府建设年度报告\n一、甲\n各镇（街道）落实责任，指导乡镇（街道）开展工作。\n"
    assert read_text(town, "x").facts.level == "县区"
    assert read_text(town + "督察各县（市、区）。\n", "x").facts.level == "市"


def test_a_text_that_is_no_report_has_no_facts() -> None:
    facts = read_text("今天天气很好。\n", "x").facts
    assert (facts.title, facts.issuing_body, facts.report_year, facts.level) == (None, None, None, None)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("（一）坚持党的领导，压实第一责任人职责", "leadership"),
        ("（二）深化“放管服”改革，优化营商环境", "functions"),
        ("（三）加强规范性文件管理", "normative"),
        ("（四）健全重大行政决策机制", "decision"),
        ("（五）严格规范公正文明执法", "enforcement"),
        ("（六）依法预防处置突发事件", "emergency"),
        ("（七）有效化解矛盾纠纷", "disputes"),
        ("（八）强化行政权力监督制约", "supervision"),
        ("（九）推进数字法治政府建设", "digital"),
    ],
)
def test_a_section_has_the_area_its_heading_names(title: str, kind: str) -> None:
    head = "某县2024年法治政府建设情况报告\n一、主要举措和成效\n"
    report = f"{head}{title}\n内容。\n（十）其他\n内容。\n二、存在的问题\n有差距。\n三、下一步打算\n改进。\n"
    types = {s.title: s.type for s in read_text(report, "x").sections}
    assert types[title] == kind
    assert types["一、主要举措和成效"] == "container"
    assert (types["二、存在的问题"], types["三、下一步打算"]) == ("problems", "plan")
