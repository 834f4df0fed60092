"""Photographs on a phone: shrunk before they are kept, with the time of their taking; what is none is told."""

from __future__ import annotations

import base64
import struct
from typing import Any

import pytest
from playwright.sync_api import expect

from yifa.desk.tests.phone import Phone, cases
from yifa.kernel.models import Paper
from yifa.office import scope
from yifa.papers import store

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHOTO_OF_CAMERA = """(shift) => { const canvas = document.createElement('canvas');
  canvas.width = 4000; canvas.height = 3000;
  const context = canvas.getContext('2d');
  for (let n = 0; n < 4000; n += 1) {
    context.fillStyle = `hsl(${n * 7 + shift} 60% 50%)`;
    context.fillRect((n * 97) % 4000, (n * 61) % 3000, 90, 70);
  }
  return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]; }"""
TAKEN = b"2026:11:22 09:08:07"


def of_a_camera(page: Any, shift: int = 0) -> bytes:
    """A JPEG of 4000×3000 with the time of its taking in its Exif header."""
    plain = base64.b64decode(page.evaluate(PHOTO_OF_CAMERA, shift))
    pointer = struct.pack("<HHHII", 1, 0x8769, 4, 1, 26)
    own = struct.pack("<HHHII", 1, 0x9003, 2, 20, 44) + bytes(4)
    body = b"II*\0" + struct.pack("<I", 8) + pointer + bytes(4) + own + TAKEN + b"\0"
    header = b"Exif\0\0" + body
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(header) + 2) + header + plain[2:]


def test_a_photograph_is_shrunk_on_the_phone_and_keeps_the_time_of_its_taking(phone: Phone) -> None:
    page = phone.open()
    picture = of_a_camera(page)
    phone.fill()
    file = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": picture}
    page.locator("[data-photo-input]").last.set_input_files(files=[file])
    expect(page.locator("[data-photo-list]")).to_contain_text("拍摄于2026-11-22 09:08:07")
    phone.send()
    expect(phone.item("sent")).to_have_count(1)
    (made,) = cases()
    with scope.everything("测试"):
        paper = Paper.objects.get(case_id=made.pk, title__startswith="现场照片1（拍摄于2026-11-22 09:08:07）")
    assert paper.size < len(picture) / 3
    assert max(size_of(store.read(paper.digest))) == 1600


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height of a JPEG."""
    at = 2
    while content[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    height, width = struct.unpack(">HH", content[at + 5 : at + 9])
    return width, height


def test_what_is_no_photograph_is_told_and_not_kept(phone: Phone) -> None:
    page = phone.open()
    file = {"name": "清单.jpg", "mimeType": "image/jpeg", "buffer": b"no picture at all"}
    page.locator("[data-photo-input]").last.set_input_files(files=[file])
    expect(page.locator("[data-photo-note]")).to_contain_text("“清单.jpg”不是这部手机能打开的照片")
    expect(page.locator("[data-photo-list] li")).to_have_count(0)


def test_photographs_picked_in_quick_succession_are_all_there(phone: Phone) -> None:
    page = phone.open()
    pictures = [of_a_camera(page, shift) for shift in (0, 40, 80)]
    phone.fill()
    for number, picture in enumerate(pictures):
        file = {"name": f"IMG_{number}.jpg", "mimeType": "image/jpeg", "buffer": picture}
        page.locator("[data-photo-input]").last.set_input_files(files=[file])
    phone.send()
    expect(phone.item("sent")).to_have_count(1)
    (made,) = cases()
    with scope.everything("测试"):
        assert Paper.objects.filter(case_id=made.pk, title__startswith="现场照片").count() == 3
