"""One run of `yifa demo`: build or reuse, write the report, say in Chinese what was made."""

from __future__ import annotations

import fcntl
import os
import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.db.models import Count, Q
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from yifa.demo import build, place, report
from yifa.demo.online import Coded
from yifa.errors import YifaError
from yifa.kernel.declare import PROCEDURES
from yifa.kernel.models import Case, Event
from yifa.office import scope
from yifa.office.models import Organ, Person
from yifa.report import review
from yifa.report.models import AnnualReport

LOGINS = "demo_logins.txt"
CODE = "查询码"
SHOWN = ("zhou", "wu", "qian", "zheng", "han", "gao", "jiang", "luo", "tang", "shen", "feng", "lu", "sun", "admin")
"""The people whose logins are printed: one for each role."""


class Busy(YifaError):
    """Another `yifa demo` is building in the same home."""


@contextmanager
def alone() -> Iterator[None]:
    """Nobody else builds in this home meanwhile.

    Raises:
        Busy: somebody does.
    """
    with (settings.HOME / "demo.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy("另一个 yifa demo 正在同一目录中建立演示数据，请等它结束后再运行。") from None
        yield


def prepare(seed: int, folder: Path, started: float) -> None:
    """Build the county unless it stands, write its report and print a summary."""
    today = timezone.localdate()
    console = Console(highlight=False)
    if build.standing():
        console.print("演示县已经建立，沿用原有数据。")
        if not logins_file().exists():
            _new_password()
    else:
        password = secrets.token_urlsafe(9)
        with _bar(console) as progress:
            built = build.build(
                seed, today, password, progress=_shown(progress) if console.is_terminal else _lines(console)
            )
        keep_logins(password, built.codes)
    with scope.everything("汇编演示县年度报告"):
        made = AnnualReport.objects.get(organ__name=place.source()["government"]["name"], year=build.YEAR)
        files = report.write_report(made, folder, today)
        _summary(console, made, files)
    console.print(f"用时 {time.monotonic() - started:.0f} 秒。")


def logins_file() -> Path:
    """Where the logins are kept, readable by the owner alone."""
    return Path(settings.HOME) / LOGINS


def keep_logins(password: str, codes: Sequence[Coded] = ()) -> None:
    """Write the logins with their password into the file, and the query codes, which nobody else keeps."""
    descriptor = os.open(logins_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("演示账号（密码相同，只限本机演示）\n")
        file.writelines(f"{login}\t{who}\n" for login, who in _logins())
        file.writelines(f"{CODE}\t{each.code}\t{each.what}\n" for each in codes)
        file.write(f"密码\t{password}\n")


def _new_password() -> None:
    """The file with the logins is gone (a run was killed between building and writing it): set a new password."""
    password = secrets.token_urlsafe(9)
    people = Person.objects.filter(posts__organ__place__code__startswith=place.source()["county"]["code"])
    User.objects.filter(person__in=people).update(password=make_password(password))
    keep_logins(password)


def _logins() -> list[tuple[str, str]]:
    people = Person.objects.filter(user__isnull=False).prefetch_related("posts__organ").order_by("pk")
    return [
        (
            str(person.user.username),
            f"{person.name}，{post.title}（{post.organ.short_name}，{post.get_role_display()}）",
        )
        for person in people
        if person.user is not None
        for post in person.posts.all()[:1]
    ]


def _bar(console: Console) -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeElapsedColumn(),
        console=console, disable=not console.is_terminal,
    )  # fmt: skip


def _shown(progress: Progress) -> Any:
    if progress.disable:
        return _lines(progress.console)
    tasks: dict[str, TaskID] = {}

    def show(part: str, done: float) -> None:
        if part not in tasks:
            for task in tasks.values():
                progress.update(task, completed=1)
            tasks[part] = progress.add_task(part, total=1)
        progress.update(tasks[part], completed=done)

    return show


def _lines(console: Console) -> Any:
    """A line at each quarter of a part, where nobody watches a bar (a pipe, a log)."""
    told: dict[str, int] = {}

    def show(part: str, done: float) -> None:
        quarter = int(done * 4)
        if told.get(part, -1) < quarter:
            told[part] = quarter
            console.print(f"{part} {quarter * 25}%")

    return show


def _summary(console: Console, made: AnnualReport, files: list[Path]) -> None:
    console.print(f"[bold]{made.organ.place.name}[/]：{Organ.objects.count()}个机关，{Person.objects.count()}名人员。")
    for line in _cases(made.year):
        console.print(f"  {line}")
    console.print(f"办理记录{Event.objects.count()}条，台账{_entries()}条。")
    console.print(
        f"{made.title}：冻结数字{made.printed.count()}个；核查提示{len(review.warnings(made))}条（见“年度报告”页）。"
    )
    for path in files:
        console.print(f"  {path}")
    kept = [line.split("\t") for line in logins_file().read_text(encoding="utf-8").splitlines()]
    if codes := [line[1:] for line in kept if line[0] == CODE]:
        console.print("公众网上提交的，在公开页面“办理情况查询”（/open/answers/）凭查询码查看：")
        for code, what in codes:
            console.print(f"  {code}  {what}", soft_wrap=True)
    console.print("登录账号（密码相同）：")
    known = dict(_logins())
    for login in SHOWN:
        console.print(f"  {login:<8}{known[login]}")
    password = logins_file().read_text(encoding="utf-8").rsplit("密码\t", 1)[-1].strip()
    console.print(f"  密码：{password}（保存在 {logins_file()}，仅本人可读）", soft_wrap=True)


def _cases(year: int) -> Iterator[str]:
    """How many cases there are of each procedure, and how many of them began in the year of the report."""
    within = Q(opened_on__range=(date(year, 1, 1), date(year, 12, 31)))
    counted = Case.objects.values("procedure").annotate(all=Count("pk"), of_year=Count("pk", filter=within))
    for row in counted.order_by("-all", "procedure"):
        label = PROCEDURES.latest(row["procedure"]).label
        yield f"{label}{row['all']}件，其中{year}年{row['of_year']}件"


def _entries() -> int:
    from yifa.kernel.registers import REGISTERS

    return sum(register.model._base_manager.count() for register in REGISTERS.all())
