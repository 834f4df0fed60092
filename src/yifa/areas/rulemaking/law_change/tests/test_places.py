"""What a text cites, act by act and article by article."""

from __future__ import annotations

import pytest

from yifa.areas.rulemaking.law_change.places import cited_places


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("依据《行政许可法》第十二条办理。", ["《行政许可法》第十二条"]),
        ("依据《中华人民共和国行政许可法》第十二条、第十三条。", ["《行政许可法》第十二条", "《行政许可法》第十三条"]),
        ("《行政处罚法》第八条至第十条", [f"《行政处罚法》第{n}条" for n in ("八", "九", "十")]),
        ("按照行政许可法的规定办理", ["《行政许可法》"]),
        ("本合同第五条约定的期限", []),
        ("《某县停车管理办法》第三条", []),
        ("《行政许可法》第十二条，又见《行政许可法》第十二条第二款", ["《行政许可法》第十二条"]),
    ],
)
def test_a_text_cites(text: str, cited: list[str]) -> None:
    assert [str(one) for one in cited_places(text)] == cited
