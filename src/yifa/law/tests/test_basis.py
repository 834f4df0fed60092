"""Bases: how they are made, written in Chinese, compared and refused."""

from datetime import date

import pytest

from yifa.law import AmbiguousName, ArticleMissing, Basis, LawError, NoVersion, Status, UnknownAct, act

L = act("行政复议法")


def test_a_basis_is_written_as_a_statute_is_cited() -> None:
    assert str(L[30, 1].item(4)) == "《行政复议法》第三十条第一款第四项"
    assert L[30, 1].item(4).short == "行政复议法30①(四)"
    assert str(act("刑法")["133之一"]) == "《刑法》第一百三十三条之一"
    assert str(L.whole) == "《行政复议法》"


def test_a_short_name_and_a_full_title_name_the_same_act() -> None:
    assert act("复议法") == act("中华人民共和国行政复议法") == act("《行政复议法》") == L


def test_a_pinned_act_names_its_version_in_the_full_form() -> None:
    old, new = (act("行政复议法实施条例", on=date(2026, m, 30)) for m in (6, 7))
    assert old != new
    assert new[70].full == ("《中华人民共和国行政复议法实施条例》（2026-04-29公布，2026-07-01施行）第七十条")
    with pytest.raises(ArticleMissing, match="第七十八条"):
        new[78]


def test_bases_are_hashable_and_sort_by_authority_then_article() -> None:
    regulation = act("行政复议法实施条例")[1]
    bases = [regulation, L[30, 2], L[30], L[5]]
    assert sorted(bases) == [L[5], L[30], L[30, 2], regulation]
    assert len({L[30], L[30], L[30].says("五日")}) == 2


def test_key_words_are_kept_and_must_be_short() -> None:
    assert L[30, 3].says("视为受理").key_words == ("视为受理",)
    with pytest.raises(LawError, match="不是摘录条文"):
        L[30].says("公民、法人或者其他组织认为行政机关的行政行为")


def test_an_unknown_act_is_refused_at_once_with_what_comes_near() -> None:
    with pytest.raises(UnknownAct, match="是不是要找《行政复议法》"):
        act("行政复仪法")


def test_a_day_before_the_first_version_has_no_version() -> None:
    with pytest.raises(NoVersion, match="尚未施行"):
        act("行政执法监督条例", on=date(2026, 1, 31))
    assert act("合同法").status_on(date(2021, 1, 1)) is Status.REPEALED
    assert act("合同法").status_on(date(2020, 12, 31)) is Status.IN_FORCE


def test_an_act_as_a_whole_is_a_basis() -> None:
    assert isinstance(act("37号").whole, Basis)
    assert act("37号").latest.number == "国办发〔2018〕37号"


def test_errors_are_importable() -> None:
    assert issubclass(AmbiguousName, LawError)
