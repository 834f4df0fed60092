"""A department gives orders to lower governments (FORM-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yifa.check.draft import Draft
from yifa.check.model import Group, Hit, Severity
from yifa.check.rule import PROVISIONS, Rule
from yifa.law import act

_DEPARTMENT = re.compile(r"(?:局|(?<!党)委员会|(?<!党)(?<!县)(?<!区)(?<!市)委|厅)$")
_LOWER = re.compile(
    r"(?:镇|乡|街道|县|区)[^，、：]{0,4}(?:人民政府|党委|党工委|办事处)|各?乡镇（街道）|各(?:镇街|乡镇|街镇)"
)
_ORDER = re.compile(
    r"必须|应当|务必|不得|责令|限于?[^。，]{0,12}前|(?:请|须|要)[^。]{0,10}于[^。，]{1,14}前|遵照执行"
    r"|严格执行|通报批评|问责|考核"
)
_AGREED = re.compile(
    r"(?:经|报请?|根据)[^。，]{0,12}(?:县|区|市|本级)?(?:人民)?政府[^。，]{0,8}(?:同意|批准|授权|研究决定)"
)
_KINDS = ("通知", "决定", "命令", "意见", "通报")


def _look(draft: Draft) -> Iterator[Hit]:
    letter = draft.letter
    if not letter.title or letter.title.genre not in _KINDS or not letter.recipient:
        return
    issuer = letter.issuers[0] if letter.issuers else ""
    if not _DEPARTMENT.search(issuer) or not _LOWER.search(letter.recipient.text):
        return
    body = draft.text[slice(*letter.body)]
    order = _ORDER.search(body)
    if order and not _AGREED.search(body):
        yield Hit(letter.body[0] + order.start(), letter.body[0] + order.end(), confidence=0.75)


RULE = Rule(
    id="FORM-013",
    group=Group.FORM,
    severity=Severity.WARNING,
    summary="部门不得向下级党委、政府发布指令性公文",
    basis=(act("党政机关公文处理工作条例")[16].item(2),),
    suggestion="经本级政府同意后由政府办公室行文，并写明“经县人民政府同意”",
    look=_look,
    fires=(
        "某县卫生健康局关于疫苗接种的通知\n各镇人民政府：\n接种任务必须于月底前完成。",
        "某县林业局关于造林的通知\n各乡镇人民政府、街道办事处：\n造林任务应当按期完成，逾期通报批评。",
        "某县民政局关于殡葬改革的意见\n各镇党委、人民政府：\n各地务必严格落实。",
        "某县农业农村局关于秸秆禁烧的通知\n各镇人民政府，各街道办事处：\n不得出现一处火点。",
        "某县水利局关于河道清障的决定\n各镇人民政府：\n限6月底前清除完毕。",
    ),
    silent=(
        "某县人民政府办公室关于疫苗接种的通知\n各镇人民政府：\n接种任务必须于月底前完成。",
        "某县卫生健康局关于疫苗接种的通知\n各镇人民政府：\n经县人民政府同意，现就有关事项通知如下，各地应当执行。",
        "某县卫生健康局关于疫苗接种的通知\n各镇卫生院：\n接种任务必须于月底前完成。",
        "某县林业局关于商请协助造林的函\n各镇人民政府：\n应当完成的任务见附表。",
        "某县气象局关于天气预报的通知\n各镇人民政府：\n预计明日有大雨。",
    ),
    kinds=PROVISIONS,
)
