"""Check bases (依据) against imported texts: the place, the key words, and the text itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from yifa.law.acts import Act, Version
from yifa.law.basis import Basis
from yifa.law.index import Index, default_index
from yifa.law.library import ArticleIndex
from yifa.law.statute import Article
from yifa.law.structure import digest, normalised, structure_of


class Reason(StrEnum):
    """What is wrong with a basis."""

    NO_TEXT = "没有文本"
    NO_PLACE = "没有条款"
    NO_WORDS = "没有关键词"
    OTHER_TEXT = "文本不同"

    @property
    def is_fault(self) -> bool:
        """A text that was not imported is no fault of the basis."""
        return self is not Reason.NO_TEXT


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is to be said of a basis; `sentence` says it in Chinese."""

    basis: Basis
    reason: Reason
    sentence: str


def verify(bases: Iterable[Basis], library: ArticleIndex) -> list[Fault]:
    """Check every basis once; an empty list means that all are found as declared.

    A basis of a pinned act is checked in that version, any other in the newest one. Where the library lacks the
    version, the index still tells whether the place exists, and the fault is `Reason.NO_TEXT`.
    """
    return [fault for basis in dict.fromkeys(bases) for fault in _faults(basis, library)]


def _faults(basis: Basis, library: ArticleIndex) -> Iterator[Fault]:
    if basis.exists() is False:
        yield Fault(basis, Reason.NO_PLACE, f"{basis}：索引中的版本没有这一条款，请核对条号。")
        return
    if basis.key is None:
        return
    version = basis.act.pinned or basis.act.latest
    article = library.article(basis.act.title, version.promulgated, basis.key)
    if article is None:
        yield _not_there(basis, version, library)
        return
    yield from _differs(basis, version, article)
    yield from _words(basis, article)


def _not_there(basis: Basis, version: Version, library: ArticleIndex) -> Fault:
    held = {stored.promulgated for stored in library.versions(basis.act.title)}
    if version.promulgated in held:
        sentence = f"{basis}：导入的文本没有这一条，请核对条号。"
        return Fault(basis, Reason.NO_PLACE, sentence)
    sentence = f"{basis}：法律库里没有{version.label}的文本，关键词未能核对。"
    return Fault(basis, Reason.NO_TEXT, sentence)


def _differs(basis: Basis, version: Version, article: Article) -> Iterator[Fault]:
    structure = structure_of(basis.act.kind, version.key)
    shape = structure.article(article.key) if structure else None
    if shape and shape.digest and shape.digest != digest(article.text):
        sentence = f"{basis}：导入的条文与索引登记的摘要不同，请核对文本是否有误。"
        yield Fault(basis, Reason.OTHER_TEXT, sentence)


def _words(basis: Basis, article: Article) -> Iterator[Fault]:
    text = article.part(basis.paragraph, basis.item_number)
    if text is None:
        yield Fault(basis, Reason.NO_PLACE, f"{basis}：导入的文本没有这一款、项，请核对。")
        return
    plain = normalised(text)
    missing = [word for word in basis.key_words if normalised(word) not in plain]
    if missing:
        listed = "”“".join(missing)
        elsewhere = all(normalised(word) in normalised(article.text) for word in missing)
        hint = "同一条的其他款、项里有，请核对款、项的序号。" if elsewhere else "请核对条号和关键词。"
        yield Fault(basis, Reason.NO_WORDS, f"{basis}：没有“{listed}”。{hint}")


def compare(library: ArticleIndex, index: Index | None = None) -> Iterator[Fault]:
    """Every article of the library whose text is not the one that the index knows."""
    known = index or default_index()
    for stored in library.versions():
        act = known.acts.get(stored.title)
        version = next((v for v in act.versions if v.promulgated == stored.promulgated), None) if act else None
        if act and version:
            yield from _compared(act, version, library)


def _compared(act: Act, version: Version, library: ArticleIndex) -> Iterator[Fault]:
    structure = structure_of(act.kind, version.key)
    for shape in structure.articles if structure else ():
        article = library.article(act.title, version.promulgated, shape.key)
        basis = Basis(act, shape.key[0], branch=shape.key[1])
        if article is None:
            yield Fault(basis, Reason.NO_PLACE, f"{basis}（{version.label}）：导入的文本没有这一条。")
        elif shape.digest and digest(article.text) != shape.digest:
            yield Fault(basis, Reason.OTHER_TEXT, f"{basis}（{version.label}）：导入的条文与索引不同。")
