"""What a declaration says of an instrument (文书)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Instrument:
    """A kind of instrument that a step issues.

    Attributes:
        title: its title as printed, for instance 行政复议受理通知书.
        mark: the character of its number series, 受 in 洪复受字〔2025〕12号; empty where it carries the case number.
        template: the text template beside the procedure that declares it.
        seal: whose seal it carries: the organ's (复议机关) or the agency's (复议机构).
    """

    title: str
    mark: str
    template: Path
    seal: str = "organ"
