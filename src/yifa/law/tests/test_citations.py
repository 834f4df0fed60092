"""Citations: a text, and every citation it must give with its finding (and no other)."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yifa.law.citations import Citation, citations

AT = date(2026, 8, 1)

TABLE: list[tuple[str, list[str]]] = [
    # names in 《》
    ("依据《行政复议法》第三十条", ["《行政复议法》第三十条=ok"]),
    ("依据《中华人民共和国行政复议法》第三十条", ["《中华人民共和国行政复议法》第三十条=ok"]),
    ("《行政复议法》第30条", ["《行政复议法》第30条=ok"]),
    ("《行政复议法》第３０条", ["《行政复议法》第３０条=ok"]),
    ("《行政复议法》 第 30 条 第 1 款", ["《行政复议法》 第 30 条 第 1 款=ok"]),
    ("《行政复议法》第三十条第一款第（四）项", ["《行政复议法》第三十条第一款第（四）项=ok"]),
    ("《行政复议法》第三十条第一款第(四)项", ["《行政复议法》第三十条第一款第(四)项=ok"]),
    ("《行政复议法》第三十条第一款第四项", ["《行政复议法》第三十条第一款第四项=ok"]),
    ("《行政复议法》第三十条第一款（四）项", ["《行政复议法》第三十条第一款（四）项=ok"]),
    ("《行政复议法》第十一条第十五项", ["《行政复议法》第十一条第十五项=ok"]),
    ("《行政复议法》第十一条第十六项", ["《行政复议法》第十一条第十六项=item_missing"]),
    ("《行政复议法》第三十条第四款", ["《行政复议法》第三十条第四款=paragraph_missing"]),
    ("《行政复议法》第三十条第二款第一项", ["《行政复议法》第三十条第二款第一项=item_missing"]),
    ("《行政复议法》第九十一条", ["《行政复议法》第九十一条=article_missing"]),
    ("《行政复议法》第三十条第一款第四项第一目", ["《行政复议法》第三十条第一款第四项第一目=ok"]),
    ("贯彻落实《行政复议法》", ["《行政复议法》=ok"]),
    ("《行政复议法》中的第三十条", ["《行政复议法》中的第三十条=ok"]),
    ("《刑法》第一百三十三条之一", ["《刑法》第一百三十三条之一=ok"]),
    ("《刑法》第一百三十三条之九", ["《刑法》第一百三十三条之九=article_missing"]),
    ("《行政处罚法》第三十九条之一", ["《行政处罚法》第三十九条之一=article_missing"]),
    ("《民法典》第一千二百六十条", ["《民法典》第一千二百六十条=ok"]),
    ("《民法典》第一千二百六十一条", ["《民法典》第一千二百六十一条=article_missing"]),
    ("《民法典》第二编第六章第二百七十一条", ["《民法典》第二编第六章第二百七十一条=ok"]),
    ("触犯刑法分则第九章第三百九十八条", ["刑法分则第九章第三百九十八条=ok"]),
    ("《民法典》第二编规定", ["《民法典》=ok"]),
    # lists and ranges
    ("《行政处罚法》第三条、第五条第二款", ["《行政处罚法》第三条=ok", "第五条第二款=ok"]),
    ("《行政处罚法》第三条和第九十条", ["《行政处罚法》第三条=ok", "第九十条=article_missing"]),
    ("《行政处罚法》第三条至第五条", ["《行政处罚法》第三条至第五条=ok"]),
    ("《行政处罚法》第八十条至第九十条", ["《行政处罚法》第八十条至第九十条=article_missing"]),
    ("《行政处罚法》第三、四、五条", ["《行政处罚法》第三、四、五条=ok"] * 3),
    ("《行政处罚法》第三至五条", ["《行政处罚法》第三至五条=ok"]),
    ("《行政处罚法》第3-5条", ["《行政处罚法》第3-5条=ok"]),
    ("《行政处罚法》第三十三条第一、二款", ["《行政处罚法》第三十三条第一、二款=ok"] * 2),
    (
        "《行政复议法》第三十条第一款第（一）项、第（八）项",
        ["《行政复议法》第三十条第一款第（一）项=ok", "第（八）项=item_missing"],
    ),
    (
        "《行政复议法》第三十条第一款、第四款",
        ["《行政复议法》第三十条第一款=ok", "第四款=paragraph_missing"],
    ),
    (
        "《行政复议法》第三条、《行政处罚法》第九十条",
        ["《行政复议法》第三条=ok", "《行政处罚法》第九十条=article_missing"],
    ),
    (
        "《行政复议法》第三条，第五条，以及第九十九条",
        ["《行政复议法》第三条=ok", "第五条=ok", "第九十九条=article_missing"],
    ),
    (
        "《行政复议法》第十一条第（一）至（三）项",
        ["《行政复议法》第十一条第（一）至（三）项=ok"],
    ),
    # without 《》
    ("根据行政复议法第三十条的规定", ["行政复议法第三十条=ok"]),
    ("根据中华人民共和国行政复议法第三十条", ["中华人民共和国行政复议法第三十条=ok"]),
    ("违反治安管理处罚法第一百四十五条", ["治安管理处罚法第一百四十五条=article_missing"]),
    ("违反治安管理处罚法第一百四十条", ["治安管理处罚法第一百四十条=unchecked"]),
    ("依照行诉法第四十六条", ["行诉法第四十六条=ok"]),
    ("犯罪的，依照刑法第二百六十四条定罪", ["刑法第二百六十四条=ok"]),
    ("违反宪法第五条", ["宪法第五条=ok"]),
    ("根据宪法，制定本法", []),
    ("弘扬宪法精神，维护宪法权威", []),
    ("依法追究行政处罚法律责任", []),
    ("行政处罚法定原则", []),
    ("设立公司法人", []),
    ("司法部、司法局依法行政", []),
    ("违法行为、执法监督、立法法治", []),
    ("检察官法官任职", []),
    ("行政处罚法实施办法第三条规定", ["第三条=no_act"]),
    ("外商投资企业所得税法第三条规定", ["第三条=no_act"]),
    ("学习宣传行政处罚法和行政复议法", ["行政处罚法=ok", "行政复议法=ok"]),
    ("民事诉讼法解释第一百二十五条", ["民事诉讼法解释第一百二十五条=ok"]),
    ("构成民事诉讼法第一百一十四条规定情形的", ["民事诉讼法第一百一十四条=ok"]),
    ("除著作权法第十一条规定的情形外", ["著作权法第十一条=ok"]),
    ("适用修正前刑法第六十一条的规定", ["刑法第六十一条=unchecked"]),
    ("《刑法修正案（九）》第十三条", ["《刑法修正案（九）》第十三条=ok"]),
    # nested and interpretations
    (
        "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第四十八条",
        ["《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第四十八条=ok"],
    ),
    (
        "《最高人民法院关于适用《中华人民共和国行政诉讼法》的解释》第四十八条",
        ["《最高人民法院关于适用《中华人民共和国行政诉讼法》的解释》第四十八条=ok"],
    ),
    (
        "《关于适用<行政诉讼法>的解释》第四十八条",
        ["《关于适用<行政诉讼法>的解释》第四十八条=ok"],
    ),
    (
        "《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第二百条",
        ["《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第二百条=article_missing"],
    ),
    (
        "《关于修改〈中华人民共和国行政处罚法〉的决定》",
        ["《关于修改〈中华人民共和国行政处罚法〉的决定》=unchecked"],
    ),
    # versions, repeal, succession
    ("《中华人民共和国合同法》第五十二条", ["《中华人民共和国合同法》第五十二条=repealed"]),
    ("违反合同法第五十二条", ["合同法第五十二条=repealed"]),
    ("《信访条例》第二十一条", ["《信访条例》第二十一条=repealed"]),
    ("《法规规章备案条例》", ["《法规规章备案条例》=repealed"]),
    ("本办法自公布之日起施行。《信访条例》同时废止。", ["《信访条例》=ok"]),
    ("《信访条例》已经修改。旧规定废止。", ["《信访条例》=repealed"]),
    ("《监狱法》第十条", ["《监狱法》第十条=ok"]),
    ("《生态环境法典》第十条", ["《生态环境法典》第十条=not_yet_in_force"]),
    ("《行政复议法》（2023年修订）第三十条", ["《行政复议法》（2023年修订）第三十条=ok"]),
    ("《行政复议法》（2017年修正）第三十条", ["《行政复议法》（2017年修正）第三十条=superseded"]),
    ("《行政复议法》（2016年修正）第三十条", ["《行政复议法》（2016年修正）第三十条=superseded"]),
    ("《行政复议法实施条例》第七十七条", ["《行政复议法实施条例》第七十七条=ok"]),
    ("《行政复议法实施条例》第七十八条", ["《行政复议法实施条例》第七十八条=article_missing"]),
    # short names that the text defines
    (
        "《中华人民共和国行政复议法》（以下简称复议法）已修订。依照复议法第九十一条",
        ["《中华人民共和国行政复议法》=ok", "复议法第九十一条=article_missing"],
    ),
    (
        "《政府信息公开条例》（以下简称《条例》）第一条。《条例》第五十七条、条例第五十六条",
        [
            "《政府信息公开条例》（以下简称《条例》）第一条=ok",
            "《条例》第五十七条=article_missing",
            "条例第五十六条=ok",
        ],
    ),
    (
        "根据中华人民共和国行政处罚法(以下简称“处罚法”)和处罚法第九十条",
        ["中华人民共和国行政处罚法=ok", "处罚法第九十条=article_missing"],
    ),
    ("复议法第三十条规定", ["第三十条=no_act"]),
    ("《复议法》第三十条", ["《复议法》第三十条=ok"]),
    ("《地方组织法》第七十三条", ["《地方组织法》第七十三条=ok"]),
    ("《法治政府建设实施纲要(2015-2020年)》", ["《法治政府建设实施纲要(2015-2020年)》=ok"]),
    # unknown
    ("《中华人民共和国政府信息公开法》第三条", ["《中华人民共和国政府信息公开法》第三条=unknown_act"]),
    ("《浙江省某某条例》", ["《浙江省某某条例》=unknown_act"]),
    ("《人民日报》报道、《行政处罚决定书》送达", []),
    ("《劳动合同》第三条", []),
    ("《未闭合的书名号第三条", []),
    # itself, what was named before, and nothing
    ("违反本条例第三条", ["本条例第三条=unchecked"]),
    ("本条例自公布之日起施行", []),
    ("《行政许可法》规定清楚。该法第八十四条", ["《行政许可法》=ok", "该法第八十四条=article_missing"]),
    ("《行政许可法》第三条规定了范围，第四条规定了依法", ["《行政许可法》第三条=ok", "第四条=ok"]),
    (
        "《行政复议法》第三十条第一款规定条件，第四款规定后果",
        ["《行政复议法》第三十条第一款=ok", "第四款=paragraph_missing"],
    ),
    ("《行政许可法》有规定。依照第三条规定办理", ["《行政许可法》=ok", "第三条=no_act"]),
    ("依照前款规定办理", ["前款=no_act"]),
    ("前条件、前款项、提前项目、以前款式", []),
    ("第一项工作、第二款产品、第三条生产线", []),
    ("第一条防线", []),
    # document numbers
    ("按照国办发〔2018〕37号文件", ["国办发〔2018〕37号=ok"]),
    ("按照国办发[2018]37号文件", ["国办发[2018]37号=ok"]),
    ("（国办发〔2018〕115号）", ["国办发〔2018〕115号=ok"]),
    ("国办发〔2099〕1号", ["国办发〔2099〕1号=unknown_act"]),
    ("甬政发〔2024〕5号", ["甬政发〔2024〕5号=unchecked"]),
    ("国务院令第836号公布", ["国务院令第836号=ok"]),
    ("（2023）浙0226行初12号判决", []),
    (
        "《信用修复管理办法》、《关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕38号）",
        [
            "《信用修复管理办法》=ok",
            "《关于加强行政规范性文件制定和监督管理工作的通知》（国办发〔2018〕38号）=number_mismatch",
        ],
    ),
    ("", []),
    ("第条第款", []),
    ("《行政复议法》第〇条", ["《行政复议法》第〇条=article_missing"]),
]


def _told(found: list[Citation]) -> list[str]:
    return [f"{one.text}={one.finding.value}" for one in found]


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=[row[0][:30] for row in TABLE])
def test_each_text_gives_exactly_these_citations(text: str, expected: list[str]) -> None:
    found = citations(text, AT)
    assert _told(found) == expected
    for one in found:
        assert text[one.start : one.end] == one.text
        assert one.sentence.endswith("。")


OWN = """某县行政规范性文件管理办法

第一条　为了规范管理，根据《行政复议法》，制定本办法。

第二条　有下列情形之一的，不得制定：
（一）没有依据的；
（二）超越权限的。

前款第二项所称权限，由县人民政府确定；前款第三项除外。

违反前两款规定的，依照第三条处理，不适用第九条的规定。

第三条　违反本办法第二条第二款、本办法第二条第四款的，责令改正。

依照前款、前条处理的，由本条第一款规定的机关负责，不适用本条第三款。

第四条　前款规定有效。
"""


def test_places_of_the_text_itself_are_checked_against_its_own_articles() -> None:
    found = citations(OWN, AT)
    assert [(c.text, str(c.mention.place or ""), c.finding.value) for c in found] == [
        ("《行政复议法》", "", "ok"),
        ("前款第二项", "第二条第一款第二项", "ok"),
        ("前款第三项", "第二条第一款第三项", "item_missing"),
        ("前两款", "第二条第一款", "ok"),
        ("第三条", "第三条", "ok"),
        ("第九条", "第九条", "article_missing"),
        ("本办法第二条第二款", "第二条第二款", "ok"),
        ("本办法第二条第四款", "第二条第四款", "paragraph_missing"),
        ("前款", "第三条第一款", "ok"),
        ("前条", "第二条", "ok"),
        ("本条第一款", "第三条第一款", "ok"),
        ("本条第三款", "第三条第三款", "paragraph_missing"),
        ("前款", "第四条", "paragraph_missing"),
    ]


def test_an_article_number_at_the_head_of_the_next_line_is_not_part_of_the_citation() -> None:
    found = citations("第一条 依照《行政处罚法》\n第二条 本办法自印发之日起施行。", AT)
    assert [one.text for one in found] == ["《行政处罚法》"]


def test_the_day_decides_which_version_is_looked_at() -> None:
    text = "依照行政复议法实施条例第六十七条"
    before, after = (citations(text, date(2026, month, 30))[0] for month in (6, 7))
    assert (before.finding, after.finding) == ("article_missing", "ok")
    assert "2026-07-01施行的版本有，请核对是不是用了当时还没有施行的新条号" in before.sentence
    assert citations("《合同法》第五十二条", date(2020, 12, 31))[0].finding == "unchecked"


def test_an_article_that_only_another_version_has_points_to_the_old_number() -> None:
    found = citations("依照民事诉讼法第二百九十一条；行政复议法实施条例第七十条", date(2022, 6, 1))
    assert found[0].finding in ("ok", "article_missing")
    early = citations("《海洋环境保护法》第一百二十条", date(2023, 6, 1))[0]
    assert early.finding == "article_missing"
    assert "用了当时还没有施行的新条号" in early.sentence
    late = citations("《行政复议法实施条例》第四十九条第二款", date(2026, 8, 1))[0]
    assert late.finding == "paragraph_missing"
    assert "沿用了旧条号" in late.sentence


def test_offsets_count_characters_beyond_the_basic_plane() -> None:
    text = "𠮷𠮷《行政复议法》第三十条"
    assert citations(text, AT)[0].start == 2


PIECES = st.sampled_from(
    [
        *"《》（）〈〉第一条款项目之、至和，。前本该法〔〕1",
        *"二十 九百 条例 行政复议法 中华人民共和国 以下简称 国办发 2018 37号 令第".split(),
        *"的规定 废止 （一） 修正前 解释".split(),
        *("《行政复议法》", "第三十条", "\n", "第一条\u3000"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_text_breaks_the_finder_and_every_offset_is_exact(text: str) -> None:
    found = citations(text, AT)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.sentence.endswith("。")
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    "text", ["《", "第", "第一", "第一、", "一", "（", "前款", "本条第", "〔2018〕", "《》", "第一条、", "行政复议法第"]
)
def test_repeated_pieces_are_read_in_time_that_grows_with_the_text(text: str) -> None:
    start = perf_counter()
    citations(text * (20_000 // len(text)), AT)
    assert perf_counter() - start < 5
