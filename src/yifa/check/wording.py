"""What the rules on wording share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Hit


def worded(draft: Draft, words: re.Pattern[str], *, once: bool = False) -> Iterator[Hit]:
    """A hit wherever a provision uses the words outside quotations and titles; `once` for the first in a sentence."""
    for one in draft.holding(words):
        for spot in one.find(words):
            yield Hit(spot.start, spot.end)
            if once:
                break
