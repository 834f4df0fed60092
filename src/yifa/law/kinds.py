"""Kinds of norm and what an act can be on a day."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What kind of norm an act is, most authoritative first."""

    CONSTITUTION = "宪法"
    LAW = "法律"
    REGULATION = "行政法规"
    INTERPRETATION = "司法解释"
    RULE = "部门规章"
    PARTY_RULE = "党内法规"
    LOCAL = "地方性法规"
    DOCUMENT = "规范性文件"

    @property
    def rank(self) -> int:
        """0 for the constitution; used wherever acts are sorted."""
        return list(Kind).index(self)


SHIPPED = tuple(kind for kind in Kind if kind not in (Kind.LOCAL, Kind.DOCUMENT))
"""The kinds that the package's own index holds."""


class Status(StrEnum):
    """What an act is on a given day."""

    IN_FORCE = "现行有效"
    NOT_YET = "尚未施行"
    REPEALED = "已废止"
    UNKNOWN = "不详"
