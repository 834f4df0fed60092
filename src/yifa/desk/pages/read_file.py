"""The text of a file for a field of a form (从文件读入): the draft is in Word, and what is recorded is its text."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from yifa.desk import answers
from yifa.errors import YifaError
from yifa.text import source_of
from yifa.text.load import MAX_BYTES


@require_POST
def read_file(request: HttpRequest) -> HttpResponse:
    """The body of the file sent as `file`, and what its reader should know; 422 with the reason where it is none."""
    try:
        upload = request.FILES.get("file")
        if not isinstance(upload, UploadedFile) or not upload.name:
            raise YifaError("没有选择文件。请选择文稿。")
        if (upload.size or 0) > MAX_BYTES:
            raise YifaError(f"“{upload.name}”超过{MAX_BYTES // 2**20}MB的上限。请压缩图片或者拆分后重新选择。")
        source = source_of(upload.read(), upload.name)
    except YifaError as refused:
        return answers.as_json({"error": str(refused)}, status=422)
    text = source.text[: source.body].strip("\n") + "\n"
    left = ["脚注、页眉、文本框等没有读入。"] if source.stretches else []
    told = "".join([f"已读入“{upload.name}”，{len(text.strip()):,}字，请核对。", *source.notes, *left])
    return answers.as_json({"text": text, "told": told})


urlpatterns = [path("read-file/", read_file, name="read_file")]
