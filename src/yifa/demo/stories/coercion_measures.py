"""The compulsory measures of the demonstration county (强制措施): every outcome, some open, some late."""

from __future__ import annotations

from datetime import date

from yifa.demo.stories import coercion_parts as p
from yifa.demo.stories.coercion_parts import CITY, MARKET, MEASURE, POLICE, Act, Tale, days, party

FOOD = {
    "matter": "食品", "purpose": "evidence", "legal_basis": "《食品安全法》第一百一十条",
    "facts": "现场查获涉嫌不符合食品安全标准的食品，为防止证据损毁，需要采取强制措施。",
}  # fmt: skip
WINE = {"items": [{"name": "散装白酒", "quantity": "48", "unit": "桶", "value": "9600"}], "measure_type": "seize"}
CAKES = {"items": [{"name": "无标签糕点", "quantity": "120", "unit": "盒", "value": "2400"}], "measure_type": "seize"}
FISH = {
    "items": [{"name": "冷鲜鱼", "quantity": "200", "unit": "公斤", "value": "4000", "perishable": "yes"}],
    "measure_type": "seize",
}  # fmt: skip
PLANT = {
    "items": [{"name": "灌装设备", "quantity": "1", "unit": "台", "value": "56000"}],
    "sealed_place": "洪河县城关镇工业路6号车间", "measure_type": "seal", "purpose": "stop",
}  # fmt: skip
SIGN = {
    "items": [{"name": "户外广告设施", "quantity": "2", "unit": "块", "value": "5200"}], "measure_type": "seize",
    "matter": "市容", "purpose": "stop", "legal_basis": "《道路交通安全法》第一百零四条",
    "facts": "当事人在道路上擅自设置障碍，经责令拒不清除。",
}  # fmt: skip
ACCOUNT = {
    "measure_type": "freeze", "purpose": "danger", "legal_basis": "《反电信网络诈骗法》第二十条",
    "facts": "账户资金涉嫌与违法活动有关。", "bank": "洪河农村商业银行城关支行", "account_no": "6230901234567890123",
    "freeze_amount": "80000", "involved_amount": "80000",
}  # fmt: skip

TEST = p.step(
    "send_test", {"test_item": "食品安全标准检验", "tester": "洪河市食品检验中心", "test_until": days(20)}, wait=3
)
RETELL = p.step("retell_test", {"test_until": days(15)}, wait=5, why="检验机构设备检修，需要延后。")
REPORT = p.step("test_report", {"test_result": "菌落总数不符合标准。"}, later=14)


def extended(wait: int, length: int = 30, *, told: bool = True) -> tuple[Act, ...]:
    """The term is extended, and the party is told."""
    decided = p.step("extend", {"extension_reason": "涉及外省供货，需要协查。"}, wait=wait, days=length)
    return (decided, p.step("tell_extension", p.HANDED, wait=1)) if told else (decided,)


MEASURES = (
    Tale(101, "扣押后解除退还", MARKET, MEASURE, date(2025, 3, 17),
         (p.taken, p.published(), p.lifted("unrelated", wait=6), p.given_back()), FOOD | WINE | party(1)),
    Tale(102, "延长后没收", MARKET, MEASURE, date(2025, 4, 8),
         (p.reported, p.reviewed, p.carried_out, p.published(), *extended(9),
          p.disposed("confiscated", wait=20)), FOOD | CAKES | party(2)),
    Tale(103, "送检后销毁", MARKET, MEASURE, date(2025, 5, 12),
         (p.taken, TEST, RETELL, REPORT, p.published(2),
          p.disposed("destroyed", wait=8)), FOOD | CAKES | party(3, shop=True)),
    Tale(104, "查封委托第三人保管，毁损后先行赔付", MARKET, MEASURE, date(2025, 6, 9),
         (p.taken, p.step("entrust", {"custodian": "洪河县某仓储有限公司", "custody_place": "城关镇仓储路1号"}, wait=1),
          p.step("note_fee", {"custody_fee": "800"}, wait=5),
          p.step("note_loss", {"loss": "仓库漏雨，设备控制箱受潮损坏。", "loss_by": "third", "loss_amount": "6000"},
                 wait=4), p.published(1), p.lifted("not_needed", wait=3),
          p.step("indemnify", {"indemnity": "6000"}, wait=0),
          p.step("recover", {"recovered": "6000"}, wait=0), p.given_back()), FOOD | PLANT | party(4)),
    Tale(105, "紧急扣押，当日补办批准", MARKET, MEASURE, date(2025, 9, 30),
         (p.urgent("16:40"), p.step("ratify", wait=0, at="20:15"), p.published(), p.lifted("decided", wait=4,
          final_decision="洪市监处字〔2025〕77号"), p.given_back()), FOOD | WINE | party(5)),
    Tale(106, "紧急扣押，负责人不予批准", MARKET, MEASURE, date(2025, 8, 15),
         (p.urgent("21:30"), p.step("refuse_ratify", later=1, at="09:20", why="涉案物品来源合法，没有必要扣押。"),
          p.given_back(1)), FOOD | CAKES | party(6, shop=True)),
    Tale(107, "鲜活食品先行变卖，退还价款", MARKET, MEASURE, date(2025, 7, 21),
         (p.taken, p.step("sell", {"sold_items": "冷鲜鱼200公斤", "proceeds": "3600", "market_value": "4000"}),
          p.published(), p.lifted("no_violation", wait=2), p.given_back(0, "proceeds")), FOOD | FISH | party(7)),
    Tale(108, "涉嫌犯罪，随案移送", MARKET, MEASURE, date(2025, 10, 20),
         (p.taken, p.published(), p.step("police_filed", {"police": "洪河县公安局"}, wait=4), p.handed_over(1)),
         FOOD | WINE | party(8)),
    Tale(109, "冻结后解除", POLICE, MEASURE, date(2025, 11, 3),
         (p.reported, p.step("approve"), p.step("freeze", wait=0, at="15:00"), p.step("deliver_freeze",
          p.HANDED, wait=2),
          p.published(), p.lifted("unrelated", wait=2), p.step("unfreeze", wait=0)), ACCOUNT | party(9)),
    Tale(110, "冻结期满，由金融机构解除", POLICE, MEASURE, date(2025, 12, 1),
         (p.reported, p.step("approve"), p.step("freeze", wait=0, at="15:00"), p.step("deliver_freeze",
          p.HANDED, wait=2),
          p.published()), ACCOUNT | party(10)),
    Tale(111, "期满后七日才解除", MARKET, MEASURE, date(2025, 11, 10),
         (p.taken, p.published(), p.lifted("expired", later=27), p.given_back()), FOOD | CAKES | party(11)),
    Tale(112, "补办批准超过二十四小时", MARKET, MEASURE, date(2026, 1, 12),
         (p.urgent("17:00"), p.step("ratify", later=1, at="19:30"), p.published(), p.lifted("not_needed", wait=3),
          p.given_back()), FOOD | WINE | party(12)),
    Tale(113, "延长没有告知当事人", MARKET, MEASURE, date(2026, 3, 2),
         (p.taken, p.published(), *extended(6, 20, told=False), p.lifted("decided", wait=12,
          final_decision="洪市监处字〔2026〕19号"), p.given_back()), FOOD | WINE | party(13)),
    Tale(114, "解除后九日才退还", MARKET, MEASURE, date(2026, 4, 7),
         (p.taken, p.published(), p.lifted("unrelated", wait=4), p.given_back(7)), FOOD | CAKES | party(14, shop=True)),
    Tale(115, "负责人没有批准", MARKET, MEASURE, date(2026, 4, 20),
         (p.reported, p.step("drop", wait=1, why="违法行为情节显著轻微，先责令改正。")), FOOD | CAKES | party(15)),
    Tale(116, "逾期公示", CITY, MEASURE, date(2026, 5, 11),
         (p.taken, p.lifted("not_needed", wait=12), p.given_back(), p.published(15)), SIGN | party(16)),
    Tale(117, "不予公开的扣押，没收", MARKET, MEASURE, date(2026, 6, 15),
         (p.taken, p.disposed("confiscated", wait=18)),
         FOOD | WINE | party(17) | {"withhold_reason": "正在追查上线，公开可能影响案件查处"}),
    Tale(118, "罚款逾期不缴，扣押后依法拍卖抵缴", CITY, MEASURE, date(2026, 7, 6),
         (p.taken, p.published(), *extended(9), p.auctioned(18)),
         SIGN | party(18) | {"purpose": "execution", "facts": "2025年的罚款决定逾期不缴，复议、诉讼期限都已届满。"}),
    Tale(119, "告知的检测期间届满才收到结论", MARKET, MEASURE, date(2026, 8, 3),
         (p.taken, TEST, p.step("late_report", {"test_result": "符合食品安全标准。"}, later=26), p.published(0),
          p.lifted("no_violation", wait=1), p.given_back()), FOOD | CAKES | party(19)),
    Tale(120, "解除后没有登记去向", MARKET, MEASURE, date(2026, 9, 7),
         (p.taken, p.published(), p.lifted("unrelated", wait=5)), FOOD | CAKES | party(20)),
    Tale(121, "逾期没有解除", MARKET, MEASURE, 45, (p.taken, p.published()), FOOD | WINE | party(21)),
    Tale(122, "期限临近", MARKET, MEASURE, 25, (p.taken, p.published(5)), FOOD | PLANT | party(22)),
    Tale(123, "检测中", MARKET, MEASURE, 12, (p.taken, TEST), FOOD | CAKES | party(23)),
    Tale(124, "等待批准", MARKET, MEASURE, 1, (p.reported, p.proposed),
         FOOD | WINE | party(24)),
    Tale(125, "当事人不到场，见证人签名，决定书事后送达", MARKET, MEASURE, date(2026, 2, 2),
         (p.reported, p.while_away, p.published(4), p.lifted("not_needed", wait=5), p.given_back()),
         FOOD | CAKES | party(91)),
    Tale(126, "冻结期限内作出处理决定，划拨", POLICE, MEASURE, date(2026, 3, 16),
         (p.reported, p.step("approve"), p.step("freeze", wait=0, at="15:00"),
          p.step("deliver_freeze", p.HANDED, wait=2), p.published(),
          p.step("deal_frozen", {"final_decision": "洪公处字〔2026〕5号"}, wait=6)), ACCOUNT | party(92)),
)  # fmt: skip
