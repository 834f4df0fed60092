"""The contexts that make a sentence lawful which is written with the words of a fault."""

from __future__ import annotations

import pytest

from yifa.check.lawful import Context, contexts, forbidden

LAWFUL = [
    (Context.FORBIDDEN, "不得要求企业提供无犯罪记录证明。"),
    (Context.FORBIDDEN, "任何单位不得以备案、登记为由限制企业经营。"),
    (Context.FORBIDDEN, "严禁学校强制学生购买校服。"),
    (Context.FORBIDDEN, "镇政府无权设定行政处罚。"),
    (Context.FORBIDDEN, "禁止商会组织会员限产。"),
    (Context.REVOKED, "取消镇级开业同意环节。"),
    (Context.REVOKED, "本镇自行设立的收费自本月起停止执行。"),
    (Context.REVOKED, "窗口不再要求提交婚姻状况证明。"),
    (Context.EXAMINED, "重点检查有无违规扣押证照。"),
    (Context.EXAMINED, "受理企业关于摊派的投诉后，应当及时处理。"),
    (Context.TOLD, "2026年上半年，全县共办理案件一百件。"),
    (Context.FREE, "商户自愿参加评选。"),
    (Context.ENCOURAGED, "鼓励居民安装烟感报警器。"),
    (Context.EVEN, "本地号牌、外地号牌同价。"),
    (Context.EVEN, "检查频次与企业注册地无关。"),
    (Context.INTERNAL, "公务用车节假日外出，应当经分管领导批准。"),
    (Context.AGREED, "按照租赁合同的约定交纳押金。"),
    (Context.RIGHT, "当事人可以依法申请行政复议。"),
    (Context.COMPENSATED, "造成损失的，依法给予补偿。"),
    (Context.TOLD, "前两年查处的案件中，吊销许可证3件，均已结案。"),
    (Context.TOLD, "适用普通程序的358件，罚款140万余元。"),
    (Context.CONTESTED, "经询价，由报价最低的供应商成交。"),
    (Context.ASSISTED, "村里只帮着收材料、看现场。"),
    (Context.FREE, "种啥自家定。"),
    (Context.AGREED, "开过村民大会，三分之二以上的人同意了。"),
    (Context.COMPENSATED, "已经兑现的扶持资金不予追缴。"),
    (Context.EVEN, "补贴不限定产品产地。"),
    (Context.PROVIDED, "到镇上窗口按规矩办。"),
    (Context.PROVIDED, "法律、行政法规另有规定的，从其规定。"),
    (Context.PROVIDED, "发现违法行为的，移送县市场监督管理局处理。"),
]
FAULTS = [
    "企业不得以任何理由将注册地迁出本县。",
    "享受补贴的企业五年内不得外迁。",
    "未经批准，不得设置摊点。",
    "未备案的，不得承接业务。",
    "外来经营户不得享受减免。",
    "村民不得再提起诉讼。",
    "对违规企业，取消其资格。",
    "县商务局制定禁止和限制投资产业目录。",
    "对认定结果不满意的，只能向镇里说明，不得另行申诉。",
    "弃养的网箱，由镇政府清除，不再另行通知。",
    "每查处2件以上的，停业整顿。",
]


@pytest.mark.parametrize(("context", "text"), LAWFUL)
def test_a_lawful_context_is_known_by_its_words(context: Context, text: str) -> None:
    assert context in contexts(text)


@pytest.mark.parametrize("text", FAULTS)
def test_what_a_private_person_must_not_do_is_no_ban_on_the_fault(text: str) -> None:
    assert not forbidden(text)
    assert contexts(text).isdisjoint({Context.FORBIDDEN, Context.REVOKED, Context.EXAMINED, Context.TOLD})
