"""The scene on film (全过程音像记录): the State Council asks for it where things are held and buildings taken down."""

from __future__ import annotations

from yifa.areas.enforcement.bases import PUBLICITY
from yifa.areas.enforcement.common.service import DEFAULTS
from yifa.kernel.declare import Input, computed
from yifa.kernel.situation import Situation

RECORDING = Input(
    "现场音像记录编号", required=False, code="recording",
    help="查封、扣押、强制拆除等现场推行全程音像记录；填写存放位置或者编号，没有的写明原因。",
)  # fmt: skip


def recorded(situation: Situation) -> str | None:
    """Where the place requires it, the step names the recording."""
    if not DEFAULTS.flag("scene_recorded", situation) or situation.data.get("recording"):
        return None
    return "本地规定现场应当全程音像记录，请填写现场音像记录编号；没有的写明原因"


WHOLE_SCENE = computed(PUBLICITY, "现场活动全程音像记录（各地规定应当记录的）", recorded)
