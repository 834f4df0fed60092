"""What the registers warn of by themselves, as hits (台账提醒)."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.kernel.registers import REGISTERS
from yifa.office import scope
from yifa.office.models import Organ
from yifa.oversight.clue import Found, Look


def warned(look: Look, register: str, *codes: str) -> Iterator[Found]:
    """The warnings of a register that have one of these codes."""
    organs = look.organs if look.organs is not None else frozenset(Organ.objects.values_list("pk", flat=True))
    with scope.everything("监督模型核对台账"):
        for one in REGISTERS.get(register).warnings(look.on, organs):
            if one.code in codes:
                subject = f"entry:{register}:{one.entry}" if one.entry else f"book:{register}:{one.organ}"
                yield Found(f"{subject}:{one.code}", one.organ, one.text, one.on, register=register, entry_id=one.entry)
