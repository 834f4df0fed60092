"""Rules that hold for every file of the tree."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import PACKAGE, ROOT, files, having, name_of

HAN = re.compile(r"[\u4e00-\u9fff]")
LONGEST = 400
FRONT_END = (".html", ".css", ".js", ".svg")
TEXT = (".py", ".md", ".toml", ".csv", ".txt", ".yaml", ".json", ".html", ".css", ".js", ".sh")


def test_no_python_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {
        name_of(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in having(".py")
        if "migrations" not in path.parts
    }
    assert {name: n for name, n in lengths.items() if n > LONGEST} == {}


def test_no_page_loads_anything_from_elsewhere() -> None:
    """What a browser fetches comes from this installation; an XML name is no address to fetch."""
    address = re.compile(r"(?:https?:)?//[\w.-]+\.\w+/(?!.*XMLSchema)")
    found = {
        name_of(path): hits
        for path in having(*FRONT_END)
        if (hits := [hit for hit in address.findall(path.read_text(encoding="utf-8")) if "www.w3.org/" not in hit])
    }
    assert found == {}


def test_no_template_has_what_the_content_security_policy_refuses() -> None:
    comment = re.compile(r"{% comment.*?endcomment %}|{#.*?#}", re.S)
    refused = re.compile(r"\sstyle=|<style|\son[a-z]+=|hx-on|javascript:|<script(?![^>]*\ssrc=)")
    found = {
        name_of(path): hits
        for path in having(".html")
        if "/templates/" in name_of(path)
        and (hits := refused.findall(comment.sub("", path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_no_path_of_a_machine_is_in_the_tree() -> None:
    own = re.escape(str(ROOT))
    machine = re.compile(rf"{own}(?![\w-])|/(?:home|Users)/\w+/|/root/\w")
    found = {
        name_of(path): match.group()
        for path in [*having(*TEXT), *(path for path in files() if not path.suffix)]
        if path != Path(__file__) and (match := machine.search(path.read_text(encoding="utf-8")))
    }
    assert found == {}


def links() -> Iterator[tuple[Path, str]]:
    """Each link in a Markdown file to another file of the tree."""
    for page in having(".md"):
        text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
        for target in re.findall(r"\]\(\s*<?([^)\s>]+)", text):
            if not re.match(r"[a-z]+:|#", target):
                yield page, target.partition("#")[0]


def test_every_link_in_the_documentation_leads_somewhere() -> None:
    broken = [
        f"{name_of(page)} → {target}"
        for page, target in links()
        if not (ROOT / target.lstrip("/") if target[0] == "/" else page.parent / target).exists()
    ]
    assert broken == []


def test_every_data_file_of_the_package_is_shipped_with_it() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = project["tool"]["setuptools"]["package-data"]["yifa"]
    shipped = {Path(pattern).suffix or Path(pattern).name for pattern in patterns} | {".typed"}
    left_out = [
        name_of(path)
        for path in files()
        if path.is_relative_to(PACKAGE) and "tests" not in path.parts and path.suffix not in {".py", *shipped}
    ]
    assert left_out == []


# --- terms --------------------------------------------------------------------------------------

COLUMNS = ["term_zh", "identifier", "definition_zh", "basis"]


def term_files() -> list[Path]:
    return [*PACKAGE.glob("data/terms.csv"), *sorted(PACKAGE.glob("data/terms/*.csv"))]


def terms() -> list[tuple[str, dict[str, str]]]:
    rows = []
    for path in term_files():
        with path.open(encoding="utf-8", newline="") as file:
            rows += [(name_of(path), row) for row in csv.DictReader(file)]
    return rows


@pytest.mark.parametrize("path", term_files(), ids=name_of)
def test_a_list_of_terms_is_well_formed(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == COLUMNS
    assert [row for row in rows if len(row) != len(COLUMNS)] == []
    wrong = [
        row
        for row in rows[1:]
        if not HAN.search(row[0]) or not re.fullmatch(r"[A-Za-z][A-Za-z0-9_.]*", row[1]) or not HAN.search(row[2])
    ]
    assert wrong == []


def test_one_term_has_one_name_and_one_name_one_term() -> None:
    by_term: dict[str, set[str]] = {}
    by_name: dict[str, set[str]] = {}
    for _, row in terms():
        by_term.setdefault(row["term_zh"], set()).add(row["identifier"])
        by_name.setdefault(row["identifier"], set()).add(row["term_zh"])
    assert {term: names for term, names in by_term.items() if len(names) > 1} == {}
    assert {name: words for name, words in by_name.items() if len(words) > 1} == {}


# --- dependencies -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_every_package_by_hash_and_names_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.findall(r"^[a-z0-9][^\s;]*==\S+.*?(?=^[a-z0-9]|\Z)", text, re.M | re.S)
    assert len(packages) > 30
    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for asked in project["project"]["dependencies"]:
        name, pinned, version = re.sub(r"\[.*?\]", "", asked).partition("==")
        start = re.match(r"[\w.-]+", name).group()  # type: ignore[union-attr]
        line = rf"^{re.escape(start)}=={re.escape(version) if pinned else ''}"
        assert re.search(line, locked, re.M), f"{asked}: run `make lock`"
