"""The file a person chose in a form (上传的文件): its name without a path, its size checked before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from yifa.errors import YifaError
from yifa.kernel.registers.errors import UnreadableSheet
from yifa.kernel.registers.reading import FILE_BYTES
from yifa.text import Source, source_of
from yifa.text.load import MAX_BYTES

LONGEST_NAME = 150


@dataclass(frozen=True)
class Chosen:
    """A file that was sent as `file`."""

    name: str
    upload: UploadedFile[bytes]

    @property
    def size(self) -> int:
        """In bytes."""
        return self.upload.size or 0


@dataclass(frozen=True)
class DraftFile:
    """A draft that was sent: its name, its bytes and its text."""

    name: str
    content: bytes
    source: Source


def chosen(request: HttpRequest) -> Chosen | None:
    """The file sent as `file`; None where none was chosen."""
    upload = request.FILES.get("file")
    if not isinstance(upload, UploadedFile) or not upload.name:
        return None
    return Chosen(PurePosixPath(PureWindowsPath(upload.name).as_posix()).name[-LONGEST_NAME:], upload)


def draft_in(request: HttpRequest) -> DraftFile | None:
    """The draft sent as `file`, read; None where none was chosen.

    Raises:
        YifaError: it is empty, too large or cannot be read.
    """
    file = chosen(request)
    if file is None:
        return None
    if not file.size:
        raise YifaError(f"“{file.name}”是空的。请确认文件内容后重新选择。")
    if file.size > MAX_BYTES:
        raise YifaError(f"“{file.name}”超过{MAX_BYTES // 2**20}MB的上限。请压缩图片或者拆分后重新选择。")
    content = file.upload.read()
    return DraftFile(file.name, content, source_of(content, file.name))


def sheet_in(request: HttpRequest) -> Chosen:
    """The table sent as `file`.

    Raises:
        YifaError: none was chosen; UnreadableSheet: it is too large.
    """
    file = chosen(request)
    if file is None:
        raise YifaError("不能导入：没有选择文件。请选择填写好的表格。")
    if file.size > FILE_BYTES:
        raise UnreadableSheet(file.name, f"文件超过{FILE_BYTES // 2**20}MB", "请分成几个文件导入")
    return file
