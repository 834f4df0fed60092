"""What the register of things held tells the list of evidence and custody."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.areas.enforcement.coercion.choices import Fate
from yifa.areas.enforcement.coercion.models import SeizedItem
from yifa.areas.enforcement.common.keeping import SOURCES, DerivedRow, Source
from yifa.areas.enforcement.evidence.kinds import Disposal, EvidenceKind
from yifa.areas.enforcement.evidence.models import EvidenceLine

BECAME = {
    Fate.RETURNED: Disposal.RETURNED, Fate.PROCEEDS: Disposal.SOLD, Fate.CONFISCATED: Disposal.CONFISCATED,
    Fate.AUCTIONED: Disposal.SOLD, Fate.DESTROYED: Disposal.DESTROYED, Fate.HANDED_OVER: Disposal.HANDED_OVER,
    Fate.FILED: Disposal.FILED, Fate.LOST: Disposal.LOST,
}  # fmt: skip
STILL_HERE = (Fate.HELD, Fate.CONFISCATED)
"""Confiscated and not sold or destroyed yet: still in the organ's hands."""


def lines(entry: SeizedItem) -> Iterator[DerivedRow]:
    """One line for each thing."""
    amount = f"{entry.quantity.normalize():f}{entry.unit}"
    fate = Fate(entry.fate)
    note = f"{entry.get_holding_display()} {entry.fate_basis}".strip()[:300]
    yield EvidenceLine(
        name=f"{entry.name}（{amount}）"[:300], kind=EvidenceKind.PHYSICAL, on=entry.held_on, source=entry.owner,
        collector=entry.custodian, custody=entry.place, held=fate in STILL_HERE, disposal=BECAME.get(fate, ""),
        disposed_on=entry.fate_on, receiver=entry.receiver, note=note,
    )  # fmt: skip


SOURCES.add(Source(SeizedItem, lines, (EvidenceLine,)))
