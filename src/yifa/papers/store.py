"""Files kept under the digest of their content (SM3), in the folder of `settings.MEDIA_ROOT`.

A file is written whole or not at all, the same content is kept once, and what is read is what was kept: a changed or
missing file is an error that names it. A file left over from a transaction that was rolled back does no harm.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.hazmat.primitives import hashes
from django.conf import settings

from yifa.errors import YifaError

MAX_BYTES = 64 * 1024 * 1024
"""The largest file kept, in bytes."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


class StoreError(YifaError):
    """A file cannot be kept, or what is kept is missing or changed."""


def digest_of(content: bytes) -> str:
    """The SM3 digest (GB/T 32905) in 64 hexadecimal digits."""
    digest = hashes.Hash(hashes.SM3())
    digest.update(content)
    return digest.finalize().hex()


def path_of(digest: str) -> Path:
    """Where the file of this digest lies, whether it is there or not."""
    if not _DIGEST.fullmatch(digest):
        raise StoreError(f"无法读取文件：“{digest}”不是文件摘要（64位十六进制数字）。请核对记录。")
    return Path(settings.MEDIA_ROOT) / digest[:2] / digest[2:4] / digest


def keep(content: bytes) -> str:
    """Keep a file; returns its digest. A damaged copy of the same file is replaced."""
    if len(content) > MAX_BYTES:
        raise StoreError(
            f"无法保存文件：大小{len(content) / 2**20:.1f}MB，超过{MAX_BYTES // 2**20}MB的上限。请压缩或者拆分后再存。"
        )
    digest = digest_of(content)
    path = path_of(digest)
    if not _is_whole(path, digest):
        _write(path, content)
    return digest


def read(digest: str) -> bytes:
    """The file of this digest.

    Raises:
        StoreError: it is missing, or its content is no longer what was kept; the message names the
            file.
    """
    path = path_of(digest)
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise StoreError(f"文件缺失：{path}。请从备份中恢复这个文件。") from error
    if digest_of(content) != digest:
        raise StoreError(f"文件已被改动或者损坏：{path}，内容与登记的摘要不符。请从备份中恢复这个文件。")
    return content


def faults(digests: Iterable[str]) -> Iterator[str]:
    """What is wrong with the files of these digests, one message each; nothing when all are whole."""
    for digest in digests:
        try:
            read(digest)
        except StoreError as error:
            yield str(error)


def _is_whole(path: Path, digest: str) -> bool:
    return path.is_file() and digest_of(path.read_bytes()) == digest


def _write(path: Path, content: bytes) -> None:
    """Write beside the place, force it to the disk, then rename: nobody ever sees half a file."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)  # the name, too, survives a power cut
    finally:
        os.close(folder)
