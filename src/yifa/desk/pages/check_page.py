"""检查文件: a draft in, its findings beside the text; nothing of it is kept.

The same address answers `?format=json`, `?format=sarif` and `?format=docx` (the Word file with comments): a POST with
`file` or `text`, and `kind`, `at`, `name` where wanted. The findings of the JSON are those of `yifa check --json`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils import timezone
from django.utils.http import content_disposition_header

from yifa.check.draft import Draft
from yifa.check.files import Checked
from yifa.check.marked import marked
from yifa.check.model import DraftKind, Group, Severity
from yifa.check.output import rows, sarif, troubles_of
from yifa.desk import answers
from yifa.desk.check_facts import FIELDS, facts_of
from yifa.desk.checking import MOST_CHARACTERS, Sought, checked, rules_of
from yifa.desk.marked import sheet
from yifa.desk.navigation import NavItem
from yifa.desk.present import person_in
from yifa.desk.uploads import draft_in
from yifa.errors import YifaError
from yifa.office.posts import posts_of
from yifa.text import Source
from yifa.text.load import MAX_BYTES

NAV = [NavItem("检查文件", "check", "check", 24)]

NO_TEXT: Final = re.compile(r"[0-9]{500}|[一二三四五六七八九十百千万亿〇零两]{500}|(.)\1{999}")
"""Runs that stand in no draft; patterns over them would keep a worker busy for minutes."""
FORMATS: Final = ("html", "json", "sarif", "docx")
WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

ABOUT: Final = {
    Group.AUTHORITY: "自设许可、处罚、强制、收费、证明，增加义务，限制救济",
    Group.COMPETITION: "准入门槛、指定经营者、地方保护、差别奖补、干预价格",
    Group.CITATION: "已经废止、改号、写错的法律名称和条款，文号写法",
    Group.PROCEDURE: "施行日期、有效期、溯及既往、期限的起算和单位",
    Group.STRUCTURE: "条款缺号重号、前后指代、附件、简称",
    Group.WORDING: "法律用语、模糊词、口号、数字和日期写法",
    Group.FORM: "标题、文种、字号、主送、成文日期、附注",
    Group.CONTRACT: "担保和举债、付款期限、保证金、争议解决、空白处",
    Group.PERSONAL: "拟公开文本里的证件号、电话、账号、住址、姓名",
}


def check_page(request: HttpRequest) -> HttpResponse:
    """The form; after a POST also what was found, in the form that was asked for."""
    person_in(request)
    wanted = _wanted(request)
    if request.method != "POST":
        if wanted == "json":
            return answers.as_json(_offer())
        return render(request, "desk/check/page.html", _blank(request))
    try:
        asked = _asked(request)
        answer = _answer(request, asked, wanted)
    except YifaError as refused:
        return _refusal(request, refused, wanted)
    return answer


def _wanted(request: HttpRequest) -> str:
    wanted = request.GET.get("format", "html")
    if wanted not in FORMATS:
        raise YifaError(f"不能按“{wanted[:20]}”格式输出。可用的格式：{'、'.join(FORMATS)}。")
    return wanted


# --- what was handed in -----------------------------------------------------------------------------


def _asked(request: HttpRequest) -> Sought:
    if (draft := draft_in(request)) is not None:
        name, source = draft.name, draft.source
    else:
        name = request.POST.get("name", "").strip()[:150] or "粘贴的文字"
        source = _pasted(request.POST.get("text", ""), request.POST.get("body", ""))
    if len(source.text) > MOST_CHARACTERS:
        raise YifaError(
            f"“{name}”有{len(source.text):,}字，网页一次最多检查{MOST_CHARACTERS:,}字。"
            "请拆成几份，或者请管理员在服务器上用 yifa check 检查。"
        )
    if found := NO_TEXT.search(source.text):
        line = source.text.count("\n", 0, found.start()) + 1
        raise YifaError(f"“{name}”第{line}行有一长串数字或者重复的字符，不像公文。请检查文件内容，删去后再试。")
    return Sought(
        source, name, _kind(request.POST.get("kind", "")), _day(request.POST.get("at", "")), facts_of(request.POST)
    )


def _pasted(text: str, body: str) -> Source:
    """What was typed; `body` says where the body ended of a file whose text the page sends back for a download."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise YifaError("没有可以检查的内容。请选择文件，或者把文字粘贴到框里。")
    known = body.isascii() and body.isdigit() and int(body) <= len(text)
    return Source(text, int(body) if known else len(text))


def _kind(written: str) -> DraftKind | None:
    if written and written not in list(DraftKind):
        raise YifaError(f"没有“{written[:20]}”这种文件。种类应当是 {'、'.join(DraftKind)} 之一，或者留空。")
    return DraftKind(written) if written else None


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written) if written else timezone.localdate()
    except ValueError as error:
        raise YifaError(f"“{written[:20]}”不是有效的日期。请写成2026-05-01的样子。") from error


# --- what is answered -------------------------------------------------------------------------------


def _answer(request: HttpRequest, asked: Sought, wanted: str) -> HttpResponse:
    posts = posts_of(person_in(request), timezone.localdate())
    local, rules = rules_of([post.organ for post in posts])
    draft, found = checked(asked, rules)
    if wanted == "json":
        return _named(answers.as_json(_data(asked, draft, found)), asked.name, "json")
    if wanted == "sarif":
        return _named(answers.as_json(sarif([found])), asked.name, "sarif")
    if wanted == "docx":
        fix = request.POST.get("fix") == "on"
        body = marked(asked.source, found.findings, found.cited, asked.name, timezone.localdate(), fix=fix)
        return _named(HttpResponse(body, content_type=WORD), asked.name, "docx")
    shown = {
        "checked": found,
        "sheet": sheet(asked.source, found, asked.at),
        "name": asked.name,
        "text": asked.source.text,
        "body": asked.source.body,
        "kind": asked.kind or "",
        "facts": json.dumps(asked.facts, ensure_ascii=False) if asked.facts else "",
        "kind_label": draft.kind.label,
        "day": asked.at,
        "at": asked.at.isoformat(),
        "characters": f"{len(asked.source.text):,}",
        "notes": asked.source.notes,
        "troubles": troubles_of(found),
        "is_word": asked.source.word is not None,
        "local": local,
    }
    if request.headers.get("HX-Request"):
        return render(request, "desk/check/result.html", shown)
    typed = {"typed": "" if request.FILES else asked.source.text}
    return render(request, "desk/check/page.html", _blank(request) | shown | typed)


def _data(asked: Sought, draft: Draft, found: Checked) -> dict[str, Any]:
    counts = Counter(one.severity.value for one in found.findings if not one.waived)
    return {
        "file": asked.name,
        "kind": draft.kind.value,
        "title": draft.title,
        "at": asked.at.isoformat(),
        "characters": len(draft.text),
        "notes": [*asked.source.notes, *troubles_of(found)],
        "counts": {one.value: counts[one.value] for one in Severity},
        "findings": rows(found),
    }


def _named(answer: HttpResponse, name: str, suffix: str) -> HttpResponse:
    told = f"{PurePosixPath(name).stem}检查意见.{suffix}"
    answer["Content-Disposition"] = content_disposition_header(True, told) or "attachment"
    return answer


def _refusal(request: HttpRequest, refused: YifaError, wanted: str) -> HttpResponse:
    if wanted in ("json", "sarif"):
        return answers.as_json({"error": str(refused)}, status=422)
    if request.headers.get("HX-Request"):
        return render(request, "desk/check/result.html", {"refused": refused}, status=422)
    typed = {"refused": refused, "typed": request.POST.get("text", ""), "kind": request.POST.get("kind", "")}
    return render(request, "desk/check/page.html", _blank(request) | typed, status=422)


def _blank(request: HttpRequest) -> dict[str, Any]:
    return {
        "kinds": [(one.value, one.label) for one in DraftKind],
        "most": MOST_CHARACTERS,
        "procedure": [(name, label, choices, request.POST.get(name, "")) for name, label, choices in FIELDS],
        "days": request.POST.get("days", ""),
        "at": request.POST.get("at") or timezone.localdate().isoformat(),
        "about": [(one.label, words) for one, words in ABOUT.items()],
    }


def _offer() -> dict[str, Any]:
    """What a program may ask of this address."""
    return {
        "method": "POST",
        "fields": {
            "file": "文件，或者",
            "text": "文字",
            "kind": "文件种类",
            "at": "核对日",
            "name": "名称",
            "facts": "程序信息，meta.json 里的 metadata",
            "fix": "on：带批注的 Word 里用修订改好有把握的",
        },
        "kinds": {one.value: one.label for one in DraftKind},
        "formats": list(FORMATS),
        "most_bytes": MAX_BYTES,
        "most_characters": MOST_CHARACTERS,
    }


urlpatterns = [path("check/", check_page, name="check")]
