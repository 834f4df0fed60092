"""Acts that only the user's library holds (地方性法规): the index of the package with them added.

Titles of local regulations begin with the name of their place, so those of several places can stand side by side.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from yifa.law.acts import Act, Version
from yifa.law.index import Index, default_index
from yifa.law.kinds import SHIPPED
from yifa.law.library import StoredVersion
from yifa.law.sqlite_library import open_library
from yifa.law.structure import unpack


def index_with(path: Path | None) -> Index:
    """The index of the package with the local acts of a library file, or alone where there is none.

    Raises `LibraryMissing` where the file is no library.
    """
    if path is None:
        return default_index()
    library = open_library(path)
    try:
        return with_local(default_index(), library.versions(), date.fromtimestamp(path.stat().st_mtime))
    finally:
        library.connection.close()


def with_local(index: Index, stored: Iterable[StoredVersion], as_of: date) -> Index:
    """The index with the acts of a library that it does not know itself; the same index where there are none.

    Args:
        stored: versions of the library.
        as_of: a day on which the library was right; what it calls expired is known to be so from that day on.
    """
    acts: dict[str, Act] = {}
    for one in stored:
        if one.kind in SHIPPED or one.title in index.acts:
            continue
        known = acts.get(one.title) or Act(one.title, one.kind)
        versions = sorted((*known.versions, _version(one, as_of)), key=lambda version: version.starts)
        acts[one.title] = replace(known, versions=tuple(versions))
    return Index(index.acts | acts, index.bare) if acts else index


def _version(stored: StoredVersion, as_of: date) -> Version:
    last = unpack(stored.shape).articles[-1].key[0] if stored.shape else 0
    return Version(
        title=stored.title,
        promulgated=stored.promulgated,
        effective=stored.effective,
        expired_by=as_of if stored.expired else None,
        number=stored.number,
        articles=last,
        source="本机法律库",
        shape=stored.shape,
    )
