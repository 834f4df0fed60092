"""Registers (台账): books of entries that follow no procedure but must be kept, published and counted.

A register is declared once (`declare`): a model whose fields carry label and help, columns that carry basis and
whether they are public, a key, checks, what expires, what it counts. List, form, Excel import and export, trail and
figures are generic:

`reading`, `header`, `cells`, `values`, `importing`, `report`, `template`   Excel in
`exporting`, `columns`, `paging`                        lists and files out
`entries`, `verify`, `models`                           the only writers, the chained trail, the shared rows
`figures`                                               counts, sums and shares that open onto their entries
"""

from yifa.kernel.registers.columns import Column
from yifa.kernel.registers.declare import REGISTERS, Disclosed, Expiry, Register, Warned
from yifa.kernel.registers.errors import Problem
from yifa.kernel.registers.figures import EntryCount, EntrySum

__all__ = [
    "REGISTERS",
    "Column",
    "Disclosed",
    "EntryCount",
    "EntrySum",
    "Expiry",
    "Problem",
    "Register",
    "Warned",
]
