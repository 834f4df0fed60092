"""A time limit has no beginning (PROC-014)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Statement
from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_AMOUNT = "[0-9〇零一二两三四五六七八九十百]{1,5}"
_LIMIT = re.compile(
    rf"(?<![{_AMOUNT[1:-6]}第每近前上下])(?:{_AMOUNT}(?:个?(?:工作|自然))?日|{_AMOUNT}个月)(?:以|之)?内(?!容"
    rf"|[的未没不无部外])"
)
_OWED = re.compile(
    r"(?:工作|手续|事项|评审|审[核查])(?:在|于)?$|应当?|必须|须|需要?|要(?!求)|负责|予以|限|责令|要求"
    r"|由[^，。；]{2,16}|(?:政府|办事处|委员会|[局委会处所院办]|机构|部门|单位)[^，。；]{0,8}$"
)
_DONE = re.compile(
    r"[^，。；]{0,24}?(?:完成|办结|办理|作出|做出|答复|告知|反馈|审[核查批定]|送达|报[送告请]|发放|拨付|支付|组织"
    r"|通知|公[示布告]|移[送交]|交付|提[出交]|整改|改正|签订|清算|验收|踏勘|核[实查对]|退[还回]|受理|出具|补正"
    r"|备案|登记|回复|处理|上报|到场|拆除|清理|缴|搬)"
)
_BEGIN = re.compile(
    r"自(?!行|筹|主|愿|有)|收到|接到|之日|时，|起(?!草|诉)|(?<!最)后(?!勤|续)|届满|期满|当[日天月]|次[日月]"
    r"|每[年月季周]|前(?!款|条|置|述)|公示期|经[^，。；]{2,8}(?:审[核查]|核[查实]|调查|评审|验收"
    r"|认定)?[^，。；]{0,10}的，|(?:受理|提交|提出|通过|变更|变化|发生|发现|作出|签订|取得|完成|终止|成立|立案"
    r"|移送|转[来办]|举报|投诉|申请|报告|结束|确定|异议|终了)[^，。；]{0,4}的，"
)
"""An event from which the days are counted; a mere state (材料齐全的, 符合条件的) is none."""
_CASE = re.compile(r"的，[^，。；]*$|的，(?=[^。；]*$)")
_STATE = re.compile(
    r"(?:符合|不符合|具备|齐全|不齐|完[备整]|属于|无异议|复杂|简单|紧急|困难|需要|不予|重大|轻微|特殊|达标|不足"
    r"|有误|属实|合法|具有|存在)[^，。；]{0,10}的，"
)


_IN_A_FORM = re.compile(
    rf"(?:时限|期限)[：:][ \t\u3000]*(?P<limit>{_AMOUNT}个?(?:工作)?日)(?:以?内)?[ \t\u3000]*(?=[；;，。|]|$)"
)
"""办理时限：5个工作日."""


def _look(draft: Draft) -> Iterator[Hit]:
    for one in draft.holding(_IN_A_FORM):
        for found in _IN_A_FORM.finditer(one.text):
            yield Hit(one.start + found.start("limit"), one.start + found.end("limit"), confidence=0.7)
    for one in draft.statements:
        for spot in one.find(_LIMIT):
            before = (
                _told(draft, one)
                + (one.lead.text if one.lead else "")
                + one.opening
                + one.text[: spot.start - one.start]
            )
            behind = one.text[spot.end - one.start :]
            plainly = re.search(r"(?:应当?|必须|须|应)(?:在|于)?$", spot.text_before)
            if _BEGIN.search(before) or one.reporting or not (plainly or _DONE.match(behind)):
                continue
            if _CASE.search(before) and not _STATE.search(before):
                continue
            if _OWED.search(spot.text_before) or spot.clause.subject or _STATE.search(before):
                yield Hit(spot.start, spot.end)


def _told(draft: Draft, one: Statement) -> str:
    """The sentence before it in the same paragraph, where that names the day from which is counted."""
    line = draft.masked.rfind("\n", 0, one.start) + 1
    said = draft.masked[line : one.start].rstrip("。；").rpartition("。")[2]
    return said if re.search(r"之日起|收到|接到", said) else ""


RULE = Rule(
    id="PROC-014",
    group=Group.PROCEDURE,
    severity=Severity.WARNING,
    summary="期限没有写从哪一天起算",
    basis=(act("民法典")[200], act("民法典")[201]),
    suggestion="写明“自……之日起”",
    look=_look,
    fires=(
        "有关部门应当在5日内办结。",
        "窗口须于三个工作日内一次性告知。",
        "补助要在三十个工作日内拨付。",
        "审核时限：5个工作日。",
    ),
    silent=(
        "有关部门应当自受理之日起5日内办结。",
        "办理时限：自受理之日起5个工作日。",
        "收到材料后，应当在5日内办结。",
        "公示期满的，应当在五日内拨付。",
    ),
    kinds=PROVISIONS,
)
