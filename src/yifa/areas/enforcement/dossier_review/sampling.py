"""The stratified sample of dossiers (分层随机抽取), so that anybody can draw it again from what was published.

First the list of dossiers, how many of each stratum, and the digest of a secret are fixed: their digest is the
commitment. Later the secret and a public value that nobody could know before seed the draw (`yifa.draw`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from yifa.areas.enforcement.dossier_review.choices import FileKind
from yifa.draw import Candidate, drawn
from yifa.draw.errors import DrawError
from yifa.draw.sample import sm3

Row = Mapping[str, Any]


def stratum_of(row: Row) -> str:
    """A stratum is one body and one kind of dossier."""
    return f"{row['organ']}／{FileKind(row['kind']).label}"


def quotas(frame: Sequence[Row], each: int) -> dict[str, int]:
    """How many of each stratum: `each`, or all where there are fewer."""
    sizes = Counter(stratum_of(row) for row in frame)
    return {name: min(each, size) for name, size in sorted(sizes.items())}


def commitment(frame: Sequence[Row], each: int, secret_digest: str) -> str:
    """The digest that is published before the draw: of the list, the numbers and the digest of the secret."""
    listed = sorted((row["code"], row["organ"], row["kind"]) for row in frame)
    return sm3(json.dumps([listed, each, secret_digest], ensure_ascii=False, sort_keys=True)).hex()


def digest_of_secret(secret: str) -> str:
    """The digest by which a secret is committed to."""
    return sm3(secret.strip()).hex()


def sample(frame: Sequence[Row], each: int, secret: str, public: str) -> list[dict[str, str]]:
    """The dossiers drawn, stratum by stratum, with the key that put each in its place.

    Raises:
        DrawError: the list names a dossier twice.
    """
    seed = sm3(commitment(frame, each, digest_of_secret(secret)), secret.strip(), public.strip()).hex()
    cases = {row["code"]: str(row.get("case") or "") for row in frame}
    kinds = {row["code"]: (str(row["organ"]), str(row["kind"])) for row in frame}
    candidates = [Candidate(row["code"], row["code"], stratum_of(row)) for row in frame]
    found = drawn(seed, candidates, quotas(frame, each))
    return [
        {
            "place": str(one.place), "code": one.candidate.code, "organ": kinds[one.candidate.code][0],
            "kind": kinds[one.candidate.code][1], "key": f"{one.key:.12E}", "case": cases[one.candidate.code],
        }
        for one in found
    ]  # fmt: skip


def published(record: Any) -> dict[str, Any]:
    """What is published of a draw: enough to draw it again."""
    frame = [{name: row[name] for name in ("code", "organ", "kind")} for row in record.frame]
    return {
        "title": record.title_text, "frame": frame, "each": record.per_stratum, "secret_digest": record.secret_digest,
        "commitment": record.commitment, "secret": record.secret, "public_source": record.public_source,
        "public_value": record.public_value, "sample": [row["code"] for row in record.sample],
    }  # fmt: skip


def differences(told: Mapping[str, Any]) -> list[str]:
    """Every difference between a published draw and one computed again; empty where they agree.

    Raises:
        DrawError: the file lacks a part.
    """
    try:
        frame, each = told["frame"], int(told["each"])
        committed, secret, value = told["commitment"], told["secret"], told["public_value"]
        published_codes = list(told["sample"])
        again = [row["code"] for row in sample(frame, each, secret, value)]
        own = commitment(frame, each, told["secret_digest"])
    except (KeyError, TypeError, ValueError) as error:
        raise DrawError(f"抽取材料不完整：{error}。请从公布处重新取得。") from None
    found = []
    if digest_of_secret(secret) != told["secret_digest"]:
        found.append("密值与承诺时公布的摘要不符")
    if own != committed:
        found.append("案卷目录、抽取数量或者密值摘要与承诺不符")
    if again != published_codes:
        found.append(f"抽中的案卷不同：公布{len(published_codes)}卷，重算{len(again)}卷")
    return found
