"""What a report says about itself: title, issuing body, place and level, year, date of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from yifa.reader.model import Facts
from yifa.text import Block, Document

PROVINCES = (
    "北京市 天津市 上海市 重庆市 河北省 山西省 辽宁省 吉林省 黑龙江省 江苏省 浙江省 安徽省 福建省 江西省 山东省 "
    "河南省 湖北省 湖南省 广东省 海南省 四川省 贵州省 云南省 陕西省 甘肃省 青海省 台湾省 "
    "内蒙古自治区 广西壮族自治区 西藏自治区 宁夏回族自治区 新疆维吾尔自治区"
).split()
_MUNICIPALITIES = frozenset(PROVINCES[:4])
_SUBJECT = re.compile(
    r"法治政府|依法行政|法治建设|行政复议|行政应诉|行政执法|依法治[省市县区]|政府法制|法治[^,。]{0,6}工作"
)
_GENRE = re.compile(r"报告|情况|总结|分析|年报|通报|白皮书|综述|汇报")
_YEAR = re.compile(r"(20\d{2})\s*年")
_HAN_YEAR = re.compile(r"二[零〇]([一二三四五六七八九零〇]{2})年")
_DATE = re.compile(r"(20\d{2})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})")
_PAGE_LINE = re.compile(r"来源|浏览|阅读|作者|字号|字体|点击|访问|编辑")
_DATE_LABELS = (
    ("发布日期", r"发\s*布\s*(?:日\s*期|时\s*间)"),
    (
        "公开日期",
        r"公\s*开\s*(?:日\s*期|时\s*间)|公布(?:日期|时间)|发文(?:日期|时间)|印发(?:日期|时间)|上网(?:日期|时间)|信息(?:日期|时间)",
    ),
    ("成文日期", r"成\s*文\s*(?:日\s*期|时\s*间)|生\s*成\s*(?:日\s*期|时\s*间)"),
    ("发布日期", r"更新(?:日期|时间)|(?<![\u4e00-\u9fff])(?:日\s*期|时\s*间)"),
)
_ORGAN_LABEL = re.compile(
    r"(?:发\s*文\s*(?:机\s*构|机\s*关|单\s*位)|发\s*布\s*(?:机\s*构|机\s*关|单\s*位)|公\s*开\s*(?:机\s*构|主\s*体|单\s*位|部\s*门)|制\s*发\s*(?:机\s*关|单\s*位)|"
    r"制\s*作\s*单\s*位|发布部门|责任(?:部门|单位))\s*:\s*([\u4e00-\u9fff()、]{2,40})"
)
_ORGAN = re.compile(
    r"(?:人民政府|人民政府办公[室厅]|政府办公[室厅]|办事处|管理委员会|管委会|委员会|委员会办公室|[局厅委办署社院部]|行政公署|指挥部|总队|支队|中心)$"
)
_ANY_YEAR = r"(?:20\d{2}|二[零〇][一二三四五六七八九零〇]{2})\s*年"
_ORGAN_FIRST = re.compile(
    r"([\u4e00-\u9fff()（）、]{2,36}?(?:人民政府|办公[厅室]|办事处|管理委员会|管委会|委员会|[局厅委办署社院部]|总队|支队|中心))"
    rf"(?=关于|{_ANY_YEAR}|法治|依法|推进|贯彻|落实|行政复议|$|\s)"
)
_PREFIX_END = re.compile(rf"关于|{_ANY_YEAR}|法治政府|法治建设|依法行政|推进|贯彻|落实|行政复议|行政执法|全面")
_UNIT = re.compile(
    r"[\u4e00-\u9fff]{1,12}?(?:特别行政区|自治区|自治州|自治县|自治旗|新区|开发区|高新区|管理区|林区|矿区|地区|街道|苏木|民族乡|"
    r"省|市(?!场)|州|盟|县(?!域|级)|区(?!域)|旗|镇(?!企业)|乡(?!建设|规划|村|一体|镇企业))"
)
_BARE = re.compile(r"区(?!域)|县(?!域|级)|镇|乡(?!村|镇)")
_ZONE = re.compile(r"(?:经济|技术|高新|产业|工业|旅游|综合|现代|农业|示范)*(?:开发区|高新区|管理区|新区)")
_NOT_UNIT = re.compile(r"^(?:[全本我各该]|中共|社|中心城|城市|城区|市区|园区|县区|区县|市县|乡镇|行政区)")
_LEVELS = (
    ("乡镇街道", re.compile(r"(?:街道|镇|乡|苏木)$")),
    ("县区", re.compile(r"(?:县|旗|区|开发区|特区)$")),
    ("省", re.compile(r"(?:省|自治区)$")),
    ("市", re.compile(r"(?:市|自治州|州|盟|地区)$")),
)
_COUNTY_CITY = re.compile(r"各(?:镇|乡镇|街道|镇街)|乡镇\(街道\)|镇\(街道\)|镇街")
_HAS_COUNTIES = re.compile(r"县\(市|县市区|县\(区|各县|区县|县区|各区|市县|两区|城区\)|旗县")


@dataclass(frozen=True, slots=True)
class Title:
    """The title with its span in the text."""

    text: str
    start: int
    end: int


def find_title(document: Document) -> Title | None:
    """The line that names the report: the first that has both a subject and a genre, before the first heading."""
    limit = document.headings[0].start if document.headings else len(document.text)
    best: tuple[int, Title] | None = None
    for index, block in enumerate(document.blocks[:60]):
        if block.start >= limit:
            break
        for candidate, handicap in ((_title_line(document, index, block), 0), (_two_lines(document, index), 1)):
            score = _title_score(candidate.text) - handicap if candidate else 0
            if candidate and score > (best[0] if best else 0):
                best = (score, candidate)
    return best[1] if best else None


def _two_lines(document: Document, index: int) -> Title | None:
    """A title that was broken after its first line."""
    if index + 1 >= len(document.blocks):
        return None
    first, second = document.blocks[index], document.blocks[index + 1]
    lines = [document.flat[b.start : b.end] for b in (first, second)]
    if any(len(line) > 30 or re.search(r"[:|>,;。]", line) for line in lines):
        return None
    return Title("".join(document.text[b.start : b.end] for b in (first, second)), first.start, second.end)


def _title_line(document: Document, index: int, block: Block) -> Title | None:
    """One line as a title; a line with only the organ is joined with the 关于… line that follows."""
    flat = document.flat
    start, end = block.start, block.end
    if "|" in flat[start:end]:
        end = start + flat[start:end].index("|")
        end = start + len(flat[start:end].rstrip())
    label = re.match(r"(?:名\s*称|标\s*题|信息名称|文件名称)\s*:\s*", flat[start:end])
    if label:
        start += label.end()
    line = flat[start:end]
    if _ORGAN.search(line) and index + 1 < len(document.blocks) and len(line) < 30:
        following = document.blocks[index + 1]
        if flat.startswith(("关于", "20"), following.start) and following.end - following.start < 50:
            joined = document.text[start:end].strip() + document.text[following.start : following.end]
            return Title(joined.strip(), start, following.end)
    return Title(document.text[start:end].strip(), start, end) if line else None


def _title_score(text: str) -> int:
    if not 8 <= len(text) <= 70 or re.search(r"[。;；]|>>|[＞>]\s*\S+\s*[＞>]|当前位置", text):
        return 0
    if not _SUBJECT.search(text) or not _GENRE.search(text):
        return 0
    return 1 + 2 * bool(_YEAR.search(text)) + bool(re.search(r"(?:报告|情况|总结|分析|年报)$", text.rstrip("）)")))


def read_facts(document: Document, title: Title | None) -> Facts:
    """All facts of a report."""
    head_end = _head_end(document, title)
    head = document.flat[:head_end]
    published, basis = _publication(head)
    year = report_year(document, title, published)
    organ, explicit = _issuing_body(document, title, head)
    place = _jurisdiction(organ, title.text if title else "", document)
    return Facts(
        title=title.text if title else None,
        issuing_body=organ,
        issuing_body_explicit=explicit,
        jurisdiction=place,
        level=_level(place, organ, document),
        report_year=year,
        publication_date=published,
        publication_date_basis=basis,
        written_date=_written(document),
    )


def _head_end(document: Document, title: Title | None) -> int:
    """The head of the page: everything up to a few lines after the title."""
    limit = document.headings[0].start if document.headings else min(len(document.text), 1500)
    after = [b.end for b in document.blocks if title is None or b.start >= title.end][:4]
    return max(title.end if title else 0, min(after[-1] if after else limit, limit))


def report_year(document: Document, title: Title | None, published: date | None) -> int | None:
    """The year reported on: from the title, else the year the text opens with, else the one before publication."""
    if title:
        if match := _YEAR.search(title.text):
            return int(match.group(1))
        if han := _HAN_YEAR.search(title.text):
            digits = "〇一二三四五六七八九".index
            return 2000 + int("".join(str(digits(c.replace("零", "〇"))) for c in han.group(1)))
        if bare := re.search(r"(?<!\d)(20\d{2})(?!\d)", title.text):
            return int(bare.group(1))
    start = title.end if title else 0
    opening = document.flat[start : start + 600]
    for match in _YEAR.finditer(opening):
        if not _DATE.match(opening, match.start()):
            return int(match.group(1))
    return published.year - 1 if published else None


def _publication(head: str) -> tuple[date | None, str | None]:
    for basis, pattern in _DATE_LABELS:
        for match in re.finditer(rf"(?:{pattern})\s*[:]?\s*[\[(]?\s*", head):
            if found := _date_at(head, match.end()):
                return found, basis
    for line in head.splitlines():
        date_ = _DATE.search(line)
        if date_ and len(line) < 80 and _PAGE_LINE.search(line) and "今天" not in line:
            return _as_date(date_), "发布日期"
    return None, None


def _date_at(text: str, position: int) -> date | None:
    match = _DATE.match(text, position)
    return _as_date(match) if match else None


def _as_date(match: re.Match[str]) -> date | None:
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def _written(document: Document) -> date | None:
    """The date under the signature: a short last line that is only a date."""
    for block in reversed(document.blocks[-12:]):
        line = document.flat[block.start : block.end]
        match = _DATE.fullmatch(line.removesuffix("日").strip())
        if match:
            return _as_date(match)
    return None


def _issuing_body(document: Document, title: Title | None, head: str) -> tuple[str | None, bool]:
    """The organ in the title, the organ that the page names, the signature, or else the government of the place."""
    prefix = _title_prefix(title.text) if title else ""
    if _ORGAN.search(prefix):
        return prefix, True
    if label := _ORGAN_LABEL.search(head):
        named = label.group(1).strip("、")
        if _ORGAN.search(named) or _UNIT.fullmatch(named):
            if _UNIT.search(named):
                return named, True
            if prefix and _ORGAN.search(named) and named not in ("政府办公室", "办公室"):
                return prefix + named, True
    if signed := _signature(document):
        return signed, True
    if prefix and _units(prefix):
        return _government(prefix), False
    return prefix or None, False


def _title_prefix(title: str) -> str:
    """The words before 关于, the year or the subject: the organ or the place."""
    flat = re.sub(rf"^\s*(?:关于)?\s*{_ANY_YEAR}(?:度)?\s*", "", title)
    if organ := _ORGAN_FIRST.match(flat):
        return organ.group(1).strip(" :《“")
    cut = _PREFIX_END.search(flat)
    prefix = (flat[: cut.start()] if cut else flat).strip(" :《“")
    if not prefix and cut and cut.group() == "关于":
        prefix = _title_prefix(flat[cut.end() :])
    return prefix.removesuffix("开展").removesuffix("的")


def _signature(document: Document) -> str | None:
    for block in reversed(document.blocks[-8:]):
        line = document.text[block.start : block.end].strip()
        if 5 <= len(line) <= 30 and _ORGAN.search(line) and _units(line) and "：" not in line:
            return line
    return None


def _government(place: str) -> str:
    if place.endswith("街道"):
        return place + "办事处"
    if re.search(r"(?:开发区|高新区|管理区|新区|示范区|度假区|保税区|园区)$", place):
        return place + "管理委员会"
    return place + "人民政府"


def _units(name: str) -> list[str]:
    """The administrative units named one after another: 盘锦市兴隆台区 → both."""
    name = re.sub(r"^中共|委员会.*$", "", name)
    for province in PROVINCES:
        if name.startswith(province):
            return [province, *_units(name[len(province) :])]
    found: list[str] = []
    position = 0
    while match := _UNIT.match(name, position):
        unit = match.group()
        if len(unit) == 1 or _NOT_UNIT.match(unit):
            break
        if len(unit) == 2 and (bare := _BARE.match(name, position + len(unit))):
            unit += bare.group()
        rank = _rank(unit)
        if found and rank < _rank(found[-1]):
            break
        found.append(unit)
        position += len(unit)
    return found


def _rank(unit: str) -> int:
    """0 for a province up to 3 for a township: units are named from the larger to the smaller."""
    order = ("省", "市", "县区", "乡镇街道")
    return next((order.index(name) for name, pattern in _LEVELS if pattern.search(unit)), 1)


def _jurisdiction(organ: str | None, title: str, document: Document) -> str | None:
    for name in (_title_prefix(title) if title else "", organ or ""):
        if units := _units(name):
            # 某县经济开发区: the kind of zone alone names no place
            return "".join(units[-2:]) if _ZONE.fullmatch(units[-1]) else units[-1]
    match = re.search(
        r"(?<=[年,。\s])[\u4e00-\u9fff]{1,6}(?:省|市|县|区|镇|乡|街道|旗)(?=[坚认深全始以在紧严])", document.flat
    )
    return match.group() if match else None


def _level(place: str | None, organ: str | None, document: Document) -> str | None:
    if place is None:
        return None
    if place in PROVINCES:
        return "省"
    level = next((name for name, pattern in _LEVELS if pattern.search(place)), None)
    if level == "市" and place.endswith("市"):
        units = _units(organ or "")
        above = units[-2] if len(units) > 1 and units[-1] == place else ""
        if (above.endswith(("市", "州", "盟", "地区")) and above not in _MUNICIPALITIES) or _is_county_city(
            document, place
        ):
            return "县区"
    return level


def _is_county_city(document: Document, place: str) -> bool:
    """A city that speaks of its townships but never of counties or districts is a county-level one."""
    flat = document.flat
    if re.search(rf"{re.escape(place)}\(?县级", flat):
        return True
    return len(_COUNTY_CITY.findall(flat)) > 1 and not _HAS_COUNTIES.search(flat)
