"""What is found inconsistent, and what must be left alone."""

from __future__ import annotations

import pytest

from yifa.reader import read_text

TITLE = "某县2024年法治政府建设情况报告\n"


def _kinds(body: str, title: str = TITLE) -> list[str]:
    return [f.kind.value for f in read_text(f"{title}{body}\n", "某县.txt").findings]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("一、复议\n全年审结行政复议案件135件，其中纠错29件，纠错率19.2%。", "rate_mismatch"),
        ("一、复议\n新收行政复议申请200件，其中以县政府部门为被申请人的150件，占65%。", "rate_mismatch"),
        ("一、审核\n提出意见120条，采纳90条，采纳率95%。", "rate_mismatch"),
        ("一、清单\n保留政务服务事项515项，由行政许可事项218项和其他事项290项构成。", "sum_mismatch"),
        ("一、执法\n办结行政执法案件886件，其中简易程序528件，普通程序368件。", "sum_mismatch"),
        ("一、表\n事项 | 处罚 | 强制 | 合计\n数量 | 40件 | 16件 | 60件", "sum_mismatch"),
        ("一、作品\n制作普法作品13部，其中15部获奖。", "part_exceeds_total"),
        ("一、决策\n重大行政决策合格率100%。", "unsupported_100"),
        ("一、执法\n新增执法人员3名，执法人员持证率百分之百。", "unsupported_100"),
        ("一、复议\n2024年收到行政复议申请151件，2023年收到行政复议申请66件，同比增长110.5%。", "growth_mismatch"),
        ("一、复议\n收到行政复议申请548件，同比增加100件，增长30%。", "growth_mismatch"),
        ("一、应诉\n行政诉讼败诉率由4.5%上升到3.2%。", "change_direction"),
        ("一、复议\n收到行政复议申请80件，上年收到行政复议申请100件，同比增长20%。", "change_direction"),
        ("一、服务\n群众满意率102.5%。", "rate_over_100"),
        ("一、甲\n内容。\n三、乙\n内容。", "numbering_error"),
        ("一、工作\n（一）甲\n内容。\n（一）乙\n内容。", "numbering_error"),
        ("一、工作\n一是健全机制，落实责任；二是强化培训；四是加强督察。", "numbering_error"),
        ("一、2023年工作情况\n内容。\n二、2025年工作打算\n内容。", "year_mismatch"),
        ("2022年，某县坚持以习近平法治思想为指导，深入推进法治政府建设。\n一、工作\n内容。", "year_mismatch"),
        ("一、复议\n全年收到行政复议申请120件。\n二、监督\n发挥主渠道作用，收到行政复议申请135件。", "text_conflict"),
        ("一、复议\n上年度没有结转案件。\n二、审结\n审结复议案件135件（含上年度结转）。", "text_conflict"),
        ("一、排名\n在20个参评县区中位列第23名。", "rank_mismatch"),
        ("一、立法\n审议法规规章共17部，由法规草案11件和规章5件组成。", "sum_mismatch"),
        ("一、评查\n抽查案卷40本，合格46本。", "part_exceeds_total"),
        ("一、复议\n全年行政复议3件。\n二、问题\n全局没有发生行政复议案件，风险意识不强。", "text_conflict"),
        ("一、复议\n新收行政复议申请300件，新收一审行政诉讼案件200件，复议诉讼比值达1.8。", "ratio_mismatch"),
    ],
)
def test_it_finds(body: str, kind: str) -> None:
    assert _kinds(body) == [kind]


@pytest.mark.parametrize(
    "body",
    [
        "一、复议\n新收行政复议案件151件，以部门为被申请人的140件，占92.71%。",  # cut off, not rounded
        "一、复议\n收到行政复议案件45件，办结29件。",
        "一、调解\n化解纠纷5578件，线上受理调解14266件。",
        "一、顾问\n法律顾问共提供法律服务619次，出具法律意见书276份，参会119次。",
        "一、清理\n梳理文件900余件，其中废止139件、修改18件。",
        "一、拆违\n年度任务6万平方米，拆除违建62301.03平方米，完成率103.84%。",
        "一、审核\n审核文件30件，提出意见100余条，采纳率达100%。",
        "一、述法\n5个部门负责人现场述法，64名领导干部书面述法，述法率达100%。",
        "一、服务\n“马上办、网上办、就近办”比例分别达到84%、99%、90%。",
        "一、述法\n年初召开2023年度述法会议，5个部门现场述法。",
        "一、对比\n2023年全年办理复议案件66件，与之相比，今年增长较快。",
        "（一）甲\n1.内容。\n2.内容。\n（二）乙\n3.内容。",
        "一、工作\n一是甲。二是乙。\n二、打算\n一是丙。二是丁。",
        "一、工作\n内容。\n二、2025年工作计划\n执法人员持证率达到100%。",
        "一、应诉\n败诉率由4.5%下降到3.2%，下降1.3个百分点。",
        "一、复议\n新收复议申请412件。一审行政收案297件，同比下降16.1%（2023年354件），复议诉讼比达1.39:1。",
        "一、队伍\n全县28个执法部门、1126名执法人员，持证上岗1098名，持证率97.5%。",
        "一、应诉\n新收一审行政诉讼案件84件，负责人出庭应诉61件，出庭应诉率100%。",
        "一、顾问\n出具法律意见书86份，代理行政复议和行政诉讼案件分别为33件、58件。",
        "一、决策\n公布重大行政决策事项4件，合法性审查率100%。",
        "一、复议\n收到行政复议申请约550件。\n二、监督\n收到行政复议申请548件。",
    ],
)
def test_it_leaves_alone(body: str) -> None:
    assert _kinds(body) == []


def test_a_finding_explains_itself_and_points_at_the_number_first() -> None:
    reading = read_text(f"{TITLE}一、复议\n全年审结行政复议案件135件，其中纠错29件，纠错率19.2%。\n", "x")
    (finding,) = reading.findings
    assert [reading.text[a:b] for a, b in finding.spans] == ["19.2%", "29件", "135件"]
    assert "21.48%" in finding.explanation
