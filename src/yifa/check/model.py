"""What the checker says: severities, kinds of draft, findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs: an error stops a submission, a warning must be answered, the rest may be ignored."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def label(self) -> str:
        """错误, 提醒 or 参考."""
        return {"error": "错误", "warning": "提醒", "info": "参考"}[self]

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)

    @property
    def milder(self) -> Severity:
        """One step down; information stays information."""
        return list(Severity)[min(self.rank + 1, len(Severity) - 1)]


class DraftKind(StrEnum):
    """What a draft is to become (文件种类)."""

    NORMATIVE = "normative"
    DECISION = "decision"
    CONTRACT = "contract"
    REPORT = "report"

    @property
    def label(self) -> str:
        """The Chinese word for it."""
        return {"normative": "规范性文件", "decision": "决策文件", "contract": "合同", "report": "报告"}[self]


class Group(StrEnum):
    """A family of rules (规则组)."""

    AUTHORITY = "authority"
    CITATION = "citation"
    WORDING = "wording"
    PROCEDURE = "procedure"
    COMPETITION = "competition"
    STRUCTURE = "structure"
    FORM = "form"
    CONTRACT = "contract"
    PERSONAL = "personal"
    PLACE = "place"

    @property
    def label(self) -> str:
        """The Chinese word for it."""
        return {
            "authority": "越权设定",
            "citation": "引用",
            "wording": "用语",
            "procedure": "程序与时间",
            "competition": "公平竞争",
            "structure": "结构",
            "form": "公文格式",
            "contract": "合同",
            "personal": "个人信息",
            "place": "本地规则",
        }[self]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule fires. What is None is taken from the rule.

    Attributes:
        start, end: Unicode characters of the text, end exclusive.
        message: what is wrong here, where more can be said than the rule's summary.
        confidence: 0 to 1, how sure the reading of the sentence is.
    """

    start: int
    end: int
    message: str | None = None
    severity: Severity | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding (检查意见).

    Attributes:
        start, end: Unicode characters of the text, end exclusive; `quote` is exactly these.
        path: where it stands: 第二章第五条第一款第三项, "" where the text has no numbering there.
        basis: articles that make it a fault, as a jurist writes them.
        digest: of rule and sentence; a waiver names it and lapses when the sentence changes.
        waived: the reason why a reviewer lets it stand, "" where nobody does.
        replacement: what the quote should become, where that is certain; None where a person must decide.
    """

    rule_id: str
    group: str
    severity: Severity
    start: int
    end: int
    quote: str
    path: str
    message: str
    basis: tuple[str, ...]
    suggestion: str
    confidence: float
    digest: str
    waived: str = ""
    replacement: str | None = None


@dataclass(frozen=True, slots=True)
class Defect:
    """A rule that failed by a fault of its own while a draft was checked; its findings there are not known."""

    rule_id: str
    cause: str
