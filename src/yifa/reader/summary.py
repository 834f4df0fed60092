"""A reading as text for a person (阅读摘要)."""

from __future__ import annotations

from yifa.reader.catalogue import SECTION_TYPES, catalogue
from yifa.reader.model import Figure, Reading

SEVERITIES = {"high": "严重", "medium": "一般", "low": "提示"}
KINDS = {
    "rate_mismatch": "比率与件数不符",
    "sum_mismatch": "分项与合计不符",
    "part_exceeds_total": "部分大于总数",
    "unsupported_100": "百分之百没有件数支撑",
    "growth_mismatch": "增减幅度与两年数字不符",
    "ratio_mismatch": "比值与件数不符",
    "year_mismatch": "年份与报告年度不符",
    "text_conflict": "前后说法不一致",
    "change_direction": "升降方向说反",
    "numbering_error": "层次序号有误",
    "rate_over_100": "比率超过百分之百",
    "rank_mismatch": "名次有误",
}


def summary(reading: Reading) -> str:
    """Facts, sections with their figures, findings; one line a figure."""
    lines = [f"《{reading.facts.title or reading.name}》", *_facts(reading), ""]
    lines += [f"数字 {len(reading.figures)} 处，其中对上指标 {sum(1 for f in reading.figures if f.indicator)} 处："]
    section = None
    titles = {s.id: s for s in reading.sections}
    for figure in reading.figures:
        if figure.section != section:
            section = figure.section
            if section:
                lines.append(f"  {titles[section].title}［{SECTION_TYPES.get(titles[section].type, '')}］")
        lines.append("    " + _figure(figure))
    lines += ["", f"前后不一致 {len(reading.findings)} 处" + ("：" if reading.findings else "。")]
    for finding in reading.findings:
        mark = SEVERITIES[finding.severity]
        quoted = reading.text[finding.spans[0][0] : finding.spans[0][1]]
        lines.append(
            f"  ［{mark}］{KINDS[finding.kind.value]}：“{quoted}”（第{finding.spans[0][0] + 1}字）{finding.explanation}"
        )
    return "\n".join(lines) + "\n"


def _facts(reading: Reading) -> list[str]:
    facts = reading.facts
    rows = (
        ("发文机关", facts.issuing_body and facts.issuing_body + ("" if facts.issuing_body_explicit else "（推定）")),
        ("辖区和级别", " ".join(part for part in (facts.jurisdiction, facts.level) if part)),
        ("报告年度", facts.report_year and f"{facts.report_year}年"),
        ("公开日期", facts.publication_date and f"{facts.publication_date:%Y-%m-%d}（{facts.publication_date_basis}）"),
    )
    return [f"  {label}：{value or '文中未写明'}" for label, value in rows]


def _figure(figure: Figure) -> str:
    name = catalogue()[figure.indicator].name if figure.indicator else "（未对上指标）"
    approx = "，约数" if figure.approx else ""
    return f"{figure.text}　{name}：{figure.label}{approx}"
