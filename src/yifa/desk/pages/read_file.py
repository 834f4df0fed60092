"""The text of a file for a field of a form (从文件读入): the draft is in Word, and what is recorded is its text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from yifa.desk import answers
from yifa.desk.uploads import draft_in
from yifa.errors import YifaError


@require_POST
def read_file(request: HttpRequest) -> HttpResponse:
    """The body of the file sent as `file`, and what its reader should know; 422 with the reason where it is none."""
    try:
        draft = draft_in(request)
        if draft is None:
            raise YifaError("没有选择文件。请选择文稿。")
    except YifaError as refused:
        return answers.as_json({"error": str(refused)}, status=422)
    source = draft.source
    text = source.text[: source.body].strip("\n") + "\n"
    left = ["脚注、页眉、文本框等没有读入。"] if source.stretches else []
    told = "".join([f"已读入“{draft.name}”，{len(text.strip()):,}字，请核对。", *source.notes, *left])
    return answers.as_json({"text": text, "told": told})


urlpatterns = [path("read-file/", read_file, name="read_file")]
