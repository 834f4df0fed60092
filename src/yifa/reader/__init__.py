"""Reads a published annual report of law-based government (法治政府建设年度报告) into facts, figures and findings."""

from yifa.reader.model import Facts, Figure, Finding, Kind, Mismatch, NotFigure, Reading, Section
from yifa.reader.read import read_file, read_text
from yifa.reader.records import json_lines, records

__all__ = [
    "Facts",
    "Figure",
    "Finding",
    "Kind",
    "Mismatch",
    "NotFigure",
    "Reading",
    "Section",
    "json_lines",
    "read_file",
    "read_text",
    "records",
]
