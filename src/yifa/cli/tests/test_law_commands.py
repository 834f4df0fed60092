"""`yifa cite` and `yifa law` as a clerk runs them: good input, bad input, and what is said."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from yifa.cli import law as law_module
from yifa.cli.cite import command as cite
from yifa.errors import YifaError
from yifa.law.tests.tea import make_library
from yifa.text import read_source

SENTENCE = "根据《行政复议法》第三十条和合同法第五十二条。"


def run(command: object, *args: str) -> Result:
    return CliRunner().invoke(command, args)  # type: ignore[arg-type]


def docx(path: Path, body: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", body)
    return path


def paragraphs(*texts: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    runs = "".join(
        "<w:p>" + "".join(f"<w:r><w:t>{part}</w:t></w:r>" for part in (text[:4], text[4:])) + "</w:p>" for text in texts
    )
    return f"<w:document {space}><w:body>{runs}</w:body></w:document>".encode()


def files_of_each_kind(folder: Path) -> list[Path]:
    (folder / "a.txt").write_text(SENTENCE, encoding="utf-8")
    (folder / "bom.txt").write_text(SENTENCE, encoding="utf-8-sig")
    (folder / "gbk.txt").write_bytes(SENTENCE.encode("gb18030"))
    (folder / "utf16.txt").write_text(SENTENCE, encoding="utf-16")
    (folder / "a.md").write_text(f"# 标题\n\n{SENTENCE}", encoding="utf-8")
    (folder / "a.html").write_text(
        f"<html><head><title>x</title><script>《刑法》第一条</script></head><body><p>{SENTENCE}</p></body></html>",
        encoding="utf-8",
    )
    docx(folder / "a.docx", paragraphs("标题", SENTENCE))
    return sorted(folder.iterdir())


def test_every_kind_of_file_gives_the_same_citations(tmp_path: Path) -> None:
    for path in files_of_each_kind(tmp_path):
        done = run(cite, str(path), "--at", "2026-08-01", "--json")
        assert done.exit_code == 0, done.output
        told = json.loads(done.output)[0]["citations"]
        assert [(c["text"], c["finding"]) for c in told] == [
            ("《行政复议法》第三十条", "ok"),
            ("合同法第五十二条", "repealed"),
        ], path
        text = read_source(path).text
        assert all(text[c["start"] : c["end"]] == c["text"] for c in told)


def test_the_list_says_line_finding_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"第一行\n{SENTENCE}", encoding="utf-8")
    done = run(cite, str(path), "--at", "2026-08-01", "--only-faults")
    assert "引用2处" in done.output
    assert "第2行 合同法第五十二条" in done.output
    assert "由《民法典》取代" in done.output
    assert "第三十条" not in done.output.split("引用2处")[1].split("合同法")[0]


def test_a_file_that_cannot_be_read_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "断.docx").write_bytes(docx(tmp_path / "good.docx", paragraphs(SENTENCE)).read_bytes()[:200])
    done = run(cite, str(tmp_path / "断.docx"))
    assert done.exit_code == 2
    assert "请重新下载" in done.stderr


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    names = [str(tmp_path / name) for name in ("无.txt", "a.txt", "坏.docx")]
    (tmp_path / "坏.docx").write_bytes(b"x")
    done = run(cite, *names, "--json")
    assert done.exit_code == 2
    assert [one["file"] for one in json.loads(done.stdout)] == [names[1]]
    assert "“无.txt”：文件不存在" in done.stderr
    assert "“坏.docx”：不是有效的 docx" in done.stderr


def test_the_version_in_force_on_a_day_is_shown() -> None:
    before = run(law_module.command, "show", "行政复议法实施条例", "60", "--on", "2026-06-30")
    after = run(law_module.command, "show", "行政复议法实施条例", "37", "--on", "2026-08-01")
    assert "* 2007-05-29公布" in before.output
    assert "* 2026-04-29公布" in after.output
    assert "共2款，第1款3项" in after.output
    article = run(law_module.command, "show", "行政复议法", "第三十条", "--on", "2026-08-01")
    assert "共3款，第1款7项" in article.output


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("show", "行政复义法"), "是不是要找《行政复议法》"),
        (("show", "行政复议法", "91"), "最后一条是第九十条"),
        (("show", "行政复议法", "六二"), "没有第六十二条|第六十二条"),
        (("show", "行政复议法", "abc"), "不是条号"),
        (("show", "行政复议法", "--on", "2026-02-30"), "不是日期"),
        (("show", "行政复议法", "第三十条第一款第（九）项"), "没有第三十条第一款第九项，该条共3款，第1款7项"),
        (("show", "行政复议法", "第三十条第四款"), "没有第三十条第四款，该条共3款"),
        (("show", "行政复议法", "第三条至第五条"), "不是条号"),
        (("import", "/nowhere"), "不是文件夹"),
        (("search", "听证", "--db", "/nowhere/law.sqlite3"), "yifa law import"),
    ],
)
def test_what_cannot_be_done_is_said_in_chinese(args: tuple[str, ...], said: str) -> None:
    done = run(law_module.command, *args)
    if isinstance(done.exception, YifaError):
        assert any(part in str(done.exception) for part in said.split("|"))
    else:
        assert any(part in done.output for part in said.split("|"))


def test_a_library_is_imported_searched_and_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YIFA_HOME", str(tmp_path / "home"))
    folder = make_library(tmp_path / "laws")
    (folder / "坏.md").write_bytes(b"\xff")
    done = run(law_module.command, "import", str(folder))
    assert done.exit_code == 0, done.exception
    assert "已导入4个法律文件版本、8条" in done.output
    assert "坏.md：不是UTF-8编码" in done.output
    found = run(law_module.command, "search", "听证", "--limit", "2")
    assert "“听证”共5处，列出前2处" in found.output
    assert "《茶叶法》第二条 法律 2020-05-06" in found.output
    told = json.loads(run(law_module.command, "search", "听证", "--json").output)
    assert told["total"] == 5
    assert [hit["title"] for hit in told["hits"]][:2] == ["茶叶法", "茶叶法实施条例"]


def test_the_index_command_writes_the_data_files(tmp_path: Path) -> None:
    folder = make_library(tmp_path / "laws")
    args = ("index", str(folder), "--source", "自编", "--as-of", "2025-04-19", "--out", str(tmp_path / "out"))
    done = run(law_module.command, *args)
    assert done.exit_code == 0, done.exception
    assert "其中3个统计了条款" in done.output
    assert (tmp_path / "out" / "indexed.csv").is_file()


def test_an_article_of_an_act_not_in_force_says_whose_version_it_is() -> None:
    shown = run(law_module.command, "show", "合同法", "52", "--on", "2026-08-01").output
    assert "已由《民法典》取代" in shown
    before = run(law_module.command, "show", "行政复议法", "第三十条第一款第（四）项", "--on", "1990-01-01")
    assert "1990-01-01：尚未施行" in before.output
    assert "第三十条（2023-09-01公布，2024-01-01施行的版本）" in before.output


def test_nothing_is_printed_before_an_article_is_refused() -> None:
    assert run(law_module.command, "show", "行政复议法", "91").output == ""


def test_a_folder_of_which_nothing_can_be_read_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YIFA_HOME", str(tmp_path / "home"))
    bad = tmp_path / "bad"
    bad.mkdir()
    (bad / "空.md").write_bytes(b"")
    (bad / "国标码.md").write_bytes("第一条".encode("gbk"))
    done = run(law_module.command, "import", str(bad))
    assert "一个也没有读成，法律库保持原样" in str(done.exception)
    assert "空.md：里面没有文字" in done.output
    assert not (tmp_path / "home" / "law.sqlite3").exists()
    run(law_module.command, "import", str(make_library(tmp_path / "laws")))
    run(law_module.command, "import", str(bad))
    assert "共5处" in run(law_module.command, "search", "听证").output


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", "依据".encode(), "它不是数据库文件。请核对位置"),
        ("b.sqlite3", b"", "里面没有导入过法律文件"),
        ("c", None, "是文件夹"),
    ],
)
def test_a_library_that_is_none_is_refused_without_advice_to_delete_what_one_needs(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    place = tmp_path / name
    place.mkdir() if content is None else place.write_bytes(content)
    told = str(run(law_module.command, "search", "听证", "--db", str(place)).exception)
    assert said in told
    assert content is None or place.read_bytes() == content
