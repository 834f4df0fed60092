"""Why a file cannot be read as text. Every message is Chinese: what, why, what to do."""

from __future__ import annotations

from yifa.errors import YifaError


class UnreadableFile(YifaError):
    """A file that cannot be turned into text."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"无法读取“{name}”：{why}。{remedy}")


class FileTooLarge(UnreadableFile):
    """The file, or what it unpacks to, is larger than the limit."""


class WrongEncoding(UnreadableFile):
    """The bytes are neither UTF-8, UTF-16 with a mark, nor GB18030."""


class BrokenFile(UnreadableFile):
    """The container is cut off, or is not what its name says."""


class UnsafeFile(UnreadableFile):
    """The file would expand without bound or refers to outside entities."""
