"""The structure of a report comes from data: by kind of organ, and a place's own first."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings

from yifa.errors import YifaError
from yifa.kernel.frozen import all_figures
from yifa.office import scope
from yifa.office.models import Organ, Place
from yifa.report import compilation, outline
from yifa.report.outline import codes_in

pytestmark = pytest.mark.django_db
FILES = sorted(outline.PACKAGED.glob("annual*.yaml"))


@pytest.fixture
def bureau() -> Organ:
    """A department."""
    place = Place.objects.create(code="130999", name="洪河县")
    return Organ.objects.create(
        place=place, name="洪河县城市管理局", short_name="县城管局", kind="department", mark="洪城"
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_figure_that_an_outline_names_is_declared(path: Path) -> None:
    known = all_figures()
    named = [code for part in outline.load(path).parts for code in codes_in(part.text)]
    assert named
    assert [code for code in named if code not in known] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_outline_has_the_four_mandatory_contents(path: Path) -> None:
    assert len([part for part in outline.load(path).parts if part.required]) == 4


def test_the_county_reports_on_each_field_of_its_work() -> None:
    codes = {code.partition(".")[0] for part in outline.load(FILES[0]).parts for code in codes_in(part.text)}
    assert {"penalty", "inspection", "licence", "supervision_case", "reconsideration", "legality_review"} <= codes


def test_a_department_reports_on_its_own_work_under_its_own_name(bureau: Organ) -> None:
    with scope.everything("试验"):
        report = compilation.start(bureau, 2025)
        texts = "".join(report.sections.values_list("text", flat=True))
    assert report.title == "洪河县城市管理局2025年法治政府建设年度报告"
    assert "reconsideration_reply.n_copies" in texts
    assert "全县" not in texts


def test_the_outline_of_the_place_comes_first(bureau: Organ, tmp_path: Path, settings: LazySettings) -> None:
    settings.HOME = tmp_path
    folder = tmp_path / "places" / "130999"
    folder.mkdir(parents=True)
    own = "source: 县委依法治县办通知\ntitle: '{organ}报告'\nparts:\n  - {code: whole, title: 全文, text: 略}\n"
    (folder / "annual_body.yaml").write_text(own, encoding="utf-8")
    assert [part.title for part in outline.of_organ(bureau).parts] == ["全文"]


def test_an_outline_without_its_source_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "annual.yaml"
    path.write_text("title: 报告\nparts: []\n", encoding="utf-8")
    with pytest.raises(YifaError, match="没有写明依据"):
        outline.load(path)
