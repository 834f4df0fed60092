"""What may be uploaded: a list of allowed kinds, and the content must be what the name says.

Libraries that guess the type mistake OFD for docx or plain zip, so the few kinds an office needs are recognised here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import Final

from yifa.errors import YifaError
from yifa.text.container import Bomb, Container, Encrypted, Outside, Refused, open_container

MAX_BYTES: Final = 50 * 1024 * 1024
MAX_LISTING: Final = 4 * 1024 * 1024
"""The list of parts of an office file is a few kilobytes."""

ALLOWED: Final = "docx、xlsx、pdf、jpg、png、ofd、wps、doc、txt"
KINDS: Final = {
    **{kind: kind for kind in ("docx", "xlsx", "pdf", "jpg", "png", "ofd", "wps", "doc", "txt")},
    "jpeg": "jpg",
}
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_MACROS: Final = "_VBA_PROJECT".encode("utf-16-le")
_OLE_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_MAIN_PARTS: Final = {
    "docx": b"wordprocessingml.document.main+xml",
    "xlsx": b"spreadsheetml.sheet.main+xml",
}


class UploadError(YifaError):
    """The file is refused; the message names the file, the reason and the remedy."""

    def __init__(self, name: str, why: str, remedy: str) -> None:
        super().__init__(f"不能上传“{name}”：{why}。{remedy}。")


@dataclass(frozen=True)
class Upload:
    """A file that passed: its bare name, its kind (one of `KINDS`) and its content."""

    name: str
    kind: str
    content: bytes


def check(name: str, content: bytes) -> Upload:
    """Whether a file may be kept.

    Raises:
        UploadError: empty, too large, not an allowed kind, content of another kind than its name
            says, damaged,
            encrypted, with macros, or a package that unpacks to far more than an office file does.
    """
    bare = PurePosixPath(PureWindowsPath(name).as_posix()).name.strip()
    if not bare or len(bare) > 150:
        raise UploadError(bare[:40] or name[:40], "文件名为空或者超过150个字", "请改名后重新上传")
    if not content:
        raise UploadError(bare, "文件是空的", "请确认文件内容后重新上传")
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 2**20:.1f}MB"
        raise UploadError(bare, f"大小{size}，超过50MB的上限", "请压缩图片或者拆分后重新上传")
    kind = KINDS.get(PurePosixPath(bare).suffix.lower().removeprefix("."))
    if kind is None:
        raise UploadError(bare, "不是允许的文件类型", f"请另存为{ALLOWED}中的一种")
    _CHECKS[kind](bare, kind, content)
    return Upload(bare, kind, content)


def _mismatch(name: str, kind: str) -> UploadError:
    return UploadError(name, f"内容不是{kind}文件，与扩展名不符", "请用原来的软件打开后另存，不要只改扩展名")


def _damaged(name: str) -> UploadError:
    return UploadError(name, "文件已损坏或者不完整", "请重新导出或者重新下载后再上传")


def _pdf(name: str, kind: str, content: bytes) -> None:
    if b"%PDF-" not in content[:1024]:
        raise _mismatch(name, kind)
    if b"%%EOF" not in content[-4096:]:
        raise _damaged(name)


def _png(name: str, kind: str, content: bytes) -> None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise _mismatch(name, kind)
    if b"IEND" not in content[-64:]:
        raise _damaged(name)


def _jpg(name: str, kind: str, content: bytes) -> None:
    if not content.startswith(b"\xff\xd8\xff"):
        raise _mismatch(name, kind)
    if b"\xff\xd9" not in content[-65536:]:
        raise _damaged(name)


def _ole(name: str, kind: str, content: bytes) -> None:
    if not content.startswith(_OLE):
        raise _mismatch(name, kind)
    if _OLE_MACROS in content:
        raise UploadError(name, "文件中有宏", "请删除宏或者另存为不含宏的文件")


def _txt(name: str, kind: str, content: bytes) -> None:
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return
    raise _mismatch(name, kind)


def _package(name: str, kind: str, content: bytes) -> None:
    if content.startswith(_OLE) and _OLE_ENCRYPTED in content:
        raise UploadError(name, "文件设置了打开密码", "请取消密码后重新上传")
    if not content.startswith(b"PK\x03\x04"):
        raise _mismatch(name, kind)
    try:
        with open_container(content) as container:
            _office_package(name, kind, container)
    except Refused as error:
        raise _refusal(name, error) from error


def _refusal(name: str, error: Refused) -> UploadError:
    if isinstance(error, Bomb):
        return UploadError(name, f"{error}，不像正常的办公文件", "请用原来的软件打开后另存再上传")
    if isinstance(error, Encrypted):
        return UploadError(name, str(error), "请取消密码后重新上传")
    if isinstance(error, Outside):
        return UploadError(name, str(error), "请用原来的软件打开后另存再上传")
    return _damaged(name)


def _office_package(name: str, kind: str, container: Container) -> None:
    if kind == "ofd":
        if "OFD.xml" not in container.names:
            raise _mismatch(name, kind)
        return
    if "[Content_Types].xml" not in container.names:
        raise _mismatch(name, kind)
    types = container.read("[Content_Types].xml", MAX_LISTING)
    if b"macroEnabled" in types or any(entry.lower().endswith("vbaproject.bin") for entry in container.names):
        raise UploadError(name, "文件中有宏", "请删除宏或者另存为不含宏的文件")
    if _MAIN_PARTS[kind] not in types:
        raise _mismatch(name, kind)


_CHECKS: Final = {
    "docx": _package,
    "xlsx": _package,
    "ofd": _package,
    "pdf": _pdf,
    "png": _png,
    "jpg": _jpg,
    "doc": _ole,
    "wps": _ole,
    "txt": _txt,
}
