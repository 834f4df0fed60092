"""Reading a form that the public sent (读取公众提交的表单): its word, its lines, the file that came along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from axes.helpers import get_client_ip_address
from django.http import HttpRequest

from yifa.papers.uploads import ALLOWED, Upload, UploadError, check
from yifa.portal.handed import WORD, content_of, new_word

MAX_FILE = 10 * 1024 * 1024
"""Bytes of the file that may come along."""
TRAP = "homepage"
"""A line that people do not see; programs that fill in whatever they find fill it in."""
STALE = "页面打开得太久，请核对后再提交一次"
TRAPPED = "网址一栏应当留空，请清空后再提交"


@dataclass
class Sent:
    """A form as it was sent.

    Attributes:
        word: the word that the page made for it, by which a second sending is known again.
        lines: what was typed, by the line of the form, without blanks around it.
        faults: what is wrong, by the line of the form.
        address: where it came from.
    """

    word: str
    lines: dict[str, str]
    address: str = ""
    upload: Upload | None = None
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def content(self) -> str:
        """A digest of what it says."""
        return content_of(self.lines, self.upload.content if self.upload is not None else b"")


def blank(names: Iterable[str]) -> Sent:
    """A form that is about to be filled in."""
    return Sent(new_word(), dict.fromkeys(names, ""))


def read(request: HttpRequest, names: Iterable[str]) -> Sent:
    """What was sent; a file that may not be kept is a fault of its line."""
    word = str(request.POST.get("word", ""))
    lines = {name: str(request.POST.get(name, "")).replace("\0", "").strip() for name in names}
    sent = Sent(word, lines, get_client_ip_address(request) or "")
    if not WORD.fullmatch(word):
        sent.word, sent.faults = new_word(), {"form": STALE}
    if request.POST.get(TRAP):
        sent.faults["form"] = TRAPPED
    _file(request, sent)
    return sent


def _file(request: HttpRequest, sent: Sent) -> None:
    sent_file = request.FILES.get("file")
    if sent_file is None:
        return
    name, size = str(sent_file.name), sent_file.size or 0
    if size > MAX_FILE:
        sent.faults["file"] = f"附件有{size / 2**20:.1f}MB，超过{MAX_FILE // 2**20}MB，请压缩图片或者分次说明"
        return
    try:
        sent.upload = check(name, sent_file.read())
    except UploadError as error:
        sent.faults["file"] = str(error)


KINDS_OF_FILES = ALLOWED
