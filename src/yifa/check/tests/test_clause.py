"""What the analysis makes of a sentence."""

from __future__ import annotations

import re
from datetime import date

import pytest

from yifa.check import Draft, DraftKind
from yifa.check.clause import Authority, Mode, Party, Spot


def spot(text: str, words: str) -> Spot:
    """The first place of the words in the text."""
    draft = Draft.read(text, date(2026, 11, 22), DraftKind.NORMATIVE, "")
    return next(found for one in draft.statements for found in one.find(re.compile(words)))


@pytest.mark.parametrize(
    ("text", "words", "mode"),
    [
        ("经营者应当公示价格。", "公示", Mode.MUST),
        ("经营者须在门口公示价格。", "公示", Mode.MUST),
        ("任何单位不得占用绿地。", "占用", Mode.MUST_NOT),
        ("严禁在河道内采砂。", "采砂", Mode.MUST_NOT),
        ("镇人民政府可以组织清理。", "组织", Mode.MAY),
        ("申请人可书面提出。", "书面", Mode.MAY),
        ("鼓励企业参加培训。", "参加", Mode.NONE),
        ("应急预案由县应急管理局编制。", "编制", Mode.NONE),
        ("企业应当建立台账，记录用量。", "记录", Mode.MUST),
        ("有下列行为之一的，不得评优：\n（一）拖欠工资。", "评优", Mode.MUST_NOT),
    ],
)
def test_must_may_and_must_not(text: str, words: str, mode: Mode) -> None:
    assert spot(text, words).mode is mode


@pytest.mark.parametrize(
    ("text", "words", "denied"),
    [
        ("不得向企业收取押金。", "收取", True),
        ("任何部门不得截留款项，收取手续费。", "收取", True),
        ("无需提交证明。", "提交", True),
        ("取消提交证明的要求。", "提交", True),
        ("镇政府不得有下列行为：\n（一）收取押金；\n（二）扣押物品。", "扣押", True),
        ("商户应当交纳押金。", "交纳", False),
        ("不得拒绝交纳押金。", "交纳", False),
        ("逾期不清理的，收取清运费。", "收取", False),
        ("施工单位不得擅自开工，建设单位应当交纳押金。", "交纳", False),
    ],
)
def test_an_act_that_is_forbidden_or_dropped_is_denied(text: str, words: str, denied: bool) -> None:
    assert spot(text, words).denied is denied


@pytest.mark.parametrize(
    ("text", "words", "authority"),
    [
        ("由镇政府处五百元罚款。", "罚款", Authority.NONE),
        ("违反本办法第三条的，处五百元罚款。", "罚款", Authority.NONE),
        ("由公安机关依法处五百元罚款。", "罚款", Authority.GENERAL),
        ("依法设立的企业应当交纳押金。", "交纳", Authority.NONE),
        ("按照国家有关规定收取费用。", "收取", Authority.GENERAL),
        ("由公安机关依照《治安管理处罚法》第五十条处罚款。", "罚款", Authority.LAW),
        ("依照《某市养犬管理条例》处罚款。", "罚款", Authority.LOCAL),
        ("按照《某镇卫生管理办法》处罚款。", "罚款", Authority.DOCUMENT),
        ("由城管局依照《城乡规划法》处理下列行为：\n（一）强制拆除违法建筑。", "拆除", Authority.LAW),
    ],
)
def test_the_authority_a_sentence_names(text: str, words: str, authority: Authority) -> None:
    assert spot(text, words).authority is authority


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("业主应当清扫楼道。", "清扫", Party.PRIVATE),
        ("县财政局应当拨付资金。", "拨付", Party.PUBLIC),
        ("由村民委员会收取费用。", "收取", Party.AUTONOMOUS),
        ("对企业，各部门不得重复检查。", "检查", Party.PUBLIC),
        ("村民操办婚宴，席数不得突破二十桌。", "突破", Party.PRIVATE),
        ("工作人员应当参加培训。", "参加", Party.PUBLIC),
    ],
)
def test_who_is_to_act(text: str, words: str, party: Party) -> None:
    assert spot(text, words).party is party


@pytest.mark.parametrize(
    ("text", "words", "ordered"),
    [
        ("处以罚款的，应当告知当事人。", "处以罚款", False),
        ("本办法所称罚款，是指由主管部门处以罚款的决定。", "处以罚款", False),
        ("2025年以来，我县共处以罚款三十万元。", "处以罚款", False),
        ("对乱倒垃圾的，处以罚款五百元。", "处以罚款", True),
        ("有下列情形之一的，由镇政府予以表彰：\n（一）主动交纳押金。", "交纳", False),
    ],
)
def test_occasions_definitions_and_reports_order_nothing(text: str, words: str, ordered: bool) -> None:
    assert spot(text, words).ordered is ordered


def test_words_inside_quotation_marks_and_titles_are_not_seen() -> None:
    draft = Draft.read("清理“先罚款后整改”等做法，修订《罚款管理办法》。", date(2026, 11, 22), DraftKind.NORMATIVE, "")
    assert not [found for one in draft.statements for found in one.find(re.compile("罚款"))]


@pytest.mark.parametrize(
    ("text", "words", "required"),
    [
        ("承接项目的企业应当具有三年业绩。", "业绩", True),
        ("未入库的企业，不得参加采购。", "入库", True),
        ("成立满三年的企业方可报名。", "成立", True),
        ("仅限国有企业报名。", "国有企业", True),
        ("不得要求企业具有三年业绩方可报名。", "业绩", False),
        ("业绩不作为报名条件。", "业绩", False),
        ("企业可以提供业绩。", "业绩", False),
        ("街道不得以未入库为由拒绝企业报名。", "入库", False),
    ],
)
def test_what_something_else_depends_on_is_required(text: str, words: str, required: bool) -> None:
    assert spot(text, words).required is required


@pytest.mark.parametrize(
    ("text", "words", "forbidden"),
    [
        ("企业十年内不得迁出本县。", "迁出", True),
        ("任何部门不得限制企业迁出本县。", "迁出", False),
        ("不得禁止外地商品进入本县。", "进入", False),
        ("外地商品不得进入本县。", "进入", True),
        ("不得有下列行为：\n（一）阻碍企业迁出。", "迁出", False),
    ],
)
def test_only_the_act_itself_is_forbidden_not_what_is_hindered(text: str, words: str, forbidden: bool) -> None:
    assert spot(text, words).forbidden is forbidden


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("扣押的财物应当妥善保管。", "扣押"),
        ("冻结存款的决定书应当送达当事人。", "冻结存款"),
        ("查封、扣押期限届满的，应当解除。", "查封"),
    ],
)
def test_words_that_describe_a_thing_are_nominal(text: str, words: str) -> None:
    assert spot(text, words).nominal


def test_a_clause_that_leads_to_the_order_is_only_its_occasion() -> None:
    assert not spot("行政机关实施扣押，应当制作决定书。", "扣押").ordered
    assert spot("执法人员可以扣押车辆。", "扣押").ordered


def test_the_opening_of_a_sentence_goes_with_its_later_parts() -> None:
    draft = Draft.read("先报备。企业应当报备；不报备的，不得开业。", date(2026, 11, 22), DraftKind.NORMATIVE, "")
    assert [one.opening for one in draft.statements] == ["", "", "企业应当报备；"]
    assert draft.statements[2].whole == "企业应当报备；不报备的，不得开业。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("问卷应当了解企业是否被要求缴纳保证金。", "缴纳"),
        ("县司法局受理对指定中介机构行为的投诉。", "指定中介"),
        ("县发展和改革局应当核实强制企业入会的问题。", "企业入会"),
        ("某镇收取押金，被县财政局通报。", "收取"),
    ],
)
def test_what_is_asked_looked_into_or_censured_is_not_ordered(text: str, words: str) -> None:
    assert spot(text, words).taken_back


@pytest.mark.parametrize("text", ["企业是否被要求提交其他材料？", "原由镇公司独家承担的业务向社会开放。"])
def test_a_question_and_what_used_to_be_are_no_order(text: str) -> None:
    assert not spot(text, "提交|承担").ordered


def test_a_pretext_is_not_what_is_forbidden() -> None:
    assert not spot("不得以企业迁出为由追回奖励。", "迁出").forbidden
    assert spot("企业五年内不得迁出本县。", "迁出").forbidden


def test_a_wrong_that_was_done_is_not_ordered() -> None:
    assert spot("对违法实施扣押的行为，当事人可以投诉。", "扣押").denied
