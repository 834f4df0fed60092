"""The instruments of legal review (法制审核文书)."""

from __future__ import annotations

from pathlib import Path

from yifa.areas.enforcement.decision_review.models import OPINION_TITLE
from yifa.papers.instrument import Instrument

FOLDER = Path(__file__).parent / "instruments"

OPINION = Instrument(OPINION_TITLE, "法审", FOLDER / "opinion.txt")
RETURNED = Instrument("补充送审材料通知书", "法补", FOLDER / "returned.txt")
CHECKED = Instrument("审核意见修改情况核对表", "", FOLDER / "checked.txt")
