"""The directory of an installation (机构人员名册): places, organs, people and their posts, entered from one workbook.

Everything is right or nothing is written. A file may be entered again: what it says differently is changed, what it no
longer says stays, because a post ends on a day and nobody vanishes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.db import models, transaction

from yifa.errors import YifaError
from yifa.office.codes import division_level, plain_credit_code
from yifa.office.models import Organ, OrganKind, Person, Place, Post, Reach
from yifa.office.roles import RECORDED_FOR, Role

POSTS = (*(role for role in Role if role is not Role.SYSTEM and role not in RECORDED_FOR), Role.COUNSEL)
"""The roles that somebody who signs in may hold; others are acts of outsiders."""

Row = tuple[int, Mapping[str, Any]]
"""The number of a row as the spreadsheet counts it, and its cells by heading."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet: its heading, the field it fills, what to write, what there is to choose from."""

    heading: str
    field: str
    note: str
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()


def _choices(kind: type[models.TextChoices]) -> tuple[tuple[str, str], ...]:
    return tuple((str(value), str(label)) for value, label in kind.choices)


SHEETS: Mapping[str, tuple[Column, ...]] = {
    "行政区划": (
        Column("代码", "code", "县级以上6位，乡级9位", required=True),
        Column("名称", "name", "全称，例如“洪河县”", required=True),
        Column("上级代码", "parent", "上一级的代码；最上一级空着"),
    ),
    "机关": (
        Column("名称", "name", "印章上的全称", required=True),
        Column("简称", "short_name", "列表中使用", required=True),
        Column("类别", "kind", "从列表中选择", required=True, choices=_choices(OrganKind)),
        Column("行政区划代码", "place", "写在“行政区划”表里的代码", required=True),
        Column("上级机关", "parent", "全称或者简称；本级政府空着"),
        Column("统一社会信用代码", "credit_code", "18位"),
        Column("机关代字", "mark", "文号中的代字，例如“洪复”"),
    ),
    "人员": (
        Column("登录名", "login", "英文字母、数字；不登录系统的空着"),
        Column("姓名", "name", "履行职务时的姓名", required=True),
        Column("机关", "organ", "全称或者简称", required=True),
        Column("岗位", "role", "从列表中选择；一人几个岗位的，一个岗位一行", required=True,
               choices=tuple((role.value, str(role.label)) for role in POSTS)),
        Column("职务名称", "title", "例如“副局长”"),
        Column("任职日期", "since", "2026-01-01", required=True),
        Column("免职日期", "until", "最后一日；在任的空着"),
        Column("数据范围", "reach", "空着的为本机关", choices=_choices(Reach)),
        Column("联系电话", "phone", "个人信息，不公开"),
    ),
}  # fmt: skip
"""The three sheets in the order in which they are entered."""


@dataclass(frozen=True)
class Fault:
    """What is wrong in one cell, and what to do."""

    sheet: str
    row: int
    heading: str
    text: str

    def __str__(self) -> str:
        place = f"“{self.sheet}”第{self.row}行"
        return f"{place}“{self.heading}”：{self.text}" if self.heading else f"{place}：{self.text}"


class DirectoryRefused(YifaError):
    """The directory has faults; nothing was written."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(f"没有录入：名册有{len(faults)}处问题，一行也没有写入。请改正后重新录入。")


@dataclass
class Entered:
    """What was entered: how many rows are new or changed, and the accounts that were opened with their passwords."""

    new: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    accounts: list[tuple[str, str, str]] = field(default_factory=list)
    """Name, login and first password."""
    administrators: int = 0
    """How many accounts may open the administration now."""

    def count(self, what: str, *, new: bool, changed: bool) -> None:
        """Note one row."""
        for happened, numbers in ((new, self.new), (changed and not new, self.changed)):
            if happened:
                numbers[what] = numbers.get(what, 0) + 1


Keep = Callable[[Entered], None]
"""Keeps what must not be lost."""


def enter(
    tables: Mapping[str, Sequence[Row]], today: date, password: Callable[[], str], keep: Keep, *, dry_run: bool = False
) -> Entered:
    """Enter the sheets.

    Args:
        tables: the rows of each sheet of `SHEETS` by its name; one that is left out has no rows.
        password: makes the first password of a new account.
        keep: told what was entered before it is final: where first passwords cannot be kept, nothing is entered.
        dry_run: look at everything and write nothing.

    Raises:
        DirectoryRefused: with every fault; nothing was written.
    """
    work = _Work(password)
    with transaction.atomic():
        for name, take in (("行政区划", work.place), ("机关", work.organ), ("人员", work.post)):
            for number, cells in tables.get(name, ()):
                work.at(name, number, cells, take)
        if work.faults:
            raise DirectoryRefused(work.faults)
        work.entered.administrators = _administrators(today)
        if dry_run:
            transaction.set_rollback(True)
        else:
            keep(work.entered)
    return work.entered


def _administrators(today: date) -> int:
    """Open the administration to whoever keeps the system on a day, close it to who no longer does; how many may."""
    users: Any = get_user_model()
    holding = Post.objects.filter(role=Role.ADMINISTRATOR)
    kept = set(holding.on(today).exclude(person__user=None).values_list("person__user", flat=True))
    former = set(holding.exclude(person__user=None).values_list("person__user", flat=True)) - kept
    users.objects.filter(pk__in=kept).update(is_staff=True, is_superuser=True)
    users.objects.filter(pk__in=former).update(is_staff=False, is_superuser=False)
    return int(users.objects.filter(is_superuser=True, is_active=True).count())


class _Wrong(Exception):
    """A cell cannot be used; caught where the row is known."""

    def __init__(self, field_name: str, text: str) -> None:
        super().__init__(text)
        self.field_name, self.text = field_name, text


class _Work:
    """One entering: what was found wrong so far, and what was entered."""

    def __init__(self, password: Callable[[], str]) -> None:
        self.password = password
        self.faults: list[Fault] = []
        self.entered = Entered()

    def at(self, sheet: str, number: int, cells: Mapping[str, Any], take: Callable[[dict[str, Any]], None]) -> None:
        """Enter one row, or note what is wrong with it."""
        headings = {column.field: column.heading for column in SHEETS[sheet]}
        try:
            take({column.field: _read(column, cells.get(column.heading)) for column in SHEETS[sheet]})
        except _Wrong as wrong:
            self.faults.append(Fault(sheet, number, headings.get(wrong.field_name, ""), wrong.text))
        except ValidationError as error:
            for name, text in _told(error):
                self.faults.append(Fault(sheet, number, headings.get(name, ""), text))

    def place(self, values: dict[str, Any]) -> None:
        """A place, by its code; the level is what the code says."""
        place = Place.objects.filter(code=values["code"]).first() or Place(code=values["code"])
        parent = _known(Place, values["parent"], "parent", "code")
        level = division_level(values["code"]) if len(values["code"]) >= 6 else ""
        self._keep("行政区划", place, {"name": values["name"], "level": level, "parent": parent})

    def organ(self, values: dict[str, Any]) -> None:
        """An organ, by its full name."""
        organ = Organ.objects.filter(name=values["name"]).first() or Organ(name=values["name"])
        told = {name: values[name] for name in ("short_name", "kind", "mark")}
        told["place"] = _known(Place, values["place"], "place", "code")
        told["parent"] = _known(Organ, values["parent"], "parent", "name", "short_name")
        told["credit_code"] = plain_credit_code(values["credit_code"]) or None
        self._keep("机关", organ, told)

    def post(self, values: dict[str, Any]) -> None:
        """A person, by login or else by name and organ, and one of their posts, by organ, role and first day."""
        organ = _known(Organ, values["organ"], "organ", "name", "short_name")
        person = self._person(values, organ)
        key = {"person": person, "organ": organ, "role": values["role"], "since": values["since"]}
        post = Post.objects.filter(**key).first() or Post(**key)
        told = {"title": values["title"], "until": values["until"], "reach": values["reach"] or Reach.OWN.value}
        self._keep("岗位", post, told)

    def _person(self, values: dict[str, Any], organ: Organ) -> Person:
        login, name = values["login"], values["name"]
        if not login:
            found = Person.objects.filter(user=None, name=name, posts__organ=organ).first()
            person = found or Person(name=name)
        else:
            found = Person.objects.filter(user__username=login).first()
            if found is not None and found.name != name:
                raise _Wrong("login", f"“{login}”已经是“{found.name}”的登录名，请核对姓名，或者换一个登录名")
            person = found or Person(name=name, user=self._account(login, name))
        self._keep("人员", person, {"phone": values["phone"] or person.phone})
        return person

    def _account(self, login: str, name: str) -> Any:
        users: Any = get_user_model()
        if users.objects.filter(username=login).exists():
            raise _Wrong("login", f"登录名“{login}”已被占用，请换一个")
        first = self.password()
        user = users(username=login, password=make_password(first))
        try:
            user.full_clean()
        except ValidationError as error:
            raise _Wrong("login", "；".join(text for _, text in _told(error))) from None
        user.save()
        self.entered.accounts.append((name, login, first))
        return user

    def _keep(self, what: str, row: models.Model, told: Mapping[str, Any]) -> None:
        """Write a row where it is new or the file says something else."""
        new = row._state.adding
        changed = any(getattr(row, name) != value for name, value in told.items())
        for name, value in told.items():
            setattr(row, name, value)
        row.full_clean()
        if new or changed:
            row.save()
        self.entered.count(what, new=new, changed=changed)


def _read(column: Column, cell: Any) -> Any:
    """The value of a cell: text without spaces around, a day, or the code of a choice."""
    day = cell.date() if hasattr(cell, "date") else cell
    if isinstance(day, date):
        text: str = day.isoformat()
    else:
        text = str(int(cell) if isinstance(cell, float) and cell.is_integer() else "" if cell is None else cell).strip()
    if column.required and not text:
        raise _Wrong(column.field, "没有填写")
    if column.choices and text:
        return _chosen(column, text)
    return _day(column, text) if column.field in ("since", "until") else text


def _chosen(column: Column, text: str) -> str:
    for value, label in column.choices:
        if text in (value, label):
            return value
    labels = "、".join(label for _, label in column.choices)
    raise _Wrong(column.field, f"没有“{text}”，可选的有：{labels}")


def _day(column: Column, text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text.replace("/", "-"))
    except ValueError:
        raise _Wrong(column.field, f"“{text}”不是日期，请写成 2026-01-01") from None


def _known(model: type[models.Model], text: str, field_name: str, *names: str) -> Any:
    """The row that a cell names; None where it is blank."""
    if not text:
        return None
    for name in names:
        found = model._default_manager.filter(**{name: text})[:2]
        if len(found) == 1:
            return found[0]
        if found:
            raise _Wrong(field_name, f"有几个“{text}”，请写全称")
    raise _Wrong(field_name, f"没有“{text}”，请先在“{model._meta.verbose_name}”表中写明，上级写在下级前面")


def _told(error: ValidationError) -> Iterator[tuple[str, str]]:
    """Field and sentence of every fault that validation found."""
    found = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, texts in found.items():
        yield name, "；".join(text.rstrip("。") for text in texts)
