"""Folding full-width and variant characters, one character to one, so that offsets stay the same."""

from __future__ import annotations

_PAIRS = {
    "（": "(", "）": ")", "，": ",", "；": ";", "：": ":", "％": "%", "．": ".", "／": "/", "＋": "+", "！": "!",
    "？": "?", "　": " ", "\xa0": " ", "\t": " ", "［": "[", "］": "]", "【": "[", "】": "]", "｜": "|", "＝": "=",
    "－": "-", "—": "-", "–": "-", "―": "-", "−": "-", "~": "-", "～": "-", "〜": "-", "﹣": "-",
    "〇": "零", "○": "零", "「": "“", "」": "”", "『": "“", "』": "”", "‰": "‰", "㎡": "㎡", "•": "·", "・": "·",
    "‧": "·", "﹪": "%",
}  # fmt: skip
_TABLE = {ord(k): v for k, v in _PAIRS.items()}
_TABLE |= {ord("０") + i: str(i) for i in range(10)}
_TABLE |= {ord("Ａ") + i: chr(ord("A") + i) for i in range(26)}
_TABLE |= {ord("ａ") + i: chr(ord("a") + i) for i in range(26)}


def flatten(text: str) -> str:
    """The text with full-width digits, letters and punctuation folded; always of the same length."""
    return text.translate(_TABLE)
