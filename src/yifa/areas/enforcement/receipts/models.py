"""What is stored of receipts and money (票据、罚没款): books and lines, and what became of each number."""

from yifa.areas.enforcement.receipts.books import (
    Fate,
    LooseReceipt,
    Maker,
    MoneyBalance,
    MoneyKind,
    MoneyLine,
    PastFine,
    ReceiptBook,
    ReceiptKind,
)
from yifa.areas.enforcement.receipts.using import ReceiptUse

__all__ = [
    "Fate",
    "LooseReceipt",
    "Maker",
    "MoneyBalance",
    "MoneyKind",
    "MoneyLine",
    "PastFine",
    "ReceiptBook",
    "ReceiptKind",
    "ReceiptUse",
]
