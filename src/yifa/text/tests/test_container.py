"""Packages are bounded before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from yifa.text.container import (
    PARTS,
    SMALL,
    Bomb,
    Damaged,
    Declaring,
    Encrypted,
    Outside,
    open_container,
    parse_xml,
)
from yifa.text.tests.wordfiles import package


def opened(data: bytes) -> frozenset[str]:
    with open_container(data) as container:
        return container.names


def test_a_sound_package_gives_its_parts() -> None:
    data = package({"a/b.xml": b"<x/>", "c.bin": b"1" * 100})
    assert opened(data) == {"a/b.xml", "c.bin"}
    with open_container(io.BytesIO(data)) as container:
        assert container.read("c.bin") == b"1" * 100
        assert container.xml("a/b.xml").getroot().tag == "x"


def test_a_part_that_shrinks_too_well_is_a_bomb_a_small_one_is_not() -> None:
    with pytest.raises(Bomb):
        opened(package({"a.xml": b" " * (SMALL * 2)}))
    assert opened(package({"a.xml": b" " * (SMALL - 1)}))


def test_many_small_parts_that_add_up_are_a_bomb() -> None:
    with pytest.raises(Bomb):
        opened(package({f"{n}.xml": b" " * 1_000_000 for n in range(20)}))
    with pytest.raises(Bomb):
        opened(package({f"{n}": b"" for n in range(PARTS + 1)}))


@pytest.mark.parametrize("name", ["/etc/passwd", "../x", "a/../../x", "..\\x"])
def test_parts_outside_of_the_package_are_refused(name: str) -> None:
    with pytest.raises(Outside):
        opened(package({name: b"x"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
        archive.writestr("word/document.xml", "<b/>")
    with pytest.raises(Outside, match="重名"):
        opened(made.getvalue())


def test_locked_lying_and_strangely_packed_parts_are_refused() -> None:
    data = bytearray(package({"a.xml": b"x" * 1000}))
    locked = bytearray(data)
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Encrypted):
        opened(bytes(locked))
    lying = bytes(data).replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with open_container(lying) as container, pytest.raises(Damaged):
        container.read("a.xml")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.xml", "x" * 1000)
    with pytest.raises(Damaged, match="压缩方法"):
        opened(made.getvalue())


@pytest.mark.parametrize("at", [0, 4, 20, 60])
def test_a_package_cut_off_or_overwritten_is_damaged(at: int) -> None:
    data = package({"a.xml": b"<x/>"})
    for broken in (data[:at], b"PK\x03\x04" + b"\xff" * at):
        with pytest.raises(Damaged):
            opened(broken)


def test_a_part_above_what_the_reader_allows_is_refused_unread() -> None:
    with open_container(package({"a.xml": bytes(range(256)) * 10})) as container, pytest.raises(Bomb):
        container.read("a.xml", at_most=100)
    with open_container(package({"a.xml": b"x"})) as container, pytest.raises(Damaged, match=r"缺少b\.xml"):
        container.read("b.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations_are_refused_in_any_encoding(encoding: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + "哈" * 10 + '">]><a c="&b;">&b;</a>'
    with pytest.raises(Declaring):
        parse_xml(text.encode(encoding))
    late = '<?xml version="1.0"?><!--' + "x" * 30_000 + "--><!DOCTYPE a><a/>"
    with pytest.raises(Declaring):
        parse_xml(late.encode(encoding))


def test_xml_nested_beyond_reason_is_damaged() -> None:
    with pytest.raises(Damaged):
        parse_xml(b"<a>" * 1000 + b"</a>" * 1000)
