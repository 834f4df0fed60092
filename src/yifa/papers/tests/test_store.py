from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from yifa.papers import store


@pytest.fixture(autouse=True)
def home(tmp_path: Path) -> Iterator[Path]:
    with override_settings(MEDIA_ROOT=tmp_path / "files"):
        yield tmp_path / "files"


def test_the_digest_is_sm3() -> None:
    assert store.digest_of(b"abc") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def test_what_is_kept_is_read_back() -> None:
    assert store.read(store.keep("决定书".encode())) == "决定书".encode()


def test_the_same_content_is_kept_once_and_only_its_owner_may_read_it(home: Path) -> None:
    assert store.keep(b"x") == store.keep(b"x")
    files = [path for path in home.rglob("*") if path.is_file()]
    assert len(files) == 1
    assert files[0].stat().st_mode & 0o077 == 0


def test_a_changed_file_is_reported_with_its_path_and_kept_again_from_the_original() -> None:
    digest = store.keep(b"original")
    path = store.path_of(digest)
    path.write_bytes(b"changed")
    with pytest.raises(store.StoreError, match=f"已被改动或者损坏：.*{digest}"):
        store.read(digest)
    assert len(list(store.faults([digest]))) == 1
    store.keep(b"original")
    assert store.read(digest) == b"original"
    assert list(store.faults([digest])) == []


def test_a_missing_file_is_reported_with_its_path() -> None:
    with pytest.raises(store.StoreError, match="文件缺失"):
        store.read("0" * 64)


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setattr(store, "MAX_BYTES", 3)
    with pytest.raises(store.StoreError, match="上限"):
        store.keep(b"1234")
    assert not home.exists()


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "Z" * 64, "a" * 63])
def test_what_is_no_digest_never_becomes_a_path(digest: str) -> None:
    with pytest.raises(store.StoreError, match="不是文件摘要"):
        store.read(digest)


def test_an_interrupted_write_leaves_nothing_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(source: str, target: str) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            store.keep(b"half")
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert store.read(store.keep(b"half")) == b"half"
