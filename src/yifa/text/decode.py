"""Bytes to text: byte order marks, UTF-8, then GB18030; anything else is refused."""

from __future__ import annotations

import codecs
import re

from yifa.text.errors import WrongEncoding

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_REMEDY = "请用文本编辑器另存为 UTF-8 编码后再试。"


def decode(data: bytes, name: str) -> str:
    """The text of `data`. Raises WrongEncoding when it is not text in an encoding used for Chinese documents."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strict(data, "gb18030", name)
    if len(_CONTROL.findall(text[:20000])) > max(2, len(text[:20000]) // 100):
        raise WrongEncoding(name, "内容不是文字（含有大量控制字符）", "请确认它是 txt、html 或 docx 文件。")
    return text


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise WrongEncoding(
            name, f"文字编码无法识别（第{error.start + 1}字节处不是{encoding}编码）", _REMEDY
        ) from error
    if encoding == "gb18030" and _looks_garbled(text):
        raise WrongEncoding(name, "文字编码无法识别（解出的不是常用汉字）", _REMEDY)
    return text


def _looks_garbled(text: str) -> bool:
    """Bytes of another encoding read as GB18030 give mostly rare characters."""
    sample = [c for c in text[:20000] if ord(c) > 0x7F]
    if len(sample) < 20:
        return False
    common = sum(1 for c in sample if c in "的一是在和有人了不国中年政府法治设行执审建工作、，。（）区市县镇")
    return common * 50 < len(sample)
