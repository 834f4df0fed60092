"""Who is who in a contract (合同当事人): the government side, the other side, and who is to act in a sentence.

甲方 is the government side unless the heading says otherwise: the name behind 甲方： decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from yifa.check.clause import Clause, Spot, Statement


class Side(StrEnum):
    """On which side of a contract somebody stands."""

    GOVERNMENT = "政府一方"
    PRIVATE = "相对方"
    BOTH = "双方"
    UNKNOWN = ""


_LABEL: Final = r"[甲乙丙丁戊]方"
_ROLE: Final = (
    r"发包人|发包方|采购人|采购方|委托方|委托人|出让人|出让方|征收人|征收部门|出租方|出租人|购买方|买方|需方"
    r"|授权方|资助方|受让人|受让方|承包人|承包方|供应商|供方|卖方|服务方|中标人|受托方|受托人|承租人|承租方|投资人"
    r"|投资方|施工方|设计人|监理人|勘察人|被征收人|社会资本方|项目公司|运营方"
)
_ANY_LABEL: Final = re.compile(rf"[ \t\u3000]*(?:{_LABEL}|{_ROLE})")
_ENDS: Final = (
    r"(?:人民政府|办事处|委员会|局|委|办公室|厅|院|中心|指挥部|领导小组|专班|小组|科|股|处|站|所|学校|医院|公司"
    r"|合作社|事务所|集团)"
)
_HEADING: Final = re.compile(
    rf"(?:^[ \t\u3000]*|(?<=[，；。]))(?:(?P<label>{_LABEL})"
    rf"|(?P<role>{_ROLE}))[ \t]{{0,9}}(?:[（(](?P<second>[^（）()\n]{{1,14}})[）)])?[ \t]{{0,9}}"
    rf"(?:[：:][ \t\u3000]*(?P<name>[^\n，。；]{{2,60}})"
    rf"|(?:为|是|系)(?P<is>[^\n，。；]{{2,30}}{_ENDS})(?=[，。；\n]|$))",
    re.MULTILINE,
)
_INLINE: Final = re.compile(rf"(?P<label>{_LABEL})[（(](?P<name>[^（）()\n]{{4,40}})[）)]")
_COMPANY: Final = re.compile(r"公司|集团|企业|[工加]厂|合作社|事务所|商行|经营部|个体|银行|商店|酒店|中心（有限合伙）")
_ORGAN: Final = re.compile(
    r"人民政府|街道办事处|管理委员会|管委会|办公室$|[局委厅办院署](?:[（(]|$|[ \t\u3000])|机关事务|事业|公安|财政"
    r"|人民法院|检察院|教育体育局|学校|医院|服务中心|管理中心|交易中心|指挥部|领导小组|专班|筹备组|工作组"
    r"|[局委办厅][^公司]{0,12}[科股室处]|(?:村|居)民委员会"
)
_GOVERNMENT_ROLES: Final = (
    "发包人|发包方|采购人|采购方|委托方|委托人|出让人|出让方|征收人|征收部门|购买方|授权方|资助方|政府方|建设单位"
    "|业主单位?"
)
_PRIVATE_ROLES: Final = (
    "承包人|承包方|承包单位|总包单位|总承包人|分包人|供应商|供应方|供货方|供方"
    "|卖方|服务方|服务商|服务单位|中标人|中标单位|成交人|成交供应商|受托方|受托人"
    "|受让人|受让方"
    "|社会资本方?|项目公司|施工单位|施工方|施工企业|投资人|投资方|投资商|运营方"
    "|运营单位|运营商|特许经营者|被征收人|承租人|承租方|投标人|设计单位|设计人"
    "|监理单位|监理人"
    "|被拆迁人|股东|担保公司|保险公司|保险人|生产厂家|制造商|开发商|落户企业|(?<!国有)(?<!属)企业"
)
_ORGANS: Final = (
    r"(?:[某本该区县市镇乡省]{0,4})(?:人民政府|政府(?!采购|投资|债|信息|补助|指导|定价|购买|付费|性|工程|部门规章"
    r"|专项|换届|储备|监管|审计)|街道办事处|管理委员会|管委会|[\u4e00-\u9fff]{2,8}(?<![当结格布])局(?!部|限|面|域"
    r"|势)(?![\u4e00-\u9fff]{0,6}审)|财政部门|(?:[县区市镇乡]|本级|地方|同级)财政(?![部局所预资规收支年补评投法])"
    r"|(?:(?<![\u4e00-\u9fff])|(?<=[由经与和为给向]))(?:某)?(?:县|区|市|镇|乡|街道)[\u4e00-\u9fff]{1,12}?(?:中心"
    r"|管理处|办公室|开发区|园区)|财政(?=[兜承提出为给安以按全将返]|补足|负责|应当|代|偿)"
    r"|财政资金(?=[归偿返承列垫予]|支付|安排)|国库)"
)
_BOTH: Final = "甲、?乙双方|甲乙丙三方|双方|三方|任何一方|任一方|各方|一方|当事人"
_OBJECT_BEFORE: Final = re.compile(
    r"(?:[向对给与][^，。；应须将由]{1,4}|[向为对给与同经替凭按除以据即属归因就送在从]|交付|支付给?|提供给|通知"
    r"|告知|移交|退还|返还|赔偿|补偿|交由|收到|根据|按照|依照|由于|关于|包括|配合|协助|接受|服从|代表|侵犯|视为"
    r"|直至|取得|获得|征得|免除|证明|监督|保障|维护|占用|使用)$"
)
_ATTRIBUTE_AFTER: Final = re.compile(
    r"(?:的(?!应|须|不)|[^，。；应须将可得不由对向为以把与给有按在同负承提就]{1,5}的(?![，。；])|贷款|融资|债务"
    r"|借款|名义|账户|指定的|原因|住所|所在|名下|提供的|交付的|提交的|开具的|完成的|所有|项目公司|签字|盖章|书面"
    r"|责任|过错|违约)"
)
_ORDERS_BEFORE: Final = re.compile(r"(?:要求|责令|督促|委托|允许|同意|授权|准许|强制|迫使|指定|由(?:其|该|本)?)$")


_GIVEN: Final = re.compile(r"(?<![理事自缘])由(?:其他?|该|本|某)?$")
_WHEN: Final = re.compile(r"[^，。；]{2,16}(?:时|情况下|情形下)(?!间|限|期)")
"""乙方出现困难时…: the subject of when, not of what follows."""
_NAME_STARTS: Final = re.compile(r"^.*[向为对给与由经将把在于和及](?=.{2})")
"""A name found by its last character (…局) begins behind a preposition."""


@dataclass(frozen=True)
class Parties:
    """The parties of a contract: patterns of what each side is called, and the names of the heading."""

    government: re.Pattern[str]
    private: re.Pattern[str]
    named: tuple[tuple[str, str, int, int], ...]
    """Label or role, name, and the span of the name."""

    def mentions(self, text: str) -> Iterator[tuple[int, int, Side]]:
        """Where the sides are named, in order."""
        found = [(m.start(), m.end(), Side.BOTH) for m in _BOTH_RE.finditer(text)]
        taken = [(start, end) for start, end, _ in found]
        for pattern, side in ((self.government, Side.GOVERNMENT), (self.private, Side.PRIVATE)):
            found += [
                (m.start() + (led.end() if (led := _NAME_STARTS.match(m[0])) else 0), m.end(), side)
                for m in pattern.finditer(text)
                if not any(start <= m.start() < end for start, end in taken)
            ]
        return iter(sorted(found))

    def actor(self, spot: Spot) -> Side:
        """Who is to do the act of a spot: the nearest subject before it, in its sentence or the list's opening."""
        side = self._actor_in(spot.statement, spot.clause, spot.start)
        if side is Side.UNKNOWN and spot.statement.lead:
            lead = spot.statement.lead
            side = self._actor_in(lead, lead.clauses[-1], lead.end)
        return side

    def _actor_in(self, statement: Statement, here: Clause, until: int) -> Side:
        """A party behind 由 in the same clause first, then the nearest subject, then the subject of a condition."""
        given = [side for start, _, side in self.mentions(here.text) if _GIVEN.search(here.text[:start])]
        if given:
            return given[-1]
        weak = Side.UNKNOWN
        for start, end, side in reversed(list(self.mentions(statement.text[: until - statement.start]))):
            clause = statement.clause_at(statement.start + start)
            before = statement.text[:start][-6:]
            ordered = bool(_ORDERS_BEFORE.search(before))
            if not ordered and (_OBJECT_BEFORE.search(before) or _ATTRIBUTE_AFTER.match(statement.text, end)):
                continue
            between = statement.text[end : until - statement.start]
            if (clause.conditional and clause is not here) or _WHEN.match(between):
                weak = side if weak is Side.UNKNOWN else weak
                continue
            return side
        return weak


_BOTH_RE: Final = re.compile(_BOTH)


def read_parties(text: str) -> Parties:
    """Read the parties from the heading of a contract; without one 甲方 is the government."""
    sides: dict[str, Side] = {"甲方": Side.GOVERNMENT, "乙方": Side.PRIVATE}
    named: list[tuple[str, str, int, int]] = []
    names: dict[str, Side] = {}
    for found in _HEADING.finditer(text):
        words = [found["label"] or found["role"] or "", *re.findall(rf"{_LABEL}|{_ROLE}", found["second"] or "")]
        words += re.findall(rf"简称[“\"]?({_LABEL})", found["name"] or "")
        group = "name" if found["name"] else "is"
        if re.search("盖章|公章|签字|签章|签名", found["second"] or "") or _ANY_LABEL.match(found[group]):
            continue  # the line for signatures
        if group == "is" and re.search(r"提供|承担|支付|[甲乙丙]方|负责", found["is"]):
            continue
        name = re.sub(r"[（(].*$", "", found[group]).strip(" \t\u3000_＿")
        named.append((words[0], name, found.start(group), found.start(group) + len(found[group].rstrip())))
        _place(words, name, sides, names)
    for found in _INLINE.finditer(text):
        _place([found["label"]], found["name"], sides, names)
    if not named:
        names.clear()
    return Parties(
        _pattern(sides | names, Side.GOVERNMENT, _GOVERNMENT_ROLES, _ORGANS),
        _pattern(sides | names, Side.PRIVATE, _PRIVATE_ROLES, r"[\u4e00-\u9fff]{2,8}有限公司|银行"),
        tuple(named),
    )


def _place(words: list[str], name: str, sides: dict[str, Side], names: dict[str, Side]) -> None:
    """Enter what a heading says: the side of its words and of its name."""
    side = Side.PRIVATE if _COMPANY.search(name) else Side.GOVERNMENT if _ORGAN.search(name) else Side.UNKNOWN
    if side is Side.UNKNOWN:
        return
    for word in words:
        sides[word] = side
    if len(name) > 3:
        names[name] = side


def _pattern(sides: dict[str, Side], side: Side, roles: str, others: str) -> re.Pattern[str]:
    """What one side is called: its labels, the roles that no heading gives to the other, and the words for its kind."""
    own = [re.escape(word) for word, its in sides.items() if its is side]
    elsewhere = {word for word, its in sides.items() if its not in (side, Side.UNKNOWN)}
    usual = [role for role in roles.split("|") if role not in elsewhere]
    return re.compile("|".join(sorted(own, key=len, reverse=True) + usual + [others]))
