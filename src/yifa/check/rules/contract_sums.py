"""Amounts do not agree: capitals and figures, total and parts, shares of payment (CONT-024)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from yifa.check.amounts import Amount, amounts
from yifa.check.contract import PERCENT, share
from yifa.check.draft import Draft
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.law import act

_NEAR = re.compile(
    r"[ \t\u3000（(）)：:，,、/]{0,40}(?:即|小写|大写|人民币|为|金额|RMB|整|计|共计|[¥￥（(）) ：:，,\u3000])*"
)
_TOTAL = re.compile(
    r"(?:合同|协议)?(?:总价款?|总金额|总额|总费用|总投资|价款|合计|共计|总计|合同价|合同金额)[^，。；\d]{0,14}$"
)
_PARTS = re.compile(r"其中|包括|分别为|由[^，。；]{0,10}(?:组成|构成)|明细|分项")
_SOME = re.compile(r"文明施工费|暂列|暂估|税[金额]|不含税")
"""Parts that are named though they are not all."""
_MOST = Decimal("0.6")
_STEP = re.compile(r"支付|付款|付至|付到|拨付|预付|付清|付合同|首付|尾款付|中间付|支付至|拨付至|付")
_IN_STEPS = re.compile(r"(?:付款|支付)(?:方式|比例|进度|节点|办法)|分[^，。；]{1,4}(?:次|期|笔)(?:支付|付款|拨付)")
_HELD_BACK = re.compile(r"质保金|质量保证金")
_SENTENCE = 300
"""Characters of a sentence that are looked at."""
_LISTED = re.compile(
    r"(?:预付|进度|结算|验收|到货|尾|首付|首期|中期|二期|三期|竣工|质保|交付|余|质量保证)[款金]?(?:为|占|按"
    r"|是)?(?:合同|结算)?(?:总?价款?|金额|总额)?的?[ ]?$"
)
_LISTS = re.compile(r"(?:预付|首付|首期)款?(?:为|占|按|是)?[^，。；]{0,10}(?:\d|百分之)")
"""Shares of the price in a row, no 支付 beside each: 预付款为30%，进度款为40%，…."""
_CUMULATIVE = re.compile(r"(?:付至|付到|支付至|支付到|拨付至|拨至|累计(?:支付|付款|付至)?|达到?)[^，。；%]{0,22}$")
_REST = re.compile(r"余款|剩余|其余|尾款|余下|结余|结清|付清|全部付|全额付")
_OTHER_BASE = re.compile(
    r"违约金|利率|税率|履约保证金|下浮|折扣|优惠|逾期|滞纳|赔偿|利息|罚|保证金为|奖励|增减|超过|损失|质保金比例"
    r"|比例不|当[月季期]|每[月季期]|已完(?:成)?工程量|进度款|产值|月度|该批|该项|考核|得分|合格率"
)
_SLACK = Decimal("0.01")


def _look(draft: Draft) -> Iterator[Hit]:
    end = len(draft.text) if draft.main is None else draft.main
    for line in re.finditer(r"[^\n]+", draft.text[:end]):
        found = list(amounts(draft.text, line.start(), line.end()))
        yield from _written_twice(draft.text, found)
        yield from _sum(draft.text, line.start(), found)
        yield from _added_up(draft.text, line.start(), found)
        yield from _multiplied(line)
    yield from _table(draft.text[:end])
    yield from _shares(draft)


def _written_twice(text: str, found: list[Amount]) -> Iterator[Hit]:
    """An amount in capitals and the figure beside it."""
    for one, other in pairwise(found):
        if one.capital != other.capital and _NEAR.fullmatch(text, one.end, other.start) and one.yuan != other.yuan:
            yield Hit(
                one.start,
                other.end,
                f"大写是{_money(one if one.capital else other)}，小写是{_money(other if one.capital else one)}。",
                confidence=0.95,
            )


def _sum(text: str, line: int, found: list[Amount]) -> Iterator[Hit]:
    """A total in a line and its parts behind 其中; capitals of the same amount count once."""
    single = [
        one
        for at, one in enumerate(found)
        if not (at and found[at - 1].capital != one.capital and _NEAR.fullmatch(text, found[at - 1].end, one.start))
    ]
    for at, total in enumerate(single):
        if not _TOTAL.search(text[max(line, total.start - 24) : total.start].rstrip("¥￥人民币（( ：:")):
            continue
        stop = re.compile(r"[。\n]").search(text, total.end)
        limit = stop.start() if stop else len(text)
        parts = [one for one in single[at + 1 :] if one.start < limit]
        said = len(parts) > 1 and (
            _PARTS.search(text, total.end, parts[0].start) or re.search("组成|构成", text[parts[-1].end : limit])
        )
        if said and not re.search(
            r"单价|每[^，。；]{1,4}\d|/|×|税[率额]|不含税|上限|以上|以下|超过|分期|支付|付", text[total.end : limit]
        ):
            added = sum((one.yuan for one in parts), Decimal(0))
            whole = added > total.yuan or (added >= total.yuan * _MOST and not _SOME.search(text, total.end, limit))
            if whole and abs(added - total.yuan) > _SLACK:
                yield Hit(
                    total.start, parts[-1].end, f"分项合计{_yuan(added)}，与总额{_money(total)}不符。", confidence=0.9
                )
        return


def _added_up(text: str, line: int, found: list[Amount]) -> Iterator[Hit]:
    """Parts, and their total behind them: 设备款42万元，安装费8万元，合计55万元."""
    for at, total in enumerate(found):
        if at < _LEAST_PARTS or not _THEN_TOTAL.fullmatch(text, found[at - 1].end, total.start):
            continue
        near = max(line, found[max(0, at - _MOST_PARTS)].start - 30)
        begin = max(near, text.rfind("。", near, total.start) + 1, text.rfind("：", near, total.start) + 1)
        parts = [one for one in found[max(0, at - _MOST_PARTS) : at] if one.start >= begin]
        named = all(_PART.search(text[max(begin, one.start - 14) : one.start]) for one in parts)
        if len(parts) >= _LEAST_PARTS and named and not _NO_PARTS.search(text, begin, total.end):
            added = sum((one.yuan for one in parts), Decimal(0))
            if abs(added - total.yuan) > _SLACK:
                yield Hit(
                    parts[0].start, total.end, f"分项合计{_yuan(added)}，与总额{_money(total)}不符。", confidence=0.85
                )


def _multiplied(line: re.Match[str]) -> Iterator[Hit]:
    """A price of one, a number of them and their total: 单价200元，数量500台，总价120000元."""
    if found := _TIMES.search(line[0]):
        each, total = _cell(found["each"]), _cell(found["total"])
        if each is not None and total is not None and abs(each * Decimal(found["count"]) - total) > _SLACK:
            yield Hit(
                line.start() + found.start(),
                line.start() + found.end(),
                f"单价乘以数量是{_yuan(each * Decimal(found['count']))}，与总价{_yuan(total)}不符。",
                confidence=0.9,
            )


_LEAST_PARTS, _MOST_PARTS = 2, 20
_PART = re.compile(r"(?:费|款|价|金|额)(?:用)?(?:为|是|：|计|人民币|[¥￥])*[ ]?$")
_THEN_TOTAL = re.compile(
    r"[，,、；;。 ]*(?:以上|上述|三项|两项|各项|总价款?|总费用|合同)?(?:合计|共计|总计|总价款?|总额|合同总价)(?:金额"
    r"|人民币|价款|为|是|：|[¥￥])*[ ]?"
)
_NO_PARTS = re.compile(
    r"其中|单价|每[^，。；]{1,4}|税[率额]|不含税|上限|以上(?!合计|共计|各项)|以下|超过|%|％|百分之|优惠|下浮|扣除"
    r"|减去"
    r"|已付|已支付|大写|小写|[壹贰叁肆伍陆柒捌玖拾]"
)
_TIMES = re.compile(
    r"单价(?:为|：|是)?[ ]?[¥￥]?(?P<each>\d+(?:\.\d+)?)元(?:/[一-龥]{1,2})?[，,；;、 ]*(?:数量|共"
    r"|采购)[^，。；\d]{0,6}(?P<count>\d+)[一-龥]{1,2}"
    r"[，,；;、 ]*(?:总价|合计|共计|总额|总价款|金额)[^，。；\d]{0,6}[¥￥]?(?P<total>\d+(?:\.\d+)?)元"
)


def _table(text: str) -> Iterator[Hit]:
    """A table whose last row is 合计: the column of money against its sum."""
    rows: list[tuple[int, int, list[str]]] = []
    for line in re.finditer(r"[^\n]+", text):
        if "|" not in line[0]:
            rows = []
            continue
        cells = [cell.strip() for cell in line[0].strip().strip("|").split("|")]
        if rows and len(cells) == len(rows[0][2]) and re.match(r"(?:合计|总计|总价|共计)", cells[0] or "-"):
            yield from _column(rows, cells, line)
        rows.append((line.start(), line.end(), cells))


def _column(rows: list[tuple[int, int, list[str]]], total: list[str], line: re.Match[str]) -> Iterator[Hit]:
    for at, head in enumerate(rows[0][2]):
        if not re.search(r"金额|小计|合价|总价|费用", head):
            continue
        values = [_cell(row[2][at]) if at < len(row[2]) else None for row in rows[1:]]
        whole = _cell(total[at])
        if whole is None or len(values) < 2 or any(value is None for value in values):
            continue
        added = sum((value for value in values if value is not None), Decimal(0))
        if abs(added - whole) > _SLACK:
            yield Hit(
                line.start(),
                line.end(),
                f"“{head}”一栏各行合计{added.normalize():f}，合计行写的是{whole.normalize():f}。",
                confidence=0.95,
            )


def _cell(text: str) -> Decimal | None:
    bare = re.sub(r"[,，¥￥元 ]", "", text)
    return Decimal(bare) if re.fullmatch(r"\d+(?:\.\d+)?", bare) else None


def _shares(draft: Draft) -> Iterator[Hit]:
    """The shares of the price that one article has paid in steps: together one whole, unless a rest is spoken of."""
    for start, end in _scopes(draft):
        text = draft.masked[start:end]
        steps = [
            (
                start + found.start(),
                start + found.end(),
                share(found),
                bool(_CUMULATIVE.search(_before(text, found, 30))),
            )
            for found in PERCENT.finditer(text)
            if _is_step(text, found)
        ]
        yield from _judged(steps, bool(_REST.search(text)))


def _is_step(text: str, found: re.Match[str]) -> bool:
    """Whether a percentage is a share of the price that falls due."""
    before = _before(text, found, _SENTENCE)
    after = re.split(r"[，。；\n]", text[found.end() : found.end() + _SENTENCE])[0]
    clause = re.split(r"[，。；：\n]", before)[-1] + after
    if _LISTED.search(before[-20:]) and _LISTS.search(re.split(r"[。\n]", before)[-1] + clause):
        return not re.search(r"违约|逾期|税|利率|下浮", clause)
    if _OTHER_BASE.search(clause) or after.startswith(("以上", "以下", "以内", "的业主")):
        return False
    return bool(_STEP.search(clause) or _HELD_BACK.search(clause) or _IN_STEPS.search(re.split(r"[。\n]", before)[-1]))


def _before(text: str, found: re.Match[str], length: int) -> str:
    return text[max(0, found.start() - length) : found.start()]


def _scopes(draft: Draft) -> list[tuple[int, int]]:
    """The articles; else each numbered section; else each statement or list with the sentence that opens it."""
    if draft.outline.articles:
        return list(draft.outline.articles)
    scopes: list[tuple[int, int]] = []
    for one in draft.statements:
        begin = one.lead.start if one.lead else one.start
        if scopes and (begin < scopes[-1][1] or draft.text[scopes[-1][1] : begin].strip(" \t\u3000") == ""):
            scopes[-1] = (scopes[-1][0], one.end)
        else:
            scopes.append((begin, one.end))
    return scopes


def _judged(steps: list[tuple[int, int, float, bool]], rest: bool) -> Iterator[Hit]:
    """Cumulative steps (付至80%) set the sum, others add to it."""
    added = 0.0
    for _, _, value, cumulative in steps:
        added = value if cumulative else added + value
    wrong = added > 1.0005 or (not rest and added < 0.9995)
    if len(steps) > 1 and wrong:
        yield Hit(steps[0][0], steps[-1][1], f"付款比例合计{added * 100:g}%，不是100%。", confidence=0.85)


def _money(one: Amount) -> str:
    return _yuan(one.yuan)


def _yuan(value: Decimal) -> str:
    return f"{value.normalize():,f}元"


RULE = Rule(
    id="CONT-024",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="金额大小写不一致，分项合计与总价不符，或者付款比例合计不是百分之百",
    basis=(act("民法典")[470, 1],),
    suggestion="核对后改正",
    look=_look,
    fires=(
        "伍拾万元（¥600000元）",
        "合同总价为¥88,000元（大写：人民币捌万元整）。",
        "合同总价30万元，其中货款20万元、运费5万元。",
        "签约后支付合同价的40%，验收后支付50%。",
        "第四条 付款方式：\n（一）签约后支付合同总价的30%；\n（二）到货后支付50%；\n（三）验收后支付30%。",
        "项目 | 金额\n桌子 | 3000\n椅子 | 2000\n合计 | 6000",
    ),
    silent=(
        "伍拾万元（¥500000元）",
        "合同总价30万元，其中货款25万元、运费5万元。",
        "签约后支付合同价的40%，验收后支付60%。",
        "签约后支付合同价的30%，验收后付至95%，余款质保期满后付清。",
        "项目 | 金额\n桌子 | 3000\n椅子 | 2000\n合计 | 5000",
        "履约保证金为合同价的5%，违约金为合同价的10%。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
