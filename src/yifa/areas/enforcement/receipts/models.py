"""What is stored of receipts and money (票据、罚没款): books and lines, what became of each number, what banks told."""

from yifa.areas.enforcement.receipts.agreement import CollectionAgreement
from yifa.areas.enforcement.receipts.bank import BankEntry
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
    "BankEntry",
    "CollectionAgreement",
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
