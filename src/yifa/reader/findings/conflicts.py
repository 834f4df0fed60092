"""The same thing said twice with different values, said and denied, or ranked outside the field."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.reader.findings.case import Case, agrees, spans
from yifa.reader.model import Figure, Finding, Kind, Mismatch

_ONCE = (
    "reconsideration.received reconsideration.accepted reconsideration.concluded reconsideration.corrected "
    "reconsideration.correction_rate reconsideration.ratio reconsideration.received_yoy litigation.first_instance "
    "litigation.head_appearance_rate litigation.loss_rate mediation.mediators mediation.success_rate legalaid.cases "
    "supervision.npc_suggestions supervision.cppcc_proposals enforcement.certified_rate enforcement.certified_officers "
    "enforcement.cases_closed power.total service.items_total publicity.backbones business.entities "
    "disclosure.published "
    "counsel.count counsel.opinions leadership.debrief_rate evaluation.public_satisfaction"
).split()
_SCOPE = re.compile(
    r"本级|市级|县级|区级|省级|镇级|全[省市县区镇乡]|各|部门|乡镇|街道|村|新增|其中|上年|结转|累计|以来|连续|涉企|线上|线下|[“《][^”》]+[”》]|"
    r"[上下]半年|季度|\d+月|平台|窗口|热线|中心|工作室|协议|简易|普通|直接|综合|变更|重大|法院|检察|"
    r"代表建议|提案|信访|投诉|诉求|工单|举报|考试|评查"
)
_DENIALS = (
    (
        re.compile(r"(?:没有|无|未有|未)(?:发生|出现|产生|办理)?[^,。;]{0,6}结转"),
        re.compile(r"(?:含|包括|加上|连同)[^,。;()]{0,8}结转|结转[^,。;]{0,6}\d+件"),
    ),
    (
        re.compile(r"(?:无一|无|没有|零)(?:[^,。;]{0,6})败诉|败诉案件为零"),
        re.compile(r"败诉[^,。;率零无]{0,4}[1-9]\d*件|败诉率[^,。;]{0,3}(?:[1-9]|0\.\d*[1-9])"),
    ),
    (
        re.compile(r"(?:无一|无|没有|零)(?:[^,。;]{0,8})(?:被纠错|纠错案件|被撤销)"),
        re.compile(r"纠错[^,。;率零无]{0,4}[1-9]\d*件|撤销[^,。;零无]{0,2}[1-9]\d*件"),
    ),
    (
        re.compile(
            r"(?:没有|无|未)(?:发生|产生|出现)?(?:一起|1起|1件)?行政复议(?:案件|申请)?(?![^,。;]{0,6}(?:纠错|撤销|超期|败诉))"
        ),
        re.compile(r"行政复议(?:案件|申请)?[1-9]\d*[件起]"),
    ),
)
_ALL_MENDED = re.compile(
    r"(?:全部|均已?|全面|逐一)(?:按期|按时)?(?:完成)?整改(?:到位|完成|完毕)?|整改(?:完成)?率(?:均?为|达到?)?100%|已?全部(?:销号|办结|化解)"
)
_NOT_MENDED = re.compile(
    r"(?:尚|仍|还)有?[^,。;]{0,16}(?:未|没有)[^,。;]{0,4}(?:整改|销号|办结|化解)|整改(?:不到位|不彻底|不力|滞后)"
)
_OBJECT = re.compile(r"督[察查]|审计|巡[视察]|案卷|隐患|投诉|信访|工单|执法|积案|\d+[个项件条]")
_POOL = re.compile(r"(?:中|里|参评|参加|考核|评估)")


def two_values(case: Case) -> Iterator[Finding]:
    """One indicator with two exact values for the same year and scope."""
    for code, figures in case.by_code.items():
        stated = [f for f in figures[:20] if _plain(case, f)]
        if code not in _ONCE and not _in_opening_and_body(stated):
            continue
        for index, later in enumerate(stated):
            earlier = next(
                (f for f in stated[:index] if f.period == later.period and _scope(case, f) == _scope(case, later)), None
            )
            if earlier is None or earlier.value is None or later.value is None:
                continue
            same = agrees(later, earlier.value) or agrees(earlier, later.value)
            if not same and _alike(earlier, later) and case.sentence(earlier) != case.sentence(later):
                yield Finding(
                    Mismatch.CONFLICT, "medium", spans((later, earlier)), f"{later.text}与{earlier.text}", None,
                    f"同一事项前文写{earlier.text}，此处写{later.text}，请核对",
                )  # fmt: skip


def _in_opening_and_body(stated: list[Figure]) -> bool:
    """Whether an indicator is stated once before the first heading and once below it."""
    return len(stated) == 2 and stated[0].section is None and stated[1].section is not None


def _plain(case: Case, figure: Figure) -> bool:
    """A figure that is no part, neither end of a change, not in a plan and not in a table."""
    in_table = any(t.start <= figure.start < t.end for t in case.document.tables)
    total = case.by_id.get(figure.of_which or "")
    part = total is not None and (total.indicator is None or total.indicator == figure.indicator)
    return not (part or figure.change_from or figure.id in case.changed or figure.section_type == "plan" or in_table)


def _alike(earlier: Figure, later: Figure) -> bool:
    """Whether two figures are named in the same words, at least two characters of them (持证, 执法人员仅)."""
    words = {earlier.label[i : i + 2] for i in range(len(earlier.label) - 1)}
    return any(later.label[i : i + 2] in words for i in range(len(later.label) - 1))


def _scope(case: Case, figure: Figure) -> frozenset[str]:
    """The words that narrow what is counted; two figures with different ones are not compared.

    全县 in a report of the county narrows nothing, nor do the slogans of the opening.
    """
    sentence = case.document.sentences[case.sentence(figure)]
    start = max(sentence.start, figure.start - 30)
    whole = "全" + (case.facts.jurisdiction or "")[-1:]
    words = frozenset(_SCOPE.findall(case.document.flat[start : figure.start])) - {whole}
    if figure.section is None:
        words = frozenset(w for w in words if w[0] not in "“《")
    return words - {"其中"} if figure.of_which else words


def denied(case: Case) -> Iterator[Finding]:
    """没有结转 in one place and 含结转 in another; 无一败诉 and 败诉3件."""
    flat = case.document.flat
    for denial, claim in _DENIALS:
        no, yes = denial.search(flat), claim.search(flat)
        if no and yes:
            around = _figure_beside(case, yes.start())
            where = [(around.start, around.end)] if around else []
            why = f"一处说“{no.group()}”，另一处说“{yes.group()}”，前后矛盾"
            places = (*where, yes.span(), no.span())
            yield Finding(Mismatch.CONFLICT, "medium", places, yes.group(), no.group(), why)


def unfinished(case: Case) -> Iterator[Finding]:
    """46个问题全部完成整改 in one place, 尚有5个未完成整改 of the same in another."""
    flat = case.document.flat
    claims = [(m, _objects(case, m.start())) for m in _ALL_MENDED.finditer(flat)]
    for open_point in _NOT_MENDED.finditer(flat):
        what = _objects(case, open_point.start())
        claim = next((m for m, objects in claims if objects & what and m.start() < open_point.start()), None)
        if claim is not None:
            why = f"前文说“{claim.group()}”，此处说“{open_point.group()}”，前后矛盾"
            places = (claim.span(), open_point.span())
            yield Finding(Mismatch.CONFLICT, "medium", places, claim.group(), open_point.group(), why)


def _objects(case: Case, offset: int) -> frozenset[str]:
    """What a sentence speaks of up to a place: its numbers of problems, and the inspection they come from."""
    sentence = case.document.sentences[case.document.sentence_at(offset)]
    return frozenset(_OBJECT.findall(case.document.flat[sentence.start : offset]))


def _figure_beside(case: Case, offset: int) -> Figure | None:
    """The figure that a bracketed remark follows."""
    before = [f for f in case.figures if f.end <= offset and offset - f.end <= 2]
    return before[-1] if before else None


def ranks(case: Case) -> Iterator[Finding]:
    """第12名 among 10."""
    for rank in case.figures:
        if rank.kind is not Kind.RANK or not rank.value:
            continue
        for pool in case.same_sentence(rank):
            words = case.document.flat[pool.end : pool.end + 14]
            beside = pool.kind is Kind.COUNT and pool.unit in ("个", "家") and _POOL.search(words)
            if beside and pool.value and rank.value > pool.value:
                yield Finding(
                    Mismatch.RANK, "medium", spans((rank, pool)), rank.text, pool.text,
                    f"名次{rank.text}超出了参加排名的{pool.text}，请核对",
                )  # fmt: skip
