"""The instruments of legality review (合法性审查文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.areas.rulemaking.legality_review.models import OPINION_TITLE
from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

SUPPLEMENT = Instrument("补充送审材料通知书", "审补", FOLDER / "supplement_notice.txt")
RETURNED = Instrument("退回送审材料通知书", "审退", FOLDER / "return_notice.txt")
OPINION = Instrument(OPINION_TITLE, "审意", FOLDER / "opinion.txt")
ADOPTION = Instrument("审查意见采纳情况核对表", "", FOLDER / "adoption_check.txt")
