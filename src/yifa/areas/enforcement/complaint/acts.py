"""The acts that complaints and reports rest on, by the names used in the declaration."""

from __future__ import annotations

from yifa.law import act

M = act("市场监督管理投诉举报处理暂行办法")
"""The rule of the market supervision line; other lines take their times from configuration."""

PENALTY = act("行政处罚法")
SUPERVISION = act("行政执法监督条例")
PRIVATE = act("民营经济促进法")
RECONSIDERATION = act("行政复议法")
ACCUSED = PENALTY[75, 2]
"""Everybody may accuse an organ over its penalties (申诉、检举)."""
