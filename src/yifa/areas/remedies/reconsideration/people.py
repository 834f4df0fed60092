"""The people of a case in words (当事人表述), as instruments name them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yifa.areas.remedies.reconsideration import choices as c
from yifa.areas.remedies.reconsideration.acts import SINCE_2026

AGENT_KINDS = {"lawyer": "律师", "legal_worker": "基层法律服务工作者", "other": "其他代理人"}
NUMERALS = "一二三四五六七八九"
GENDERS = {"male": "男", "female": "女"}


def names(rows: Iterable[Mapping[str, Any]]) -> str:
    """王五、赵六."""
    return "、".join(str(row.get("name", "")) for row in rows if row.get("name"))


def described(label: str, row: Mapping[str, Any]) -> str:
    """申请人：王五，男，公民身份号码…，住…。 How to reach a party is nobody else's business and left out."""
    citizen = row.get("kind", "citizen") == "citizen"
    parts = [str(row.get("name", ""))]
    if citizen and row.get("gender"):
        parts.append(GENDERS.get(str(row["gender"]), str(row["gender"])))
    if row.get("id_number"):
        parts.append(("公民身份号码" if citizen else "统一社会信用代码") + str(row["id_number"]))
    if row.get("address"):
        parts.append(("住" if citizen else "住所地") + str(row["address"]))
    lines = [f"{label}：{'，'.join(parts)}。"]
    if row.get("representative"):
        lines.append(f"法定代表人（负责人）：{row['representative']}。")
    return "\n".join(lines)


def agent_described(row: Mapping[str, Any]) -> str:
    """委托代理人：钱七，律师（代理王五）; 法定代理人：王父（代理王小五）."""
    kind = AGENT_KINDS.get(str(row.get("kind", "")), "")
    role = "法定代理人" if row.get("kind") == c.STATUTORY else "委托代理人"
    text = f"{role}：{row.get('name', '')}" + (f"，{kind}" if kind else "")
    return text + (f"（代理{row['of']}）。" if row.get("of") else "。")


def item_of(label: str) -> str:
    """第三项 from a choice that begins with （三）."""
    found = re.match(r"（(.)）", label)
    return f"第{found[1]}项" if found else ""


class PeopleInWords:
    """What instruments say of the people and the act of a reconsideration case; mixed into its row."""

    applicants: list[dict[str, Any]]
    representatives: list[dict[str, Any]]
    agents: list[dict[str, Any]]
    third_parties: list[dict[str, Any]]
    co_respondents: list[dict[str, Any]]
    handlers: list[dict[str, Any]]
    applicant_count: int
    respondent: Any
    act_title: str
    mandatory_first: str
    excluded_matter: str
    court: str
    refusal_ground: str
    decision_kind: str
    settlement_text: str
    termination_ground: str
    accepted_on: date | None

    @property
    def applicant_names(self) -> str:
        """The applicants, at most three by name."""
        people = list(self.applicants)
        number = max(self.applicant_count or 0, len(people))
        text = names(people[:3])
        return f"{text}等{number}人" if number > 3 or number > len(people) > 0 else text

    @property
    def third_party_names(self) -> str:
        """The third parties by name."""
        return names(self.third_parties)

    @property
    def handler_names(self) -> str:
        """The officers in charge."""
        return names(self.handlers)

    @property
    def respondent_name(self) -> str:
        """The respondent's full name; a blank to be filled in where it is not known yet."""
        return str(self.respondent.name) if self.respondent is not None else "（被申请人待明确）"

    @property
    def respondent_names(self) -> str:
        """The respondent and those who acted in common with it (行政复议法 19②)."""
        return "、".join(name for name in (self.respondent_name, names(self.co_respondents)) if name)

    @property
    def everybody(self) -> str:
        """All parties, as the recipients of a notice."""
        return "、".join(n for n in (self.applicant_names, self.respondent_names, self.third_party_names) if n)

    @property
    def applicant_contacts(self) -> str:
        """How to reach the applicants, for the record of an oral application alone."""
        return "；".join(str(row["contact"]) for row in self.applicants if row.get("contact"))

    @property
    def act_of(self) -> str:
        """作出的某号行政处罚决定, or 不履行法定职责."""
        if self.act_title:
            return f"作出的{self.act_title}"
        kind = getattr(self, "get_act_kind_display", str)()
        return "不履行法定职责" if getattr(self, "omission", False) or kind == "不履行法定职责" else "作出的行政行为"

    @property
    def dispute(self) -> str:
        """What the applicant objects to: 某局作出的某号行政处罚决定, 某局不履行法定职责."""
        return f"{self.respondent_names}{self.act_of}"

    @property
    def third_party_text(self) -> str:
        """The third parties by name, or the word alone."""
        return self.third_party_names or "第三人"

    @property
    def service_addresses(self) -> str:
        """Where the applicants want their papers sent."""
        return "；".join(str(row["service_address"]) for row in self.applicants if row.get("service_address"))

    @property
    def upper_text(self) -> str:
        """The superior reconsideration organ, by name where it is in the books."""
        parent = getattr(self, "organ").parent  # noqa: B009 - the field comes from the kernel's row
        return str(parent.name) if parent is not None else "上一级行政复议机关"

    @property
    def new_regulation(self) -> bool:
        """Whether the implementing regulation of 2026 governs."""
        return bool(getattr(self, "version", date.min) >= SINCE_2026)

    @property
    def comes_first(self) -> bool:
        """Whether reconsideration must come before a suit (复议前置)."""
        return self.mandatory_first not in ("", "no")

    @property
    def excluded_by(self) -> str:
        """第十二条第四项 of the act or 第三十六条第五项 of the regulation of 2026; blank where nothing excludes it."""
        if not self.excluded_matter or self.refusal_ground != c.RefusalGround.SCOPE:
            return ""
        by_act = [matter.value for matter in c.BY_ACT]
        others = [matter.value for matter in c.ExcludedMatter if matter not in c.BY_ACT]
        if self.excluded_matter in by_act:
            return f"《中华人民共和国行政复议法》第十二条第{NUMERALS[by_act.index(self.excluded_matter)]}项"
        item = NUMERALS[others.index(self.excluded_matter)]
        return f"《中华人民共和国行政复议法实施条例》第三十六条第{item}项" if self.new_regulation else ""

    @property
    def court_named(self) -> str:
        """The court that may be gone to."""
        return self.court or "有管辖权的人民法院"

    @property
    def refusal_article(self) -> str:
        """第三十条第一款第四项."""
        return "第三十条第一款" + item_of(getattr(self, "get_refusal_ground_display", str)())

    @property
    def rejection_basis(self) -> str:
        """The sentence that names the provision on which an application is rejected."""
        if self.refusal_ground not in c.BY_REGULATION:
            unmet = f"上述申请不符合《中华人民共和国行政复议法》{self.refusal_article}规定的受理条件。"
            return f"{unmet}依照该法第三十三条，"
        item = item_of(getattr(self, "get_refusal_ground_display", str)())
        return (
            f"依照《中华人民共和国行政复议法》第三十三条、《中华人民共和国行政复议法实施条例》第三十七条第一款{item}，"
        )

    @property
    def outcome_paper(self) -> str:
        """What the case ended with: the paper that is served and enforced."""
        if self.decision_kind:
            return "行政复议决定书"
        if self.settlement_text:
            return "行政复议调解书"
        if self.termination_ground:
            return "行政复议终止决定书"
        if self.refusal_ground:
            return "驳回行政复议申请决定书" if self.accepted_on else "不予受理行政复议申请决定书"
        return "行政复议文书"

    @property
    def party_item(self) -> str:
        """第一项: which item of article 39 suspends the case for want of an applicant."""
        return item_of(getattr(self, "get_party_lost_display", str)())

    @property
    def suspension_item(self) -> str:
        """第六项: which other item of article 39 suspends the case."""
        return item_of(getattr(self, "get_suspension_ground_display", str)())

    @property
    def termination_item(self) -> str:
        """第一项: which item of article 41 ends the case."""
        return item_of(getattr(self, "get_termination_ground_display", str)())

    @property
    def stay_item(self) -> str:
        """第三项: which item of article 42 stays the act."""
        return item_of(getattr(self, "get_stay_ground_display", str)())

    @property
    def parties(self) -> str:
        """Everybody, one a paragraph: the head of a decision."""
        lines = [described("申请人", row) for row in self.applicants]
        lines += [f"代表人：{names(self.representatives)}。"] if self.representatives else []
        lines += [agent_described(row) for row in self.agents]
        lines.append(f"被申请人：{self.respondent_name}。")
        lines += [f"共同被申请人：{row['name']}。" for row in self.co_respondents if row.get("name")]
        lines += [described("第三人", row) for row in self.third_parties]
        return "\n".join(lines)
