"""How a normative document is made and lives (规范性文件): each stretch with the days it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from yifa.areas.rulemaking.consultation.register import ConsultationOpinions
from yifa.areas.rulemaking.fair_competition.standards import STANDARDS
from yifa.areas.rulemaking.legality_review.materials import list_for
from yifa.areas.rulemaking.normative_document.models import NormativeDocumentCase
from yifa.clock import Calendar
from yifa.demo.drive import Side, Waits
from yifa.kernel import engine, publish
from yifa.kernel.engine import Authority, Entry
from yifa.kernel.linking import linked_case
from yifa.kernel.models import Case
from yifa.kernel.registers import entries
from yifa.kernel.rules import Attempt
from yifa.office.models import Organ, OrganKind, Person

Spec = Mapping[str, Any]
MARKS = {"is_public": True, "affects_rights": True, "is_general": True, "is_repeated": True}
MEETINGS = {OrganKind.GOVERNMENT: "standing", OrganKind.TOWNSHIP: "township"}
OPINIONS = (
    ("company", "某商户", "建议明确办理时限。", "full", "已在文件中写明办理时限。"),
    ("citizen", "王某某", "建议简化申请材料。", "partial", "保留必要材料，其余删去。"),
    ("citizen", "李某某", "建议提高标准。", "none", "标准由国家和省规定，不能在本文件中提高。"),
    ("association", "县个体私营企业协会", "建议增加过渡期。", "full", "已规定施行前的准备时间。"),
)  # fmt: skip


@dataclass
class Document(Side):
    """A document as a story tells it: its case at the issuer, and what stands beside it at other organs."""

    spec: Spec = field(default_factory=dict)
    random: Random = field(default_factory=Random)
    calendar: Calendar = field(default_factory=Calendar.load)

    def workday(self, least: int, most: int = 0) -> date:
        """A working day so many working days from today."""
        return self.calendar.add_working_days(
            self.day, self.random.randint(least, max(least, most)), allow_provisional=True
        )

    def beside(self, procedure: str, by: Person | None = None) -> Side:
        """The linked case of another procedure, as somebody there works on it today."""
        assert self.case is not None
        case = linked_case(self.case, procedure)
        assert case is not None, f"{self.story} has no {procedure}"
        clerk = by or self.county.clerks[case.organ_id]
        return Side(self.story, self.county, case.procedure, case.organ, clerk, case, self.day, self.minute)

    @property
    def head(self) -> Person:
        """Who signs."""
        return self.county.heads[self.organ.pk]

    def signed_by(self, person: Person, code: str, fields: Mapping[str, Any]) -> None:
        """Take a step as another person of the organ."""
        own, self.by = self.by, person
        self.take(code, fields)
        self.by = own


def organ_named(county: Any, short: str) -> Organ:
    """An organ of the county by its short name."""
    organ: Organ = next(organ for organ in county.organs if organ.short_name == short)
    return organ


def text_of(spec: Spec, effect: str = "") -> str:
    """The text: purpose, scope, who is responsible, the rules of its own, and the day of effect."""
    bodies = [
        f"为了规范{spec['what']}工作，根据《{spec['law']}》等有关法律、法规，结合本县实际，制定本文件。",
        f"本文件适用于本行政区域内的{spec['what']}及其管理服务活动。",
        "有关部门按照各自职责做好相关工作，依法保护当事人的合法权益。",
        *spec["rules"],
        "工作人员违反本文件，侵害当事人合法权益的，依法处理。",
        effect or f"本文件有效期{spec.get('years', 5)}年。",
    ]
    numerals = "一二三四五六七八九十"
    return "\n".join(f"第{numerals[n]}条　{body}" for n, body in enumerate(bodies))


def history(told: Document) -> Waits:
    """A document from before the system, brought in as imported history."""
    yield told.day
    spec, on = told.spec, date.fromisoformat(told.spec["published"])
    name = {"name": spec["name"], "drafter": told.organ.pk, "planned": True, "plan_year": on.year}
    rules = {"rules": [f"{spec['what']}的申请、登记依照法律、法规的规定办理。", "办理不收取费用。"], **spec}
    _imported(told, "propose", on - timedelta(60), name | {"trial": bool(spec.get("trial"))})
    _imported(told, "recognise", on - timedelta(59), MARKS | {"recognised_by": "办公机构"})
    note = {"text": text_of(rules), "drafting_note": "历史文件。", "grounds": [{"law": spec["law"]}]}
    _imported(told, "draft", on - timedelta(50), note)
    force = {"effect": "date", "effective_on": on + timedelta(30), "valid_years": spec["years"]}
    _imported(told, "issue", on - timedelta(2), {"made_on": on - timedelta(3)} | force)
    _imported(told, "publish", on, {"published_where": "县政府网站"} | force)
    codes = ("file_superior", "file_congress") if told.organ == told.county.government else ("file_government",)
    for code in codes:
        _imported(told, code, on + timedelta(10), {})
    _imported(told, "interpret", on, {"interpretation_where": "县政府网站"})
    yield from expired(told)


def expired(told: Document) -> Waits:
    """Evaluated before it expires, where the story says so; its end is made public."""
    end = told.record.expires_on
    if end is None:
        return
    if told.spec.get("evaluate"):
        yield told.calendar.workday_from(max(end - timedelta(200), told.day), allow_provisional=True)
        if told.record.stage == "published":
            conclusion = told.spec["evaluate"]
            told.take("evaluate", {"evaluation": conclusion, "evaluation_report": "评估了实施情况和继续实施的必要性。"})
            if conclusion == "keep":
                yield told.workday(20, 30)
                told.take("prolong", {
                    "valid_until": end.replace(year=end.year + 2), "published_where": "县政府网站",
                }, number=f"{told.record.document_number[:3]}函〔{told.day.year}〕5号")  # fmt: skip
                return
    yield told.calendar.workday_from(end + timedelta(6), allow_provisional=True)
    if told.record.stage == "expired":
        told.take("announce_end", where="县政府网站")


def _imported(told: Document, code: str, on: date, fields: Mapping[str, Any]) -> None:
    case = told.case or engine.new_case("normative_document", told.organ, on, historic=True)
    entry = Entry(told.by, told.entry().at, Authority.IMPORT)
    event = engine.perform(case, Attempt(case.declaration.step(code), on), entry, fields)
    told.case = told.case or Case._base_manager.get(pk=event.case_id)


def proposed(told: Document) -> Waits:
    """The project and its recognition."""
    yield told.day
    spec, drafter = told.spec, organ_named(told.county, told.spec.get("drafter", told.organ.short_name))
    old = _old(told)
    purpose = "amend" if spec.get("amends") else "replace" if spec.get("replaces") else "new"
    told.take("propose", {
        "name": spec["name"], "drafter": drafter.pk, "planned": True, "plan_year": told.day.year, "purpose": purpose,
        "target": old.pk if old else None, "trial": bool(spec.get("trial")), "market": bool(spec.get("market")),
        "economic": bool(spec.get("economic")), "others_powers": bool(spec.get("others")),
        "doc_kind": "decision" if spec.get("amends") else spec.get("kind", "provisions"),
    })  # fmt: skip
    yield told.workday(2, 4)
    if spec.get("internal"):
        told.take("recognise_not", {"not_normative": "internal", "recognised_by": "办公室", "is_public": False})
        return
    told.take("recognise", MARKS | {"recognised_by": "办公室"})


def _old(told: Document) -> NormativeDocumentCase | None:
    name = told.spec.get("amends") or told.spec.get("replaces")
    return NormativeDocumentCase._base_manager.filter(name=name).first() if name else None


def drafted(told: Document) -> Waits:
    """Draft, assessment, departments, market."""
    yield told.workday(8, 14)
    spec = told.spec
    note = {
        "text": text_of(spec), "drafting_note": f"为规范{spec['what']}工作起草。", "grounds": [{"law": spec["law"]}],
        "interpretation_organ": told.organ.name,
    }  # fmt: skip
    if spec.get("amends"):
        old = _old(told)
        assert old is not None
        note["consolidated"] = old.text.replace("办理不收取费用。", "办理不收取费用，结果应当在五个工作日内告知。")
    told.take("draft", note)
    told.take("assess", {"assessment": f"{spec['what']}工作现行规定分散，有必要统一规范；措施可行，不增加当事人负担。"})
    if spec.get("others"):
        yield told.workday(3, 5)
        asked = [{"organ": "县财政局", "agreed": "changes", "opinion": "明确经费来源。", "settled": "yes"}]
        told.take("ask_departments", {"department_opinions": asked})
    if spec.get("market"):
        yield told.workday(2, 4)
        heard = [{"name": "县个体私营企业协会", "kind": "association", "how": "座谈", "opinion": "同意。"}]
        told.take("hear_market", {"heard": heard})


def competition(told: Document) -> Waits:
    """Fair competition review, at the market regulator for the government's documents."""
    if not (told.spec.get("economic") or told.spec.get("market")):
        return
    yield told.workday(1, 3)
    first = {"competition_first": "对照审查标准，未发现问题。", "competition_first_result": "no_restriction"}
    told.take("to_competition", first if told.organ == told.county.government else None)
    yield told.workday(1, 2)
    review = told.beside("fair_competition")
    review.take("concern")
    consultees = [{"name": "县个体私营企业协会", "kind": "association", "view": "没有不同意见"}]
    review.take("hear", {"consultees": [*consultees, {"name": "部分经营者", "kind": "operator", "view": "同意"}]})
    yield told.workday(2, 4)
    review = told.beside("fair_competition")
    review.take("examine", {"hits": [{"standard": one.code, "result": "none"} for one in STANDARDS]})
    review.take("conclude", {"conclusion": "no_restriction", "conclusion_text": "不具有排除、限制竞争效果。"})


def consulted(told: Document) -> Waits:
    """The draft is laid open, opinions come in and are answered."""
    yield told.workday(1, 3)
    spec = told.spec
    if spec.get("urgent"):
        why = {"exempt": "emergency", "exempt_reason": spec["urgent"]}
        government = told.organ == told.county.government
        told.take(
            "exempt_consultation", why, overrides={2: "依照突发事件应对和森林防火的法律规定。"} if government else {}
        )
        return
    length = 31 if spec.get("market") else 16
    until = told.day + timedelta(length)
    told.take("solicit", {"solicit_until": until, "solicit_where": "县政府网站“征求意见”栏目"})
    yield told.day + timedelta(length // 2)
    kept = told.random.sample(OPINIONS, k=told.random.randint(0, 3))
    for seq, (source, name, content, _, _) in enumerate(kept, 1):
        _opinion(told, seq, source, name, content)
    if spec.get("stay") == "soliciting":
        return
    yield told.calendar.workday_from(until + timedelta(4), allow_provisional=True)
    for opinion, (_, _, _, adopt, reason) in zip(_opinions(told), kept, strict=True):
        answer = {"adopt": adopt, "reason": reason, "answered_on": told.day}
        entries.amend(ConsultationOpinions, opinion.pk, answer, seen=opinion.version, by=told.by, at=told.entry().at)
    told.take("close_consultation", {"feedback": "意见已逐条研究，采纳情况见附表。"})


def _opinion(told: Document, seq: int, source: str, name: str, content: str) -> None:
    assert told.case is not None
    row = {
        "case": told.record.title, "seq": seq, "received_on": told.day, "source": source, "name": name,
        "form": "公开征求意见", "content": content,
    }  # fmt: skip
    entries.add(ConsultationOpinions, told.organ, row, by=told.by, at=told.entry().at)


def _opinions(told: Document) -> Any:
    from yifa.areas.rulemaking.consultation.rules import opinions_of

    return list(opinions_of(told.case))


def reviewed(told: Document) -> Waits:
    """Legality review at the reviewing organ, with a round of changes where the story says so."""
    yield told.workday(2, 4)
    spec, county = told.spec, told.county
    told.take("to_review", {"urgent_reason": spec["urgent"]} if spec.get("urgent") else None)
    if spec.get("stop"):
        yield told.workday(1, 2)
    else:
        yield told.workday(1, 1)
    lead = county.people["luo"] if told.beside("legality_review").organ == county.bureau else None
    review = told.beside("legality_review", lead)
    materials = [row | {"state": "present"} for row in list_for("normative_document").rows()]
    review.take("accept", {"materials": materials})
    review.take("assign", {"reviewers": [{"name": review.by.name, "kind": "lead"}]})
    if spec.get("stay") == "checking":
        return
    yield told.workday(2 if spec.get("urgent") else 6, 2 if spec.get("urgent") else 10)
    yield from _opined(told, lead)


def _opined(told: Document, lead: Person | None) -> Waits:
    revise, stop = bool(told.spec.get("revise")), told.spec.get("stop")
    review = told.beside("legality_review", lead)
    opinions = [{"seq": "1", "category": "content", "text": "写明监管额度的拨付条件。", "severity": "must"}]
    conclusion = "revise" if revise else "illegal" if stop else "legal"
    said = {"conclusion": conclusion, "conclusion_text": stop or "经审核，主体、权限、程序和内容符合规定。"}
    review.take("propose", said | ({"opinions": opinions} if revise else {}))
    checker = told.beside("legality_review", told.county.checkers[review.organ.pk])
    if review.organ == told.county.bureau:
        checker = told.beside("legality_review", told.county.people["shen"])
    checker.take("verify", verdict="agree")
    review = told.beside("legality_review", lead)
    review.take("opine")
    if stop:
        yield told.workday(2, 3)
        told.take("abandon", why=stop)
    elif revise:
        yield told.workday(2, 3)
        text = told.record.text.replace("按照工程进度拨付", "按照经监理单位确认的工程进度拨付")
        told.take("answer_opinions", {"text": text, "legality_opinions": [opinions[0] | {"adopt_status": "full"}]})
        yield told.workday(1, 2)
        told.beside("legality_review", lead).take("confirm_adoption", {"adoption_note": "已经采纳。"})


def decided(told: Document) -> Waits:
    """The meeting, the signature, the numbers, the publication."""
    yield told.workday(2, 5)
    meeting = MEETINGS.get(OrganKind(told.organ.kind), "office")
    told.take("put_on_agenda", {"meeting": meeting})
    if told.spec.get("stay") == "agenda":
        return
    yield told.workday(3, 8)
    number = f"{told.day.year}年第{told.day.timetuple().tm_yday // 9 + 1}次会议"
    told.take("adopt", {"meeting_number": number})
    made = told.day
    yield told.workday(2, 3)
    told.signed_by(told.head, "sign", {"signed_by": told.head.name})
    yield told.workday(1, 2)
    told.take("issue", {"made_on": made} | _force(told))
    yield told.workday(1, 2)
    told.take("publish", {"published_where": "县政府网站、政府公报", "interpretation_where": "县政府网站政策解读栏目"})
    publish.publish(_case(told), told.record.declaration.publication("document_text"), told.day, told.entry())
    yield told.workday(0, 2)
    told.take("interpret", {"interpretation_where": "县政府网站政策解读栏目"})


def _case(told: Document) -> Case:
    assert told.case is not None
    return Case._base_manager.get(pk=told.case.pk)


def _force(told: Document) -> dict[str, Any]:
    spec = told.spec
    if spec.get("urgent") or spec.get("kind") == "public_notice":
        return {
            "effect": "publication",
            "valid_years": spec.get("years", 5),
            "hasty_reason": "防火期已经开始，需要立即施行。",
        }
    years = None if spec.get("amends") else spec.get("years", 5)
    month = (told.day + timedelta(65)).replace(day=1)
    return {"effect": "date", "effective_on": month, "valid_years": years}


def filed(told: Document) -> Waits:
    """Filing with the county or above, and what the filing organ does with it."""
    if told.spec.get("stay") == "published":
        return
    late = told.spec.get("late_filing")
    yield told.workday(14, 18) if late else told.workday(3, 8)
    if told.organ == told.county.government:
        told.take("file_superior")
        told.take("file_congress")
        return
    told.take("file_government")
    yield told.workday(1, 3)
    if told.spec.get("returned"):
        told.beside("document_filing").take("send_back", {"return_reason": "起草说明没有写明征求意见情况。"})
        yield told.workday(3, 5)
        told.take("file_government")
        yield told.workday(1, 2)
    told.beside("document_filing").take("register")
    yield told.workday(15, 30)
    if told.spec.get("questioned"):
        yield from _questioned(told)
    else:
        told.beside("document_filing").take("approve")


def _questioned(told: Document) -> Waits:
    problem = {"clause": "第四条", "kind": "procedure", "text": "划定区域没有写明划定的主体和程序。"}
    said = {"problems": [problem], "opinion": "建议修改第四条，写明划定主体和程序。"}
    told.beside("document_filing").take("ask_to_correct", said)
    yield told.workday(10, 15)
    text = told.record.text.replace("在划定区域摆卖", "在镇人民政府划定并公示的区域摆卖")
    told.take("amended", {"text": text, "amended_on": told.day}, through="镇长办公会议决定")
    told.take("report_correction", {"correction": "已修改第四条并公布。"})
    yield told.workday(2, 4)
    filing = told.beside("document_filing")
    filing.take("accept_correction", {"correction": "第四条已经修改。"})
