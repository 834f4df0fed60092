"""The one way a zipped package (docx, xlsx, ods, ofd) is opened: bounded before anything is unpacked.

A file of a few kilobytes can unpack to gigabytes, name parts outside of itself, or hold XML that expands without end.
Whoever reads a package opens it here and parses its parts here.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Final

from lxml import etree

PARTS: Final = 5_000
UNPACKED: Final = 600 * 1024 * 1024
RATIO: Final = 200
"""What unpacks to more than so many times its size is a bomb; office files reach about 30."""
SMALL: Final = 10 * 1024 * 1024
"""Below this a part may shrink as it likes: repeated text compresses well."""
XML_PART: Final = 64 * 1024 * 1024
"""The largest part that is parsed into a tree."""

_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError),
    *(KeyError, UnicodeDecodeError),
)
_ENCODINGS: Final = ("ascii", "utf-16-le", "utf-16-be")
_DECLARATIONS: Final = tuple(word.encode(coding) for word in ("<!DOCTYPE", "<!ENTITY") for coding in _ENCODINGS)
_HEAD: Final = 20_000


class Refused(Exception):
    """A package that is not opened; the text says why, in Chinese, without a full stop."""


class Damaged(Refused):
    """Cut off, or not in agreement with its own sizes and checksums."""


class Bomb(Refused):
    """Unpacks to far more than an office file does."""


class Encrypted(Refused):
    """Wants a password."""


class Outside(Refused):
    """Names a place outside of itself, or one place twice."""


class Declaring(Refused):
    """Declares entities, which office files never do."""


class Container:
    """An open package within its bounds. Made by `open_container`."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.parts = tuple(archive.infolist())
        self.names = frozenset(part.filename for part in self.parts)

    def read(self, name: str, at_most: int = XML_PART) -> bytes:
        """A whole part. Raises `Damaged` where it is missing or broken, `Bomb` where it is larger than allowed."""
        if name not in self.names:
            raise Damaged(f"缺少{name}")
        if self._archive.getinfo(name).file_size > at_most:
            raise Bomb(f"其中的{name}超过{at_most // 2**20}兆字节")
        with self.stream(name) as stream:
            return stream.read(at_most + 1)

    def xml(self, name: str) -> etree._ElementTree:
        """A part as a tree. Raises what `read` and `parse_xml` raise."""
        return parse_xml(self.read(name))

    @contextmanager
    def stream(self, name: str) -> Iterator[IO[bytes]]:
        """A part to be read in pieces; a wrong size or checksum shows at its end, as `Damaged`."""
        try:
            with self._archive.open(name) as stream:
                yield stream
        except _BROKEN as error:
            raise Damaged("文件不完整或者已损坏") from error


@contextmanager
def open_container(file: IO[bytes] | bytes) -> Iterator[Container]:
    """Open a package whose declared sizes, names and methods are those of an office file.

    No reader can unpack more than the sizes that are declared, so they are what is bounded.

    Raises:
        Damaged, Bomb, Encrypted, Outside: see there.
    """
    source = io.BytesIO(file) if isinstance(file, bytes) else file
    try:
        archive = zipfile.ZipFile(source)
    except _BROKEN as error:
        raise Damaged("文件不完整或者已损坏") from error
    with archive:
        _check(archive.infolist())
        yield Container(archive)


def _check(parts: list[zipfile.ZipInfo]) -> None:
    unpacked, packed = sum(part.file_size for part in parts), sum(part.compress_size for part in parts)
    if len(parts) > PARTS or unpacked > UNPACKED or _shrunk(unpacked, packed):
        raise Bomb(f"压缩包内有{len(parts)}个文件，解压后有{unpacked / 2**20:.0f}MB")
    names = set()
    for part in parts:
        if part.flag_bits & 0x1:
            raise Encrypted("文件设置了密码")
        if _shrunk(part.file_size, part.compress_size):
            raise Bomb(f"压缩包内的一个文件解压后有{part.file_size / 2**20:.0f}MB")
        if part.compress_type not in _METHODS:
            raise Damaged("用了办公文件不用的压缩方法")
        if part.filename.startswith(("/", "\\")) or ".." in PurePosixPath(part.filename.replace("\\", "/")).parts:
            raise Outside("压缩包内有指向外部的路径")
        if part.filename in names:
            raise Outside("压缩包内有重名的文件")
        names.add(part.filename)


def _shrunk(unpacked: int, packed: int) -> bool:
    return unpacked > SMALL and unpacked > RATIO * max(packed, 1)


def parse_xml(data: bytes) -> etree._ElementTree:
    """The tree of an XML part; nothing is expanded or fetched.

    Raises:
        Declaring: it has a document type or entities.
        Damaged: it is not well formed, or nested or long beyond reason.
    """
    head = data[:_HEAD]
    if any(word in head for word in _DECLARATIONS):
        raise Declaring("文件内含外部实体声明")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.parse(io.BytesIO(data), parser)
    except etree.XMLSyntaxError as error:
        raise Damaged("文件内部的结构已损坏") from error
    if tree.docinfo.internalDTD is not None:
        raise Declaring("文件内含外部实体声明")
    return tree
