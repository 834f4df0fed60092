"""Pages derived from a declaration (程序说明): diagram, steps, limits, figures, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator

from yifa.kernel.declare import NEW, Consequence, Limit, Procedure, Step
from yifa.kernel.limits import listed


def mermaid(procedure: type[Procedure]) -> str:
    """The stages and the steps between them as a Mermaid state diagram."""
    lines = ["stateDiagram-v2", *(f'    state "{stage.label}" as {stage.code}' for stage in procedure.stages())]
    for step in procedure.steps():
        for source in step.sources:
            if step.target is not None:
                begin = "[*]" if source is NEW else source.code
                lines.append(f"    {begin} --> {step.target.code}: {step.label}")
    lines += [f"    {stage.code} --> [*]" for stage in procedure.stages() if stage.final]
    return "\n".join(lines)


def reference_page(procedure: type[Procedure]) -> str:
    """The reference page of one version in Markdown."""
    return "\n".join(_page(procedure)) + "\n"


def _page(procedure: type[Procedure]) -> Iterator[str]:
    yield f"# {procedure.label}（{procedure.key}，自{procedure.since}起）"
    yield ""
    yield "本页由程序声明生成，请勿手工修改。"
    yield from ("", "## 流程", "", "```mermaid", mermaid(procedure), "```")
    yield from (
        "",
        "## 环节",
        "",
        "| 环节 | 何时可办 | 办后 | 办理岗位 | 审批 | 条件 | 文书 | 依据 |",
        "|---|---|---|---|---|---|---|---|",
    )
    yield from (_step_row(step) for step in procedure.steps())
    yield from (
        "",
        "## 期限",
        "",
        "| 期限 | 长度 | 起算 | 完成 | 判定 | 逾期后果 | 依据 | 参考 |",
        "|---|---|---|---|---|---|---|---|",
    )
    for limit, plain in zip(procedure.limits(), listed(procedure), strict=True):
        yield _limit_row(limit, plain)
    yield from ("", "## 公开", "", "| 事项 | 之后 | 依据 |", "|---|---|---|")
    for publication in procedure.publications():
        after = "、".join(step.label for step in publication.after)
        yield f"| {publication.label} | {after} | {publication.basis} |"
    yield from ("", "## 数字", "", "| 代码 | 名称 | 单位 | 口径 |", "|---|---|---|---|")
    yield from (f"| {f.key} | {f.label} | {f.unit} | {f.definition} |" for f in procedure.figures())
    yield from ("", "## 没有表达的条款", "", "| 条款 | 理由 |", "|---|---|")
    yield from (f"| {omitted.basis} | {omitted.reason} |" for omitted in procedure.omitted)


def _step_row(step: Step) -> str:
    sources = "、".join(stage.label for stage in step.sources)
    target = step.target.label if step.target else "（不变）"
    by = "、".join(role.label for role in step.roles)
    approved = "、".join(role.label for role in step.approved_by)
    conditions = "；".join(f"{condition.text}（{condition.basis.short}）" for condition in step.conditions)
    document = step.document.title if step.document else ""
    bases = "、".join(basis.short for basis in step.bases)
    return f"| {step.label} | {sources} | {target} | {by} | {approved} | {conditions} | {document} | {bases} |"


def _limit_row(limit: Limit, plain: dict[str, object]) -> str:
    expiry = limit.on_expiry
    effect = expiry.text if isinstance(expiry, Consequence) else f"自动“{expiry.label}”"
    starts, ends = plain["starts"], plain["ends"]
    begin = "、".join(starts) if isinstance(starts, list) else ""
    end = "、".join(ends) if isinstance(ends, list) else ""
    judged = "下限" if limit.floor else {"rolled": "顺延", "strict": "不顺延", "lenient": "当日计入"}[limit.judge_by]
    cells = (limit.label, plain["period"], begin, end, judged, effect, limit.basis.short, limit.ref)
    return f"| {' | '.join(map(str, cells))} |"
