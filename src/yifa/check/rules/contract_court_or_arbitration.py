"""Both arbitration and the courts are agreed (CONT-008)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.clause import Statement
from yifa.check.contract import meant
from yifa.check.draft import Draft
from yifa.check.frames import first_said, frame
from yifa.check.model import DraftKind, Group, Hit, Severity
from yifa.check.rule import Rule
from yifa.check.words import HERE
from yifa.law import act

_ARBITRATION = re.compile(r"仲裁(?!员)")
_COURT = re.compile(r"起诉|诉讼|人民法院|法院|司法(?:途径|程序|渠道|救济|解决)|诉请|诉至")
_EITHER = re.compile(
    r"(?:仲裁|裁决)[^。]{0,30}?(?:或者?|也可|亦可|也有权|既可|又可|以及|及|和|任选|选择)[^。]{0,24}?(?:起诉|诉讼"
    r"|法院)|(?:起诉|诉讼|法院)[^。]{0,20}?(?:或者?|也可|亦可|也有权|又可|以及|及|和|任选)[^。]{0,24}?仲裁"
    r"|(?:可以?|均可|有权|任意|任选|选择|之一)[^。]{0,20}仲裁[^。]{0,10}、[^。]{0,10}(?:诉讼|法院)"
)
_AFTER_AWARD = re.compile(
    r"对(?:仲裁)?(?:裁决|仲裁结果)[^，。；]{0,6}不服|不服(?:仲裁)?裁决|仲裁(?:不成|未果)"
    r"|经仲裁[^，。；]{0,8}(?:不成|不能解决)"
)
_LABOUR = re.compile(r"劳动|人事|农村土地承包")
_ENFORCE = re.compile(
    r"强制执行|申请执行|撤销(?:仲裁)?裁决|财产保全|不予执行|(?:仲裁|诉讼)期间|仲裁费|诉讼费|(?:仲裁)?(?:协议"
    r"|条款)(?:的)?效力|请求(?:人民法院或者?仲裁|仲裁机构或者?人民法院)"
)
_CHOSEN = re.compile(r"第[ _＿（(]{0,20}[一二三12１２\d]?[ _＿）)]{0,20}[种项](?:方式|办法)?")
_DENIED = re.compile(
    r"(?:不(?!服|成|愿|能)|放弃|排除|不得)[^，。；]{0,6}(?:提交|申请|采用|选择|约定|通过|进行)?(?:仲裁|诉讼"
    r"|向人民法院|起诉)"
)


_BOTH_WAYS = (
    frame(
        r"仲裁",
        within=(r"打官司|起诉|法院|诉讼", r"都可以|谁先|都成|随便|两条路|都能|任一|任何一种"),
        unless=r"劳动|人事|土地承包|撤销|执行",
    ),
    frame(
        r"仲裁|裁决(?!书)",
        within=(
            r"法院|打官司|诉请|诉至|起诉|诉讼",
            (
                rf"亦(?:可|有权|能)|也有权|也行|都行|均可|也可|又(?:能|可)|既(?:能|可)|任(?:选|意|一)|挑"
                rf"|由{HERE}{{0,8}}选|先受理|或者?|可{HERE}{{0,12}}，{HERE}{{0,4}}可|再(?:到|去|向)|不(?:满意|服"
                rf"|认可|同意)|能{HERE}{{0,16}}能"
            ),
        ),
        unless=(
            r"土地承包|效力|劳动|人事|强制执行|申请执行|撤销|保全|第[^，。；]{0,6}种|不(?:得|再|提交|适用)仲裁|放弃"
            r"|不予受理|之一选定|法院(?:判决|生效)"
        ),
    ),
)


_SETTLES = re.compile(
    r"(?:争议|纠纷|协商|解决|分歧|异议|不服|不成|未果)|(?:有权|可以?|可)(?:依法)?(?:申请|提起|提交|选择|向)"
    r"|(?:申请|提交|提请|提起|向)[^，。；]{0,16}(?:仲裁|诉讼)"
)
_PROCEEDINGS = re.compile(
    r"强制执行|不予受理|申请执行|执行(?:仲裁|裁决)|撤销|保全|不予执行|(?:仲裁|诉讼)期间|仲裁费|诉讼费|律师费|效力"
    r"|劳动|人事|土地承包|送达|第[ _＿（(]{0,9}[一二三12]?[ _＿）)]{0,9}[种项]|(?:不|放弃|排除"
    r"|不得)[^，。；]{0,8}(?:仲裁|诉讼|起诉)|仲裁(?:或者?|和|、)诉讼(?:文书|费|期间|程序中|时效)|时效|重大诉讼"
    r"|(?:涉及|发生|存在|未决)[^，。；]{0,8}(?:诉讼|仲裁)(?!解决)|中国境内|合并审理|费用"
)


def _both_named(draft: Draft) -> Iterator[Hit]:
    """One sentence, its parts before a semicolon included, sends a dispute both to arbitration and to the courts."""
    for one in draft.holding(_COURT):
        whole = one.opening[-200:] + one.text
        found = _COURT.search(one.text)
        if found and _ARBITRATION.search(whole) and _SETTLES.search(whole) and not _PROCEEDINGS.search(whole):
            yield Hit(one.start + found.start(), one.start + found.end(), "同时约定了仲裁和诉讼。")


def _look(draft: Draft) -> Iterator[Hit]:
    return first_said(
        draft,
        _said(draft),
        (Hit(s.start, s.end, confidence=0.8) for s in meant(draft, _BOTH_WAYS, refusals=True)),
        _both_named(draft),
    )


def _said(draft: Draft) -> Iterator[Hit]:
    for one in draft.statements:
        words = one.text if not one.lead else one.lead.text
        if not one.has(_ARBITRATION) or one.has(_LABOUR) or one.has(_ENFORCE) or one.has(_DENIED):
            continue
        if found := _EITHER.search(one.text) or _then_court(one):
            if not _CHOSEN.search(words):
                yield Hit(one.start + found.start(), one.start + found.end())
        elif one.lead and (other := _other_choice(draft, one)) and not _CHOSEN.search(one.lead.text):
            yield Hit(one.start, one.end, "同时约定了仲裁和诉讼。", confidence=0.85 if other else 0.8)

    yield from _in_one_line(draft)


def _in_one_line(draft: Draft) -> Iterator[Hit]:
    """A list within a line: 通过下列方式解决：1.仲裁；2.诉讼."""
    for line in re.finditer(r"[^\n]+", draft.masked[slice(*draft.body)]):
        found = re.search(r"(?:下列|以下)[^。：]{0,10}(?:方式|途径|办法)[^：]{0,10}：", line[0])
        rest = line[0][found.end() :] if found else ""
        if found and _ARBITRATION.search(rest) and _COURT.search(rest) and "；" in rest and not _CHOSEN.search(line[0]):
            start = draft.body[0] + line.start()
            yield Hit(start + found.start(), start + len(line[0]))


def _then_court(one: Statement) -> re.Match[str] | None:
    """First arbitration and then the court, which only labour and farmland disputes have."""
    found = _AFTER_AWARD.search(one.text)
    return found if found and _COURT.search(one.text, found.end()) else None


def _other_choice(draft: Draft, one: Statement) -> bool:
    """Whether another item of the same list, which leaves the choice open, names the courts."""
    assert one.lead
    if not re.search(r"方式|途径|办法|之一|选择|可以|任", one.lead.text):
        return False
    return any(other.lead == one.lead and other is not one and _COURT.search(other.text) for other in draft.statements)


RULE = Rule(
    id="CONT-008",
    group=Group.CONTRACT,
    severity=Severity.ERROR,
    summary="既约定仲裁又约定诉讼，仲裁协议无效",
    basis=(act("最高人民法院关于适用《中华人民共和国仲裁法》若干问题的解释")[7],),
    suggestion="仲裁和诉讼只选一种",
    look=_look,
    fires=(
        "可以向某仲裁委员会仲裁，也可以向人民法院起诉。",
        "争议由某市仲裁委员会仲裁或者向甲方所在地人民法院起诉。",
        "双方可以选择向人民法院起诉或者申请仲裁。",
        "协商不成的，可以采取下列方式解决：\n（一）向某仲裁委员会申请仲裁；\n（二）向有管辖权的人民法院起诉。",
        "争议先申请仲裁，对仲裁裁决不服的，向人民法院起诉。",
    ),
    silent=(
        "争议提交某仲裁委员会仲裁。",
        "争议可以请司法所调解，调解不成的提交某仲裁委员会仲裁。",
        "争议向甲方所在地人民法院起诉，不适用仲裁。",
        "一方不履行裁决的，另一方可以向人民法院申请强制执行。",
        "劳动争议经仲裁后不服的，可以向人民法院起诉，对仲裁裁决不服的依法办理。",
        "争议按照第（一）种方式解决：（一）提交仲裁；（二）向人民法院起诉。",
        "争议按照下列第1种方式解决：\n（一）提交某仲裁委员会仲裁；\n（二）向人民法院起诉。",
    ),
    kinds=(DraftKind.CONTRACT,),
)
