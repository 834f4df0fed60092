"""What a sentence says: who must, may or must not do what, on what authority; denied, conditional or defining.

A statement (一句) ends with 。；！？ or its line. It is cut at its commas into clauses (分句). A rule asks for
words that mean an act (收取…押金) and gets spots: the words with what the sentence makes of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from yifa.check.authority import Authority, named_authority
from yifa.check.lawful import DONE
from yifa.check.needles import Pieces, needed, pieces
from yifa.check.party import Party, party_of
from yifa.check.words import GATE, LACK, TURNED_AWAY

__all__ = ["Authority", "Clause", "Mode", "Party", "Spot", "Statement", "party_of"]


class Mode(StrEnum):
    """What a clause makes of its act."""

    MUST = "应当"
    MUST_NOT = "不得"
    MAY = "可以"
    NONE = ""


_MODALS: Final = re.compile(
    r"(?P<not>不得|禁止|严禁|不准|不允许|不许|不让|不可以|不可(?!抗|能|避|缺|分|撤|预|逆)|不应当|不应|不能"
    r"|无权|不予|(?:一律|一概)不)"
    r"|(?P<free>无需|无须|不需要|不需|不必|不再|自愿|自主|鼓励|倡导|提倡)"
    r"|(?P<must>应当|必须|务必|一律|只准|只许|只可|只能|仅限|限定|须|需要|需|(?<![相对响适反效供])应(?!急"
    r"|用|对|付|税|收|诉|聘|答|届|征|届)|有义务|负责|(?<![主重需必首纪摘概简])要(?!求|素|件|点|闻|约|害"
    r"|道)|都要|(?<![不取获使值只记难觉懂])得(?=先|在|由|到|经|向|有|交|报|找|让|请)|责令)"
    r"|(?P<may>可以|有权|方可|(?<![许认])可(?!能|行|靠|持|见|视|支|再|燃|降))"
)
_DENIES: Final = re.compile(
    r"解除|不(?:与|按|和|因|将|把|作为|搞|实行|采取|作(?!数|为)|做|进行|开展|含"
    r"|包括|看|问)|不得|禁止|严禁|不准|不允许|不许|不可以|不应|不能|不予"
    r"|不再|无权|无需|无须|不需|不必|免予|免于|避免|防止|杜绝|取消|废止"
    r"|清理|查处|整治|纠正|制止|停止|不以|不要|不设|不收|不适用|免除|减轻|拒绝|投诉|举报|替代|代替|自愿"
    r"|鼓励|倡导|提倡|反对|打击|(?:违法|违规|非法|违反规定)(?:实施|采取|作出|设定"
    r"|设置|收取|要求|给予|限制|指定)|没有[^，。；的]{0,14}$|[不未无]$"
)
_OF_WHOM: Final = re.compile(
    r"(?:拒[绝不签]|不(?:按|与|配合|服从|履行|缴|交|清|听|肯|愿)|没有|未)[^，。；的]{0,16}的(?=[^，。；])"
)
"""Who did not do something (拒绝配合的人员): that denies nothing of what is done to them."""
_LEAVES: Final = re.compile(r"不得(?:拒绝|拒不|逃避|拖延|不)|不[得能]不")
"""A double denial demands."""
_CONDITION: Final = re.compile(
    r"(?:的|(?<!小)时|前|后|之日起|情况下|情形下|期间|过程中|中)[ \t\u3000]*$"
    r"|^(?:如果|如|若|倘若|因|由于|为了|为|除(?![^，。；]{1,20}外[^，。；]{2}))"
)
_NO_CONDITION: Final = re.compile(r"(?:目|合法)的$|(?:只|仅)[收认要接看用][^，。；]{1,30}的$|听[^，。；]{1,12}的$")
"""…的 at its end is a thing, not an occasion: 只收县环科院编的."""
_DEFINING: Final = re.compile(
    r"(?:所称|所指|中的)[^，。；]{0,30}，?(?:是)?(?:指|包括)|^[^，。；]{1,30}，?是指|（以下简称"
)
_REPORTING: Final = re.compile(
    r"(?:审计|巡察|督查|检查)(?:提出|发现|指出|反馈)|(?:自查|排查|检查)[^，。；]{0,4}(?:有无|是否)|"
    r"(?:全年|今年以来|截至|上半年|一年来|近[一二三两几五]年，"
    r"|[0-9〇一二三四五六七八九]{4}年(?:以来|全年|度?)?，?(?:全|共"
    r"|我))[^。；]{0,40}"
    r"|(?:累计|共|总计)(?:办理|查处|作出|收到|开展|完成|处理|受理)"
    r"|经(?:查|核查|核实|调查)，?[^，。；]{0,4}属实|曾(?:经)?(?:规定|要求|收取|实行)|现已(?:废止|取消|纠正|停止)"
    r"|^(?:第[^条]{1,8}条)?[ \t\u3000]*(?:原|原来|原先|以前|过去|此前)(?:由|实行|规定|收取|要求)"
)
_ASKING: Final = re.compile(r"[？?][ \t\u3000]*$")
_ASKED: Final = re.compile(r"(?:是否|有无|有没有|是不是)[^。；]*$|被(?:要求|强制|强迫|限定|指定|迫)[^，。；、]*$")
"""What is only asked about, or tells what was done to somebody: 是否要求…, 被强制…."""
_LOOKED_INTO: Final = re.compile(
    r"(?:受理|核查|核实|评估|审查|反映|举报|投诉|曝光|通报|梳理|排查|整改|针对|发现|存在)[^，。；]*$"
)
_FINDING: Final = re.compile(
    r"[^，。；]{0,24}(?:的)?(?:问题|行为|做法|现象|情况|情形|内容|规定|投诉|举报|线索|诉求)(?:的|$|[，。；])"
)
"""A complaint, a question or a finding: 受理对…的投诉, 核查…的问题."""
_TAKEN_BACK: Final = re.compile(
    r"(?:规定|做法|要求|条件|限制|内容|政策|措施|门槛|壁垒|行为|问题|情形|条款|文件|收费|证明)[^，。；]{0,6}?，?"
    r"(?:应当|一律|予以|全面|及时|立即|坚决|开展|进行|由[^，。；]{2,14}|应|要)*(?:取消|废止|清理|纠正|删除|停止执行"
    r"|制止|查处|整改|核减|提醒|告诫|约谈|调查|处罚|打击|劝阻|防范)"
    r"|不再(?:收取|要求|提交|需要|执行)|不(?:得)?(?:作为|影响|受(?!理|教"
    r"|[^，。；]{0,8}(?:预算|限制))|再作为|构成)|要求[^，。；]{0,4}改正"
    r"|被[^，。；]{2,14}(?:通报|约谈|曝光|责令整改|查处)"
    r"|的(?:请求|建议|提议|诉求)，?[^。；]{0,8}(?:不予(?:同意|采纳|支持)|不采纳|驳回)"
)
_NOMINAL: Final = re.compile(
    r"的(?!资格|权利)(?=[^，。；：\s])|"
    r"(?:、?[^，。；、的或和]{1,6}){0,2}的(?:[^，。；]{0,4}(?:流程|手续)|决定|通知|财物|物品|期限|程序"
    r"|场所|标准|数额|情况|依据|条件|权[力利限]|案件|票据|规定|办法|方式|证据|费用|钥匙|当事人|职责|机关"
    r"|部门|单位|项目)"
    r"|(?:、[^，。；、的]{1,6}){0,2}(?:决定|程序|清单|通知|票据|文书|记录|期限|标准|数额|依据|案件|权限"
    r"|职责|情况|证据|收入|事项|机关)"
)
_UNDERTAKING: Final = re.compile(
    r"(?:第[^条]{1,8}条\s*)?(?:[^，。；]{0,10}(?:机关|部门|机构|人员|政府|局))?(?:实施|采取|作出|进行|开展"
    r"|收取|决定|拟|依法|对[^，。；]{1,16}的(?=查封|扣押|罚款))"
)
_GOVERNS: Final = re.compile(
    r"限制|拒绝|封锁|阻碍|阻挠|阻止|干预|干扰|妨碍|妨害|要求|强制|强迫|迫使|指使|诱导|允许|责令|刁难|拖延"
    r"|排斥|歧视|设置|设定|以[^，。；]{1,14}(?:为由|方式|形式|名义)"
)
_PRETEXT: Final = re.compile(r"[^，。；]{0,6}(?:为由|为借口|为名)")
"""不得以企业迁出为由…: what is named is the pretext."""
_LACKING: Final = re.compile(LACK + r"|不具备|不足|不够|不满|不符合")
_WITHOUT: Final = re.compile(r"[未没非无]|不具备|不足|不够|低于|少于|不满|不符合|除外|以外")
_REFUSED: Final = re.compile(TURNED_AWAY + r"|(?<![得应])不(?:接受|考虑|享受)|退出")
_GATE: Final = re.compile(GATE + r"|后可以?|为[^，。；]{0,12}(?:条件|门槛|前提|要件|资格)")
_ONLY: Final = re.compile(
    r"前提，?是|条件，?是|只有|仅限|只限|限于|(?:只|仅|专门?)(?:接受|面向|邀请|允许|准许|受理|对)|限定"
)
_OBJECT: Final = re.compile(r"(?:[对向为给将把]|进入|检查|走访|发现|要求|督促|责令)[^，。；]{1,40}")
"""What an act is done to or for: no subject."""
_GIVEN: Final = re.compile(r"(?<![理自事因])由([^，。；由]{2,12})")


@dataclass(frozen=True)
class Clause:
    """A piece of a statement between commas (分句); offsets are those of the whole text."""

    start: int
    end: int
    text: str

    @cached_property
    def conditional(self) -> bool:
        """Whether it only says when: …的，; 因…，; …时，."""
        bare = self.text.strip("，,。；：: \t\u3000")
        return bool(_CONDITION.search(bare)) and not _NO_CONDITION.search(bare)

    def mode(self, until: int) -> Mode:
        """The last modal word before a place of this clause."""
        last = Mode.NONE
        for found in _MODALS.finditer(self.text[: max(0, until - self.start)]):
            last = {"not": Mode.MUST_NOT, "free": Mode.NONE, "must": Mode.MUST, "may": Mode.MAY}[
                found.lastgroup or "free"
            ]
        return last

    def denies(self, until: int) -> bool:
        """Whether a word before a place of this clause takes the act back (不得、无需、取消…)."""
        before = _OF_WHOM.sub("", self.text[: max(0, until - self.start)])
        return bool(_DENIES.search(before)) and not _LEAVES.search(before)

    @cached_property
    def subject(self) -> str:
        """The words before the first modal, or those behind 由; "" where neither stands."""
        modal = _MODALS.search(self.text)
        before = self.text[: modal.start()].strip() if modal else ""
        if party_of(before) is Party.UNKNOWN and (given := _GIVEN.search(self.text)):
            return given[1]
        return before


_RESUMES: Final = re.compile(
    r"[ \t\u3000]*(?:未|没有?|无|不)(?:经|取得|按|办理|获)[^，。；]{0,10}(?:批准|许可|同意|规定|审批|核准|登记)"
)
"""未经批准的，…: the second half of the same rule, on the authority of its first."""


@dataclass(frozen=True)
class Statement:
    """A sentence of the draft, quotations masked.

    `lead` is the sentence with a colon that opens its list; `opening` what precedes it up to the last full stop.
    """

    start: int
    end: int
    text: str
    raw: str
    lead: Statement | None = None
    opening: str = ""
    before: str = ""
    """The opening with its quotations."""

    @cached_property
    def whole(self) -> str:
        """With what stands before it in the same sentence, up to the last full stop: …；无回执的，不得…."""
        return self.opening + self.text

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The pieces between commas and colons."""
        return tuple(
            Clause(self.start + found.start(), self.start + found.end(), found[0])
            for found in re.finditer(r"[^，,：:]+[，,：:]?", self.text)
        )

    @cached_property
    def defining(self) -> bool:
        """Whether it says what a word means."""
        return bool(_DEFINING.search(self.text))

    @cached_property
    def reporting(self) -> bool:
        """Whether it tells what has been done, as reports do, or only asks."""
        return any(told.search(self.text) for told in (_REPORTING, DONE, _ASKING))

    def clause_at(self, offset: int) -> Clause:
        """The clause that holds an offset."""
        return next((c for c in self.clauses if c.start <= offset < c.end), self.clauses[-1])

    @cached_property
    def authority(self) -> Authority:
        """The strongest authority it names, its own text (本办法) not counted."""
        found = named_authority(self.text, self.raw)
        if self.opening and _RESUMES.match(self.text):
            found = max(found, named_authority(self.opening, self.before))
        return max(found, self.lead.authority) if self.lead else found

    @cached_property
    def pieces(self) -> Pieces:
        """The characters and pairs it is written with."""
        return pieces(self.text)

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words stand in it."""
        choice = needed(pattern)
        return not (choice and choice.isdisjoint(self.pieces)) and pattern.search(self.text) is not None

    def find(self, pattern: re.Pattern[str]) -> Iterator[Spot]:
        """Where the words stand in it, each with what the sentence makes of them."""
        choice = needed(pattern)
        if choice and choice.isdisjoint(self.pieces):
            return
        for found in pattern.finditer(self.text):
            if found.end() > found.start():
                yield Spot(self, self.start + found.start(), self.start + found.end(), found[0])


@dataclass(frozen=True)
class Spot:
    """Words of an act and how they are meant."""

    statement: Statement
    start: int
    end: int
    text: str

    @property
    def clause(self) -> Clause:
        """The clause in which the words begin."""
        return self.statement.clause_at(self.start)

    @property
    def mode(self) -> Mode:
        """Must, must not, may: of its clause, else of the nearest clause before it, else of the list's opening."""
        for clause in reversed([c for c in self.statement.clauses if c.start <= self.start]):
            mode = clause.mode(min(self.start, clause.end))
            if mode is not Mode.NONE or (clause is not self.clause and clause.conditional):
                return mode
        lead = self.statement.lead
        return lead.clauses[-1].mode(lead.end) if lead else Mode.NONE

    @property
    def forbidden(self) -> bool:
        """Whether the act itself must not be done; 不得限制企业迁出 forbids the limiting, not the moving."""
        last = max((found.end() for found in _MODALS.finditer(self.text_before) if found["not"]), default=-1)
        if self.mode is not Mode.MUST_NOT or last < 0:
            return self.mode is Mode.MUST_NOT and not _GOVERNS.search(self.text_before)
        if _PRETEXT.match(self.text_after):
            return False
        head, between = self.text_before[:last], self.text_before[last:]
        return not (_GOVERNS.search(between) or re.search(r"(?:不得|不准|严禁)[^，。；]{0,6}禁止$", head))

    @property
    def denied(self) -> bool:
        """Whether the act is forbidden, dispensed with or taken back rather than ordered."""
        clauses = [c for c in self.statement.clauses if c.start <= self.start]
        here = clauses[-1]
        if here.denies(self.start):
            return True
        if self.text[0] in "不免无未概":
            return False  # an act that is itself a refusal does not carry on the refusal before it
        for clause in reversed(clauses[:-1]):
            if here.mode(here.end) is not Mode.NONE or clause.conditional or here.subject:
                break
            if clause.mode(clause.end) is not Mode.NONE:
                return clause.mode(clause.end) is Mode.MUST_NOT
        lead = self.statement.lead
        return bool(lead and _DENIES.search(lead.text) and not _LEAVES.search(lead.text))

    @property
    def conditional(self) -> bool:
        """Whether the act is only the occasion for something else (处以罚款的，应当…)."""
        lead = self.statement.lead
        listed = bool(lead and re.search(r"下列(?:情形|情况|条件|行为)[^，。]*(?:的|：)", lead.text))
        return self.statement.clause_at(self.end - 1).conditional or listed or self.occasion

    @property
    def occasion(self) -> bool:
        """Whether a clause without a modal word leads to one that begins with it: 实施扣押，应当制作决定书."""
        later = [one for one in self.statement.clauses if one.start >= self.end]
        here = self.statement.clause_at(self.end - 1)
        if not later or here.mode(here.end) is not Mode.NONE or not _UNDERTAKING.match(here.text.strip()):
            return False
        return bool(re.match(r"(?:应当|应|必须|须|不得|可以)", later[0].text))

    @property
    def authority(self) -> Authority:
        """The authority its sentence stands on."""
        return self.statement.authority

    @property
    def party(self) -> Party:
        """Who is to act: subject of its clause or of the nearest one before it that has one."""
        for clause in reversed([c for c in self.statement.clauses if c.start <= self.start]):
            subject = clause.subject or (clause.text if clause is not self.clause else self.text_before)
            if (party := party_of(_OBJECT.sub("", subject))) is not Party.UNKNOWN:
                return party
        return Party.UNKNOWN

    @property
    def text_before(self) -> str:
        """The words of its clause before it."""
        return self.clause.text[: self.start - self.clause.start]

    @property
    def text_after(self) -> str:
        """The words of its statement behind it."""
        return self.statement.text[self.end - self.statement.start :]

    @property
    def nominal(self) -> bool:
        """Whether it only describes a thing: 冻结存款的决定书, 扣押的财物, 罚款决定."""
        return bool(_NOMINAL.match(self.text_after))

    @property
    def taken_back(self) -> bool:
        """Whether what follows drops it (…的规定予以取消), or the sentence asks about it or looks into it."""
        return bool(_TAKEN_BACK.search(self.text_after)) or self.examined

    @property
    def examined(self) -> bool:
        """Whether it is only asked about (是否…), suffered (被强制…) or looked into (受理…的投诉)."""
        if _ASKED.search(self.text_before):
            return True
        return bool(_LOOKED_INTO.search(self.text_before) and _FINDING.match(self.text_after))

    @property
    def required(self) -> bool:
        """Whether something else depends on it: 应当具有…; 未…的，不得…; …方可…; 仅限…; 作为…的条件."""
        if self.taken_back or self.statement.defining or self.statement.reporting:
            return False
        before = self.statement.text[: self.start - self.statement.start]
        head = _LACKING.split(_WITHOUT.split(before)[0])[0]
        if _DENIES.search(head) and not _LEAVES.search(head):
            return False
        if _REFUSED.search(self.text_after) and _LACKING.search(
            self.text_before[-14:] + self.text + re.split("[，。；]", self.text_after)[0][:6]
        ):
            return True
        if self.denied or _DENIES.search(self.text):
            return False
        return (
            self.mode is Mode.MUST
            or bool(re.match(r"[^，。；]{0,6}(?:须|要(?!求)|应当?(?!急|用|对)|必须|需(?!求))", self.text_after))
            or bool(_GATE.search(self.text_after) or _ONLY.search(before))
        )

    @property
    def ordered(self) -> bool:
        """Whether the sentence sets the act as a rule: not denied, no occasion, definition or report of the past."""
        return not (self.denied or self.conditional or self.statement.defining or self.statement.reporting)
